"""Which style sheets a part of a long briefing has besides those of its page."""

from __future__ import annotations

LINK = '<link rel="stylesheet" href="asset:css/{}.css">'
LAST = LINK.format("parts")


def styled(opening: str, *sheets: str, without: tuple[str, ...] = ()) -> str:
    """The opening of a page with these style sheets behind its own, and without some of its own."""
    for name in without:
        opening = opening.replace(f"{LINK.format(name)}\n", "")
    return opening.replace(LAST, "\n".join((LAST, *map(LINK.format, sheets))))
