"""Why an edition cannot be kept, or an earlier one not be used, and what to do; in both languages."""

from __future__ import annotations

import errno

# kind -> (English, French), with {folder} and {detail}.
SENTENCES = {
    "full": (
        "There is no room left on the disk that holds “{folder}”. Free some space, then build again.",
        "Il n’y a plus de place sur le disque qui contient «\u00a0{folder}\u00a0». "
        "Libérez de l’espace, puis relancez.",
    ),
    "read_only": (
        "Nothing may be written to “{folder}” from this account. "
        "Choose another folder: --outputs with onrecord, OUTPUTS with make.",
        "Ce compte ne peut rien écrire dans «\u00a0{folder}\u00a0». "
        "Choisissez un autre dossier\u00a0: --outputs avec onrecord, OUTPUTS avec make.",
    ),
    "not_a_folder": (
        "“{folder}” is a file where a folder is needed. "
        "Choose another folder: --outputs with onrecord, OUTPUTS with make.",
        "«\u00a0{folder}\u00a0» est un fichier là où il faut un dossier. "
        "Choisissez un autre dossier\u00a0: --outputs avec onrecord, OUTPUTS avec make.",
    ),
    "disk": (
        "The edition could not be written to “{folder}”: the disk says “{detail}”. "
        "Choose another folder: --outputs with onrecord, OUTPUTS with make.",
        "L’édition n’a pas pu être écrite dans «\u00a0{folder}\u00a0»\u00a0: le disque répond "
        "«\u00a0{detail}\u00a0». "
        "Choisissez un autre dossier\u00a0: --outputs avec onrecord, OUTPUTS avec make.",
    ),
    "not_an_edition": (
        "“{folder}” is not an edition: it holds no manifest.json that can be read. "
        "Choose a folder such as outputs/record/2020-06-15-01, or none.",
        "«\u00a0{folder}\u00a0» n’est pas une édition\u00a0: il n’y a pas de manifest.json lisible. "
        "Choisissez un dossier tel que outputs/record/2020-06-15-01, ou none.",
    ),
    "record_unreadable": (
        "“{folder}” holds no record.json that can be read, so nothing can be held against it. "
        "Choose another edition, or none.",
        "«\u00a0{folder}\u00a0» ne contient pas de record.json lisible\u00a0: "
        "aucune comparaison n’est possible. "
        "Choisissez une autre édition, ou none.",
    ),
    "leak": (
        "Nothing was kept: {folder} would have told what stands in {detail}, a cell that is kept from view. "
        "If everybody may read it, show that cell; if not, please report this, naming the cell alone.",
        "Rien n’a été conservé\u00a0: {folder} aurait livré le contenu de {detail}, une cellule qui n’est "
        "pas montrée. Si tout le monde peut le lire, affichez cette cellule\u00a0; sinon, merci de le "
        "signaler en n’indiquant que la cellule.",
    ),
    "not_searched": (
        "Nothing was kept: a part of the document holds more than {folder} million bytes, too many to be "
        "looked through for what must not leave. Take out what makes it so large, such as the logo.",
        "Rien n’a été conservé\u00a0: une partie du document dépasse {folder}\u00a0millions d’octets, trop "
        "pour y chercher ce qui ne doit pas sortir. Retirez ce qui l’alourdit, par exemple le logo.",
    ),
    "not_before": (
        "“{folder}” is of {detail}, which is not before the date of this edition. "
        "Choose an earlier one, or none.",
        "«\u00a0{folder}\u00a0» est du {detail}, qui ne précède pas la date de cette édition. "
        "Choisissez une édition antérieure, ou none.",
    ),
}
KINDS = {
    errno.ENOSPC: "full",
    errno.EDQUOT: "full",
    errno.EFBIG: "full",
    errno.EROFS: "read_only",
    errno.EACCES: "read_only",
    errno.EPERM: "read_only",
    errno.ENOTDIR: "not_a_folder",
    errno.EEXIST: "not_a_folder",
}


class CannotKeep(Exception):  # noqa: N818 - read aloud: the shelf cannot keep it
    """The edition cannot be kept, or the one before not be used; survives pickling."""

    def __init__(self, kind: str, folder: str, detail: str | None = None) -> None:
        """Refuse for a reason of that kind."""
        super().__init__(kind, folder, detail)
        self.kind = kind
        self.folder = folder
        self.detail = detail

    def __str__(self) -> str:
        """The sentence in English."""
        return self.sentence("en")

    def sentence(self, language: str) -> str:
        """What is in the way and what to do, in `language` ("en" or "fr")."""
        english, french = SENTENCES[self.kind]
        return (french if language == "fr" else english).format(folder=self.folder, detail=self.detail)


def of_disk(error: OSError, folder: str) -> CannotKeep:
    """What the disk's refusal means for the person who chose the folder."""
    return CannotKeep(KINDS.get(error.errno or 0, "disk"), folder, error.strerror)
