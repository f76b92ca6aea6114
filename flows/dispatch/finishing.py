"""What is done to a file before it goes out: locked for a password, sealed where there is a key.

`ON_RECORD_SIGNING_KEY` names a PKCS#12 file, `ON_RECORD_SIGNING_PASSPHRASE_FILE` one with what opens it. In
Prefect's page the key is a block. Neither ever is a parameter, an option of a command, or in a log.
"""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from flows import settings
from flows.dispatch.servers import secret_in
from flows.spoken import Refusal

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

KEY, PASSPHRASE = "ON_RECORD_SIGNING_KEY", "ON_RECORD_SIGNING_PASSPHRASE_FILE"


@dataclass(frozen=True, slots=True)
class Key:
    """What a file is sealed with. Its `repr` gives none of it."""

    pkcs12: bytes = field(repr=False)
    passphrase: str = field(repr=False)


def named() -> Key | None:
    """The signing key named in the environment; None where none is.

    Raises `Refusal` where its file, or that of its passphrase, cannot be read.
    """
    file = os.environ.get(KEY, "")
    if not file:
        return None
    try:
        content = settings.at_home(file).read_bytes()
    except OSError:
        raise Refusal("key_file", variable=KEY) from None
    return Key(content, secret_in(PASSPHRASE))


def finished(key: Key | None, password: str, at: datetime) -> Callable[[bytes], bytes]:
    """What finishes a file. The seal comes last: whatever is done to a file afterwards breaks it.

    What it gives raises `CannotSeal` where the key or the password is not fit.
    """

    def done(content: bytes) -> bytes:
        from flows.edition.sealing import closing, signing  # noqa: PLC0415 - half a second, for who has a key

        whole = closing.encrypted(content, password) if password else content
        if key is None:
            return whole
        return signing.sign(whole, key.pkcs12, key.passphrase, at, password or None)

    return done if key or password else lambda content: content
