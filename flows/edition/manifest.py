"""The manifest of an edition: what it holds, what it was made from, and with which versions.

No clock, no path and no machine's name goes into it, so the same inputs give the same bytes.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from flows.document.paper.versions import fingerprint as fingerprint  # noqa: PLC0414 - handed on, with the
from flows.document.paper.versions import versions as versions  # noqa: PLC0414 - manifest that they stand in
from flows.edition.refusals import CannotKeep
from flows.record.plain import json_text

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

NAME = "manifest.json"


@dataclass(frozen=True, slots=True)
class Asked:
    """What an edition was made from: with the versions, all that its bytes depend on."""

    workbook: str  # the file's name without its folder
    sha256: str
    number: int  # the edition's, counted from 1 along the chain of previous ones
    as_of: date
    next_on: date | None
    languages: tuple[str, ...]
    extent: str
    previous: str | None  # the previous edition's folder: "2020-06-15-01"
    logo: tuple[str, str] | None = None  # the name of the file beside the workbook, and its SHA-256


@dataclass(frozen=True, slots=True)
class Made:
    """How an edition came about, and what came of it."""

    asked: Asked
    release: str
    holds: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Kept:
    """An edition on the shelf, as its manifest tells."""

    folder: Path
    as_of: date
    number: int
    release: str
    holds: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()  # in the order asked for
    files: Mapping[str, str] = field(default_factory=dict, hash=False)  # their names, each with its SHA-256

    @property
    def name(self) -> str:
        """Its folder's name, which is how a later edition refers to it: "2020-06-15-01"."""
        return self.folder.resolve().name


def seal(made: Made, files: Mapping[str, bytes], templates: Path, engine: Mapping[str, str]) -> bytes:
    """The manifest of these files as canonical JSON: sorted keys, UTF-8, ISO dates.

    `engine` adds versions of what Python's own list of packages cannot tell, such as Pango's.
    """
    told = {
        **origin(made.asked),
        "files": {name: fingerprint(content) for name, content in files.items()},
        "holds": list(made.holds),
        "release": made.release,
        "versions": versions(templates, engine),
    }
    return json_text(told).encode()


def origin(asked: Asked) -> dict[str, object]:
    """What a manifest tells of how its edition came about: number, parameters, workbook, logo if any."""
    told: dict[str, object] = {
        "edition": asked.number,
        "parameters": {
            "as_of": asked.as_of.isoformat(),
            "extent": asked.extent,
            "languages": list(asked.languages),
            "next": asked.next_on.isoformat() if asked.next_on else None,
            "previous": asked.previous,
        },
        "workbook": {"name": asked.workbook, "sha256": asked.sha256},
    }
    logo = {"logo": dict(zip(("name", "sha256"), asked.logo, strict=True))} if asked.logo else {}
    return told | logo


def read(folder: Path) -> Kept:
    """The edition in a folder.

    Raises `CannotKeep` ("not_an_edition") when the folder has no manifest that can be read.
    """
    try:
        told = json.loads((folder / NAME).read_bytes())
        return Kept(
            folder=folder,
            as_of=date.fromisoformat(told["parameters"]["as_of"]),
            number=int(told["edition"]),
            release=str(told["release"]),
            holds=tuple(map(str, told.get("holds", ()))),
            languages=tuple(map(str, told["parameters"].get("languages", ()))),
            files={str(name): str(content) for name, content in told.get("files", {}).items()},
        )
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise CannotKeep("not_an_edition", str(folder)) from error


def is_final(folder: Path) -> bool:
    """Whether a folder holds a final edition; a manifest that cannot be read says no."""
    try:
        return read(folder).release == "final"
    except CannotKeep:
        return False
