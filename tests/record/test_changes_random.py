"""R9 over random records: a change is told exactly where what is printed or computed differs."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from hypothesis import given, settings
from hypothesis import strategies as st

from flows.record import changes
from flows.record.as_json import as_dict
from flows.record.findings import compute
from tests.record.editions import edition, kept
from tests.record.rows import (
    ONE_YEAR,
    announced,
    body,
    book,
    demanded,
    happened,
    question,
    reacted,
    responded,
    said,
    terms,
    text,
)

if TYPE_CHECKING:
    from tests.record.rows import Cell

AS_OF = "2021-06-15"
DAYS = ("2020-06-10", "2020-06-11")
QUOTES = (None, said(), said("Other words."), said(None), said(None, speaker="Bo Lee"), said(speaker=None))
TERMS = (terms(), terms(term="fixed", duration=ONE_YEAR), terms(term="permanent", users="police"))

days = st.sampled_from(DAYS)
told = st.builds(text, st.sampled_from(("It stops.", "It stops for good.")))
announcements = st.builds(
    announced,
    st.sampled_from(("A001", "A002")),
    days,
    organisation=st.sampled_from(("Amazon", "IBM")),
    summary=told,
    terms=st.sampled_from(TERMS),
    quote=st.sampled_from(QUOTES),
    archive=st.sampled_from((None, "https://example.org/copy")),
)
reactions = st.builds(reacted, st.just("R001"), days, summary=told, quote=st.sampled_from(QUOTES))
demands = st.builds(
    demanded,
    st.just("R001.1"),
    days,
    asks=st.sampled_from(TERMS),
    same_as=st.sampled_from((None, "R009.1")),
)
responses = st.builds(
    responded,
    st.just("R001.1"),
    st.sampled_from(("Amazon", "IBM")),
    days,
    st.sampled_from(("none_found", "answered", "refused")),
    checked_on=st.sampled_from((None, "2020-06-12", "2020-06-13")),
    evidence=st.sampled_from(((), ("A001",))),
)
questions = st.builds(question, st.just("Q001"), days, st.sampled_from(("open", "answered")))
happenings = st.builds(happened, st.just("C001"), days, summary=told)
bodies = st.builds(
    body, st.just("IBM"), watch=st.just(value=True), category=st.sampled_from((None, "company"))
)


def one_of_each(rows: list[Cell]) -> list[Cell]:
    """The rows without a second one of the same id: two would be set aside, and neither is printed."""
    return list({getattr(row, "id", getattr(row, "name", None)): row for row in rows}.values())


with_ids = st.lists(
    st.one_of(announcements, reactions, demands, questions, happenings, bodies), max_size=8
).map(one_of_each)
records = st.tuples(with_ids, st.lists(responses, max_size=4)).map(lambda both: [*both[0], *both[1]])


def printed(rows: list[Cell]) -> tuple[Any, ...]:
    """What the edition of these rows prints of them and computes."""
    told = as_dict(compute(book(*rows), as_of=date.fromisoformat(AS_OF)))
    cells = {row_id: one["cells"] for row_id, one in told["withheld"].items()}
    results = [{one["id"]: one["outcome"] for one in told["demands"]}, told["commitments"]]
    return told["record"], cells, results


def aside(rows: list[Cell]) -> list[tuple[str, ...]]:
    """The rows the edition sets aside, with the reasons; no line of the workbook."""
    told = compute(book(*rows), as_of=date.fromisoformat(AS_OF)).set_aside
    return sorted((one.sheet, one.id or "", *one.reasons) for one in told)


@settings(derandomize=True, max_examples=150, deadline=None)
@given(records, records)
def test_nothing_changed_exactly_where_the_same_is_printed_and_computed(
    one: list[Cell], other: list[Cell]
) -> None:
    found = changes.compare(edition(*one, as_of=AS_OF), edition(*other, as_of=AS_OF))
    if printed(one) != printed(other):
        assert found.any
    elif aside(one) == aside(other):
        assert not found.any


@settings(derandomize=True, max_examples=60, deadline=None)
@given(records, st.randoms(use_true_random=False))
def test_rows_typed_in_any_other_order_are_no_change(rows: list[Cell], random: Any) -> None:  # noqa: ANN401 - hypothesis' own
    before = edition(*rows, as_of=AS_OF)
    shuffled = rows[:]
    random.shuffle(shuffled)
    assert (printed(shuffled), aside(shuffled)) == (printed(rows), aside(rows))
    assert not changes.compare(before, kept(book(*shuffled), AS_OF, before)).any
