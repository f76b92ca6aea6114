"""The answer-gap matrix (R7, R17): each demand once for each it is made to, and sums that add up."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st

from flows.record.as_json import as_dict
from flows.record.facts import SECTOR
from flows.record.matrix import Matrix, matrix
from tests.record.june import A005, A006, FIRST, PARTLY
from tests.record.rows import LINK, announced, answer, demanded, found, responded, terms

if TYPE_CHECKING:
    from flows.record.findings import Findings
    from tests.record.rows import Cell

A001 = announced("A001", "2020-06-10")


def of(findings: Findings) -> Matrix:
    return matrix(findings.demands, findings.unsourced)


def states(one: Matrix, row_id: str) -> dict[str, str]:
    """What stands in the cells of that demand."""
    (row,) = [row for row in one.rows if row.id == row_id]
    return {cell.organisation: cell.state for cell in row.cells}


def test_the_first_edition_has_a_cell_for_each_that_is_asked_and_none_for_the_sector() -> None:
    one = of(found(*FIRST, as_of="2020-06-15"))
    assert one.organisations == ("Amazon", "Microsoft")
    assert [(row.id, [(cell.organisation, cell.state) for cell in row.cells]) for row in one.rows] == [
        ("R001.1", [("Amazon", "none_found")]),
        ("R001.2", [("Amazon", "not_checked")]),
        ("R001.3", [("Amazon", "not_checked")]),
        ("R001.4", [("Microsoft", "answered")]),
    ]
    assert [row.id for row in one.sector] == ["R001.5"]
    assert one.by_state == (("answered", 1), ("none_found", 1), ("not_checked", 2))
    assert one.demands == 5


def test_a_cell_names_the_rows_it_rests_on() -> None:
    one = of(found(*FIRST, A005, A006, PARTLY, as_of="2024-02-01"))
    assert (one.rows[0].cell("Amazon").state, one.rows[0].cell("Amazon").evidence) == (
        "partly_met",
        ("A005",),
    )


def test_no_row_stands_beside_none_found_and_none_without_a_source_beside_an_answer() -> None:
    bare = announced("A009", "2020-07-01", kind="statement", sources=())
    reply = announced("A010", "2020-07-01", kind="statement")
    rows = (
        demanded("R001.1", "2020-06-10", outcome="answered", evidence=("A009", "A010"),
                 outcome_checked_on="2020-08-01"),
        demanded("R001.2", "2020-06-10", outcome="answered", evidence=("A009",),
                 outcome_checked_on="2020-08-01"),
    )  # fmt: skip
    one = of(found(A001, bare, reply, *rows, as_of="2020-10-01"))
    assert one.rows[0].cell("Amazon").evidence == ("A010",)
    assert (one.rows[1].cell("Amazon").state, one.rows[1].cell("Amazon").evidence) == ("none_found", ())


def test_a_demand_made_to_several_is_one_row_with_a_cell_for_each() -> None:
    responses = [responded("R001.1", name, "2020-06-20", "none_found") for name in ("IBM", "Amazon")]
    one = of(found(A001, demanded("R001.1", "2020-06-10", "Amazon"), *responses, as_of="2020-07-01"))
    assert states(one, "R001.1") == {"Amazon": "none_found", "IBM": "none_found"}
    assert (len(one.rows), one.demands) == (1, 2)


def test_whoever_was_not_asked_is_not_addressed() -> None:
    one = of(found(*FIRST, as_of="2020-06-15"))
    assert one.rows[0].cell("Microsoft").state == "not_addressed"


def test_a_demand_without_a_source_is_in_no_cell() -> None:
    one = of(found(A001, demanded("R001.1", "2020-06-10", sources=()), as_of="2020-07-01"))
    assert (one.rows, one.organisations, one.demands) == ((), (), 0)


def test_a_demand_that_names_nobody_is_counted_apart() -> None:
    one = of(found(A001, demanded("R001.1", "2020-06-10", None), as_of="2020-07-01"))
    assert ([row.id for row in one.nobody], one.rows, one.demands) == (["R001.1"], (), 1)


def test_a_later_demand_moves_no_organisation_s_column() -> None:
    early, late = demanded("R001.1", "2020-06-10", "IBM"), demanded("R002.1", "2020-06-11", "Amazon")
    assert of(found(A001, late, early, as_of="2020-07-01")).organisations == ("IBM", "Amazon")


def test_the_data_carry_the_cells_of_those_asked_the_sector_apart_and_the_sums() -> None:
    printed = as_dict(found(*FIRST, as_of="2020-06-15"))["matrix"]
    assert printed["organisations"] == ["Amazon", "Microsoft"]
    assert printed["rows"][3] == {
        "id": "R001.4", "actor": "ACLU of Northern California",
        "cells": {"Microsoft": {"state": "answered", "evidence": ["A004"]}},
    }  # fmt: skip
    assert [row["id"] for row in printed["sector"]] == ["R001.5"]
    assert printed["totals"] == {
        "demands": 5,
        "sector": 1,
        "nobody": 0,
        "by_state": {"answered": 1, "none_found": 1, "not_checked": 2},
        "organisations": {
            "Amazon": {"demands": 3, "by_state": {"none_found": 1, "not_checked": 2}},
            "Microsoft": {"demands": 1, "by_state": {"answered": 1}},
        },
    }


NAMES = ("Amazon", "IBM", "Microsoft")
DAYS = ("2020-06-01", "2020-06-10", "2020-06-20", "2020-06", "2020-07-01")
LATER = ("2020-06-10", "2020-07-01", "2020-08-15", "2020-10-10")
CODES = st.sampled_from([None, "met", "partly_met", "answered", "refused", "none_found", "not_checked"])
EVIDENCE = st.lists(st.sampled_from(["A001", "A002", "A003", "https://e.org/x"]), max_size=2).map(tuple)
CHECKED = st.sampled_from([None, "2020-06-05", "2020-08-20", "2020-09-01"])
SOURCES = st.sampled_from([LINK, LINK, LINK, ()])
DEMANDS = st.fixed_dictionaries(
    {
        "row_id": st.integers(1, 40).map(lambda number: f"R{number:03}.1"),
        "on": st.sampled_from(DAYS),
        "target": st.sampled_from([*NAMES, *NAMES, SECTOR, None]),
        "asks": st.sampled_from([None, terms(users="police"), terms(term="permanent")]),
        "outcome": CODES,
        "evidence": EVIDENCE,
        "outcome_checked_on": CHECKED,
        "sources": SOURCES,
        "retired": st.sampled_from([None, None, None, "typed twice"]),
    }
)
RESPONSES = st.fixed_dictionaries(
    {
        "demand": st.integers(1, 8).map(lambda number: f"R{number:03}.1"),
        "organisation": st.sampled_from(NAMES),
        "on": st.sampled_from(DAYS),
        "outcome": CODES,
        "evidence": EVIDENCE,
        "checked_on": CHECKED,
    }
)
ACTS = st.fixed_dictionaries(
    {
        "organisation": st.sampled_from(NAMES),
        "on": st.sampled_from(LATER),
        "kind": st.sampled_from(["moratorium", "statement", "policy"]),
        "terms": st.sampled_from([terms(), terms(users="police"), terms(users="police", term="permanent")]),
        "sources": SOURCES,
    }
)
BOOKS = st.tuples(
    st.lists(ACTS, max_size=3), st.lists(DEMANDS, min_size=1, max_size=6), st.lists(RESPONSES, max_size=3),
    st.sampled_from(["2020-06-15", "2020-09-15", "2020-12-01"]),
)  # fmt: skip
Drawn = tuple[list[dict[str, "Cell"]], list[dict[str, "Cell"]], list[dict[str, "Cell"]], str]


@settings(derandomize=True, deadline=None, max_examples=200)
@given(BOOKS)
def test_the_states_of_any_record_sum_to_its_demands(drawn: Drawn) -> None:
    acts, asked, responses, as_of = drawn
    rows = [announced(f"A{number:03}", **cells) for number, cells in enumerate(acts, 1)]
    findings = found(
        *rows,
        *(demanded(**cells) for cells in asked),
        *(responded(**cells) for cells in responses),
        as_of=as_of,
    )
    one = of(findings)
    _sums_add_up(one)
    _each_demand_stands_once(one, findings)
    assert one.demands == findings.counts.demands == sum(number for _, number in findings.counts.by_outcome)
    assert len(one.sector) == findings.counts.to_sector


def _sums_add_up(one: Matrix) -> None:
    assert tuple(each.organisation for each in one.totals) == one.organisations
    for each in one.totals:
        assert sum(number for _, number in each.by_state) == each.demands > 0
    assert sum(number for _, number in one.by_state) == sum(each.demands for each in one.totals)
    assert sum(each.demands for each in one.totals) + len(one.sector) + len(one.nobody) == one.demands


def _each_demand_stands_once(one: Matrix, findings: Findings) -> None:
    """Every demand and target of the findings that has a source is in one place, with the same outcome."""
    cells = [(row.id, cell.organisation) for row in one.rows for cell in row.cells]
    apart = [(row.id, SECTOR) for row in one.sector] + [(row.id, None) for row in one.nobody]
    asked = [(each.reaction.id, each.target) for each in findings.demands]
    assert len({*cells, *apart}) == len(cells) + len(apart)
    assert {*cells, *apart} == {each for each in asked if each[0] not in findings.unsourced}
    assert not {row.id for row in one.rows} & {row.id for row in (*one.sector, *one.nobody)}
    assert SECTOR not in one.organisations
    for row in one.rows:
        for cell in row.cells:
            assert cell.state == answer(findings, row.id, cell.organisation).outcome != "not_addressed"
