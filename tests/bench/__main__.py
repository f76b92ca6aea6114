"""How long things take, as ratios against something run in the same minute: what `make bench` does.

The machine's other work changes seconds from one minute to the next; a ratio much less so. Nothing here
passes or fails. Needs a system that tells what a process cost: Linux or macOS.
"""

from __future__ import annotations

import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.bench import build, overhead, pages, reading

SHIPPED = Path(__file__).resolve().parents[2] / "inputs" / "facial-recognition.xlsx"


def main() -> None:
    """Print all tables."""
    for table in (reading, build, pages, overhead):
        with TemporaryDirectory() as scratch:
            for line in table.report(SHIPPED, Path(scratch)):
                sys.stdout.write(f"{line}\n")
                sys.stdout.flush()
        sys.stdout.write("\n")


if __name__ == "__main__":
    main()
