"""The columns of an old sheet in the new one: the record's in their places, all others to the right."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from flows.workbook import headers
from flows.workbook.blank.carrying.telling import Left, left
from flows.workbook.blank.plan import FIRST_ROW, HEADER_ROW, Plan, widened
from flows.workbook.nearest import nearest
from flows.workbook.reading.places import address, letters
from flows.workbook.text import key

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from flows.workbook.blank.carrying.matching import Found
    from flows.workbook.blank.carrying.sorting import Sorted

COLUMN = {"en": "Column {letter}", "fr": "Colonne {letter}"}
LONGEST = 200  # characters of a header, of which Excel allows a table 255


@dataclass(frozen=True, slots=True)
class Placed:
    """The new plan with the team's own columns, where each old column goes, and what there is to tell."""

    plan: Plan
    to: Mapping[int, int] = field(hash=False)  # the old column's number -> the new one's
    told: tuple[Left, ...] = ()


def placed(found: Found, seen: Sorted, plan: Plan) -> Placed:
    """Where each column with a header or a cell goes."""
    numbers = {slot.name: slot.number for slot in plan.slots}
    to = {old: numbers[name] for old, name in found.columns.items() if name in numbers}
    texts = dict(found.header.line)
    rest = [old for old in sorted({*texts, *seen.columns}) if old not in to]
    titles: list[str] = []
    for old in rest:
        titles.append(_title(old, texts.get(old, ""), plan, titles))
    wide = widened(plan, titles, len(seen.lines))
    first = len(plan.slots) + 1
    to |= {old: first + place for place, old in enumerate(rest)}
    own = dict(zip(rest, titles, strict=True))
    return Placed(wide, to, tuple(_told(found, seen, wide, to, own)))


def _title(old: int, text: str, plan: Plan, others: Collection[str]) -> str:
    """The header of a column of the team's own: as typed, unless it would pass for another column's."""
    wanted = text[:LONGEST] or COLUMN[plan.language].format(letter=letters(old))
    taken = {title.casefold() for title in (*others, *(slot.title for slot in plan.slots))}
    title, number = wanted, 1
    while title.casefold() in taken or headers.meaning(title, headers.names(plan.sheet)) is not None:
        number += 1
        title = f"{wanted} ({number})"
    return title


def _told(
    found: Found, seen: Sorted, plan: Plan, to: Mapping[int, int], own: Mapping[int, str]
) -> Iterator[Left]:
    texts, language, row = dict(found.header.line), plan.language, found.header.row
    for old, new in sorted(to.items()):
        place = f"{plan.tab}!{address(HEADER_ROW, new)}"
        where, said = (language, found.label, address(row, old)), texts.get(old, "")
        if old in own:
            kind, blanks = _kind(said, own[old], found, plan)
            yield left(kind, *where, said, place=place, **blanks)
        elif old in found.foreign:
            yield left("meant_header", *where, said, place=place, expected=plan.slots[new - 1].title)
        if old in seen.hidden_columns:
            yield left("hidden_column", *where, said, place=f"{plan.tab}!{address(FIRST_ROW, new)}")


def _kind(said: str, title: str, found: Found, plan: Plan) -> tuple[str, dict[str, str]]:
    """What there is to say of a column that stays the team's own, and the words it is said with."""
    if not said:
        return "without_header", {"title": title}
    if meant := headers.meaning(said, headers.names(plan.sheet)):
        return "second_header", {"title": title, "expected": _shown(meant[0], plan)}
    free = [
        each for each, (name, _) in headers.names(plan.sheet).items() if name not in found.columns.values()
    ]
    if close := nearest(key(headers.plain(said)), free):
        return "near_header", {"expected": _shown(headers.names(plan.sheet)[close][0], plan)}
    return "own_column", {}


def _shown(name: str, plan: Plan) -> str:
    slot = plan.slot(name)
    return slot.title if slot else name
