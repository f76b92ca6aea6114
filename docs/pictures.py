"""Draws the pictures the README shows, from the shipped workbook: `make pictures`."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pypdfium2
from PIL import Image

from flows.document import compose, render
from flows.record import findings
from flows.workbook import clean, read

ROOT = Path(__file__).parent.parent
WORKBOOK = ROOT / "inputs" / "facial-recognition.xlsx"
SHOWN_ON = date(2021, 5, 17)  # the day before Amazon's extension: a deadline is near
SCALE = 110 / 72  # 110 dots an inch


def main() -> None:
    """Write docs/page-one.png and docs/page-two.png."""
    book = read.cells(WORKBOOK)
    found = findings.compute(clean.record(book).record, as_of=SHOWN_ON)
    edition = compose.Edition(number=1, workbook=book.name, sha256=book.sha256)
    made = render.rendered(lambda slack: compose.briefing(found, "en", edition=edition, slack=slack))
    document = pypdfium2.PdfDocument(made.pdf)
    for number, name in enumerate(("page-one", "page-two")):
        document[number].render(scale=SCALE).to_pil().quantize(64, dither=Image.Dither.NONE).save(
            ROOT / "docs" / f"{name}.png", optimize=True
        )


if __name__ == "__main__":
    main()
