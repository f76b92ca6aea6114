"""What changed (R9) as `changes.json` holds it, and `onrecord diff --json` prints it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from flows.record.editions import HEADINGS
from flows.record.plain import plain

if TYPE_CHECKING:
    from flows.record.editions import Change, Changes, Consequence, Snapshot


def as_dict(changes: Changes) -> dict[str, Any]:
    """The comparison in JSON's own kinds; its lists keep the order of `changes.compare`."""
    return {
        "previous": _edition(changes.before),
        "as_of": plain(changes.after.as_of),
        "rules": changes.after.rules,
        "changes": [_change(one, TWINS[changes.after.record.language == "fr"]) for one in changes.changes],
        "consequences": [_consequence(one) for one in changes.consequences],
        "vanished": plain(changes.vanished),
        "counts": changes.counts,
        "counts_editorial": changes.counts_editorial,
        "counts_vanished": len(changes.vanished),
    }


def first(after: Snapshot) -> dict[str, Any]:
    """The same of an edition that has none before it: nothing is new against nothing."""
    return {
        "previous": None,
        "as_of": plain(after.as_of),
        "rules": after.rules,
        "changes": [],
        "consequences": [],
        "vanished": [],
        "counts": dict.fromkeys(HEADINGS, 0),
        "counts_editorial": dict.fromkeys(HEADINGS, 0),
        "counts_vanished": 0,
    }


SIDES = ("before", "after")
"""On which side a cell is null because it is not printed (R14), and not because it is blank."""


def _edition(one: Snapshot) -> dict[str, Any]:
    return {"edition": one.name, "number": one.number, "as_of": plain(one.as_of), "rules": one.rules}


TWINS = ("_fr", "_en")
"""How the column of the other language ends, in an English and in a French workbook (model 1.1)."""


def _change(one: Change, twin: str) -> dict[str, Any]:
    cells = [
        {
            "column": re.sub("_twin$", twin, cell.column),
            "before": plain(cell.before),
            "after": plain(cell.after),
            "withheld": [side for side, one in zip(SIDES, cell.withheld, strict=True) if one],
            "because": cell.because,
            "weight": _weight(substantive=cell.substantive),
        }
        for cell in one.columns
    ]
    told = {name: plain(getattr(one, name)) for name in ("heading", "sheet", "id", "what", "target", "on")}
    states = {"before": plain(one.before), "after": plain(one.after)}
    return told | states | {"columns": cells, "weight": _weight(substantive=one.substantive)}


def _weight(*, substantive: bool) -> str:
    return "substantive" if substantive else "editorial"


def _consequence(one: Consequence) -> dict[str, Any]:
    told: dict[str, Any] = plain(one)
    return told
