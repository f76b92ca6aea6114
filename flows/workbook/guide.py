"""Schema to Markdown: the tables of `inputs/README.md`, so that the guide never lags the code."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from flows.workbook.schema import LISTS, SHEETS

if TYPE_CHECKING:
    from flows.workbook.schema import Choice, Column, Sheet

BEGIN = "<!-- tables: written from flows/workbook/schema by `make guide`; edit there -->"
END = "<!-- end of tables -->"
KINDS = {
    "id": "id",
    "ids": "ids, `;` between",
    "name": "name",
    "names": "names, `;` between",
    "organisation": "organisation",
    "organisations": "organisations, `;` between",
    "day": "date",
    "duration": "period",
    "choice": "one of a list",
    "choices": "of a list, `;` between",
    "prose": "text, printed",
    "words": "text",
    "exceptions": "none, unspecified or text",
    "sources": "sources, `;` between",
    "language": "language code",
    "count": "whole number",
    "yes_no": "yes or no",
    "address": "web address",
}


def tables() -> str:
    """Every sheet with its columns, then every closed list, as Markdown between two markers."""
    parts = [BEGIN, *(_sheet(sheet) for sheet in SHEETS), "## Lists", *_lists(), END]
    return "\n\n".join(parts)


def renewed(guide: str) -> str:
    """The guide with its tables written anew.

    Raises:
        ValueError: the guide has lost its markers.
    """
    before, begin, rest = guide.partition(BEGIN)
    _, end, after = rest.partition(END)
    if not begin or not end:
        raise ValueError("the guide has lost its markers")
    return before + tables() + after


def _sheet(sheet: Sheet) -> str:
    title = f"## Sheet `{sheet.name}` · « {sheet.fr.replace('_', ' ').capitalize()} »"
    also = f"\n\nAlso read: {_spellings(sheet.also)}." if sheet.also else ""
    head = "| Column | French | Also read | Need | What stands in it |\n|---|---|---|---|---|"
    rows = "\n".join(_column(column) for column in sheet.columns)
    return f"{title}\n\n{sheet.en_help}\n{sheet.fr_help}{also}\n\n{head}\n{rows}"


def _column(column: Column) -> str:
    name = f"`{column.name}`" + (f", `{column.name}_fr`" if column.twin else "")
    listed = f" ([list](#{column.choices}))" if column.choices else ""
    what = f"*{KINDS[column.kind]}*{listed}. {column.en_help}<br>{column.fr_help}"
    need = f"**{column.need}**" if column.need == "required" else column.need
    return f"| {name} | `{column.fr}` | {_spellings(column.also)} | {need} | {what} |"


def _spellings(also: tuple[str, ...]) -> str:
    return ", ".join(f"`{spelling}`" for spelling in also)


def _lists() -> list[str]:
    return [_list(name, choices) for name, choices in LISTS.items()]


def _list(name: str, choices: tuple[Choice, ...]) -> str:
    head = "| Type | or in French | Also read | It means |\n|---|---|---|---|"
    rows = "\n".join(
        f"| `{one.code}` | `{one.fr}` | {_spellings(one.also)} | {one.en_means}<br>{one.fr_means} |"
        for one in choices
    )
    return f"### {name}\n\n{head}\n{rows}"


if __name__ == "__main__":
    path = Path(sys.argv[1])
    path.write_text(renewed(path.read_text(encoding="utf-8")), encoding="utf-8")
