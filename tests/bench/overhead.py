"""What a run from Prefect's page takes beyond `onrecord build` of the same workbook; the server runs."""

from __future__ import annotations

import subprocess
import sys
import time
from datetime import datetime
from shutil import copyfile
from statistics import median
from typing import TYPE_CHECKING, NamedTuple

from tests import books
from tests.served import by_hand_only, serving

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.served import Served

AS_OF = "2021-05-17"
ROUNDS = 5
SMALL = "small.xlsx"


class Round(NamedTuple):
    """Seconds on the wall, taken one right after the other: both languages, in full."""

    build: float  # onrecord build
    run: float  # from the order, as the page sends it, to the run's last state
    before: float  # of these: until the flow began, in a process of its own
    after: float  # of these: from the flow's end until Prefect told of it

    @property
    def more(self) -> float:
        """What the run takes longer."""
        return self.run - self.build


def report(workbook: Path, scratch: Path) -> Iterator[str]:
    """A table for a small workbook, and one for that workbook; a line as soon as it is known."""
    inputs = scratch / "inputs"
    inputs.mkdir()
    books.written(inputs / SMALL, books.sound())
    copyfile(workbook, inputs / workbook.name)
    with serving(scratch) as served:
        by_hand_only(served)
        for name in (SMALL, workbook.name):
            yield f"One run of {name} as of {AS_OF}, both languages, against onrecord build (seconds)"
            yield f"{'round':<10}{'build':>9}{'run':>9}{'before':>9}{'after':>9}{'more':>9}"
            rounds = []
            for number in range(1, ROUNDS + 1):
                rounds.append(measured(served, name))
                yield line(str(number), rounds[-1])
            yield line("median", Round(*map(median, zip(*rounds, strict=True))))
            yield f"Median of what the rounds themselves took more: {median(one.more for one in rounds):.2f}"


def measured(served: Served, name: str) -> Round:
    """One round."""
    started = time.monotonic()
    subprocess.run(  # noqa: S603 - this very Python
        [
            sys.executable, "-m", "flows.cli", "build", str(served.home / "inputs" / name), "--as-of", AS_OF,
            "--outputs", str(served.home / "built"), "--previous", "none",
        ],
        capture_output=True, check=False,
    )  # fmt: skip
    built = time.monotonic() - started
    served.offered(name)
    ordered, started = time.time(), time.monotonic()
    run = served.begin(name, as_of=AS_OF, languages=["en", "fr"], extent="full", afresh=True)
    found = served.ended(run)
    took, seen = time.monotonic() - started, time.time()
    assert found["state_type"] == "COMPLETED", found["state"]["message"]
    begun, ended = (datetime.fromisoformat(found[name]).timestamp() for name in ("start_time", "end_time"))
    return Round(built, took, begun - ordered, seen - ended)


def line(name: str, seconds: Round) -> str:
    """One round as a line of the table."""
    return f"{name:<10}{''.join(f'{each:9.2f}' for each in seconds)}{seconds.more:9.2f}"
