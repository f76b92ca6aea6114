"""Prefect's page, with a few lines of ours in front of its own (`templates/prefect`).

They have it ask again how a run ended, and open an edition where somebody clicks on it.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from starlette.datastructures import Headers, MutableHeaders

from flows.document import markup

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

OURS = markup.TEMPLATES / "prefect"
FIRST = b"<head>"  # ours stands there, before the page has loaded anything of its own
OF_THE_FILE = ("etag", "last-modified", "accept-ranges")  # no longer so: it is not sent as it is


def with_ours(page: ASGIApp) -> ASGIApp:
    """The same page, whose HTML begins with our scripts; everything else is left as it is."""

    async def answered(scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or scope["method"] != "GET":
            await page(scope, receive, send)
            return
        whole = Whole(send)
        await page(asking_for_all(scope), receive, whole.passed)

    return answered


def asking_for_all(scope: Scope) -> Scope:
    """The same question, where it is for a page to look at: for all of it, as it stands."""
    if "text/html" not in Headers(scope=scope).get("accept", ""):
        return scope
    conditions = (b"if-", b"range", b"accept-encoding")
    without = [header for header in scope["headers"] if not header[0].startswith(conditions)]
    return {**scope, "headers": without}


class Whole:
    """An answer on its way out: HTML waits until all of it is there."""

    def __init__(self, send: Send) -> None:
        """Take the way out."""
        self.send = send
        self.start: Message | None = None
        self.body = b""

    async def passed(self, message: Message) -> None:
        """Pass a message of it on, or keep it until the last one came."""
        if message["type"] == "http.response.start" and is_page(Headers(raw=message["headers"])):
            self.start = message
        elif self.start is None:
            await self.send(message)
        else:
            self.body += message.get("body", b"")
            if not message.get("more_body", False):
                await self.sent(self.start)

    async def sent(self, start: Message) -> None:
        """Send the page."""
        body = self.body.replace(FIRST, FIRST + script(), 1)
        headers = MutableHeaders(scope=start)
        for name in OF_THE_FILE:
            del headers[name]
        headers["content-length"] = str(len(body))
        await self.send(start)
        await self.send({"type": "http.response.body", "body": body})


def is_page(headers: Headers) -> bool:
    """Whether it is HTML that can be read."""
    return headers.get("content-type", "").startswith("text/html") and "content-encoding" not in headers


@cache
def script() -> bytes:
    """Our scripts as they stand in a page."""
    return b"<script>\n" + b"\n".join(path.read_bytes() for path in sorted(OURS.glob("*.js"))) + b"</script>"
