"""R10: rows without a usable source are told, and kept out of every finding."""

from __future__ import annotations

import pytest

from flows.record.facts import Citation, Source
from tests.record.rows import LINK, announced, chain, found, happened, reacted, said, source, terms

NAME_ONLY = (Citation("incomplete", "Amazon"),)
BY_ID = (Citation("id", "S001"),)


def weak(*rows: object) -> set[tuple[str, str, str | None]]:
    return {(one.id, one.kind, one.detail) for one in found(*rows, as_of="2020-07-01").weaknesses}


@pytest.mark.parametrize(("cited", "kind"), [((), "no_source"), (NAME_ONLY, "incomplete_source")])
def test_a_blank_or_bare_source_is_told(cited: tuple[Citation, ...], kind: str) -> None:
    assert weak(announced("A001", "2020-06-10", sources=cited)) == {("A001", kind, None)}
    assert weak(happened("C001", "2020-06-10", sources=cited)) == {("C001", kind, None)}


@pytest.mark.parametrize(
    "cited", [LINK, (Citation("title", "The Times, 10 June 2020"),), (*NAME_ONLY, *LINK)]
)
def test_one_usable_entry_is_enough(cited: tuple[Citation, ...]) -> None:
    assert weak(announced("A001", "2020-06-10", sources=cited)) == set()


@pytest.mark.parametrize(
    "listed",
    [
        source("S001", url=None, title=None),
        source("S001", retired="page gone"),
        source("S001", doubts=("missing_id",)),
        source("S002"),
    ],
)
def test_an_id_must_lead_to_a_source_in_use_that_can_be_followed(listed: Source) -> None:
    row = announced("A001", "2020-06-10", sources=BY_ID)
    assert found(row, listed, as_of="2020-07-01").unsourced == ("A001",)
    absent = {("A001", "absent_reference", "S001")} if listed.id != "S001" else set()
    assert weak(row, listed) == {("A001", "no_source", None)} | absent


def test_an_absent_source_is_named_even_beside_a_usable_one() -> None:
    row = announced("A001", "2020-06-10", sources=(*BY_ID, *LINK))
    assert weak(row) == {("A001", "absent_reference", "S001")}
    assert found(row, as_of="2020-07-01").unsourced == ()


def test_an_unsourced_row_is_printed_but_in_no_key_point_and_no_quote() -> None:
    row = announced(
        "A001", "2020-06-10", sources=(), quote=said(), terms=terms(term="fixed", ends_on="2020-06-20")
    )
    findings = found(row, as_of="2020-07-01")
    assert [one.id for one in findings.announcements] == ["A001"]
    assert (findings.key_points, findings.quotable) == ((), ())
    assert "unsourced" in chain(findings).flags


def test_an_unsourced_allegation_contests_nothing() -> None:
    rows = (announced("A001", "2020-06-10"), reacted("R001", "2020-06-20", kind="allegation", sources=()))
    assert chain(found(*rows, as_of="2020-07-01")).contested_by == ()


def test_a_reference_to_nothing_is_told_and_the_row_kept() -> None:
    rows = (
        announced("A001", "2020-06-10", responds_to=("R009",)),
        reacted("R001", "2020-06-11", about=("A001", "A009")),
    )
    assert weak(*rows) == {("A001", "absent_reference", "R009"), ("R001", "absent_reference", "A009")}


def test_a_reference_to_a_row_set_aside_is_not_absent() -> None:
    rows = (announced("A001", "2020-06-10", retired="slip"), reacted("R001", "2020-06-11"))
    assert weak(*rows) == set()
