"""What was typed, in the forms the rest needs: for matching, for lists, for ids, and for print."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

import polars as pl

# Characters, as the inside of a regular expression's [ ]: the same for Polars and for Python.
SPACES = "\t-\r \x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000"
LINE_BREAKS = "\n\x0b\x0c\r\x85\u2028\u2029"
CONTROLS = "\x00-\x08\x0e-\x1f\x7f-\x9f"  # C0 and C1, without white space
NONCHARACTERS = "\ufdd0-\ufdef" + "".join(
    chr(plane + last) for plane in range(0, 0x110000, 0x10000) for last in (0xFFFE, 0xFFFF)
)
INVISIBLE = (
    "\u202a-\u202e\u2066-\u2069\u200b\u2060-\u2064\u206a-\u206f\ufeff\xad\ufff9-\ufffb\U000e0000-\U000e007f"
    "\ufe00-\ufe0f\U000e0100-\U000e01ef\u180b-\u180f"  # which of a sign's shapes to take: ours have one
)
DIRECTIONS = "\u200e\u200f\u061c"  # of no use in one line; in prose a right-to-left sentence may need them
JOINERS = "\u200c\u200d"  # they shape emoji, Persian and Indic words, but mean nothing at an end
DASHES = "\u2010-\u2015\u2212"

SPELT_OUT = {"œ": "oe", "æ": "ae", "ß": "ss"}  # letters that Unicode does not take apart
LONGEST_SPAN = 30  # ids that "A001-A030" may stand for
MOST_MARKS = 8  # combining marks kept on one letter

PLACEHOLDERS = (
    "?", "-", "–", "—", "…", "n/a", "na", "n.d.", "tbd", "tba", "tbc", "xx", "xxx", "to do",
    "to be confirmed", "to be completed", "to be determined",
    "à compléter", "à confirmer", "à déterminer", "à préciser",
    "idem", "ditto", "same as above", "see above", "as above", "cf. supra",
    "voir ci-dessus", "voir plus haut",
)  # fmt: skip
"""What people type for "not known yet", or for "as above", which no row is read by.

