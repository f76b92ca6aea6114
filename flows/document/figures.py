"""Pictures as SVG, drawn from the findings: same data, same picture.

Three tones only (black, grey #767676, white); every mark has a word beside it. Lengths in tenths of a
millimetre, as on the axis.
"""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from itertools import accumulate
from math import ceil
from typing import TYPE_CHECKING

from flows.document import axes, statuses
from flows.document.axes import FOOT, GREY, LABELS, TOP, WIDTH, WORDS
from flows.document.fitting.measure import MM_PER_POINT, Type, advance, printable
from flows.document.lens import capital
from flows.document.wording import dates
from flows.record.periods import last_on

if TYPE_CHECKING:
    from flows.document.axes import Axis
    from flows.document.lens import Lens
    from flows.record.facts import Announcement
    from flows.record.findings import Commitment

ROW, LATER, BAR = 54, 32, 26  # a row, what the ids below add, the bar itself
LABEL_WIDE = 440  # to cut names by
MOST_WORDS = 560  # at the right; the longest status with its days takes less
GAP, MARK = 20, 36  # before the words, and what a boxed glyph before them takes
PLAIN, STRONG = Type("Inter-Regular", 8.5), Type("Inter-SemiBold", 8.5)


@dataclass(frozen=True, slots=True)
class Figure:
    """A drawing, its title, and one sentence that says what it shows."""

    svg: str
    title: str
    alt: str


def bars(lens: Lens, chains: list[Commitment]) -> Figure:
    """Commitments over time, one row each: elapsed black, to come grey, expired crossed out."""
    axis = axes.spanning(lens.findings.as_of, chains, _right(lens, chains))
    tops = list(accumulate(map(_tall, chains), initial=TOP))
    height = tops[-1] + FOOT
    rows = "".join(_row(lens, axis, chain, top) for chain, top in zip(chains, tops, strict=False))
    drawn = f"{axes.marks(axis, lens.language, height)}{_today(lens, axis, height)}{rows}"
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" '
        f'width="{WIDTH / 10}mm" height="{height / 10}mm" font-family="Inter" font-size="30">'
        f"<defs>{HATCH}</defs>{drawn}</svg>"
    )
    return Figure(svg, lens.say("figure_title"), _alt(lens, chains))


HATCH = (
    '<pattern id="hatch" width="12" height="12" patternUnits="userSpaceOnUse">'
    '<path d="M0 12 L12 0" stroke="#000" stroke-width="2"/></pattern>'
)


def _tall(chain: Commitment) -> int:
    """The height of a row: more where ids stand below the bar."""
    return ROW + LATER if later(chain) else ROW


def later(chain: Commitment) -> list[Announcement]:
    """The dated rows after the first: each is a tick with its id."""
    return [row for row in chain.rows[1:] if row.announced_on is not None]


def _alt(lens: Lens, chains: list[Commitment]) -> str:
    return lens.say(
        "figure_alt",
        in_force=str(sum(chain.status in statuses.IN_FORCE for chain in chains)),
        expired=str(sum(chain.status == "expired_no_news" for chain in chains)),
        all=str(len(chains)),
        date=lens.day(lens.findings.as_of),
    )


def _today(lens: Lens, axis: Axis, height: int) -> str:
    x = axis.x(lens.findings.as_of)
    words = lens.say("as_of_short", date=dates.day(lens.findings.as_of, lens.language))
    return (
        f'<path d="M{x} {TOP - 10} V{height - FOOT + 8}" stroke="#000" stroke-width="4"/>'
        f'<text x="{x}" y="{height - 8}" text-anchor="middle" font-weight="600">{escape(words)}</text>'
    )


def _row(lens: Lens, axis: Axis, chain: Commitment, top: int) -> str:
    name = printable(capital(lens.name(chain.organisation)))  # as it will be drawn, to be measured
    label = f"{name}, {lens.kind(chain)}"
    label = label if _wide(label, PLAIN) <= LABEL_WIDE else name
    middle = top + ROW // 2
    return (
        f'<text x="0" y="{middle + 10}">{escape(_fit(label, PLAIN, LABEL_WIDE))}</text>'
        f"{_bar(lens, axis, chain, middle)}{_words(lens, axis, chain, middle)}"
    )


def _right(lens: Lens, chains: list[Commitment]) -> int:
    """Where the bars end: the longest words at the right stand whole."""
    longest = max((_wide(statuses.short(lens, one), STRONG) + _before(one) for one in chains), default=0)
    return WIDTH - min(MOST_WORDS, max(WORDS, ceil(longest)))


def _before(chain: Commitment) -> int:
    """What stands between the bars and the words of a row."""
    return GAP + MARK if "contested" in chain.flags else GAP


def _wide(words: str, style: Type) -> float:
    return advance(words, style) * MM_PER_POINT * 10


def _words(lens: Lens, axis: Axis, chain: Commitment, middle: int) -> str:
    """Status and days at the right; before them a boxed "!" where the commitment is contested."""
    box = _boxed("!", axis.right + GAP + 13, middle) if "contested" in chain.flags else ""
    x = axis.right + _before(chain)
    words = _fit(statuses.short(lens, chain), STRONG, WIDTH - x)
    return f'{box}<text x="{x}" y="{middle + 10}" font-weight="600">{escape(words)}</text>'


