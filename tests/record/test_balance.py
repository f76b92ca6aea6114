"""Balance: what each side has, the empty sides too; nothing found and not searched apart (R8)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flows.record.as_json import as_dict
from flows.record.balance import STANCES, balance
from tests.record.june import FIRST
from tests.record.rows import announced, body, demanded, found, reacted, said, text

if TYPE_CHECKING:
    from flows.record.balance import Balance
    from tests.record.rows import Cell

A001 = announced("A001", "2020-06-10", quote=said("We stop."))


def of(*rows: Cell, as_of: str = "2020-07-01") -> Balance:
    return balance(found(*rows, as_of=as_of))


def rows(one: Balance) -> dict[str, int]:
    return {side.side: len(side.rows) for side in one.sides if side.rows}


def test_every_side_is_there_even_when_empty_and_uncoded_only_when_it_is_not() -> None:
    names = [side.side for side in of(A001).sides]
    assert names == ["announcing", *STANCES[:-1]]
    assert [side.side for side in of(A001, reacted("R001", "2020-06-11")).sides][-1] == "uncoded"


def test_every_printed_row_is_on_one_side() -> None:
    findings = found(*FIRST, as_of="2020-06-15")
    ids = [row_id for side in balance(findings).sides for row_id in side.rows]
    printed = [row.id for row in findings.announcements] + [row.id for row in findings.reactions]
    assert sorted(ids) == sorted(printed)


def test_a_dotted_row_is_on_the_side_of_its_statement() -> None:
    statement = reacted("R001", "2020-06-11", stance="opposes")
    assert rows(of(A001, statement, demanded("R001.1", "2020-06-11"))) == {"announcing": 1, "opposes": 2}


def test_a_quote_that_may_not_be_printed_is_not_counted() -> None:
    kept = reacted("R001", "2020-06-11", stance="opposes", quote=said("No."))
    withheld = reacted("R002", "2020-06-11", stance="opposes", quote=said("Never.", speaker=None))
    quotes = {side.side: side.quotes for side in of(A001, kept, withheld).sides if side.quotes}
    assert quotes == {"announcing": ("A001",), "opposes": ("R001",)}


def test_nothing_found_and_not_searched_are_counted_apart_and_sum_with_those_heard() -> None:
    followed = (
        body("ACLU", watch=True),
        body("EFF", watch=True, last_searched_on="2020-06-20"),
        body("NAACP", watch=True),
        body("Nobody", last_searched_on="2020-06-20"),
    )
    one = of(A001, reacted("R001", "2020-06-11", stance="opposes"), *followed).unheard
    assert (one.followed, one.pairs) == (3, 3)
    assert (one.heard, one.found_nothing, one.not_searched) == (1, 1, 1)


def test_the_data_carry_the_figures_and_silence_is_no_side() -> None:
    statement = reacted("R001", "2020-06-11", stance="opposes", summary=text("No."))
    printed = as_dict(found(A001, statement, body("EFF", watch=True), as_of="2020-07-01"))["balance"]
    assert printed["sides"][0] == {"side": "announcing", "rows": 1, "quotes": 1}
    assert {"side": "opposes", "rows": 1, "quotes": 0} in printed["sides"]
    assert printed["silence"] == {
        "followed": 1, "pairs": 1, "heard": 0, "found_nothing": 0, "not_searched": 1,
    }  # fmt: skip
