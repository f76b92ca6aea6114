"""How much changed, by what it is: what happened, what was mended, what only our file holds (R9).

Counts alone, a kind of change each; the rows stand one by one in the full extent.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from flows.document.wording.sentences import COLON
from flows.record.editions import HEADINGS

if TYPE_CHECKING:
    from flows.document.lens import Lens
    from flows.record.editions import Change, Changes

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


def tally(lens: Lens, changes: Changes, *, brief: bool = False) -> str:
    """The changes counted by kind, a sentence a heading: "New: 4 announcements, 2 demands. ...".

    In brief only what happened is told by kind, and of the rest how many there are.
    """
    groups: dict[str, Counter[str]] = {name: Counter() for name in (*HEADINGS, "vanished", "file")}
    for one in changes.changes:
        groups["file" if of_the_file(one) else one.heading][_noun(changes, one)] += 1
    groups["vanished"] += Counter({"row": len(changes.vanished)})
    if not any(groups.values()):
        groups["led"] = Counter({"finding": len(changes.consequences)})
    return " ".join(
        _sentence(lens, name, counts, brief=brief and name not in HAPPENED)
        for name, counts in groups.items()
        if counts
    )


def _sentence(lens: Lens, heading: str, counts: Counter[str], *, brief: bool) -> str:
    each = ", ".join(lens.count(number, f"tally_{noun}") for noun, number in counts.items())
    told = str(counts.total()) if brief else each
    return f"{lens.say(f'tally_{heading}')}{COLON[lens.language]}{told}."


def _noun(changes: Changes, change: Change) -> str:
    """What one change is counted as."""
    if not change.substantive:
        return "same" if all(one.because == "looked_again" for one in change.columns) else "form"
    if change.what in {"status", "outcome", "setting"}:
        return change.what
    if change.what == "cells" and change.heading == "new":
        columns = {one.column for one in change.columns}
        return next((noun for name, noun in KNOWN_SINCE.items() if name in columns), "detail")
    if change.what == "row" and of_the_file(change):
        return _added(changes, change)
    return OF_A_SHEET.get(change.sheet) or _of_reaction(changes, change)


def _added(changes: Changes, change: Change) -> str:
    if change.sheet == "sources":
        return "source_added"
    bodies = {body.name: body for body in changes.after.record.organisations}
    return "body_followed" if bodies[change.id].watch else "body_added"


def _of_reaction(changes: Changes, change: Change) -> str:
    records = (changes.after.record, changes.before.record)
    rows = (row for record in records for row in record.reactions if row.id == change.id)
    row = next(rows, None)
    return "demand" if row is not None and row.demand is not None else "statement"
