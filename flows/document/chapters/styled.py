"""Which style sheets a part of a long briefing has besides those of its page."""

from __future__ import annotations

import re

LINK = '<link rel="stylesheet" href="asset:css/{}.css">'
LAST = LINK.format("parts")


TOLD = re.compile(
    r"<title>.*?</title>\n|<meta name=[^>]*>\n"
    r'| data-(?:title|edition|foot|of|draft|apart)="[^"]*"',
    re.DOTALL,
)
"""What a page says of its edition: its name, its days, what runs at its head and foot."""


def bare(opening: str) -> str:
    """The opening without anything of one edition, for a chapter that may stand in the next one too."""
    return TOLD.sub("", opening)


def styled(opening: str, *sheets: str, without: tuple[str, ...] = ()) -> str:
    """The opening of a page with these style sheets behind its own, and without some of its own."""
    for name in without:
        opening = opening.replace(f"{LINK.format(name)}\n", "")
    return opening.replace(LAST, "\n".join((LAST, *map(LINK.format, sheets))))