def _fit(words: str, style: Type, most: float) -> str:
    """The label, cut with an ellipsis where the column ends; the table beside it has it whole."""
    if _wide(words, style) <= most:
        return words
    kept = words
    while kept and _wide(f"{kept}…", style) > most:
        kept = kept[:-1]
    return kept.rstrip(" ,") + "…"


def _bar(lens: Lens, axis: Axis, chain: Commitment, middle: int) -> str:
    """The bar of one chain: what has elapsed, what is to come, and how it ends."""
    begun = axes.begun(chain)
    if begun is None:
        return f'<text x="{LABELS}" y="{middle + 10}">?</text>'
    as_of = lens.findings.as_of
    start, today = axis.x(begun), axis.x(as_of)
    end = axis.x(last_on(chain.ends_on)) if chain.ends_on else axis.x(axis.last)
    elapsed = _box(start, min(today, end), middle, "#000")
    if chain.status == "expired_no_news":
        hatched = _box(end, today, middle, "url(#hatch)")
        return elapsed + hatched + _boxed("✕", end, middle) + _ticks(axis, chain, middle)
    if chain.status in {"withdrawn", "ended"}:
        stop = axis.x(chain.head.announced_on.first) if chain.head.announced_on else today
        over = min(today, stop)
        return _box(start, over, middle, "#000") + _cap(over, middle, "#000") + _ticks(axis, chain, middle)
    return elapsed + _ticks(axis, chain, middle) + _to_come(chain, (max(start, today), end), middle)


def _to_come(chain: Commitment, span: tuple[float, float], middle: int) -> str:
    """What lies ahead: a grey bar with a cap, a diamond, a dashed or a dotted outline."""
    left, right = span
    match chain.status:
        case "in_force_until" | "not_yet":
            cap = "#000" if chain.end_basis == "stated" else "#fff"
            return _box(left, right, middle, GREY) + _cap(right, middle, cap)
        case "in_force_conditional" | "condition_met_no_news":
            return _outline(left, right - 24, middle, "none") + (
                f'<path d="M{right - 24} {middle} l18 -18 l18 18 l-18 18 z" fill="#fff" stroke="#000" '
                f'stroke-width="4"/>'
            )
        case "in_force_revocable":
            return _outline(left, right, middle, "14 10")
        case "in_force_permanent":
            return _box(left, right, middle, GREY)
        case _:
            return (
                _outline(left, right - 26, middle, "3 8")
                + f'<text x="{right - 18}" y="{middle + 11}">?</text>'
            )


def _ticks(axis: Axis, chain: Commitment, middle: int) -> str:
    """A white tick on the bar for each later row of the chain, its id below, clear of the axis' lines."""
    drawn, free = "", 0.0
    for row in later(chain):
        x = axis.x(row.announced_on.first) if row.announced_on else 0.0
        drawn += f'<path d="M{x} {middle - BAR // 2} v{BAR}" stroke="#fff" stroke-width="5"/>'
        wide = round(_wide(row.id, PLAIN), 1)
        left = max(x - wide / 2, free)  # ids too close together move apart
        drawn += (
            f'<rect x="{left}" y="{middle + 17}" width="{wide}" height="30" fill="#fff"/>'
            f'<text x="{left}" y="{middle + 44}" fill="{GREY}">{escape(row.id)}</text>'
        )
        free = left + wide + 12
    return drawn


def _boxed(glyph: str, x: float, middle: int) -> str:
    """A glyph in a white box of its own, so that it shows on a black bar as on white."""
    return (
        f'<rect x="{x - 13}" y="{middle - 16}" width="26" height="32" fill="#fff" stroke="#000" '
        f'stroke-width="3"/>'
        f'<text x="{x}" y="{middle + 10}" text-anchor="middle" font-weight="600">{glyph}</text>'
    )


def _box(left: float, right: float, middle: int, fill: str) -> str:
    """A stretch of the bar, filled; nothing where it has no length."""
    return _rect(left, right - left, middle, f'fill="{fill}" stroke-width="2"') if right > left else ""


def _outline(left: float, right: float, middle: int, dashes: str) -> str:
    """A stretch of the bar, drawn round in dashes; nothing where it has no length."""
    style = f'fill="#fff" stroke-width="3" stroke-dasharray="{dashes}"'
    return _rect(left, right - left, middle, style) if right > left else ""


def _cap(x: float, middle: int, fill: str) -> str:
    """The end of a bar: solid where its day is stated, hollow where it is computed."""
    return _rect(x - 6, 12, middle, f'fill="{fill}" stroke-width="3"', tall=40)


def _rect(x: float, wide: float, middle: int, style: str, *, tall: int = BAR) -> str:
    return (
        f'<rect x="{x}" y="{middle - tall // 2}" width="{round(wide, 1)}" height="{tall}" '
        f'stroke="#000" {style}/>'
    )
