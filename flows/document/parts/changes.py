"""Section 2, core: what moved since the previous edition, in the world and in our file (R9)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from flows.document import left_out
from flows.document.changed import teller
from flows.document.named import opened
from flows.document.parts.tally import of_the_file, tally
from flows.document.sections import HIDDEN

if TYPE_CHECKING:
    from flows.document.changed import Teller
    from flows.document.lens import Lens
    from flows.document.values import Line, Run
    from flows.record.editions import Change, Changes

FIRST = ("by_time", "withdrawn", "corrected", "found_late")
"""Headings whose changes the core tells one by one; what is new stands in the key points and bears a bar."""


@dataclass(frozen=True, slots=True)
class ChangedRow:
    """One change: its heading, whose row it is, its id, and what is told of it."""

    heading: str
    who: tuple[Run, ...]
    ref: str | None  # its id; None where it goes by a name
    line: Line


@dataclass(frozen=True, slots=True)
class Changed:
    """The counts under each heading, and the first changes; of an id that is gone the masthead tells."""

    heading: str
    counts: str | None
    details: str | None  # where all of them stand with what was before
    rows: tuple[ChangedRow, ...]
    more: str | None  # how many of these rows have no room
    empty: str | None


def changed(lens: Lens, most: int, named: int, under: str | None) -> Changed:
    """What changed, `most` of it one by one; `under` is the heading of the whole in the full extent.

    Where there is anything to tell one by one, the counts are brief to leave it room; where none of it has
    room, they name up to `named` rows of a heading.
    """
    changes = lens.changes
    if changes is None:
        return Changed(lens.say("changed"), None, None, (), None, lens.say("changed_first"))
    telling = teller(changes, lens.language, lens.names)
    told = [one for one in changes.changes if one.heading in FIRST and not of_the_file(one)]
    told.sort(key=lambda one: FIRST.index(one.heading))
    brief = (0 if most else named) if told else None
    return Changed(
        heading=since(lens, changes),
        counts=tally(lens, telling, brief) if changes.any else None,
        rows=tuple(_row(lens, telling, one) for one in told[:most]),
        details=_details(lens, under) if changes.any else None,
        more=left_out.sentence(lens, len(told) - most, under) if most else None,
        empty=None if changes.any else lens.say("changed_nothing"),
    )


def since(lens: Lens, changes: Changes) -> str:
    """The heading, which names the edition compared with."""
    before = changes.before
    return lens.say("changed_since", number=str(before.number or 1), date=lens.day(before.as_of))


def alarms(telling: Teller) -> tuple[Line, ...]:
    """A sentence for each id that is gone, and whether it was renumbered (R9: asked, never assumed)."""
    return tuple(telling.vanished(one) for one in telling.changes.vanished)


def _row(lens: Lens, telling: Teller, change: Change) -> ChangedRow:
    return ChangedRow(
        heading=lens.say(f"heading_{change.heading}"),
        who=opened(telling.who(change)),
        ref=ref(change),
        line=telling.lines(change)[0],
    )


def ref(change: Change) -> str | None:
    """The id of its row; None for what goes by a name: a body, a limit."""
    return None if change.sheet in {"organisations", "settings"} else change.id


def _details(lens: Lens, under: str | None) -> str:
    """Where each change stands with what was before."""
    if under == HIDDEN:
        return lens.say("changed_more_hidden")
    return lens.say("changed_more", section=under) if under else lens.say("changed_more_in_full")
