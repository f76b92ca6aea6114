"""R6: what is asked against what is committed, dimension by dimension."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from flows.record.facts import DIMENSIONS, Exceptions, Terms
from flows.record.gaps import LADDERS, gap, gaps, unheld
from tests.record.rows import NONE, announced, answer, day, demanded, found, listed, terms

UNSPECIFIED = Exceptions("unspecified", None)


def of_terms(ours: Terms, theirs: Terms, end: str | None = None) -> str:
    return gap("term", ours, day(end), theirs)


@pytest.mark.parametrize("name", LADDERS)
def test_at_or_beyond_the_demand_on_a_ladder_covers_and_below_is_narrower(name: str) -> None:
    rungs = LADDERS[name]
    for ours, mine in enumerate(rungs):
        for theirs, wanted in enumerate(rungs):
            expected = "covers" if ours >= theirs else "narrower"
            assert gap(name, terms(**{name: mine}), None, terms(**{name: wanted})) == expected


@pytest.mark.parametrize(
    ("ours", "theirs", "expected"),
    [
        (("use", "sale"), ("use",), "covers"),
        (("use",), ("use", "sale"), "narrower"),
        (("development",), ("use", "sale"), "different"),
        (("unspecified",), ("use",), "unclear"),
        (("use",), ("unspecified",), "unclear"),
        ((), ("use",), "not_coded"),
        (("use",), (), "not_asked"),
    ],
)
def test_activities_are_compared_as_sets(
    ours: tuple[str, ...], theirs: tuple[str, ...], expected: str
) -> None:
    assert gap("activity", terms(activity=ours), None, terms(activity=theirs)) == expected


@pytest.mark.parametrize(
    ("ours", "theirs", "expected"),
    [
        (NONE, NONE, "covers"),
        (listed("Thorn"), NONE, "narrower"),
        (UNSPECIFIED, NONE, "unclear"),
        (NONE, UNSPECIFIED, "unclear"),
        (None, NONE, "not_coded"),
        (listed("Thorn"), None, "not_asked"),
        (NONE, listed("Thorn"), "covers"),
        (listed("thorn "), listed("Thorn"), "covers"),
        (listed("Thorn; police"), listed("Thorn"), "unclear"),
    ],
)
def test_any_list_of_exceptions_is_narrower_than_none(
    ours: Exceptions | None, theirs: Exceptions | None, expected: str
) -> None:
    assert gap("exceptions", terms(exceptions=ours), None, terms(exceptions=theirs)) == expected


@pytest.mark.parametrize(
    ("ours", "theirs", "expected"),
    [
        ("fixed", "condition", "narrower"),
        ("fixed", "permanent", "narrower"),
        ("until_further_notice", "fixed", "unclear"),
        ("until_further_notice", "condition", "narrower"),
        ("until_further_notice", "permanent", "narrower"),
        ("condition", "fixed", "unclear"),
        ("condition", "permanent", "narrower"),
        ("permanent", "fixed", "covers"),
        ("permanent", "condition", "covers"),
        ("permanent", "permanent", "covers"),
        ("unspecified", "permanent", "unclear"),
        ("permanent", "unspecified", "unclear"),
        (None, "permanent", "not_coded"),
        ("permanent", None, "not_asked"),
    ],
)
def test_the_table_of_terms(ours: str | None, theirs: str | None, expected: str) -> None:
    assert of_terms(terms(term=ours), terms(term=theirs)) == expected


@pytest.mark.parametrize(
    ("end", "asked", "expected"),
    [
        ("2021-06-10", "2021-06-10", "covers"), ("2021-06-11", "2021-06-10", "covers"),
        ("2021-06-09", "2021-06-10", "narrower"), ("2021-06", "2021-06-10", "unclear"),
        ("2021-07", "2021-06-10", "covers"), ("2021-05", "2021-06-10", "narrower"),
        ("2021-06", "2021-06", "covers"), (None, "2021-06-10", "unclear"), ("2021-06-10", None, "unclear"),
    ],
)  # fmt: skip
def test_two_fixed_terms_are_compared_by_their_ends(
    end: str | None, asked: str | None, expected: str
) -> None:
    assert of_terms(terms(term="fixed"), terms(term="fixed", ends_on=asked), end) == expected


@pytest.mark.parametrize(
    ("ours", "theirs", "expected"),
    [
        ("A law is  in place", "a law is in place", "covers"),
        ("A federal law is in place", "a law is in place", "different"),
        (None, "a law is in place", "unclear"),
    ],
)
def test_the_same_condition_is_the_same_text(ours: str | None, theirs: str, expected: str) -> None:
    committed = terms(term="condition", condition=ours)
    assert of_terms(committed, terms(term="condition", condition=theirs)) == expected


def test_a_demand_is_held_against_the_targets_chain_it_is_about() -> None:
    rows = (
        announced("A001", "2020-06-10", terms=terms(users="police")),
        announced("A002", "2020-06-11", "IBM", terms=terms(users="all_customers")),
        demanded("R001.1", "2020-06-12", about=("A001", "A002"), asks=terms(users="police")),
    )
    one = answer(found(*rows, as_of="2020-07-01"))
    assert (one.against, dict(one.gaps)["users"]) == ("A001", "covers")


def test_of_several_chains_the_one_with_the_latest_head_counts() -> None:
    rows = (
        announced("A001", "2020-06-10"),
        announced("A002", "2020-06-11"),
        announced("A003", "2020-06-13", previous_id="A001", relation="confirms"),
        demanded("R001.1", "2020-06-14", about=("A001", "A002"), asks=terms(users="police")),
    )
    assert answer(found(*rows, as_of="2020-07-01")).against == "A001"


def test_a_later_commitment_that_the_evidence_names_counts_before_the_old_one() -> None:
    rows = (
        announced("A001", "2020-06-10", terms=terms(users="police")),
        announced("A009", "2020-09-01", terms=terms(users="all_customers")),
        demanded(
            "R001.1", "2020-06-14", asks=terms(users="public_sector"), outcome="met", evidence=("A009",),
            outcome_checked_on="2020-09-02",
        ),
    )  # fmt: skip
    one = answer(found(*rows, as_of="2020-10-01"))
    assert (one.against, one.outcome) == ("A009", "met")


def test_without_a_commitment_every_asked_dimension_is_not_coded() -> None:
    row = demanded("R001.1", "2020-06-14", "Clearview", terms(users="police", exceptions=NONE))
    one = answer(found(announced("A001", "2020-06-10"), row, as_of="2020-07-01"), target="Clearview")
    assert one.against is None
    assert dict(one.gaps)["users"] == dict(one.gaps)["exceptions"] == "not_coded"
    assert dict(one.gaps)["term"] == "not_asked"


def test_a_chain_in_doubt_is_held_against_nothing() -> None:
    rows = (
        announced("A001", "2020-06-10", terms=terms(users="police")),
        announced("A002", None, previous_id="A001", relation="widens", terms=terms(users="all_customers")),
        demanded("R001.1", "2020-06-14", asks=terms(users="police")),
    )
    one = answer(found(*rows, as_of="2020-07-01"))
    assert (one.against, dict(one.gaps)["users"]) == (None, "not_coded")


EXCEPTIONS = st.sampled_from([None, NONE, UNSPECIFIED, listed("Thorn")])
ACTIVITIES = st.lists(st.sampled_from(["use", "sale", "development", "unspecified"]), unique=True).map(tuple)
TERM = st.sampled_from([None, "fixed", "condition", "until_further_notice", "permanent", "unspecified"])
ANY_TERMS = st.builds(
    Terms,
    term=TERM,
    users=st.sampled_from([None, *LADDERS["users"], "unspecified"]),
    activity=ACTIVITIES,
    technology=st.sampled_from([None, *LADDERS["technology"], "unspecified"]),
    territory=st.sampled_from([None, *LADDERS["territory"], "unspecified"]),
    exceptions=EXCEPTIONS,
)


def blank(value: object) -> bool:
    return value in {None, ()}


@settings(derandomize=True, deadline=None, max_examples=300)
@given(ANY_TERMS, ANY_TERMS)
def test_blank_and_unspecified_never_count_as_covered(ours: Terms, theirs: Terms) -> None:
    for name, verdict in gaps(ours, None, theirs):
        mine, wanted = getattr(ours, name), getattr(theirs, name)
        doubtful = any("unspecified" in str(value) for value in (mine, wanted))
        assert (verdict == "not_asked") is blank(wanted)
        assert (verdict == "not_coded") is (blank(mine) and not blank(wanted))
        if doubtful and not blank(mine) and not blank(wanted):
            assert verdict == "unclear"


@settings(derandomize=True, deadline=None, max_examples=100)
@given(ANY_TERMS)
def test_every_dimension_has_exactly_one_verdict_in_order(theirs: Terms) -> None:
    assert [name for name, _ in gaps(theirs, None, theirs)] == list(DIMENSIONS)
    assert {verdict for _, verdict in unheld(theirs)} <= {"not_coded", "not_asked"}
