"""The whole table of demands: every demand once for each it is made to, sums below it and in its caption."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

import pytest

from flows.document import markup
from flows.document.lens import Lens
from flows.document.parts import demands
from flows.document.parts import matrix as part
from flows.record.facts import SECTOR
from flows.record.matrix import matrix
from tests import books
from tests.document import making, shipped
from tests.reading import text

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.xdist_group("shipped")
DAYS = [date(2020, 6, 15), date(2021, 6, 11), date(2026, 11, 25)]
FIGURES = re.compile(r"\d+")


def asked_of(names: list[str]) -> books.Book:
    """The sound book with one more demand to each of these organisations, one a day."""
    book = books.sound()
    for number, name in enumerate(names, 1):
        said = {"actor": "ACLU", "reacted_on": f"2020-06-{number:02}", "about": "A002",
                "summary": "Asks for more", "source": "https://example.org/asked"}  # fmt: skip
        asked = {"demand": f"Stop it, {name}", "target": name}
        books.add(book, "Reactions", id=f"R{number + 10:03}", **said)
        books.add(book, "Reactions", id=f"R{number + 10:03}.1", **said, **asked)
    return book


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("day", DAYS)
def test_every_demand_of_the_record_stands_in_the_tables_or_apart(day: date, language: str) -> None:
    lens = Lens(shipped.found(day), language)
    whole = part.whole_matrix(lens)
    rows = [row for table in whole.tables for one in table.statements for row in one.rows]
    marks = sum(cell.asked for row in rows for cell in row.cells)
    at_large = [line for apart in whole.apart for line in apart.demands]
    assert marks + len(at_large) == len(demands.sourced(lens)) == lens.findings.counts.demands
    sector = {one.reaction.id for one in demands.sourced(lens) if one.target == SECTOR}
    assert {line.refs[0] for line in at_large} == sector
    assert not sector & {row.id for row in rows}


@pytest.mark.parametrize("day", DAYS)
def test_a_table_has_at_most_six_organisations_and_no_demand_that_is_made_to_none_of_them(day: date) -> None:
    tables = part.whole_matrix(Lens(shipped.found(day), "en")).tables
    for table in tables:
        assert len(table.headers) <= 7
        assert all(any(cell.asked for cell in row.cells) for one in table.statements for row in one.rows)
    named = [name for table in tables for name in table.headers[1:]]
    assert len(named) == len(set(named))


@pytest.mark.parametrize("day", DAYS)
def test_the_sums_below_a_table_and_in_its_caption_are_those_of_its_marks(day: date) -> None:
    lens = Lens(shipped.found(day), "en")
    found = matrix(lens.findings.demands, lens.findings.unsourced)
    for table in part.whole_matrix(lens).tables:
        made, *states = table.sums
        columns = [
            [int(FIGURES.findall(row.figures[at])[0]) for row in states] for at in range(len(made.figures))
        ]
        assert [sum(column) for column in columns] == [int(figure) for figure in made.figures]
        shown, every, names, organisations, *parts = map(int, FIGURES.findall(table.caption))
        assert shown == sum(int(figure) for figure in made.figures) == sum(parts)
        assert (every, organisations) == (found.demands, len(found.organisations))
        assert names == len(table.headers) - 1


@pytest.mark.parametrize(("count", "columns"), [(1, [2]), (5, [6]), (6, [4, 3]), (12, [5, 5, 3])])
def test_more_than_six_organisations_share_out_among_further_tables(
    tmp_path: Path, count: int, columns: list[int]
) -> None:
    book = asked_of([f"Maker {letter}" for letter in "ABCDEFGHIJKL"[:count]])
    whole = part.whole_matrix(Lens(making.found(tmp_path, book), "en"))
    assert [len(table.headers) - 1 for table in whole.tables] == columns
    several = len(columns) > 1
    assert [bool(table.heading) for table in whole.tables] == [several] * len(columns)
    assert bool(whole.caption) == several


def test_a_cell_has_its_mark_its_word_and_the_rows_it_rests_on() -> None:
    table, *_ = part.whole_matrix(Lens(shipped.found(date(2026, 11, 25)), "fr")).tables
    (row,) = [row for one in table.statements for row in one.rows if row.id == "R001.1"]
    amazon, *others = row.cells
    assert (amazon.glyph, amazon.word, amazon.evidence) == ("◐", "partielle", ("A005", "A006"))
    assert {(cell.glyph, cell.word, cell.evidence) for cell in others} == {("–", "non visée", ())}


def test_a_demand_without_a_source_is_left_out_and_said_to_be(tmp_path: Path) -> None:
    book = books.put(asked_of(["Maker A"]), "Reactions", 6, "source", None)
    books.put(book, "Reactions", 5, "source", None)
    whole = part.whole_matrix(Lens(making.found(tmp_path, book), "en"))
    assert whole.reading[-1] == "Left out for want of a usable source: 1\u00a0demand."
    assert [table.headers for table in whole.tables] == [("Demand", "Amazon")]


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "2 demands of 25, counted in no column."),
        ("fr", "2 demandes sur 25, hors colonnes."),
    ],
)
def test_the_finished_page_has_the_table_and_the_sector_apart(language: str, said: str) -> None:
    words = text(shipped.made(making.FOUNDING, language).pdf).replace("\u00a0", " ")
    assert said in " ".join(words.split())


NAMES = ("Microsoft", "President of the United States", "European Union legislators")


@pytest.mark.parametrize(
    ("names", "lines"),
    [
        (NAMES[:1], ["Microsoft"]),
        (NAMES, ["Microsoft", "President of the <br>United States", "European Union <br>legislators"]),
        (
            ("A", "B", "C", "D", "Gouvernements (non nommés)"),
            ["A", "B", "C", "D", "Gouvernements <br>(non nommés)"],
        ),
        # In two lines each, the lower one would read "Demand Board & Co of the city rights of all".
        (("Board & Co", "Office of the mayor of the city", "Ministry of the rights of all"), [
            "Board <br>&amp; <br>Co",
            "Office <br>of <br>the <br>mayor <br>of <br>the <br>city",
            "Ministry <br>of <br>the <br>rights <br>of <br>all",
        ]),
    ],
)  # fmt: skip
def test_no_line_of_the_head_reads_as_a_sentence(names: tuple[str, ...], lines: list[str]) -> None:
    assert markup.stacked(("Demand", *names)) == ["Demand", *lines]


def test_a_name_as_long_as_a_cell_is_set_as_it_comes() -> None:
    assert markup.stacked(("Demand", "word & " * 50)) == ["Demand", "word &amp; " * 50]


def test_a_record_without_demands_says_why(tmp_path: Path) -> None:
    whole = part.whole_matrix(Lens(making.found(tmp_path, books.minimal()), "en"))
    assert (whole.tables, whole.caption, whole.reading) == ((), None, ())
    assert whole.empty is not None
    assert "demand" in whole.empty
