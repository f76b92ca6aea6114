"""Section 2, full extent: every change under its heading, before and after, and why it counts (R9)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from flows.document import sections
from flows.document.changed import teller
from flows.document.lens import capital
from flows.document.named import asks, opened
from flows.document.parts.changes import alarms, ref, since
from flows.document.parts.tally import of_the_file, tally
from flows.document.values import Run
from flows.record.editions import HEADINGS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from flows.document.changed import Teller
    from flows.document.lens import Lens
    from flows.document.values import Line
    from flows.record.editions import Change, Changes, Consequence


@dataclass(frozen=True, slots=True)
class ChangeRow:
    """One change: whose row, its id, what was and what is, and what that led to."""

    who: tuple[Run, ...]
    id: str
    lines: tuple[Line, ...]
    ref: str | None  # its id; None where it goes by a name
    rests: tuple[str, ...]  # its id and those of what it led to
    anchor: str


@dataclass(frozen=True, slots=True)
class ChangeGroup:
    """The changes under one heading, which says what it means."""

    name: str
    means: str
    rows: tuple[ChangeRow, ...]


@dataclass(frozen=True, slots=True)
class ChangesFull:
    """Every change since the previous edition, or the sentence that says why there is none."""

    heading: str
    since: str | None
    counts: str | None
    alarm_heading: str
    alarm: tuple[Line, ...]
    headers: tuple[str, ...]
    groups: tuple[ChangeGroup, ...]
    none: str | None  # the headings nothing stands under, named all the same
    editorial_heading: str
    editorial: tuple[Line, ...]
    rules: str | None
    empty: str | None


def changes_full(lens: Lens) -> ChangesFull:
    """What changed, whole."""
    changes = lens.changes
    telling = teller(changes, lens.language, lens.names) if changes else None
    groups = tuple(_groups(lens, telling)) if telling else ()
    return ChangesFull(
        heading=sections.heading(lens, "changes"),
        since=since(lens, changes) if changes else None,
        counts=tally(lens, telling) if telling and telling.changes.any else None,
        alarm_heading=lens.say("heading_vanished"),
        alarm=alarms(telling) if telling else (),
        headers=(lens.say("col_row"), lens.say("col_what_changed")),
        groups=groups,
        none=_none(lens, groups) if telling and telling.changes.any else None,
        editorial_heading=lens.say("heading_editorial"),
        editorial=tuple(_editorial(lens, telling)) if telling else (),
        rules=_rules(lens, changes) if changes else None,
        empty=_empty(lens, changes),
    )


def _empty(lens: Lens, changes: Changes | None) -> str | None:
    if changes is None:
        return lens.say("changed_first")
    return None if changes.any else lens.say("changed_nothing")


def _none(lens: Lens, groups: Iterable[ChangeGroup]) -> str | None:
    """The headings of R9 under which nothing changed."""
    told = {one.name for one in groups}
    names = [name for heading in HEADINGS if (name := lens.say(f"heading_{heading}")) not in told]
    return lens.say("changed_none", headings=lens.joined(names)) if names else None


def _groups(lens: Lens, telling: Teller) -> Iterator[ChangeGroup]:
    """The substantive changes by heading; what a change led to stands beneath the first that did it."""
    left = list(telling.changes.consequences)
    weighty = [one for one in telling.changes.changes if one.substantive]
    for heading in HEADINGS:
        found = [one for one in weighty if one.heading == heading and not of_the_file(one)]
        if found:
            name, means = lens.say(f"heading_{heading}"), lens.say(f"means_{heading}")
            yield ChangeGroup(name, means, _rows(telling, found, heading, left))
    ours = [one for one in weighty if of_the_file(one)]
    if ours:
        name, means = lens.say("tally_file"), lens.say("means_file")
        yield ChangeGroup(name, means, _rows(telling, ours, "file", left))
    rest = tuple(_of_none(telling, one, f"changed-led-{number}") for number, one in enumerate(left, 1))
    if rest:
        yield ChangeGroup(lens.say("heading_led"), lens.say("means_led"), rest)


def _rows(
    telling: Teller, found: list[Change], heading: str, left: list[Consequence]
) -> tuple[ChangeRow, ...]:
    return tuple(
        _row(telling, one, _led(one, left), f"changed-{heading}-{number}")
        for number, one in enumerate(found, 1)
    )


def _led(change: Change, left: list[Consequence]) -> tuple[Consequence, ...]:
    """The results this change moved that no change before it is told with; taken from those left."""
    own = tuple(one for one in left if change.id in one.rows)
    left[:] = [one for one in left if one not in own]
    return own


def _row(telling: Teller, change: Change, led: Iterable[Consequence], anchor: str) -> ChangeRow:
    found = tuple(led)
    lines = (*telling.lines(change), *(telling.led(one) for one in found))
    rests = (change.id, *(one.id for one in found))
    return ChangeRow(opened(telling.who(change)), change.id, lines, ref(change), rests, anchor)


def _of_none(telling: Teller, one: Consequence, anchor: str) -> ChangeRow:
    rests = (one.id, *one.rows)
    return ChangeRow((Run(telling.whose(one)),), one.id, (telling.led(one),), one.id, rests, anchor)


def _editorial(lens: Lens, telling: Teller) -> Iterator[Line]:
    """One line a row whose form changed: which columns, by which rule."""
    for change in telling.changes.changes:
        if not change.substantive:
            yield _form(lens, telling, change)


def _form(lens: Lens, telling: Teller, change: Change) -> Line:
    who, columns = opened(telling.who(change)), telling.editorial(change)
    refs = tuple(filter(None, (ref(change),)))
    if change.sheet == "responses" and not change.columns and change.on is not None:
        organisation = telling.cells.name(change.target)
        return lens.line("change_searched", refs, who=who, organisation=organisation, on=lens.on(change.on))
    if asks(who):
        return lens.line("change_row_form_asked", refs, who=who, columns=capital(columns))
    return lens.line("change_row_form", refs, who=who, columns=columns)


def _rules(lens: Lens, changes: Changes) -> str | None:
    before, after = changes.before.rules, changes.after.rules
    return lens.say("changed_rules", before=before, after=after) if before != after else None
