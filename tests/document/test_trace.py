"""The trace both ways: of each passage the cells it rests on, of each cell the pages it comes to."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from flows.document import render
from flows.document.tracing.kinds import KINDS
from tests import books
from tests.document import making
from tests.document.tracing import LANGUAGES, A, R, drawn, letter, read, richer, sound, traced, typed

if TYPE_CHECKING:
    from openpyxl import Workbook

TEMPLATES = Path(__file__).parents[2] / "templates"


def test_every_kind_in_a_template_is_in_the_table_and_every_one_of_the_table_in_a_template() -> None:
    source = "".join(path.read_text(encoding="utf-8") for path in sorted(TEMPLATES.rglob("*.j2")))
    marked_with = set(re.findall(r"words\.(?:rests|chosen)\(\"(\w+)\"", source)) | {"quotation"}
    assert marked_with | {"furniture"} == set(KINDS)


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_words_of_a_row_stand_outside_the_marked_passages(language: str) -> None:
    outside = " ".join(sound().pages[language].outside)
    own = {str(cell) for rows in richer().values() for row in rows[1:] for cell in row}
    wordy = {cell for cell in own if (" " in cell or cell[:1].isupper()) and "2020" not in cell} - {"None"}
    assert len(wordy) > 40
    assert [cell for cell in wordy if cell in outside] == []
    assert re.findall(r"\b[ARQCS]\d{3}\b", outside) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_link_within_the_page_has_its_destination_and_no_two_share_one(language: str) -> None:
    page = sound().pages[language]
    assert page.links - set(page.ids) == set()
    assert len(page.ids) == len(set(page.ids))
    assert len(page.links) > 20


def test_two_rows_with_one_id_have_destinations_of_their_own() -> None:
    book = books.put(richer(), A, 3, "id", "A001")
    page = read(typed(books.put(book, R, 4, "id", "R001"))).pages["en"]
    assert len(page.ids) == len(set(page.ids))
    assert page.links - set(page.ids) == set()


def test_what_the_trace_names_is_there() -> None:
    told, pages, results = traced()
    record = (results.announcements, results.reactions, results.context, results.sources)
    known = {row.id for rows in record for row in rows} | {one.question.id for one in results.questions}
    known |= {one.id for one in results.set_aside if one.id}
    assert {row for passage in told["passages"] for row in passage["rows"]} <= known
    assert {one for passage in told["passages"] for one in passage["sources"] if "://" not in one} <= known
    assert {cell for passage in told["passages"] for cell in passage["cells"]} <= told["cells"].keys()
    on = {number for passage in told["passages"] for number in passage["pages"]}
    assert on == set(range(1, len(pages) + 1))


def test_a_cell_s_pages_are_those_of_the_passages_that_name_it() -> None:
    told, _, _ = traced()
    for passage in told["passages"]:
        for cell in passage["cells"]:
            assert set(passage["pages"]) <= set(told["printed"][cell])
    assert told["printed"]
    assert all(set(pages) <= set(told["cells"][cell]) for cell, pages in told["printed"].items())


def test_a_passage_names_what_it_prints_and_no_more() -> None:
    told, _, _ = traced()
    (summary,) = (one for one in told["passages"] if one["kind"] == "event")
    assert summary["rows"] == ["C001"]
    assert summary["cells"] == [
        "Sources!A2", "Sources!C2", "Sources!D2", "Context!A2", "Context!B2", "Context!C2", "Context!D2",
    ]  # fmt: skip
    assert summary["sources"] == ["S001"]


def test_a_cell_s_address_follows_its_column() -> None:
    book = richer()
    for row in book["Context"]:
        row.insert(0, None)
    told, _, _ = drawn(book)
    assert "Context!D2" in told["cells"]
    assert "Context!A2" not in told["cells"]


def test_what_no_page_prints_comes_only_to_the_fingerprint_of_the_workbook() -> None:
    told, _, _ = traced()
    (notes,) = {tuple(one["pages"]) for one in told["passages"] if one["kind"] == "workbook"}
    column = letter(A, "notes")
    assert told["cells"][f"{A}!{column}2"] == list(notes)


def test_a_blank_cell_has_the_pages_it_would_come_to() -> None:
    told, _, _ = traced()
    blank, filled = (letter(A, name) for name in ("ends_on", "duration"))
    assert told["cells"][f"{A}!{blank}2"] == told["cells"][f"{A}!{filled}2"]
    assert not any(f"{A}!{blank}2" in passage["cells"] for passage in told["passages"])


def test_of_what_the_team_keeps_from_view_the_trace_tells_no_more_than_the_page() -> None:
    def touch(workbook: Workbook) -> None:
        workbook[R].row_dimensions[4].hidden = True
        workbook[A].column_dimensions[hidden].hidden = True

    book = richer()
    hidden = letter(A, "speaker")
    book["Recipients"] = [["name", "email"], ["Ada Roe", "ada@example.org"]]
    told, _, _ = drawn(book, touch)
    assert not any(cell.startswith("Recipients!") for cell in told["cells"])
    assert f"{A}!{hidden}2" not in told["cells"]
    kept = [one for one in told["passages"] if "R002" in one["rows"]]
    assert {one["kind"] for one in kept} <= {"aside"}
    assert not any(cell in one["cells"] for one in told["passages"] for cell in (f"{R}!B4", f"{R}!E4"))
    assert "Roe" not in json.dumps(told)


def test_the_annex_gives_the_pages_on_which_the_passages_stand() -> None:
    told, pages, _ = traced()
    annexed = " ".join(" ".join(pages).split())
    (entry,) = (one for one in told["passages"] if one["kind"] == "entry" and one["rows"] == ["R003"])
    (doubt, *_) = (one for one in told["passages"] if one["kind"] == "doubt" and "R003" in one["rows"])
    (trail,) = re.findall(r"R003 row 5 ([^·]+ · )*limits (\d+) · chronology (\d+)", annexed)
    assert trail[1:] == (str(doubt["pages"][0]), str(entry["pages"][0]))


def test_a_row_set_aside_is_traced_to_where_the_limits_list_it() -> None:
    told, pages, _ = traced()
    asides = [one for one in told["passages"] if one["kind"] == "aside"]
    assert [one["rows"] for one in asides] == [["A005"], ["A006"]]
    assert all("typed twice" in pages[one["pages"][0] - 1] for one in asides[1:])


def test_the_core_extent_has_no_annex() -> None:
    results = sound().findings
    composed = making.composed(results, "en")
    core = replace(composed, full=None, annex=None)
    assert 'id="annex"' in render.html(composed)
    assert 'id="annex"' not in render.html(core)
