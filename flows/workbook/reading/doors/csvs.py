"""CSV: one file is one sheet, its letters and what parts its columns found out, never taken for granted."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from flows.workbook.reading import folders
from flows.workbook.reading.doors.told import Told
from flows.workbook.reading.gathered import Found, Gathered, Tally
from flows.workbook.reading.refusals import Unreadable
from flows.workbook.reading.values import Reading

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from flows.workbook.reading.limits import Limits

ENDINGS = (*folders.ENDINGS, ".txt")
MARKED = {  # what a file begins with that says how its letters are written
    b"\xef\xbb\xbf": ("utf-8-sig", "UTF-8"),
    b"\xff\xfe": ("utf-16", "UTF-16"),
    b"\xfe\xff": ("utf-16", "UTF-16"),
}
PARTED_BY = (",", ";", "\t")  # as Excel's countries write it
NAMED = re.compile(r"sep=(.)\r?\n", re.IGNORECASE)  # Excel's own first line, which is no row
SAMPLE = 200  # rows looked at to find out what parts the columns
MIXED_UP = re.compile(r"[a-z][\u201a\u201e\u2020\u2021\u2030\u0160\u0152\u017d\u0192\u02c6][a-z]")
ERRORS = frozenset(
    (
        *("#NULL!", "#DIV/0!", "#VALUE!", "#REF!", "#NAME?", "#NUM!", "#N/A", "#SPILL!", "#CALC!"),
        *("#NUL!", "#VALEUR!", "#NOM?", "#NOMBRE!"),  # in French
    )
)
UNSEEN = ("hidden", "struck", "links", "formulas")


class Way(NamedTuple):
    """How a file is written: its letters, and the character between two columns."""

    letters: str
    parted_by: str


def read(file: str, contents: Mapping[str, bytes], limits: Limits) -> Told:
    """A sheet for each file, named by it without its ending, in the order of the alphabet.

    Raises `Unreadable` where letters or rows cannot be made out for certain.
    """
    tally = Tally(file, limits)
    sheets: dict[str, Gathered] = {}
    ways = []
    for name in sorted(contents, key=lambda each: (each.casefold(), each)):
        stem = name.rpartition(".")[0]
        if stem.casefold() in sheets:
            raise Unreadable("duplicate_sheet", file, stem)
        sheet, way = _sheet(file, stem, contents[name], tally)
        sheets[stem.casefold()] = sheet
        if way is not None:
            ways.append((name, *way))
    return Told("csv", tuple(sheets.values()), unseen=UNSEEN, ways=tuple(ways))


def _sheet(file: str, stem: str, content: bytes, tally: Tally) -> tuple[Gathered, Way | None]:
    sheet = Gathered(stem)
    if not content:
        return sheet, None
    text, letters = _text(file, stem, content)
    named = NAMED.match(text)
    body = text[named.end() :] if named else text
    parted_by = named[1] if named else _parted_by(body)
    if parted_by is None:
        raise Unreadable("plain_text", file)
    for row, fields in enumerate(_rows(file, stem, body, parted_by), start=1):
        for column, value in enumerate(fields, start=1):
            if value:
                tally.add(sheet, (row, column), Found(_reading(value), "no", None, None))
    return sheet, Way(letters, parted_by)


def _reading(value: str) -> Reading:
    return Reading("error" if value in ERRORS else "text", value)


def _text(file: str, stem: str, content: bytes) -> tuple[str, str]:
    """The letters, and the name of the way they are written in.

    Only what is no UTF-8 is taken for Windows-1252, and not where it then reads as no language is written.
    """
    mark = next((mark for mark in MARKED if content.startswith(mark)), None)
    encoding, letters = MARKED[mark] if mark else _unmarked(content)
    try:
        text = content.decode(encoding)
    except UnicodeDecodeError as error:
        raise Unreadable("csv_letters", file, stem) from error
    if "\0" in text or (encoding == "cp1252" and MIXED_UP.search(text)):
        raise Unreadable("csv_letters", file, stem)
    return text, letters


def _unmarked(content: bytes) -> tuple[str, str]:
    beginning = content[:4096]
    if b"\0" in beginning:
        little = beginning[1::2].count(0) >= beginning[::2].count(0)
        return ("utf-16-le" if little else "utf-16-be"), "UTF-16"
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        return "cp1252", "Windows-1252"
    return "utf-8", "UTF-8"


def _parted_by(text: str) -> str | None:
    """The character that parts most rows into the same number of columns; None where none parts any."""
    best: tuple[float, int, str] | None = None
    for each in PARTED_BY:
        widths = Counter(width for width in _widths(text, each) if width)
        width, rows = max(widths.items(), key=lambda item: (item[1], item[0]), default=(0, 0))
        if width > 1:
            found = (rows / widths.total(), width, each)
            best = max(best, found) if best else found
    return best[2] if best else None


def _widths(text: str, parted_by: str) -> Iterator[int]:
    """How many columns each of the first rows has, those that are blank aside."""
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=parted_by)
    try:
        for _, fields in zip(range(SAMPLE), rows, strict=False):
            yield len(fields) if any(field.strip() for field in fields) else 0
    except csv.Error:
        return


def _rows(file: str, stem: str, text: str, parted_by: str) -> Iterator[list[str]]:
    """The rows as Excel numbers them: a line break between quotation marks begins no new one."""
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=parted_by, strict=True)
    number = 0
    try:
        for fields in rows:
            number += 1
            yield fields
    except csv.Error as error:
        raise Unreadable("csv_quotes", file, f"{stem}, {number + 1}") from error
