"""What a row claims of itself that its other cells, or the rows it names, speak against."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flows.record.periods import overlap
from flows.workbook.cleaning.checks import end_of
from flows.workbook.cleaning.inheritance import base_of, dotted, statements
from flows.workbook.cleaning.order import OWN, before
from flows.workbook.cleaning.pieces import NONE
from flows.workbook.cleaning.rows import by_key
from flows.workbook.complaints import problem, words
from flows.workbook.text import key, pieces

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from flows.workbook.cleaning.rows import Row
    from flows.workbook.problems import Problem

    Known = Mapping[str, Row]


def claims(rows: Sequence[Row]) -> Iterator[Problem]:
    """The complaints about a row's date basis, exceptions and relation.

    None about its verification, for one row of sources may stand for several publications or a recording; nor
    about its stance, which another demand of the same row may bear out.
    """
    sources = by_key(row for row in rows if row.table.sheet.name == "sources")
    acts = by_key(row for row in rows if row.table.sheet.name == "announcements")
    whole = statements(rows)
    for row in rows:
        if row.table.sheet.name in OWN:
            yield from _published(row, sources)
            yield from _exceptions(row)
        if row.table.sheet.name == "announcements":
            yield from _moved_end(row, acts)
        if dotted(row):
            yield from _another_day(row, whole.get(base_of(row)))


def _published(row: Row, sources: Known) -> Iterator[Problem]:
    """A day taken from a publication that came out on another one."""
    cited = [each.value for each in row.get("source") or ()]
    own = row.get(OWN[row.table.sheet.name])
    if row.get("date_basis") != "published" or len(cited) != 1 or own is None or not row.said("date_basis"):
        return
    source = sources.get(cited[0])
    day = source.get("published_on") if source else None
    if day and day.precision == own.precision == "day" and day.first != own.first:
        language = row.table.language
        yield problem(
            "published_another_day", row.cell("date_basis"), language, row.said("date_basis"),
            id=cited[0], day=words.day(day.first, language), other=words.day(own.first, language),
        )  # fmt: skip


def _exceptions(row: Row) -> Iterator[Problem]:
    """None, and some all the same."""
    for prefix in ("", "demand_"):
        for name in row.versions(f"{prefix}exceptions"):
            said = pieces(row.said(name))
            if len(said) > 1 and any(key(each) in NONE for each in said):
                yield problem("none_and_more", row.cell(name), row.table.language, row.said(name))


def _moved_end(row: Row, acts: Known) -> Iterator[Problem]:
    """A term that is said to be extended and ends sooner, or shortened and ends later."""
    previous = acts.get(row.get("previous_id") or "")
    if previous is None or not row.said("relation"):
        return
    ends, was = (one.get("ends_on") or end_of(one) for one in (row, previous))
    if ends is None or was is None:
        return
    against = {"extends": before(ends, was), "shortens": before(was, ends)}
    if against.get(row.get("relation")):
        name, language = "ends_on" if row.get("ends_on") else "duration", row.table.language
        yield problem(
            "end_against_relation", row.cell(name), language, row.said(name),
            relation=row.said("relation"), column=row.table.header("relation"), id=previous.key or "",
            day=words.period(ends.first, ends.precision, language),
            other=words.period(was.first, was.precision, language),
        )  # fmt: skip


def _another_day(row: Row, base: Row | None) -> Iterator[Problem]:
    """A part of a statement that has another day than the statement itself."""
    if base is None or base.get("retired") or not row.said("reacted_on"):
        return
    own, day = row.get("reacted_on"), base.get("reacted_on")
    if own and day and not overlap(own, day):
        language = row.table.language
        yield problem(
            "part_of_another_day", row.cell("reacted_on"), language, row.said("reacted_on"),
            day=words.period(own.first, own.precision, language), id=base.key or "",
            other=words.period(day.first, day.precision, language),
        )  # fmt: skip
