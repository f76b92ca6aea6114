"""Nouns with their number: "1 day left", "24 jours restants". French is singular below two."""

from __future__ import annotations

from flows.document.wording.dates import FIXED, number

NOUNS: dict[str, tuple[str, str, str, str]] = {
    "day": ("day", "days", "jour", "jours"),
    "day_left": ("day left", "days left", "jour restant", "jours restants"),
    "month": ("month", "months", "mois", "mois"),
    "year": ("year", "years", "an", "ans"),
    "commitment": ("commitment", "commitments", "engagement", "engagements"),
    "demand": ("demand", "demands", "demande", "demandes"),
    "question": ("open question", "open questions", "question ouverte", "questions ouvertes"),
    "row": ("row", "rows", "ligne", "lignes"),
    "statement": ("statement", "statements", "déclaration", "déclarations"),
    "passage": ("passage", "passages", "passage", "passages"),
    "problem": ("problem", "problems", "anomalie", "anomalies"),
}


def count_of(count: int, noun: str, language: str) -> str:
    """The number and its noun, joined so that they stay on one line.

    Raises:
        KeyError: no such noun.
    """
    one, many, un, plusieurs = NOUNS[noun]
    if language == "fr":
        return f"{number(count, language)}{FIXED}{un if abs(count) < 2 else plusieurs}"  # noqa: PLR2004
    return number(count, language) + FIXED + (one if count == 1 else many)
