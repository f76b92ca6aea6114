"""Texts made to harm, in every column of every sheet that takes text: nothing runs, nothing is fetched."""

from __future__ import annotations

import io
import re
import socket
from typing import TYPE_CHECKING, Any, NoReturn

import pikepdf
import pytest

from flows.document.paper import assets
from flows.document.proof import complete, ink
from tests import books, reading
from tests.document import hostile, making
from tests.often import AT_LENGTH, often

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from flows.document import Extent
    from flows.document.render import Rendered
    from flows.record.findings import Findings

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("hostile")]
RUNS = {
    "/JavaScript",
    "/JS",
    "/Launch",
    "/SubmitForm",
    "/ImportData",
    "/GoToR",
    "/GoToE",
    "/Movie",
    "/Rendition",
}
OURS = re.compile(r"asset:(?:css|fonts)/[A-Za-z-]+[.](?:css|ttf)$|data:image/svg[+]xml;base64,")
ELEMENT = re.compile(r"<(/?[a-z!?][a-z0-9!-]*)")
BARE = re.compile(r'"[^"]*"')
FETCHED: list[str] = []


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> Findings:
    return making.found(tmp_path_factory.mktemp("book"), hostile.book())


@pytest.fixture(scope="module")
def drawn(found: Findings) -> Iterator[Rendered]:
    """The whole briefing, drawn where a connection is an error and every address asked for is noted."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(socket.socket, "connect", refused)
        patched.setattr(socket, "create_connection", refused)
        patched.setattr(assets.AssetFetcher, "fetch", noting(assets.AssetFetcher.fetch))
        yield making.drawn(found, "en")


def refused(*_: object, **__: object) -> NoReturn:
    raise AssertionError("a request was about to leave")


def noting(fetch: Any) -> Any:  # noqa: ANN401 - a method of WeasyPrint's fetcher
    def noted(self: object, url: str, headers: object = None) -> object:
        FETCHED.append(url)
        return fetch(self, url, headers)

    return noted


def test_every_text_is_printed_of_every_row(found: Findings, drawn: Rendered) -> None:
    count = len(hostile.payloads())
    assert count > 60
    assert [len(rows) for rows in (found.announcements, found.reactions, found.context)] == [count] * 3
    assert complete.lost(drawn, found, "en", "full") == ()


@pytest.mark.parametrize("column", ["summary", "reason", "quote"])
def test_every_text_is_read_as_it_was_typed_or_without_what_hides_it(
    column: str, found: Findings, drawn: Rendered
) -> None:
    paper = ink.Ink(ink.read(drawn.pdf, drawn.frames))
    texts = list(hostile.payloads().values())
    kept = [getattr(row, column).words for row in found.announcements]
    assert [" ".join(words.split()) for words in kept] == [" ".join(text.split()) for text in texts]
    assert [text for text in texts if not paper.holds(ink.as_printed(text))] == []


def test_nothing_is_fetched_but_the_house_s_own_styles_faces_and_drawings(drawn: Rendered) -> None:
    assert drawn.pdf
    assert FETCHED
    assert [url for url in FETCHED if not OURS.match(url)] == []


def test_nothing_in_the_pdf_runs_and_its_links_lead_to_the_web(drawn: Rendered) -> None:
    with pikepdf.open(io.BytesIO(drawn.pdf)) as pdf:
        assert not {"/OpenAction", "/AA"} & set(pdf.Root.keys())
        held: list[Any] = [one for one in pdf.objects if isinstance(one, pikepdf.Dictionary)]
        held += [note.A for page in pdf.pages for note in page.get("/Annots", []) if "/A" in note]
        assert not [one for one in held if RUNS & (set(one.keys()) | {str(one.get("/S"))})]
        leads = {str(one.URI) for one in held if "/URI" in one}
        assert not [name for name in pdf.attachments if "passwd" in name]
    assert leads
    assert {address.partition(":")[0] for address in leads} <= {"http", "https", "mailto"}
    assert not [address for address in leads if "@" in address and not address.startswith("mailto:")]


def test_no_element_of_a_cell_is_in_either_page(drawn: Rendered, tmp_path: Path) -> None:
    plain = making.drawn(making.found(tmp_path, books.sound()), "en", "core")
    for page, ours in ((drawn.html, plain.html), (drawn.screen, plain.screen)):
        assert page.count("<script") == ours.count("<script")
        foreign = {"iframe", "object", "embed", "base", "use", "image", "/title"} - set(ELEMENT.findall(ours))
        assert not foreign & set(ELEMENT.findall(page))
        assert not re.search(r"<[^>]*\son[a-z]+\s*=", BARE.sub("", page))
        leads = re.findall(r'(?:href|src)="([^"]*)"', page)
        assert not [one for one in leads if re.match(r"(?i)javascript|vbscript|file|data:text", one)]


@pytest.mark.parametrize("extent", ["core", pytest.param("full", marks=AT_LENGTH)])
def test_a_token_as_long_as_a_cell_may_be_is_printed_to_its_last_letter(
    extent: Extent, tmp_path: Path
) -> None:
    book = books.sound()
    places = (("Announcements", "summary"), ("Questions", "question"), ("Sources", "title"))
    for tab, header in places[: often(1, 3)]:
        books.put(book, tab, 2, header, "0123456789" * 3000)
    found = making.found(tmp_path, book)
    assert complete.lost(making.drawn(found, "en", extent), found, "en", extent) == ()


SET = ("title", "team", "contact", "licence")


@pytest.mark.parametrize("start", range(0, len(hostile.payloads()), len(SET)))
def test_a_setting_is_words_on_the_page_and_nothing_else(start: int, tmp_path: Path) -> None:
    chosen = list(hostile.payloads().items())[start : start + len(SET)]
    pairs: books.Rows = [["name", "value"]]
    pairs += [[name, typed] for name, (typed, _) in zip(SET, chosen, strict=False)]
    found = making.found(tmp_path, books.sound() | {"Settings": pairs})
    drawn = making.drawn(found, "en", "core")
    paper = ink.squeezed(reading.text(drawn.pdf))
    assert [text for _, text in chosen if ink.as_printed(text) not in paper] == []
    assert "<script" not in BARE.sub("", drawn.screen)
    schemes = set(re.findall(r'(?:href|src)="([^":]*):', drawn.html))
    assert schemes <= {"data", "asset", "mailto", "http", "https"}


@pytest.mark.parametrize("extent", ["core", pytest.param("full", marks=AT_LENGTH)])
def test_every_text_is_printed_in_french_too(extent: Extent, found: Findings) -> None:
    assert complete.lost(making.drawn(found, "fr", extent), found, "fr", extent) == ()
