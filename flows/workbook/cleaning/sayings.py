"""Quotes with more in them than was said, and texts that say the same in both languages."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from flows.workbook.complaints import problem, words
from flows.workbook.complaints.texts import TONGUES
from flows.workbook.text import key

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from flows.workbook.cleaning.rows import Row
    from flows.workbook.problems import Problem

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
LITTLE = {
    "en": "the of and to in is that for with this we our are not will be it on have has from their they an "
          "as by which us can must should would",
    "fr": "le la les des et du de un une que qui pour dans est nous notre ne pas ce cette avec sur par au "
          "aux sont ils elle il a en leur leurs",
}  # fmt: skip
WORDS = {code: frozenset(held.split()) for code, held in LITTLE.items()}
"""Little words of each language; those of both tell nothing."""

ENOUGH_LITTLE = 4  # little words of a quote that show its language, where the other has none


def sayings(rows: Sequence[Row]) -> Iterator[Problem]:
    """The complaints about quotes, and about texts beside their twins, row by row."""
    for row in rows:
        if row.get("quote") or row.get("translation"):
            yield from _speaker_within(row, "quote")
            yield from _speaker_within(row, "translation")
            yield from _same(row, "translation", "quote")
            yield from _tongue(row)
        for name in TWINS:
            for twin in (f"{name}_fr", f"{name}_en"):
                yield from _same(row, twin, name)


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


def _same(row: Row, name: str, other: str) -> Iterator[Problem]:
    one, two = row.get(name), row.get(other)
    if one and two and len(one.split()) >= ENOUGH_WORDS and key(one) == key(two):
        column = row.table.header(other)
        yield problem("same_text", row.cell(name), row.table.language, row.said(name), column=column)


def _tongue(row: Row) -> Iterator[Problem]:
    """The complaint about a quote that is plainly in another language than the one typed for it."""
    typed, language = row.get("quote_lang"), row.table.language
    reads = tongue(row.get("quote") or "")
    if typed and reads and reads != typed:
        yield problem(
            "other_language", row.cell("quote_lang"), language, row.said("quote_lang"),
            place=str(row.cell("quote")), tongue=TONGUES[reads][language], code=reads,
            column=row.table.header("translation"),
        )  # fmt: skip


def tongue(text: str) -> str | None:
    """English or French, by its little words; None where they do not tell."""
    held = re.findall(r"[^\W\d_]+", text.casefold())
    counts = {code: sum(word in own - WORDS[other] for word in held)
              for code, own, other in (("en", WORDS["en"], "fr"), ("fr", WORDS["fr"], "en"))}  # fmt: skip
    most, least = max(counts, key=counts.__getitem__), min(counts, key=counts.__getitem__)
    return most if counts[most] >= ENOUGH_LITTLE and not counts[least] else None
