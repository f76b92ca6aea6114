"""Draws the pictures of docs/settings.md, from the shipped workbook with one sheet more: `make pictures`.

As those of the README, each carries a hash of what it was drawn from, which a test holds.
"""

from __future__ import annotations

import hashlib
import tempfile
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import openpyxl
import pypdfium2
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from docs.pictures import DRAWN_FROM, ROOT, WORKBOOK
from flows.document import compose, markup, render
from flows.record import findings
from flows.workbook import clean, read

if TYPE_CHECKING:
    from flows.document import Extent
    from flows.workbook.clean import Cleaned

SHOWN_ON = date(2020, 6, 15)
MM = 72 / 25.4  # points
SCALE = 100 / 72  # 100 dots an inch
LOGO = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 120 40">'
    '<g fill="#0f6466"><circle cx="20" cy="20" r="17"/><path d="M46 9h70v8H46zM46 23h48v8H46z"/></g></svg>'
)


@dataclass(frozen=True, slots=True)
class Picture:
    """One picture: the settings it shows, and the strip of a page that shows them."""

    name: str
    settings: tuple[tuple[str, str], ...]
    shows: str  # words in the strip
    above: float  # millimetres of the page above the words, and below
    below: float
    extent: Extent = "core"


TEAM = (("team", "Library of Troyes"), ("title", "Who answers for facial recognition?"))
PICTURES = (
    Picture("settings-look", (*TEAM, ("accent", "teal"), ("logo", "logo.svg")), "Situation as of", 32, 13),
    Picture("settings-yellow", (("accent", "#FFD400"),), "Situation as of", 20, 13),
    Picture("settings-footer", (("footer", "Library of Troyes · desk@example.org"),), "Library of", 14, 10),
    Picture("settings-letter", (("paper", "letter"),), "Situation as of", 300, 300),
    Picture(
        "settings-sections",
        (("section_chronology", "What happened when"), ("order", "chronology"),
         ("hide", "background; matrix")),
        "What happened when", 26, 66, "full",
    ),
    Picture("settings-extra", (("extra_columns", "announcements: Dossier"),), "Dossier:", 22, 8, "full"),
    Picture("settings-limit", (("deadline_window", "400"),), "Deadlines", 4, 18),
)  # fmt: skip


@cache
def cleaned(name: str) -> Cleaned:
    """The shipped workbook with the picture's settings, and a column of a team's own, read."""
    shown = next(one for one in PICTURES if one.name == name)
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "logo.svg").write_text(LOGO, encoding="utf-8")
        book = openpyxl.load_workbook(WORKBOOK)
        label = next(one for one in book.sheetnames if one.casefold() == "settings")
        for pair in shown.settings:
            book[label].append(pair)
        sheet = book["Announcements"]
        sheet.cell(1, sheet.max_column + 1).value = "Dossier"
        sheet.cell(2, sheet.max_column).value = "2020/114, shelf 3"
        book.save(Path(folder) / "record.xlsx")
        return clean.record(read.cells(Path(folder) / "record.xlsx"))


def composed(name: str, slack: float = 0.0) -> compose.Briefing:
    """The briefing the picture is of."""
    shown = next(one for one in PICTURES if one.name == name)
    made = cleaned(name)
    found = findings.compute(made.record, as_of=SHOWN_ON)
    logo = compose.Logo(made.logo.kind, made.logo.content) if made.logo else None
    edition = compose.Edition(number=1, workbook=WORKBOOK.name, sha256="0" * 64, logo=logo)
    return compose.briefing(found, "en", edition=edition, extent=shown.extent, slack=slack)


@cache
def fingerprint(name: str) -> str:
    """A hash of what the picture shows: its page's markup and its styles."""
    page = markup.html(replace(composed(name), annex=None))
    styles = sorted((markup.TEMPLATES / "css").glob("*.css"))
    parts = [name.encode(), page.encode(), *(sheet.read_bytes() for sheet in styles)]
    return hashlib.sha256(b"\0".join(parts)).hexdigest()


def path(name: str) -> Path:
    """The picture's file."""
    return ROOT / "docs" / f"{name}.png"


def drawn_from(name: str) -> str:
    """The hash the picture's file carries; blank where it has none."""
    with Image.open(path(name)) as picture:
        return str(picture.info.get(DRAWN_FROM, ""))


def draw(shown: Picture) -> None:
    """Write one picture."""
    made = render.rendered(lambda slack: composed(shown.name, slack))
    document = pypdfium2.PdfDocument(made.pdf)
    first = 2 if shown.extent == "full" else 0
    pages = (document[number] for number in range(first, len(document)))
    page, top = next(found for each in pages if (found := _found(each, shown)))
    below = page.get_size()[1] - top - shown.below * MM
    crop = (0.0, max(0.0, below), 0.0, max(0.0, top - shown.above * MM))
    picture = page.render(scale=SCALE, crop=crop).to_pil()
    note = PngInfo()
    note.add_text(DRAWN_FROM, fingerprint(shown.name))
    picture.quantize(64, dither=Image.Dither.NONE).save(path(shown.name), optimize=True, pnginfo=note)


def _found(page: pypdfium2.PdfPage, shown: Picture) -> tuple[pypdfium2.PdfPage, float] | None:
    """The page, and how far from its top the words stand, in points; None where they do not."""
    text = page.get_textpage()
    at = text.search(shown.shows, match_case=True).get_next()
    if at is None:
        return None
    return page, page.get_size()[1] - text.get_charbox(at[0])[3]


def main() -> None:
    """Write every picture."""
    for shown in PICTURES:
        draw(shown)


if __name__ == "__main__":
    main()
