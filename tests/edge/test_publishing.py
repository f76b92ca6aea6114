"""What Prefect's page is given to show: words as typed, a row for each complaint, sums that add up."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests import books

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = [pytest.mark.xdist_group("prefect"), pytest.mark.usefixtures("prefect_server")]


def test_words_from_a_cell_are_shown_as_typed_and_never_as_markdown() -> None:
    from flows.publishing import marked  # noqa: PLC0415 - not before the settings of the tests stand

    assert (
        marked.plain("[click](http://x.example) <b>") == "\\[click\\]\\(http\u2060\\://x\\.example\\) \\<b\\>"
    )


def test_a_row_of_what_is_to_fix_says_what_is_wrong_though_nothing_stands_in_the_cell(tmp_path: Path) -> None:
    from flows.publishing import tables  # noqa: PLC0415 - as above
    from flows.workbook.problems import as_json  # noqa: PLC0415 - as above

    book = books.put(books.sound(), "Reactions", 2, "reacted_on", None)
    assert tables.to_fix(as_json(books.cleaned(tmp_path, book).problems))[0] == {
        "Cell": "Reactions!C2",
        "Severity": "✕ To put right",
        "What stands there": "",
        "What is wrong": "reacted_on is blank.",
        "What to do": "Type a date, such as 2020-06-10 or 10 June 2020.",
    }


def test_the_complaints_stand_sheet_by_sheet_and_say_which_are_new_since_the_edition_before() -> None:
    from flows.publishing import tables  # noqa: PLC0415 - as above

    told = {"row": 3, "header": "x", "found": "y", "message": "Wrong.", "fix": "Type z.", "rule": "r"}
    given = [
        told | {"sheet": "A", "cell": "B3", "severity": "error", "new": True},
        told | {"sheet": "R", "cell": "C3", "severity": "warning", "new": False},
        told | {"sheet": "A", "cell": "D3", "severity": "warning"},
    ]
    rows = tables.to_fix(given)
    assert [(row["Cell"], row["Severity"]) for row in rows] == [
        ("A!B3", "✕ To put right · new"),
        ("A!D3", "◇ To look at"),
        ("R!C3", "◇ To look at · still there"),
    ]


def test_a_row_of_what_to_fill_in_next_says_what_it_unlocks_and_who_entered_it() -> None:
    from flows.publishing import tables  # noqa: PLC0415 - as above

    one = {
        "sheet": "Open data", "cell": "G3", "row": 3, "header": "term", "id": "A002", "entered_by": None,
        "unlocks": [{"kind": "status", "ids": ["A002"]}, {"kind": "compared", "ids": ["R001", "R002"]}],
    }  # fmt: skip
    assert tables.next_rows([one]) == [
        {
            "Cell": "'Open data'!G3",
            "Column": "term",
            "Row of": "A002",
            "What it unlocks": (
                "the status of A002; 2 comparisons of a commitment with demands (R001, R002)"
            ),
            "Row entered by": "not noted",
        }
    ]
    assert tables.next_rows([])[0]["What it unlocks"] == "Nothing: no blank cell holds anything back."


def test_a_sheet_whose_name_has_a_space_stands_in_quotes_before_its_cell() -> None:
    from flows.publishing import tables  # noqa: PLC0415 - as above

    assert tables.place({"sheet": "Team's list", "cell": "C7", "row": 7}) == "'Team''s list'!C7"
    assert tables.place({"sheet": "Team", "cell": None, "row": None}) == "Team"


def test_the_numbers_split_each_sum_into_what_it_is_made_of() -> None:
    from flows.publishing import tables  # noqa: PLC0415 - as above

    tally = {"read": 5, "printed": 3, "retired": 0, "future": 1, "to_resolve": 1, "empty": 0}
    counts = {
        "commitments": 2,
        "by_status": {"in_force_until": 2},
        "demands": 3,
        "by_outcome": {"none_found": 2, "met": 1},
        "questions": 4,
        "open_questions": 1,
    }
    record = {"counts": counts, "reconciliation": {"announcements": tally}}
    told = {row["What"]: row["How many"] for row in tables.numbers(record, {"briefing-en.pdf": 2})}
    assert told == {
        "Commitments": "2: 2 in force, with an end date",
        "Demands": "3: 2 no answer found, 1 met",
        "Questions": "4: 1 open",
        "Rows of announcements": (
            "5 rows read = 3 printed + 1 dated after the edition + 1 set aside until resolved"
        ),
        "briefing-en.pdf": "2 pages",
    }