Strokes and marks alone (???, --, ..., ") and x's of any length say the same.
"""

_UNPRINTABLE = f"[{CONTROLS}{NONCHARACTERS}]"
_NO_USE_IN_A_LINE = f"[{INVISIBLE}{DIRECTIONS}{NONCHARACTERS}\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]"
_SPACES = f"[{SPACES}]+"
_ENDS = f"^[ {JOINERS}]+|[ {JOINERS}]+$"
_PROSE_ENDS = f"^[{SPACES}]+|[{SPACES}]+$"
_LIST_BREAKS = f"[;{LINE_BREAKS}]+"
_GAP = f"[ _{DASHES}-]*"
_IDENTIFIER = f"^(?P<letter>[A-Z]){_GAP}(?P<number>[0-9]{{1,9}})(?:{_GAP}[.]{_GAP}(?P<row>[0-9]{{1,9}}))?$"
_ID_AMONG_OTHERS = r"\b([A-Za-z])[ _-]?([0-9]{1,9})((?:[.][0-9]{1,9})?)\b"
_SPAN = (
    rf"(?i)([A-Z])[ ]?([0-9]{{1,6}})\s*(?:[{DASHES}…-]|\.\.\.?|to|à|au|through|jusqu['’]à)\s*"
    r"([A-Z]?)[ ]?([0-9]{1,6})"
)
_DITTO = "\"″〃'’”“«»"  # marks that repeat what stands above
_STROKES = f"^[?.…/_* {DASHES}{_DITTO}-]+$"


def keyed(text: pl.Expr) -> pl.Expr:
    """The text as headers, sheet names and list values are matched: unaccented small letters and digits.

    "Date d'annonce" gives "datedannonce", "n°" gives "n", "Œuvre" gives "oeuvre"; "" when nothing is
    left. Null stays null. `key` is the same for one value.
    """
    without_ordinal = text.str.replace_all("[ºᵒ]", "")  # "nº" is typed for "n°"
    lower = without_ordinal.str.normalize("NFKD").str.to_lowercase()
    spelt_out = lower.str.replace_many(SPELT_OUT)
    return spelt_out.str.replace_all(r"[^\p{L}\p{N}]", "")


@lru_cache(maxsize=8192)
def key(text: str) -> str:
    """`keyed` for one value."""
    without_ordinal = re.sub("[ºᵒ]", "", text)
    lower = unicodedata.normalize("NFKD", without_ordinal).lower()
    spelt_out = lower.translate({ord(letter): spelt for letter, spelt in SPELT_OUT.items()})
    return "".join(filter(str.isalnum, spelt_out))


def tidied(text: pl.Expr) -> pl.Expr:
    """A one-line value (a name, a list value, an id) with its spaces plain and single, invisibles out.

    Line breaks count as spaces, control characters go, accents are composed (NFC); letters, quotes and
    dashes stay as typed. Null stays null. `tidy` is the same for one value.
    """
    visible = text.str.replace_all(_NO_USE_IN_A_LINE, "")
    spaced = visible.str.replace_all(_SPACES, " ")
    return spaced.str.normalize("NFC").str.replace_all(_ENDS, "")


def tidy(text: str) -> str:
    """`tidied` for one value."""
    if text.isascii() and text.isprintable() and "  " not in text:  # as nearly all are
        return text.strip(" ")
    visible = re.sub(_NO_USE_IN_A_LINE, "", text)
    spaced = re.sub(_SPACES, " ", visible)
    return re.sub(_ENDS, "", unicodedata.normalize("NFC", spaced))


def plain(text: pl.Expr) -> pl.Expr:
    """The text in unaccented small letters, spaces single, every dash a hyphen: what dates are read from.

    Unlike `keyed` it keeps punctuation and spaces. Null stays null.
    """
    lower = tidied(text).str.normalize("NFKD").str.to_lowercase()
    unaccented = lower.str.replace_all(r"\p{M}", "")
    hyphened = unaccented.str.replace_all(f"[{DASHES}]", "-")
    return hyphened.str.replace_all(_SPACES, " ").str.strip_chars(" ")


def prose(text: pl.Expr) -> pl.Expr:
    """Prose and quotes as they may be printed: every word, quote mark and French space as typed.

    Accents are composed (NFC); control characters and noncharacters become U+FFFD; characters that hide
    or reorder words are taken out; a letter keeps 8 combining marks; line breaks of any kind are LF; white
    space goes at both ends only. TAB, LF, U+200C and U+200D stay. Null stays null.
    """
    visible = text.str.replace_all(f"[{INVISIBLE}]", "")
    lines = visible.str.replace_all("\r\n?|[\x0b\x0c\u2028\u2029]", "\n")
    printable = lines.str.replace_all(_UNPRINTABLE, "\ufffd")
    composed = printable.str.normalize("NFC")
    capped = composed.str.replace_all(rf"(\p{{M}}{{{MOST_MARKS}}})\p{{M}}+", "$1")
    return capped.str.replace_all(_PROSE_ENDS, "")


def had_invisible(text: pl.Expr) -> pl.Expr:
    """Whether `prose` takes out characters that hide or reorder words, or marks heaped on a letter.

    Null for null.
    """
    heaped = text.str.normalize("NFC").str.contains(rf"\p{{M}}{{{MOST_MARKS + 1}}}")
    return text.str.contains(f"[{INVISIBLE}]") | heaped


def had_controls(text: pl.Expr) -> pl.Expr:
    """Whether `prose` replaces characters that cannot be printed by U+FFFD. Null for null."""
    return text.str.contains(_UNPRINTABLE)


def parts(text: pl.Expr) -> pl.Expr:
    """The values of a cell, tidied, in order: split at ";" and line breaks, never at a comma.

    Blank ones are dropped, so a cell of separators gives an empty list. Null stays null.
    """
    split = text.str.replace_all(_LIST_BREAKS, "\n").str.split("\n")
    values = split.list.eval(tidied(pl.element()))
    return values.list.eval(pl.element().filter(pl.element() != ""))


def pieces(text: str) -> tuple[str, ...]:
    """`parts` for one value."""
    return tuple(filter(None, map(tidy, re.split(_LIST_BREAKS, text))))


def identifier(text: pl.Expr) -> pl.Expr:
    """The id as the model writes it (1.3), or null where the text is none.

    "a1", "A-1", "A 001" and "A_1" give "A001"; "r1.2" gives "R001.2". Numbers have three digits or more.
    """
    upper = tidied(text).str.normalize("NFKC").str.to_uppercase()
    found = upper.str.extract_groups(_IDENTIFIER)
    number = _digits(found.struct.field("number"), 3)
    row = _digits(found.struct.field("row"), 1)
    base = found.struct.field("letter") + number
    return pl.when(row.is_null()).then(base).otherwise(base + "." + row)


def run_in(text: str) -> tuple[str, ...]:
    """The ids of a text that is nothing but several of them with no ";" between; none for any other text.

    "A1, A2", "A1 and A2" and "A1; A2" give A001 and A002; "A1" and "see A1, A2" give nothing.
    """
    found = re.findall(_ID_AMONG_OTHERS, text)
    beside = re.sub(_ID_AMONG_OTHERS, "", text)
    if len(found) == 1 or not re.fullmatch(r"(?i)(?:[\s,;/&+.]|\band\b|\bet\b)*", beside):
        return ()
    return tuple(f"{letter.upper()}{int(number):03}{row}" for letter, number, row in found)


def span_of(text: str) -> tuple[str, ...]:
    """The ids from one to another, both included: "A001-A003", "A1 to 3"; none for any other text."""
    found = re.fullmatch(_SPAN, tidy(text))
    if found is None or (found[3] or found[1]).upper() != found[1].upper():
        return ()
    first, last = int(found[2]), int(found[4])
    if not 0 < last - first <= LONGEST_SPAN:
        return ()
    return tuple(f"{found[1].upper()}{number:03}" for number in range(first, last + 1))


def placeholder(text: pl.Expr) -> pl.Expr:
    """Whether the text stands for "not known yet", as `PLACEHOLDERS` do. Null for null."""
    strokes = tidied(text).str.contains(_STROKES)
    word = keyed(text)
    known = word.is_in([key(each) for each in PLACEHOLDERS if key(each)])
    return strokes | known | word.str.contains("^x{2,}$")


def _digits(number: pl.Expr, least: int) -> pl.Expr:
    return number.str.strip_chars_start("0").str.zfill(least)
