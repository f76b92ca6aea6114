"""Section 8, full extent: how much room each side has in this edition; silence apart (R8)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from flows.document.quotations import quotation
from flows.document.wording.dates import number
from flows.record.balance import ANNOUNCING, balance

if TYPE_CHECKING:
    from collections.abc import Iterable

    from flows.document.lens import Lens
    from flows.record.balance import Side, Unheard
    from flows.record.facts import Announcement, Reaction

COLUMNS = ("col_side", "col_rows", "col_quotes", "col_words", "col_quoted")


@dataclass(frozen=True, slots=True)
class Room:
    """One side: its rows, its quotes, the words of its summaries and demands, the words quoted."""

    name: str
    figures: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Balance:
    """Every side, the empty ones too, then all of them; what was not heard is said below."""

    heading: str
    purpose: str
    headers: tuple[str, ...]
    sides: tuple[Room, ...]
    total: Room
    unheard: str | None


def balance_told(lens: Lens) -> Balance:
    """The balance of this edition in this language: words are those that are printed in it."""
    found = balance(lens.findings)
    counted = [(_name(lens, one.side), _figures(lens, one)) for one in found.sides if _coded(lens, one)]
    sums = [sum(column) for column in zip(*(figures for _, figures in counted), strict=True)]
    return Balance(
        heading=lens.say("balance"),
        purpose=lens.say("balance_purpose"),
        headers=tuple(lens.say(name) for name in COLUMNS),
        sides=tuple(_room(lens, name, figures) for name, figures in counted),
        total=_room(lens, lens.say("balance_all"), sums),
        unheard=_unheard(lens, found.unheard),
    )


def _coded(lens: Lens, side: Side) -> bool:
    """False for the stances of a workbook that has no column for them: nothing is known of them."""
    return bool(side.rows) or side.side == ANNOUNCING or "reactions.stance" not in lens.findings.record.absent


def _name(lens: Lens, side: str) -> str:
    return lens.say("balance_announcing") if side == ANNOUNCING else lens.word("stance", side)


def _figures(lens: Lens, side: Side) -> list[int]:
    """Rows, quotes, words of ours, words quoted; what is printed twice counts once."""
    rows: list[Announcement | Reaction] = [
        lens.announcements.get(one) or lens.reactions[one] for one in side.rows
    ]
    quotes = [quote.words for quote in (quotation(lens, row) for row in rows) if quote is not None]
    return [len(rows), len(quotes), _words(_summed(lens, rows)), _words(quotes)]


def _summed(lens: Lens, rows: Iterable[Announcement | Reaction]) -> list[str]:
    """What we print of each row in our own words; of a demand that stands for its summary, the one text."""
    told: list[str] = []
    for row in rows:
        demand = getattr(row, "demand", None)
        texts = (row.summary, demand.words) if demand is not None else (row.summary,)
        # The first run only: the mark of the other language behind it is no word of theirs.
        told += dict.fromkeys(lens.text(text)[0].words for text in texts)
    return told


def _words(texts: Iterable[str]) -> int:
    """How many words there are; a mark that stands alone, as French sets it, is none."""
    return sum(any(sign.isalnum() for sign in word) for text in texts for word in text.split())


def _room(lens: Lens, name: str, figures: Iterable[int]) -> Room:
    return Room(name, tuple(number(figure, lens.language) for figure in figures))


def _unheard(lens: Lens, one: Unheard) -> str | None:
    """Nothing found and not searched, each with its whole and never together (R8)."""
    if not one.pairs:
        return None
    counts = {
        "heard": one.heard,
        "nothing": one.found_nothing,
        "unsearched": one.not_searched,
        "all": one.pairs,
    }
    figures = {name: number(count, lens.language) for name, count in counts.items()}
    return lens.say("balance_unheard", followed=lens.count(one.followed, "organisation"), **figures)
