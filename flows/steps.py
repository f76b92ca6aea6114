"""The steps from a workbook to an edition, in the team's words: read, clean, find, compose, render, keep.

Plain functions, usable in a notebook. The flow and the command line both go through them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from flows import settings
from flows.edition.refusals import CannotKeep
from flows.record import findings as rules
from flows.record.findings import NotReconciled
from flows.spoken import Refusal
from flows.workbook import clean as cells_to_facts
from flows.workbook import read as excel
from flows.workbook.read import Unreadable

if TYPE_CHECKING:
    from pathlib import Path

    from flows.document.apart.work import Work
    from flows.document.compose import Briefing
    from flows.order import Order
    from flows.record.editions import Changes
    from flows.record.findings import Findings
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
