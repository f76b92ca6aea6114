"""What changed between two editions, as plain lines for a terminal (R9)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flows.document.changed import teller
from flows.document.named import ended, opened
from flows.document.wording import dates

if TYPE_CHECKING:
    from collections.abc import Iterator

    from flows.record.editions import Changes


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
        heading = telling.say(f"heading_{one.heading}" if one.substantive else "heading_form")
        told = " ".join(line.words for line in telling.lines(one))
        named = one.sheet in {"organisations", "settings"}  # they go by a name, and have no id
        line, own = ("diff_named", {}) if named else ("diff_line", {"id": one.id})
        yield telling.say(line, heading=heading, who=ended(opened(telling.who(one))), told=told, **own)
    for each in changes.consequences:
        yield telling.say("diff_led", id=each.id, who=telling.whose(each), told=telling.led(each).words)
    if not changes.any:
        yield telling.say("changed_nothing")
