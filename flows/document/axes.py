"""The axis of time the bars stand on: what it spans, where a day lies, its marks.

Lengths in tenths of a millimetre, as in the drawing.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from html import escape
from typing import TYPE_CHECKING

from flows.document.wording import dates
from flows.record.periods import last_on

if TYPE_CHECKING:
    from flows.record.findings import Commitment

WIDTH, LABELS, WORDS = 1700, 460, 420  # whole, left column, right column at the least
TOP, FOOT = 52, 46  # above and below all rows
TICKS = (3, 6, 12, 24, 60, 120, 240, 600, 2400, 12000, 24000)  # months between two marks
APART = 150  # at least this far
YEAR = 12
GREY = "#767676"


@dataclass(frozen=True, slots=True)
class Axis:
    """The time a drawing covers, and how far it reaches to the right; the words stand beyond."""

    first: date
    last: date
    right: int

    def x(self, day: date) -> float:
        """Where the day stands, kept inside the drawing."""
        share = (day - self.first).days / max(1, (self.last - self.first).days)
        return round(LABELS + min(1.0, max(0.0, share)) * (self.right - LABELS), 1)


def spanning(as_of: date, chains: list[Commitment], right: int = WIDTH - WORDS) -> Axis:
    """From the quarter of the first day to some room after the last; the edition's day is always inside."""
    starts = [begun(chain) or as_of for chain in chains]
    ends = [last_on(chain.ends_on) for chain in chains if chain.ends_on]
    first = min([*starts, as_of])
    last = max([*ends, as_of])
    spare = max(30, (last - first).days // 8)
    end = date.fromordinal(min(date.max.toordinal(), last.toordinal() + spare))
    return Axis(_quarter(first), end, right)


def begun(chain: Commitment) -> date | None:
    """Where the bar begins: with the first row, whatever later rows restate."""
    first = chain.rows[0] if chain.rows else chain.head
    day = first.starts_on or first.announced_on
    return day.first if day else None


def _quarter(day: date) -> date:
    return date(day.year, (day.month - 1) // 3 * 3 + 1, 1)


def marks(axis: Axis, language: str, height: int) -> str:
    """Marks of the axis, as close as their labels allow: quarters, years, decades."""
    span = (axis.last - axis.first).days
    wide = axis.right - LABELS
    step = next((one for one in TICKS if one * 30.4 / span * wide >= APART), TICKS[-1])
    drawn: list[str] = []
    for month in range(axis.first.year * 12, axis.last.year * 12 + 12, step):
        day = date(month // 12, month % 12 + 1, 1)
        if axis.first <= day <= axis.last:
            short = dates.SHORT_MONTHS[language][day.month - 1]
            drawn.append(_mark(axis.x(day), f"{short} {day.year}" if step < YEAR else str(day.year), height))
    return "".join(drawn)


def _mark(x: float, words: str, height: int) -> str:
    return (
        f'<path d="M{x} {TOP - 12} V{height - FOOT}" stroke="{GREY}" stroke-width="1.5" '
        f'stroke-dasharray="3 7"/><text x="{x + 5}" y="{TOP - 18}" fill="{GREY}">{escape(words)}</text>'
    )
