"""A row's sources: ids, addresses and titles, links behind words, and none that can be used."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from flows.record.facts import Citation
from flows.record.findings import compute
from tests.books import cleaned, first, put, sound

if TYPE_CHECKING:
    from pathlib import Path

    from openpyxl import Workbook

A = "Announcements"


def test_sources_are_ids_addresses_titles_or_not_enough(tmp_path: Path) -> None:
    book = put(sound(), A, 2, "source", "s1; https://example.org/a_b\nThe Record, 11 June 2020; Amazon")
    assert first(cleaned(tmp_path, book)).sources == (
        Citation("id", "S001"),
        Citation("url", "https://example.org/a_b"),
        Citation("title", "The Record, 11 June 2020"),
        Citation("incomplete", "Amazon"),
    )


def test_every_address_of_a_cell_is_a_source_even_with_a_comma_between(tmp_path: Path) -> None:
    typed = (
        "https://example.org/a, https://example.org/b; see www.example.org/c and https://example.org/d.;"
        "https://example.org/e,https://example.org/f\nhttps://web.archive.org/web/2020/https://example.org/g"
    )
    assert [one.value for one in first(cleaned(tmp_path, put(sound(), A, 2, "source", typed))).sources] == [
        "https://example.org/a",
        "https://example.org/b",
        "https://www.example.org/c",
        "https://example.org/d",
        "https://example.org/e",
        "https://example.org/f",
        "https://web.archive.org/web/2020/https://example.org/g",
    ]


def test_a_link_behind_a_name_is_its_source(tmp_path: Path) -> None:
    def link(workbook: Workbook) -> None:
        workbook[A]["F2"].hyperlink = "https://example.org/behind"

    found = cleaned(tmp_path, put(sound(), A, 2, "source", "Amazon"), link)
    assert first(found).sources == (Citation("url", "https://example.org/behind"),)
    assert found.problems == ()


@pytest.mark.parametrize("typed", [None, "?", "n/a", "Amazon"])
def test_a_row_without_a_usable_source_is_used_with_a_warning(typed: object, tmp_path: Path) -> None:
    found = cleaned(tmp_path, put(sound(), A, 2, "source", typed))
    assert [problem.severity for problem in found.problems] == ["warning"]
    assert first(found).doubts == ()


@pytest.mark.parametrize(
    ("cells", "rule"),
    [({"retired": "the page is gone"}, "retired_source"), ({"url": None, "title": None}, "bare_source"),
     ({"url": None}, None), ({"title": None}, None), ({"url": None, "title": "?", "file": "r.pdf"}, None)],
)  # fmt: skip
def test_rows_whose_source_cannot_be_used_are_told_as_the_edition_leaves_them_out(
    cells: dict[str, object], rule: str | None, tmp_path: Path
) -> None:
    book = sound()
    for header, value in cells.items():
        put(book, "Sources", 2, header, value)
    found = cleaned(tmp_path, book)
    left_out = compute(found.record, as_of=date(2032, 1, 1)).unsourced
    assert left_out == (("A002", "A003", "R002") if rule else ())
    told = [(str(each.cell), each.rule) for each in found.problems]
    assert told == [(f"{tab}!F{row}", rule) for tab, row in ((A, 3), (A, 4), ("Reactions", 4)) if rule]


def test_one_source_that_can_be_used_is_enough_beside_one_that_cannot(tmp_path: Path) -> None:
    book = put(put(sound(), "Sources", 2, "retired", "gone"), A, 3, "source", "S001; https://example.org/ibm")
    assert [str(each.cell) for each in cleaned(tmp_path, book).problems] == [
        "Announcements!F4",
        "Reactions!F4",
    ]


@pytest.mark.parametrize(
    "typed",
    ["https://example.org/x).", "https://example.org/x,", "<https://example.org/x>", "“https://example.org/x”",
     "« https://example.org/x ».", "(https://example.org/x);"],
)  # fmt: skip
@pytest.mark.parametrize("header", ["url", "archive_url"])
def test_what_stands_around_an_address_is_left_out_of_it_and_listed(
    header: str, typed: str, tmp_path: Path
) -> None:
    found = cleaned(tmp_path, put(sound(), "Sources", 2, header, typed))
    assert getattr(found.record.sources[0], header) == "https://example.org/x"
    assert [(each.rule, each.before) for each in found.corrections] == [("marks_around", typed)]
    assert found.problems == ()


@pytest.mark.parametrize(
    "typed",
    ["https://example.org/x_(y)", "https://example.org/wiki/Apple_Inc.", "https://example.org/?q=a;b",
     "https://example.org/x/"],
)  # fmt: skip
def test_an_address_is_read_as_it_stands(typed: str, tmp_path: Path) -> None:
    found = cleaned(tmp_path, put(put(sound(), "Sources", 2, "url", typed), A, 2, "source", typed))
    assert found.record.sources[0].url == typed
    assert [each.rule for each in found.corrections if each.rule == "marks_around"] == []
    if ";" not in typed:
        assert first(found).sources == (Citation("url", typed),)
