"""Columns of the team's own, printed as they are typed: the header, then what stands below it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from flows.document.lens import Lens
    from flows.document.values import Line
    from flows.record.facts import Announcement, Question, Reaction


def extras(lens: Lens, row: Announcement | Reaction | Question) -> tuple[Line, ...]:
    """One line for each such cell of the row."""
    return tuple(
        lens.line("extra", (row.id,), header=header, words=lens.typed(words)) for header, words in row.extras
    )
