"""Every word written into the copy, in English and French: the tab, the list, the notes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from flows.workbook.reading.reasons import spaced

if TYPE_CHECKING:
    from collections.abc import Sequence

    from flows.workbook.problems import Problem, Severity

AUTHOR = "On Record"
TABS = {"en": "To fix", "fr": "À corriger"}
OUR_TAB = re.compile(r"(?:to fix|[àa]\u0300? corriger)(?: ?\(?\d+\)?)?\s*", re.IGNORECASE)
"""What the tab may be called, also where one of that name was there already, or it was copied."""

KINDS: dict[str, dict[Severity, str]] = {
    "en": {"error": "To put right", "warning": "To look at"},
    "fr": {"error": "À corriger", "warning": "À vérifier"},
}
HEADERS = {
    "en": ("No.", "Sheet", "Cell", "Kind", "What stands there", "What is wrong", "What to do", "Rule"),
    "fr": (
        "N°",
        "Feuille",
        "Cellule",
        "Nature",
        "Ce qui s’y trouve",
        "Ce qui ne va pas",
        "Que faire",
        "Règle",
    ),
}
WORDS = {
    "title": (
        "To fix: {errors} to put right, {doubts} to look at",
        "{errors} à corriger, {doubts} à vérifier",
    ),
    "nothing": ("nothing", "rien"),
    "how": (
        "Mend the cells, save, and have this file checked again: a cell that is mended loses its note "
        "and its colour. A row “to put right” is left out of the briefing until then.",
        "Corrigez les cellules, enregistrez, puis faites contrôler ce fichier à nouveau : une cellule "
        "corrigée perd son annotation et sa couleur. D’ici là, une ligne « à corriger » n’est pas publiée.",
    ),
    "remove": (
        "To take the colours away by hand: Conditional Formatting, Manage Rules, delete those that name "
        "On Record. This sheet may be deleted. Nothing else was changed.",
        "Pour ôter les couleurs à la main : Mise en forme conditionnelle, Gérer les règles, supprimer "
        "celles qui nomment On Record. Cette feuille peut être supprimée. Rien d’autre n’a été modifié.",
    ),
    "source": ("Made from {file}, SHA-256 {sha256}", "D’après {file}, SHA-256 {sha256}"),
    "more": (
        "{more} more: mend these first, then check again.",
        "{more} de plus : corrigez d’abord celles-ci, puis contrôlez à nouveau.",
    ),
    "page": ("Page &P of &N", "Page &P sur &N"),
    "opening": ("On Record: {kind}", "On Record : {kind}"),
    "closing": (
        "(This note goes with the next check once that is mended.)",
        "(Cette annotation disparaît au prochain contrôle, une fois la correction faite.)",
    ),
    "of_row": ("row {row}", "ligne {row}"),
    "of_sheet": ("all of it", "toute"),
    "row": ("The whole row: ", "Toute la ligne : "),
    "sheet": ("The whole sheet: ", "Toute la feuille : "),
    "also": (
        "{more} more on this cell: see the sheet “{tab}”.",
        "{more} de plus sur cette cellule : voir la feuille « {tab} ».",
    ),
}


def said(kind: str, language: str, /, **blanks: object) -> str:
    """The words of that kind, their blanks filled."""
    english, french = WORDS[kind]
    return (spaced(french) if language == "fr" else english).format(**blanks)


def title(problems: Sequence[Problem], language: str) -> str:
    """How many there are to put right, and to look at."""
    errors = sum(problem.severity == "error" for problem in problems)
    nothing = said("nothing", language)
    doubts = len(problems) - errors
    whole = said("title", language, errors=errors or nothing, doubts=doubts or nothing)
    return whole[:1].upper() + whole[1:]


def opening(severity: Severity, language: str) -> str:
    """The first line of a note."""
    kind = KINDS[language][severity]
    return said("opening", language, kind=kind[0].lower() + kind[1:])


OPENINGS = tuple(opening(severity, language) for language in TABS for severity in KINDS[language])
CLOSINGS = tuple(said("closing", language) for language in TABS)


def ours(note: str) -> bool:
    """Whether a note is one of ours as we left it: what somebody has written before or after it is not."""
    lines = note.replace("\r", "").strip("\n").split("\n")
    return lines[0] in OPENINGS and lines[-1] in CLOSINGS
