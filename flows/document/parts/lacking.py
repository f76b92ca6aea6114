"""What the workbook does not have, and which section is therefore empty (model 1.7)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flows.document.wording.dates import french

if TYPE_CHECKING:
    from flows.document.lens import Lens

UNLOCKS: tuple[tuple[str, tuple[str, str], tuple[str, str]], ...] = (
    ("announcements", ("the sheet “announcements”", "la feuille « annonces »"),
     ("commitments and their status", "les engagements et leur statut")),
    ("reactions", ("the sheet “reactions”", "la feuille « réactions »"),
     ("demands, positions and quotes", "les demandes, les positions et les citations")),
    ("announcements.term", ("the column “term”", "la colonne « échéance »"),
     ("status, days left and bars", "statuts, délais et barres")),
    ("announcements.previous_id", ("the column “previous_id”", "la colonne « suite de »"),
     ("later stages of a commitment", "les suites d'un engagement")),
    ("reactions.demand", ("the columns “demand” and “target”",
                          "les colonnes « demande » et « destinataire »"),
     ("demands and what came of them", "les demandes et leurs suites")),
    ("reactions.stance", ("the column “stance”", "la colonne « position »"),
     ("positions by side", "les réactions par position")),
    ("announcements.users", ("the scope columns (users, activity, technology, territory)",
                             "les colonnes de périmètre (utilisateurs, activité, technologie, territoire)"),
     ("gaps between what was asked and announced", "les écarts entre demandé et annoncé")),
    ("announcements.verification", ("the column “verification”", "la colonne « vérification »"),
     ("confidence above low", "une confiance autre que faible")),
    ("announcements.quote", ("the quote columns", "les colonnes de citation"),
     ("quotes", "les citations")),
    ("questions", ("the sheet “questions”", "la feuille « questions »"),
     ("open questions", "les questions ouvertes")),
    ("organisations", ("the sheet “organisations”", "la feuille « organisations »"),
     ("who has not reacted", "qui n'a pas de réaction connue")),
    ("context", ("the sheet “context”", "la feuille « contexte »"), ("background", "le contexte")),
)  # fmt: skip


def sentences(lens: Lens) -> tuple[str, ...]:
    """One sentence naming everything that is missing and what it would unlock; none if complete."""
    absent = set(lens.findings.record.absent)
    column = 1 if lens.language == "fr" else 0
    parts = [f"{has[column]} ({gives[column]})" for name, has, gives in UNLOCKS if _first(name, absent)]
    if not parts:
        return ()
    joined = lens.joined(parts).replace("'", "’")
    return (lens.say("lacks", columns=french(joined) if column else joined),)


def _first(name: str, absent: set[str]) -> bool:
    """True for what is missing by itself: a column of a missing sheet goes without saying."""
    sheet, _, column = name.partition(".")
    return name in absent and not (column and sheet in absent)
