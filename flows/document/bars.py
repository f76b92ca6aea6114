"""What is new or changed since the previous edition: what bears a bar in the margin, and the bar's word."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flows.document.tongues import heard
from flows.document.wording.sentences import say
from flows.record.editions import WITH_IDS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from flows.record.editions import Change, Changes
    from flows.record.results import Commitment

STANDING, ANSWER = "standing", "answer"
"""What stands before an id where not the row itself is meant, but what is computed of it."""


def words(changes: Changes | None, chains: Iterable[Commitment], language: str) -> dict[str, str]:
    """The word beside each bar, by the id of a row, or by "standing" or "answer" and an id."""
    if changes is None:
        return {}
    rows = _rows(changes, language)
    marks = {**rows, **_answers(changes, rows), **_standings(changes, chains, rows)}
    return {key: say(f"mark_{mark}", language) for key, mark in marks.items()}


def _rows(changes: Changes, language: str) -> dict[str, str]:
    """Rows that came are new, or were found late; rows of which a cell says something else are changed."""
    own = changes.after.record.language
    rows = {row.id: row for sheet in WITH_IDS for row in getattr(changes.after.record, sheet)}
    told = [
        one
        for one in changes.changes
        if one.substantive and one.sheet != "responses" and _of_row(one)
        if heard(one, rows.get(one.id), language, own)
    ]
    came = {one.id: one.heading for one in told if one.what == "row"}
    return dict.fromkeys((one.id for one in told), "changed") | came


def _of_row(one: Change) -> bool:
    return one.what in {"cells", "restored"} or (one.what == "row" and one.heading != "withdrawn")


def _answers(changes: Changes, rows: Mapping[str, str]) -> dict[str, str]:
    """What came of a demand: new with the demand, changed where its row, a response or its outcome did."""
    demands = [row.id for row in changes.after.record.reactions if row.demand is not None]
    moved = {*_moved(changes, "outcome")}
    marks = {one: rows.get(one, "changed" if one in moved else "") for one in demands}
    return {f"{ANSWER} {one}": mark for one, mark in marks.items() if mark}


def _standings(changes: Changes, chains: Iterable[Commitment], rows: Mapping[str, str]) -> dict[str, str]:
    """Where a commitment stands: new with its first row, changed where a row of it or its status did."""
    moved = {*_moved(changes, "status")}
    marks: dict[str, str] = {}
    for chain in chains:
        ids = [row.id for row in chain.rows]
        if any(one in rows for one in ids) or chain.chain in moved:
            mark = rows.get(chain.chain, "changed")
            marks |= {f"{STANDING} {one}": mark for one in ids}
    return marks


def _moved(changes: Changes, what: str) -> Iterator[str]:
    found: Iterable[Change] = changes.changes
    yield from (one.id for one in found if one.what == what)
    yield from (one.id for one in changes.consequences if one.what == what)
