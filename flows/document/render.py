"""Briefing to HTML to PDF: the only door to Jinja2, and with `assets` and `engine` the one to WeasyPrint."""

from __future__ import annotations

import base64
import gc
import io
import logging
import re
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import cache
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from flows.document.engine import by_exact_names
from flows.document.measure import printable
from flows.document.parts.annex import placed
from flows.document.tracing.mentions import mentions
from flows.document.tracing.passages import passages

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from weasyprint import Document

    from flows.document.compose import Briefing
    from flows.document.tracing.passages import Passage

TEMPLATES = Path(__file__).resolve().parents[2] / "templates"
VARIANT = "pdf/ua-1"
CORE_PAGES = 2
SLACKS = (0.0, 6.0, 20.0, 60.0, 250.0)  # millimetres kept free, from the first try to the last
LONG_TOKEN = 30  # characters: longer words may break, at most this far apart


class RenderingError(Exception):
    """The page could not be made whole; the message says what WeasyPrint complained of."""


@dataclass(frozen=True, slots=True)
class Rendered:
    """One document in one language: the PDF, the HTML it was made from, how many pages."""

    pdf: bytes
    html: str
    pages: int
    slack: float  # millimetres of each core page kept free, so that it fits
    passages: tuple[Passage, ...]  # where each stands, in reading order


@dataclass(frozen=True, slots=True)
class _Layout:
    """One try: what it keeps free, what it was made from, its HTML, and the pages as laid out."""

    slack: float
    briefing: Briefing
    page: str
    document: Document


def rendered(compose_with: Callable[[float], Briefing], least: float = SLACKS[0]) -> Rendered:
    """The document, its core on two pages: composed with the least slack, and with more if it overflows.

    Nothing is cut: what no slack makes room for, a summary of hundreds of words, runs on to a third page,
    and then as many rows stand beside it as with the least.

    Raises:
        RenderingError: WeasyPrint logged a warning.
    """
    first = _try(least, compose_with(least))
    roomier = () if _fits(first) else _roomier(compose_with, least)
    best = _with_annex(next(chain(roomier, [first])))
    pages = best.document.pages
    found = passages(page._page_box for page in pages)  # noqa: SLF001 - WeasyPrint has no other way to them
    return Rendered(_written(best.document), best.page, len(pages), best.slack, found)


def _try(slack: float, briefing: Briefing) -> _Layout:
    """The pages without the annex, which can be written once they are there."""
    page = html(replace(briefing, annex=None))
    return _Layout(slack, briefing, page, _laid_out(page))


def _with_annex(one: _Layout) -> _Layout:
    """The same pages, and behind them on which each id is printed, on pages numbered by themselves."""
    if one.briefing.annex is None:
        return one
    pages = one.document.pages
    found = mentions(page._page_box for page in pages)  # noqa: SLF001 - as for the passages
    numbered = reversed(list(enumerate(pages, 1)))  # of what runs on, the page it begins on
    at = {anchor: number for number, page in numbered for anchor in page.anchors}
    whole = replace(one.briefing, annex=placed(one.briefing.annex, found, at))
    behind = _laid_out(html(whole, "annex.html.j2"))
    return _Layout(one.slack, whole, html(whole), one.document.copy([*pages, *behind.pages]))


def _fits(one: _Layout) -> bool:
    return _core_pages(one.document) <= CORE_PAGES


def _roomier(compose_with: Callable[[float], Briefing], least: float) -> Iterator[_Layout]:
    """The layouts with more slack whose core fits; tried with the core alone, which takes little time."""
    for slack in (one for one in SLACKS if one > least):
        made = compose_with(slack)
        if made.full is None:
            whole = alone = _try(slack, made)
        else:
            alone = _try(slack, replace(made, full=None, annex=None, anchors=frozenset()))
            whole = _try(slack, made) if _fits(alone) else alone
        if _fits(alone) and _fits(whole):
            yield whole


def html(briefing: Briefing, template: str = "briefing.html.j2") -> str:
    """The page as HTML; every word of a cell is text, never markup."""
    return _environment().get_template(template).render(briefing=briefing)


def pdf(page: str) -> bytes:
    """The HTML as a tagged PDF, the same bytes for the same HTML.

    Raises:
        RenderingError: WeasyPrint logged a warning: a missing glyph, a refused address, a bad rule.
    """
    return _written(_laid_out(page))


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_printable,
    )
    environment.filters.update(breakable=breakable, drawing=_drawing, web=web)
    return environment


def _printable(value: object) -> object:
    """Whatever a template prints, in characters the vendored faces have."""
    if isinstance(value, Markup):
        return Markup(printable(value))  # noqa: S704 - markup already; what stands in for a letter has none
    return printable(value) if isinstance(value, str) else value


def breakable(words: str) -> Markup:
    """The words, escaped, with places to break inside very long tokens; the text is unchanged."""
    if not re.search(rf"\S{{{LONG_TOKEN},}}", words):
        return escape(words)
    return Markup("").join(_token(piece) for piece in re.split(r"(\s+)", words))


def _token(piece: str) -> Markup:
    if len(piece) < LONG_TOKEN:
        return escape(piece)
    parts = re.findall(rf".{{1,{LONG_TOKEN}}}?(?:[/?&=_-]|$)|.{{1,{LONG_TOKEN}}}", piece, re.DOTALL)
    return Markup("<wbr>").join(escape(part) for part in parts)


def web(address: str) -> bool:
    """True for an address a reader may follow: http or https with a host, nothing else."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return False
    return parts.scheme in {"http", "https"} and bool(parts.hostname) and "@" not in parts.netloc


def _drawing(svg: str) -> str:
    return "data:image/svg+xml;base64," + base64.b64encode(printable(svg).encode()).decode()


def _laid_out(page: str) -> Document:
    with by_exact_names():
        from weasyprint import HTML  # noqa: PLC0415 - half a second that checks and findings never need

    from flows.document.assets import AssetFetcher  # noqa: PLC0415 - opens WeasyPrint too

    with _strictly():
        source = HTML(string=page, url_fetcher=AssetFetcher(TEMPLATES), base_url=None)
        return source.render(pdf_variant=VARIANT)


def _written(document: Document) -> bytes:
    target = io.BytesIO()
    with _strictly():
        document.write_pdf(target, pdf_variant=VARIANT)
    return target.getvalue()


def _core_pages(document: Document) -> int:
    """On how many pages the core stands: all of them in the core extent."""
    for place, page in enumerate(document.pages):
        if "contents" in page.anchors:
            return place
    return len(document.pages)


@contextmanager
def _strictly() -> Iterator[None]:
    """Any complaint of WeasyPrint becomes an error; the collector rests, for the layout is one live tree."""
    from weasyprint.urls import FatalURLFetchingError  # noqa: PLC0415 - only when a page is made

    complaints = _Complaints(logging.WARNING)
    logger = logging.getLogger("weasyprint")
    logger.addHandler(complaints)
    collected = gc.isenabled()
    gc.disable()
    try:
        yield
    except FatalURLFetchingError as refused:  # no Exception: nothing further out would catch it
        raise RenderingError(str(refused)) from refused
    finally:
        logger.removeHandler(complaints)
        if collected:
            gc.enable()
    if complaints.lines:
        raise RenderingError("; ".join(dict.fromkeys(complaints.lines)))


class _Complaints(logging.Handler):
    """Keeps what WeasyPrint complains of: a missing glyph, a rule it does not know."""

    def __init__(self, level: int) -> None:
        super().__init__(level)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(record.getMessage())
