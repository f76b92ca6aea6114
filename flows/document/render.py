"""Briefing to HTML to PDF: the core on two pages, the rest behind it, the annex last."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import chain
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from flows.document import rebuild
from flows.document.chapters import book
from flows.document.chapters.chapter import frame
from flows.document.chapters.side_by_side import by_hand
from flows.document.markup import TEMPLATES, alone, html
from flows.document.paper.engine import versions
from flows.document.paper.typeset import RenderingError, laid_out, written
from flows.document.paper.versions import versions as all_versions
from flows.document.parts.annex import placed
from flows.document.parts.attached import of_record
from flows.document.screen import screen
from flows.document.tracing.mentions import mentions
from flows.document.tracing.passages import passages

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from flows.document.chapters.side_by_side import Press
    from flows.document.compose import Briefing
    from flows.document.paper.typeset import Document
    from flows.document.parts.attached import Attached
    from flows.document.parts.masthead import Logo
    from flows.document.tracing.passages import Passage

Source = TypeVar("Source", "Briefing", "rebuild.Printed")
"""What pages are drawn from: a briefing just composed, or what an earlier one left in its PDF."""

CORE_PAGES = 2
SLACKS = (0.0, 6.0, 20.0, 60.0, 250.0)  # millimetres kept free, from the first try to the last


@dataclass(frozen=True, slots=True)
class Rendered:
    """One document in one language: the PDF and the HTML it was made from, the HTML for the screen."""

    pdf: bytes
    html: str
    screen: str  # the same for a browser, one file
    pages: int
    slack: float  # millimetres of each core page kept free, so that it fits
    passages: tuple[Passage, ...]  # where each stands, in reading order
    versions: tuple[tuple[str, str], ...] = ()  # of what laid it out and is no Python package
    frames: tuple[tuple[float, float], ...] = ()  # of each page, free at its foot and its head, in points
    traced: str | None = None  # what was worked out of the passages meanwhile, where that was asked for


@dataclass(frozen=True, slots=True)
class _Layout(Generic[Source]):
    """One try: what it keeps free, what it was made from, its HTML, and the pages as laid out."""

    slack: float
    briefing: Source
    page: str
    laid: Any  # the pages as WeasyPrint has them, or chapters


def rendered(
    compose_with: Callable[[float], Briefing],
    least: float = SLACKS[0],
    press: Press | None = None,
    trace: Callable[[tuple[Passage, ...]], str] | None = None,
) -> Rendered:
    """The document, its core on two pages: composed with the least slack, and with more if it overflows.

    The chapters of a long one are drawn by the press, in this process where there is none. `trace` works
    something out of the passages.

    Nothing is cut: what no slack makes room for, a summary of hundreds of words, runs on to a third page,
    and then as many rows stand beside it as with the least.

    Raises:
        RenderingError: WeasyPrint logged a warning.
    """
    press = press or by_hand()
    first = _try(press, least, compose_with(least))
    roomier = () if _fits(first) or _hopeless(first, compose_with) else _roomier(press, compose_with, least)
    best = _placed(next(chain(roomier, [first])))
    made = versions()
    whole = rebuild.Rebuild(rebuild.printed(best.briefing), all_versions(TEMPLATES, made))
    beside = press if isinstance(best.laid, book.Body) else by_hand()  # for less no process is forked
    carried = beside.begun(rebuild.attached, whole)
    shown = beside.begun(screen, best.briefing)
    laid = _with_annex(press, best)
    found = _passages(laid)
    traced = beside.begun(trace, found) if trace else None
    drawn = _drawn(laid, (*best.briefing.attached, carried()), found)
    return replace(drawn, screen=shown(), versions=tuple(made.items()), traced=traced and traced())


def again(whole: rebuild.Rebuild, record: bytes, press: Press | None = None) -> Rendered:
    """The document that an earlier one was: drawn from what that one carries, and its `record.json`.

    There is nothing for the screen, which is not drawn from what a PDF carries.

    Raises:
        RenderingError: WeasyPrint logged a warning.
        ValueError, KeyError, TypeError, AttributeError: the record is none of ours.
    """
    press = press or by_hand()
    files = (*of_record(record, whole.printed.furniture.language), rebuild.attached(whole))
    laid = _with_annex(press, _placed(_try(press, SLACKS[0], whole.printed)))
    return _drawn(laid, files, _passages(laid))


def _passages(one: _Layout[Source]) -> tuple[Passage, ...]:
    """Where each passage stands."""
    if isinstance(one.laid, book.Book):
        return one.laid.passages()
    return passages(page._page_box for page in one.laid.pages)  # noqa: SLF001 - WeasyPrint has no other way


def _drawn(best: _Layout[Source], files: tuple[Attached, ...], found: tuple[Passage, ...]) -> Rendered:
    """The pages as a PDF with these files in it."""
    ordered = sorted(files, key=lambda file: file.name)
    if isinstance(best.laid, book.Book):
        frames = tuple(page.frame for page in best.laid.pages())
        return Rendered(best.laid.pdf(ordered), best.page, "", len(frames), best.slack, found, frames=frames)
    boxes = [page._page_box for page in best.laid.pages]  # noqa: SLF001 - as above
    pdf = written(best.laid, ordered)
    return Rendered(pdf, best.page, "", len(boxes), best.slack, found, frames=tuple(map(frame, boxes)))


def _try(press: Press, slack: float, briefing: Source) -> _Layout[Source]:
    """The pages without the annex, which can be written once they are there."""
    page = html(replace(briefing, annex=None))
    if briefing.annex is not None and len(page) > book.LONG:
        return _Layout(slack, briefing, page, book.body(press, page, briefing.furniture.look.paper))
    return _Layout(slack, briefing, page, laid_out(page))


def _placed(one: _Layout[Source]) -> _Layout[Source]:
    """The same, its annex with the pages on which each id is printed."""
    if one.briefing.annex is None:
        return one
    if isinstance(one.laid, book.Body):
        at, found = one.laid.anchors(), tuple(one.laid.mentions())
    else:
        numbered = reversed(list(enumerate(one.laid.pages, 1)))  # of what runs on, the page it begins on
        at = {anchor: number for number, page in numbered for anchor in page.anchors}
        found = mentions(page._page_box for page in one.laid.pages)  # noqa: SLF001 - as for the passages
    return replace(one, briefing=replace(one.briefing, annex=placed(one.briefing.annex, found, at)))


def _with_annex(press: Press, one: _Layout[Source]) -> _Layout[Source]:
    """The pages, and behind them the annex, on pages numbered by themselves."""
    if one.briefing.annex is None:
        return one
    page = html(one.briefing, "annex.html.j2")
    if isinstance(one.laid, book.Body):
        bound = book.finished(press, page, one.laid, one.briefing.furniture.look.paper)
        return replace(one, page=bound.page, laid=bound)
    behind: Document = laid_out(page)
    return replace(one, page=html(one.briefing), laid=one.laid.copy([*one.laid.pages, *behind.pages]))


def _fits(one: _Layout[Briefing]) -> bool:
    return _core_pages(one.laid) <= CORE_PAGES


def _hopeless(first: _Layout[Briefing], compose_with: Callable[[float], Briefing]) -> bool:
    """Whether a core that overflows by pages is too long even with the fewest rows beside what fills them.

    Of a long briefing, where each try takes its time, any that overflows is asked.
    """
    far = isinstance(first.laid, book.Body) or _core_pages(first.laid) > CORE_PAGES + 1
    return far and not _fits(_alone(SLACKS[-1], compose_with(SLACKS[-1])))


def _roomier(
    press: Press, compose_with: Callable[[float], Briefing], least: float
) -> Iterator[_Layout[Briefing]]:
    """The layouts with more slack whose core fits; tried with the core alone, which takes little time."""
    for slack in (one for one in SLACKS if one > least):
        made = compose_with(slack)
        alone = _alone(slack, made)
        whole = _try(press, slack, made) if made.full and _fits(alone) else alone
        if _fits(whole):
            yield whole


def _alone(slack: float, briefing: Briefing) -> _Layout[Briefing]:
    """The core by itself."""
    return _try(by_hand(), slack, replace(briefing, full=None, annex=None, anchors=frozenset()))


def pdf(page: str) -> bytes:
    """The HTML as a tagged PDF, the same bytes for the same HTML.

    Raises:
        RenderingError: WeasyPrint logged a warning: a missing glyph, a refused address, a bad rule.
    """
    return written(laid_out(page))


def draws(logo: Logo) -> bool:
    """Whether WeasyPrint draws that logo without a word."""
    try:
        pdf(alone(logo))
    except RenderingError:
        return False
    return True


def _core_pages(document: Document | book.Body) -> int:
    """On how many pages the core stands: all of them in the core extent."""
    if isinstance(document, book.Body):
        return document.core_pages
    for place, page in enumerate(document.pages):
        if "contents" in page.anchors:
            return place
    return len(document.pages)


__all__ = ["TEMPLATES", "Rendered", "RenderingError", "again", "draws", "html", "pdf", "rendered"]
