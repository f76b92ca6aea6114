"""The forms of a text: for matching, for lists, for ids, and for print."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

import polars as pl
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from flows.workbook import text

if TYPE_CHECKING:
    from collections.abc import Callable

SPACES = "".join(chr(code) for code in range(0x3001) if chr(code).isspace() and not 0x1C <= code <= 0x1F)
# Python and Polars know different years of Unicode: only letters that both know can be compared.
WRITING = st.text(st.characters(exclude_categories=["Cs", "Cn"]), max_size=30)
TRICKY = st.text("aé\u0301œŒß º°'’\u00a0\u202f\u200b\u200d\ufeff\x01\x85\r\n\t;-—1٣Ⅳ²ΣςİıﬁＡ", max_size=20)
ANY = WRITING | TRICKY
quick = settings(derandomize=True, deadline=None, max_examples=150)
LISTS = st.lists(ANY, min_size=1, max_size=20)


def through(rule: Callable[[pl.Expr], pl.Expr], *values: str | None) -> list[object]:
    """What `rule` makes of each value, in one go."""
    column = pl.Series("typed", values, dtype=pl.String)
    return pl.select(rule(pl.lit(column))).to_series().to_list()


@pytest.mark.parametrize(
    ("typed", "matched"),
    [
        ("Date d'annonce", "datedannonce"),
        ("Date d’annonce", "datedannonce"),
        ("announced_on", "announcedon"),
        ("n°", "n"),
        ("nº", "n"),
        ("ŒUVRE", "oeuvre"),
        ("É", "e"),
        ("vérifié_le", "verifiele"),
        ("\ufeffRéactions\u00a0", "reactions"),
        ("un\u00adspeci\u200bfied", "unspecified"),
        ("Straße", "strasse"),
        ("?!", ""),
    ],
)
def test_headers_and_list_values_match_whatever_their_case_accents_and_spaces(
    typed: str, matched: str
) -> None:
    assert through(text.keyed, typed) == [matched]
    assert text.key(typed) == matched


@quick
@given(LISTS)
def test_one_value_is_matched_exactly_as_a_column_is(values: list[str]) -> None:
    assert through(text.keyed, *values) == [text.key(each) for each in values]


@quick
@given(LISTS)
def test_one_value_is_tidied_exactly_as_a_column_is(values: list[str]) -> None:
    assert through(text.tidied, *values) == [text.tidy(each) for each in values]


@quick
@given(WRITING)
def test_what_was_matched_or_tidied_once_stays_so(typed: str) -> None:
    assert text.key(text.key(typed)) == text.key(typed)
    assert text.tidy(text.tidy(typed)) == text.tidy(typed)


@pytest.mark.parametrize(
    ("typed", "tidied"),
    [
        ("  Amazon\u00a0Web\u202f Services \n", "Amazon Web Services"),
        ("\u200eMicro\u00adsoft\ufeff", "Microsoft"),
        ("IBM\u200d", "IBM"),
        ("L’Oréal", "L’Oréal"),
        ("E\u0301tat", "État"),
        ("a\x00b", "ab"),
        ("می\u200cخواهم", "می\u200cخواهم"),
    ],
)
def test_a_name_loses_its_stray_spaces_and_invisible_characters(typed: str, tidied: str) -> None:
    assert text.tidy(typed) == tidied
    assert through(text.tidied, typed) == [tidied]


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("“A step too far.”", "“A step too far.”"),
        ("« Un pas de trop\u202f! »\u00a0: non", "« Un pas de trop\u202f! »\u00a0: non"),
        ("  two  spaces stay inside\t\n", "two  spaces stay inside"),
        ("one\r\ntwo\rthree\n\nfour\tfive", "one\ntwo\nthree\n\nfour\tfive"),
        ("one\x0btwo\x0cthree\u2028four\u2029five", "one\ntwo\nthree\nfour\nfive"),
        ("❤\ufe0f ☎\ufe0e 葛\U000e0100", "❤ ☎ 葛"),
        ("E\u0301tat", "État"),
        ("a\x00b\x1b[0m\x85", "a\ufffdb\ufffd[0m\ufffd"),
        ("\ufdd0\uffff\U0010ffff", "\ufffd\ufffd\ufffd"),
        ("txt.\u202eexe\u202c a\u2066b\u2069 so\u00adft z\u200bw\u2060x\ufeff", "txt.exe ab soft zwx"),
        ("x\U000e0049\U000e0067\U000e007fy", "xy"),
        ("👩\u200d🚀 می\u200cخواهم", "👩\u200d🚀 می\u200cخواهم"),
        ("z" + "\u0336" * 30 + "!", "z" + "\u0336" * 8 + "!"),
        ("z" + "\u0336\u034f" * 9 + "!", "z" + "\u0336\u034f" * 4 + "!"),
    ],
)
def test_prose_keeps_its_words_and_loses_only_what_hides_or_breaks_them(typed: str, printed: str) -> None:
    assert through(text.prose, typed) == [printed]


@quick
@given(st.text("“”‘’«»\u00a0\u202f0123456789abc …—-", max_size=40))
def test_prose_never_touches_quotes_french_spaces_or_digits(typed: str) -> None:
    words = f"x{typed}x"
    assert through(text.prose, words) == [words]


@quick
@given(LISTS)
@example(["a" + "\u0301" * 40, "\u200b \u0301", "\r\u200b\n", " \ufeff "])
def test_prose_made_printable_once_is_never_changed_again(values: list[str]) -> None:
    once = [str(each) for each in through(text.prose, *values)]
    assert through(text.prose, *once) == once
    assert not any(through(text.had_invisible, *once))
    assert not any(through(text.had_controls, *once))


@quick
@given(LISTS)
def test_prose_that_reports_nothing_differs_by_its_ends_and_composition_only(values: list[str]) -> None:
    printed = through(text.prose, *values)
    noted = through(lambda typed: text.had_invisible(typed) | text.had_controls(typed), *values)
    for typed, words, note in zip(values, printed, noted, strict=True):
        lines = unicodedata.normalize("NFC", re.sub("\r\n?|[\x0b\x0c\u2028\u2029]", "\n", typed))
        assert note or words == lines.strip(SPACES)


@pytest.mark.parametrize(
    ("typed", "invisible", "controls"),
    [
        ("plain\u00a0words\u202f!", False, False),
        ("tab\tand\r\nlines\n", False, False),
        ("👩\u200d🚀", False, False),
        ("soft\u00adhyphen", True, False),
        ("\u202eover", True, False),
        ("tag\U000e0041", True, False),
        ("heart❤\ufe0f", True, False),
        ("heap" + "\u0336" * 9, True, False),
        ("bell\x07", False, True),
        ("next\x85line", False, True),
        ("not a character \ufffe", False, True),
    ],
)
def test_what_prose_took_out_or_replaced_can_be_told(typed: str, *, invisible: bool, controls: bool) -> None:
    assert through(text.had_invisible, typed) == [invisible]
    assert through(text.had_controls, typed) == [controls]


def test_a_list_is_split_at_semicolons_and_line_breaks_but_never_at_commas() -> None:
    typed = "Alamance, Guilford ;use\r\n sale\u00a0\n;\n; M1 Data & Analytics, LLC"
    assert through(text.parts, typed, " ; \n", "", None) == [
        ["Alamance, Guilford", "use", "sale", "M1 Data & Analytics, LLC"],
        [],
        [],
        None,
    ]


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("A001", "A001"),
        ("a1", "A001"),
        ("A-1", "A001"),
        ("A 001", "A001"),
        ("A_1", "A001"),
        (" a\u00a0–\u202f1\u200b", "A001"),
        ("A0012", "A012"),
        ("A1000", "A1000"),
        ("r1.2", "R001.2"),
        ("R001.2", "R001.2"),
        ("R-1 . 2", "R001.2"),
        ("R1.02", "R001.2"),
        ("R001.10", "R001.10"),
        ("Ａ１", "A001"),
        ("1", None),
        ("A", None),
        ("AB1", None),
        ("A001.", None),
        ("A001.1.2", None),
        ("A001, A002", None),
        ("A001 (Amazon)", None),
        ("", None),
        (None, None),
    ],
)
def test_an_id_is_read_however_it_was_typed_and_nothing_else_is(typed: str, written: str | None) -> None:
    assert through(text.identifier, typed) == [written]


@quick
@given(st.text("AaRr019 -_.–x", max_size=9) | st.from_regex(r"[a-zA-Z][ _-]?[0-9]{1,6}( ?\. ?[0-9]{1,3})?"))
def test_an_id_once_read_reads_as_itself(typed: str) -> None:
    once = through(text.identifier, typed)[0]
    assert once is None or through(text.identifier, str(once)) == [once]


@pytest.mark.parametrize(
    "typed", [*text.PLACEHOLDERS, "???", "--", "[TBD]", " N/A ", "XXXX", "A completer", "-?-"]
)
def test_a_placeholder_is_known_for_what_it_is(typed: str) -> None:
    assert through(text.placeholder, typed) == [True]


@pytest.mark.parametrize(
    "typed", ["none", "unspecified", "non précisé", "x", "2020", "Nationwide", "no", "", "+"]
)
def test_a_value_is_never_taken_for_a_placeholder(typed: str) -> None:
    assert through(text.placeholder, typed) == [False]


@pytest.mark.parametrize(
    "rule",
    [
        text.keyed, text.tidied, text.plain, text.prose, text.had_invisible, text.had_controls,
        text.parts, text.identifier, text.placeholder,
    ],
)  # fmt: skip
def test_a_blank_cell_stays_blank_in_every_form(rule: Callable[[pl.Expr], pl.Expr]) -> None:
    assert through(rule, None) == [None]
