"""The name and password the server asks for: where they come from, and whether somebody gave them.

`name:password` stands in PREFECT_SERVER_API_AUTH_STRING, or on the first line of a file (--auth-file or
ON_RECORD_AUTH_FILE). From there it reaches Prefect's server, its page and the runs through the environment of
these processes, never through a command line.
"""

from __future__ import annotations

import os
import stat
from base64 import b64decode
from binascii import Error as NotBase64
from hashlib import sha256
from hmac import compare_digest
from typing import TYPE_CHECKING

from flows import settings, terminal
from flows.spoken import Refusal, said

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from flows.serving.addresses import Place

SERVERS, CLIENTS = "PREFECT_SERVER_API_AUTH_STRING", "PREFECT_API_AUTH_STRING"
LONGEST = 4096  # bytes of the file that are looked at
READ_BY_OTHERS = stat.S_IRGRP | stat.S_IROTH


def found(file: Path | None = None) -> str | None:
    """The name and password to ask for, as `name:password`; None where there are none.

    Raises `Refusal` where what is there cannot serve, or environment and file differ.
    """
    kept = file or settings.auth_file()
    in_environment = checked(os.environ[SERVERS], SERVERS) if os.environ.get(SERVERS) else None
    in_file = checked(first_line(kept), str(kept)) if kept else None
    if in_environment and in_file and in_environment != in_file:
        raise Refusal("auth_differs", variable=SERVERS, file=kept)
    return in_environment or in_file


def first_line(file: Path) -> str:
    """The file's first line, with a warning where others on this machine can read it too.

    Raises `Refusal` where it cannot be read.
    """
    try:
        with file.open("rb") as opened:
            content = opened.read(LONGEST)
            mode = os.fstat(opened.fileno()).st_mode
    except (OSError, ValueError) as error:
        raise Refusal("auth_unreadable", file=file, why=getattr(error, "strerror", None) or error) from error
    if os.name == "posix" and stat.S_ISREG(mode) and mode & READ_BY_OTHERS:
        terminal.complain(said("auth_open", file=terminal.argument(file)))
    return content.decode("utf-8-sig", "replace").partition("\n")[0].strip()


def checked(words: str, where: str) -> str:
    """The same words, which are a name, a colon and a password.

    Raises `Refusal` where they are not, without repeating them.
    """
    if not words:
        raise Refusal("auth_empty", where=where)
    # Prefect cannot compare anything else: it would answer every question with an error.
    if not all(" " <= letter <= "~" for letter in words):
        raise Refusal("auth_letters", where=where)
    name, _, password = words.partition(":")
    if not name or not password:
        raise Refusal("auth_shape", where=where)
    return words


def demand(place: Place, auth: str | None) -> None:
    """Let nobody in from another machine without a name and password.

    Raises `Refusal` where none are asked for.
    """
    if place.elsewhere and not auth:
        raise Refusal("auth_lacking", host=place.elsewhere, variable=SERVERS)


def settle(auth: str | None) -> None:
    """Tell Prefect in this process, the server and the runs; an empty one would count as a password to it."""
    if auth:
        os.environ[SERVERS] = os.environ[CLIENTS] = auth
    else:
        os.environ.pop(SERVERS, None)


def to_give() -> str | None:
    """What a run from the terminal gives to a server that asks; also settled for Prefect in this process.

    Raises `Refusal` where what is there cannot serve.
    """
    settle(found())
    return os.environ.get(CLIENTS) or os.environ.pop(CLIENTS, None)


def are_given(headers: Sequence[str], auth: str) -> bool:
    """Whether the one Authorization header gives that name and password, compared in the same time always."""
    if len(headers) != 1:
        return False
    scheme, _, encoded = headers[0].partition(" ")
    try:
        given = b64decode(encoded.strip(), validate=True)
    except (NotBase64, ValueError):
        return False
    same = compare_digest(sha256(given).digest(), sha256(auth.encode()).digest())
    return same and scheme.lower() == "basic"
