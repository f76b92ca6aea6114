"""The data inside the PDF: which files, what is said of them, and that the workbook is not among them."""

from __future__ import annotations

import io
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, NamedTuple

import pikepdf
import pytest

from flows.record import as_json
from tests import books
from tests.document import making

if TYPE_CHECKING:
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
