"""What changed between two editions, as plain lines for a terminal (R9)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flows.document.changed import teller
from flows.document.named import ended, opened
from flows.document.wording import dates

if TYPE_CHECKING:
    from collections.abc import Iterator

    from flows.document.changed import Teller
    from flows.record.editions import Change, Changes, Consequence


def lines(changes: Changes, language: str) -> Iterator[str]:
    """Everything that changed as plain lines: which editions, ids that are gone, then heading by heading."""
    telling = teller(changes, language)
    before, after = (
        telling.say("diff_edition", edition=one.name or "", date=dates.day(one.as_of, language))
        for one in (changes.before, changes.after)
    )
    yield telling.say("diff", before=before, after=after)
    yield from (line.words for line in map(telling.vanished, changes.vanished))
    for one in sorted(changes.changes, key=lambda change: not change.substantive):
        yield of_change(telling, one)
    for each in changes.consequences:
        yield of_consequence(telling, each)
    if not changes.any:
        yield telling.say("changed_nothing")


def of_change(telling: Teller, one: Change) -> str:
    """One change as a plain line: its heading, its row, what it was and is."""
    heading = telling.say(f"heading_{one.heading}" if one.substantive else "heading_form")
    told = " ".join(line.words for line in telling.lines(one))
    named = one.sheet in {"organisations", "settings"}  # they go by a name, and have no id
    line, own = ("diff_named", {}) if named else ("diff_line", {"id": one.id})
    return telling.say(line, heading=heading, who=ended(opened(telling.who(one))), told=told, **own)


def of_consequence(telling: Teller, one: Consequence) -> str:
    """What the change of a row led to, as a plain line."""
    return telling.say("diff_led", id=one.id, who=telling.whose(one), told=telling.led(one).words)
