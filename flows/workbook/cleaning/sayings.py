"""Quotes with more in them than was said, and texts that say the same in both languages."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from flows.workbook.cleaning.tongues import TELLING, WORDS, tongue
from flows.workbook.complaints import problem, words
from flows.workbook.complaints.texts import TONGUES, WRITTEN_IN
from flows.workbook.nearest import similarity
from flows.workbook.text import key

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from flows.workbook.cleaning.rows import Row
    from flows.workbook.problems import Problem
    from flows.workbook.tables import Table

SAID = (
    r"said|says|told|wrote|writes|added|adds|tweeted|stated|states|explained|a déclaré|a dit|a écrit|"
    r"a ajouté|a affirmé|a expliqué|déclare|affirme|explique|dit-il|dit-elle|ajoute|estime"
)
BEHIND = re.compile(rf"(?i)[”\"»],?\s+(?:[^\W\d_][\w.’'-]*\s+){{0,5}}(?:{SAID})\b")
CAPITAL = r"[^\W\d_a-zà-ÿ]"
NAME = rf"(?:{CAPITAL}[\w.’'-]*+\s?+){{2,5}}|{CAPITAL}(?:(?!{CAPITAL})[\w.’'-])*+{CAPITAL}[\w.’'-]*+"
"""Two words or more with a capital, or one with two of them; no letter is tried twice."""

SIGNED = re.compile(rf"\s(?:—|–|--)\s*((?:{NAME})(?:,.{{1,60}})?)$")
TWINS = ("summary", "demand", "question", "answer", "condition", "exceptions", "reason", "grounds", "result")
ENOUGH_WORDS = 4  # of a text that says the same in two languages: a name may
SHARED = 0.6  # of the words of the shorter of two texts: a translation has names and figures in common
LONG = 30  # letters of a text in which a word more or less is nothing
ALIKE = 0.85


def sayings(rows: Sequence[Row]) -> Iterator[Problem]:
    """The complaints about quotes, and about texts beside their twins, row by row."""
    twins: dict[str, list[tuple[str, str, str]]] = {}
    for row in rows:
        if row.get("quote") or row.get("translation"):
            yield from _speaker_within(row, "quote")
            yield from _speaker_within(row, "translation")
            yield from _translated(row) or _same(row, "translation", "quote")
            yield from _tongue(row)
            yield from _untranslated(row)
        if row.table.label not in twins:
            twins[row.table.label] = _twins(row.table)
        for name, code, twin in twins[row.table.label]:
            if row.get(twin):
                yield from _same(row, twin, name)
                yield from _twin(row, twin, code)


def _twins(table: Table) -> list[tuple[str, str, str]]:
    """The columns for the same in a language of its own that the table has: of which, in which, and each."""
    every = ((name, code, f"{name}_{code}") for name in TWINS for code in WORDS)
    return [each for each in every if table.has(each[2])]


def _speaker_within(row: Row, name: str) -> Iterator[Problem]:
    quote, language = row.get(name) or "", row.table.language
    found = BEHIND.search(quote) or SIGNED.search(quote) or _announced(quote, row.get("speaker") or "")
    if found:
        shown = words.clip(found[0].strip())
        column = row.table.header("speaker")
        yield problem("speaker_in_quote", row.cell(name), language, quote, garbled=shown, column=column)


def _announced(quote: str, speaker: str) -> re.Match[str] | None:
    """The speaker's name before a colon, at the head of the quote."""
    who = speaker.partition(",")[0].strip()
    return re.match(rf"(?i){re.escape(who)}\s*:", quote) if who else None


def _translated(row: Row) -> list[Problem]:
    """The complaint about a quote in the words of its translation, and of another language than typed."""
    quote, typed, language = row.get("quote"), row.get("quote_lang"), row.table.language
    same = quote and key(quote) == key(row.get("translation") or "") and len(quote.split()) >= ENOUGH_WORDS
    if not same or typed in (None, language) or tongue(quote) != language:
        return []
    return [problem(
        "translation_for_quote", row.cell("quote"), language, row.said("quote"),
        column=row.table.header("translation"), other=row.table.header("quote_lang"),
        code=words.clip(row.said("quote_lang")),
    )]  # fmt: skip


def _same(row: Row, name: str, other: str) -> Iterator[Problem]:
    one, two = row.get(name), row.get(other)
    if one and two and len(one.split()) >= ENOUGH_WORDS and _as_good_as_one(key(one), key(two)):
        column = row.table.header(other)
        yield problem("same_text", row.cell(name), row.table.language, row.said(name), column=column)


def _as_good_as_one(one: str, two: str) -> bool:
    """Whether two texts are the same but for a word or two, as those of two languages never are."""
    return one == two or (min(len(one), len(two)) >= LONG and similarity(one, two) >= ALIKE)


def _twin(row: Row, name: str, code: str) -> Iterator[Problem]:
    """The complaint about a text in the column of one language that is plainly in the other."""
    reads, language = tongue(row.get(name) or ""), row.table.language
    if reads and reads != code:
        yield problem(
            "twin_of_other_language", row.cell(name), language, row.said(name),
            tongue=TONGUES[reads][language], own=WRITTEN_IN[code][language],
        )  # fmt: skip


def _tongue(row: Row) -> Iterator[Problem]:
    """The complaint about a quote that is plainly in another language than the one typed for it."""
    typed, language, quote = row.get("quote_lang"), row.table.language, row.get("quote") or ""
    reads = tongue(quote, WORDS if typed in WORDS else TELLING)
    if typed and reads and reads != typed:
        yield problem(
            "other_language", row.cell("quote_lang"), language, row.said("quote_lang"),
            place=str(row.cell("quote")), tongue=TONGUES[reads][language], code=reads,
            column=row.table.header("translation"),
        )  # fmt: skip


def _untranslated(row: Row) -> Iterator[Problem]:
    """The complaint about a translation in the words of the quote: one of them is not what it should be."""
    one, two = (_plain_words(row.get(name) or "") for name in ("translation", "quote"))
    least = min(len(one), len(two))
    if (
        least >= ENOUGH_WORDS
        and len(one & two) / least >= SHARED
        and key(row.get("quote")) != key(row.get("translation"))
    ):
        column = row.table.header("quote")
        yield problem(
            "translation_like_quote", row.cell("translation"), row.table.language, row.said("translation"),
            column=column, other=row.table.header("quote_lang"),
        )  # fmt: skip


def _plain_words(text: str) -> set[str]:
    """The words without a capital, which names have in every language."""
    return set(re.findall(r"\b[^\W\d_A-ZÀ-Þ][^\W\d_]*", text))
