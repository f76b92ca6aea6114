"""A demand on the commitment it criticises, the later row that may answer it, and what came of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.record.rows import ONE_YEAR, announced, answer, demanded, found, terms

if TYPE_CHECKING:
    from flows.record.facts import Announcement, Reaction
    from tests.record.rows import Cell

POLICE = terms(users="police", term="fixed", duration=ONE_YEAR)
CRITICISED = announced("A001", "2020-06-10", terms=POLICE)
CHECKED = "2020-09-01"
WIDER = terms(users="law_enforcement")


def asks(outcome: str | None = None, *evidence: str, on: str = "2020-06-10", **cells: Cell) -> Reaction:
    """A demand for all law enforcement, checked in September unless said otherwise."""
    sound: dict[str, Cell] = {"asks": WIDER, "outcome_checked_on": CHECKED}
    return demanded("R001.1", on, outcome=outcome, evidence=evidence, **(sound | cells))


def widened(on: str = "2020-07-01", users: str = "law_enforcement", **cells: Cell) -> Announcement:
    """The commitment made to reach all law enforcement, three weeks after the demand."""
    sound: dict[str, Cell] = {"previous_id": "A001", "relation": "widens", "terms": terms(users=users)}
    return announced("A002", on, **(sound | cells))


def outcome(*rows: object, as_of: str = "2020-10-01") -> tuple[str, str, tuple[str, ...]]:
    """What is printed, what is proposed, and what blocks the coded one."""
    one = answer(found(CRITICISED, *rows, as_of=as_of))
    return one.outcome, one.proposed, one.blocked
