"""What is said of a file that is no .xlsx: what its reader cannot see, in pieces and whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flows.workbook.complaints.patterns import Complaint, warning
from flows.workbook.complaints.words import several
from flows.workbook.reading.reasons import spaced

if TYPE_CHECKING:
    from collections.abc import Iterable

RULES: dict[str, Complaint] = {
    "reader_cannot_see": warning(
        ("{ways}{what}, and its reader cannot see {unseen}.", "{way_out}"),
        ("{ways}{what} : à la lecture, on ne peut y voir ni {unseen}.", "{way_out}"),
    ),
}
WHAT = {
    "xls": ("This is a workbook of Excel 97-2003", "Ceci est un classeur Excel 97-2003"),
    "xlsb": ("This is an Excel Binary Workbook", "Ceci est un classeur Excel binaire"),
    "csv": ("These are CSV files, which keep nothing but words", "Le format CSV ne garde que les mots"),
}
UNSEEN = {
    "hidden": ("hidden rows and columns", "les lignes et colonnes masquées"),
    "struck": ("words struck through", "les mots barrés"),
    "partly_struck": ("single words struck through inside a cell", "les mots barrés au sein d’une cellule"),
    "links": ("links behind words", "les liens placés sous les mots"),
    "formula_links": ("where a HYPERLINK formula leads", "où mène une formule LIEN_HYPERTEXTE"),
    "formulas": ("formulas", "les formules"),
    "uncalculated": ("whether a formula was ever calculated", "si une formule a jamais été calculée"),
}
WAYS_OUT = {
    "csv": (
        "Look through them: what was hidden or struck through in the workbook they were saved from is read "
        "like the rest. To be sure, use that workbook itself, as Excel Workbook (.xlsx).",
        "Relisez-les : ce qui était masqué ou barré dans le classeur d’origine est lu comme le reste. Pour "
        "en être sûr, donnez ce classeur lui-même, comme Classeur Excel (.xlsx).",
    ),
    "other": (
        "If it holds any of these, open it in Excel and save it as Excel Workbook (.xlsx); otherwise nothing "
        "is to be done.",
        "S’il en contient, ouvrez-le dans Excel et enregistrez-le comme Classeur Excel (.xlsx) ; sinon, il "
        "n’y a rien à faire.",
    ),
}
MARKS = {
    ",": ("commas", "des virgules"),
    ";": ("semicolons", "des points-virgules"),
    "\t": ("tabs", "des tabulations"),
}


def details(
    kind: str, unseen: Iterable[str], ways: tuple[tuple[str, str, str], ...], language: str
) -> dict[str, str]:
    """What fills the rule's patterns for a file of that kind."""
    french = language == "fr"
    listed = [UNSEEN[each][french] for each in unseen]
    return {
        "what": WHAT[kind][french],
        "unseen": " ni ".join(listed) if french else _or(listed),
        "ways": "".join(f"{way} " for way in _ways(ways, language)),
        "way_out": spaced(WAYS_OUT.get(kind, WAYS_OUT["other"])[french])
        if french
        else WAYS_OUT.get(kind, WAYS_OUT["other"])[0],
    }


def _or(listed: list[str]) -> str:
    return ", ".join(listed[:-1]) + (" or " if listed[1:] else "") + listed[-1]


def _ways(ways: tuple[tuple[str, str, str], ...], language: str) -> list[str]:
    """How each CSV file was read, those read alike in one sentence."""
    alike: dict[tuple[str, str], list[str]] = {}
    for name, letters, mark in ways:
        alike.setdefault((letters, mark), []).append(name)
    return [_way(names, letters, mark, language) for (letters, mark), names in alike.items()]


def _way(names: list[str], letters: str, mark: str, language: str) -> str:
    french = language == "fr"
    parted = MARKS[mark][french] if mark in MARKS else (spaced(f"des « {mark} »") if french else f'"{mark}"')
    named = several(names, language)
    if french:
        were = "lus" if names[1:] else "lu"
        return spaced(f"{were.capitalize()} en {letters}, avec {parted} entre les colonnes : {named}.")
    return f"{named} {'were' if names[1:] else 'was'} read as {letters} with {parted} between columns."
