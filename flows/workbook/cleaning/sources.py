"""Sources that are there and cannot be used (R10): a row that rests on them alone counts in no finding."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flows.workbook.cleaning.rows import by_key
from flows.workbook.complaints import problem

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from flows.workbook.cleaning.rows import Row
    from flows.workbook.problems import Problem

FOLLOWED_BY = ("url", "title", "file")
"""What a source can be found again by; one of them is enough."""


def unusable(rows: Sequence[Row]) -> Iterator[Problem]:
    """A complaint about each row whose sources are retired, or say nothing to find them by."""
    known = by_key(row for row in rows if row.table.sheet.name == "sources")
    for row in rows:
        cited = (row.get("source") or ()) if row.said("source") else ()
        named = [known[each.value] for each in cited if each.kind == "id" and each.value in known]
        if named and not sourced(row, known):
            yield _complaint(row, named[0])


def sourced(row: Row, known: Mapping[str, Row]) -> bool:
    """Whether the row counts in findings at all (R10); a source is its own."""
    if row.table.sheet.name == "sources":
        return _citable(row)
    cited = row.get("source") or ()
    return any(
        each.kind in ("url", "title") or (each.kind == "id" and _citable(known.get(each.value)))
        for each in cited
    )


def _citable(source: Row | None) -> bool:
    """Whether a row may rest on that one: a source that is not retired and can be found again (R10).

    One set aside for another reason has its own complaint; the record refuses it as well.
    """
    if source is None or source.table.sheet.name != "sources" or source.get("retired"):
        return False
    return any(source.get(name) for name in FOLLOWED_BY)


def _complaint(row: Row, source: Row) -> Problem:
    where, language, found = row.cell("source"), row.table.language, row.said("source")
    if source.get("retired"):
        return problem("retired_source", where, language, found, id=source.key or "")
    url, title, file = (source.table.header(name) for name in FOLLOWED_BY)
    return problem(
        "bare_source", where, language, found, id=source.key or "",
        line=source.number, sheet=source.table.label, url=url, title=title, file=file,
    )  # fmt: skip
