"""Why no new workbook was written, as a sentence in either language."""

from __future__ import annotations

from flows.workbook.reading.reasons import spaced

# kind -> (English, French), with {name} and {detail}; `spaced` puts in the no-break spaces.
SENTENCES = {
    "not_xlsx": (
        "“{name}” is not the name of an Excel Workbook. End it in .xlsx: {detail}.",
        "« {name} » n’est pas un nom de Classeur Excel. Terminez-le par .xlsx : {detail}.",
    ),
    "bad_name": (
        "“{name}” holds a character that Excel allows in no file name. Use letters, digits, spaces and "
        "hyphens.",
        "« {name} » contient un caractère qu’Excel n’admet dans aucun nom de fichier. Employez des "
        "lettres, des "
        "chiffres, des espaces et des traits d’union.",
    ),
    "exists": (
        "“{name}” is there already, and nothing is ever written over. Choose another name, or move that file "
        "away first.",
        "« {name} » existe déjà, et rien n’est jamais écrasé. Choisissez un autre nom, ou déplacez d’abord "
        "ce "
        "fichier.",
    ),
    "no_folder": (
        "“{name}” cannot be written: there is no folder {detail}. Make that folder first, or name another.",
        "« {name} » ne peut pas être écrit : le dossier {detail} n’existe pas. Créez-le d’abord, ou "
        "indiquez-en "
        "un autre.",
    ),
    "refused": (
        "“{name}” could not be written: the system answers “{detail}”. Choose a folder you may write to, "
        "with "
        "room on its disk.",
        "« {name} » n’a pas pu être écrit : le système répond « {detail} ». Choisissez un dossier où vous "
        "avez "
        "le droit d’écrire, sur un disque qui a de la place.",
    ),
    "other_language": (
        "“{name}” is written in {detail}, and its words would pass for those of another language. Leave out "
        "--language: the new workbook will be in {detail} too.",
        "« {name} » est en {detail}, et ses mots passeraient pour ceux d’une autre langue. Enlevez "
        "--language : "
        "le nouveau classeur sera lui aussi en {detail}.",
    ),
    "undecided": (
        "Nothing of “{name}” could be carried over: the headers on its sheet fit several sheets of the "
        "record ({detail}). Name the sheet after its rows, Announcements or Reactions; or, where rows of "
        "several kinds stand on it, say of each in a column “kind” what it is: announcement, reaction, "
        "question, source, context. Then try again.",
        "Rien de « {name} » n’a pu être repris : les en-têtes de sa feuille conviennent à plusieurs feuilles "
        "du dossier ({detail}). Donnez à la feuille le nom de ses lignes, Annonces ou Réactions ; ou, si des "
        "lignes de plusieurs sortes s’y trouvent, dites pour chacune dans une colonne « nature » ce qu’elle "
        "est : annonce, réaction, question, source, contexte. Puis réessayez.",
    ),
    "nothing_known": (
        "Nothing of “{name}” could be carried over: no sheet of it has a row of headers that are known here "
        "({detail}). Give the headers of its first row names from inputs/README.md, then try again.",
        "Rien de « {name} » n’a pu être repris : aucune de ses feuilles n’a de ligne d’en-têtes connus ici "
        "({detail}). Donnez aux en-têtes de sa première ligne des noms de inputs/README.md, puis réessayez.",
    ),
}
LANGUAGES = {"en": {"en": "English", "fr": "anglais"}, "fr": {"en": "French", "fr": "français"}}
"""Each language, in each language: where `detail` is one of them."""


class CannotWrite(Exception):  # noqa: N818 - read aloud: it cannot be written
    """No workbook was written; `sentence` says why and what to do. Survives pickling."""

    def __init__(self, kind: str, name: str, detail: str = "") -> None:
        """Refuse to write `name` for a reason of that kind."""
        super().__init__(kind, name, detail)
        self.kind = kind
        self.name = name
        self.detail = detail

    def __str__(self) -> str:
        """The sentence in English."""
        return self.sentence("en")

    def sentence(self, language: str) -> str:
        """Why not, in `language` ("en" or "fr")."""
        english, french = SENTENCES[self.kind]
        pattern = spaced(french) if language == "fr" else english
        known = LANGUAGES.get(self.detail, {}).get(language) if self.kind == "other_language" else None
        return pattern.format(name=self.name, detail=known or self.detail)
