"""The room each side has on the page: rows, quotes, and the words printed in the page's language."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from flows.document.lens import Lens
from flows.document.parts.balance import balance_told
from tests import books
from tests.document import making, shipped
from tests.record.rows import announced, body, demanded, found, reacted, said, text

if TYPE_CHECKING:
    from pathlib import Path

    from flows.document.parts.balance import Balance
    from tests.record.rows import Cell

pytestmark = pytest.mark.xdist_group("shipped")
QUOTE = said("We stop now.", translation="Nous arrêtons tout de suite.", translated_by="team: LM")
A001 = announced("A001", "2020-06-10", summary=text("It stops for a year."), quote=QUOTE)
R001 = reacted("R001", "2020-06-11", stance="opposes", summary=text("No ; not at all"))


def told(language: str, *rows: Cell) -> Balance:
    return balance_told(Lens(found(*rows, as_of="2020-07-01"), language))


def count(figure: str) -> int:
    """The number, its thousands run together."""
    return int("".join(sign for sign in figure if sign.isdigit()))


def figures(one: Balance, name: str) -> list[int]:
    return next([count(figure) for figure in side.figures] for side in one.sides if side.name == name)


@pytest.mark.parametrize(
    ("language", "announcing", "opposing"),
    [
        ("en", ("Those who announce", [1, 1, 5, 3]), ("Opposes for another reason", [1, 0, 4, 0])),
        ("fr", ("Ceux qui annoncent", [1, 1, 5, 5]), ("S’oppose pour une autre raison", [1, 0, 4, 0])),
    ],
)
def test_words_are_counted_as_this_language_prints_them(
    language: str, announcing: tuple[str, list[int]], opposing: tuple[str, list[int]]
) -> None:
    one = told(language, A001, R001)
    assert figures(one, announcing[0]) == announcing[1]
    assert figures(one, opposing[0]) == opposing[1]
    assert [count(figure) for figure in one.total.figures] == [
        ours + theirs for ours, theirs in zip(announcing[1], opposing[1], strict=True)
    ]


def test_a_demand_that_stands_for_its_summary_counts_once() -> None:
    row = demanded("R001.1", "2020-06-11", summary=text("Stop."))
    other = demanded("R001.2", "2020-06-11", summary=text("It asks for more."))
    assert figures(told("en", A001, R001, row, other), "Opposes for another reason") == [3, 0, 4 + 1 + 5, 0]


@pytest.mark.parametrize("language", ["en", "fr"])
def test_each_side_of_the_record_has_its_line_and_they_sum_to_all(language: str) -> None:
    lens = Lens(shipped.found(date(2020, 6, 15)), language)
    one = balance_told(lens)
    columns = zip(*([count(figure) for figure in side.figures] for side in one.sides), strict=True)
    assert [sum(column) for column in columns] == [count(figure) for figure in one.total.figures]
    printed = len(lens.findings.announcements) + len(lens.findings.reactions)
    assert one.total.figures[0] == str(printed)
    assert len(one.sides) == 9


@pytest.mark.parametrize(
    ("language", "nothing", "unsearched"),
    [
        ("en", "after a search, none was found for 1 of 2", "no search is on record for 1 of 2"),
        (
            "fr",
            "aucune n’a été trouvée, après recherche, dans 1 cas sur 2",
            "aucune recherche n’est consignée dans 1 cas sur 2",
        ),
    ],
)
def test_nothing_found_and_not_searched_stand_apart(language: str, nothing: str, unsearched: str) -> None:
    followed = body("EFF", watch=True, last_searched_on="2020-06-20"), body("NAACP", watch=True)
    spoken = told(language, A001, *followed).unheard
    assert spoken is not None
    assert nothing in spoken
    assert unsearched in spoken


def test_where_nobody_is_followed_nothing_is_said_of_silence() -> None:
    assert told("en", A001).unheard is None


def test_a_workbook_without_stances_has_no_line_for_each(tmp_path: Path) -> None:
    one = balance_told(Lens(making.found(tmp_path, books.minimal()), "en"))
    assert [side.name for side in one.sides] == ["Those who announce", "Position not coded"]
