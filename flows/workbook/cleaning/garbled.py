"""Words that came over damaged: misread letters, lost ones, a page's code, text cut short."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import polars as pl

from flows.workbook.alphabets import FOREIGN, MIXED, foreign, latin, mixed
from flows.workbook.cleaning.harvest import each
from flows.workbook.complaints import problem, words
from flows.workbook.schema.letters import NEVER_PRINTED

if TYPE_CHECKING:
    from collections.abc import Iterator

    from flows.workbook.problems import Cell, Problem

PROSE = ("prose", "words", "exceptions")
WRITTEN = (*PROSE, "organisation", "organisations", "name", "names", "id", "ids", "choice", "choices")
OWN_WORDS = ("summary", "demand", "question", "answer", "exceptions", "reason", "grounds", "result")
"""Columns of the team's own words, which say all they have to say; a quote may trail off."""

OPEN_END = (
    r"(?:,| (?:the|and|or|le|la|les|et|ou|de|du|des|au|aux)"
    r"| (?:to|for|of|with|from|as|dans|avec|comme) (?:an|une?))$"
)
"""What no sentence ends in; in small letters, for LA and the UN are places and bodies.

Many a French one ends in "un an", "un par un" or "pas même un".
"""

NOTE = (
    r"\b(?:TODO|TO DO|TBC|TBD|FIXME|XXX)\b|\?\?+|!!+"
    r"|(?i:\[(?:check|verify|source|ref|vérifier|voir)\b[^\]]*\]"
    r"|\(à (?:vérifier|confirmer|compléter)[^)]*\)|\bto be (?:checked|verified|confirmed)[.)\]]*$)"
)
"""What somebody wrote to themselves or to a colleague."""

QUOTED = re.compile(r"“[^”]*”|«[^»]*»|\"[^\"]*\"")

SPLIT = r"\p{Ll}{2}-\s+\p{Ll}{2}"
SPLIT_WORD = re.compile(r"([^\W\d_]{2,})-\s+(?!(?:and|or|to|et|ou|à|und|bis)\b)([^\W\d_]{2,})")
"""A word parted where a line ended, not "pre- and post-market"."""

CUT_AT = (255, 256)  # characters at which old programs cut a cell
MISREAD = "Ã[\u0080-¿ŒœŠšŸŽžƒˆ˜–—‘’‚“”„†‡•…‰‹›€™]|Â[\u00a0-¿]|â€[\u0080-¿œ˜™šž“”¦¢]?|Å“|ï»¿|Ð[\u0080-¿]"
LOST = r"\x{FFFD}|\p{L}\?\p{Ll}"
CODE = (
    r"</?[a-zA-Z][a-zA-Z0-9]*(?:\s[^<>]*)?/?>|&(?:amp|lt|gt|quot|nbsp|apos|rsquo|lsquo|ldquo|rdquo|laquo|raquo|"
    r"hellip|mdash|ndash|euro|[a-zA-Z]{1,2}(?:acute|grave|circ|uml|cedil|tilde|lig)|#[0-9]{2,5}|#x[0-9a-fA-F]+);"
    r"|\[[^\[\]]+\]\([^()\s]+\)|\[[^\[\]]+\]\[\w+\]|\[\^\w+\]|_x[0-9A-F]{4}_|\*\*[^*]+\*\*|(?:^|\s)\*[^\s*][^*]*\*(?:\W|$)"
)
"""Of a page in HTML, of a text in Markdown, or of a cell as a file keeps it: _x000D_."""

ADDRESS = re.compile(r"(?i)\b(?:https?://|www\.)\S+")
BYTES = {bytes([byte]).decode("cp1252", "replace"): byte for byte in range(128, 256)}
BYTES |= {chr(byte): byte for byte in range(128, 256) if chr(byte) not in BYTES}
BYTES.pop("\ufffd", None)
FURTHER = "[" + "".join(re.escape(letter) for letter, byte in BYTES.items() if byte < 0xC0) + "]"  # noqa: PLR2004 - as UTF-8 has it
ONE_LETTER = re.compile(f"[ÂÃÄÅÐÑ]{FURTHER}|â{FURTHER}{{2}}")
"""What a letter becomes whose two or three bytes are each taken for one."""

UNREAD = ("archive", "notes", "file")
LAST = 30  # characters quoted of a text that breaks off


