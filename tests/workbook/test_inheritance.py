"""Dotted rows of reactions: what they take from their base row, and what they keep of their own."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from flows.record.facts import Text
from tests.books import add, cleaned, put, sound

if TYPE_CHECKING:
    from pathlib import Path

R = "Reactions"


def test_dotted_rows_take_actor_date_about_and_source_from_their_base_and_nothing_else(
    tmp_path: Path,
) -> None:
    base, dotted, _ = cleaned(tmp_path, sound()).record.reactions
    assert (dotted.actor, dotted.reacted_on, dotted.about, dotted.sources) == (
        base.actor, base.reacted_on, base.about, base.sources,
    )  # fmt: skip
    assert (dotted.stance, dotted.quote, dotted.verification) == (None, None, None)
    assert dotted.demand is not None
    assert dotted.summary == dotted.demand.words


def test_a_dotted_row_keeps_what_it_says_itself(tmp_path: Path) -> None:
    book = put(put(sound(), R, 3, "actor", "ACLU NorCal"), R, 3, "summary", "Asks for more")
    _, dotted, _ = cleaned(tmp_path, book).record.reactions
    assert (dotted.actor, dotted.summary) == ("ACLU NorCal", Text("Asks for more", "en"))


def test_a_dotted_row_that_leans_on_a_doubtful_base_is_set_aside_with_it(tmp_path: Path) -> None:
    found = cleaned(tmp_path, put(sound(), R, 2, "reacted_on", "10/06/2020"))
    assert [fact.doubts for fact in found.record.reactions] == [("ambiguous_date",), ("base_set_aside",), ()]


@pytest.mark.parametrize("later_first", [True, False])
def test_of_two_rows_with_the_base_s_id_the_earlier_is_the_base_in_any_order(
    tmp_path: Path, *, later_first: bool
) -> None:
    book = sound()
    rows = book[R]
    later = dict(zip(map(str, rows[0]), rows[1], strict=True)) | {"actor": "IBM", "reacted_on": "2022-01-10"}
    add(book, R, **later)
    if later_first:
        rows.insert(1, rows.pop())
    dotted = next(row for row in cleaned(tmp_path, book).record.reactions if row.id == "R001.1")
    assert dotted.actor == "ACLU"


@pytest.mark.parametrize(("typed", "told"), [("2020-06-12", 1), ("2020-06-10", 0), ("June 2020", 0)])
def test_a_part_of_a_statement_has_its_day(typed: str, told: int, tmp_path: Path) -> None:
    found = cleaned(tmp_path, put(sound(), R, 3, "reacted_on", typed)).problems
    assert [each.rule for each in found] == ["part_of_another_day"] * told
