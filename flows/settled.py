"""What a team has decided of its check, in a sentence or two for the person at the terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flows import settings
from flows.spoken import said
from flows.workbook.complaints import words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from flows.workbook.clean import Cleaned


def lines(cleaned: Cleaned) -> Iterator[str]:
    """How much was decided, and which decisions fit nothing now; no line where there is none of it."""
    decided, unused = len(cleaned.decided), len(cleaned.unused)
    if decided:
        yield said("one_decided") if decided == 1 else said("some_decided", count=decided)
    if unused:
        first = [str(one.cell) for one in cleaned.unused[: words.MOST_NAMED]]
        places = words.some(first, unused, settings.language())
        one = unused == 1
        yield said("one_unused", places=places) if one else said("some_unused", count=unused, places=places)
