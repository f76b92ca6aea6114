"""What may be typed after `onrecord new`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flows import typed
from flows.document import LANGUAGES
from flows.typed import option

if TYPE_CHECKING:
    import argparse

    from flows.usage import Parser


def add_new(commands: argparse._SubParsersAction[Parser]) -> None:
    """Add the command with its options, and an example."""
    command = commands.add_parser(
        "new",
        help="an empty workbook, ready for a team",
        description="Writes an empty workbook with every sheet, its drop-downs and a page that says what "
        "to do; "
        "or, with --from, one that holds the rows of an older workbook or of another team's. Exit code 1 if "
        "something of those could not be carried over (it is listed), 2 if nothing was written.",
        epilog="example: onrecord new record.xlsx --language fr",
    )
    where = "the file to write, which ends in .xlsx and is not there yet"
    command.add_argument("workbook", type=option(typed.path), metavar="WORKBOOK", help=where)
    whose = "the language of its sheets, headers and lists; that of the old workbook, or the machine's"
    command.add_argument("--language", choices=LANGUAGES, help=whose)
    plainly = "drop-downs from plain ranges only, for Google Sheets and LibreOffice Online"
    command.add_argument("--portable", action="store_true", help=plainly)
    old = "a workbook whose rows are carried over; it is read only"
    command.add_argument("--from", type=option(typed.path), dest="old", metavar="OLD", help=old)
    command.add_argument("--json", action="store_true", help="print the result as JSON")
