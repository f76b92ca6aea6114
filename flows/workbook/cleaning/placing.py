"""Every row with content in exactly one class: a fact to be, or set apart with the rule it broke (R16)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from flows.record.facts import Origin, SheetRows, Unplaced
from flows.workbook.cleaning import stray
from flows.workbook.cleaning.numbering import ID, Numbers, home, id_meant, misshapen
from flows.workbook.cleaning.rows import Row
from flows.workbook.complaints import problem, remedies, words
from flows.workbook.schema import COUNTED_SHEETS
from flows.workbook.text import key, tidy

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    import polars as pl

    from flows.workbook.cleaning.harvest import Place
    from flows.workbook.problems import Problem
    from flows.workbook.tables import Layout, Table

MISSHAPEN = ("malformed_id", "wrong_letter")
NO_KEY = {"id": "missing_id", "name": "missing_name", "demand": "missing_demand"}


@dataclass(frozen=True, slots=True)
class Placed:
    """The rows that become facts, those that cannot, and how many there are of each sheet."""

    rows: tuple[Row, ...]
    misnamed: tuple[Row, ...]  # those that only their ids keep from becoming facts
    unplaced: tuple[Unplaced, ...]
    sheets: tuple[SheetRows, ...]
    problems: tuple[Problem, ...]


def rows(
    marks: pl.DataFrame, values: Mapping[Place, Any], typed: Mapping[Place, str], layout: Layout
) -> tuple[Row, ...]:
    """The rows with content of the counted sheets, in tab order and by row."""
    by_row, typed_by_row = _by_row(values), _by_row(typed)
    tables = {table.label: table for table in layout.tables if table.sheet.name in COUNTED_SHEETS}
    found: dict[str, list[Row]] = {label: [] for label in tables}
    for mark in marks.iter_rows(named=True):
        if mark["sheet"] in tables:
            place = (mark["sheet"], mark["row"])
            row = Row(
                tables[mark["sheet"]], mark["row"], by_row.get(place, {}), typed_by_row.get(place, {}),
                mark["filled"], tidy(mark["first"]), mark["numbers"], out_of_sight(mark),
            )  # fmt: skip
            found[mark["sheet"]].append(row)
    return tuple(row for label in found for row in found[label])


def _by_row(values: Mapping[Place, Any]) -> dict[tuple[str, int], dict[str, Any]]:
    by_row: dict[tuple[str, int], dict[str, Any]] = {}
    for (sheet, number, name), value in values.items():
        by_row.setdefault((sheet, number), {})[name] = value
    return by_row


def placed(rows: Sequence[Row], layout: Layout) -> Placed:
    """The rows told apart, with the complaints about rows as a whole and about their ids."""
    facts: list[Row] = []
    misnamed: list[Row] = []
    unplaced: list[Unplaced] = []
    problems: list[Problem] = []
    counted = [table for table in layout.tables if table.sheet.name in COUNTED_SHEETS]
    for table in counted:
        own = [row for row in rows if row.table is table]
        numbers = Numbers(table.sheet.prefix, own)
        for row in own:
            found = list(_complaints(row, numbers))
            problems += found
            outside = _outside(row, [each.rule for each in found])
            if outside:
                told = None if row.apart else row.key  # what is kept from view is told by sheet and line only
                unplaced.append(Unplaced(Origin(table.label, row.number), told, outside))
                misnamed += [row] if outside in (*MISSHAPEN, "missing_id") else []
            else:
                facts.append(row)
        problems += _same_keys([row for row in own if row.key and not _is_misshapen(row)], numbers)
    sheets = tuple(_counts(table, rows) for table in counted)
    return Placed(tuple(facts), tuple(misnamed), tuple(unplaced), sheets, tuple(problems))


def spared(told: Iterable[Problem], placed: Placed) -> tuple[Problem, ...]:
    """The complaints without those about cells of rows that are none of the record (`stray.ASTRAY`)."""
    astray = {(one.cell.sheet, one.cell.row) for one in placed.problems if one.rule in stray.ASTRAY}
    return tuple(
        one
        for one in told
        if (one.cell.sheet, one.cell.row) not in astray or one.rule == "headers_on_two_rows"
    )


def _counts(table: Table, rows: Sequence[Row]) -> SheetRows:
    filled = [row.number for row in rows if row.table is table]
    read = max(filled, default=table.header_row) - table.header_row
    return SheetRows(table.sheet.name, table.label, read, read - len(filled))


def _complaints(row: Row, numbers: Numbers) -> Iterator[Problem]:
    language = row.table.language
    if row.apart:
        own_id = row.table.sheet.prefix and row.key and ID.fullmatch(row.key)
        found = (
            row.said(row.key_name) if own_id else ""
        )  # of what is kept from view nothing but its id is told
        yield problem(row.apart, row.whole(), language, found, withdraw=row.withdraw())
    astray = stray.rule(row)
    if astray:
        name = row.table.header(row.key_name)
        yield problem(astray, row.whole(), language, row.first, key=name)
    elif row.key is None:
        if row.table.has(row.key_name):
            found = row.said(row.key_name)
            next_id = numbers.next() if row.table.sheet.prefix else ""
            yield problem(NO_KEY[row.key_name], row.cell(row.key_name), language, found, next=next_id)
    elif row.table.sheet.prefix:
        rule = misshapen(row.key, row.table)
        if rule:
            prefix, said = row.table.sheet.prefix, row.said("id")
            read = id_meant(row)
            free = read if read and numbers.is_free(read) else None
            offered = remedies.id_to_type(free, numbers.next(), language)
            moved = remedies.move(home(row.key, language), language)
            yield problem(rule, row.cell("id"), language, said, next=offered, prefix=prefix, moved=moved)


def _is_misshapen(row: Row) -> bool:
    return bool(row.table.sheet.prefix and row.key and misshapen(row.key, row.table))


def _outside(row: Row, rules: Sequence[str]) -> str | None:
    """The rule that keeps the row from becoming a fact, if any: it has no name to be called by."""
    nameless = (*stray.ASTRAY, *MISSHAPEN, *NO_KEY.values())
    if row.key is None or any(rule in nameless for rule in rules):
        return rules[0] if rules else "missing_column"
    return None


def _same_keys(rows: Sequence[Row], numbers: Numbers) -> Iterator[Problem]:
    """A complaint about every row whose id, or whose name, another row has too."""
    if not rows or not (rows[0].table.sheet.key):
        return
    by_key: dict[str, list[Row]] = {}
    for row in rows:
        by_key.setdefault(key(row.key or "") if row.key_name == "name" else row.key or "", []).append(row)
    for same in by_key.values():
        living = [row for row in same if not row.get("retired")]
        if len(living) > 1:
            yield from _same_key(living, numbers)
        elif living and len(same) > 1 and same[0].key_name != "name":
            yield from _used_before(living[0], [row for row in same if row is not living[0]], numbers)


def _used_before(row: Row, retired: Sequence[Row], numbers: Numbers) -> Iterator[Problem]:
    """A complaint about a row with the id of a retired one: an id is never used again (1.3)."""
    where, language = row.cell(row.key_name), row.table.language
    others = words.some([str(one.cell(one.key_name)) for one in retired], len(retired), language)
    found, next_id = row.said(row.key_name), numbers.next(row.key or "")
    yield problem("id_used_before", where, language, found, others=others, next=next_id)


def _same_key(same: Sequence[Row], numbers: Numbers) -> Iterator[Problem]:
    rule = "duplicate_name" if same[0].key_name == "name" else "duplicate_id"
    next_id = numbers.next(same[0].key or "") if same[0].table.sheet.prefix else ""
    first = same[: words.MOST_NAMED + 1]
    for row in same:
        others = [str(other.cell(other.key_name)) for other in first if other is not row]
        where, language = row.cell(row.key_name), row.table.language
        named = words.some(others, len(same) - 1, language)
        yield problem(rule, where, language, row.said(row.key_name), others=named, next=next_id)


def out_of_sight(mark: Mapping[str, bool]) -> str | None:
    """The rule of a row kept from view, one of `facts.OUT_OF_SIGHT`; None of one in view."""
    if mark["filtered"]:
        return "filtered_row"
    if mark["hidden"]:
        return "hidden_row"
    return "struck_row" if mark["struck"] else None
