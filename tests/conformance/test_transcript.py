"""What a screen reader says of a small briefing, as it stood when somebody last read it through.

Renew the golden files with `python -m tests.conformance.test_transcript` and read the difference before it is
committed.
"""

from __future__ import annotations

import re
import tempfile
from functools import cache
from html.parser import HTMLParser
from itertools import product
from pathlib import Path
from typing import TYPE_CHECKING, get_args

import pytest

from flows.document import Extent
from tests import books
from tests.conformance import aloud, transcript
from tests.document import making
from tests.reading import squeezed

if TYPE_CHECKING:
    from flows.document import render

GOLDEN = Path(__file__).parents[1] / "golden"
EXTENTS: tuple[Extent, ...] = get_args(Extent)
# One process draws each document once for all who read it.
pytestmark = pytest.mark.xdist_group("transcript")
SILENT = {"style", "script", "title"}
FRENCH_TOO = "Le logiciel reste « à l’essai »."


@cache
def drawn(language: str, extent: Extent) -> render.Rendered:
    """The sound workbook's briefing, with a quote that is left in its own language."""
    book = books.add(
        books.sound(), "Reactions", id="R003", actor="La Ligue", reacted_on="2020-06-12", about="A002",
        summary="Finds it too little", source="S001", stance="insufficient", quote=FRENCH_TOO,
        quote_lang="fr", speaker="Sa présidente", speaker_role="Présidente", verification="primary_seen",
        kind="statement",
    )  # fmt: skip
    with tempfile.TemporaryDirectory() as folder:
        return making.drawn(making.found(Path(folder), book), language, extent)


class Read(HTMLParser):
    """The words of a page in the order of its HTML; a picture's alternative text in its place."""

    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []
        self.silent = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.silent = tag if tag in SILENT else self.silent
        self.words.append(dict(attrs).get("alt") or "" if tag == "img" else "")

    def handle_endtag(self, tag: str) -> None:
        self.silent = "" if tag == self.silent else self.silent

    def handle_data(self, data: str) -> None:
        self.words.append("" if self.silent else data)


def ink(words: str) -> str:
    """The words without the dots that the style sheet sets between some of them."""
    return squeezed(words).replace("·", "")


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("extent", EXTENTS)
def test_it_is_read_aloud_as_somebody_heard_it(extent: Extent, language: str) -> None:
    golden = (GOLDEN / f"aloud-{extent}-{language}.txt").read_text(encoding="utf-8")
    assert transcript.transcript(drawn(language, extent).pdf) == golden


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("extent", EXTENTS)
def test_it_is_read_in_the_order_of_the_html(extent: Extent, language: str) -> None:
    made = drawn(language, extent)
    document = aloud.heard(made.pdf)
    for entry in document.every("TOCI"):
        entry.within = list(entry.every("Link"))  # the HTML has the words of its contents, not the pages
    html = Read()
    html.feed(re.sub(r'(<span class="apart">).*?(</span>)', r"\1\2", made.html))
    assert ink(document.words()) == ink("".join(html.words))


def test_a_table_over_several_pages_is_one_with_its_header_once(tmp_path: Path) -> None:
    book = books.sound()
    for number in range(60):
        books.add(book, "Announcements", id=f"A{200 + number}", organisation=f"Company {number}",
                  announced_on="2020-06-01", kind="statement", summary="Says so", source="S001")  # fmt: skip
    pdf = making.drawn(making.found(tmp_path, book), "en").pdf
    long = [table for table in aloud.heard(pdf).every("Table") if len(list(table.every("TR"))) > 60]
    assert len(long) == 2  # the chronology, and the annex that leads from each row to its pages
    for table in long:
        assert len({piece.line[0] for piece in aloud.said(table) if piece.line}) > 1
        assert len(list(table.every("THead"))) == 1


def test_a_running_head_is_not_read_aloud() -> None:
    said = transcript.transcript(drawn("en", "full").pdf)
    assert said.count("Edition no. 1 ·") == 1  # in the masthead


if __name__ == "__main__":
    for each, spoken in product(EXTENTS, ["en", "fr"]):
        heard = transcript.transcript(drawn(spoken, each).pdf)
        (GOLDEN / f"aloud-{each}-{spoken}.txt").write_text(heard, encoding="utf-8")
