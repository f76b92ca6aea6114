"""A workbook of any length in the layout of the shipped one, made by repeating its rows under new ids."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from openpyxl import Workbook, load_workbook

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

REPEATED = ("Announcements", "Reactions")
IDS = re.compile(r"\b([AR])(\d{3,})\b")
IN_COLUMNS = {"ID", "About", "Previous ID", "Responds to", "Same demand as"}
APART = 1000  # between the ids of one repetition and the next

Row = tuple[object, ...]


def written(path: Path, shipped: Path, rows: int) -> Path:
    """The shipped workbook with that many rows on each of the two sheets; the other sheets as they are."""
    source = load_workbook(shipped, read_only=True)
    longer = Workbook(write_only=True)
    for tab in source.worksheets:
        sheet = longer.create_sheet(tab.title)
        content = list(tab.iter_rows(values_only=True))
        for row in repeated(content, rows) if tab.title in REPEATED else content:
            sheet.append(row)
    source.close()
    longer.save(path)
    return path


def repeated(content: list[Row], rows: int) -> Iterator[Row]:
    """The headers, then the rows over and over, each time with ids of their own that still fit together."""
    headers, *body = content
    yield headers
    for number in range(rows):
        turn, place = divmod(number, len(body))
        yield tuple(
            moved(value, turn) if header in IN_COLUMNS and isinstance(value, str) else value
            for header, value in zip(headers, body[place], strict=True)
        )


def moved(ids: str, turn: int) -> str:
    """The ids of a cell as they are called in that repetition: R001.1 becomes R3001.1 in the third."""
    return IDS.sub(lambda found: f"{found[1]}{int(found[2]) + turn * APART:0{len(found[2])}}", ids)
