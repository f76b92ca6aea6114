"""What may be typed after `onrecord`: commands, options, and the sentence for what was typed wrong.

The help texts are English only; every refusal exists in both languages.
"""

from __future__ import annotations

import argparse
import re
from typing import TYPE_CHECKING, NoReturn

from flows import settings, terminal, typed, usage_new, usage_sending
from flows.document import EXTENTS, LANGUAGES
from flows.spoken import said
from flows.terminal import REFUSED
from flows.typed import option

if TYPE_CHECKING:
    from typing import Any

# What argparse says, which it says in English only -> our own sentence, whose blanks are the named groups.
WRONG = {
    r"the following arguments are required: (?P<what>.+)": "usage_lacking",
    r"argument (?P<option>\S+): invalid choice: '(?P<found>.*)' \(choose from (?P<choices>.+)\)": (
        "usage_choice"
    ),
    r"one of the arguments (?P<options>.+) is required": "usage_one_of",
    r"argument (?P<option>\S+): not allowed with argument (?P<other>\S+)": "usage_not_both",
    r"argument (?P<option>\S+): expected one argument": "usage_no_value",
    r"argument (?P<option>\S+): ignored explicit argument .*": "usage_value",
    r"ambiguous option: (?P<option>\S+) could match (?P<choices>.+)": "usage_ambiguous",
    r"unrecognized arguments: (?P<found>-[^\s=]+).*": "usage_unknown",
    r"unrecognized arguments: (?P<found>.*)": "usage_word",
    r"argument (?P<option>\S+): (?P<sentence>.*?)\.?": "usage_of",
}


class Parser(argparse.ArgumentParser):
    """A parser that complains in one sentence and says where to look."""

    def error(self, message: str) -> NoReturn:
        """Leave with exit code 2."""
        self.exit(REFUSED, said("usage", wrong=wrong(message), command=self.prog) + "\n")

    def print_help(self, file: Any = None) -> None:  # noqa: ANN401 - as argparse has it
        """Print the help as a result is; argparse would hide that it cannot be written."""
        if file is None:
            terminal.result(self.format_help().rstrip("\n"))
        else:
            super().print_help(file)


def wrong(message: str) -> str:
    """What was typed wrong, in our words where there are any for argparse's message."""
    for pattern, kind in WRONG.items():
        if found := re.fullmatch(pattern, message, re.DOTALL):
            blanks = found.groupdict()
            return said(kind, **blanks | {"choices": blanks.get("choices", "").replace("'", "")})
    return message


def without_a_command(top: Parser) -> int:
    """Say what may be typed, with an example; 2, since nothing was done."""
    terminal.complain(said("no_command", command=top.prog))
    for line in top.format_help().splitlines():
        terminal.complain(line)
    return REFUSED


def parser() -> Parser:
    """All the commands with their options, each with an example."""
    top = Parser(
        prog="onrecord",
        description="Turns a workbook into a dated briefing, in English and French.",
        epilog="example: onrecord build inputs/facial-recognition.xlsx --as-of 2020-06-15",
    )
    commands = top.add_subparsers(title="commands", metavar="COMMAND", dest="command")
    own = (_add_build, _add_check, _add_findings, _add_diff, _add_verify, _add_ui, _add_notify)
    for add in (*own, usage_new.add_new, usage_sending.add_send, usage_sending.add_deliveries):
        add(commands)
    return top


def _add_build(commands: argparse._SubParsersAction[Parser]) -> None:
    command = commands.add_parser(
        "build",
        help="make an edition",
        description="Makes an edition and prints the paths of its PDFs. Exit code 1 for a draft.",
        epilog="example: onrecord build record.xlsx --as-of 2021-05-17 --next 2021-07-01 --language fr",
    )
    _add_workbook(command)
    _add_neighbours(command)
    several = "give it twice for both; both without it"
    command.add_argument("--language", choices=LANGUAGES, action="append", dest="languages", help=several)
    shelf = "where editions are kept; outputs"
    command.add_argument("--outputs", type=option(typed.path), default=typed.SHELF, metavar="DIR", help=shelf)
    command.add_argument("--extent", choices=EXTENTS, default="full", help="core is two pages; full")


def _add_check(commands: argparse._SubParsersAction[Parser]) -> None:
    command = commands.add_parser(
        "check",
        help="list every problem, cell by cell",
        description="Lists every problem in reading order: the cell, what stands there, what to type. "
        "Exit code 1 if there are any.",
        epilog="example: onrecord check record.xlsx --annotate record-to-fix.xlsx",
    )
    _add_workbook(command)
    copy = "also write a copy of the workbook with a note in each cell, and a first sheet that lists them"
    command.add_argument("--annotate", type=option(typed.path), metavar="COPY.xlsx", help=copy)


