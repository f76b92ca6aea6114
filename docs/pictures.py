"""Draws the pictures the README shows, from the shipped workbook: `make pictures`.

Each picture carries, in its own file, a hash of the page it was drawn from and of the styles it was drawn
with; a test holds that against the page as it is now. So a picture out of date is a test that fails.
"""

from __future__ import annotations

import hashlib
import io
import shutil
import sys
import tempfile
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from pathlib import Path
from typing import Literal

import pypdfium2
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from flows.document import compose, markup, render
from flows.document.screen import screen
from flows.record import findings
from flows.workbook import clean, read

ROOT = Path(__file__).parent.parent
WORKBOOK = ROOT / "inputs" / "facial-recognition.xlsx"
SHOWN_ON = date(2021, 5, 17)  # the day before Amazon's extension: a deadline is near
SCALE = 110 / 72  # 110 dots an inch
WIDE, HIGH = 390, 844  # a phone's screen
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
DRAWN_FROM = "Drawn from"  # the picture's own note of what it shows


@dataclass(frozen=True, slots=True)
class Picture:
    """One picture: its name, and the words by which its page is found."""

    name: str
    shows: str
    after: int = 0  # so many pages in front are passed over


CONTENTS = 3  # the core, and the page that lists the sections
PAGES = (
    Picture("page-one", "Key points"),
    Picture("page-two", "Positions"),
    Picture("gaps", "Duration narrower Users narrower", CONTENTS),
    Picture("chronology", "10 June 2020 ACLU", CONTENTS),
)
PHONES: dict[str, Literal["light", "dark"]] = {"phone-light": "light", "phone-dark": "dark"}
NAMES = (*(one.name for one in PAGES), *PHONES)


@cache
def briefing() -> compose.Briefing:
    """The English briefing that all pictures are of."""
    return _composed(0.0)


def _composed(slack: float) -> compose.Briefing:
    book = read.cells(WORKBOOK)
    found = findings.compute(clean.record(book).record, as_of=SHOWN_ON)
    edition = compose.Edition(number=1, workbook=book.name, sha256=book.sha256, languages=("en", "fr"))
    return compose.briefing(found, "en", edition=edition, slack=slack)


@cache
def fingerprint(name: str) -> str:
    """A hash of what the picture shows: its page's markup, its styles, and for whom it was drawn."""
    whole = replace(briefing(), annex=None)
    page = screen(whole) if name in PHONES else markup.html(whole)
    styles = sorted((markup.TEMPLATES / "css").glob("*.css"))
    parts = [name.encode(), page.encode(), *(sheet.read_bytes() for sheet in styles)]
    return hashlib.sha256(b"\0".join(parts)).hexdigest()


def drawn_from(name: str) -> str:
    """The hash the picture's file carries; blank where it has none."""
    with Image.open(path(name)) as picture:
        return str(picture.info.get(DRAWN_FROM, ""))


def path(name: str) -> Path:
    """The picture's file."""
    return ROOT / "docs" / f"{name}.png"


def main() -> None:
    """Write every picture; those of the screen need Chromium."""
    made = render.rendered(_composed)
    document = pypdfium2.PdfDocument(made.pdf)
    texts = [" ".join(page.get_textpage().get_text_range().split()) for page in document]
    for one in PAGES:
        number = next(n for n, words in enumerate(texts) if n >= one.after and one.shows in words)
        keep(one.name, document[number].render(scale=SCALE).to_pil())
    on_the_phone(made.screen)


def keep(name: str, picture: Image.Image) -> None:
    """Write the picture, small, with what it was drawn from."""
    note = PngInfo()
    note.add_text(DRAWN_FROM, fingerprint(name))
    picture.quantize(64, dither=Image.Dither.NONE).save(path(name), optimize=True, pnginfo=note)


def on_the_phone(page: str) -> None:
    """The first screen of the HTML edition on a phone, by day and by night."""
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 - a test of the pictures needs no browser

    browser = next(filter(None, map(shutil.which, BROWSERS)), None)
    if browser is None:
        sys.exit("The pictures of the HTML edition are not drawn: install Chromium, then again.")
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as started:
        file = Path(folder) / "briefing-en.html"
        file.write_text(page, encoding="utf-8")
        opened = started.chromium.launch(executable_path=browser, args=["--no-sandbox", "--disable-gpu"])
        for name, scheme in PHONES.items():
            window = opened.new_context(
                viewport={"width": WIDE, "height": HIGH}, color_scheme=scheme, device_scale_factor=1.5
            )
            tab = window.new_page()
            tab.goto(file.as_uri())
            keep(name, Image.open(io.BytesIO(tab.screenshot())).convert("RGB"))
        opened.close()


if __name__ == "__main__":
    main()
