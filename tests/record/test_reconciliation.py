"""R16: every row read is printed or accounted for once, or there is no edition."""

from __future__ import annotations

import pickle
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from flows.record.as_json import canonical
from flows.record.facts import Citation, Origin, SheetRows, Unplaced
from flows.record.findings import NotReconciled, Tally, compute
from tests.record.rows import (
    announced,
    body,
    book,
    demanded,
    found,
    happened,
    question,
    reacted,
    responded,
    source,
)

if TYPE_CHECKING:
    from tests.record.rows import Cell

AS_OF = date(2020, 7, 1)
A001 = announced("A001", "2020-06-10")


def tallies(*rows: object, **cells: Cell) -> dict[str, tuple[int, ...]]:
    findings = found(*rows, as_of="2020-07-01", **cells)
    return {
        one.sheet: (one.read, one.printed, one.retired, one.future, one.to_resolve, one.empty)
        for one in findings.reconciliation
    }


def test_each_row_has_one_place() -> None:
    rows = (
        A001, announced("A002", "2020-06-10", retired="slip"), announced("A003", "2020-07-02"),
        announced("A004", None), announced("A005", "2020-06-10"), announced("A005", "2020-06-11"),
    )  # fmt: skip
    assert tallies(*rows) == {"announcements": (6, 1, 1, 1, 3, 0)}


def test_a_retired_row_is_retired_whatever_else_is_wrong_with_it() -> None:
    findings = found(
        announced("A001", None, retired="typed twice", doubts=("missing_date",)), as_of="2020-07-01"
    )
    (one,) = findings.set_aside
    assert (one.category, one.reasons) == ("retired", ("typed twice",))


def test_rows_that_became_no_fact_and_empty_ones_are_counted() -> None:
    sheets = (SheetRows("announcements", "Annonces", 4, 2),)
    unplaced = (Unplaced(Origin("Annonces", 5), None, "missing_id"),)
    record = book(A001, sheets=sheets, unplaced=unplaced)
    findings = compute(record, as_of=AS_OF)
    assert findings.reconciliation == (Tally("announcements", 4, 1, 0, 0, 1, 2),)
    (one,) = findings.set_aside
    assert (one.sheet, one.origin.row, one.category, one.reasons) == (
        "announcements",
        5,
        "to_resolve",
        ("missing_id",),
    )


@pytest.mark.parametrize("read", [0, 1, 3])
def test_a_row_lost_or_gained_stops_the_edition(read: int) -> None:
    record = book(A001, announced("A002", "2020-06-10"), sheets=(SheetRows("announcements", "A", read, 0),))
    with pytest.raises(NotReconciled) as stopped:
        compute(record, as_of=AS_OF)
    assert [(one.read, one.printed) for one in stopped.value.tallies] == [(read, 2)]


def test_a_row_printed_twice_stops_the_edition_even_if_the_sum_is_right() -> None:
    record = book(A001, announced("A002", "2020-06-10"))
    twice = replace(
        record,
        announcements=(
            record.announcements[0],
            replace(record.announcements[1], origin=record.announcements[0].origin),
        ),
    )
    with pytest.raises(NotReconciled):
        compute(twice, as_of=AS_OF)


def test_a_row_of_a_sheet_nobody_read_stops_the_edition() -> None:
    record = book(A001, unplaced=(Unplaced(Origin("Feuil3", 2), None, "missing_id"),))
    with pytest.raises(NotReconciled):
        compute(record, as_of=AS_OF)


def test_the_refusal_gives_the_figures_and_no_sentence_and_survives_pickling() -> None:
    tallies = (Tally("announcements", 3, 1, 0, 0, 1, 0),)
    refusal = pickle.loads(pickle.dumps(NotReconciled(tallies)))  # noqa: S301
    assert refusal.tallies == tallies
    assert not hasattr(refusal, "sentence")


def test_a_source_is_future_when_published_later_or_cited_only_by_rows_of_a_later_day() -> None:
    cites = (Citation("id", "S001"),)
    now, later = (announced("A001", on, sources=cites) for on in ("2020-06-10", "2020-07-02"))
    assert tallies(now, source("S001", published_on="2020-07-01"))["sources"] == (1, 1, 0, 0, 0, 0)
    assert tallies(now, source("S001", published_on="2020-07-02"))["sources"] == (1, 0, 0, 1, 0, 0)
    assert tallies(later, source("S001"))["sources"] == (1, 0, 0, 1, 0, 0)


def test_a_source_nobody_cites_goes_by_its_own_date() -> None:
    assert tallies(source("S001", published_on="2020-07-02"))["sources"] == (1, 0, 0, 1, 0, 0)
    assert tallies(source("S001"))["sources"] == (1, 1, 0, 0, 0, 0)


