"""What a whole build costs, against WeasyPrint alone setting the very same page with the very same styles."""

from __future__ import annotations

import shutil
from datetime import date
from statistics import median
from typing import TYPE_CHECKING, NamedTuple

from flows import steps
from flows.document import render
from flows.document.chapters.kept import Kept
from flows.document.chapters.side_by_side import Press, at_most
from flows.order import Order
from tests.bench import cost

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

AS_OF = date(2021, 5, 17)
LANGUAGE = "en"
ROUNDS = 5
TAGGED = "pdf/ua-1"  # what WeasyPrint itself offers to screen readers
START = "import weasyprint"
ALONE = """
import sys
from weasyprint import HTML
HTML(sys.argv[1]).write_pdf(sys.argv[2], pdf_variant=sys.argv[3])
"""


class Round(NamedTuple):
    """Seconds of processor time, taken one right after the other."""

    build: float  # onrecord build, one language
    alone: float  # WeasyPrint in a process of its own
    start: float  # a process that only loads WeasyPrint

    @property
    def ratio(self) -> float:
        """The build against WeasyPrint alone, both with their start."""
        return self.build / self.alone

    @property
    def strict(self) -> float:
        """The same without either's start."""
        return (self.build - self.start) / (self.alone - self.start)


def report(workbook: Path, scratch: Path) -> Iterator[str]:
    """The table, a line as soon as it is known."""
    yield f"One build of {workbook.name} as of {AS_OF}, {LANGUAGE}, against WeasyPrint alone (CPU seconds)"
    yield f"{'round':<10}{'build':>9}{'alone':>9}{'start':>9}{'ratio':>9}{'without start':>16}"
    page = saved(workbook, scratch)
    rounds = []
    for number in range(1, ROUNDS + 1):
        rounds.append(measured(workbook, page, scratch))
        yield line(str(number), rounds[-1])
    yield line("median", Round(*map(median, zip(*rounds, strict=True))))
    ratios = median(each.ratio for each in rounds), median(each.strict for each in rounds)
    yield f"Median of the rounds' own ratios: {ratios[0]:.2f}; without the start of either: {ratios[1]:.2f}"


def measured(workbook: Path, page: Path, scratch: Path) -> Round:
    """One round."""
    pdf, shelf = str(scratch / "alone.pdf"), str(scratch / "outputs")
    return Round(
        build=cost.of_python(
            "-m", "flows.cli", "build", str(workbook), "--as-of", str(AS_OF), "--language", LANGUAGE,
            "--previous", "none", "--outputs", shelf,
        ),
        alone=cost.of_python("-c", ALONE, str(page), pdf, TAGGED),
        start=cost.of_python("-c", START),
    )  # fmt: skip


def line(name: str, seconds: Round) -> str:
    """One round as a line of the table."""
    spent = "".join(f"{each:9.2f}" for each in seconds)
    return f"{name:<10}{spent}{seconds.ratio:9.2f}{seconds.strict:16.2f}"


def saved(workbook: Path, scratch: Path) -> Path:
    """The page the build makes, as a file whose styles and fonts anybody's WeasyPrint finds beside it."""
    beside = scratch / "templates"
    shutil.copytree(render.TEMPLATES, beside)
    for sheet in (beside / "css").glob("*.css"):
        sheet.write_text(found_in(beside, sheet.read_text("utf-8")), "utf-8")
    order = Order(AS_OF, languages=(LANGUAGE,))
    book = steps.read(workbook)
    cleaned = steps.clean(book)
    examined = steps.Examined(book, cleaned, steps.find(cleaned, order))
    page = scratch / "page.html"
    with Press(at_most(), Kept(None, "")) as press:
        html = render.rendered(
            lambda slack: steps.compose(examined, order, LANGUAGE, slack), press=press
        ).html
    page.write_text(found_in(beside, html), "utf-8")
    return page


def found_in(folder: Path, words: str) -> str:
    """The same, its assets named by where they are."""
    return words.replace("asset:", f"{folder.as_uri()}/")
