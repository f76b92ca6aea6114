"""What holds an edition back as a draft, in words; `Findings.holds` gives "code:subject"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flows.document import left_out
from flows.document.wording.sentences import say
from flows.document.wording.words import WORDS, word

if TYPE_CHECKING:
    from flows.document.lens import Lens
    from flows.document.values import Line

MOST = 6  # reasons in the masthead; the limits of the full extent have all of them


def reason(hold: str, language: str) -> str:
    """One hold in words; a sheet is called as the language calls it."""
    code, _, subject = hold.partition(":")
    name = word("sheet", subject, language) if subject in WORDS["sheet"] else subject
    return say(f"hold_{code}", language, subject=name)


def because(lens: Lens, most: int | None = MOST) -> Line:
    """The line that says why this is a draft: its first reasons and a count, or (None) all of them."""
    reasons = [reason(hold, lens.language) for hold in lens.findings.holds]
    return lens.line("draft_because", reasons=left_out.joined(lens, reasons, most or len(reasons)) + ".")
