"""What fifty thousand rows cost to read, clean and think through, against openpyxl's own plain loading."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from openpyxl import load_workbook

from flows import steps
from flows.order import Order
from flows.workbook import read as excel
from tests.bench import cost, rows

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

AS_OF = date(2021, 5, 17)
ROWS = 25_000  # on each of the two sheets: more than are read cell by cell
SLOW = excel.Limits(long_rows=10**9, long_values=10**9, values=10**7, memory=4 * 10**9)


def report(shipped: Path, scratch: Path) -> Iterator[str]:
    """The table, a line as soon as it is known."""
    workbook = rows.written(scratch / "long.xlsx", shipped, ROWS)
    yield f"{ROWS:,} announcements and {ROWS:,} reactions, read and thought through (CPU seconds)"
    yield f"{'step':<28}{'here':>9}{'child':>9}{'total':>9}{'ratio':>9}"
    _, yardstick = cost.of(lambda: load_workbook(workbook).close())
    yield line("openpyxl alone, loading", yardstick, yardstick)
    book, reading = cost.of(lambda: steps.read(workbook))
    yield line("read", reading, yardstick)
    slow, one_by_one = cost.of(lambda: excel.cells(workbook, SLOW))
    yield line("read, cell by cell", one_by_one, yardstick)
    yield f"the quick way gives the same: {slow.cells.equals(book.cells)}"
    cleaned, cleaning = cost.of(lambda: steps.clean(book))
    yield line("clean", cleaning, yardstick)
    found, finding = cost.of(lambda: steps.find(cleaned, Order(AS_OF)))
    yield line("find", finding, yardstick)
    spent = cost.Cost(*map(sum, zip(reading, cleaning, finding, strict=True)))
    yield line("read, clean and find", spent, yardstick)
    yield (
        f"{book.cells.height:,} cells, {len(cleaned.problems):,} problems, "
        f"{len(found.commitments):,} commitments, {len(found.demands):,} demands"
    )


def line(step: str, seconds: cost.Cost, yardstick: cost.Cost) -> str:
    """One step as a line of the table."""
    spent = "".join(f"{each:9.2f}" for each in (*seconds, seconds.total))
    return f"{step:<28}{spent}{seconds.total / yardstick.total:9.2f}"
