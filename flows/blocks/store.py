"""A place that editions are copied to, as a block: a folder, or whatever fsspec has a door to."""

from __future__ import annotations

import re
from pathlib import Path, PureWindowsPath
from typing import ClassVar
from urllib.parse import urlsplit

from prefect.blocks.core import Block
from prefect.types import SecretDict
from pydantic import HttpUrl, field_validator

from flows.blocks.ours import DISCREET, asked, mark

SCHEME = re.compile(r"[a-z][a-z0-9+.-]+(?:::[a-z][a-z0-9+.-]+)*://", re.IGNORECASE)


class Store(Block):
    """A place that editions are copied to."""

    model_config = DISCREET
    _block_type_name: ClassVar[str | None] = "Store (On Record)"
    _block_type_slug: ClassVar[str | None] = "on-record-store"
    _logo_url: ClassVar[HttpUrl | None] = mark("store")
    _description: ClassVar[str | None] = (
        "A place that editions are copied to. A folder, such as a shared drive, or an object "
        "store by its address, such as s3://bucket/briefings."
    )
    _code_example: ClassVar[str | None] = """
    ```python
    from flows.blocks.store import Store

    store = Store.load("archive")
    print(store.place)
    ```
    """

    place: str = asked(
        "Place",
        "A folder by its whole path, such as /srv/briefings, or an address that fsspec knows, such as "
        "s3://bucket/briefings. It is shown: no password in here.",
        min_length=1,
    )
    options: SecretDict = asked(
        "Options",
        'What opens the place, as JSON: {"key": "…", "secret": "…", "endpoint_url": "https://…"} for an '
        "object store. Empty for a folder. Kept encrypted, never shown again.",
        default_factory=lambda: SecretDict({}),
    )

    @field_validator("place")
    @classmethod
    def is_a_place(cls, typed: str) -> str:
        """A folder's whole path, or an address without a password in it; one with is not repeated."""
        place = typed.strip()
        if SCHEME.match(place):
            if "@" in urlsplit(place).netloc:
                raise ValueError(
                    "The address has a user or a password in it, and it is shown. Type them under Options."
                )
            return place
        if not (Path(place).is_absolute() or PureWindowsPath(place).is_absolute()):
            raise ValueError(
                f"“{typed}” is neither a folder’s whole path nor an address; type it like /srv/briefings or "
                "s3://bucket/briefings."
            )
        return place
