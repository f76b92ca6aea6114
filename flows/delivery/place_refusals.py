"""Why a copy cannot be put at a place, and what to do; in both languages.

What a driver says of a fault is never repeated: keys and passwords may stand in it.
"""

from __future__ import annotations

import errno

from flows.document.wording.dates import french

# kind -> (English, French), with {place} and {detail}; `french` puts in the no-break spaces.
SENTENCES = {
    "not_a_place": (
        "“{place}” is neither a folder’s whole path nor an address that copies can go to. Type it like "
        "/srv/briefings or s3://bucket/briefings.",
        "« {place} » n’est ni le chemin complet d’un dossier ni une adresse où déposer des copies. "
        "Écrivez par exemple /srv/briefings ou s3://bucket/briefings.",
    ),
    "secret_in_address": (
        "The address “{place}” has a user, a password or a question mark in it, and addresses are shown. "
        "Type what opens the place under its options.",
        "L’adresse « {place} » contient un utilisateur, un mot de passe ou un point d’interrogation, or les "
        "adresses sont affichées. Indiquez ce qui ouvre cet emplacement dans ses options.",
    ),
    "unguarded": (
        "“{place}”: an address of this kind cannot be asked to leave alone what stands there already. Mount "
        "it as a folder and give the folder’s path, or choose an s3:// address.",
        "« {place} » : une adresse de ce type ne permet pas d’exiger que ce qui s’y trouve déjà reste "
        "intact. Montez-la comme un dossier et donnez-en le chemin, ou choisissez une adresse s3://.",
    ),
    "driver": (
        "“{place}” needs the driver {detail}, which is not installed. Type: "
        '.venv/bin/python -m pip install ".[s3]"',
        "« {place} » a besoin du pilote {detail}, qui n’est pas installé. Tapez : "
        '.venv/bin/python -m pip install ".[s3]"',
    ),
    "options": (
        "The options of “{place}” are not ones that it takes. Look at their names and at what they hold; "
        "for s3:// these are key, secret and endpoint_url.",
        "Les options de « {place} » ne sont pas de celles qu’il accepte. Vérifiez leurs noms et leurs "
        "valeurs ; pour s3://, ce sont key, secret et endpoint_url.",
    ),
    "name": (
        "A file cannot be called “{detail}” at “{place}”: a name has folders and letters that every system "
        "takes, and never leads out of the place. Rename the workbook, then build again.",
        "Un fichier ne peut pas s’appeler « {detail} » dans « {place} » : un nom se compose de dossiers et "
        "de caractères admis par tous les systèmes, et ne mène jamais hors de l’emplacement. Renommez le "
        "classeur, puis relancez.",
    ),
    "no_place": (
        "There is no folder or bucket “{place}”. It is not made by itself, as a shared drive may merely not "
        "be mounted: mount it, or make it, then send again.",
        "Il n’y a ni dossier ni bucket « {place} ». Il n’est pas créé d’office, car il peut s’agir d’un "
        "lecteur partagé qui n’est pas monté : montez-le ou créez-le, puis relancez l’envoi.",
    ),
    "symlink": (
        "“{detail}” at “{place}” is a link that leads elsewhere, so nothing was put there. Replace it by a "
        "real folder, or remove it, then send again.",
        "« {detail} », dans « {place} », est un lien qui mène ailleurs : rien n’y a été déposé. Remplacez-le "
        "par un vrai dossier ou supprimez-le, puis relancez l’envoi.",
    ),
    "taken": (
        "Something else stands at “{place}” under the name “{detail}”. It was left as it is. Look at what "
        "it is and move it away, then send again.",
        "Autre chose se trouve dans « {place} » sous le nom « {detail} », et n’a pas été touché. Regardez "
        "ce que c’est et déplacez-le, puis relancez l’envoi.",
    ),
    "forbidden": (
        "This account may not read and write at “{place}”. Ask whoever looks after it for both (on S3 also "
        "to list), or look at the key under its options.",
        "Ce compte n’a pas le droit de lire et d’écrire dans « {place} ». Demandez ces deux droits (sur S3, "
        "celui de lister aussi) à qui en a la charge, ou vérifiez la clé dans ses options.",
    ),
    "full": (
        "There is no room left at “{place}”. Free some space, then send again.",
        "Il n’y a plus de place dans « {place} ». Libérez de l’espace, puis relancez l’envoi.",
    ),
    "offline": (
        "“{place}” does not answer. Look whether this machine is on line and the share is mounted, then send "
        "again: what is there by then is not put there twice.",
        "« {place} » ne répond pas. Vérifiez que cette machine est en ligne et que le partage est monté, "
        "puis relancez l’envoi : ce qui s’y trouve déjà n’est pas déposé deux fois.",
    ),
    "read_back": (
        "“{detail}” was written to “{place}”, but other bytes were read back. Pass this copy on to nobody: "
        "remove it, have the place looked at, then send again.",
        "« {detail} » a été écrit dans « {place} », mais la relecture a donné d’autres octets. Ne "
        "transmettez cette copie à personne : supprimez-la, faites vérifier l’emplacement, puis relancez "
        "l’envoi.",
    ),
    "vanished": (
        "“{detail}” was written to “{place}” and is not there. Have the place looked at, then send again.",
        "« {detail} » a été écrit dans « {place} » et ne s’y trouve pas. Faites vérifier l’emplacement, puis "
        "relancez l’envoi.",
    ),
    "not_yet": (
        "The list of editions at “{place}” was left as it was: “{detail}”, to which it would lead, is not "
        "there whole. Send that edition first.",
        "La liste des éditions de « {place} » n’a pas été modifiée : « {detail} », vers lequel elle "
        "mènerait, ne s’y trouve pas en entier. Envoyez d’abord cette édition.",
    ),
    "fault": (
        "Nothing could be put at “{place}”: its driver reports {detail}. Look at the address and the "
        "options, then send again.",
        "Rien n’a pu être déposé dans « {place} » : son pilote signale {detail}. Vérifiez l’adresse et les "
        "options, puis relancez l’envoi.",
    ),
}
ERRNOS = {
    **dict.fromkeys((errno.ENOSPC, errno.EDQUOT, errno.EFBIG), "full"),
    **dict.fromkeys((errno.EROFS, errno.EACCES, errno.EPERM), "forbidden"),
    **dict.fromkeys((errno.EEXIST, errno.EISDIR), "taken"),
    **dict.fromkeys((errno.ETIMEDOUT, errno.ECONNREFUSED, errno.ECONNRESET, errno.ECONNABORTED), "offline"),
    **dict.fromkeys((errno.ENETDOWN, errno.ENETUNREACH, errno.EHOSTUNREACH, errno.ENOTCONN), "offline"),
    **dict.fromkeys((errno.ESTALE, errno.EPIPE), "offline"),
    **dict.fromkeys((errno.EBUSY, getattr(errno, "EREMOTEIO", errno.EBUSY)), "offline"),  # S3's 503 and 500
    errno.ENOENT: "no_place",
    errno.ENOTDIR: "no_place",
    errno.ENAMETOOLONG: "name",
}
TYPES = (
    (FileNotFoundError, "no_place"),
    (PermissionError, "forbidden"),
    (IsADirectoryError, "taken"),
    (FileExistsError, "taken"),
    (ConnectionError, "offline"),
    (TimeoutError, "offline"),
    (TypeError, "options"),  # s3fs looks at some of them only once it asks the store
    (AttributeError, "options"),
)
"""Drivers raise them without a number, too."""
NAMES = {
    **dict.fromkeys(("EndpointConnectionError", "ConnectTimeoutError", "ReadTimeoutError"), "offline"),
    **dict.fromkeys(("ConnectionClosedError", "HTTPClientError", "ProxyConnectionError"), "offline"),
    **dict.fromkeys(("ClientConnectorError", "ClientConnectorDNSError", "gaierror"), "offline"),
    **dict.fromkeys(("NoCredentialsError", "PartialCredentialsError"), "forbidden"),
}
"""Faults of drivers that may not be installed, by their names."""


