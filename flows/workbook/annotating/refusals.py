"""Why a workbook cannot be given marks, said in either language; its list is then given as text."""

from __future__ import annotations

from flows.workbook.reading.reasons import spaced

SENTENCES = {
    "no_excel": (
        "Only an Excel Workbook (.xlsx or .xlsm) can bear marks, and “{file}” is none. Save it as one to "
        "have marks.",
        "Seul un classeur Excel (.xlsx ou .xlsm) peut porter des marques, et « {file} » n’en est pas un. "
        "Enregistrez-le comme Classeur Excel (.xlsx) pour en obtenir.",
    ),
    "signed": (
        "“{file}” is signed digitally, and any mark in it would break the signature.",
        "« {file} » porte une signature numérique, et toute marque la romprait.",
    ),
    "shared": (
        "“{file}” is shared in the old way of Excel, with a history of changes that no mark may be added to. "
        "Stop sharing it (Review, Unshare Workbook) to have marks.",
        "« {file} » est partagé à l’ancienne manière d’Excel, avec un historique des modifications auquel "
        "aucune marque ne peut être ajoutée. Cessez de le partager (Révision, Annuler le partage du "
        "classeur) pour obtenir des marques.",
    ),
    "crashed": (
        "Something in “{file}” is not as Excel writes it, and marks might damage it. Open it in "
        "Excel and save it again as Excel Workbook (.xlsx) to have marks.",
        "« {file} » contient quelque chose qu’Excel n’écrit pas ainsi, et des marques pourraient l’abîmer. "
        "Ouvrez-le dans Excel et enregistrez-le à nouveau comme Classeur Excel (.xlsx) pour obtenir des "
        "marques.",
    ),
    "changed": (
        "“{file}” was saved again while it was being checked. Check it once more to have marks.",
        "« {file} » a été enregistré à nouveau pendant le contrôle. Relancez-le pour obtenir des marques.",
    ),
    "gone": (
        "“{file}” can no longer be read where it was, so that it could be given no marks.",
        "« {file} » ne peut plus être lu là où il se trouvait ; aucune marque n’a pu y être mise.",
    ),
    "too_slow": (
        "“{file}” could not be given marks: it took too long.",
        "« {file} » n’a pas pu recevoir de marques : cela prenait trop de temps.",
    ),
    "too_heavy": (
        "“{file}” could not be given marks: it needs too much memory.",
        "« {file} » n’a pas pu recevoir de marques : il demande trop de mémoire.",
    ),
}


class CannotMark(Exception):  # noqa: N818 - read aloud, as its neighbours are
    """The workbook is fit to be read, but not to be given marks; `sentence` says why. Survives pickling.

    `kind` is a stable name such as "signed". What was stumbled over is the exception's cause.
    """

    def __init__(self, kind: str, file: str) -> None:
        """Refuse `file` for a reason of that kind."""
        super().__init__(kind, file)
        self.kind = kind
        self.file = file

    def __str__(self) -> str:
        """The sentence in English."""
        return self.sentence("en")

    def sentence(self, language: str) -> str:
        """Why there are no marks, and what to do where something can be, in `language` ("en" or "fr")."""
        english, french = SENTENCES[self.kind]
        return (spaced(french) if language == "fr" else english).format(file=self.file)
