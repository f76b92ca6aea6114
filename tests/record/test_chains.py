"""R2 and R3: who follows whom, in what order, what carries over, and what is in doubt."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from flows.record.as_json import canonical
from flows.record.findings import compute
from tests.record.rows import NONE, ONE_YEAR, announced, book, chain, found, terms

if TYPE_CHECKING:
    import random

    from flows.record.facts import Announcement
    from flows.record.findings import Findings
    from tests.record.rows import Cell

FIXED = terms(term="fixed", duration=ONE_YEAR, users="police", technology="product", exceptions=NONE)
A001 = announced("A001", "2020-06-10", terms=FIXED)


def follows(row_id: str, previous: str, on: str | None, **cells: Cell) -> Announcement:
    return announced(row_id, on, previous_id=previous, **({"relation": "clarifies"} | cells))


def why(findings: Findings) -> dict[str | None, tuple[str, ...]]:
    return {row.id: row.reasons for row in findings.set_aside}


def test_the_last_row_dated_on_or_before_the_day_is_the_head() -> None:
    rows = (A001, follows("A002", "A001", "2020-08-01"), follows("A003", "A002", "2020-10-01"))
    heads = [chain(found(*rows, as_of=on)).head.id for on in ("2020-07-31", "2020-08-01", "2020-12-01")]
    assert heads == ["A001", "A002", "A003"]


def test_blank_cells_carry_over_and_are_listed() -> None:
    later = follows("A002", "A001", "2020-08-01", terms=terms(technology="feature"))
    one = chain(found(A001, later, as_of="2020-09-01"))
    assert (one.terms.users, one.terms.technology, one.terms.exceptions) == ("police", "feature", NONE)
    assert one.carried_over == ("term", "users", "exceptions")


def test_unspecified_is_said_and_does_not_carry_the_old_value_over() -> None:
    later = follows("A002", "A001", "2020-08-01", terms=terms(users="unspecified"))
    one = chain(found(A001, later, as_of="2020-09-01"))
    assert one.terms.users == "unspecified"
    assert "users" not in one.carried_over


def test_a_restated_term_drops_the_old_end_and_condition() -> None:
    first = announced("A001", "2020-06-10", terms=terms(term="condition", condition="a law is in place"))
    later = follows("A002", "A001", "2020-08-01", terms=terms(term="until_further_notice"))
    one = chain(found(first, later, as_of="2020-09-01"))
    assert (one.terms.condition, one.terms.ends_on, one.terms.duration) == (None, None, None)


def test_an_extension_that_states_only_a_new_end_keeps_the_term() -> None:
    later = follows("A002", "A001", "2021-05-01", relation="extends", terms=terms(ends_on="2022-06-10"))
    one = chain(found(A001, later, as_of="2021-07-01"))
    assert (one.status, one.days_left, one.terms.duration) == ("in_force_until", 344, None)


def test_an_extension_without_a_restated_term_or_end_keeps_the_old_end() -> None:
    later = follows("A002", "A001", "2020-08-01", relation="confirms")
    one = chain(found(A001, later, as_of="2021-06-11"))
    assert (one.status, one.days_since_end) == ("expired_no_news", 1)


def test_on_the_same_day_the_parent_comes_before_the_child_whatever_their_ids() -> None:
    rows = (follows("A001", "A009", "2020-06-10"), announced("A009", "2020-06-10", terms=FIXED))
    findings = found(*rows, announced("A005", "2020-06-10", "IBM"), as_of="2020-06-10")
    assert [row.id for row in findings.announcements] == ["A005", "A009", "A001"]
    assert chain(findings, "A009").head.id == "A001"


def test_ids_are_counted_not_spelt() -> None:
    rows = [announced(f"A{number}", "2020-06-10", kind="statement") for number in (10, 9, 100)]
    assert [row.id for row in found(*rows, as_of="2020-06-10").announcements] == ["A9", "A10", "A100"]


def test_two_successors_are_set_aside_and_the_chain_is_undetermined() -> None:
    rows = (A001, follows("A002", "A001", "2020-08-01"), follows("A003", "A001", "2020-10-01"))
    findings = found(*rows, as_of="2020-12-01")
    assert why(findings) == {"A002": ("two_successors",), "A003": ("two_successors",)}
    one = chain(findings)
    assert (one.status, one.head.id, one.days_left) == ("undetermined", "A001", None)


def test_before_the_second_successor_there_is_no_branch() -> None:
    rows = (A001, follows("A002", "A001", "2020-08-01"), follows("A003", "A001", "2020-10-01"))
    assert chain(found(*rows, as_of="2020-09-30")).status == "in_force_until"


def test_a_retired_successor_makes_no_branch() -> None:
    rows = (
        A001,
        follows("A002", "A001", "2020-08-01"),
        follows("A003", "A001", "2020-09-01", retired="slip"),
    )
    assert chain(found(*rows, as_of="2020-12-01")).head.id == "A002"


def test_a_row_that_follows_a_retired_one_stays_in_its_chain() -> None:
    gone = follows("A002", "A001", "2020-08-01", retired="typed twice", terms=terms(users="all_customers"))
    rows = (A001, gone, follows("A003", "A002", "2020-09-01"))
    one = chain(found(*rows, as_of="2020-12-01"))
    assert (one.head.id, one.terms.users) == ("A003", "police")


@pytest.mark.parametrize(
    ("on", "retired", "category"),
    [("2020-06-10", "typed twice", "retired"), ("2021-01-01", None, "future")],
)
def test_a_twin_retired_or_of_a_later_day_says_nothing_of_whom_its_row_follows(
    on: str, retired: str | None, category: str
) -> None:
    twin = follows("A001", "A002", on, retired=retired)
    rows = (A001, follows("A002", "A001", "2020-09-01"))
    for order in ((*rows, twin), (twin, *rows)):
        findings = found(*order, as_of="2020-12-01")
        assert (chain(findings).head.id, [one.category for one in findings.set_aside]) == ("A002", [category])


@pytest.mark.parametrize("ring", [["A001"], ["A001", "A002"], ["A001", "A002", "A003"]])
def test_a_circle_is_set_aside_and_its_chain_undetermined(ring: list[str]) -> None:
    rows = [
        follows(row_id, ring[at - 1], f"2020-06-{10 + at}", terms=FIXED) for at, row_id in enumerate(ring)
    ]
    findings = found(*rows, as_of="2020-12-01")
    assert why(findings) == dict.fromkeys(ring, ("circle",))
    assert [one.status for one in findings.commitments] == ["undetermined"]


def test_a_row_that_names_an_absent_one_starts_its_own_chain_and_is_told() -> None:
    findings = found(follows("A002", "A009", "2020-06-10", terms=FIXED), as_of="2020-12-01")
    assert chain(findings, "A002").status == "in_force_until"
    assert ("A002", "absent_reference", "A009") in {(w.id, w.kind, w.detail) for w in findings.weaknesses}


def test_two_rows_with_one_id_are_both_set_aside_and_feed_no_status() -> None:
    findings = found(A001, announced("A001", "2020-07-01", "IBM"), as_of="2020-12-01")
    assert [row.reasons for row in findings.set_aside] == [("duplicate_id",)] * 2
    assert findings.announcements == ()
    assert chain(findings).status == "undetermined"
    assert findings.holds == ("duplicate_id:A001",)


def test_a_row_without_a_date_leaves_its_chain_undetermined() -> None:
    undated = follows("A002", "A001", None, doubts=("ambiguous_date",))
    findings = found(A001, undated, as_of="2020-12-01")
    assert why(findings) == {"A002": ("ambiguous_date",)}
    assert chain(findings).status == "undetermined"


def test_a_root_without_a_date_is_listed_as_undetermined() -> None:
    findings = found(announced("A001", None, terms=FIXED), as_of="2020-12-01")
    assert why(findings) == {"A001": ("missing_date",)}
    assert (chain(findings).status, chain(findings).organisation) == ("undetermined", "Amazon")


def test_a_doubt_about_a_row_of_a_later_day_changes_nothing_yet() -> None:
    later = follows("A002", "A001", "2021-01-01", doubts=("missing_summary",))
    assert chain(found(A001, later, as_of="2020-12-01")).status == "in_force_until"


@pytest.mark.parametrize("rule", ["hidden_row", "filtered_row", "struck_row"])
def test_nothing_of_a_row_kept_from_view_is_told(rule: str) -> None:
    findings = found(A001, announced("A002", "2020-06-10", "Acme", doubts=(rule,)), as_of="2020-12-01")
    assert why(findings) == {"A002": (rule,)}
    assert [one.chain for one in findings.commitments] == ["A001"]
    assert "Acme" not in canonical(findings)


def test_a_row_kept_from_view_still_leaves_its_chain_undetermined() -> None:
    hidden = follows("A002", "A001", "2020-07-01", doubts=("hidden_row",))
    one = chain(found(A001, hidden, as_of="2020-12-01"))
    assert (one.status, [row.id for row in one.rows]) == ("undetermined", ["A001"])


@pytest.mark.parametrize("rule", ["missing_organisation", "missing_summary"])
def test_a_row_set_aside_for_a_cell_it_needs_is_no_commitment(rule: str) -> None:
    findings = found(announced("A001", "2020-06-10", doubts=(rule,)), as_of="2020-12-01")
    assert (why(findings), findings.commitments) == ({"A001": (rule,)}, ())


def test_a_donation_in_doubt_is_no_commitment() -> None:
    assert found(announced("A001", None, kind="donation"), as_of="2020-12-01").commitments == ()


def test_acts_without_any_commitment_stand_each_by_itself() -> None:
    rows = (
        announced("A001", "2020-06-10", kind="statement"),
        follows("A002", "A001", "2020-07-01", kind="donation"),
    )
    findings = found(*rows, as_of="2020-12-01")
    assert [(one.chain, one.status) for one in findings.commitments] == [
        ("A001", "one_off"),
        ("A002", "one_off"),
    ]


def test_a_denial_in_the_chain_does_not_change_its_kind() -> None:
    findings = found(A001, follows("A002", "A001", "2020-08-01", kind="statement"), as_of="2020-12-01")
    assert (chain(findings).kind, chain(findings).status) == ("moratorium", "in_force_until")


def line(length: int, gaps: list[int]) -> list[Announcement]:
    """A chain whose rows come so many days apart."""
    on, rows = date(2020, 1, 1), []
    for number in range(1, length + 1):
        on += timedelta(days=gaps[(number - 1) % len(gaps)])
        previous = {} if number == 1 else {"previous_id": f"A{number - 1:03}", "relation": "clarifies"}
        rows.append(announced(f"A{number:03}", on.isoformat(), terms=FIXED, **previous))
    return rows


@settings(derandomize=True, deadline=None, max_examples=80)
@given(
    st.integers(1, 8),
    st.lists(st.integers(0, 40), min_size=1, max_size=5),
    st.randoms(),
    st.integers(-5, 330),
)
def test_the_order_of_rows_in_the_sheet_never_changes_the_head(
    length: int, gaps: list[int], chance: random.Random, after: int
) -> None:
    rows = line(length, gaps)
    as_of = date(2020, 1, 1) + timedelta(days=after)
    shuffled = rows[:]
    chance.shuffle(shuffled)
    dated = [row.id for row in rows if row.announced_on and row.announced_on.first <= as_of]
    for order in (rows, shuffled):
        commitments = compute(book(*order), as_of=as_of).commitments
        assert [one.head.id for one in commitments] == dated[-1:]
        assert [[row.id for row in one.rows] for one in commitments] == [dated] * bool(dated)
