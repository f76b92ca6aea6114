"""record.json: the promised shape, canonical, and nothing of the workbook that is not printed."""

from __future__ import annotations

import json
import random
from datetime import date
from typing import TYPE_CHECKING

import pytest

from flows.record.as_json import as_dict, canonical
from flows.record.findings import compute
from flows.record.plain import iso
from tests.record.june import A005, A006, FIRST, PARTLY
from tests.record.rows import announced, body, book, day, found, question, reacted, said, source

if TYPE_CHECKING:
    from typing import Any

WHOLE = found(
    *FIRST, A005, A006, PARTLY, body("EFF", watch=True, last_searched_on="2024-01-31"), as_of="2024-02-01"
)


def read(**cells: object) -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads(canonical(WHOLE, **cells))  # type: ignore[arg-type]
    return loaded


def test_it_has_the_promised_keys() -> None:
    promised = {
        "as_of", "next", "previous", "release", "holds", "reconciliation", "commitments", "demands",
        "questions", "silence", "key_points", "problems",
    }  # fmt: skip
    assert promised | {"record"} <= set(read())


def test_the_figures_of_the_sheets_stand_under_their_names() -> None:
    assert read()["reconciliation"]["announcements"] == {
        "read": 6, "printed": 6, "retired": 0, "future": 0, "to_resolve": 0, "empty": 0,
    }  # fmt: skip


def test_a_commitment_has_the_promised_cells() -> None:
    amazon = next(one for one in read()["commitments"] if one["chain"] == "A001")
    assert (amazon["head"], amazon["organisation"], amazon["kind"]) == ("A006", "Amazon", "moratorium")
    assert (amazon["status"], amazon["days_left"], amazon["ends_on"]) == ("in_force_revocable", None, None)
    (drift,) = amazon["drift"]
    assert {name: drift[name] for name in ("id", "dimension", "was", "is")} == {
        "id": "A006", "dimension": "technology", "was": "facial_recognition", "is": "feature",
    }  # fmt: skip


def test_a_demand_has_its_outcome_beside_the_proposal_and_the_cell() -> None:
    one = next(each for each in read()["demands"] if each["id"] == "R001.1")
    assert (one["outcome"], one["proposed"], one["coded"]) == ("partly_met", "partly_met", "partly_met")
    assert (one["actor"], one["target"]) == ("ACLU of Northern California", "Amazon")
    assert one["gaps"]["technology"] == "narrower"
    assert [each["target"] for each in read()["demands"]].count("SECTOR") == 1


def test_silence_and_questions_and_problems_have_the_promised_cells() -> None:
    loaded = read(problems=3)
    amazon = next(one for one in loaded["silence"] if one["chain"] == "A001")
    assert (amazon["followed"], amazon["found_nothing"], amazon["not_searched"]) == (1, ["EFF"], [])
    assert loaded["questions"] == [
        {
            "id": "Q001", "status": "open", "fate": "open", "age_days": 1331, "stale": True, "owner": None,
            "asked_on": "2020-06-10", "last_checked_on": None, "settled_on": None, "reason": None,
        }
    ]  # fmt: skip
    assert loaded["problems"] == 3


@pytest.mark.parametrize("typed", ["2020-06-10", "2020-06", "2020-Q2", "2020"])
def test_a_date_keeps_its_own_precision(typed: str) -> None:
    found_ = day(typed)
    assert found_ is not None
    assert iso(found_) == typed


def test_it_is_sorted_ends_with_a_line_feed_and_keeps_accents() -> None:
    findings = found(announced("A001", "2020-06-10", "Préfecture"), as_of="2020-07-01")
    printed = canonical(findings)
    assert printed.endswith("}\n")
    assert "Préfecture" in printed
    assert printed == json.dumps(json.loads(printed), ensure_ascii=False, indent=2, sort_keys=True) + "\n"


def test_the_order_of_rows_in_the_sheets_changes_nothing() -> None:
    rows = [*FIRST, A005, A006, PARTLY]
    shuffled = rows[:]
    random.Random(7).shuffle(shuffled)  # noqa: S311 - any other order will do
    first, second = (as_dict(compute(book(*order), as_of=date(2024, 2, 1))) for order in (rows, shuffled))
    assert first == second


def test_nothing_leaves_the_house_that_is_not_printed() -> None:
    rows = (
        announced("A001", "2020-06-10", entered_by="LMx", checked_by="PQx"),
        announced("A002", "2020-06-10", retired="reason given", reason=None, amount="secret sum"),
        announced("A003", "2020-08-01", amount="later sum"),
        reacted("R001", "2020-06-11", quote=said("Withheld words.", speaker=None)),
        reacted(
            "R002",
            "2020-06-11",
            quote=said("Kept words.", translation="Mots de machine.", translated_by="machine"),
        ),
        question("Q001", owner="Owner Name"),
        question("Q002", status="dropped", dropped_because="moot", answered_on="2020-06-20"),
        source("S001", file="C:/Users/someone/copy.pdf"),
    )
    printed = canonical(found(*rows, as_of="2020-07-01"))
    for hidden in (
        "LMx",
        "PQx",
        "secret sum",
        "later sum",
        "Withheld words",
        "Mots de machine",
        "copy.pdf",
    ):
        assert hidden not in printed
    for shown in ("Kept words.", "reason given", '"A003"', "Owner Name", '"reason": "moot"', '"2020-06-20"'):
        assert shown in printed


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("https://web.archive.org/1", "https://web.archive.org/1"),
        ("www.example.org/1; HTTPS://example.org/2", "www.example.org/1; HTTPS://example.org/2"),
        ("C:/Users/lm/amazon.pdf, 2020-06-11", None),
        ("https://example.org/1 in LM's folder", None),
        (None, None),
    ],
)
def test_a_snapshot_is_told_of_where_anybody_can_open_it_and_never_the_day_of_a_second_reading(
    typed: str | None, kept: str | None
) -> None:
    read_again: dict[str, Any] = {"archive": typed, "checked_on": day("1988-04-12")}
    findings = found(
        announced("A001", "2020-06-10", **read_again), reacted("R001", "2020-06-10", **read_again),
        as_of="2020-06-15",
    )  # fmt: skip
    told = canonical(findings)
    rows = json.loads(told)["record"]
    assert [rows[sheet][0]["archive"] for sheet in ("announcements", "reactions")] == [kept, kept]
    assert "1988-04-12" not in told
