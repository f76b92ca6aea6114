"""The command `onrecord`: build, check, findings and ui from a terminal, without any server but ui's own.

Exit codes: 0 all is well, 1 something needs somebody's eye, 2 nothing could be done and a sentence says why.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from flows import settings, steps, terminal
from flows.edition.refusals import CannotKeep
from flows.record import as_json
from flows.refusals import DoesNotAddUp
from flows.workbook import problems as complaints
from flows.workbook.read import Unreadable

if TYPE_CHECKING:
    from collections.abc import Sequence

    from flows.edition.manifest import Kept
    from flows.workbook.clean import Cleaned

REFUSALS = (Unreadable, DoesNotAddUp, CannotKeep, steps.CannotRender, steps.Impossible)
FINE, LOOK, REFUSED, STOPPED = 0, 1, 2, 130
PORTS = range(1, 65_536)


class Parser(argparse.ArgumentParser):
    """A parser that complains in one sentence and says where to look."""

    def error(self, message: str) -> NoReturn:
        """Leave with exit code 2."""
        sentence = re.sub(r"^argument (\S+): ", r"\1: ", message)
        if more := re.match(r"unrecognized arguments: ([^-].*)", message):
            sentence = f"“{more[1]}” is one word too many; a path with spaces needs quotes around it"
        self.exit(REFUSED, f"{sentence.removesuffix('.')}. Type {self.prog} --help for an example.\n")


def iso(typed: str) -> date:
    """The date meant by ISO text.

    Raises ValueError with a sentence where it is none.
    """
    if re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", typed):
        with suppress(ValueError):
            return date.fromisoformat(typed)
    raise ValueError(f"“{typed}” is not a date; type it like 2020-06-15.")


def day(typed: str) -> date:
    """The date meant by an option."""
    try:
        return iso(typed)
    except ValueError as refusal:
        raise argparse.ArgumentTypeError(str(refusal)) from refusal


def port(typed: str) -> int:
    """The port meant by an option."""
    if not (typed.isascii() and typed.isdecimal() and int(typed) in PORTS):
        raise argparse.ArgumentTypeError(f"“{typed}” is not a port; type a number from 1 to 65535")
    return int(typed)


def today() -> date:
    """The day it is here."""
    return date.today()  # noqa: DTZ011 - the day on the wall of whoever types the command


def parser() -> Parser:
    """All the commands with their options, each with an example."""
    top = Parser(
        prog="onrecord",
        description="Turns a workbook into a dated briefing, in English and French.",
        epilog="example: onrecord build inputs/facial-recognition.xlsx --as-of 2020-06-15",
    )
    commands = top.add_subparsers(title="commands", metavar="COMMAND", required=True)
    _add_build(commands)
    _add_check(commands)
    _add_findings(commands)
    _add_ui(commands)
    return top


def _add_build(commands: argparse._SubParsersAction[Parser]) -> None:
    command = commands.add_parser(
        "build",
        help="make an edition",
        description="Makes an edition and prints the paths of its PDFs. Exit code 1 for a draft.",
        epilog="example: onrecord build record.xlsx --as-of 2021-05-17 --next 2021-07-01 --language fr",
    )
    _add_workbook(command)
    _add_next(command)
    command.add_argument(
        "--language",
        choices=steps.LANGUAGES,
        action="append",
        dest="languages",
        help="give it twice for both; both without it",
    )
    command.add_argument(
        "--outputs",
        type=Path,
        default=Path("outputs"),
        metavar="DIR",
        help="where editions are kept; outputs",
    )
    command.add_argument(
        "--previous",
        metavar="DIR",
        help="the edition before, or none; else the newest final one of this workbook dated before",
    )
    command.add_argument("--extent", choices=steps.EXTENTS, default="full", help="core is two pages; full")
    command.set_defaults(run=build)


def _add_check(commands: argparse._SubParsersAction[Parser]) -> None:
    command = commands.add_parser(
        "check",
        help="list every problem, cell by cell",
        description="Lists every problem in reading order: the cell, what stands there, what to type. "
        "Exit code 1 if there are any.",
        epilog="example: onrecord check record.xlsx",
    )
    _add_workbook(command)
    command.set_defaults(run=check)


def _add_findings(commands: argparse._SubParsersAction[Parser]) -> None:
    command = commands.add_parser(
        "findings",
        help="what follows from the record on a date, as JSON",
        description="Prints what is computed from the record. Exit code 1 if rows were set aside.",
        epilog="example: onrecord findings record.xlsx --as-of 2021-05-17",
    )
    _add_workbook(command)
    _add_next(command)
    command.add_argument("--previous", metavar="DIR", help="the edition before, or none")
    command.set_defaults(run=findings, outputs=Path("outputs"))


def _add_ui(commands: argparse._SubParsersAction[Parser]) -> None:
    command = commands.add_parser(
        "ui",
        help="the same from a web page",
        description="Starts Prefect's server and page on this machine, with the flow ready to run. "
        "Ctrl-C stops it.",
        epilog="example: onrecord ui --port 4201",
    )
    command.add_argument("--port", type=port, default=settings.port(), help=f"{settings.PORT} without it")
    command.set_defaults(run=ui)


def _add_workbook(command: argparse.ArgumentParser) -> None:
    command.add_argument("workbook", type=Path, metavar="WORKBOOK", help="an Excel workbook (.xlsx)")
    command.add_argument(
        "--as-of", type=day, default=None, metavar="DATE", help="the edition's date, as 2020-06-15; today"
    )
    command.add_argument("--json", action="store_true", help="print the result as JSON")


def _add_next(command: argparse.ArgumentParser) -> None:
    command.add_argument("--next", type=day, metavar="DATE", help="the date of the next edition, if known")


def order(arguments: argparse.Namespace, languages: tuple[str, ...] = steps.LANGUAGES) -> steps.Order:
    """The edition the options ask for.

    Raises `CannotKeep` when the edition chosen as the previous one cannot be that.
    """
    as_of = arguments.as_of or today()
    return steps.Order(
        as_of=as_of,
        next_on=arguments.next,
        languages=languages,
        extent=getattr(arguments, "extent", "full"),
        previous=previous(arguments, as_of),
    )


def previous(arguments: argparse.Namespace, as_of: date) -> Kept | None:
    """The previous edition: the one chosen, none, or the newest final one dated before.

    Raises `CannotKeep` when the one chosen is no edition or not dated before.
    """
    if arguments.previous == "none":
        return None
    if arguments.previous:
        return steps.chosen(Path(arguments.previous), as_of)
    return steps.before(arguments.outputs, arguments.workbook.name, as_of)


def build(arguments: argparse.Namespace) -> int:
    """Make an edition; print the paths of its PDFs."""
    languages = tuple(dict.fromkeys(arguments.languages or steps.LANGUAGES))
    wanted = order(arguments, languages)
    progress = terminal.Progress(steps=4 + len(languages))
    try:
        edition = steps.build(arguments.workbook, wanted, arguments.outputs, progress.step)
    finally:
        progress.end()
    _say_edition(edition, arguments)
    return FINE if edition.release == "final" else LOOK


def _say_edition(edition: steps.Edition, arguments: argparse.Namespace) -> None:
    terminal.complain(steps.told(edition))
    if edition.problems:
        workbook = terminal.argument(arguments.workbook)
        terminal.complain(f"To see every problem, cell by cell: onrecord check {workbook}")
    if arguments.json:
        terminal.result(json.dumps(steps.as_object(edition), ensure_ascii=False, indent=2))
        return
    for pdf in edition.pdfs:
        terminal.result(str(pdf))


def check(arguments: argparse.Namespace) -> int:
    """Print every problem in reading order, then say what an edition of that day would be."""
    cleaned = steps.clean(steps.read(arguments.workbook))
    if arguments.json:
        terminal.result(json.dumps(complaints.as_json(cleaned.problems), ensure_ascii=False, indent=2))
    else:
        for problem in cleaned.problems:
            line = terminal.one_line(str(problem))
            place = str(problem.cell)
            terminal.result(terminal.coloured(place, problem.severity, sys.stdout) + line[len(place) :])
    terminal.complain(_summary(cleaned, arguments))
    return LOOK if cleaned.problems else FINE


def _summary(cleaned: Cleaned, arguments: argparse.Namespace) -> str:
    errors = sum(problem.severity == "error" for problem in cleaned.problems)
    doubts = len(cleaned.problems) - errors
    as_of = arguments.as_of or today()
    release = steps.find(cleaned, steps.Order(as_of)).release
    return (
        f"{arguments.workbook.name}: {errors or 'nothing'} to put right, {doubts or 'nothing'} to look at. "
        f"An edition as of {as_of} would be {'final' if release == 'final' else 'a draft'}."
    )


def findings(arguments: argparse.Namespace) -> int:
    """Print what is computed from the record, as JSON whether asked for or not."""
    cleaned = steps.clean(steps.read(arguments.workbook))
    found = steps.find(cleaned, order(arguments))
    terminal.result(as_json.canonical(found, problems=len(cleaned.problems)).rstrip("\n"))
    aside = [row for row in found.set_aside if row.category == "to_resolve"]
    for row in aside:
        terminal.complain(f"Set aside until resolved: {row.origin.sheet}, row {row.origin.row}")
    return LOOK if aside else FINE


def ui(arguments: argparse.Namespace) -> int:
    """Serve the flow in Prefect's page until the person stops it."""
    from flows import serving  # noqa: PLC0415 - Prefect takes seconds to load, and only this command needs it

    return serving.run(arguments.port)


def main(typed: Sequence[str] | None = None) -> int:
    """Run one command; return its exit code. Bad input ends in a sentence, never in a traceback."""
    with terminal.plain_streams():
        try:
            arguments = parser().parse_args(typed)
            code: int = arguments.run(arguments)
        except REFUSALS as refusal:
            terminal.complain(refusal.sentence(settings.language()))
            return REFUSED
        except BrokenPipeError:
            return LOOK
        except OSError as refusal:
            what = refusal.filename or "The result could not be written"
            terminal.complain(f"{what}: {refusal.strerror or refusal}.")
            return REFUSED
        except KeyboardInterrupt:
            terminal.complain("Stopped. Nothing was kept.")
            return STOPPED
        except Exception as fault:  # noqa: BLE001 - else Python would leave with 1, which means a draft
            terminal.complain(terminal.apology(fault))
            return REFUSED
    return code


if __name__ == "__main__":
    sys.exit(main())
