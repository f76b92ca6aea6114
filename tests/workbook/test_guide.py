"""The guide to typing never lags the schema."""

from __future__ import annotations

from pathlib import Path

from flows.workbook import guide
from flows.workbook.schema import LISTS, SHEETS

GUIDE = Path(__file__).parents[2] / "inputs" / "README.md"


def test_the_tables_of_the_guide_are_those_of_the_schema() -> None:
    typed = GUIDE.read_text(encoding="utf-8")
    assert guide.renewed(typed) == typed


def test_every_column_and_every_value_is_in_the_guide() -> None:
    typed = GUIDE.read_text(encoding="utf-8")
    columns = [f"`{column.name}`" for sheet in SHEETS for column in sheet.columns]
    values = [f"| `{choice.code}` | `{choice.fr}` |" for choices in LISTS.values() for choice in choices]
    assert [name for name in columns + values if name not in typed] == []