def garbled(cells: pl.DataFrame, language: str) -> Iterator[Problem]:
    """The complaints about each cell of words that is damaged."""
    told = ~pl.col("name").is_in(NEVER_PRINTED)  # a complaint would tell what the team keeps to itself
    written = cells.filter(pl.col("sort").is_in(WRITTEN) & (pl.col("kind") == "text") & told)
    prose = written.filter(pl.col("sort").is_in(PROSE) & ~pl.col("name").is_in(UNREAD))
    text, named = pl.col("text"), ~pl.col("sort").is_in(PROSE)
    found = (
        (written.filter(text.str.contains(MISREAD)), _misread),
        (prose.filter(text.str.contains(LOST)), _lost),
        (prose.filter(text.str.contains(CODE)), _code),
        (prose.filter(_may_break_off()), _cut_off),
        (prose.filter(text.str.contains(SPLIT)), _split),
        (written.filter(text.str.contains(MIXED) | (named & text.str.contains(FOREIGN))), _alphabets),
    )
    for doubtful, judged in found:
        for where, cell in each(doubtful):
            yield from judged(where, cell["text"], language)
    called = "\n".join(written.filter(named & (pl.col("sort") != "id"))["text"])
    for where, cell in each(prose.filter(_own_words() & text.str.contains(NOTE))):
        yield from _note(where, cell["text"], called, language)


def _misread(where: Cell, typed: str, language: str) -> Iterator[Problem]:
    """Letters of UTF-8 read as something else: "dÃ©cision" for "décision"."""
    mended = ONE_LETTER.sub(_decoded, typed)
    if mended != typed:
        before, after = _around(typed, mended)
        yield problem("mojibake", where, language, typed, garbled=before, offered=after)


def _decoded(found: re.Match[str]) -> str:
    return bytes(BYTES[letter] for letter in found[0]).decode()


def _around(typed: str, mended: str) -> tuple[str, str]:
    """The first word that differs, as typed and as mended."""
    pairs = zip(typed.split(" "), mended.split(" "), strict=False)
    before, after = next(((one, other) for one, other in pairs if one != other), (typed, mended))
    return words.clip(before), words.clip(after)


def _lost(where: Cell, typed: str, language: str) -> Iterator[Problem]:
    for word in ADDRESS.sub("", typed).split():
        if "\ufffd" in word or re.search(r"[^\W\d_]\?[a-zà-öø-ÿ]", word):
            yield problem("lost_letter", where, language, typed, garbled=words.clip(word))
            return


def _code(where: Cell, typed: str, language: str) -> Iterator[Problem]:
    found = re.search(CODE, typed)
    if found:
        yield problem("markup", where, language, typed, garbled=words.clip(found[0]))


def _note(where: Cell, typed: str, called: str, language: str) -> Iterator[Problem]:
    """Words to oneself, unless they are somebody's words, in quotation marks, or a part of a name."""
    found = re.search(NOTE, QUOTED.sub("", typed))
    if found and not re.search(rf"\b{re.escape(found[0])}\b", called):
        yield problem("note_to_self", where, language, typed, garbled=words.clip(found[0]))


def _split(where: Cell, typed: str, language: str) -> Iterator[Problem]:
    found = SPLIT_WORD.search(typed)
    if found:
        parted = " ".join(found[0].split())
        yield problem("split_word", where, language, typed, garbled=parted, offered=found[1] + found[2])


def _own_words() -> pl.Expr:
    return pl.col("name").str.replace("_(en|fr)$", "").is_in(OWN_WORDS)


def _may_break_off() -> pl.Expr:
    text = pl.col("text").str.strip_chars_end()
    dots = text.str.contains(rf"(?:…|[.]{{3}})$|{OPEN_END}") & _own_words()
    at_the_limit = pl.col("text").str.len_chars().is_in(CUT_AT) & ~text.str.contains(
        r"[.!?»\x{201d}\x{22})\]]$"
    )
    return dots | at_the_limit


def _cut_off(where: Cell, typed: str, language: str) -> Iterator[Problem]:
    last = typed.rstrip()[-LAST:]
    shown = last if len(typed) <= LAST else last.partition(" ")[2] or last
    yield problem("cut_off", where, language, typed, garbled=shown)


def _alphabets(where: Cell, typed: str, language: str) -> Iterator[Problem]:
    word = mixed(typed) or (typed if re.fullmatch(FOREIGN, typed) else None)
    if word:
        letters = words.letters(foreign(word), language)
        yield problem(
            "letters_of_two_alphabets", where, language, typed,
            word=words.clip(word), letters=letters, offered=latin(word),
        )  # fmt: skip
