"""The reading room as an application: its addresses, and a page for everything that is in the way."""

from __future__ import annotations

from typing import TYPE_CHECKING

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.responses import FileResponse, RedirectResponse
from starlette.routing import Route

from flows.document.proof.picture import NoPicture
from flows.reading_room import asked as requests
from flows.reading_room import check, compare, guards, home, pages, pictures, shelf, upload
from flows.reading_room.asked import Asked, Room
from flows.reading_room.inbox import Inbox
from flows.workbook.read import Limits

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from starlette.requests import Request
    from starlette.responses import Response

TOLD = {403: "foreign", 404: "gone"}
"""What the page of a refusal says; of every other one that it cannot be asked here."""


def app(
    inputs: Path,
    outputs: Path,
    *,
    shelf: str = "/editions",
    prefect: str = "/",
    most: int = Limits().file_bytes,
) -> Starlette:
    """The room over these two folders, to be mounted anywhere.

    `shelf` is where the editions' files are served, `prefect` Prefect's own page; both are addresses of the
    same server. `most` is how many bytes a workbook may have that is sent.
    """
    made = Starlette(
        routes=routes(),
        middleware=[Middleware(guards.headed)],
        exception_handlers={HTTPException: in_the_way, Exception: at_fault},
    )
    made.router.redirect_slashes = False  # what it sends people to is named by whoever asks
    made.state.room = Room(Inbox(inputs), outputs, shelf.rstrip("/"), prefect, most)
    return made


def routes() -> list[Route]:
    """Every address of the room."""
    return [
        Route("/", door),
        Route("/room.css", style),
        Route("/fonts/{face}", face),
        Route("/{language}", door),
        Route("/{language}/", page(home.show)),
        Route("/{language}/check/{workbook}", page(check.show)),
        Route("/{language}/check/{workbook}/former/{version}", page(check.former)),
        Route("/{language}/upload", sent, methods=["GET", "POST"]),
        Route("/{language}/compare", page(compare.show)),
        Route("/{language}/pictures/{stem}/{edition}.png", page(picture)),
    ]


def page(show: Callable[[Asked], Response]) -> Callable[[Request], Response]:
    """The function that answers a request with that page."""

    def answer(request: Request) -> Response:
        return show(requests.of(request))

    return answer


async def sent(request: Request) -> Response:
    """What came of the workbook that was sent; for those who load that answer again, the way to the list."""
    asked = requests.of(request)
    return await upload.take(asked) if request.method == "POST" else RedirectResponse(asked.to.home(), 303)


def door(request: Request) -> Response:
    """The way to the first page, in the language of the address or the browser's own.

    Raises `HTTPException` (404) where the address names a language the room does not speak.
    """
    to = requests.addresses(request)
    if request.path_params.get("language", to.language) != to.language:
        raise HTTPException(404)
    return RedirectResponse(to.home(), 307, headers={"Vary": "Accept-Language"})


def style(_: Request) -> Response:
    """The style sheet."""
    return pages.lasting(pages.style(), "text/css")


def face(request: Request) -> Response:
    """A face of the style sheet.

    Raises `HTTPException` (404) where it names none of that name.
    """
    path = pages.faces().get(request.path_params["face"])
    if path is None:
        raise HTTPException(404)
    return FileResponse(path, media_type="font/woff2", headers={"Cache-Control": "private, max-age=86400"})


def picture(asked: Asked) -> Response:
    """The first page of an edition.

    Raises `HTTPException` (404) where there is no such edition, or its PDF is not the one that was kept.
    """
    edition = shelf.edition(asked.room.outputs, asked.part("stem"), asked.part("edition"))
    if edition is None:
        raise HTTPException(404)
    try:
        return pages.lasting(pictures.page_one(edition, asked.language), "image/png")
    except (pictures.NotAsIssued, NoPicture) as error:
        raise HTTPException(404) from error


def in_the_way(request: Request, error: Exception) -> Response:
    """The page for what is not there, or cannot be asked."""
    status = error.status_code if isinstance(error, HTTPException) else 500
    told = TOLD.get(status, "misasked")
    answer = pages.page("notice", requests.addresses(request), status, told=told)
    answer.headers.update(getattr(error, "headers", None) or {})  # which methods are allowed, say
    return answer


def at_fault(request: Request, _: Exception) -> Response:
    """The page for a fault of the program; the server's own log has the rest."""
    answer = pages.page("notice", requests.addresses(request), 500, told="fault")
    answer.headers.update(guards.HEADERS)  # it is made outside of what sets them
    return answer
