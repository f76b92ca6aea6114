"""Both wordings of a scope that changed unannounced (R12), with their dates: our summary, then the quote."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flows.document.lens import capital
from flows.document.quotations import quotation
from flows.document.values import Run
from flows.document.wording.sentences import MARKS

if TYPE_CHECKING:
    from flows.document.lens import Lens
    from flows.document.values import Line
    from flows.record.facts import Announcement
    from flows.record.findings import Commitment


def compared(lens: Lens, chain: Commitment) -> list[Line]:
    """The two rows of each unannounced change side by side, once however many dimensions changed."""
    pairs = dict.fromkeys((drift.was_id, drift.id) for drift in chain.drift)
    return [_side_by_side(lens, lens.announcements[was], lens.announcements[now]) for was, now in pairs]


def _side_by_side(lens: Lens, was: Announcement, now: Announcement) -> Line:
    return lens.line(
        "wordings",
        (was.id, now.id),
        was_on=capital(lens.on(was.announced_on)),
        was=_wording(lens, was),
        now_on=lens.on(now.announced_on),
        now=_wording(lens, now),
    )


def _wording(lens: Lens, row: Announcement) -> tuple[Run, ...]:
    """What we say of the row, then what it says itself: only the quote stands in quotation marks (R14)."""
    ours = lens.line("wording_ours", words=lens.text(row.summary)).runs
    quote = quotation(lens, row)
    if quote is None:
        return ours
    opening, closing = MARKS[lens.language]
    language = quote.language if quote.language != lens.language else None
    note = f" [{quote.note}]" if quote.note else ""
    words = (Run(opening), Run(quote.words, language), Run(closing + note))
    theirs = lens.line("wording_theirs", speaker=quote.speaker, quote=words).runs
    return lens.run_in((ours, theirs))
