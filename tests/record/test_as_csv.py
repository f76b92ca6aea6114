"""The record as tables: what is in them, in which words, and that no cell of them runs."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

import pytest

from flows.record import as_csv
from tests import books
from tests.document import making

if TYPE_CHECKING:
    from pathlib import Path


def tables(folder: Path, book: books.Book, language: str = "en") -> dict[str, list[dict[str, str]]]:
    """The rows of each table, as a program reads them."""
    made = as_csv.tables(making.found(folder, book), language)
    return {
        one.name: list(csv.DictReader(io.StringIO(one.content.decode("utf-8-sig"), newline="")))
        for one in made
    }


def test_each_printed_row_stands_in_its_table(tmp_path: Path) -> None:
    found = tables(tmp_path, books.sound())
    assert [row["id"] for row in found["announcements"]] == ["A002", "A001"]
    assert [row["id"] for row in found["reactions"]] == ["R002", "R001", "R001.1"]
    assert [row["demand"] for row in found["demands"]] == ["Stop all use by law enforcement"]
    assert found["demands"][0]["gap_users"] == "narrower"
    assert found["commitments"][0] | {"chain": "A001", "status": "in_force_until"} == found["commitments"][0]
    assert set(found) == {"announcements", "commitments", "reactions", "demands", "questions", "sources"}


def test_prose_is_in_the_document_s_language_where_somebody_typed_it(tmp_path: Path) -> None:
    rows = tables(tmp_path, books.sound(), "fr")["announcements"]
    summaries = {row["id"]: (row["summary"], row["summary_lang"]) for row in rows}
    assert summaries == {
        "A001": ("Suspend pour un an l’usage de son logiciel par la police", "fr"),
        "A002": ("Stops offering general facial recognition", "en"),
    }


@pytest.mark.parametrize("typed", ["=1+1", "+33 1", "-2", "@sum", '=HYPERLINK("http://x.example";"y")'])
def test_what_a_spreadsheet_would_run_is_text_there(typed: str, tmp_path: Path) -> None:
    book = books.put(books.sound(), "Announcements", 3, "summary", typed)
    rows = tables(tmp_path, book)["announcements"]
    assert [row["summary"] for row in rows if row["id"] == "A002"] == [f"'{typed}"]


def test_a_cell_with_commas_lines_and_marks_comes_back_as_typed(tmp_path: Path) -> None:
    typed = 'Stops, says "enough"\nand leaves'
    book = books.put(books.sound(), "Announcements", 3, "summary", typed)
    rows = tables(tmp_path, book)["announcements"]
    assert [row["summary"].split() for row in rows if row["id"] == "A002"] == [typed.split()]


def test_of_a_translator_in_the_team_only_that_it_is_theirs_is_told(tmp_path: Path) -> None:
    rows = tables(tmp_path, books.sound())["announcements"]
    assert [row["translation_by"] for row in rows if row["id"] == "A001"] == ["team"]


def test_what_the_model_does_not_print_is_in_no_table(tmp_path: Path) -> None:
    book = books.put(books.sound(), "Announcements", 2, "entered_by", "Somebody Secret")
    book = books.put(book, "Announcements", 2, "notes", "Somebody Secret")
    book = books.put(book, "Announcements", 2, "colour of the file", "Somebody Secret")
    found = as_csv.tables(making.found(tmp_path, book), "en")
    assert not [one.name for one in found if b"Somebody Secret" in one.content]


def test_every_table_has_the_same_bytes_twice(tmp_path: Path) -> None:
    found = making.found(tmp_path, books.sound())
    assert as_csv.tables(found, "fr") == as_csv.tables(found, "fr")
