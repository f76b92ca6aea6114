"""The sections of the full extent: which are printed, in what order, under which heading."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from flows.document.lens import Lens
    from flows.record.facts import Record

SECTIONS = {
    "changes": ("changes-full", "full_changed"),
    "commitments": ("commitments-full", "full_commitments"),
    "matrix": ("matrix", "full_matrix"),
    "demands": ("demands-full", "full_demands"),
    "reactions": ("reactions-full", "full_reactions"),
    "questions": ("questions-full", "full_questions"),
    "limits": ("limits-full", "full_limits"),
    "background": ("background", "background"),
    "chronology": ("chronology", "chronology"),
    "sources": ("sources", "sources"),
    "method": ("method", "method"),
}
"""Each section in its usual place: its anchor, and the words of its heading."""

ALWAYS = frozenset({"limits", "sources", "method"})
"""What trust in the rest hangs on: never hidden."""

HIDDEN = ""
"""Stands for the heading of a section that is not printed."""


def heading(lens: Lens, name: str) -> str:
    """The team's own heading for the section, or ours."""
    typed = lens.setting(f"section_{name}")
    return " ".join(typed.split(None)) if typed else lens.say(SECTIONS[name][1])


def shown(lens: Lens) -> tuple[str, ...]:
    """The sections printed: those the team puts first, then the others in their usual order."""
    first = [name for name in (lens.setting("order") or "").split(";") if name in SECTIONS]
    order = dict.fromkeys((*first, *SECTIONS))
    return tuple(name for name in order if name not in hidden(lens))


def hidden(lens: Lens) -> tuple[str, ...]:
    """The sections the team hides, in their usual order."""
    return hides(lens.findings.record)


def hides(record: Record) -> tuple[str, ...]:
    """The sections a workbook hides, in their usual order."""
    named = set(dict(record.settings).get("hide", "").split(";")) - ALWAYS
    return tuple(name for name in SECTIONS if name in named)


def under(lens: Lens, name: str, *, full: bool) -> str | None:
    """The heading under which the full extent has the rest; None in the core extent, HIDDEN where hidden."""
    if not full:
        return None
    return HIDDEN if name in hidden(lens) else heading(lens, name)


def notes(lens: Lens) -> tuple[str, ...]:
    """What the method says of sections that are hidden."""
    names = [heading(lens, name) for name in hidden(lens)]
    return (lens.say("sections_hidden", names=lens.joined(names)),) if names else ()
