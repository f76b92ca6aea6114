"""Where every row goes (R16): printed, retired, future or to resolve; and the proof that none is lost."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from flows.record.facts import OUT_OF_SIGHT
from flows.record.results import SetAside, Tally

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from flows.record.facts import Origin, Record, SheetRows, Unplaced

SHEETS = ("announcements", "reactions", "responses", "questions", "sources", "organisations", "context")
"""The model's names of the sheets whose rows are facts, in the order they are reconciled."""

ID = re.compile(r"[A-Z][0-9]{1,9}(?:\.[0-9]{1,9})?")
"""An id as the model writes it (1.3)."""


class NotReconciled(Exception):  # noqa: N818 - read aloud: the rows are not reconciled
    """Some row read is neither printed nor set aside, or is so twice (R16); survives pickling."""

    def __init__(self, tallies: tuple[Tally, ...]) -> None:
        """Keep the tallies that do not add up."""
        super().__init__(tallies)
        self.tallies = tallies

    def __str__(self) -> str:
        """Each sheet's sum: "announcements: 3 ≠ 1 + 0 + 0 + 1 + 0"."""
        return "; ".join(map(_figured, self.tallies))


def _figured(tally: Tally) -> str:
    parts = (tally.printed, tally.retired, tally.future, tally.to_resolve, tally.empty)
    return f"{tally.sheet}: {tally.read} ≠ {' + '.join(str(part) for part in parts)}"


@dataclass(frozen=True, slots=True)
class Place:
    """Where one row of one sheet goes, and why."""

    origin: Origin
    id: str | None
    category: str  # printed, retired, future, to_resolve
    reasons: tuple[str, ...] = ()
    out_of_sight: bool = False


def place(
    origin: Origin, row_id: str | None, retired: str | None, doubts: tuple[str, ...], *, later: bool | str
) -> Place:
    """The row's place: retired before all else, then of a later day, then in doubt (R16).

    `later` may say by which rule it is. Of one kept from view, its sheet and line are told and that it is out
    of sight; and its id only where unhiding it would bring it into this edition.
    """
    unseen = tuple(rule for rule in doubts if rule in OUT_OF_SIGHT)
    told = None if unseen and (retired is not None or later) else row_id
    if retired is not None:
        return Place(origin, told, "retired", unseen or (retired,), out_of_sight=bool(unseen))
    if later:
        rule = later if isinstance(later, str) else "future_dated"
        return Place(origin, told, "future", unseen or (rule,), out_of_sight=bool(unseen))
    if doubts:
        return Place(origin, told, "to_resolve", unseen or doubts, out_of_sight=bool(unseen))
    return Place(origin, row_id, "printed")


def tallied(record: Record, places: Mapping[str, tuple[Place, ...]]) -> tuple[Tally, ...]:
    """One tally a sheet that the workbook has (R16).

    Raises:
        NotReconciled: the rows read of some sheet are not each accounted for exactly once.
    """
    read = {sheet.sheet: sheet for sheet in record.sheets}
    lost = _unplaced(record)
    present = [sheet for sheet in SHEETS if sheet in read or places[sheet] or lost[sheet]]
    strays = [label for label in lost if label not in read and label not in SHEETS]
    tallies = tuple(
        _tally(sheet, read.get(sheet), places.get(sheet, ()), lost[sheet]) for sheet in (*present, *strays)
    )
    wrong = tuple(
        tally
        for tally in tallies
        if not tally.adds_up or _twice(places.get(tally.sheet, ()), lost[tally.sheet])
    )
    if wrong:
        raise NotReconciled(wrong)
    return tallies


def set_aside(record: Record, places: Mapping[str, tuple[Place, ...]]) -> tuple[SetAside, ...]:
    """Every row not printed, sheet by sheet and row by row, with its reasons (R16)."""
    lost = _unplaced(record)
    found = []
    for sheet in SHEETS:
        spots = [spot for spot in places[sheet] if spot.category != "printed"]
        spots += [place(row.origin, _an_id(row.id), None, (row.rule,), later=False) for row in lost[sheet]]
        spots.sort(key=lambda spot: spot.origin.row)
        found += [
            SetAside(sheet, spot.origin, spot.id, spot.category, spot.reasons, out_of_sight=spot.out_of_sight)
            for spot in spots
        ]
    return tuple(found)


def _an_id(typed: str | None) -> str | None:
    """What stands where an id should, if it is one: anything else may be a note that stays in the house."""
    return typed if typed is not None and ID.fullmatch(typed) else None


def _unplaced(record: Record) -> defaultdict[str, list[Unplaced]]:
    """Rows that became no fact, by the model's name of their sheet."""
    names = {sheet.label: sheet.sheet for sheet in record.sheets}
    lost: defaultdict[str, list[Unplaced]] = defaultdict(list)
    for row in record.unplaced:
        lost[names.get(row.origin.sheet, row.origin.sheet)].append(row)
    return lost


def _tally(sheet: str, read: SheetRows | None, spots: Iterable[Place], lost: list[Unplaced]) -> Tally:
    counted = Counter(spot.category for spot in spots)
    return Tally(
        sheet=sheet,
        read=read.read if read else 0,
        printed=counted["printed"],
        retired=counted["retired"],
        future=counted["future"],
        to_resolve=counted["to_resolve"] + len(lost),
        empty=read.empty if read else 0,
    )


def _twice(spots: Iterable[Place], lost: list[Unplaced]) -> bool:
    rows = Counter(spot.origin for spot in spots) + Counter(row.origin for row in lost)
    return max(rows.values(), default=0) > 1
