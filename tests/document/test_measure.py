"""What words take on paper, and the characters the vendored faces have."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pypdfium2
import pytest

from flows.document.fitting.measure import Type, advance, lines, printable
from tests import books
from tests.document import making, test_pdf
from tests.reading import squeezed, text

if TYPE_CHECKING:
    from pathlib import Path

TABLE = Type("Inter-Regular", 9)


def test_words_break_where_the_column_ends() -> None:
    whole = "police; use; facial recognition; with an open list of exceptions"
    assert lines([(whole, TABLE)], 115) == 1
    assert lines([(whole, TABLE)], 60) == 2
    assert lines([("x" * 500, TABLE)], 60) > 10
    assert lines([("", TABLE)], 60) == 1


def test_words_after_one_another_share_their_lines() -> None:
    apart = advance("one two", TABLE) + advance(" three", TABLE)
    assert advance("one two three", TABLE) == pytest.approx(apart)
    assert lines([("one two", TABLE), (" three", TABLE)], 200) == 1


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("déjà vu, l’État, œuvre", "déjà vu, l’État, œuvre"),
        ("Владимир, Αθήνα, Łódź", "Владимир, Αθήνα, Łódź"),
        ("● ◐ ◇ ✕ ○ ⊘ °", "● ◐ ◇ ✕ ○ ⊘ °"),
        ("of\ufb01ce", "office"),
        ("stop \U0001f6ab now", "stop [U+1F6AB] now"),
        ("\u65f7\u89c6", "[U+65F7][U+89C6]"),
        ("tab\tand\nline", "tab\tand\nline"),
        ("\u200f12-34\u200f \u200eleft\u061c", "12-34 left"),
    ],
)
def test_a_character_the_faces_lack_is_printed_by_its_number(typed: str, printed: str) -> None:
    assert printable(typed) == printed


@pytest.mark.parametrize(
    "odd", ["\U0001f6ab", "\U0001f984", "\u65f7\u89c6", "\u0645\u0631", "\u0928", "\ufffd"]
)
def test_one_strange_character_stops_no_edition_and_brings_in_no_other_font(tmp_path: Path, odd: str) -> None:
    book = books.put(books.sound(), "Announcements", 2, "summary", f"Stops {odd} sales")
    books.put(book, "Announcements", 2, "organisation", f"Amazon {odd}")
    made = making.drawn(making.found(tmp_path, book), "en").pdf
    assert squeezed(f"[U+{ord(odd[0]):04X}]") in squeezed(text(made)) or odd == "\ufffd"
    assert {name.rpartition("+")[2].partition("-")[0] for name in fonts(made)} == {"Literata", "Inter"}


def fonts(made: bytes) -> set[str]:
    return set(test_pdf.fonts(pypdfium2.PdfDocument(made)))
