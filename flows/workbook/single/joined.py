"""What was said of the parts, said of the one tab they stand on."""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from typing import TYPE_CHECKING, Any, TypeVar

from flows.workbook.cleaning import choices
from flows.workbook.complaints import problem
from flows.workbook.problems import in_reading_order

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from flows.record.facts import Record, SheetRows
    from flows.workbook.clean import Cleaned
    from flows.workbook.problems import Problem
    from flows.workbook.single.found import Found
    from flows.workbook.single.split import Split

Value = TypeVar("Value")


def joined(cleaned: Cleaned, split: Split) -> Cleaned:
    """The same with the real tab's name in every place; in the record, apart for each sheet on it.

    Complaints about a header that two sheets share are made once.
    """
    if split.found is None:
        return cleaned
    plain = {part: str(tab) for part, tab in split.tabs.items()}
    tabs = tuple(dict.fromkeys(plain.get(tab, tab) for tab in split.book.tabs))
    told = _acts(cleaned.problems, split.found, cleaned.record.language)
    corrected = dict.fromkeys(on_one_tab(each, plain) for each in cleaned.corrections)
    return replace(
        cleaned,
        record=_record(cleaned.record, split),
        problems=in_reading_order(_problems(told, split.found, plain), tabs),
        decided=tuple(on_one_tab(each, plain) for each in cleaned.decided),
        unused=tuple(on_one_tab(each, plain) for each in cleaned.unused),
        corrections=in_reading_order(corrected, tabs),
        unknown_columns=tuple(dict.fromkeys(on_one_tab(each, plain) for each in cleaned.unknown_columns)),
        addresses={
            (split.tabs.get(tab, tab), row, name): where
            for (tab, row, name), where in cleaned.addresses.items()
        },
        grids=tuple(replace(grid, label=split.tabs.get(grid.label, grid.label)) for grid in cleaned.grids),
    )


def _acts(problems: Iterable[Problem], found: Found, language: str) -> Iterator[Problem]:
    """The complaints, that of a blank kind told as what stands there: the word for the row's sheet."""
    for each in problems:
        row, column = each.cell.row or 0, found.kind_column[0]
        named = each.rule == "missing_kind" and each.cell.column == column and row in found.by_name
        allowed = choices.allowed("kind", language)
        told = problem("kind_of_row_only", each.cell, language, found.kinds.get(row, ""), allowed=allowed)
        yield told if named else each


def _problems(problems: Iterable[Problem], found: Found, plain: Mapping[str, str]) -> tuple[Problem, ...]:
    """Of a row of which nothing tells what it is, that alone is said; none of a header of another kind."""
    kept: dict[object, Problem] = {}
    lost, headed = set(found.undecided), dict(found.header.line)
    for each in problems:
        row = each.cell.row
        if each.cell.sheet in plain and row in lost and each.rule != "unknown_row_kind":
            continue
        if each.rule == "column_without_header" and each.cell.sheet in plain and each.cell.column in headed:
            continue
        told = on_one_tab(each, plain)
        of_header = each.cell.sheet in plain and row == found.header.row and each.cell.address
        kept.setdefault((told.cell, told.rule) if of_header else told, told)
    return tuple(kept.values())


def _record(record: Record, split: Split) -> Record:
    changed = on_one_tab(record, split.tabs)
    first = next(iter(split.parts))
    sheets = tuple(
        _counted(each, split.found.blank if split.found and each.label == split.tabs[first] else 0)
        if each.label in split.tabs.values()
        else each
        for each in changed.sheets
    )
    return replace(changed, sheets=sheets)


def _counted(rows: SheetRows, blank: int) -> SheetRows:
    """How many rows of one kind there are: those between them are of other kinds, and not empty."""
    return replace(rows, read=rows.read - rows.empty + blank, empty=blank)


def on_one_tab(value: Value, names: Mapping[str, str]) -> Value:
    """The value with every name of a part replaced, wherever in it."""
    changed: Any = _replaced(value, names)
    return changed  # type: ignore[no-any-return]


def _replaced(value: Any, names: Mapping[str, str]) -> Any:  # noqa: ANN401 - whatever a record is made of
    if isinstance(value, str):
        return _text(value, names)
    if isinstance(value, tuple):
        items = [_replaced(item, names) for item in value]
        return tuple(items) if any(a is not b for a, b in zip(items, value, strict=True)) else value
    if is_dataclass(value) and not isinstance(value, type):
        told = {each.name: getattr(value, each.name) for each in fields(value)}
        new = {name: found for name, old in told.items() if (found := _replaced(old, names)) is not old}
        return replace(value, **new) if new else value
    return value


def _text(text: str, names: Mapping[str, str]) -> str:
    if text in names:
        return names[text]
    for part, tab in names.items():
        if part in text:
            plain = str(tab)
            quoted = "'" + part.replace("'", "''") + "'"
            text = text.replace(quoted, plain) if plain.isidentifier() else text
            text = text.replace(part.replace("'", "''"), plain.replace("'", "''")).replace(part, plain)
    return text
