"""What the finished file is made of: its fonts, tags, language, bookmarks, destinations; the same bytes."""

from __future__ import annotations

import ctypes
import re
from datetime import date
from itertools import pairwise
from typing import Any

import pypdfium2
import pytest
from pypdfium2 import raw

from flows.document import render
from flows.document.paper import engine
from tests import reading
from tests.document import making, shipped

pytestmark = pytest.mark.xdist_group("shipped")


def opened(language: str) -> pypdfium2.PdfDocument:
    return pypdfium2.PdfDocument(shipped.made(making.FOUNDING, language).pdf)


def fonts(document: pypdfium2.PdfDocument) -> dict[str, bool]:
    """The name of each font that draws text, and whether the file carries it."""
    found: dict[str, bool] = {}
    for page in document:
        for drawn in page.get_objects(filter=[raw.FPDF_PAGEOBJ_TEXT]):
            font = raw.FPDFTextObj_GetFont(drawn.raw)
            found[_named(font)] = bool(raw.FPDFFont_GetIsEmbedded(font))
    return found


def _named(font: Any) -> str:  # noqa: ANN401 - a pointer of the library
    size = raw.FPDFFont_GetBaseFontName(font, None, 0)
    name = ctypes.create_string_buffer(size)
    raw.FPDFFont_GetBaseFontName(font, name, size)
    return name.value.decode()


def spoken(document: pypdfium2.PdfDocument) -> str:
    """The document's language, as a screen reader is told it."""
    size = raw.FPDFCatalog_GetLanguage(document.raw, None, 0)
    kept = ctypes.create_string_buffer(size)
    raw.FPDFCatalog_GetLanguage(document.raw, ctypes.cast(kept, ctypes.POINTER(ctypes.c_ushort)), size)
    return kept.raw.decode("utf-16-le").rstrip("\0")


@pytest.mark.parametrize("language", ["en", "fr"])
def test_the_page_uses_the_vendored_fonts_and_carries_them(language: str) -> None:
    used = fonts(opened(language))
    families = {name.rpartition("+")[2].partition("-")[0] for name in used}
    assert families == {"Literata", "Inter"}
    assert all(used.values())


def test_real_italics_are_used() -> None:
    assert any("Italic" in name for name in fonts(opened("en")))


@pytest.mark.parametrize("language", ["en", "fr"])
def test_the_file_is_tagged_titled_and_bookmarked(language: str) -> None:
    document = opened(language)
    assert raw.FPDFCatalog_IsTagged(document.raw)
    assert document.get_metadata_value("Title").startswith(
        {"en": "Facial recognition", "fr": "Reconnaissance faciale"}[language]
    )
    assert spoken(document) == language
    assert len(list(document.get_toc())) > 20


def test_every_printed_row_is_a_named_destination() -> None:
    document = opened("en")
    found = shipped.found(making.FOUNDING)
    ids = [row.id for row in found.announcements] + [row.id for row in found.reactions]
    ids += [row.id for row in found.context] + [row.id for row in found.sources]
    lost = [name for name in ids if not raw.FPDF_GetNamedDestByName(document.raw, name.encode())]
    assert ids
    assert lost == []


def test_the_same_findings_give_the_same_bytes() -> None:
    once = shipped.made(date(2020, 6, 9), "fr", "core")
    again = making.drawn(shipped.found(date(2020, 6, 9)), "fr", "core")
    assert once is not again
    assert once.pdf == again.pdf


def test_a_glyph_the_fonts_lack_stops_the_page() -> None:
    sheet = "<link rel='stylesheet' href='asset:css/tokens.css'>"
    page = f"<html lang='en'>{sheet}<p style='font-family: Inter'>\U0001f984"
    with pytest.raises(render.RenderingError):
        render.pdf(page)


@pytest.mark.parametrize(
    "markup",
    [
        "<img src='file:///etc/passwd' alt='x'>",
        "<img src='http://127.0.0.1:9/x.png' alt='x'>",
        "<link rel='stylesheet' href='asset:../pyproject.toml'>",
        "<link rel='stylesheet' href='asset:/etc/passwd'>",
        "<link rel='attachment' href='file:///etc/passwd'>",
    ],
)
def test_a_page_loads_nothing_but_its_own_assets(markup: str) -> None:
    with pytest.raises(render.RenderingError):
        render.pdf(f"<html lang='en'><title>x</title><body>{markup}<p>x")


ALONE = re.compile(r"\[[A-Z]\d+(?:\.\d+)?\]")
HEAD = re.compile(r"annou?n?ce.*\r?\n(.+?)\s+(?:Edition no|Édition n)")  # the title, and below it the part


@pytest.mark.parametrize(
    ("language", "parts"),
    [
        ("en", ("Contents", "Commitments in full", "Chronology", "Sources")),
        ("fr", ("Sommaire", "Les engagements en détail", "Chronologie", "Sources")),
    ],
)
def test_the_head_of_each_page_names_the_part_that_goes_on_there(
    language: str, parts: tuple[str, ...]
) -> None:
    pages = reading.pages(shipped.made(making.FOUNDING, language).pdf)
    heads = [found[1] if (found := HEAD.search(words)) else None for words in pages]
    assert heads[1] is None  # the core has no parts to name
    assert None not in heads[2:]
    for part in parts:
        named = [place for place, head in enumerate(heads) if head == part]
        assert named == list(range(named[0], named[-1] + 1))


def test_letters_set_as_small_capitals_are_found_as_typed() -> None:
    assert "Note de synthèse" in reading.pages(shipped.made(making.FOUNDING, "fr").pdf)[0]


@pytest.mark.parametrize("language", ["en", "fr"])
def test_no_line_of_a_paragraph_is_an_id_alone(language: str) -> None:
    lines = "\n".join(reading.pages(shipped.made(making.FOUNDING, language).pdf)).splitlines()
    last = [above for above, line in pairwise(lines) if ALONE.fullmatch(line.strip())]
    assert [above for above in last if not set("◐◇") & set(above)] == []  # in a narrow cell it may


def test_a_version_is_found_by_asking_whether_it_is_at_least_another() -> None:
    for version in ((0, 0, 0), (2, 6, 0), (14, 2, 1)):
        assert engine.found(lambda *other, own=version: own >= other) == ".".join(map(str, version))
    assert engine.versions()["harfbuzz"] > "1."
