"""Gifts and contracts between those who speak and those they speak about (R18), in words, without comment."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from flows.document.lens import Lens
    from flows.document.values import Line
    from flows.record.facts import Reaction
    from flows.record.findings import Tie


def of_statement(lens: Lens, row: Reaction) -> tuple[Line, ...]:
    """The ties of the one who speaks to those the statement is about, to stand beside the name."""
    about = {lens.announcements[one].organisation for one in row.about if one in lens.announcements}
    spoken_of = about | {row.target}
    ties = [tie for tie in lens.findings.ties if tie.actor == row.actor and tie.organisation in spoken_of]
    return tuple(_line(lens, tie, ()) for tie in ties)


def of_everybody(lens: Lens) -> tuple[Line, ...]:
    """Every tie once, with those on whose side it lies."""
    actors: dict[tuple[str, str, str], list[Tie]] = {}
    for tie in lens.findings.ties:
        actors.setdefault((tie.recipient, tie.organisation, tie.id), []).append(tie)
    return tuple(_line(lens, ties[0], [tie.actor for tie in ties]) for ties in actors.values())


def _line(lens: Lens, tie: Tie, actors: Iterable[str]) -> Line:
    """The tie, naming those the recipient is related to where others than itself spoke."""
    kin = [lens.name(one) for one in actors if one != tie.recipient]
    given = lens.announcements[tie.id].kind
    recipient = lens.name(tie.recipient)
    return lens.line(
        "tie_contract" if given == "contract" else "tie_donation",
        (tie.id,),
        recipient=lens.say("tie_kin", recipient=recipient, names=lens.listed(kin)) if kin else recipient,
        organisation=lens.name(tie.organisation),
    )
