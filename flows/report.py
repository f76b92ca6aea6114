"""What came of an order: the edition on the shelf, as people and scripts hear of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from flows import settings, terminal
from flows.document import holds
from flows.spoken import said

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class Edition:
    """An edition on the shelf, as the person who asked for it wants to hear of it."""

    folder: Path
    number: int
    release: str
    holds: tuple[str, ...]
    to_resolve: int  # rows set aside until somebody mends a cell
    problems: int
    pdfs: tuple[Path, ...]  # in the order of the languages asked for
    unseen: str | None = None  # what could not be seen in a workbook that is no .xlsx


def told(edition: Edition, language: str) -> str:
    """What came out, in `language` ("en" or "fr"): final or draft and why, and how many rows wait."""
    if edition.release == "final":
        came = said("final", language, number=edition.number)
    else:
        reasons = said("next_reason", language).join(holds.reason(hold, language) for hold in edition.holds)
        came = said("draft", language, number=edition.number, reasons=reasons)
    waiting = {0: "none_waits", 1: "one_waits"}.get(edition.to_resolve, "some_wait")
    return came + said(waiting, language, rows=edition.to_resolve)


def as_object(edition: Edition) -> dict[str, object]:
    """The same for a script."""
    return {
        "edition": str(edition.folder),
        "number": edition.number,
        "release": edition.release,
        "holds": list(edition.holds),
        "to_resolve": edition.to_resolve,
        "problems": edition.problems,
        "pdfs": [str(pdf) for pdf in edition.pdfs],
    }


def say(edition: Edition, to_see_problems: str, lines: Iterable[str]) -> None:
    """Say what came out, and with which command to see its problems; the lines are the result."""
    with terminal.all_the_same(said("kept_in", folder=edition.folder)):
        if edition.unseen:
            terminal.complain(edition.unseen)
        terminal.complain(told(edition, settings.language()))
        if edition.problems:
            terminal.complain(said("to_see_problems", command=to_see_problems))
        for line in lines:
            terminal.result(line)
