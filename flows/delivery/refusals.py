"""Why something cannot be sent, or not now, and what to do; in both languages."""

from __future__ import annotations

from flows.document.wording.dates import french

# kind -> (English, French), with the same blanks; `french` puts in the no-break spaces.
SENTENCES = {
    "no_lock": (
        "Nothing is sent: this system has no locks for the folder {folder}, so two senders could not be kept "
        "apart. Set ON_RECORD_LEDGER to a file on a disk of this machine, under Linux or macOS.",
        "Rien n’est envoyé : ce système n’offre pas de verrous pour le dossier {folder}, et deux envois ne "
        "pourraient être distingués. Indiquez dans ON_RECORD_LEDGER un fichier sur un disque de cette "
        "machine, sous Linux ou macOS.",
    ),
    "ledger": (
        "Nothing more is sent: the ledger {file} cannot be written to ({why}).",
        "Plus rien n’est envoyé : impossible d’écrire dans le registre {file} ({why}).",
    ),
    "ledger_damaged": (
        "Nothing is sent: the ledger {file} is damaged ({why}). Put back its last copy; without it nobody "
        "knows who has which edition.",
        "Rien n’est envoyé : le registre {file} est endommagé ({why}). Remettez-en la dernière copie ; sans "
        "lui, nul ne sait qui a reçu quelle édition.",
    ),
    "ledger_unsafe": (
        "Nothing is sent: the disk of the ledger {file} does not write as it has to (asked: {asked}; got: "
        "{got}). Set ON_RECORD_LEDGER to a file on another disk.",
        "Rien n’est envoyé : le disque du registre {file} n’écrit pas comme il le faut (demandé : {asked} ; "
        "obtenu : {got}). Indiquez dans ON_RECORD_LEDGER un fichier sur un autre disque.",
    ),
    "ledger_newer": (
        "Nothing is sent: a newer version of this software keeps the ledger {file}. Use that version.",
        "Rien n’est envoyé : le registre {file} est tenu par une version plus récente de ce logiciel. "
        "Utilisez cette version.",
    ),
    "changed": (
        "Nothing is sent: a file of {edition}, revision {revision}, is not the one that was planned or sent "
        "under it. What changed goes out as revision {next}: build the edition again.",
        "Rien n’est envoyé : un fichier de {edition}, révision {revision}, n’est plus celui qui a été prévu "
        "ou envoyé sous ce numéro. Ce qui a changé part en révision {next} : refaites l’édition.",
    ),
    "hour_earlier": (
        "Nothing is sent: this edition was promised not before {hour}. An hour can be put off, never brought "
        "forward; to send it sooner, build it again as revision {next}.",
        "Rien n’est envoyé : il était convenu que cette édition ne parte pas avant {hour}. Une heure se "
        "repousse, elle ne s’avance pas ; pour l’envoyer plus tôt, refaites-la en révision {next}.",
    ),
    "not_mine": (
        "Nothing more is sent: another process has taken this delivery over.",
        "Plus rien n’est envoyé : un autre processus a repris cet envoi.",
    ),
    "unreachable": (
        "The mail server {host} cannot be reached: {why}. What was not sent waits on the ledger; send again "
        "once it answers.",
        "Le serveur de messagerie {host} est injoignable : {why}. Ce qui n’est pas parti attend dans le "
        "registre ; relancez l’envoi quand il répondra.",
    ),
    "no_encryption": (
        "Nothing is sent: the mail server {host} offers no encryption. Everybody on the way could read the "
        "mail; only where that is meant, name this host as one that may be spoken to in the clear.",
        "Rien n’est envoyé : le serveur de messagerie {host} ne propose pas de chiffrement. Tout le monde en "
        "chemin pourrait lire le courriel ; si c’est voulu, désignez cet hôte comme pouvant être contacté en "
        "clair.",
    ),
    "draft": (
        "Nothing is sent: {edition} is a draft. Build it again once what holds it back is put right, or name "
        "it: --draft {edition}",
        "Rien n’est envoyé : {edition} est un projet. Refaites l’édition une fois levé ce qui la retient, ou "
        "nommez-la : --draft {edition}",
    ),
    "edition_damaged": (
        "Nothing is sent: the files of {edition} are not those its manifest names. Build the edition again.",
        "Rien n’est envoyé : les fichiers de {edition} ne sont pas ceux que désigne son manifeste. Refaites "
        "l’édition.",
    ),
    "edition_older": (
        "Nothing is sent: {edition} was made by an earlier version, without the words a mail needs "
        "(digest.json). Build the edition again.",
        "Rien n’est envoyé : {edition} provient d’une version antérieure et n’a pas les phrases que demande "
        "un courriel (digest.json). Refaites l’édition.",
    ),
    "file_gone": (
        "Nothing more is sent: the {file} frozen for {edition} is gone from the folder .issued, or was "
        "changed. Put it back from a copy of the folder outputs.",
        "Plus rien n’est envoyé : le {file} figé pour {edition} a disparu du dossier .issued, ou a été "
        "modifié. Remettez-le depuis une copie du dossier outputs.",
    ),
    "not_one_address": (
        "Nothing more is sent: what the ledger has as the recipient of {message_id} is not one address.",
        "Plus rien n’est envoyé : ce que le registre donne pour destinataire de {message_id} n’est pas une "
        "adresse, une seule.",
    ),
    "leak": (
        "Nothing is sent: {file} would tell what stands in {where} on the list of recipients, which is kept "
        "from everybody. If the page is to name that person, name them on it; if not, please report this, "
        "naming the cell alone.",
        "Rien n’est envoyé : {file} révélerait ce qui figure en {where} dans la liste des destinataires, qui "
        "n’est montrée à personne. Si la page doit nommer cette personne, nommez-la dans le dossier ; sinon, "
        "merci de le signaler en n’indiquant que la cellule.",
    ),
    "nobody": (
        "Nothing is sent: the list of recipients names nobody{whom}.",
        "Rien n’est envoyé : la liste des destinataires ne désigne personne{whom}.",
    ),
}


class CannotSend(Exception):  # noqa: N818 - read aloud: the outbox cannot send
    """Something cannot be sent; survives pickling."""

    def __init__(self, kind: str, **blanks: object) -> None:
        """Refuse for a reason of that kind."""
        super().__init__(kind)
        self.kind = kind
        self.blanks = {name: str(value) for name, value in blanks.items()}

    def __reduce__(self) -> tuple[object, ...]:
        """How it is made anew in another process."""
        return _made, (self.kind, self.blanks)

    def __str__(self) -> str:
        """The sentence in English."""
        return self.sentence("en")

    def sentence(self, language: str) -> str:
        """What is in the way and what to do, in `language` ("en" or "fr")."""
        english, translated = SENTENCES[self.kind]
        return (french(translated) if language == "fr" else english).format(**self.blanks)


def _made(kind: str, blanks: dict[str, object]) -> CannotSend:
    return CannotSend(kind, **blanks)
