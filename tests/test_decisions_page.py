"""docs/decisions.md: its columns are the sheet's, its examples do what it says, its complaint is true."""

from __future__ import annotations

import re
from pathlib import Path

from flows.workbook.schema.decisions import DECISIONS, READS
from tests import books
from tests.workbook.broken_decisions import HEADERS, decided

PAGE = (Path(__file__).parents[1] / "docs" / "decisions.md").read_text(encoding="utf-8")
A, R = "Announcements", "Reactions"


def examples(heading: str) -> list[list[object]]:
    """The rows of the table below that heading, as they would be typed."""
    table = re.search(
        r"^\| content .*\n\|[-|]+\n((?:\|.*\n)+)", PAGE.partition(f"## {heading}")[2], re.MULTILINE
    )
    rows = table[1].splitlines() if table else []
    return [[cell.strip() or None for cell in row.strip("|").split("|")] for row in rows]


def test_every_column_is_on_the_page_in_both_languages_and_every_rule_that_may_read() -> None:
    assert [f"| `{one.name}` | `{one.fr}` |" in PAGE for one in DECISIONS.columns] == [True] * len(HEADERS)
    assert [rule for rule in READS if rule not in PAGE and rule != "misspelt_sheet"] == []


def test_each_warning_of_the_first_table_goes_and_nothing_else_changes(tmp_path: Path) -> None:
    book = books.put(books.sound(), A, 3, "organisation", "Amazonn")
    books.put(book, R, 4, "source", "The Record, printed edition")
    books.put(book, A, 2, "quote_lang", None)
    before = books.cleaned(tmp_path, book)
    assert books.rules(before) == ["quote_without_language", "near_name", "incomplete_source"]
    after = books.cleaned(tmp_path, decided(book, *examples("Waved through")))
    assert (after.problems, after.unused) == ((), ())
    assert after.record == before.record


def test_all_of_the_second_table_is_read_as_it_says(tmp_path: Path) -> None:
    book = books.put(books.sound(), R, 2, "actor", "ACLU NorCal")
    book[R][0][book[R][0].index("summary")] = "What they said"
    books.put(book, A, 2, "term", "for one year")
    book = {"Open issues" if tab == "Questions" else tab: rows for tab, rows in book.items()}
    found = books.cleaned(tmp_path, decided(book, *examples("Read as what it means")))
    assert (found.problems, found.unused) == ((), ())
    assert found.record.reactions == books.cleaned(tmp_path, books.sound()).record.reactions
    assert [one.id for one in found.record.questions] == ["Q001"]
    assert books.first(found).terms.term == "fixed"


def test_the_complaint_shown_is_the_one_a_person_gets(tmp_path: Path) -> None:
    book = books.put(books.sound(), A, 3, "announced_on", "10/06/2020")
    found = books.cleaned(tmp_path, decided(book, ["10/06/2020", "ambiguous_date", None, None, "so be it"]))
    assert str(found.problems[-1]) in PAGE.splitlines()