def _add_findings(commands: argparse._SubParsersAction[Parser]) -> None:
    command = commands.add_parser(
        "findings",
        help="what follows from the record on a date, as JSON",
        description="Prints what is computed from the record. Exit code 1 if rows were set aside.",
        epilog="example: onrecord findings record.xlsx --as-of 2021-05-17",
    )
    _add_workbook(command)
    _add_neighbours(command)
    command.set_defaults(outputs=typed.SHELF, languages=None, extent="full")


def _add_diff(commands: argparse._SubParsersAction[Parser]) -> None:
    command = commands.add_parser(
        "diff",
        help="what changed between two editions",
        description="Prints what changed from the earlier of two editions to the later one, row by row. "
        "Exit code 1 if anything did.",
        epilog="example: onrecord diff outputs/record/2020-06-15-01 outputs/record/2021-06-15-01",
    )
    folder = "the folder of an edition"
    command.add_argument("editions", type=option(typed.path), nargs=2, metavar="EDITION", help=folder)
    command.add_argument("--json", action="store_true", help="print the result as JSON")


def _add_verify(commands: argparse._SubParsersAction[Parser]) -> None:
    command = commands.add_parser(
        "verify",
        help="whether a PDF or an edition is what was issued",
        description="Draws a PDF again from what lies in it and says whether it is identical, altered (and "
        "where), or not ours. Exit code 1 if altered, 2 if not ours or not to be checked.",
        epilog="example: onrecord verify briefing-en.pdf",
    )
    what = "a PDF, or the folder of an edition"
    command.add_argument("file", type=option(typed.path), metavar="FILE", help=what)
    locked = "a file whose first line is the password of an encrypted PDF"
    command.add_argument("--password-file", type=option(typed.path), metavar="FILE", help=locked)
    whose = "the SHA-256 fingerprint of the certificate it has to be signed with"
    command.add_argument("--signed-by", type=option(typed.fingerprint), metavar="HEX", help=whose)
    command.add_argument("--json", action="store_true", help="print the result as JSON")


def _add_ui(commands: argparse._SubParsersAction[Parser]) -> None:
    command = commands.add_parser(
        "ui",
        help="the same from a web page",
        description="Starts Prefect's server and page on this machine, with the flow ready to run. "
        "Ctrl-C stops it. Other machines reach it only with a name and password.",
        epilog="example: onrecord ui --port 4201",
    )
    _add_port(command)


def _add_notify(commands: argparse._SubParsersAction[Parser]) -> None:
    command = commands.add_parser(
        "notify",
        help="who is told when a run fails or makes a draft",
        description="Has the running server (make ui) tell somebody when a run fails or makes a draft. A "
        "first notice is sent at once; where it does not get through, nothing is changed.",
        epilog="example: onrecord notify --mail team@example.org",
    )
    one = command.add_mutually_exclusive_group(required=True)
    by_webhook = "call this address; of Slack and Teams, too. With - it is read from standard input"
    one.add_argument("--webhook", type=option(webhook), metavar="URL", help=by_webhook)
    by_mail = "write to this address, through the mail server set up on the page under Blocks"
    one.add_argument("--mail", type=option(typed.address), metavar="ADDRESS", help=by_mail)
    one.add_argument("--off", action="store_true", help="tell nobody any more, and forget the addresses")
    which = "with --mail: which mail server, where there are several"
    command.add_argument("--server", type=option(typed.given), metavar="NAME", help=which)
    _add_port(command)


def webhook(words: str) -> str:
    """The address of a webhook, or the - that stands for standard input.

    Raises `Mistyped` where it is neither.
    """
    return words if words == "-" else typed.webhook(words)


def _add_port(command: argparse.ArgumentParser) -> None:
    unless = f"PREFECT_SERVER_API_PORT or {settings.PORT} without it"
    command.add_argument("--port", type=option(typed.port), help=unless)
    here = f"the IP address to listen on; PREFECT_SERVER_API_HOST or {settings.HOST}, this machine only"
    command.add_argument("--host", type=option(typed.host), metavar="ADDRESS", help=here)
    asked = "a file whose first line is name:password, which the page then asks for; ON_RECORD_AUTH_FILE"
    command.add_argument("--auth-file", type=option(typed.path), metavar="FILE", help=asked)


def _add_workbook(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "workbook",
        type=option(typed.path),
        metavar="WORKBOOK",
        help="an Excel workbook (.xlsx), or .xls, .xlsb, .ods, .csv, or a folder of .csv files",
    )
    day, today = option(typed.iso), "the edition's date, as 2020-06-15; today"
    command.add_argument("--as-of", type=day, default=None, metavar="DATE", help=today)
    command.add_argument("--json", action="store_true", help="print the result as JSON")


def _add_neighbours(command: argparse.ArgumentParser) -> None:
    day, known = option(typed.iso), "the date of the next edition, if known"
    command.add_argument("--next", type=day, metavar="DATE", help=known)
    before = "the edition before, or none; else the newest final one of this workbook dated before"
    command.add_argument("--previous", type=option(typed.given), metavar="DIR", help=before)
