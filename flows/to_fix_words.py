"""What is said at the terminal of the copy that has the problems in it, English beside French. Data only."""

from __future__ import annotations

COPIES = {
    "copy_marked": (
        "The problems stand in {copy}, each at its cell. Mend them there or in the workbook, then check "
        "again.",
        "Les problèmes figurent dans {copy}, chacun à sa cellule. Corrigez-les là ou dans le classeur, puis "
        "contrôlez à nouveau.",
    ),
    "copy_cleared": (
        "Nothing is left to mend: {copy} is the workbook without the notes and colours of the last check.",
        "Il ne reste rien à corriger : {copy} est le classeur sans les annotations ni les couleurs du "
        "dernier contrôle.",
    ),
    "copy_same": (
        "Nothing is to be mended: {copy} is the workbook as it is.",
        "Il n’y a rien à corriger : {copy} est le classeur tel quel.",
    ),
    "copy_text": (
        "{why} The list is in {page} instead, as a page, and in {copy} as text.",
        "{why} La liste se trouve à la place dans {page}, sous forme de page, et dans {copy}, sous forme de "
        "texte.",
    ),
    "copy_ending": (
        "{copy} could not be opened in Excel under that name: the name of this copy has to end in {ending}.",
        "{copy} ne pourrait pas être ouvert dans Excel sous ce nom : le nom de cette copie doit se terminer "
        "par {ending}.",
    ),
    "copy_is_source": (
        "{copy} is the workbook itself, which is never written over. Give the copy another name.",
        "{copy} est le classeur lui-même, qui n’est jamais écrasé. Donnez un autre nom à la copie.",
    ),
    "copy_taken": (
        "{copy} is there already, and is no copy made here or has been worked on since: nothing was written. "
        "Choose another name.",
        "{copy} existe déjà, et n’est pas une copie faite ici ou a été modifié depuis : rien n’a été écrit. "
        "Choisissez un autre nom.",
    ),
}
