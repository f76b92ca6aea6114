"""The key a PDF is signed with, as a block."""

from __future__ import annotations

import base64
import binascii
from pathlib import Path, PureWindowsPath
from typing import ClassVar

from prefect.blocks.core import Block
from pydantic import HttpUrl, SecretStr, field_validator, model_validator

from flows.blocks.ours import DISCREET, asked, mark

SEQUENCE = b"\x30"  # what every PKCS#12 begins with


class SigningKey(Block):
    """What a PDF is signed with."""

    model_config = DISCREET
    _block_type_name: ClassVar[str | None] = "Signing key (On Record)"
    _block_type_slug: ClassVar[str | None] = "on-record-signing-key"
    _logo_url: ClassVar[HttpUrl | None] = mark("signing-key")
    _description: ClassVar[str | None] = (
        "The key and certificate a PDF is signed with, as a PKCS#12 file (.p12 or .pfx). Name the "
        "file where it lies, or paste its content; either way it is never shown, logged or put beside a run."
    )
    _code_example: ClassVar[str | None] = """
    ```python
    from flows.blocks.signing_key import SigningKey

    content = SigningKey.load("newsroom").pkcs12()
    ```
    """

    file: str = asked(
        "File",
        "The whole path of the .p12 or .pfx file on the machine that signs. Empty where its content is "
        "pasted below.",
        "",
    )
    content: SecretStr = asked(
        "Content",
        "In place of the file: its bytes in Base64, as `base64 key.p12` prints them. Kept encrypted, never "
        "shown again.",
        SecretStr(""),
    )
    passphrase: SecretStr = asked(
        "Passphrase", "What opens the file. Kept encrypted, never shown again.", SecretStr("")
    )

    @field_validator("file")
    @classmethod
    def is_a_whole_path(cls, typed: str) -> str:
        """The path, whole: a run's folder is nobody's own."""
        path = typed.strip()
        if path and not (Path(path).is_absolute() or PureWindowsPath(path).is_absolute()):
            raise ValueError(
                f"“{typed}” is not a whole path; type it from the root, like /etc/keys/team.p12."
            )
        return path

    @field_validator("content")
    @classmethod
    def is_a_key_store(cls, typed: SecretStr) -> SecretStr:
        """Base64 of what could be a PKCS#12 file; what was typed is not repeated."""
        if typed.get_secret_value().strip() and not decoded(typed).startswith(SEQUENCE):
            raise ValueError("The content is no PKCS#12 file in Base64; paste what `base64 key.p12` prints.")
        return typed

    @model_validator(mode="after")
    def has_one_of_both(self) -> SigningKey:
        """The same, with either a file or its content."""
        if bool(self.file) == bool(self.content.get_secret_value().strip()):
            raise ValueError("Name the file, or paste its content: one of the two.")
        return self

    def pkcs12(self) -> bytes:
        """The key store's bytes, still closed by its passphrase.

        Raises `OSError` where the file cannot be read.
        """
        return Path(self.file).read_bytes() if self.file else decoded(self.content)


def decoded(pasted: SecretStr) -> bytes:
    """The bytes meant by Base64, broken into lines or not; none where it is no Base64."""
    try:
        return base64.b64decode("".join(pasted.get_secret_value().split()), validate=True)
    except (binascii.Error, ValueError):
        return b""
