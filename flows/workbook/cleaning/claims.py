"""What a row claims of itself that its other cells, or the rows it names, speak against."""

from __future__ import annotations

from contextlib import suppress
from datetime import date, timedelta
from typing import TYPE_CHECKING

from flows.record.periods import last_on, overlap
from flows.workbook.cleaning import choices
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

WEEKS = timedelta(days=30)  # a page may tell of what is to come, hardly of what is weeks away
DAYS = timedelta(days=3)  # it mostly tells of what has just happened


def claims(rows: Sequence[Row]) -> Iterator[Problem]:
    """The complaints about a row's days, exceptions, relation and stance.

    None about its verification: one row of sources may stand for several publications or a recording.
    """
    sources = by_key(row for row in rows if row.table.sheet.name == "sources")
    acts = by_key(row for row in rows if row.table.sheet.name == "announcements")
    whole = statements(rows)
    asking: dict[str, list[Row]] = {}
    for row in rows:
        if row.table.sheet.name == "reactions" and row.holds("demand") and not row.get("retired"):
            asking.setdefault(base_of(row), []).append(row)
    for row in rows:
        if row.table.sheet.name in OWN:
            yield from _published(row, sources)
            yield from _older(row, sources)
            yield from _exceptions(row)
        if row.table.sheet.name == "announcements":
            yield from _moved_end(row, acts)
        if row.table.sheet.name == "reactions":
            yield from _welcomes(row, asking, acts)
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


def _older(row: Row, sources: Known) -> Iterator[Problem]:
    """An act weeks younger than every page that is to tell of it, where a slip would explain it."""
    name = OWN[row.table.sheet.name]
    own, cited = row.get(name), row.get("source") or ()
    days = [one.get("published_on") for each in cited if (one := sources.get(each.value))]
    if not own or own.precision != "day" or not row.said(name) or len(days) < len(cited) or None in days:
        return
    latest = max(days, key=last_on, default=own)
    meant = _meant(own.first, last_on(latest))
    if meant is not None:
        language = row.table.language
        yield problem(
            "source_before_act", row.cell(name), language, row.said(name),
            day=words.day(own.first, language), id=cited[days.index(latest)].value,
            other=words.period(latest.first, latest.precision, language), column=row.table.header("source"),
            meant=words.day(meant, language), offered=meant.isoformat(),
        )  # fmt: skip


def _meant(day: date, told: date) -> date | None:
    """The day just before a page came out that this later one is a slip for; None without one."""
    if day <= told + WEEKS:
        return None
    for year, month, number in ((day.year, day.day, day.month), (day.year - 1, day.month, day.day)):
        with suppress(ValueError):
            other = date(year, month, number)
            if told - DAYS <= other <= told:
                return other
    return None


def _welcomes(row: Row, demands: Mapping[str, list[Row]], acts: Known) -> Iterator[Problem]:
    """A statement that is said to welcome an act, and asks more of whoever did it (model 1.2d)."""
    if row.get("stance") != "welcomes" or not row.said("stance"):
        return
    bodies = {acts[each].get("organisation") for each in row.get("about") or () if each in acts}
    for one in demands.get(base_of(row), ()):
        if one.get("target") in bodies:
            language = row.table.language
            yield problem(
                "welcomes_and_asks", row.cell("stance"), language, row.said("stance"), id=one.key or "",
                target=one.said("target"), other=choices.label("stance", "welcomes_insufficient", language),
            )  # fmt: skip
            return


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
