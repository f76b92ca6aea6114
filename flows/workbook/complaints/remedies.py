"""What to do about a row or its id, as a part of a sentence, in either language."""

from __future__ import annotations

from flows.workbook.reading.reasons import spaced


def id_to_type(meant: str | None, free: str, language: str) -> str:
    """The id to type: the one that may have been meant, or else the next free one."""
    if meant is None or meant == free:
        return free
    if language == "fr":
        return f"{meant} si c’est ce que vous vouliez dire, sinon {free}"
    return f"{meant} if that is what you meant, otherwise {free}"


def header(expected: str, row: int, place: str, language: str) -> str:
    """How a column that is lacking comes to be: by its header, in that place if one there is meant for it."""
    if language == "fr":
        column = f"l’en-tête « {expected} » en ligne {row}, puis remplissez la colonne."
        there = f"Écrivez « {expected} » en {place} si c’est cette colonne ; sinon, ajoutez {column}"
        return spaced(there if place else f"Ajoutez {column}")
    column = f'"{expected}" as a header in row {row}, and fill the column.'
    there = f'Type "{expected}" in {place} if that is the column; if not, type {column}'
    return there if place else f"Type {column}"


def tab(expected: str, taken: str | None, language: str) -> str:
    """What is done with an unread sheet: it gets that name, or its rows go where the name is taken."""
    if language == "fr":
        return spaced(f"Mettez ses lignes sur « {taken} »" if taken else f"Renommez-la « {expected} »")
    return f'Move its rows to "{taken}"' if taken else f'Rename it "{expected}"'


def move(sheet: str | None, language: str) -> str:
    """Where a row goes whose id is of another sheet's kind; nothing where it is of none."""
    if sheet is None:
        return ""
    if language == "fr":
        return spaced(f" ; si la ligne relève de « {sheet} », déplacez-la sur cette feuille")
    return f'; if the row belongs on "{sheet}", move it there'


def that_cell(place: str, language: str) -> str:
    """A question whether an id is the one that is typed wrong in that cell."""
    if language == "fr":
        return spaced(f"S’agit-il de la ligne de {place} ? Corrigez alors l’identifiant là-bas. Sinon : ")
    return f"Is it the row of {place}? Then put its id right there. If not: "


def withdraw(column: str, language: str, *, there: bool, has_ids: bool) -> str:
    """How a row is taken out of use: with a reason in that column; without one, a row no id names may go."""
    if not there and not has_ids:
        return "supprimez cette ligne" if language == "fr" else "delete this row"
    if language == "fr":
        place = f"écrivez dans « {column} »" if there else f"ajoutez une colonne « {column} » et écrivez-y"
        return spaced(f"{place} pourquoi cette ligne est retirée")
    place = f'write in "{column}"' if there else f'add a column "{column}" and write there'
    return f"{place} why this row is withdrawn"


def instead(place: str, fix: str, language: str) -> str:
    """What to do about an error that was to be waved through; `place` and `fix` where it is known."""
    if language == "fr":
        what = f"{place} : {fix}" if place else "la cellule elle-même."
        return spaced(f"Supprimez cette ligne et corrigez {what}")
    return "Delete this row and put right " + (f"{place}: {fix}" if place else "the cell itself.")
