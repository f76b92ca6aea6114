"""Editions at a terminal: built, only computed, or compared with one another."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from flows import earlier, report, settings, steps, terminal, typed
from flows.document import LANGUAGES, listing
from flows.order import Order
from flows.record import as_json, changes_json
from flows.spoken import said
from flows.terminal import FINE, LOOK, indented

if TYPE_CHECKING:
    import argparse
    from datetime import date

    from flows.record.editions import Snapshot
    from flows.workbook.read import Begun


def build(arguments: argparse.Namespace) -> int:
    """Make an edition; print the paths of its PDFs."""
    from flows import printing  # noqa: PLC0415 - what draws pages is not for findings

    wanted = order(arguments)
    progress = terminal.Progress(steps=4 + len(wanted.languages))
    try:
        edition = printing.build(
            arguments.workbook, wanted, arguments.outputs, progress.step, settings.language()
        )
    finally:
        progress.end()
    to_see_problems = f"onrecord check {terminal.argument(arguments.workbook)}"
    lines = [indented(report.as_object(edition))] if arguments.json else [str(pdf) for pdf in edition.pdfs]
    report.say(edition, to_see_problems, lines)
    return FINE if edition.release == "final" else LOOK


def findings(arguments: argparse.Namespace, begun: Begun) -> int:
    """Print what is computed from the record, as JSON whether asked for or not."""
    cleaned = steps.clean(steps.read(begun))
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
        terminal.result(indented(changes_json.as_dict(found)))
    else:
        for line in listing.lines(found, settings.language()):
            terminal.result(terminal.one_line(line))
    return LOOK if found.any else FINE


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
