"""R12 and R13: a scope that changes unannounced, and commitments somebody contests."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from flows.record.as_json import as_dict
from flows.record.facts import Announcement, Exceptions
from tests.record.rows import NONE, announced, chain, found, listed, reacted, terms

if TYPE_CHECKING:
    from flows.record.findings import Drift
    from tests.record.rows import Cell

A001 = announced(
    "A001", "2020-06-10",
    terms=terms(
        term="condition", condition="a law", users="law_enforcement", activity=("use", "sale"),
        exceptions=listed("Thorn"),
    ),
)  # fmt: skip


def drift(*rows: Announcement) -> tuple[Drift, ...]:
    return chain(found(A001, *rows, as_of="2021-01-01")).drift


def narrowed(relation: str | None = "clarifies", **cells: Cell) -> Announcement:
    return announced("A002", "2020-08-20", previous_id="A001", relation=relation, terms=terms(**cells))


@pytest.mark.parametrize("relation", [None, "clarifies", "confirms", "extends", "shortens", "ends"])
def test_a_change_nobody_announced_is_drift(relation: str | None) -> None:
    (one,) = drift(narrowed(relation, users="police"))
    assert (one.dimension, one.was, one.now, one.narrower) == ("users", "law_enforcement", "police", True)
    assert (one.was_id, one.was_on, one.id) == ("A001", A001.announced_on, "A002")


@pytest.mark.parametrize("relation", ["narrows", "widens", "replaces", "reverses"])
def test_an_announced_change_is_no_drift(relation: str) -> None:
    assert drift(narrowed(relation, users="police", activity=("use",))) == ()


@pytest.mark.parametrize("relation", ["extends", "shortens", "ends"])
def test_an_extension_announces_a_new_term(relation: str) -> None:
    assert drift(narrowed(relation, term="until_further_notice")) == ()


def test_a_confirmation_announces_no_new_term() -> None:
    (one,) = drift(narrowed("confirms", term="until_further_notice"))
    assert (one.dimension, one.narrower) == ("term", True)


@pytest.mark.parametrize(
    ("cells", "narrower"),
    [
        ({"users": "all_customers"}, False),
        ({"activity": ("use",)}, True),
        ({"activity": ("development",)}, False),
        ({"exceptions": listed("Thorn; police")}, False),
        ({"exceptions": NONE}, False),
    ],
)
def test_only_what_surely_reaches_less_far_is_narrower(cells: dict[str, Cell], narrower: bool) -> None:  # noqa: FBT001
    (one,) = drift(narrowed(**cells))
    assert one.narrower is narrower


def test_exceptions_that_appear_are_narrower() -> None:
    first = announced("A001", "2020-06-10", terms=terms(exceptions=NONE))
    (one,) = chain(found(first, narrowed(exceptions=listed("Thorn")), as_of="2021-01-01")).drift
    assert (one.was, one.now, one.narrower) == ("none", "Thorn", True)


@pytest.mark.parametrize(
    "cells",
    [
        {},
        {"users": "law_enforcement"},
        {"users": "unspecified"},
        {"activity": ("sale", "use")},
        {"technology": "product"},
        {"exceptions": listed(" thorn")},
        {"exceptions": Exceptions("unspecified", None)},
    ],
)
def test_blank_the_same_or_unspecified_is_no_drift(cells: dict[str, Cell]) -> None:
    assert drift(narrowed(**cells)) == ()


def test_a_row_is_compared_with_what_carried_over_to_it() -> None:
    between = announced("A002", "2020-08-20", previous_id="A001", relation="confirms")
    after = announced(
        "A003", "2020-09-20", previous_id="A002", relation="clarifies", terms=terms(users="police")
    )
    (one,) = drift(between, after)
    assert (one.id, one.was_id) == ("A003", "A001")


def test_a_narrower_scope_is_a_key_point() -> None:
    findings = found(A001, narrowed(users="police"), as_of="2021-01-01")
    assert [(point.kind, point.ids) for point in findings.key_points] == [("narrowed", ("A001", "A002"))]
    assert "drift" in chain(findings).flags


def alleged(on: str = "2020-07-01", **cells: Cell) -> object:
    return reacted("R001", on, kind="allegation", **cells)


def test_an_allegation_contests_and_leaves_the_status_alone() -> None:
    before, after = chain(found(A001, as_of="2020-08-01")), chain(found(A001, alleged(), as_of="2020-08-01"))
    assert (before.contested_by, after.contested_by) == ((), ("R001",))
    assert before.status == after.status
    assert "contested" in after.flags


@pytest.mark.parametrize(
    ("row", "contested"),
    [
        (alleged(resolved_on="2020-08-01"), False),
        (alleged(resolved_on="2020-08-02"), True),
        (alleged("2020-08-02"), False),
        (alleged(retired="slip"), False),
        (alleged(about=("A002",)), True),
        (reacted("R001", "2020-07-01", kind="statement"), False),
    ],
)
def test_only_an_open_allegation_about_the_chain_contests_it(row: object, contested: bool) -> None:  # noqa: FBT001
    findings = found(A001, narrowed("confirms"), row, as_of="2020-08-01")
    assert ("contested" in chain(findings).flags) is contested


def test_an_accusation_comes_with_the_replies_of_the_accused_that_have_a_source() -> None:
    rows = (
        announced("A001", "2020-06-10"),
        reacted("R001", "2020-06-20", kind="allegation"),
        reacted("R002", "2020-06-20", kind="allegation"),
        announced("A002", "2020-06-21", kind="statement", responds_to=("R001",)),
        announced("A003", "2020-06-21", kind="statement", responds_to=("R001",), sources=()),
        announced("A004", "2020-06-21", "IBM", kind="statement", responds_to=("R001",)),
        announced("A005", "2020-07-02", kind="statement", responds_to=("R001",)),
    )
    found_ = chain(found(*rows, as_of="2020-07-01"))
    assert [(one.id, one.replies) for one in found_.accusations] == [("R001", ("A002",)), ("R002", ())]
    assert found_.contested_by == ("R001", "R002")
    (printed,) = [
        one for one in as_dict(found(*rows, as_of="2020-07-01"))["commitments"] if one["chain"] == "A001"
    ]
    assert printed["accusations"] == [{"id": "R001", "replies": ["A002"]}, {"id": "R002", "replies": []}]
    assert printed["contested_by"] == ["R001", "R002"]
