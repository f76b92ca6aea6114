"""The empty workbook at work: checked blank, typed into, and every value its drop-downs offer."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from flows.record import findings
from flows.record.facts import Day
from flows.workbook.blank.example import example
from flows.workbook.blank.lists import UNFINISHED
from flows.workbook.schema import LISTS
from flows.workbook.schema.settings import COLOURS
from tests.workbook import blanks
from tests.workbook.blanks import KINDS, checked, kind, opened, planned, put, told, typed

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from flows.workbook.schema import Choice

every_kind = pytest.mark.parametrize(("language", "portable"), KINDS)
both_languages = pytest.mark.parametrize("language", ["en", "fr"])
DAY = date(2021, 6, 1)


def labelled(language: str, one: Choice) -> str:
    return one.fr if language == "fr" else one.code


@every_kind
def test_a_blank_workbook_has_no_problem_and_lacks_nothing(
    language: str, *, portable: bool, tmp_path: Path
) -> None:
    found = checked(tmp_path, opened(language, portable=portable))
    assert told(found) == []
    assert found.record.language == language
    assert found.record.absent == ()
    assert found.unknown_columns == ()
    assert findings.compute(found.record, as_of=DAY).holds == ()


@every_kind
def test_the_worked_example_typed_in_has_no_problem_and_is_read_as_it_says(
    language: str, *, portable: bool, tmp_path: Path
) -> None:
    book = typed(opened(language, portable=portable), language, example(language))
    found = checked(tmp_path, book)
    assert told(found) == []
    first, second = found.record.announcements
    assert (first.kind, first.organisation) == ("moratorium", "Amazon")
    assert (second.previous_id, second.relation) == ("A001", "extends")
    assert [row.id for row in found.record.reactions] == ["R001", "R001.1"]
    head = findings.compute(found.record, as_of=DAY).commitments[0]
    assert head.status == "in_force_revocable"


@both_languages
def test_a_month_typed_as_text_stays_a_month(language: str, tmp_path: Path) -> None:
    rows = {name: [dict(row) for row in every] for name, every in example(language).items()}
    book = typed(opened(language), language, rows)
    there = planned(language)["announcements"]
    put(
        book[there.tab],
        4,
        blanks.slot(language, "announcements", "announced_on").number,
        "2020-06",
        day=False,
    )
    found = checked(tmp_path, book)
    assert found.record.announcements[0].announced_on == Day(date(2020, 6, 1), "month")


@both_languages
def test_a_row_far_below_the_table_is_read_too(language: str, tmp_path: Path) -> None:
    book = typed(opened(language), language, example(language))
    there = planned(language)["announcements"]
    for name, value in example(language)["announcements"][0].items():
        slot = blanks.slot(language, "announcements", name)
        new = {"id": "A003", "announced_on": "2020-07-01"}.get(
            name, value
        )  # else it would say the same twice
        put(book[there.tab], 45, slot.number, new, day=kind(slot).kind == "day")
    found = checked(tmp_path, book)
    assert told(found) == []
    assert [row.id for row in found.record.announcements] == ["A001", "A002", "A003"]


def base(language: str, sheet: str) -> dict[str, object]:
    """A row of that sheet which wants nothing."""
    choice = {name: labelled(language, choices[0]) for name, choices in LISTS.items()}
    rows = {
        "announcements": {"organisation": "Amazon", "announced_on": "2020-06-10", "kind": choice["kind"],
                          "summary": "Words", "source": "https://example.org/a"},
        "reactions": {"actor": "ACLU", "reacted_on": "2020-06-10", "about": "A001", "summary": "Words",
                      "source": "https://example.org/b"},
        "responses": {"demand": "R001", "organisation": "Amazon", "on": "2020-06-10"},
        "questions": {"question": "Why?", "asked_on": "2020-06-10"},
        "organisations": {},
        "sources": {"publisher": "A paper", "title": "Words", "url": "https://example.org/s"},
        "recipients": {},
    }  # fmt: skip
    return dict(rows.get(sheet, {}))


COMPANIONS = {
    "term": {"fixed": {"duration": "1 year"}, "condition": {"condition": "a law is passed"}},
    "demand_term": {
        "fixed": {"demand_duration": "1 year"}, "condition": {"demand_condition": "a law is passed"},
    },
    "status": {"answered": {"answer": "Words", "answered_on": "2020-06-11", "answer_source": "https://example.org"}},
    "condition_met": {},
}  # fmt: skip
"""What a value asks for beside it."""

QUOTED: dict[str, object] = {
    "quote": "Words.",
    "quote_lang": "en",
    "translation": "Des mots.",
    "speaker": "A. Person, director",
}


def cases() -> list[tuple[str, str]]:
    sheets = planned("en")
    return [
        (name, slot.name)
        for name, each in sheets.items()
        for slot in each.slots
        if slot.column and slot.column.choices and not slot.twin and name != "settings"
    ]


@both_languages
def test_every_value_a_drop_down_offers_is_read_without_a_complaint_about_it(
    language: str, tmp_path: Path
) -> None:
    book = typed(opened(language), language, every_value(language))
    found = checked(tmp_path, book)
    there = {planned(language)[sheet].tab: (sheet, planned(language)[sheet]) for sheet, _ in cases()}
    about = []
    for problem in found.problems:
        sheet, each = there.get(problem.cell.sheet, ("", None))
        slot = each and next((one for one in each.slots if one.number == problem.cell.column), None)
        if slot and (sheet, slot.name) in cases() and problem.rule in NOT_READ:
            about.append(str(problem))
    assert about == []
    assert len(found.record.announcements) == 1 + values_of("announcements")
    assert {row.kind for row in found.record.announcements} >= {one.code for one in LISTS["kind"]}
    assert {row.stance for row in found.record.reactions} >= {one.code for one in LISTS["stance"]}
    assert {row.category for row in found.record.organisations} >= {one.code for one in LISTS["category"]}


NOT_READ = {"unknown_choice", "unknown_kind", "unknown_outcome", "unknown_coding", "one_value_only",
            "values_run_together", "unknown_translator", "translator_without_name"}  # fmt: skip


def values_of(sheet: str) -> int:
    columns = [blanks.slot("en", name, column) for name, column in cases() if name == sheet]
    return sum(len(offered(blanks.listed(column))) for column in columns)


def offered(name: str) -> list[Choice]:
    return [one for one in LISTS[name] if one.code not in UNFINISHED.get(name, ())]


def every_value(language: str) -> dict[str, list[Mapping[str, object]]]:
    """A row for each value of each list, on the sheet that takes it."""
    rows: dict[str, list[Mapping[str, object]]] = {name: [] for name in planned(language)}
    rows["announcements"].append(base(language, "announcements") | {"id": "A001"})
    rows["reactions"].append(
        base(language, "reactions") | {"id": "R001", "demand": "Stop", "target": "Amazon"}
    )
    for sheet, name in cases():
        for one in offered(blanks.listed(blanks.slot(language, sheet, name))):
            number = len(rows[sheet]) + 1
            value = {name: labelled(language, one)} | COMPANIONS.get(name, {}).get(one.code, {})
            rows[sheet].append(
                {**base(language, sheet), **named(sheet, number), **value, **beside(sheet, name)}
            )
    return rows


def named(sheet: str, number: int) -> Mapping[str, object]:
    prefix = planned("en")[sheet].sheet.prefix
    if prefix:
        return {"id": f"{prefix}{number:03}"}
    return {
        "organisations": {"name": f"Body {number}"},
        "recipients": {"email": f"a{number}@example.org"},
    }.get(sheet, {})


def beside(sheet: str, name: str) -> dict[str, object]:
    if name == "translation_by":
        return QUOTED
    if name.startswith("demand_") or (sheet, name) == ("reactions", "outcome"):
        return {"demand": "Stop", "target": "Amazon"}
    return {"previous_id": "A001"} if name == "relation" else {}


@both_languages
def test_every_setting_and_every_value_offered_for_one_is_understood(language: str, tmp_path: Path) -> None:
    values = {
        "title": "Words",
        "footer": "Words",
        "accent": labelled(language, COLOURS[2]),
        "paper": labelled(language, LISTS["paper"][1]),
        "hide": labelled(language, LISTS["section"][0]),
        "order": labelled(language, LISTS["section"][1]),
        "logo": None,  # a file beside the workbook
        "extra_columns": None,  # a column the team has added
    }
    rows = [
        {
            "name": labelled(language, one),
            "value": values.get(one.code, "9" if "[" in one.en_means else "Words"),
        }
        for one in LISTS["setting"]
        if values.get(one.code, "") is not None
    ]
    found = checked(tmp_path, typed(opened(language), language, {"settings": rows}))
    assert told(found) == []
