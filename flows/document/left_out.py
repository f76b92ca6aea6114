"""What a part has no room for, counted, with where it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flows.document.sections import HIDDEN

if TYPE_CHECKING:
    from flows.document.lens import Lens


def joined(lens: Lens, items: list[str], most: int) -> str:
    """The items with semicolons between; of more than `most` the first are given and the others counted."""
    given = items if len(items) <= most else items[: most - 1]
    others = [lens.say("more_names", count=lens.count(len(items) - len(given), "more_name"))]
    return lens.joined(given if given == items else given + others)


def sentence(lens: Lens, count: int, under: str | None) -> str | None:
    """How many are left out: under that heading, or (None) in the full edition; None when nothing is.

    Where the team hides the section they are counted all the same.
    """
    if count <= 0:
        return None
    left_out = lens.count(count, "more")
    if under is None:
        return lens.say("more_in_full", count=left_out)
    if under == HIDDEN:
        return lens.say("more_hidden", count=left_out)
    return lens.say("more_below", count=left_out, section=under)