def test_an_organisation_named_only_later_is_future_unless_it_is_followed() -> None:
    later = announced("A001", "2020-07-02", "Clearview")
    assert tallies(later, body("Clearview"))["organisations"] == (1, 0, 0, 1, 0, 0)
    assert tallies(later, body("Clearview", watch=True))["organisations"] == (1, 1, 0, 0, 0, 0)
    assert tallies(later, body("Clearview", watch=True, watch_from="2020-07-02"))["organisations"][3] == 1
    assert tallies(A001, body("Clearview"))["organisations"] == (1, 1, 0, 0, 0, 0)


def test_an_organisation_kept_from_view_is_set_aside_without_its_name() -> None:
    findings = found(A001, body("Acme", watch=True, doubts=("hidden_row",)), as_of="2020-07-01")
    assert [(one.id, one.reasons) for one in findings.set_aside] == [(None, ("hidden_row",))]
    assert "Acme" not in canonical(findings)


@pytest.mark.parametrize("rule", ["hidden_row", "filtered_row", "struck_row"])
@pytest.mark.parametrize(
    ("retired", "on"),
    [("a secret reason", "2020-06-10"), ("a secret reason", "2020-07-02"), (None, "2020-07-02")],
)
def test_of_a_row_kept_from_view_and_retired_or_of_a_later_day_only_its_line_is_told(
    rule: str, retired: str | None, on: str
) -> None:
    cells: dict[str, Cell] = {"retired": retired, "doubts": ("missing_kind", rule)}
    rows = (
        announced("A077", on, "Acme", **cells),
        source("S077", published_on=on, **cells),
        body("Acme", **cells),
    )
    findings = found(A001, *rows, as_of="2020-07-01")
    category = "future" if retired is None else "retired"
    assert [(one.id, one.category, one.reasons, one.out_of_sight) for one in findings.set_aside] == [
        (None, category, (rule,), True)
    ] * 3
    assert not any(word in canonical(findings) for word in ("A077", "S077", "Acme", "secret", "missing_kind"))


def test_an_organisation_of_a_later_day_is_set_aside_without_its_name() -> None:
    later = announced("A002", "2020-07-02", "Clearview")
    for row in (body("Clearview"), body("Clearview", retired="typed twice")):
        findings = found(A001, later, row, as_of="2020-07-01")
        assert [one.id for one in findings.set_aside] == ["A002", None]
        assert "Clearview" not in canonical(findings)


def test_background_without_a_date_is_printed_undated_and_last() -> None:
    rows = (happened("C001", None), happened("C010", "2020-05-25"), happened("C009", "2020-05-25"))
    findings = found(*rows, happened("C011", None, doubts=("ambiguous_date",)), as_of="2020-07-01")
    assert [row.id for row in findings.context] == ["C009", "C010", "C001"]
    assert [row.id for row in findings.set_aside] == ["C011"]


def test_a_response_goes_with_its_demand() -> None:
    reply = responded("R001.1", "Amazon", "2020-06-20", "answered")
    assert tallies(A001, demanded("R001.1", "2020-06-10"), reply)["responses"] == (1, 1, 0, 0, 0, 0)
    assert tallies(A001, demanded("R001.1", "2020-07-02"), reply)["responses"] == (1, 0, 0, 1, 0, 0)
    assert tallies(A001, demanded("R001.1", "2020-06-10", retired="slip"), reply)["responses"] == (
        1,
        0,
        0,
        0,
        1,
        0,
    )
    assert tallies(A001, reply)["responses"] == (1, 0, 0, 0, 1, 0)


def test_a_response_and_a_reaction_of_a_month_go_with_the_row_in_use_not_with_its_retired_twin() -> None:
    asked, twin = demanded("R001.1", "2020-06-10"), demanded("R001.1", "2020-06-10", retired="typed twice")
    later = announced("A001", "2020-07-02", retired="typed twice")
    reply, month = responded("R001.1", "Amazon", "2020-06-20", "answered"), reacted("R002", "2020-06")
    for rows in ((A001, later, asked, twin), (later, A001, twin, asked)):
        findings = found(*rows, reply, month, as_of="2020-07-01")
        assert [one.category for one in findings.set_aside] == ["retired", "retired"]
        assert (len(findings.responses), len(findings.reactions)) == (1, 2)


