"""How much changed, by what it is: what happened, what was mended, what only our file holds (R9).

Counts alone, a kind of change each; the rows stand one by one in the full extent.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from flows.document.wording.sentences import COLON
from flows.record.editions import HEADINGS
from flows.record.staleness import fate

if TYPE_CHECKING:
    from flows.document.changed import Teller
    from flows.document.lens import Lens
    from flows.record.editions import Change

OF_THE_FILE = ("sources", "organisations")
"""Sheets whose new rows are no news of the world: the team added them to its file."""

HAPPENED = ("new", "found_late")
"""Headings of what happened in the world."""

KNOWN_SINCE = {
    "answer": "answer",
    "answer_twin": "answer",
    "answer_source": "answer",
    "status": "question_closed",
    "outcome": "coded",
    "outcome_evidence": "coded",
    "condition_met": "condition",
    "resolved_on": "allegation",
    "watch": "body_followed",
    "watch_from": "body_followed",
    "last_searched_on": "search",
}
"""What a cell that came to be known tells, by its column; of several the first in this order counts."""

OF_A_SHEET = {
    "announcements": "announcement",
    "responses": "coded",
    "questions": "question",
    "context": "background",
    "sources": "source",
    "organisations": "body",
}
"""What a row is counted as, by its sheet; a reaction is a demand or a statement."""


def of_the_file(change: Change) -> bool:
    """True for what happened in our file only: a source or a body added, a look that found the same."""
    came = change.heading in {"new", "found_late"}
    return not change.substantive or (came and change.sheet in OF_THE_FILE)


def tally(lens: Lens, telling: Teller, most: int | None = None) -> str:
    """The changes counted by kind, a sentence a heading: "New: 4 announcements, 2 demands. ...".

    With `most`, as the core has it, only what happened is told by kind, and of the rest how many there are;
    of up to `most` rows under a heading whose they are: what was told and holds no more has a name.
    """
    changes = telling.changes
    groups: dict[str, list[Change]] = {name: [] for name in (*HEADINGS, "file")}
    for one in changes.changes:
        groups["file" if of_the_file(one) else one.heading].append(one)
    told = [_told(lens, telling, name, most) for name in groups.items() if name[1]]
    if changes.vanished:
        gone = [one.id for one in changes.vanished]
        told.append(_sentence(lens, "vanished", _few(lens, gone, Counter({"row": len(gone)}), most)))
    if not told and changes.consequences:
        told.append(_sentence(lens, "led", _counted(lens, Counter({"finding": len(changes.consequences)}))))
    return " ".join(told)


def _told(lens: Lens, telling: Teller, group: tuple[str, list[Change]], most: int | None) -> str:
    """The sentence of one heading and what stands under it."""
    heading, found = group
    counts = Counter(_noun(telling, one) for one in found)
    if heading in HAPPENED:
        return _sentence(lens, heading, _counted(lens, counts))
    named = [telling.names.short(one) for one in found] if most and heading != "file" else []
    return _sentence(lens, heading, _few(lens, named, counts, most))


def _few(lens: Lens, named: list[str], counts: Counter[str], most: int | None) -> str:
    """The names where they are few, else the counts, in the core their sum."""
    if most is None:
        return _counted(lens, counts)
    apart = list(dict.fromkeys(named))
    return ", ".join(apart) if 0 < len(apart) <= most else str(counts.total())


def _counted(lens: Lens, counts: Counter[str]) -> str:
    return ", ".join(lens.count(number, f"tally_{noun}") for noun, number in counts.items())


def _sentence(lens: Lens, heading: str, told: str) -> str:
    return f"{lens.say(f'tally_{heading}')}{COLON[lens.language]}{told}."


def _noun(telling: Teller, change: Change) -> str:
    """What one change is counted as."""
    if not change.substantive:
        return "same" if all(one.because == "looked_again" for one in change.columns) else "form"
    if change.what in {"status", "outcome", "setting"}:
        return change.what
    row = telling.names.row(change)
    if change.what == "cells" and change.heading == "new":
        columns = {one.column for one in change.columns}
        noun = next((noun for name, noun in KNOWN_SINCE.items() if name in columns), "detail")
        return "answer_part" if noun == "answer" and fate(row) == "open" else noun
    if change.what == "row" and of_the_file(change):
        return _added(row)
    asks = getattr(row, "demand", None) is not None
    return OF_A_SHEET.get(change.sheet) or ("demand" if asks else "statement")


def _added(row: Any) -> str:  # noqa: ANN401 - a source or a body
    """What our file gained."""
    if not hasattr(row, "watch"):
        return "source_added"
    return "body_followed" if row.watch else "body_added"
