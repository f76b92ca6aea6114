"""One row before and after, cell by cell: what differs, and whether that is substantive (R9).

The rule decides, never the person who typed: the column's own reason, or that nothing but typographic marks
differ, or that somebody only looked again.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from flows.record.columns import COLUMNS, EDITORIAL, NAMED, Column, at, cell, prose
from flows.record.editions import Difference
from flows.record.facts import Day
from flows.record.periods import later
from flows.record.quotes import fingerprints

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from flows.record.editions import Snapshot
    from flows.record.facts import Announcement, Question, Reaction, Record

INHERITED = ("actor", "reacted_on", "about", "source")
"""Cells a dotted row takes from its base row where they are blank (model 1.1)."""

SUMMARY = ("summary", "summary_twin")

QUOTED = "quote."
"""How the path of a cell begins that belongs to a quote."""

MARKS = str.maketrans(
    {"’": "'", "‘": "'", "“": '"', "”": '"', "«": '"', "»": '"', "–": "-", "—": "-", "‑": "-"}
)
_SPACES = re.compile(r"\s+")
_BESIDE_MARKS = re.compile(r'\s*([:;!?"])\s*')


Fingerprints = Mapping[str, str]
"""Of the cells of one row's quote, by the column's name."""

Withheld = Mapping[str, Fingerprints] | None

Rows = Mapping[str, Any]
"""The rows of one sheet by what they are known by."""


@dataclass(frozen=True, slots=True)
class Known:
    """What has to be known of both editions to hold one row against itself."""

    since: date  # the earlier edition's day
    language: str  # the workbook's own
    called: Mapping[str, str]  # the name each alias stands for
    withheld: tuple[Withheld, Withheld]  # fingerprints of the quote cells not printed, before and after
    moved: frozenset[str | tuple[str, str | None]]
    """Ids of which some computed result differs; of demands also with the body they are of."""
    extras: frozenset[str]
    """Headers of the team's own columns printed in both: one asked for anew is no change of its rows."""


def known(before: Snapshot, after: Snapshot) -> Known:
    """The same for every row of two editions."""
    bodies = (*before.record.organisations, *after.record.organisations)
    results = before.results.keys() | after.results
    moved = [one for one in results if before.results.get(one) != after.results.get(one)]
    return Known(
        since=before.as_of,
        language=after.record.language,
        called={alias: body.name for body in bodies for alias in body.aliases},
        withheld=(before.withheld, after.withheld),
        moved=frozenset(one[1] for one in moved) | frozenset(one[1:] for one in moved),
        extras=frozenset(_extras(before.record)) & frozenset(_extras(after.record)),
    )


def _extras(record: Record) -> Iterator[str]:
    """The headers of the team's own columns that stand over something."""
    rows: tuple[Announcement | Reaction | Question, ...]
    rows = (*record.announcements, *record.reactions, *record.questions)
    for row in rows:
        yield from (header for header, _ in row.extras)


def differences(
    sheet: str, old: Rows, now: Rows, key: str, seen: Known
) -> Iterator[tuple[Column, Difference]]:
    """Each cell of the row that is not as it was, in the order of the sheet's columns."""
    changed = list(_changed(sheet, old, now, key, seen))
    moved = {column.told_on for column, *_ in changed if not column.look}
    of = (now[key].demand, now[key].organisation) if sheet == "responses" else key
    for column, was, is_now, unprinted in changed:
        steady = of not in seen.moved and column.told_on not in moved
        again = steady and _looked_again(column, was, is_now, seen.since)
        because = "looked_again" if again else _because(column, was, is_now)
        yield column, Difference(column.name, was, is_now, because, because not in EDITORIAL, unprinted)


def _changed(
    sheet: str, old: Rows, now: Rows, key: str, seen: Known
) -> Iterator[tuple[Column, object, object, tuple[bool, bool]]]:
    """The columns whose own cell differs: its content before and after, and whether each is withheld."""
    rows = (old[key], now[key])
    taken = _not_its_own(old, now, key) if sheet == "reactions" else frozenset()
    quoting = _quoting(rows, key, seen)
    for column in COLUMNS[sheet]:
        if column.name in taken:
            continue
        was, is_now = (_held(sheet, column, row, seen) for row in rows)
        unprinted = (False, False)
        if quoting is not None and column.path.startswith(QUOTED):
            before, after = (cells.get(column.name) for cells in quoting)
            differs = before != after
            unprinted = (was is None and before is not None, is_now is None and after is not None)
        else:
            differs = was != is_now and not _unseen(column, rows[1])
        if differs and not _same_bodies(column, was, is_now, seen.called):
            yield column, was, is_now, unprinted


