"""Speakers, publishers, countries that one row spells otherwise than others: a slip of a letter or two."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING

from flows.workbook.cleaning.rows import WHOSE
from flows.workbook.cleaning.web import host
from flows.workbook.complaints import problem
from flows.workbook.nearest import is_slip
from flows.workbook.text import key, tidy

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from flows.workbook.cleaning.rows import Row
    from flows.workbook.problems import Problem

    Around = tuple[int, tuple[str, ...]]

LETTERS = 8  # of a name that is long enough to be told from another
USUAL = 2  # rows that spell a name alike, for another to be taken for a slip of it


@dataclass(frozen=True, slots=True)
class Named:
    """A name as one row has it: in words, in small letters, and of which body or site it is."""

    row: Row
    column: str
    name: str
    words: tuple[str, ...]
    of: str | None


def misspelt(rows: Sequence[Row]) -> Iterator[Problem]:
    """A question about each name of one row that is nearly that of several, of the same body or site."""
    in_use = [row for row in rows if not row.get("retired") and not row.apart]
    yield from _slips(each for row in in_use if (each := _speaker(row)))
    yield from _slips(each for row in in_use if (each := _publisher(row)))
    yield from _slips(each for row in in_use if (each := _country(row)))


def _speaker(row: Row) -> Named | None:
    whose, speaker = WHOSE.get(row.table.sheet.name), row.get("speaker") or ""
    name = tidy(speaker.partition(",")[0])
    return Named(row, "speaker", name, _words(name), row.get(whose)) if whose and name else None


def _publisher(row: Row) -> Named | None:
    name = tidy(row.get("publisher") or "") if row.table.sheet.name == "sources" else ""
    site = host(row.get("url") or "") or None
    return Named(row, "publisher", name, _words(name), site) if name else None


def _country(row: Row) -> Named | None:
    name = tidy(row.get("country") or "") if row.table.sheet.name == "organisations" else ""
    return Named(row, "country", name, _words(name), None) if name else None


def _words(name: str) -> tuple[str, ...]:
    return tuple(unicodedata.normalize("NFC", name).replace("’", "'").casefold().split())


def _slips(named: Iterable[Named]) -> Iterator[Problem]:
    alike: dict[tuple[str, ...], list[Named]] = {}
    for each in named:
        alike.setdefault(each.words, []).append(each)
    usual: dict[Around, list[list[Named]]] = {}
    for same in alike.values():
        for around in _around(same[0].words) if len(same) >= USUAL else ():
            usual.setdefault(around, []).append(same)
    for same in alike.values():
        known = _meant(same[0], usual) if len(same) == 1 else None
        if known:
            yield _told(same[0], known)


def _around(words: tuple[str, ...]) -> Iterator[Around]:
    """The name with one word left out, each in turn, and which that is."""
    for at in range(len(words)):
        yield at, (*words[:at], *words[at + 1 :])


def _meant(one: Named, usual: Mapping[Around, list[list[Named]]]) -> Named | None:
    """Where the name first stands that this one may be."""
    if sum(map(str.isalpha, one.name)) < LETTERS:
        return None
    for at, rest in _around(one.words):
        for same in usual.get((at, rest), ()):
            of = {each.of for each in same}
            if (one.of in of or None in (*of, one.of)) and _is_slip(one, same[0], at):
                return same[0]
    return None


def _is_slip(one: Named, other: Named, at: int) -> bool:
    """Whether that word alone is a slip: no figure, no acronym, no end of a first name (Louis, Louise)."""
    typed = (one.name.split()[at], other.name.split()[at])
    if any(word.isupper() or not _is_word(word) for word in typed):
        return False
    word, known = (key(each.words[at]) for each in (one, other))
    of_another = at == 0 and len(one.words) > 1 and (word[:-1] in (known, known[:-1]) or word == known[:-1])
    return word == known or (not of_another and is_slip(word, known))


def _is_word(word: str) -> bool:
    return all(letter.isalpha() or letter in "-'’" for letter in word)


def _told(one: Named, known: Named) -> Problem:
    row = one.row
    return problem(
        "spelt_otherwise", row.cell(one.column), row.table.language, row.said(one.column), name=one.name,
        expected=known.name, place=str(known.row.cell(known.column)),
    )  # fmt: skip
