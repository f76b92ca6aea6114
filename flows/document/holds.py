"""What holds an edition back as a draft, in words; `Findings.holds` gives "code:subject"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flows.document.wording.dates import french
from flows.document.wording.words import WORDS

if TYPE_CHECKING:
    from flows.document.lens import Lens
    from flows.document.values import Line

HOLDS: dict[str, tuple[str, str]] = {
    "duplicate_id": ("two rows share the id {subject}", "deux lignes portent l'identifiant {subject}"),
    "blocked_outcome": (
        "the outcome coded for {subject} is not carried by its evidence",
        "la suite codée pour {subject} n'est pas portée par sa preuve",
    ),
    "missing_sheet": (
        "no sheet “{subject}” could be read in the workbook",
        "aucune feuille « {subject} » n'a pu être lue dans le classeur",
    ),
    "quote_without_speaker": (
        "the quote of {subject} lacks its speaker, role or source",
        "il manque à la citation de {subject} le locuteur, sa fonction ou la source",
    ),
}


def reason(hold: str, language: str) -> str:
    """One hold in words."""
    code, _, subject = hold.partition(":")
    english, francais = HOLDS[code]
    names = WORDS["sheet"].get(subject, (subject, subject))
    said = (french(francais), names[1]) if language == "fr" else (english, names[0])
    return said[0].replace("{subject}", said[1])


def because(lens: Lens) -> Line:
    """The masthead's line that says why this is a draft."""
    reasons = lens.joined([reason(hold, lens.language) for hold in lens.findings.holds])
    return lens.line("draft_because", reasons=reasons + ".")
