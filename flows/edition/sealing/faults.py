"""Why a signature does not hold, and where; in both languages."""

from __future__ import annotations

from dataclasses import dataclass

# kind -> (English, French), with {where}, a place counted in bytes from the beginning of the file.
SENTENCES = {
    "cut": (
        "The end of the file is missing: it breaks off at byte {where}.",
        "La fin du fichier manque\u00a0: il s’arrête à l’octet {where}.",
    ),
    "added": (
        "Something was added after the file was signed, from byte {where} on.",
        "Quelque chose a été ajouté au fichier après la signature, à partir de l’octet {where}.",
    ),
    "place": (
        "What the signature covers was changed: the figures at byte {where} do not fit the file.",
        "Ce que couvre la signature a été changé\u00a0: "
        "les chiffres à l’octet {where} ne correspondent pas au fichier.",
    ),
    "altered": (
        "The document was changed after it was signed, somewhere outside the signature at byte {where}.",
        "Le document a été changé après avoir été signé, "
        "quelque part hors de la signature, qui est à l’octet {where}.",
    ),
    "container": (
        "The signature itself was changed, at byte {where}.",
        "La signature elle-même a été changée, à l’octet {where}.",
    ),
    "forged": (
        "The signature at byte {where} was not made with the key of the certificate it shows.",
        "La signature, à l’octet {where}, n’a pas été faite avec la clé du certificat qu’elle montre.",
    ),
    "structure": (
        "The signature at byte {where} is whole, but the PDF does not present it as its own.",
        "La signature, à l’octet {where}, est intacte, mais le PDF ne la présente pas comme la sienne.",
    ),
}


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with a signature."""

    kind: str
    where: int  # bytes from the beginning of the file

    def sentence(self, language: str) -> str:
        """What was found, in `language` ("en" or "fr")."""
        english, french = SENTENCES[self.kind]
        return (french if language == "fr" else english).format(where=self.where)