IDS = st.integers(1, 6)
DATES = st.sampled_from([None, "2020-05-01", "2020-06-10", "2020-06", "2020-07-02", "2021"])
AWAY = st.fixed_dictionaries({}, optional={"retired": st.just("slip"), "doubts": st.just(("unknown_kind",))})
PREVIOUS = st.sampled_from([None, "A001", "A002", "A003", "A009"])
ABOUT = st.sampled_from([("A001",), ("A002", "A009"), ()])
CITED = st.sampled_from([(), (Citation("id", "S001"),), (Citation("id", "S002"),)])
ROWS = st.one_of(
    st.builds(
        lambda number, on, previous, cited, away: announced(
            f"A{number:03}", on, previous_id=previous, sources=cited, **away
        ),
        IDS, DATES, PREVIOUS, CITED, AWAY,
    ),
    st.builds(
        lambda number, on, about, away: reacted(f"R{number:03}", on, about=about, **away),
        IDS, DATES, ABOUT, AWAY,
    ),
    st.builds(
        lambda number, on, outcome, away: demanded(f"R{number:03}.1", on, outcome=outcome, **away),
        IDS, DATES, st.sampled_from([None, "met", "none_found"]), AWAY,
    ),
    st.builds(
        lambda number, on, away: responded(f"R{number:03}.1", "Amazon", on, "answered", **away),
        IDS, DATES, AWAY,
    ),
    st.builds(lambda number, on, away: question(f"Q{number:03}", on, **away), IDS, DATES, AWAY),
    st.builds(lambda number, on, away: source(f"S{number:03}", published_on=on, **away), IDS, DATES, AWAY),
    st.builds(lambda number, on, away: happened(f"C{number:03}", on, **away), IDS, DATES, AWAY),
    st.builds(
        lambda name, on, watch: body(name, watch=watch, watch_from=on),
        st.sampled_from(["Amazon", "EFF"]), DATES, st.booleans(),
    ),
)  # fmt: skip


@settings(derandomize=True, deadline=None, max_examples=200)
@given(
    st.lists(ROWS, max_size=25),
    st.integers(0, 4),
    st.sampled_from([AS_OF, date(2020, 5, 15), date(2022, 1, 1)]),
)
def test_whatever_is_typed_every_sheet_adds_up(rows: list[object], blanks: int, as_of: date) -> None:
    record = book(*rows)
    read = tuple(replace(sheet, read=sheet.read + blanks, empty=blanks) for sheet in record.sheets)
    findings = compute(replace(record, sheets=read), as_of=as_of)
    assert all(one.adds_up for one in findings.reconciliation)
    assert sum(one.read - one.empty for one in findings.reconciliation) == len(rows)
    shown = (findings.announcements, findings.reactions, findings.responses, findings.questions,
             findings.sources, findings.profiles, findings.context)  # fmt: skip
    assert sum(map(len, shown)) + len(findings.set_aside) == len(rows)
    assert all(one.reasons for one in findings.set_aside)
    counts = findings.counts
    assert sum(count for _, count in counts.by_outcome) == counts.demands
    assert counts.demands + counts.unsourced_demands == len(findings.demands)


def test_an_id_used_again_later_is_no_matter_of_an_edition_of_before() -> None:
    once = announced("A020", "2020-06-10", doubts=("duplicate_id",))
    again = announced("A020", "2022-01-01", "IBM", doubts=("duplicate_id",))
    before = found(once, again, as_of="2020-07-01")
    assert [row.id for row in before.announcements] == ["A020"]
    assert [(one.id, one.category) for one in before.set_aside] == [("A020", "future")]
    assert before.release == "final"
    after = found(once, again, as_of="2022-07-01")
    assert [one.category for one in after.set_aside] == ["to_resolve", "to_resolve"]
    assert after.holds == ("duplicate_id:A020",)


def test_of_a_row_typed_twice_the_retired_one_holds_nothing_back() -> None:
    kept = announced("A020", "2020-06-10")
    retired = announced("A020", "2020-06-10", "IBM", retired="typed twice")
    findings = found(kept, retired, as_of="2020-07-01")
    assert [row.organisation for row in findings.announcements] == [kept.organisation]
    assert [(one.id, one.category) for one in findings.set_aside] == [("A020", "retired")]
    assert findings.release == "final"


def test_a_note_that_stands_where_an_id_should_stays_in_the_house() -> None:
    notes = (Unplaced(Origin("announcements", 7), "Tim, off the record", "stray_row"),)
    sheets = (SheetRows("announcements", "announcements", 2, 0),)
    findings = found(A001, as_of="2020-07-01", unplaced=notes, sheets=sheets)
    assert [(one.id, one.category) for one in findings.set_aside] == [(None, "to_resolve")]
    assert "Tim" not in canonical(findings)


def test_which_demand_a_later_response_answers_is_not_given_away() -> None:
    rows = (A001, demanded("R001.1", "2020-06-11"), responded("R001.1", "Amazon", "2022-01-01", "met"))
    assert [one.id for one in found(*rows, as_of="2020-07-01").set_aside] == [None]
