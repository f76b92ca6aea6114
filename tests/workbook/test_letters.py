"""Characters that the briefing's typefaces lack are told where they would be printed, and only there."""

from __future__ import annotations

import re
import sys
from functools import reduce
from pathlib import Path
from typing import TYPE_CHECKING

import polars as pl
import pytest
from fontTools.ttLib import TTFont

from flows.workbook.cleaning.letters import strange
from flows.workbook.schema import SHEETS
from flows.workbook.schema.letters import KEPT, NEVER_PRINTED, PRINTABLE, SET_IN_TYPE
from flows.workbook.text import prose
from tests.books import cleaned, put, sound

if TYPE_CHECKING:
    from flows.workbook.problems import Problem

FACES = sorted((Path(__file__).parents[2] / "templates" / "fonts").glob("*.ttf"))
SURROGATES = range(0xD800, 0xE000)
EVERY = "".join(chr(code) for code in range(sys.maxunicode + 1) if code not in SURROGATES)
A, R = "Announcements", "Reactions"


def told(path: Path, tab: str, row: int, header: str, value: object) -> list[Problem]:
    """The complaints about such characters, and those that were lost, with that cell changed."""
    found = cleaned(path, put(sound(), tab, row, header, value)).problems
    return [problem for problem in found if problem.rule in ("unprintable_character", "lost_letter")]


def test_the_characters_set_in_type_are_those_that_one_family_has_in_every_face() -> None:
    families = [[face for face in FACES if face.name.startswith(name)] for name in ("Inter", "Literata")]
    whole = [
        reduce(set.intersection, (set(TTFont(face).getBestCmap()) for face in faces)) for faces in families
    ]
    assert [len(faces) for faces in families] == [4, 4]
    assert {ord(letter) for letter in re.findall(f"[{SET_IN_TYPE}]", EVERY)} == set.union(*whole)


def test_polars_and_python_agree_on_what_is_printable() -> None:
    by_polars = pl.select(pl.lit(EVERY).str.extract_all(f"[{PRINTABLE}]")).item().to_list()
    assert by_polars == re.findall(f"[{PRINTABLE}]", EVERY)


def test_what_the_cleaning_keeps_without_a_shape_is_printable() -> None:
    kept = pl.select(prose(pl.lit(f"x{KEPT}x"))).item()
    assert kept == f"x{KEPT}x"
    assert strange(kept) == ()


def test_an_emoji_in_a_printed_cell_is_quoted_with_its_number(tmp_path: Path) -> None:
    [problem] = told(tmp_path, A, 2, "summary", "Stops 🚫 police use")
    assert str(problem) == (
        'Announcements!E2  summary contains "🚫", which the briefing’s typefaces lack: '
        "the page prints [U+1F6AB] instead. Use words instead, or the same in Latin letters."
    )
    assert problem.severity == "warning"


def test_a_french_workbook_is_told_so_in_french(tmp_path: Path) -> None:
    book = put(sound("fr"), "Annonces", 2, "Objet", "Interdit 🚫 l’usage")
    assert [str(problem) for problem in cleaned(tmp_path, book).problems] == [
        "Annonces!E2  «\u00a0Objet\u00a0» contient «\u00a0🚫\u00a0», que les polices de la note n’ont "
        "pas\u00a0: la page imprimera [U+1F6AB] à la place. "
        "Mettez des mots à la place, ou la même chose en lettres latines."
    ]


@pytest.mark.parametrize(
    ("quote", "named"),
    [
        ("停", '"停", which'),
        ("停止", '"停" and "止", which'),
        ("停停止售卖", '"停", "止", "售" and 1 more, which'),
        ("लोग", '"ल", "ो" and "ग", which'),
        ("x\u0332", '"◌\u0332", which'),
    ],
)
def test_each_character_is_named_once_and_not_more_than_three(quote: str, named: str, tmp_path: Path) -> None:
    [problem] = told(tmp_path, A, 2, "quote", quote)
    assert f"contains {named}" in problem.message


@pytest.mark.parametrize(
    "typed", ["ﬁve", "Ａ", "①", "x\u2003y", "e\u0301", "Ελλάς, Москва", "№ 5 – 10 %\u202f!"]
)
def test_what_the_page_can_take_apart_is_no_fault(typed: str, tmp_path: Path) -> None:
    assert told(tmp_path, A, 2, "summary", typed) == []


@pytest.mark.parametrize(
    ("tab", "header"),
    [(A, "notes"), (A, "archive"), (A, "checked_by"), ("Questions", "owner"), ("Sources", "file"),
     ("Organisations", "aliases"), ("Recipients", "name"), (A, "ours")],
)  # fmt: skip
def test_a_cell_that_is_never_printed_may_hold_anything(tab: str, header: str, tmp_path: Path) -> None:
    book = sound() | {"Recipients": [["email", "name"], ["a@example.org", None]]}
    found = cleaned(tmp_path, put(book, tab, 2, header, "🚫")).problems
    assert "unprintable_character" not in [problem.rule for problem in found]


@pytest.mark.parametrize(
    ("tab", "header"),
    [(A, "organisation"), (A, "summary_fr"), (A, "exceptions"), (A, "translation"), (A, "source"),
     (R, "speaker_role"), ("Sources", "title"), ("Questions", "question"), ("Organisations", "name")],
)  # fmt: skip
def test_any_other_cell_in_words_is_looked_through(tab: str, header: str, tmp_path: Path) -> None:
    assert len(told(tmp_path, tab, 2, header, "🚫 The Record 2020")) == 1


def test_the_columns_never_printed_are_columns_of_the_model() -> None:
    assert set(NEVER_PRINTED) <= {column.name for sheet in SHEETS for column in sheet.columns}


def test_a_character_replaced_by_the_cleaning_is_told_once_only(tmp_path: Path) -> None:
    found = cleaned(tmp_path, put(sound(), A, 2, "summary", "Stops\x85 it"))
    assert found.problems == ()
    assert [each.rule for each in found.corrections] == ["unprintable_characters"]
    assert len(told(tmp_path, A, 2, "summary", "Soci\ufffdt\ufffd")) == 1


def test_the_reason_a_row_is_retired_for_is_printed_and_nothing_else_of_the_row(tmp_path: Path) -> None:
    book = put(put(sound(), A, 3, "retired", "doublon 🚫"), A, 3, "summary", "🚫")
    assert [str(problem.cell) for problem in cleaned(tmp_path, book).problems] == ["Announcements!Y3"]
