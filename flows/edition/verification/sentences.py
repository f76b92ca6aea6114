"""What is said of a file that was checked, English beside French, with blanks."""

from __future__ import annotations

from flows.document.wording.dates import of_both
from flows.edition.verification.where import PLACES

VERDICTS: dict[str, tuple[str, str]] = {
    # of one PDF, by why it is what it is
    "identical": (
        "{file}: identical. Drawn again from what lies in it, it is the same, byte for byte.",
        "{file} : identique. Refait à partir de ce qu’il contient, il est le même à l’octet près.",
    ),
    "altered": (
        "{file}: altered. It is not what follows from the data in it:",
        "{file} : modifié. Ce n’est pas ce qui découle des données qu’il contient :",
    ),
    "altered_or_other_versions": (
        "{file}: altered, or laid out otherwise by the versions that drew it, which are not those on this "
        "machine. Its bytes could not be compared; its words and its data are not the same:",
        "{file} : modifié, ou mis en page autrement par les versions qui l’ont produit, qui ne sont pas "
        "celles de cette machine. Ses octets n’ont pas pu être comparés ; ses mots et ses données "
        "diffèrent :",
    ),
    "claims_by_other_versions": (
        "{file}: altered, or made by other versions than those on this machine. It is what is drawn from "
        "what lies in it, byte for byte; but by the rules and the words here this does not follow from its "
        "rows:",
        "{file} : modifié, ou produit par d’autres versions que celles de cette machine. Il est, à l’octet "
        "près, ce que donnent les données qu’il contient ; mais, selon les règles et les mots d’ici, ceci ne "
        "découle pas de ses lignes :",
    ),
    "same_words": (
        "{file}: the same words and the same data, drawn by other versions than those on this machine. Its "
        "bytes could not be compared, so its looks and its links may have been changed.",
        "{file} : les mêmes mots et les mêmes données, mis en page par d’autres versions que celles de "
        "cette machine. Ses octets n’ont pas pu être comparés : son aspect et ses liens peuvent avoir été "
        "modifiés.",
    ),
    "same_words_encrypted": (
        "{file}: the same words and the same data. It is encrypted, so its bytes could not be compared, and "
        "its looks and its links may have been changed.",
        "{file} : les mêmes mots et les mêmes données. Il est chiffré : ses octets n’ont pas pu être "
        "comparés, son aspect et ses liens peuvent avoir été modifiés.",
    ),
    "signed": (
        "Signed by {signer}; nothing was touched since. Certificate, SHA-256: {fingerprint}. Compare it with "
        "the one the team has published, or give that with --signed-by.",
        "Signé par {signer} ; rien n’a été touché depuis. Certificat, SHA-256 : {fingerprint}. Comparez-le à "
        "celui que l’équipe a publié, ou indiquez ce dernier avec --signed-by.",
    ),
    "signed_expected": (
        "Signed by {signer} with the certificate expected; nothing was touched since.",
        "Signé par {signer} avec le certificat attendu ; rien n’a été touché depuis.",
    ),
    "not_signed": (
        "{file}: not ours. It bears no signature of ours, and one was expected.",
        "{file} n’est pas l’un des nôtres : il ne porte aucune signature de notre part, alors qu’une était "
        "attendue.",
    ),
    "other_signer": (
        "{file}: not ours. It is signed by {signer} with another certificate than the one expected; "
        "SHA-256: {fingerprint}.",
        "{file} n’est pas l’un des nôtres : il est signé par {signer} avec un autre certificat que celui "
        "attendu ; SHA-256 : {fingerprint}.",
    ),
    "no_pdf": (
        "{file}: not ours. It is no PDF that can be read.",
        "{file} n’est pas l’un des nôtres : ce n’est pas un PDF lisible.",
    ),
    "no_data": (
        "{file}: not ours. No data of an edition lies in this PDF.",
        "{file} n’est pas l’un des nôtres : ce PDF ne contient pas les données d’une édition.",
    ),
    "no_rebuild": (
        "{file}: not known to be ours. It holds a record, and nothing to draw it again from: it was made "
        "before editions carried that, or somebody took it out.",
        "{file} : rien ne dit qu’il est l’un des nôtres. Il contient des données, mais rien pour le "
        "refaire : il date d’avant que les éditions l’emportent, ou quelqu’un l’a retiré.",
    ),
    "foreign_data": (
        "{file}: not ours. The rebuild.json in it is none that this program writes.",
        "{file} n’est pas l’un des nôtres : le fichier rebuild.json qu’il contient n’est pas de ceux "
        "qu’écrit ce programme.",
    ),
    "other_format": (
        "{file} could not be checked: it says that other versions made it, and its data cannot be read by "
        "those on this machine.",
        "{file} n’a pas pu être vérifié : il dit avoir été produit par d’autres versions, et celles de cette "
        "machine ne savent pas lire ses données.",
    ),
    "locked": (
        "{file} is encrypted and needs its password: write that into a file, and type --password-file FILE.",
        "{file} est chiffré et demande son mot de passe : écrivez-le dans un fichier, puis tapez "
        "--password-file FICHIER.",
    ),
    "wrong_password": (
        "{file} is encrypted, and the password in the file does not open it.",
        "{file} est chiffré, et le mot de passe du fichier ne l’ouvre pas.",
    ),
    "too_large": (
        "{file} could not be checked: it is larger than {megabytes} MB, as no edition is.",
        "{file} n’a pas pu être vérifié : il dépasse {megabytes} Mo, ce qu’aucune édition ne fait.",
    ),
    "too_slow": (
        "{file} could not be checked within the {seconds} seconds granted to a file of its size.",
        "{file} n’a pas pu être vérifié dans les {seconds} secondes accordées à un fichier de cette taille.",
    ),
    "too_heavy": (
        "{file} could not be checked with the {megabytes} MB of memory granted to a file of its size, or "
        "with what this machine has left.",
        "{file} n’a pas pu être vérifié avec les {megabytes} Mo de mémoire accordés à un fichier de cette "
        "taille, ou avec ce qu’il en reste ici.",
    ),
    "crashed": (
        "{file} could not be checked: the process that looked into it broke down.",
        "{file} n’a pas pu être vérifié : le processus qui l’examinait s’est interrompu.",
    ),
    "no_pango": (
        "{file} could not be checked: pages cannot be laid out without Pango, which is missing here "
        "(“{why}”). Type make setup, which installs Pango or says how to.",
        "{file} n’a pas pu être vérifié : la mise en page est impossible sans Pango, qui manque ici "
        "(« {why} »). Tapez make setup : la commande l’installe ou dit comment faire.",
    ),
    "system": (
        "{file} could not be checked: the system says “{why}”.",
        "{file} n’a pas pu être vérifié : le système répond « {why} ».",
    ),
    "fault": (
        "{file} could not be checked: the program itself is at fault. Please report this line: {why}.",
        "{file} n’a pas pu être vérifié : le programme lui-même est en cause. Merci de signaler cette "
        "ligne : {why}.",
    ),
    "stopped_early": (
        "Stopped. {file} was not checked.",
        "Arrêté. {file} n’a pas été vérifié.",
    ),
    # of a folder
    "shelf_identical": (
        "{file}: identical. Every file is the one its manifest names, and each PDF what is drawn from it.",
        "{file} : identique. Chaque fichier est celui que nomme le manifeste, et chaque PDF est ce que "
        "donnent les données qu’il contient.",
    ),
    "shelf_altered": ("{file}: altered.", "{file} : modifié."),
    "shelf_same_words": (
        "{file}: every file is the one its manifest names; not each PDF could be compared byte for byte.",
        "{file} : chaque fichier est celui que nomme le manifeste ; tous les PDF n’ont pas pu être comparés "
        "à l’octet près.",
    ),
    "shelf_unchecked": (
        "{file}: every file is the one its manifest names; not each PDF could be checked.",
        "{file} : chaque fichier est celui que nomme le manifeste ; tous les PDF n’ont pas pu être vérifiés.",
    ),
    # beside either
    "version": (
        "Another version of {name}: {theirs} in the file, {ours} here.",
        "Une autre version ({name}) : {theirs} dans le fichier, {ours} ici.",
    ),
    "unsettled": (
        "Not recomputed, for it may rest on a row set aside and not printed: what is said of {ids}.",
        "Non recalculé, car une ligne mise de côté et non imprimée peut en décider : ce qui est dit de "
        "{ids}.",
    ),
}


def verdict(kind: str, language: str, /, **blanks: object) -> str:
    """What came of a file, in `language` ("en" or "fr")."""
    return of_both(VERDICTS[kind], language).format(**blanks)


def place(kind: str, language: str, /, **blanks: object) -> str:
    """One place where it is not what it should be, in that language."""
    return of_both(PLACES[kind], language).format(**blanks)
