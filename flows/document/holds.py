"""What holds an edition back as a draft, in words; `Findings.holds` gives "code:subject"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flows.document import left_out
from flows.document.changed import teller
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
    gone = _gone(lens)
    reasons = [gone.get(hold) or reason(hold, lens.language) for hold in lens.findings.holds]
    return lens.line("draft_because", reasons=left_out.joined(lens, reasons, most or len(reasons)) + ".")


def _gone(lens: Lens) -> dict[str, str]:
    """Of each id that is gone (R9) the reason, with what its row was in the edition before."""
    if lens.changes is None:
        return {}
    telling = teller(lens.changes, lens.language, lens.names)
    return {
        f"vanished_id:{one.id}": lens.say("hold_vanished_id", subject=telling.known_as(one))
        for one in lens.changes.vanished
    }
