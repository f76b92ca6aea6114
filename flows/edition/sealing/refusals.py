"""Why a PDF cannot be signed, closed or opened, and what to do; in both languages, no secret in either."""

from __future__ import annotations

# kind -> (English, French); {detail} is a day or a number, never anything of a key, a passphrase or a path.
SENTENCES = {
    "no_key_store": (
        "What was given to sign with is no PKCS#12 file (.p12 or .pfx). "
        "Name the file that holds the key and its certificate.",
        "Ce qui doit servir à signer n’est pas un fichier PKCS#12 (.p12 ou .pfx). "
        "Indiquez le fichier qui contient la clé et son certificat.",
    ),
    "passphrase": (
        "The passphrase does not open the signing key, or the key’s file is damaged. "
        "Type the passphrase again; if it is right, fetch the file anew.",
        "La phrase secrète n’ouvre pas la clé de signature, ou le fichier de la clé est abîmé. "
        "Saisissez-la de nouveau\u00a0; si elle est juste, procurez-vous le fichier une nouvelle fois.",
    ),
    "unknown_cipher": (
        "The signing key’s file is locked with a cipher this machine no longer opens. "
        "Export the key anew, with AES-256.",
        "Le fichier de la clé de signature est verrouillé par un chiffrement que cette machine n’ouvre plus. "
        "Exportez la clé de nouveau, avec AES-256.",
    ),
    "no_private_key": (
        "The signing key’s file holds no private key, so nothing can be signed with it. "
        "Export the certificate together with its key.",
        "Le fichier de la clé de signature ne contient pas de clé privée\u00a0: il ne permet pas de signer. "
        "Exportez le certificat avec sa clé.",
    ),
    "no_certificate": (
        "The signing key’s file holds no certificate of that key, so nobody could tell whose signature "
        "it is. Export the key together with its certificate.",
        "Le fichier de la clé de signature ne contient pas le certificat de cette clé\u00a0: "
        "personne ne saurait de qui vient la signature. Exportez la clé avec son certificat.",
    ),
    "unfit_key": (
        "The signing key is of a kind that is not used here. "
        "Use RSA of at least 2048 bits, or an elliptic curve: P-256, P-384 or P-521.",
        "La clé de signature est d’un genre qui ne sert pas ici. "
        "Prenez du RSA d’au moins 2048 bits, ou une courbe elliptique\u00a0: P-256, P-384 ou P-521.",
    ),
    "not_for_signing": (
        "The certificate of the signing key does not allow it to sign documents. "
        "Ask for one whose key usage names digital signature or non-repudiation.",
        "Le certificat de la clé de signature ne lui permet pas de signer des documents. "
        "Demandez-en un dont l’usage comprend la signature numérique ou la non-répudiation.",
    ),
    "expired": (
        "The certificate of the signing key ended on {detail}. Renew it, then sign.",
        "Le certificat de la clé de signature a expiré le {detail}. Renouvelez-le, puis signez.",
    ),
    "not_yet_valid": (
        "The certificate of the signing key only begins on {detail}. Wait until then, or check the clock.",
        "Le certificat de la clé de signature ne commence que le {detail}. "
        "Attendez ce jour, ou vérifiez l’horloge.",
    ),
    "no_document": (
        "This is no PDF that can be read. Build the edition again.",
        "Ce n’est pas un PDF lisible. Produisez l’édition de nouveau.",
    ),
    "signed_already": (
        "This PDF is signed already, and another signature would break the first. Sign the unsigned one.",
        "Ce PDF est déjà signé, et une autre signature romprait la première. Signez celui qui ne l’est pas.",
    ),
    "closed_already": (
        "This PDF has a password already. Take the one that has none.",
        "Ce PDF a déjà un mot de passe. Prenez celui qui n’en a pas.",
    ),
    "wrong_password": (
        "The password does not open this PDF. Type it again.",
        "Le mot de passe n’ouvre pas ce PDF. Saisissez-le de nouveau.",
    ),
    "no_password": (
        "An empty password closes nothing. Type one.",
        "Un mot de passe vide ne ferme rien. Saisissez-en un.",
    ),
    "long_password": (
        "The password is too long: a PDF takes no note of what is beyond {detail} bytes. Choose another.",
        "Le mot de passe est trop long\u00a0: au-delà de {detail} octets, un PDF n’en tient pas compte. "
        "Choisissez-en un plus court.",
    ),
    "unfit_password": (
        "The password has a character in it that not every program can type. Use letters, figures and signs.",
        "Le mot de passe contient un caractère que tous les logiciels ne savent pas saisir. "
        "Prenez des lettres, des chiffres et des signes.",
    ),
}


class CannotSeal(Exception):  # noqa: N818 - read aloud: the press cannot seal it
    """The PDF cannot be signed, closed or opened; survives pickling, and keeps no secret."""

    def __init__(self, kind: str, detail: str | None = None) -> None:
        """Refuse for a reason of that kind."""
        super().__init__(kind, detail)
        self.kind = kind
        self.detail = detail

    def __str__(self) -> str:
        """The sentence in English."""
        return self.sentence("en")

    def sentence(self, language: str) -> str:
        """What is in the way and what to do, in `language` ("en" or "fr")."""
        english, french = SENTENCES[self.kind]
        return (french if language == "fr" else english).format(detail=self.detail)
