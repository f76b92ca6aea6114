"""The steps from a workbook to an edition, in the team's words: read, clean, find, compose, render, keep.

Plain functions, usable in a notebook. The flow and the command line both go through them.
"""

from __future__ import annotations

from contextlib import ExitStack
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from flows import settings
from flows.edition.refusals import CannotKeep
from flows.record import findings as rules
from flows.record.findings import NotReconciled
from flows.spoken import Refusal, said
from flows.workbook import clean as cells_to_facts
from flows.workbook import read as excel
from flows.workbook.read import Unreadable

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from flows.document.apart.process import Drawing
    from flows.document.apart.work import Work
    from flows.document.compose import Briefing
    from flows.document.render import Rendered
    from flows.order import Order
    from flows.record.editions import Changes
    from flows.record.findings import Findings
    from flows.report import Edition
    from flows.workbook.clean import Cleaned
    from flows.workbook.logos.found import Logo
    from flows.workbook.people import Recipient
    from flows.workbook.read import Begun, Book

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


def read(workbook: Path | Begun) -> Book:
    """The cells of the workbook, or of one whose reading has begun.

    Raises `Unreadable` when the file is not a workbook that can be read whole.
    """
    return excel.cells(workbook)


def ready(outputs: Path, workbook: Path) -> None:
    """See, before any work, that an edition of the workbook could be kept there; else `CannotKeep`."""
    from flows.edition import store  # noqa: PLC0415 - nothing is kept by a mere check

    store.ready(outputs, store.stem(workbook.name))


def clean(book: Book) -> Cleaned:
    """The facts those cells hold, and every complaint about them."""
    return cells_to_facts.record(book, draws)


def recipients(workbook: Path) -> tuple[Recipient, ...]:
    """Who is written to, in their sheet's order; raises as `read` does, since all of the workbook is read."""
    return cells_to_facts.record(read(workbook)).recipients


def draws(logo: Logo) -> bool:
    """Whether a page can show that logo: tried once, before any page is made."""
    from flows.document import compose  # noqa: PLC0415 - only for a workbook with a logo
    from flows.document.apart import process  # noqa: PLC0415 - the same

    return process.shows(compose.Logo(logo.kind, logo.content), settings.for_pages())


def find(cleaned: Cleaned, order: Order) -> Findings:
    """What follows from the facts on the day of the edition.

    Raises `DoesNotAddUp` when a row read would be neither printed nor accounted for (R16).
    """
    try:
        return rules.compute(
            cleaned.record, as_of=order.as_of, next_on=order.next_on, previous=order.previous
        )
    except NotReconciled as error:
        raise DoesNotAddUp("does_not_add_up", figures=str(error)) from error


def examined(book: Book, cleaned: Cleaned, findings: Findings, order: Order) -> Examined:
    """All of it together, with what changed since the previous edition (R9)."""
    from flows import earlier  # noqa: PLC0415 - as above

    return Examined(book, cleaned, findings, earlier.since(order.previous, findings))


def work(examined: Examined, order: Order, language: str) -> Work:
    """What is to be drawn, in one language."""
    from flows.document import compose as pages  # noqa: PLC0415 - not for those who only check a workbook
    from flows.document.apart.work import Work  # noqa: PLC0415 - the same

    previous, logo = order.previous, examined.cleaned.logo
    return Work(
        examined.findings,
        language,
        edition=pages.Edition(
            number=order.number,
            workbook=examined.book.name,
            sha256=examined.book.sha256,
            replaces=pages.Replaced(previous.number or 1, previous.as_of) if previous else None,
            languages=order.languages,
            logo=pages.Logo(logo.kind, logo.content) if logo else None,
        ),
        extent=order.extent,
        problems=examined.cleaned.counted,
        changes=examined.changes,
    )


def compose(examined: Examined, order: Order, language: str, slack: float = NONE_FREE) -> Briefing:
    """What is printed, in one language and in order; `slack` keeps so many millimetres of the core free."""
    return work(examined, order, language).composed(slack)


def begin(
    examined: Examined, order: Order, language: str, first: Briefing, slack: float = NONE_FREE
) -> Drawing:
    """The pages of `first`, or of less where its core would not fit two pages with that slack, begun.

    They are drawn in a process of their own, with limits on its time and its memory.
    """
    from flows.document.apart.process import Drawing  # noqa: PLC0415 - not for those who only check a workbook

    asked = replace(work(examined, order, language), first=first, slack=slack)
    return Drawing(asked, settings.for_pages())


def finish(drawing: Drawing) -> Rendered:
    """The finished pages.

    Raises `CannotRender` when a page could not be drawn whole, or not within the limits.
    """
    from flows.document.apart.process import Undrawn  # noqa: PLC0415 - loaded by now
    from flows.document.paper.typeset import RenderingError  # noqa: PLC0415 - the same

    try:
        return drawing.finished()
    except RenderingError as error:
        raise CannotRender("not_whole", detail=str(error)) from error
    except Undrawn as error:
        raise CannotRender(error.kind, **error.blanks) from error
    except OSError as error:
        raise of_temporary(error) from error


def render(
    examined: Examined, order: Order, language: str, first: Briefing, slack: float = NONE_FREE
) -> Rendered:
    """The finished pages, begun and waited for.

    Raises `CannotRender` as `finish` does.
    """
    return finish(begin(examined, order, language, first, slack))


def alike(
    languages: Iterable[str], begun: Callable[[str, float], Callable[[], Rendered]]
) -> dict[str, Rendered]:
    """Each language's pages, all with the same rows on their core pages: as many as fit in every language.

    `begun` begins to render one language with at least that slack, and gives back how to wait for it: all
    are drawn at the same time. One whose core fits with less than another needs is drawn again.
    """
    drawn: dict[str, Rendered] = {}
    missing, most = list(languages), NONE_FREE
    while missing:
        waiting = [(language, begun(language, most)) for language in missing]
        drawn |= {language: pages() for language, pages in waiting}
        most = max(pages.slack for pages in drawn.values())
        missing = [language for language, pages in drawn.items() if pages.slack < most]
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
    from flows import keeping  # noqa: PLC0415 - as above

    ready(outputs, workbook)
    tell(said("reading", language, file=workbook.name or workbook))
    book = read(workbook)
    tell(said("cleaning", language))
    cleaned = clean(book)
    tell(said("finding", language, as_of=order.as_of))
    thought = examined(book, cleaned, find(cleaned, order), order)
    drawn = all_drawn(thought, order, lambda each: tell(said(f"rendering_{each}", language)))
    tell(said("keeping", language))
    return keeping.keep(outputs, order, thought, drawn)


def all_drawn(examined: Examined, order: Order, tell: Callable[[str], None]) -> dict[str, Rendered]:
    """Each language's pages; `tell` hears the language that begins. What stops one ends the others too.

    Raises `CannotRender` as `finish` does.
    """
    composed = {language: compose(examined, order, language) for language in order.languages}
    with ExitStack() as running:

        def begun(language: str, slack: float) -> Callable[[], Rendered]:
            tell(language)
            drawing = begin(examined, order, language, composed[language], slack)
            running.callback(drawing.stop)
            return partial(finish, drawing)

        return alike(order.languages, begun)
