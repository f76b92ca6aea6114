"""What a briefing of more and more pages takes, against WeasyPrint alone setting the very same page.

Seconds on the wall, and megabytes at the most, of all processes of a build together: where several share
memory each counts its share.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING, NamedTuple

import pypdfium2
from openpyxl import load_workbook

from tests.bench import build, cost, rows

if TYPE_CHECKING:
    from collections.abc import Iterator

ROWS = {20: 10, 60: 110, 200: 470, 1000: 2_600}
"""By about how many pages they come to, the rows on each of the two sheets."""
ROUNDS = {20: 3, 60: 3, 200: 3, 1000: 1}
LOOK = 0.5  # seconds between two looks at the memory in use: each takes its time
CELL = ("Announcements", "Summary", 8)
"""The cell that is edited: a word more in it."""


class Spent(NamedTuple):
    """What one command took."""

    wall: float
    cpu: float
    peak: float  # megabytes


class Round(NamedTuple):
    """One after the other, on the same workbook."""

    alone: Spent  # WeasyPrint on the page as the build has it
    cold: Spent  # the build, with nothing kept
    edited: Spent  # the same after one cell was edited, with what the first one kept


def report(shipped: Path, scratch: Path, sizes: tuple[int, ...] = tuple(ROWS)) -> Iterator[str]:
    """The table, a line as soon as it is known."""
    yield f"Builds of one language against WeasyPrint alone, on {len(os.sched_getaffinity(0))} processors"
    heads = ("pages", 6), ("alone", 9), ("cold", 9), ("ratio", 7), ("edited", 9), ("ratio", 7)
    more = ("CPU a page", 12), ("memory", 9), ("ratio", 7)
    yield "".join(f"{head:>{wide}}" for head, wide in (*heads, *more))
    for size in sizes:
        yield line(*measured(shipped, scratch / str(size), size))


def measured(shipped: Path, scratch: Path, size: int) -> tuple[int, Round]:
    """How many pages it came to, and the median of each over the rounds."""
    scratch.mkdir()
    workbook = rows.written(scratch / "long.xlsx", shipped, ROWS[size])
    changed = edited(workbook, scratch / "edited.xlsx")
    page = build.saved(workbook, scratch)
    rounds = [one(workbook, changed, page, scratch / str(number)) for number in range(ROUNDS[size])]
    pdf = next((scratch / "0" / "cold").rglob("briefing-en.pdf"))
    middle = Round(*(Spent(*map(median, zip(*spent, strict=True))) for spent in zip(*rounds, strict=True)))
    return len(pypdfium2.PdfDocument(pdf)), middle


def one(workbook: Path, changed: Path, page: Path, scratch: Path) -> Round:
    """One round."""
    scratch.mkdir()
    return Round(
        alone=of("-c", build.ALONE, str(page), str(scratch / "alone.pdf"), build.TAGGED),
        cold=built(workbook, scratch, "cold"),
        edited=built(changed, scratch, "edited"),
    )


def built(workbook: Path, scratch: Path, shelf: str) -> Spent:
    """A build, in English."""
    return of(
        "-m", "flows.cli", "build", str(workbook), "--as-of", str(build.AS_OF), "--language", build.LANGUAGE,
        "--previous", "none", "--outputs", str(scratch / shelf), kept=scratch / "kept",
    )  # fmt: skip


def edited(workbook: Path, path: Path) -> Path:
    """The workbook with one word more in one cell."""
    book = load_workbook(workbook)
    tab, header, row = CELL
    column = next(cell.column for cell in book[tab][1] if cell.value == header)
    cell = book[tab].cell(row, column)
    cell.value = f"{cell.value} indeed"
    book.save(path)
    return path


def of(*arguments: str, kept: Path | None = None) -> Spent:
    """What a new Python with these arguments takes, with all it starts."""
    began, before = time.monotonic(), cost.so_far().in_children
    environment = os.environ | {"PAGES_KEPT": str(kept) if kept else "none"}
    command = [sys.executable, *arguments]
    with subprocess.Popen(  # noqa: S603 - as named
        command,
        cwd=cost.CHECKOUT,
        env=environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    ) as running:
        peak = 0.0
        while running.poll() is None:
            peak = max(peak, memory(running.pid))
            time.sleep(LOOK)
    return Spent(time.monotonic() - began, cost.so_far().in_children - before, peak)


def memory(session: int) -> float:
    """The megabytes that all processes of a session have in use, shared ones in shares."""
    found = 0
    for status in Path("/proc").glob("[0-9]*/stat"):
        try:
            told = status.read_text().rpartition(")")[2].split()
            if int(told[3]) == session:
                lines = (status.parent / "smaps_rollup").read_text().splitlines()
                found += next(int(each.split()[1]) for each in lines if each.startswith("Pss:"))
        except (OSError, StopIteration):  # it has just ended
            continue
    return found / 1024


def line(pages: int, spent: Round) -> str:
    """One size as a line of the table."""
    alone, cold, changed = spent
    return (
        f"{pages:>6}{alone.wall:9.1f}{cold.wall:9.1f}{cold.wall / alone.wall:7.2f}"
        f"{changed.wall:9.1f}{changed.wall / alone.wall:7.2f}"
        f"{cold.cpu / pages:12.3f}{cold.peak:9.0f}{cold.peak / alone.peak:7.2f}"
    )
