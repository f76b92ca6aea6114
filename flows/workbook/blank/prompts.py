"""What Excel says beside the cell that is chosen: what goes there, from the schema's own help."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flows.workbook.reading.reasons import spaced
from flows.workbook.schema import LISTS

if TYPE_CHECKING:
    from flows.workbook.blank.plan import Plan, Slot
    from flows.workbook.schema import Column, Sheet

LONGEST_TITLE, LONGEST_TEXT = 32, 255
"""Characters Excel shows of a prompt; a file with more of them it takes for damaged."""

NEEDS = {
    "en": {"required": "Required.", "unlocks": "Unlocks a part of the briefing.",
           "recommended": "Recommended.", "optional": "Optional."},
    "fr": {"required": "Obligatoire.", "unlocks": "Débloque une partie de la note.",
           "recommended": "Recommandé.", "optional": "Facultatif."},
}  # fmt: skip
TWINS = {
    "en": "The same in French, if you have it. Left blank, the English is printed and marked [en].",
    "fr": "La même chose en anglais, si vous l’avez. Sinon, le français est imprimé, marqué [fr].",
}
BY_KIND = {
    "en": {
        "id": "The next free one stands in A2.",
        "day": "Type 2020-06-10. Only the month, quarter or year known: put an apostrophe first, '2020-06, "
        "'2020-Q2, '2020; else Excel makes a day of it.",
        "ids": "Several with ; between: A001; A002.",
        "names": "Several with ; between.",
        "organisations": "Several with ; between.",
        "choices": "Several with ; between.",
        "count": "A whole number.",
        "address": "Begins with https://",
    },
    "fr": {
        "id": "Le prochain libre est en A2.",
        "day": "Tapez 2020-06-10. Si l’on ne sait que le mois, le trimestre ou l’année, commencez par une "
        "apostrophe, '2020-06, '2020-T2, '2020 ; sinon Excel en fait un jour.",
        "ids": "Plusieurs séparés par ; : A001 ; A002.",
        "names": "Plusieurs séparés par ;",
        "organisations": "Plusieurs séparés par ;",
        "choices": "Plusieurs séparées par ;",
        "count": "Un nombre entier.",
        "address": "Commence par https://",
    },
}
SEVERAL = ("ids", "names", "organisations", "choices")
ONE_OF = {"en": "One of: {values}.", "fr": "Au choix : {values}."}
ANY_OF = {"en": "Any of: {values}.", "fr": "Parmi : {values}."}


def title(slot: Slot) -> str:
    """What stands over the prompt: the column's header."""
    return slot.title[:LONGEST_TITLE]


def cell(plan: Plan, slot: Slot) -> str:
    """What goes into a cell of that column; "" for a column of the team's own."""
    if slot.column is None:
        return ""
    if slot.twin:
        return fitting(TWINS[plan.language], help_of(slot.column, plan.language))
    return fitting(
        help_of(slot.column, plan.language),
        _by_kind(plan, slot.column),
        _values(slot.column, plan.language),
    )


def header(plan: Plan, slot: Slot) -> str:
    """What Excel says of the header itself: whether the column is needed, and what it is for."""
    if slot.column is None:
        return ""
    need = NEEDS[plan.language]["optional" if slot.twin else slot.column.need]
    return fitting(f"{need} {help_of(slot.column, plan.language)}", _values(slot.column, plan.language))


def help_of(what: Column | Sheet, language: str) -> str:
    """The schema's help for a column or a sheet, as its language is printed."""
    return printed(what.fr_help, language) if language == "fr" else what.en_help


def printed(words: str, language: str) -> str:
    """Words of the schema with the no-break spaces and the apostrophes that French has in print."""
    return spaced(words.replace("'", "’")) if language == "fr" else words


def fitting(*sentences: str) -> str:
    """As many of the sentences as Excel shows, each on its line; those that do not fit are left out."""
    text = ""
    for sentence in sentences:
        longer = f"{text}\n{sentence}".strip()
        if len(longer) <= LONGEST_TEXT:
            text = longer
    return text


def _by_kind(plan: Plan, column: Column) -> str:
    """What goes for every column of that kind, unless the schema's help has said it."""
    own = plan.key.name == column.name and plan.sheet.prefix
    said = column.kind in SEVERAL and ";" in help_of(column, plan.language)
    if said or (column.kind == "id" and not own):
        return ""
    sentence = BY_KIND[plan.language].get(column.kind, "")
    return spaced(sentence) if plan.language == "fr" else sentence


def _values(column: Column, language: str) -> str:
    choices = LISTS.get(column.choices or "", ())
    if not choices or column.choices == "setting":
        return ""
    pattern = (ANY_OF if column.kind == "choices" else ONE_OF)[language]
    labels = (one.fr if language == "fr" else one.code for one in choices)
    sentence = pattern.format(values=", ".join(labels))
    return spaced(sentence) if language == "fr" else sentence
