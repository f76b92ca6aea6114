"""What a blank cell would unlock, and what to type there, in words; data first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flows.document.wording.dates import of_both
from flows.document.wording.sentences import SEMICOLON
from flows.mending.wording import both, say
from flows.workbook.cleaning.choices import allowed
from flows.workbook.schema import SHEETS

if TYPE_CHECKING:
    from flows.record.unlocks.values import Gain

MOST_NAMED = 6  # ids in one phrase
OTHERS = (" and {count} more", " et {count} autres")

# kind -> of one thing, then of several; each in English and in French. `ids` names them, `count` counts them.
PHRASES: dict[str, tuple[tuple[str, str], tuple[str, str]]] = {
    "row": (
        ("the row itself, set aside until then", "la ligne elle-même, mise de côté jusque-là"),
        (
            "the row itself and those that wait for it: {count} rows, set aside until then ({ids})",
            "la ligne elle-même et celles qui l’attendent : {count} lignes, mises de côté jusque-là ({ids})",
        ),
    ),
    "findings": (
        ("{ids} in the findings: without a source it is in none",
         "{ids} dans les constats, où rien n’entre sans source"),
        ("{count} rows in the findings: without a source they are in none ({ids})",
         "{count} lignes dans les constats, où rien n’entre sans source ({ids})"),
    ),
    "cell": (
        ("the matrix cell of {ids}", "la case de {ids} dans la matrice"),
        ("{count} matrix cells ({ids})", "{count} cases de la matrice ({ids})"),
    ),
    "searched": (
        ("the matrix cell of {ids}, which says “not checked”", "la case de {ids} dans la matrice, qui dit "
         "« non vérifié »"),
        ("{count} matrix cells that say “not checked” ({ids})",
         "{count} cases de la matrice, qui disent « non vérifié » ({ids})"),
    ),
    "status": (
        ("the status of {ids}", "le statut de {ids}"),
        ("the status of {count} commitments ({ids})", "le statut de {count} engagements ({ids})"),
    ),
    "compared": (
        ("one comparison of a commitment with a demand ({ids})",
         "une comparaison entre engagement et demande ({ids})"),
        ("{count} comparisons of a commitment with demands ({ids})",
         "{count} comparaisons entre engagement et demandes ({ids})"),
    ),
    "silence": (
        ("whether it has been silent on one commitment ({ids})",
         "son silence éventuel sur un engagement ({ids})"),
        ("whether it has been silent on {count} commitments ({ids})",
         "son silence éventuel sur {count} engagements ({ids})"),
    ),
    "confidence": (
        ("more confidence in one key point ({ids})", "plus de confiance dans un point essentiel ({ids})"),
        ("more confidence in {count} key points ({ids})",
         "plus de confiance dans {count} points essentiels ({ids})"),
    ),
    "quote": (
        ("the quotation of {ids}", "la citation de {ids}"),
        ("{count} quotations ({ids})", "{count} citations ({ids})"),
    ),
    "translated": (
        ("the quotation of {ids} in translation, in the other language’s edition",
         "la citation de {ids} en traduction, dans l’édition de l’autre langue"),
        ("{count} quotations in translation, in the other language’s edition ({ids})",
         "{count} citations en traduction, dans l’édition de l’autre langue ({ids})"),
    ),
    "condition": (
        ("the event {ids} waits for", "le fait qu’attend {ids}"),
        ("the events {count} commitments wait for ({ids})",
         "les faits qu’attendent {count} engagements ({ids})"),
    ),
    "scope": (
        ("how far {ids} reaches", "la portée de {ids}"),
        ("how far {count} commitments reach ({ids})", "la portée de {count} engagements ({ids})"),
    ),
    "test": (
        ("what would satisfy {ids}", "ce qui satisferait {ids}"),
        ("what would satisfy {count} demands ({ids})", "ce qui satisferait {count} demandes ({ids})"),
    ),
    "side": (
        ("the side {ids} takes, in the balance of voices", "le camp de {ids}, dans la balance des voix"),
        ("the side {count} statements take ({ids})", "le camp de {count} prises de position ({ids})"),
    ),
    "age": (
        ("how long {ids} has been open", "depuis quand {ids} est ouverte"),
        ("how long {count} questions have been open ({ids})",
         "depuis quand {count} questions sont ouvertes ({ids})"),
    ),
    "fresh": (
        ("{ids} without the mark that it is to be checked again", "{ids} sans la mention « à revérifier »"),
        ("{count} questions without the mark that they are to be checked again ({ids})",
         "{count} questions sans la mention « à revérifier » ({ids})"),
    ),
    "archive": (
        ("{ids} without the mark that it is not archived", "{ids} sans la mention « non archivé »"),
        ("{count} rows without the mark that they are not archived ({ids})",
         "{count} lignes sans la mention « non archivé » ({ids})"),
    ),
    "dated": (
        ("the date of {ids} in the background", "la date de {ids} dans le contexte"),
        ("{count} dates in the background ({ids})", "{count} dates dans le contexte ({ids})"),
    ),
    "reference": (
        ("the entry of {ids} in the list of sources", "la notice de {ids} dans la liste des sources"),
        ("{count} entries in the list of sources ({ids})", "{count} notices de la liste des sources ({ids})"),
    ),
    "twin": (
        ("{ids} in the other language, not in the original with a mark",
         "{ids} dans l’autre langue, et non en version originale signalée"),
        ("{count} texts in the other language ({ids})", "{count} textes dans l’autre langue ({ids})"),
    ),
}  # fmt: skip

COLUMNS = {sheet.name: {column.name: column for column in sheet.columns} for sheet in SHEETS}


def unlocked(gains: tuple[Gain, ...], language: str) -> str:
    """All that a cell would unlock, in one line: "the status of A003; 4 comparisons …"."""
    return SEMICOLON[language].join(phrase(gain, language) for gain in gains)


def phrase(gain: Gain, language: str) -> str:
    """What it would unlock of one kind."""
    one, several = PHRASES[gain.kind]
    count = len(gain.ids)
    shown = ", ".join(gain.ids[:MOST_NAMED])
    beyond = count - MOST_NAMED
    ids = shown + (both(OTHERS, language, count=beyond) if beyond > 0 else "")
    return both(one if count == 1 else several, language, ids=ids, count=count)


def to_type(sheet: str, column: str, language: str) -> str:
    """What is typed into that column: its help, and the values it takes."""
    known = COLUMNS[sheet].get(column)
    if known is None:  # a twin
        base, _, other = column.rpartition("_")
        return f"{help_of(sheet, base, language)} {say(f'twin_{other}', language)}"
    values = allowed(known.choices, language) if known.choices and known.kind in ("choice", "choices") else ""
    helped = help_of(sheet, column, language)
    return f"{helped} {say('values', language, values=values)}" if values else helped


def help_of(sheet: str, column: str, language: str) -> str:
    """The column's help."""
    known = COLUMNS[sheet][column]
    return of_both((known.en_help, known.fr_help), language)


def header_of(sheet: str, column: str, language: str) -> str:
    """The column's header as the model writes it in that language."""
    known = COLUMNS[sheet][column]
    return known.fr if language == "fr" else known.name