class CannotPut(Exception):  # noqa: N818 - read aloud: the place cannot take it
    """A copy cannot be put at a place; survives pickling."""

    def __init__(self, kind: str, place: str, detail: str = "") -> None:
        """Refuse for a reason of that kind; `place` as it may be shown."""
        super().__init__(kind, place, detail)
        self.kind = kind
        self.place = place
        self.detail = detail

    @property
    def passing(self) -> bool:
        """Whether the same may well succeed later, with nobody doing anything about it."""
        return self.kind == "offline"

    def __str__(self) -> str:
        """The sentence in English."""
        return self.sentence("en")

    def sentence(self, language: str) -> str:
        """What is in the way and what to do, in `language` ("en" or "fr")."""
        said = dict(zip(("en", "fr"), SENTENCES[self.kind], strict=True))
        pattern = french(said["fr"]) if language == "fr" else said["en"]
        return pattern.format(place=self.place, detail=self.detail)


def of(error: Exception, place: str, name: str) -> CannotPut:
    """What a fault of the disk or of a driver means for whoever chose the place; not in its own words."""
    kind = NAMES.get(type(error).__name__) or next((k for t, k in TYPES if isinstance(error, t)), None)
    if kind is None and isinstance(error, OSError):
        kind = ERRNOS.get(error.errno or 0)
    return CannotPut(kind or "fault", place, name if kind else type(error).__name__)
