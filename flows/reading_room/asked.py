"""What a page is asked for with: the room, the request, and the addresses in the language of the page."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from starlette.exceptions import HTTPException

from flows.document import LANGUAGES
from flows.reading_room.addresses import Addresses
from flows.reading_room.readings import Readings

if TYPE_CHECKING:
    from pathlib import Path

    from starlette.requests import Request

    from flows.reading_room.inbox import Inbox

MEGABYTE = 1_000_000


@dataclass(frozen=True, slots=True)
class Room:
    """All that the pages share."""

    inbox: Inbox
    outputs: Path
    shelf: str  # where the editions' files are served
    prefect: str
    most: int  # bytes of a workbook that is sent
    readings: Readings = field(default_factory=Readings)

    @property
    def megabytes(self) -> int:
        """The same as it is told."""
        return self.most // MEGABYTE


@dataclass(frozen=True, slots=True)
class Asked:
    """One request to the room."""

    room: Room
    request: Request
    to: Addresses

    @property
    def language(self) -> str:
        """The language of the page asked for."""
        return self.to.language

    def part(self, name: str) -> str:
        """What the address says in that place."""
        return str(self.request.path_params[name])


def of(request: Request) -> Asked:
    """The request as a page takes it.

    Raises `HTTPException` (404) where its address begins with no language of the room.
    """
    if request.path_params.get("language") not in LANGUAGES:
        raise HTTPException(404)
    return Asked(request.app.state.room, request, addresses(request))


def addresses(request: Request) -> Addresses:
    """The addresses in the language of the page asked for, or else in the one the browser prefers."""
    room: Room = request.app.state.room
    root = str(request.scope.get("root_path") or "")
    path = str(request.scope["path"]).removeprefix(root)
    _, first, *rest = (*path.split("/"), "")
    told = first in LANGUAGES
    return Addresses(
        root=root,
        language=first if told else preferred(request.headers.get("accept-language", "")),
        shelf=room.shelf,
        prefect=room.prefect,
        here="/" + "/".join(rest[:-1]) if told else "/",
        query=request.url.query,
    )


def preferred(accepted: str) -> str:
    """The language of the room that a browser asks for first; English where it asks for none of them."""
    best, most = LANGUAGES[0], 0.0
    for entry in accepted.split(","):
        language, _, weight = entry.strip().partition(";")
        code = language.strip().lower().partition("-")[0]
        much = _weight(weight)
        if code in LANGUAGES and much > most:
            best, most = LANGUAGES[LANGUAGES.index(code)], much
    return best


def _weight(typed: str) -> float:
    """The figure behind "q="; 1 where none is given, 0 where it is none."""
    name, _, figure = typed.strip().partition("=")
    try:
        return float(figure) if name.strip().lower() == "q" else 1.0
    except ValueError:
        return 0.0
