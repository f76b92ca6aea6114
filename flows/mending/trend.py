"""What is new, what remains and what was settled of the complaints since the edition before.

Two are the same that have the same rule, stand in the same column of the row with the same id, and are about
the same content. Where the row stands does not matter.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from flows.mending.known import Known, known, of_the_record, unseen
from flows.record.facts import OUT_OF_SIGHT
from flows.workbook.complaints.recipients import RULES as OF_RECIPIENTS

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from datetime import date

    from flows.record.editions import Snapshot
    from flows.workbook.clean import Cleaned
    from flows.workbook.problems import Problem

Before = dict[str, Any]
"""A complaint of an edition on the shelf, as its files tell it."""

Key = tuple[str, ...]
STRUCK = ("struck_cell", "partly_struck")


@dataclass(frozen=True, slots=True)
class Settled:
    """A complaint the edition before had, and this one has not."""

    sheet: str
    cell: str | None  # where it stood then
    row: int | None
    header: str | None
    severity: str
    message: str | None  # None where what it quotes is kept from view by now


@dataclass(frozen=True, slots=True)
class Trend:
    """The complaints against those of the edition before."""

    edition: str | None  # its folder's name
    as_of: date
    new: frozenset[int]  # their places in the list of complaints
    remaining: int
    settled: tuple[Settled, ...]


def since(previous: Snapshot | None, cleaned: Cleaned) -> Trend | None:
    """The trend since the previous edition; None without one, or where it keeps no complaints."""
    if previous is None or previous.complaints is None:
        return None
    problems = of_the_record(cleaned)
    about = known(problems, cleaned)
    before = [dict(one) for one in previous.complaints if not _of_recipients(one, cleaned)]
    keyed = any("table" in one for one in before)  # not in editions made before ids were kept with them
    before = [one for one in before if "table" in one] if keyed else before
    now = [_key(one, each) if keyed else _plain(one) for one, each in zip(problems, about, strict=True)]
    then = [_key_before(one) if keyed else _plain_before(one) for one in before]
    told = _quotable(cleaned, problems, about)
    left = _beyond(then, now)
    return Trend(
        edition=previous.name,
        as_of=previous.as_of,
        new=frozenset(_beyond(now, then)),
        remaining=len(then) - len(left),
        settled=tuple(_settled(before[place], told) for place in left),
    )


def _of_recipients(one: Mapping[str, Any], cleaned: Cleaned) -> bool:
    return one["sheet"] in cleaned.private or one["rule"] in OF_RECIPIENTS


def _beyond(keys: Sequence[Key], others: Sequence[Key]) -> list[int]:
    """The places of the keys that the others do not have, or not so often."""
    left = Counter(others)
    found = []
    for place, key in enumerate(keys):
        if left[key]:
            left[key] -= 1
        else:
            found.append(place)
    return found


def _key(one: Problem, about: Known) -> Key:
    column = about.column or one.cell.header or ""
    return about.table or one.cell.sheet, one.rule, about.id or "", column, one.found


def _key_before(one: Before) -> Key:
    column = one["column"] or one["header"] or ""
    return one["table"] or one["sheet"], one["rule"], one["id"] or "", column, one["found"]


def _plain(one: Problem) -> Key:
    return one.cell.sheet, one.rule, one.cell.header or "", one.found


def _plain_before(one: Before) -> Key:
    return one["sheet"], one["rule"], one["header"] or "", one["found"]


def _settled(one: Before, quotable: Callable[[Before], bool]) -> Settled:
    return Settled(
        sheet=one["sheet"],
        cell=one["cell"],
        row=one["row"],
        header=one["header"],
        severity=one["severity"],
        message=one["message"] if quotable(one) else None,
    )


def _quotable(
    cleaned: Cleaned, problems: Sequence[Problem], about: Sequence[Known]
) -> Callable[[Before], bool]:
    """Whether what an old complaint quotes is still in view: hiding a row may be how it was settled."""
    rows = set(unseen(cleaned))
    tabs = {one.cell.sheet for one in problems if one.rule == "hidden_sheet"}
    partly = {one.cell.sheet for one in problems if one.rule in OUT_OF_SIGHT}
    columns = {(one.cell.sheet, one.cell.header) for one in problems if one.rule == "hidden_column"}
    struck = {
        (each.table, each.id, each.column)
        for one, each in zip(problems, about, strict=True)
        if one.rule in STRUCK
    }

    def quotable(one: Before) -> bool:
        row_id = one.get("id")
        if one["sheet"] in tabs or (one["sheet"], one["header"]) in columns:
            return False
        if row_id is None:  # nothing tells whether its row is one of those kept from view
            return one["row"] is None or one["sheet"] not in partly
        return (one["table"], row_id) not in rows and (one["table"], row_id, one["column"]) not in struck

    return quotable
