"""What a form has to pass before it is believed, how much of it is read, and what no page here may do."""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from starlette.datastructures import MutableHeaders
from starlette.requests import Request

if TYPE_CHECKING:
    from starlette.responses import Response
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

HEADERS = {
    "Content-Security-Policy": "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self' data:; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    # Not "no-referrer": with that a browser says of our own form, too, that it comes from nowhere.
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
}
COOKIE = "room"
TOKEN_BYTES = 32
AROUND = 64 * 1024  # bytes of a form beside the file it sends
PATIENCE = 4  # times as much as is taken is still listened to: a browser that is cut off shows no answer


class TooMuch(Exception):  # noqa: N818 - read aloud: it is too much
    """More is sent than a workbook may be."""


def headed(app: ASGIApp) -> ASGIApp:
    """The same application, each of whose answers says what its page may do: nothing from elsewhere."""

    async def guarded(scope: Scope, receive: Receive, send: Send) -> None:
        async def with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    headers[name] = value
                headers.setdefault("Cache-Control", "no-store")
            await send(message)

        await app(scope, receive, with_headers if scope["type"] == "http" else send)

    return guarded


def from_here(request: Request) -> bool:
    """Whether the form was sent by a page of this very server, as the browser says."""
    told = request.headers
    if told.get("sec-fetch-site", "same-origin") != "same-origin":
        return False
    page = told.get("origin") or told.get("referer")
    if page is None:
        return "sec-fetch-site" in told
    # Only host and port: behind a proxy the page may be https where this server speaks http.
    place = _place(page)
    return bool(place) and place == told.get("host", "").lower()


def _place(address: str) -> str:
    """Host and port of an address; nothing where it has none, as "null" has."""
    try:
        return urlsplit(address).netloc.lower()
    except ValueError:
        return ""


def token(request: Request) -> str:
    """The secret that this browser's forms carry: the one in its cookie, or a new one."""
    return request.cookies.get(COOKIE) or secrets.token_urlsafe(TOKEN_BYTES)


def hand_over(answer: Response, request: Request, secret: str) -> None:
    """Give the browser the secret as a cookie, which no script and no other site's page can use."""
    answer.set_cookie(
        COOKIE,
        secret,
        path=request.scope.get("root_path") or "/",
        secure=request.url.scheme == "https",
        httponly=True,
        samesite="strict",
    )


def known(request: Request, sent: object) -> bool:
    """Whether the form carries the secret of the browser that sends it."""
    own = request.cookies.get(COOKIE)
    if not own or not isinstance(sent, str):
        return False
    return secrets.compare_digest(own.encode(), sent.encode())


def limited(request: Request, most: int) -> Request:
    """The same request, whose body raises `TooMuch` once it is longer than that.

    What goes beyond is read and let go for a while, so that the answer is seen.
    """
    read = 0

    async def receive() -> Message:
        nonlocal read
        message = await request.receive()
        read += len(message.get("body", b""))
        if read > most:
            while message.get("more_body") and read <= most * PATIENCE:
                message = await request.receive()
                read += len(message.get("body", b""))
            raise TooMuch
        return message

    return Request(request.scope, receive)
