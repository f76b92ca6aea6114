"""The data inside the PDF: which files, what is said of them, and that the workbook is not among them."""

from __future__ import annotations

import base64
import io
import json
import re
from functools import cache
from html import unescape
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, NamedTuple

import pikepdf
import pytest
from openpyxl.comments import Comment

from flows.document.wording import dates
from flows.document.wording.sentences import PATTERNS
from flows.record import as_json
from tests import books
from tests.document import making, shipped

if TYPE_CHECKING:
    from collections.abc import Iterator

    from openpyxl import Workbook


class File(NamedTuple):
    """One file within a PDF."""

    name: str
    description: str
    kind: str
    dated: set[str]
    content: bytes


def files(pdf: bytes) -> list[File]:
    """The files within."""
    with pikepdf.open(io.BytesIO(pdf)) as document:
        return [
            File(
                name=name,
                description=one.description,
                kind=one.get_file().mime_type,
                dated={str(one.get_file().obj.Params[each]) for each in ("/CreationDate", "/ModDate")},
                content=one.get_file().read_bytes(),
            )
            for name, one in document.attachments.items()
        ]


@cache
def drawn(language: str) -> bytes:
    with TemporaryDirectory() as folder:
        return making.drawn(making.found(Path(folder), books.sound()), language, "core").pdf


NAMES = ["announcements.csv", "commitments.csv", "demands.csv", "questions.csv", "reactions.csv",
         "rebuild.json", "record.json", "sources.csv"]  # fmt: skip


def test_the_record_and_its_tables_are_within_the_document_and_nothing_else() -> None:
    pdf = drawn("fr")
    assert [one.name for one in files(pdf)] == NAMES
    with pikepdf.open(io.BytesIO(pdf)) as document:
        related = [(str(one.F), str(one.AFRelationship)) for one in document.Root["/AF"]]
    assert related == [(name, "/Data") for name in NAMES]


def test_the_record_within_is_the_one_beside_the_document(tmp_path: Path) -> None:
    within = {one.name: one.content for one in files(drawn("en"))}
    found = making.found(tmp_path, books.sound())
    assert within["record.json"].decode() == as_json.canonical(found)


def test_what_each_file_holds_is_said_in_the_document_s_language() -> None:
    said = {each: {one.description for one in files(drawn(each))} for each in ("en", "fr")}
    assert "Announcements, as a table" in said["en"]
    assert "Les annonces, sous forme de tableau" in said["fr"]
    assert not said["en"] & said["fr"]
    assert {len(each) for each in said.values()} == {len(NAMES)}


def test_each_file_bears_the_edition_s_date_and_its_kind() -> None:
    within = files(drawn("en"))
    assert [one.dated for one in within] == [{"D:20200615000000Z"}] * len(NAMES)
    assert {one.kind for one in within} == {"text/csv", "application/json"}


@pytest.mark.parametrize("language", ["en", "fr"])
def test_a_hidden_column_leaks_through_no_file(language: str, tmp_path: Path) -> None:
    def hide(workbook: Workbook) -> None:
        sheet = workbook["Announcements"]
        header = next(cell for cell in sheet[1] if cell.value == "reason")
        sheet.column_dimensions[header.column_letter].hidden = True

    book = books.put(books.sound(), "Announcements", 2, "reason", "Unspeakable")
    assert b"Unspeakable" in b"".join(
        one.content for one in files(making.drawn(making.found(tmp_path, book), language, "core").pdf)
    )
    hidden = making.computed(books.cleaned(tmp_path, book, hide).record)
    within = files(making.drawn(hidden, language, "core").pdf)
    assert not [one.name for one in within if b"Unspeakable" in one.content]


UNSPEAKABLE = "Unspeakable"


def with_secrets(workbook: Workbook) -> None:
    """What a workbook may hold and nobody prints: notes on cells, hidden sheets and rows, who wrote it."""
    sheet = workbook["Announcements"]
    sheet["E2"].comment = Comment(f"{UNSPEAKABLE} note", UNSPEAKABLE)
    sheet.append(["A009", f"{UNSPEAKABLE} Inc", "2020-06-11", "ban", f"{UNSPEAKABLE} row", "S001"])
    sheet.row_dimensions[sheet.max_row].hidden = True
    secret = workbook.create_sheet("Secret")
    secret["A1"] = f"{UNSPEAKABLE} sheet"
    secret.sheet_state = "hidden"
    workbook.properties.creator = workbook.properties.lastModifiedBy = UNSPEAKABLE


@pytest.mark.parametrize("language", ["en", "fr"])
def test_nothing_of_a_workbook_that_is_not_printed_is_within(language: str, tmp_path: Path) -> None:
    book = books.sound()
    for header in ("notes", "entered_by", "checked_by", "a column of our own"):
        books.put(book, "Announcements", 2, header, f"{UNSPEAKABLE} {header}")
    books.put(book, "Announcements", 3, "retired", "entered twice")  # a reason is printed
    books.put(book, "Announcements", 3, "summary", f"{UNSPEAKABLE} announcement")
    books.put(book, "Reactions", 2, "quote", f"{UNSPEAKABLE} words")
    books.put(book, "Reactions", 2, "speaker", None)  # without whom no quote is printed (R14)
    book["Recipients"] = [["name", "email"], [UNSPEAKABLE, f"{UNSPEAKABLE.lower()}@example.org"]]
    found = making.computed(books.cleaned(tmp_path, book, with_secrets).record)
    drawn = making.drawn(found, language)
    within = files(drawn.pdf)
    assert "rebuild.json" in {one.name for one in within}
    assert [one.name for one in within if UNSPEAKABLE.lower() in one.content.decode().lower()] == []
    assert UNSPEAKABLE not in drawn.html


def words_in(value: object) -> Iterator[str]:
    """Every word, sentence and drawing of what JSON holds, of pairs the latter."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for each in value.values() if isinstance(value, dict) else value:
            yield from words_in(each)


@pytest.mark.xdist_group("shipped")
@pytest.mark.parametrize("language", ["en", "fr"])
def test_what_it_is_drawn_from_holds_only_what_is_printed_and_our_own_fixed_words(language: str) -> None:
    drawn = shipped.made(making.FOUNDING, language)
    within = {one.name: one.content for one in files(drawn.pdf)}
    page = unescape(re.sub(r"</?sup>|<wbr>", "", drawn.html))
    page += "".join(
        base64.b64decode(each).decode() for each in re.findall(r"svg\+xml;base64,([\w+/=]+)", page)
    )
    unprinted = {
        each for each in words_in(json.loads(within["rebuild.json"])["briefing"]) if each not in page
    }
    ours = {dates.of_both(both, language) for both in PATTERNS.values()}
    by_setting = {each for each in unprinted if "editors@example.org" in each}  # printed with a link in it
    assert unprinted - ours - by_setting - {"a4"} == set()
    assert len(unprinted) < 20
