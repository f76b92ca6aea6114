"""The commands of `onrecord`: build, check, findings, diff, verify, new; ui and notify need a server."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from flows import (
    checking,
    earlier,
    reaching,
    report,
    settings,
    steps,
    terminal,
    to_fix,
    typed,
    usage,
)
from flows.document import LANGUAGES, listing
from flows.order import Order
from flows.record import as_json, changes_json
from flows.spoken import Refusal, said
from flows.terminal import FINE, LOOK
from flows.workbook import problems as complaints

END = "onrecord notify --off"

if TYPE_CHECKING:
    import argparse
    from collections.abc import Sequence
    from datetime import date

    from flows.record.editions import Snapshot


def order(arguments: argparse.Namespace) -> Order:
    """The edition the options ask for.

    Raises `CannotKeep` when the edition chosen as the previous one cannot be that.
    """
    as_of = arguments.as_of or typed.today()
    return Order(
        as_of=as_of,
        next_on=arguments.next,
        languages=tuple(dict.fromkeys(arguments.languages or LANGUAGES)),
        extent=arguments.extent,
        previous=previous(arguments, as_of),
    )


def previous(arguments: argparse.Namespace, as_of: date) -> Snapshot | None:
    """The previous edition: the one chosen, none, or the newest final one dated before.

    Raises `CannotKeep` when the one chosen is no edition or not dated before.
    """
    if arguments.previous == "none":
        return None
    if arguments.previous:
        return earlier.chosen(Path(arguments.previous), as_of)
    return earlier.before(arguments.outputs, arguments.workbook.name, as_of)


def build(arguments: argparse.Namespace) -> int:
    """Make an edition; print the paths of its PDFs."""
    wanted = order(arguments)
    progress = terminal.Progress(steps=4 + len(wanted.languages))
    try:
        edition = steps.build(
            arguments.workbook, wanted, arguments.outputs, progress.step, settings.language()
        )
    finally:
        progress.end()
    to_see_problems = f"onrecord check {terminal.argument(arguments.workbook)}"
    lines = [_indented(report.as_object(edition))] if arguments.json else [str(pdf) for pdf in edition.pdfs]
    report.say(edition, to_see_problems, lines)
    return FINE if edition.release == "final" else LOOK


def _indented(content: object) -> str:
    return json.dumps(content, ensure_ascii=False, indent=2)


def check(arguments: argparse.Namespace) -> int:
    """Print every problem in reading order, then say what an edition of that day would be."""
    book, cleaned = checking.examined(arguments.workbook)
    if arguments.json:
        terminal.result(_indented(complaints.as_json(cleaned.problems)))
    else:
        for problem in cleaned.problems:
            line = terminal.one_line(str(problem))
            place = str(problem.cell)
            terminal.result(terminal.coloured(place, problem.severity, sys.stdout) + line[len(place) :])
    found = steps.find(cleaned, Order(arguments.as_of or typed.today()))
    for line in checking.besides(book, cleaned, found, arguments.workbook.name):
        terminal.complain(terminal.one_line(line))
    if arguments.annotate:
        told = to_fix.beside(book, cleaned, arguments.workbook, arguments.annotate, settings.language())
        terminal.complain(told)
    return LOOK if cleaned.problems else FINE


def findings(arguments: argparse.Namespace) -> int:
    """Print what is computed from the record, as JSON whether asked for or not."""
    cleaned = steps.clean(steps.read(arguments.workbook))
    found = steps.find(cleaned, order(arguments))
    terminal.result(as_json.canonical(found, problems=cleaned.counted).rstrip("\n"))
    aside = [row for row in found.set_aside if row.category == "to_resolve"]
    for row in aside:
        terminal.complain(said("set_aside", sheet=row.origin.sheet, row=row.origin.row))
    return LOOK if aside else FINE


def diff(arguments: argparse.Namespace) -> int:
    """Print what changed from one edition to another."""
    found = earlier.between(arguments.editions[0], arguments.editions[1])
    if arguments.json:
        terminal.result(_indented(changes_json.as_dict(found)))
    else:
        for line in listing.lines(found, settings.language()):
            terminal.result(terminal.one_line(line))
    return LOOK if found.any else FINE


def verify(arguments: argparse.Namespace) -> int:
    """Print whether a PDF or an edition is what was issued, and where it is not."""
    from flows import verifying  # noqa: PLC0415 - only this command needs what it loads

    found = verifying.checked(arguments.file, arguments.password_file, arguments.signed_by)
    language = settings.language()
    if arguments.json:
        terminal.result(_indented(verifying.as_object(arguments.file, found, language)))
    else:
        for line in verifying.lines(arguments.file, found, language):
            terminal.result(terminal.one_line(line))
    return verifying.exit_code(found)


def ui(arguments: argparse.Namespace) -> int:
    """Serve the flow in Prefect's page until the person stops it."""
    port, host = arguments.port or typed.port_set(), arguments.host or typed.host_set()
    from flows.serving import start  # noqa: PLC0415 - Prefect takes seconds to load, and only this command needs it

    return start.run(port, host, arguments.auth_file)


def notify(arguments: argparse.Namespace) -> int:
    """Set up, change or end what tells somebody of a run that failed or made a draft."""
    port = arguments.port or typed.port_set()
    if arguments.server and not arguments.mail:
        raise Refusal("only_with_mail", option="--server")
    url = pasted() if arguments.webhook == "-" else arguments.webhook
    reaching.settled(port)
    from flows import notices  # noqa: PLC0415 - Prefect again

    if arguments.off:
        terminal.complain(said("told_no_more" if notices.off() else "told_nobody"))
    elif url:
        notices.by_webhook(url)
        terminal.complain(said("told_by_webhook", off=END))
    else:
        server = notices.by_mail(arguments.mail, arguments.server)
        terminal.complain(said("told_by_mail", address=arguments.mail, server=server, off=END))
    return FINE


def pasted() -> str:
    """The address of a webhook from standard input, where no list of processes shows it.

    Raises `Refusal` where none comes, or something else.
    """
    line = sys.stdin.readline()
    if not line.strip():
        raise Refusal("nothing_pasted")
    return typed.webhook(line)


def new(arguments: argparse.Namespace) -> int:
    """Write an empty workbook, or one that holds an older one's rows."""
    from flows import starting  # noqa: PLC0415 - only this command needs what it loads

    return starting.new(arguments)


def send(arguments: argparse.Namespace) -> int:
    """Send an edition, or say what a send would do."""
    from flows.dispatch import at_terminal  # noqa: PLC0415 - not for a mere check

    return at_terminal.send(arguments)


def deliveries(arguments: argparse.Namespace) -> int:
    """Print who got which copy, and settle what is in doubt."""
    from flows.dispatch import at_terminal  # noqa: PLC0415 - as above

    return at_terminal.deliveries(arguments)


COMMANDS = {
    "build": build,
    "check": check,
    "findings": findings,
    "diff": diff,
    "verify": verify,
    "ui": ui,
    "notify": notify,
    "new": new,
    "send": send,
    "deliveries": deliveries,
}


def run(words: Sequence[str] | None) -> int:
    """Run the command those words ask for, or else the ones typed; its exit code."""
    parser = usage.parser()
    arguments = parser.parse_args(words)
    if arguments.command is None:
        return usage.without_a_command(parser)
    return COMMANDS[arguments.command](arguments)
