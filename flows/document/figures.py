"""Pictures as SVG, drawn from the findings: same data, same picture.

Three tones only (black, grey #767676, white); every mark has a word beside it. Lengths are in
millimetres of the printed page; the view box counts tenths of a millimetre.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from html import escape
from typing import TYPE_CHECKING

from flows.document import statuses
from flows.document.wording import dates

if TYPE_CHECKING:
    from flows.document.lens import Lens
    from flows.record.findings import Commitment

WIDTH, LABELS, WORDS = 1740, 470, 430  # tenths of a millimetre: whole, left column, right column
ROW, TOP, FOOT = 54, 52, 46
LABEL_FITS, WORDS_FIT = 29, 28  # characters of each column
GREY = "#767676"
IN_FORCE = ("in_force_until", "in_force_conditional", "in_force_revocable", "in_force_permanent",
            "in_force_end_not_stated")  # fmt: skip


@dataclass(frozen=True, slots=True)
class Figure:
    """A drawing, its title, and one sentence that says what it shows."""

    svg: str
    title: str
    alt: str


@dataclass(frozen=True, slots=True)
class _Axis:
    first: date
    last: date

    def x(self, day: date) -> float:
        """Where the day stands, kept inside the drawing."""
        share = (day - self.first).days / max(1, (self.last - self.first).days)
        return round(LABELS + min(1.0, max(0.0, share)) * (WIDTH - LABELS - WORDS), 1)


def bars(lens: Lens, chains: list[Commitment]) -> Figure:
    """Commitments over time, one row each: elapsed black, to come grey, expired crossed out."""
    axis = _axis(lens, chains)
    height = TOP + ROW * len(chains) + FOOT
    rows = "".join(_row(lens, axis, chain, TOP + ROW * place) for place, chain in enumerate(chains))
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" '
        f'width="{WIDTH / 10}mm" height="{height / 10}mm" font-family="Inter" font-size="30">'
        f"<defs>{_HATCH}</defs>{_quarters(lens, axis, height)}{rows}{_today(lens, axis, height)}</svg>"
    )
    return Figure(svg, lens.say("figure_title"), _alt(lens, chains))


_HATCH = (
    '<pattern id="hatch" width="12" height="12" patternUnits="userSpaceOnUse">'
    '<path d="M0 12 L12 0" stroke="#000" stroke-width="2"/></pattern>'
)


def _alt(lens: Lens, chains: list[Commitment]) -> str:
    return lens.say(
        "figure_alt",
        in_force=str(sum(chain.status in IN_FORCE for chain in chains)),
        expired=str(sum(chain.status == "expired_no_news" for chain in chains)),
        all=str(len(chains)),
        date=lens.day(lens.findings.as_of),
    )


def _axis(lens: Lens, chains: list[Commitment]) -> _Axis:
    as_of = lens.findings.as_of
    starts = [_start(chain) or as_of for chain in chains]
    ends = [chain.ends_on.first for chain in chains if chain.ends_on]
    first = min([*starts, as_of])
    last = max([*ends, as_of])
    spare = max(30, (last - first).days // 8)
    return _Axis(_quarter(first), date.fromordinal(last.toordinal() + spare))


def _start(chain: Commitment) -> date | None:
    day = chain.starts_on or (chain.rows[0].announced_on if chain.rows else None)
    return day.first if day else None


def _quarter(day: date) -> date:
    return date(day.year, (day.month - 1) // 3 * 3 + 1, 1)


def _quarters(lens: Lens, axis: _Axis, height: int) -> str:
    """Tick marks: every quarter on a short axis, every year on a long one."""
    years = (axis.last - axis.first).days / 365
    step = 3 if years <= 2 else 12 if years <= 9 else 24  # noqa: PLR2004 - months between ticks
    drawn: list[str] = []
    day = axis.first if step == 3 else date(axis.first.year + 1, 1, 1)  # noqa: PLR2004
    while day <= axis.last:
        label = dates.day(day, lens.language).split("\u00a0")[-1] if step == 3 else str(day.year)  # noqa: PLR2004
        words = f"{dates.SHORT_MONTHS[lens.language][day.month - 1]} {day.year}" if step == 3 else label  # noqa: PLR2004
        x = axis.x(day)
        drawn.append(
            f'<path d="M{x} {TOP - 12} V{height - FOOT}" stroke="{GREY}" stroke-width="1.5" '
            f'stroke-dasharray="3 7"/><text x="{x + 5}" y="{TOP - 18}" fill="{GREY}">{escape(words)}</text>'
        )
        months = day.year * 12 + day.month - 1 + step
        day = date(months // 12, months % 12 + 1, 1)
    return "".join(drawn)


def _today(lens: Lens, axis: _Axis, height: int) -> str:
    x = axis.x(lens.findings.as_of)
    words = lens.say("as_of_short", date=dates.day(lens.findings.as_of, lens.language))
    return (
        f'<path d="M{x} {TOP - 10} V{height - FOOT + 8}" stroke="#000" stroke-width="4"/>'
        f'<text x="{x}" y="{height - 8}" text-anchor="middle" font-weight="600">{escape(words)}</text>'
    )


def _row(lens: Lens, axis: _Axis, chain: Commitment, top: int) -> str:
    name = lens.name(chain.organisation)
    label = f"{name}, {lens.kind(chain)}"
    label = label if len(label) <= LABEL_FITS else name
    words = statuses.short(lens, chain)
    middle = top + ROW // 2
    return (
        f'<text x="0" y="{middle + 10}">{escape(_fit(label, LABEL_FITS))}</text>'
        f"{_bar(lens, axis, chain, middle)}"
        f'<text x="{WIDTH - WORDS + 20}" y="{middle + 10}" font-weight="600">'
        f"{escape(_fit(words, WORDS_FIT))}</text>"
    )


def _fit(words: str, most: int) -> str:
    """The label, cut with an ellipsis where the column ends; the table beside it has it whole."""
    return words if len(words) <= most else words[: most - 1].rstrip(" ,") + "…"


def _bar(lens: Lens, axis: _Axis, chain: Commitment, middle: int) -> str:
    """The bar of one chain: what has elapsed, what is to come, and how it ends."""
    begun = _start(chain)
    if begun is None:
        return f'<text x="{LABELS}" y="{middle + 10}">?</text>'
    as_of = lens.findings.as_of
    start, today = axis.x(begun), axis.x(as_of)
    end = axis.x(chain.ends_on.first) if chain.ends_on else axis.x(axis.last)
    y, tall = middle - 13, 26
    elapsed = _box(start, min(today, end), y, tall, "#000")
    if chain.status == "expired_no_news":
        hatched = _box(end, today, y, tall, "url(#hatch)")
        return f'{elapsed}{hatched}<text x="{end - 12}" y="{middle + 12}" fill="#000">✕</text>'
    if chain.status in {"withdrawn", "ended"}:
        stop = axis.x(chain.head.announced_on.first) if chain.head.announced_on else today
        return _box(start, min(today, stop), y, tall, "#000") + _cap(min(today, stop), middle, "#000")
    return elapsed + _ticks(axis, chain, middle) + _to_come(chain, (max(start, today), end), middle)


def _to_come(chain: Commitment, span: tuple[float, float], middle: int) -> str:
    """What lies ahead: a grey bar with a cap, a diamond, a dashed or a dotted outline."""
    left, right = span
    y, tall = middle - 13, 26
    match chain.status:
        case "in_force_until" | "not_yet":
            cap = "#000" if chain.end_basis == "stated" else "#fff"
            return _box(left, right, y, tall, GREY) + _cap(right, middle, cap)
        case "in_force_conditional" | "condition_met_no_news":
            return _outline(left, right - 24, y, tall, "none") + (
                f'<path d="M{right - 24} {middle} l18 -18 l18 18 l-18 18 z" fill="#fff" stroke="#000" '
                f'stroke-width="4"/>'
            )
        case "in_force_revocable":
            return _outline(left, right, y, tall, "14 10")
        case "in_force_permanent":
            return _box(left, right, y, tall, GREY)
        case _:
            return (
                _outline(left, right - 26, y, tall, "3 8")
                + f'<text x="{right - 18}" y="{middle + 11}">?</text>'
            )


def _ticks(axis: _Axis, chain: Commitment, middle: int) -> str:
    """One white tick on the bar for each later row of the chain."""
    days = [row.announced_on.first for row in chain.rows[1:] if row.announced_on]
    return "".join(
        f'<path d="M{axis.x(day)} {middle - 13} v26" stroke="#fff" stroke-width="5"/>' for day in days
    )


def _box(left: float, right: float, y: float, tall: float, fill: str) -> str:
    if right <= left:
        return ""
    return (
        f'<rect x="{left}" y="{y}" width="{round(right - left, 1)}" height="{tall}" fill="{fill}" '
        f'stroke="#000" stroke-width="2"/>'
    )


def _outline(left: float, right: float, y: float, tall: float, dashes: str) -> str:
    if right <= left:
        return ""
    return (
        f'<rect x="{left}" y="{y}" width="{round(right - left, 1)}" height="{tall}" fill="#fff" '
        f'stroke="#000" stroke-width="3" stroke-dasharray="{dashes}"/>'
    )


def _cap(x: float, middle: int, fill: str) -> str:
    return (
        f'<rect x="{x - 6}" y="{middle - 20}" width="12" height="40" fill="{fill}" stroke="#000" '
        f'stroke-width="3"/>'
    )
