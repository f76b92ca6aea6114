"""Section 2, core: what moved since the previous edition, in the world and in our file (R9)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from flows.document.changed import teller
from flows.document.lens import capital
from flows.record.editions import HEADINGS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from flows.document.changed import Teller
    from flows.document.lens import Lens
    from flows.document.values import Line
    from flows.record.editions import Change, Changes

FIRST = ("by_time", "withdrawn", "corrected", "found_late")
"""Headings whose changes the core tells one by one; what is new stands in the key points and bears a bar."""


@dataclass(frozen=True, slots=True)
class ChangedRow:
    """One change: its heading, whose row it is, its id, and what is told of it."""

    heading: str
    who: str
    ref: str | None  # its id; None where it goes by a name
    line: Line


@dataclass(frozen=True, slots=True)
class Changed:
    """The counts under each heading, and the first changes; of an id that is gone the masthead tells."""

    heading: str
    counts: str | None
    rows: tuple[ChangedRow, ...]
    more: str | None
    empty: str | None


def changed(lens: Lens, most: int, under: str | None) -> Changed:
    """What changed, `most` of it one by one; `under` is the heading of the whole in the full extent."""
    changes = lens.changes
    if changes is None:
        return Changed(lens.say("changed"), None, (), None, lens.say("changed_first"))
    telling = teller(changes, lens.language, lens.names)
    told = [one for one in changes.changes if one.substantive and one.heading in FIRST]
    told.sort(key=lambda one: FIRST.index(one.heading))
    return Changed(
        heading=since(lens, changes),
        counts=counted(lens, changes) if changes.any else None,
        rows=tuple(_row(lens, telling, one) for one in told[:most]),
        more=_more(lens, under) if changes.any else None,
        empty=None if changes.any else lens.say("changed_nothing"),
    )


def since(lens: Lens, changes: Changes) -> str:
    """The heading, which names the edition compared with."""
    before = changes.before
    return lens.say("changed_since", number=str(before.number or 1), date=lens.day(before.as_of))


def counted(lens: Lens, changes: Changes) -> str:
    """How many changes stand under each heading that has any, the editorial apart: "23 new, 1 by time"."""
    counts = {name: _of(changes.changes, name) for name in HEADINGS}
    form = sum(not one.substantive for one in changes.changes)
    parts = [lens.count(number, f"heading_{name}") for name, number in counts.items() if number]
    parts += [lens.count(form, "heading_editorial")] if form else []
    parts += [lens.count(len(changes.vanished), "heading_vanished")] if changes.vanished else []
    parts += [] if parts else [lens.count(len(changes.consequences), "heading_led")]
    return capital(", ".join(parts)) + "."


def _of(changes: Iterable[Change], heading: str) -> int:
    return sum(one.heading == heading and one.substantive for one in changes)


def alarms(telling: Teller) -> tuple[Line, ...]:
    """A sentence for each id that is gone, and whether it was renumbered (R9: asked, never assumed)."""
    return tuple(telling.vanished(one) for one in telling.changes.vanished)


def _row(lens: Lens, telling: Teller, change: Change) -> ChangedRow:
    return ChangedRow(
        heading=lens.say(f"heading_{change.heading}"),
        who=capital(telling.who(change)),
        ref=ref(change),
        line=telling.lines(change)[0],
    )


def ref(change: Change) -> str | None:
    """The id of its row; None for what goes by a name: a body, a limit."""
    return None if change.sheet in {"organisations", "settings"} else change.id


def _more(lens: Lens, under: str | None) -> str:
    """Where each change stands with what was before."""
    return lens.say("changed_more", section=under) if under else lens.say("changed_more_in_full")
