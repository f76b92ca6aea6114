"""Commands that read a workbook: a process of its own begins at once, and all else is loaded meanwhile."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flows.workbook.reading.begun import Begun

if TYPE_CHECKING:
    import argparse


def check(arguments: argparse.Namespace) -> int:
    """`onrecord check`."""
    with Begun(arguments.workbook) as begun:
        from flows import checking  # noqa: PLC0415 - only now, for that reason

        return checking.check(arguments, begun)


def findings(arguments: argparse.Namespace) -> int:
    """`onrecord findings`."""
    with Begun(arguments.workbook) as begun:
        from flows import building  # noqa: PLC0415 - as above

        return building.findings(arguments, begun)
