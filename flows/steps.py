"""The steps from a workbook to an edition, in the team's words: read, clean, find, compose, render, keep.

Plain functions, usable in a notebook. The flow and the command line both go through them.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from flows import earlier, keeping, settings
from flows.edition import store
from flows.edition.refusals import CannotKeep
from flows.record import findings as rules
from flows.record.findings import NotReconciled
from flows.spoken import Refusal, said
from flows.workbook import clean as cells_to_facts
from flows.workbook import read as excel
from flows.workbook.read import Unreadable

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from flows.document.compose import Briefing
    from flows.document.render import Rendered
    from flows.order import Order
    from flows.record.editions import Changes
    from flows.record.findings import Findings, Tally
    from flows.report import Edition
    from flows.workbook.clean import Cleaned
    from flows.workbook.read import Book

NONE_FREE = 0.0  # millimetres of the core: what is composed before it has ever been laid out


class CannotRender(Refusal):
    """A page cannot be drawn whole; nothing is kept rather than a page with holes."""


class DoesNotAddUp(Refusal):
    """Some row read would be neither printed nor accounted for, or twice (R16): no edition then."""


REFUSALS = (Unreadable, CannotKeep, Refusal)
"""All that may stop the steps; each says why in `sentence(language)`."""


@dataclass(frozen=True, slots=True)
class Examined:
    """A workbook read, cleaned and thought through: what the pages are made from."""

    book: Book
    cleaned: Cleaned
    findings: Findings
    changes: Changes | None = None  # since the previous edition, where there is one


def read(workbook: Path) -> Book:
    """The cells of the workbook.

    Raises `Unreadable` when the file is not a workbook that can be read whole.
    """
    return excel.cells(workbook)


def ready(outputs: Path, workbook: Path) -> None:
    """See, before any work is done, that an edition of the workbook could be kept there.

    Raises `CannotKeep` where it could not.
    """
    store.ready(outputs, store.stem(workbook.name))


def clean(book: Book) -> Cleaned:
    """The facts those cells hold, and every complaint about them."""
    return cells_to_facts.record(book)


def find(cleaned: Cleaned, order: Order) -> Findings:
    """What follows from the facts on the day of the edition.

    Raises `DoesNotAddUp` when a row read would be neither printed nor accounted for (R16).
    """
    try:
        return rules.compute(
            cleaned.record, as_of=order.as_of, next_on=order.next_on, previous=order.previous
        )
    except NotReconciled as error:
        figures = "; ".join(map(figured, error.tallies))
        raise DoesNotAddUp("does_not_add_up", figures=figures) from error


def examined(book: Book, cleaned: Cleaned, findings: Findings, order: Order) -> Examined:
    """All of it together, with what changed since the previous edition (R9)."""
    return Examined(book, cleaned, findings, earlier.since(order.previous, findings))


def figured(tally: Tally) -> str:
    """A sheet's sum: "announcements: 3 ≠ 1 + 0 + 0 + 1 + 0"."""
    parts = (tally.printed, tally.retired, tally.future, tally.to_resolve, tally.empty)
    return f"{tally.sheet}: {tally.read} ≠ {' + '.join(str(part) for part in parts)}"


def compose(examined: Examined, order: Order, language: str, slack: float = NONE_FREE) -> Briefing:
    """What is printed, in one language and in order; `slack` keeps so many millimetres of the core free."""
    from flows.document import compose as pages  # noqa: PLC0415 - not for those who only check a workbook

    previous = order.previous
    return pages.briefing(
        examined.findings,
        language,
        edition=pages.Edition(
            number=order.number,
            workbook=examined.book.name,
            sha256=examined.book.sha256,
            replaces=pages.Replaced(previous.number or 1, previous.as_of) if previous else None,
        ),
        extent=order.extent,
        problems=len(examined.cleaned.problems),
        changes=examined.changes,
        slack=slack,
    )


def render(
    examined: Examined, order: Order, language: str, first: Briefing, slack: float = NONE_FREE
) -> Rendered:
    """The finished pages of `first`, or of less where its core would not fit two pages with that slack.

    Raises `CannotRender` when a page could not be drawn whole.
    """
    from flows.document import render as ink  # noqa: PLC0415 - it takes a second to load

    def composed(free: float) -> Briefing:
        return first if free == NONE_FREE else compose(examined, order, language, free)

    try:
        return ink.rendered(composed, slack)
    except ink.RenderingError as error:
        raise CannotRender("not_whole", detail=str(error)) from error
    except OSError as error:
        raise of_temporary(error) from error


def alike(languages: Iterable[str], draw: Callable[[str, float], Rendered]) -> dict[str, Rendered]:
    """Each language's pages, all with the same rows on their core pages: as many as fit in every language.

    `draw` renders one language with at least that slack. One whose core fits with less than another needs
    is drawn again.
    """
    drawn = {language: draw(language, NONE_FREE) for language in languages}
    while len({pages.slack for pages in drawn.values()}) > 1:
        most = max(pages.slack for pages in drawn.values())
        for language in [each for each, pages in drawn.items() if pages.slack < most]:
            drawn[language] = draw(language, most)
    return drawn


def of_temporary(error: OSError) -> OSError | CannotRender:
    """Why no page can be drawn without the temporary folder, which its fonts pass through.

    The error itself where it tells of another file.
    """
    folder = settings.temporary()
    if error.filename and not Path(str(error.filename)).is_relative_to(folder):
        return error
    return CannotRender("temporary", folder=folder, why=error.strerror or error)


def build(
    workbook: Path, order: Order, outputs: Path, tell: Callable[[str], None], language: str = "en"
) -> Edition:
    """All the steps in order; `tell` hears in `language` which one begins.

    Raises one of `REFUSALS`, as the steps do.
    """
    ready(outputs, workbook)
    tell(said("reading", language, file=workbook.name or workbook))
    book = read(workbook)
    tell(said("cleaning", language))
    cleaned = clean(book)
    tell(said("finding", language, as_of=order.as_of))
    thought = examined(book, cleaned, find(cleaned, order), order)
    composed = {each: compose(thought, order, each) for each in order.languages}

    def draw(each: str, slack: float) -> Rendered:
        tell(said(f"rendering_{each}", language))
        return render(thought, order, each, composed[each], slack)

    drawn = alike(order.languages, draw)
    tell(said("keeping", language))
    return keeping.keep(outputs, order, thought, drawn)
