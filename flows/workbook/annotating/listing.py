"""The first sheet of the copy: every complaint on a row of its own, with a link to its cell."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from flows.workbook.annotating import words
from flows.workbook.annotating.escaping import attribute, clipped, escaped
from flows.workbook.reading.places import address, letters
from flows.workbook.reading.xmlscan import MAIN

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from flows.workbook.problems import Problem

WIDTHS = (7, 17, 10, 14, 26, 44, 44, 22)
TOP = 4  # lines above the headers
HEADER_ROW = TOP + 1
MOST_LISTED = 20_000  # Excel takes some 65,000 links, and our own reader is not to choke on it
LONGEST = 1_000  # characters of what stands in a cell
CLOSE = 1.05  # letters of a text to a column's unit of width, which is a digit
LINE, ROOM = 15, 3  # points of a line of text, and around it
COLOUR = "FFB0471E"  # of the tab
FIRST_TEXT = 4  # the column, from 0, from which text wraps
PAGE = (
    '<printOptions/><pageMargins left="0.4" right="0.4" top="0.5" bottom="0.6" header="0.3" footer="0.3"/>'
    '<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>'
    "<headerFooter><oddFooter>&amp;L&amp;A&amp;R{page}</oddFooter></headerFooter>"
)


@dataclass(frozen=True, slots=True)
class Listing:
    """What the sheet says, and of what."""

    problems: Sequence[Problem]
    tabs: frozenset[str]  # of the workbook: only what is there can be linked to
    language: str
    file: str
    sha256: str
    most: int = MOST_LISTED  # complaints for which there is room

    @property
    def listed(self) -> Sequence[Problem]:
        """Those that are listed."""
        return self.problems[: self.most]


def room(values: int, most: int) -> int:
    """How many complaints can be listed where a workbook may hold so many values at most, and has some."""
    return max(0, min(MOST_LISTED, (most - values) // len(WIDTHS) - HEADER_ROW))


def sheet(listing: Listing, looks: Mapping[str, int]) -> str:
    """The whole part; `looks` has the number of each kind of cell's look."""
    rows = "".join(_rows(listing, looks))
    columns = "".join(
        f'<col min="{n}" max="{n}" width="{width}" customWidth="1"/>'
        for n, width in enumerate(WIDTHS, start=1)
    )
    below = address(HEADER_ROW + 1, 1)
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        f'<worksheet xmlns="{MAIN}"><sheetPr><tabColor rgb="{COLOUR}"/><pageSetUpPr fitToPage="1"/></sheetPr>'
        '<sheetViews><sheetView showGridLines="0" tabSelected="1" workbookViewId="0">'
        f'<pane ySplit="{HEADER_ROW}" topLeftCell="{below}" activePane="bottomLeft" state="frozen"/>'
        f'<selection pane="bottomLeft" activeCell="{below}" sqref="{below}"/></sheetView></sheetViews>'
        f'<sheetFormatPr defaultRowHeight="{LINE}"/><cols>{columns}</cols><sheetData>{rows}</sheetData>'
        f'<autoFilter ref="{filtered(len(listing.listed))}"/>{_links(listing)}'
        f"{PAGE.format(page=attribute(words.said('page', listing.language)))}</worksheet>"
    )


def filtered(listed: int) -> str:
    """The cells that a list of so many complaints takes up, headers and all."""
    last = HEADER_ROW + listed
    return f"A{HEADER_ROW}:{letters(len(WIDTHS))}{last}"


def link(problem: Problem) -> str:
    """Where in the workbook a complaint leads."""
    cell = problem.cell
    sheet = cell.sheet.replace("'", "''")
    return f"'{sheet}'!{cell.address or address(cell.row or 1, 1)}"


def _rows(listing: Listing, looks: Mapping[str, int]) -> Iterator[str]:
    language, told = listing.language, listing.listed
    top = (
        words.title(listing.problems, language),
        words.said("how", language),
        words.said("remove", language),
        words.said("source", language, file=listing.file, sha256=listing.sha256),
    )
    for number, line in enumerate(top, start=1):
        tall = 24 if number == 1 else LINE
        yield _row(number, [_text(number, 0, line, looks["title" if number == 1 else "small"])], tall)
    headers = words.HEADERS[language]
    cells = [_text(HEADER_ROW, column, name, looks["header"]) for column, name in enumerate(headers)]
    yield _row(HEADER_ROW, cells, 22)
    for number, problem in enumerate(told, start=1):
        yield _problem(HEADER_ROW + number, number, problem, listing, looks)
    beyond = len(listing.problems) - len(told)
    if beyond:
        last = HEADER_ROW + len(told) + 1
        yield _row(last, [_text(last, 1, words.said("more", language, more=beyond), looks["title"])], 24)


def _problem(row: int, number: int, problem: Problem, listing: Listing, looks: Mapping[str, int]) -> str:
    cell = problem.cell
    texts = (
        (cell.sheet, looks["text"]),
        (_where(problem, listing.language), looks["link" if cell.sheet in listing.tabs else "text"]),
        (words.KINDS[listing.language][problem.severity], looks[problem.severity]),
        (clipped(problem.found, LONGEST), looks["text"]),
        (problem.message, looks["text"]),
        (problem.fix, looks["text"]),
        (problem.rule, looks["text"]),
    )
    first = f'<c r="{address(row, 1)}" s="{looks["number"]}"><v>{number}</v></c>'
    cells = [_text(row, column, text, look) for column, (text, look) in enumerate(texts, start=1)]
    return _row(row, [first, *cells], _height([text for text, _ in texts[FIRST_TEXT - 1 :]]))


def _where(problem: Problem, language: str) -> str:
    """The place within its sheet, as the list names it."""
    cell = problem.cell
    if cell.address:
        return cell.address
    return words.said("of_row", language, row=cell.row) if cell.row else words.said("of_sheet", language)


def _height(texts: Iterable[str]) -> int:
    """Points that the longest of these texts takes once it is wrapped."""
    lines = 1
    for width, text in zip(WIDTHS[FIRST_TEXT:], texts, strict=True):
        lines = max(lines, sum(max(1, math.ceil(len(line) / (width * CLOSE))) for line in text.split("\n")))
    return min(lines * LINE + ROOM, 409)  # which Excel makes no row higher than


def _row(number: int, cells: Iterable[str], tall: int) -> str:
    return f'<row r="{number}" ht="{tall}">{"".join(cells)}</row>'


def _text(row: int, column: int, text: str, look: int) -> str:
    at = address(row, column + 1)
    if not text:
        return f'<c r="{at}" s="{look}"/>'
    return f'<c r="{at}" s="{look}" t="inlineStr"><is><t xml:space="preserve">{escaped(text)}</t></is></c>'


def _links(listing: Listing) -> str:
    """A link to the cell of each complaint whose sheet is there."""
    found = [
        f'<hyperlink ref="C{HEADER_ROW + number}" location="{attribute(link(each))}"'
        f' display="{attribute(str(each.cell))}"/>'
        for number, each in enumerate(listing.listed, start=1)
        if each.cell.sheet in listing.tabs
    ]
    return f"<hyperlinks>{''.join(found)}</hyperlinks>" if found else ""
