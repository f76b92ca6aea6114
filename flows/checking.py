"""A workbook checked at a terminal: read in sight of the person, and what is said beside the list."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from flows import settings, settled, steps, terminal, typed
from flows.mending import next_rows, unlocked
from flows.order import Order
from flows.spoken import said
from flows.terminal import FINE, LOOK
from flows.ticking import ticking
from flows.workbook import problems as complaints
from flows.workbook import unseen

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator

    from flows.record.findings import Findings
    from flows.workbook.clean import Cleaned
    from flows.workbook.read import Begun, Book


def check(arguments: argparse.Namespace, begun: Begun) -> int:
    """Print every problem in reading order, then say what an edition of that day would be."""
    book, cleaned = examined(begun)
    if arguments.json:
        terminal.result(terminal.indented(complaints.as_json(cleaned.problems)))
    else:
        for problem in cleaned.problems:
            line = terminal.one_line(str(problem))
            place = str(problem.cell)
            terminal.result(terminal.coloured(place, problem.severity, sys.stdout) + line[len(place) :])
    found = steps.find(cleaned, Order(arguments.as_of or typed.today()))
    for line in besides(book, cleaned, found, arguments.workbook.name):
        terminal.complain(terminal.one_line(line))
    if arguments.annotate:
        from flows import to_fix  # noqa: PLC0415 - only where a copy is asked for

        told = to_fix.beside(book, cleaned, arguments.workbook, arguments.annotate, settings.language())
        terminal.complain(told)
    return LOOK if cleaned.problems else FINE


def examined(begun: Begun) -> tuple[Book, Cleaned]:
    """The workbook read and cleaned; at a terminal a bar says which of the two goes on."""
    progress = terminal.Progress(steps=2)
    try:
        with ticking(progress, said("reading", file=begun.path.name)):
            book = steps.read(begun)
        with ticking(progress, said("cleaning")):
            return book, steps.clean(book)
    finally:
        progress.end()


def besides(book: Book, cleaned: Cleaned, found: Findings, file: str) -> Iterator[str]:
    """What is said beside the list: what could not be seen, how much, what was decided, what is next."""
    if blind := unseen.line(cleaned.problems):
        yield blind
    yield _summary(cleaned, found, file)
    yield from _aside(found)
    yield from settled.lines(cleaned)
    yield from _next_best(book, cleaned, found)


def _aside(found: Findings) -> Iterator[str]:
    """How many rows an edition would not print (R16), where there are any: it may be final all the same."""
    count = sum(sheet.to_resolve for sheet in found.reconciliation)
    read = sum(sheet.read - sheet.empty for sheet in found.reconciliation)
    if count and count == read:
        yield said("none_printed")
    elif count:
        yield said("one_aside", read=read) if count == 1 else said("some_aside", count=count, read=read)


def _next_best(book: Book, cleaned: Cleaned, found: Findings) -> Iterator[str]:
    """The blank cell that would unlock most, and what."""
    for best in next_rows.found(book, cleaned, found, most=1).rows:
        unlocks = unlocked.unlocked(best.unlock.gains, settings.language())
        cell = complaints.Cell(best.unlock.label, best.unlock.address)
        yield said("next_best", cell=cell, unlocks=unlocks)


def _summary(cleaned: Cleaned, found: Findings, file: str) -> str:
    errors = sum(problem.severity == "error" for problem in cleaned.problems)
    doubts = len(cleaned.problems) - errors
    return said(
        f"checked_{found.release}",
        file=file,
        errors=errors or said("nothing"),
        doubts=doubts or said("nothing"),
        as_of=found.as_of,
    )
