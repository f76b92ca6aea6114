"""What Excel says when a cell is given what it does not take, in both languages. Data only."""

from __future__ import annotations

from flows.workbook.reading.reasons import spaced

# kind -> its title (32 characters at most) and text (225 at most, the longest that every Excel shows).
ENGLISH = {
    "list": (
        "Please choose from the list",
        "This column takes one of its list only: the arrow beside the cell shows it, and the sheet {lists} "
        "says "
        "what each means. Nothing was found? Leave the cell blank, or choose unspecified where it is "
        "offered.",
    ),
    "beside": (
        "Not on the list",
        "What you typed is not on the list of this column. It may stay, if it is meant: the check will say "
        "so "
        "where it cannot be used.",
    ),
    "id": (
        "An id is a letter and a number",
        "On this sheet ids are {prefix}001, {prefix}002 and so on, each on one row only and never used "
        "again. "
        "The next free one stands in cell A2.",
    ),
    "other_id": (
        "No row has that id",
        "Choose the id of a row that is already on the sheet {tab}. Type that row first if it is not there "
        "yet.",
    ),
    "organisation": (
        "A new organisation?",
        "This name is not on the sheet {tab}. Is it spelt as the others are? Keep it if it is right; put "
        "it on "
        "that sheet too, and it will be offered here.",
    ),
    "day": (
        "Not a full date",
        "If only the month, quarter or year is known, keep it as text with an apostrophe first: '2020-06, "
        "'2020-Q2, '2020. Otherwise type year-month-day: 10/06/2020 may be 10 June or 6 October.",
    ),
    "source": (
        "A source without an address?",
        "A web address (https://…) or the id of a row of the sheet {tab} (S001) can be checked by the "
        "reader; "
        "a bare name counts as incomplete. Keep it for now?",
    ),
    "address": (
        "Not a web address",
        "A web address begins with https:// or http://. Keep it all the same?",
    ),
    "count": ("A whole number", "Type a whole number of 0 or more, in figures, such as 90."),
    "header": (
        "This is a header",
        "The software finds each column by its header, so please leave it. Columns may be moved or left "
        "empty; "
        "columns of your own are welcome to the right of the last one.",
    ),
}
FRENCH = {
    "list": (
        "À choisir dans la liste",
        "Cette colonne ne prend qu’une valeur de sa liste : la flèche à côté de la cellule la montre, la "
        "feuille "
        "{lists} l’explique. Rien trouvé ? Laissez vide, ou choisissez non précisé s’il est proposé.",
    ),
    "beside": (
        "Hors de la liste",
        "Cette saisie n’est pas dans la liste de la colonne. Elle peut rester si elle est voulue : le "
        "contrôle "
        "dira où elle ne peut pas servir.",
    ),
    "id": (
        "Une lettre et un nombre",
        "Sur cette feuille, les identifiants sont {prefix}001, {prefix}002, etc., chacun sur une seule "
        "ligne et "
        "jamais réutilisé. Le prochain libre est en A2.",
    ),
    "other_id": (
        "Aucune ligne n’a cet identifiant",
        "Choisissez l’identifiant d’une ligne de la feuille {tab}. Si elle n’y est pas encore, saisissez-la "
        "d’abord.",
    ),
    "organisation": (
        "Une nouvelle organisation ?",
        "Ce nom n’est pas sur la feuille {tab}. S’écrit-il comme ailleurs ? Gardez-le s’il est juste ; "
        "ajoutez-le aussi sur cette feuille, et il sera proposé ici.",
    ),
    "day": (
        "Date incomplète",
        "Si l’on ne sait que le mois, le trimestre ou l’année, gardez-le en texte, apostrophe d’abord : "
        "'2020-06, "
        "'2020-T2, '2020. Sinon, année-mois-jour : 10/06/2020 peut être le 10 juin ou le 6 octobre.",
    ),
    "source": (
        "Une source sans adresse ?",
        "Une adresse web (https://…) ou l’identifiant d’une ligne de la feuille {tab} (S001) se vérifie ; "
        "un nom "
        "seul compte comme incomplet. Le garder pour l’instant ?",
    ),
    "address": (
        "Pas une adresse web",
        "Une adresse web commence par https:// ou http://. La garder quand même ?",
    ),
    "count": ("Un nombre entier", "Tapez un nombre entier, 0 ou plus, en chiffres : 90 par exemple."),
    "header": (
        "Ceci est un en-tête",
        "Le logiciel trouve chaque colonne par son en-tête : merci de le laisser. Une colonne peut être "
        "déplacée "
        "ou rester vide ; les vôtres sont bienvenues à droite de la dernière.",
    ),
}


def message(kind: str, language: str, **blanks: str) -> tuple[str, str]:
    """The title and the text of that kind, its blanks filled."""
    title, text = (FRENCH if language == "fr" else ENGLISH)[kind]
    filled = text.format(**blanks)
    return (spaced(title), spaced(filled)) if language == "fr" else (title, filled)
