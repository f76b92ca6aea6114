"""The shipped workbook with cells changed at random: long, short, empty, of several scripts, or made to harm.

`python -m tests.document.shaken 300` changes so many, some at a time, and tells what each lot came to.
"""

from __future__ import annotations

import random
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from openpyxl import load_workbook

from flows.document.proof import complete
from flows.record import findings
from flows.workbook import clean, read
from tests.document import hostile, making, shipped

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from flows.document import Extent
    from flows.document.proof.complete import Lost

AT_ONCE = 25
WORDS = [
    "the",
    "moratorium",
    "ends",
    "when",
    "Congress",
    "has",
    "passed",
    "a",
    "law",
    "on",
    "facial",
    "recognition;",
    "nobody",
    "said",
    "so",
]
SCRIPTS = (
    "Ελλάδα",
    "Москва",
    "שלום",
    "中文",
    "العربية",
    "naïve",
    "Łódź",
    "👩\u200d🚀",
    "e\u0301\u0302\u0303",
    "½ ﬁ",
)


def text(chance: random.Random) -> str | None:
    """What is typed instead."""
    return chance.choice(
        (
            None,
            chance.choice(("x", "?", "1", "é", "-")),
            " ".join(chance.choices(WORDS, k=300)),
            "\n".join(" ".join(chance.choices(WORDS, k=60)) for _ in range(15)),
            " ".join(chance.choices(SCRIPTS, k=8)),
            chance.choice(list(hostile.payloads())),
            "".join(chance.choices("abcdefghijklmnop/-_0123456789", k=400)),
        )
    )


def shaken(path: Path, seed: int, cells: int = AT_ONCE) -> list[str]:
    """The addresses of the cells changed in the workbook written there."""
    chance = random.Random(seed)  # noqa: S311 - no secret: the same seed is to give the same cells
    book = load_workbook(shipped.WORKBOOK)
    filled = [
        cell for sheet in book.worksheets for row in sheet.iter_rows(min_row=2) for cell in row if cell.value
    ]
    changed = chance.sample(filled, cells)
    for cell in changed:
        cell.value = text(chance)
        if isinstance(cell.value, str):
            cell.data_type = "s"
    book.save(path)
    return [f"{cell.parent.title}!{cell.coordinate}" for cell in changed]


def lost(path: Path, as_of: date, language: str, extent: Extent) -> tuple[int, tuple[Lost, ...]]:
    """On how many pages the workbook comes out, and what they lack."""
    found = findings.compute(clean.record(read.cells(path)).record, as_of=as_of)
    drawn = making.drawn(found, language, extent)
    return drawn.pages, complete.lost(drawn, found, language, extent)


def told(cells: int) -> Iterator[str]:
    """A line for each lot of cells."""
    with tempfile.TemporaryDirectory() as folder:
        for seed in range(-(-cells // AT_ONCE)):
            path = Path(folder) / f"{seed}.xlsx"
            changed = shaken(path, seed)
            language, extent = ("en", "fr")[seed % 2], ("full", "full", "core")[seed % 3]
            try:
                pages, lacking = lost(path, making.FOUNDING, language, extent)  # type: ignore[arg-type]
            except Exception as fault:  # noqa: BLE001 - that is what is looked for
                yield f"seed {seed} {language} {extent}: {fault!r}; {changed}"
            else:
                yield f"seed {seed} {language} {extent}: {pages} pages, lost {lacking[:3]}"


if __name__ == "__main__":
    for line in told(int(sys.argv[1])):
        sys.stdout.write(f"{line}\n")
        sys.stdout.flush()
