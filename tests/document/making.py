"""Findings from a book built in code, and the finished document from findings."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from flows.document import compose, render
from flows.document.lens import Lens
from flows.record import findings
from tests import books

if TYPE_CHECKING:
    from pathlib import Path

    from flows.document import Extent
    from flows.record.editions import Changes
    from flows.record.facts import Record
    from flows.record.findings import Findings

FOUNDING = date(2020, 6, 15)
EDITION = compose.Edition(number=1, workbook="record.xlsx", sha256="0" * 64)


def found(folder: Path, book: books.Book) -> Findings:
    """What stands on the founding day, once the book has been a file in the folder."""
    return computed(books.cleaned(folder, book).record)


def computed(record: Record) -> Findings:
    """What stands of the record on the founding day."""
    return findings.compute(record, as_of=FOUNDING)


def lens(results: Findings, language: str) -> Lens:
    """The findings seen in that language."""
    return Lens(results, language)


def composed(results: Findings, language: str, since: Changes | None = None) -> compose.Briefing:
    """The briefing in its full extent, with what changed since an edition before."""
    return compose.briefing(results, language, edition=EDITION, changes=since)


def drawn(results: Findings, language: str, extent: Extent = "full") -> render.Rendered:
    """The finished document."""

    def with_slack(slack: float) -> compose.Briefing:
        return compose.briefing(results, language, edition=EDITION, extent=extent, slack=slack)

    return render.rendered(with_slack)
