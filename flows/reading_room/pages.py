"""The room's pages: templates filled in, the style sheet with its faces, and what a browser may keep."""

from __future__ import annotations

import re
from functools import cache, partial
from typing import TYPE_CHECKING

from starlette.responses import HTMLResponse, Response

from flows.document import markup
from flows.edition.manifest import fingerprint
from flows.reading_room.wording import said

if TYPE_CHECKING:
    from pathlib import Path

    from flows.reading_room.addresses import Addresses

FACES = "fonts/screen"
STYLES = ("css/screen_tokens.css", "room/room.css")
FACE = re.compile(r"asset:fonts/screen/([\w-]+\.woff2)")
CHOICE = re.compile(r"(<option.*?</option>)", re.DOTALL)
"""No markup may stand in a choice of a form, so nothing is raised in there."""
FOR_EVER = "private, max-age=31536000, immutable"  # an address that changes with what it leads to


def page(name: str, to: Addresses, status: int = 200, /, **shown: object) -> HTMLResponse:
    """The page as an answer; its words are those of the language of its addresses."""
    template = markup.with_any_letter().get_template(f"room/{name}.html.j2")
    html = template.render(to=to, say=partial(said, language=to.language), style=version(), **shown)
    return HTMLResponse(raised(html) if to.language == "fr" else html, status)


def raised(html: str) -> str:
    """The page with the letters of its French ordinals raised, wherever markup may stand."""
    pieces = CHOICE.split(html)
    return "".join(piece if place % 2 else markup.raised(piece) for place, piece in enumerate(pieces))


@cache
def style() -> bytes:
    """The style sheet: the editions' own colours, faces and sizes, then the room's rules."""
    sheets = [(markup.TEMPLATES / name).read_text(encoding="utf-8") for name in STYLES]
    return FACE.sub(r"fonts/\1", "\n".join(sheets)).encode()


@cache
def version() -> str:
    """What changes whenever the style sheet does."""
    return fingerprint(style())[:16]


@cache
def faces() -> dict[str, Path]:
    """The faces the style sheet names, by their files' names."""
    return {path.name: path for path in sorted((markup.TEMPLATES / FACES).glob("*.woff2"))}


def lasting(content: bytes, kind: str) -> Response:
    """Something a browser need not ask for again."""
    return Response(content, media_type=kind, headers={"Cache-Control": FOR_EVER})
