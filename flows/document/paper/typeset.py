"""HTML as pages, and the pages as a PDF: with `assets` and `engine` the only door to WeasyPrint."""

from __future__ import annotations

import atexit
import gc
import io
import logging
import re
import warnings
from contextlib import contextmanager
from datetime import datetime, time
from functools import cache, partial
from typing import TYPE_CHECKING, Any

from flows.document.markup import TEMPLATES
from flows.document.paper import claims
from flows.document.paper.engine import by_exact_names
from flows.document.paper.quicker import lengths_once

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from weasyprint import Attachment
    from weasyprint import Document as Document  # noqa: PLC0414 - handed on, so that it stays the one door

    from flows.document.parts.attached import Attached

SHEET = re.compile(r'<link rel="stylesheet" href="([^"]+)">')
VARIANT = "pdf/a-3a"  # and PDF/UA-1 at once, which takes a structure tree and a claim of our own


class RenderingError(Exception):
    """The page could not be made whole; the message says what WeasyPrint complained of."""


def ready() -> Any:  # noqa: ANN401 - a module
    """WeasyPrint, loaded.

    Raises:
        OSError: a library it needs, Pango most of all, is not on this machine.
    """
    with by_exact_names():
        import weasyprint  # noqa: PLC0415 - half a second that checks and findings never need
    lengths_once()
    return weasyprint


def laid_out(page: str) -> Document:
    """The pages of this HTML.

    Raises:
        RenderingError: WeasyPrint logged a warning: a missing glyph, a refused address, a bad rule.
    """
    weasyprint = ready()
    from flows.document.paper.assets import AssetFetcher  # noqa: PLC0415 - opens WeasyPrint too

    with _strictly():
        source = weasyprint.HTML(string=page, url_fetcher=AssetFetcher(TEMPLATES), base_url=None)
        return source.render(pdf_variant=VARIANT)


def part(page: str) -> Document:
    """The pages of this HTML, one of many with the same style sheets, which are read once for all of them.

    Raises:
        RenderingError: as `laid_out`.
    """
    weasyprint = ready()
    from flows.document.paper.assets import AssetFetcher  # noqa: PLC0415 - as above

    with _strictly():
        sheets, faces = _styles(tuple(SHEET.findall(page)))
        bare = SHEET.sub("", page)
        source = weasyprint.HTML(string=bare, url_fetcher=AssetFetcher(TEMPLATES), base_url=None)
        return source.render(pdf_variant=VARIANT, stylesheets=sheets, font_config=faces)


@cache
def _styles(names: tuple[str, ...]) -> tuple[list[Any], Any]:
    """These style sheets, and the faces they name."""
    from weasyprint import CSS  # noqa: PLC0415 - as above
    from weasyprint.text.fonts import FontConfiguration  # noqa: PLC0415 - as above

    from flows.document.paper.assets import AssetFetcher  # noqa: PLC0415 - as above

    atexit.register(_styles.cache_clear)  # WeasyPrint could not, once Python has taken itself down
    faces, fetcher = FontConfiguration(), AssetFetcher(TEMPLATES)
    return [CSS(url=name, url_fetcher=fetcher, font_config=faces) for name in names], faces


def written(
    document: Document,
    files: Iterable[Attached] = (),
    faces: Callable[..., Any] | None = None,
    names: str = "",
) -> bytes:
    """These pages as a tagged PDF with these files in it, the same bytes for the same pages and files.

    Of a part of a document `faces` embeds the letters in place of WeasyPrint, and the names of its header
    cells begin with `names`.

    Raises:
        RenderingError: WeasyPrint logged a warning.
    """
    target = io.BytesIO()
    with _strictly(), _by_our_tree(faces, names), warnings.catch_warnings():
        warnings.simplefilter("ignore", ResourceWarning)  # its colour profile's file, left to Python to close
        document.metadata.generate_rdf_metadata = partial(claims.rdf, document.metadata)
        document.write_pdf(target, pdf_variant=VARIANT, finisher=claims.finished, attachments=enclosed(files))
    return target.getvalue()


def enclosed(files: Iterable[Attached]) -> list[Attachment]:
    """The files as they stand in the PDF: data the document was made from."""
    from weasyprint import Attachment  # noqa: PLC0415 - only when a page is made

    return [
        Attachment(
            file_obj=io.BytesIO(file.content),
            name=file.name,
            description=file.description,
            relationship="Data",
            created=datetime.combine(file.dated, time()),
            modified=datetime.combine(file.dated, time()),
        )
        for file in files
    ]


@contextmanager
def _by_our_tree(faces: Callable[..., Any] | None, names: str) -> Iterator[None]:
    """Within it WeasyPrint hands the drawn pages to `accessible.tagged` instead of its own tagging.

    And the letters to `faces`, where there is such.
    """
    from weasyprint import pdf  # noqa: PLC0415 - only when a page is made

    from flows.document.paper import accessible  # noqa: PLC0415 - the same

    own = pdf.add_tags, pdf.build_fonts_dictionary
    pdf.add_tags = partial(accessible.tagged, names=names.encode()) if names else accessible.tagged
    pdf.build_fonts_dictionary = partial(faces, own[1]) if faces else own[1]
    try:
        yield
    finally:
        pdf.add_tags, pdf.build_fonts_dictionary = own


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