def _held(sheet: str, column: Column, row: Any, seen: Known) -> Any:  # noqa: ANN401 - a row, a cell's content
    """What stands in the row's own cell; a demand that stands for the summary fills no cell of its."""
    if sheet == "reactions" and column.name in SUMMARY and _stands_in(row):
        return None
    if column.name == "extras":
        return tuple(f"{header}: {words}" for header, words in row.extras if header in seen.extras) or None
    return prose(row, column, seen.language) if column.paired else cell(row, column.path)


def _stands_in(row: Any) -> bool:  # noqa: ANN401 - a reaction
    """True for a dotted row whose demand stands for its summary (model 1.1)."""
    return row.base != row.id and row.demand is not None and row.summary.words == row.demand.words.words


def _quoting(rows: tuple[Any, Any], key: str, seen: Known) -> tuple[Fingerprints, Fingerprints] | None:
    """The fingerprints of its quote cells, where some are not printed before or after (R14); else None.

    An edition that kept none is taken to have had the cells there are now.
    """
    if not any(key in (kept or ()) for kept in seen.withheld):
        return None
    before, after = (
        (kept or {}).get(key) or fingerprints(row) for kept, row in zip(seen.withheld, rows, strict=True)
    )
    return (after if seen.withheld[0] is None and not before else before), after


def heading_of(column: Column, row: object, since: date) -> str:
    """New where the cell came to be known after the day (R9), else corrected by us."""
    told_on = cell(row, column.told_on) if column.told_on is not None else None
    return "new" if isinstance(told_on, Day) and later(told_on, since) else "corrected"


def _not_its_own(old: Rows, now: Rows, key: str) -> frozenset[str]:
    """Columns whose cell a dotted row does not hold itself: it takes them from its base."""
    row = now[key]
    base = row.base
    if base == row.id:
        return frozenset()
    paths = {column.name: column.path for column in COLUMNS["reactions"]}
    taken = {
        name
        for name in INHERITED
        if base in old
        and base in now
        and all(cell(rows[key], paths[name]) == cell(rows[base], paths[name]) for rows in (old, now))
    }
    return frozenset(taken)


def _unseen(column: Column, is_now: object) -> bool:
    """True for the twin of exceptions that are none: whether it is typed cannot be told."""
    return (
        column.path.endswith("exceptions.words.twin")
        and at(is_now, column.path.removesuffix(".twin")) is None
    )


def _because(column: Column, was: object, is_now: object) -> str:
    """The column's reason, or that only typographic marks, or in a quote only spaces, differ (R14)."""
    if isinstance(was, str) and isinstance(is_now, str):
        if column.prose and _plainly(was) == _plainly(is_now):
            return "typography"
        if column.verbatim and _SPACES.sub(" ", was).strip() == _SPACES.sub(" ", is_now).strip():
            return "typography"
    return column.because


def _plainly(words: str) -> str:
    """The words without typography: plain quote marks and dashes, single spaces and none beside marks."""
    spaced = _SPACES.sub(" ", words.translate(MARKS).replace("…", "..."))
    return _BESIDE_MARKS.sub(r"\1", spaced).strip()


def _looked_again(column: Column, was: object, is_now: object, since: date) -> bool:
    """True for the day of a look after the earlier edition that moved on, or a first one at a question."""
    if not column.look or not isinstance(is_now, Day) or not later(is_now, since):
        return False
    if was is None:
        return column.name == "last_checked_on"
    return isinstance(was, Day) and is_now.first > was.first


def _same_bodies(column: Column, was: object, is_now: object, called: Mapping[str, str]) -> bool:
    """True where both name the same bodies, by a name that only one of the editions knows as an alias."""
    if column.name not in NAMED or was is None or is_now is None:
        return False
    if isinstance(was, tuple) and isinstance(is_now, tuple):
        pairs = list(zip(was, is_now, strict=False))
        return len(was) == len(is_now) and all(_one_body(one, other, called) for one, other in pairs)
    return _one_body(str(was), str(is_now), called)


def _one_body(one: str, other: str, called: Mapping[str, str]) -> bool:
    return one == other or called.get(one) == other or called.get(other) == one
