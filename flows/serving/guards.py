"""What stands in front of every page and every answer of the server: nothing foreign gets in or out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flows import settings

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

NOTHING_FOREIGN = (
    "default-src 'self'; script-src 'self' 'unsafe-inline' 'unsafe-eval' blob:; worker-src 'self' blob:; "
    "style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:; "
    "connect-src 'self' ws: data: blob:; object-src 'none'; frame-ancestors 'none'; base-uri 'self'"
)
ONLY_TO_READ = (
    "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:; base-uri 'none'; "
    "form-action 'none'; frame-ancestors 'none'; sandbox allow-downloads allow-popups"
)
"""For the HTML of an edition: its words come from cells, and beside it stands a page that starts flows."""


def nothing_foreign(app: ASGIApp) -> ASGIApp:
    """The same application, whose pages may fetch nothing from any other machine."""

    async def guarded(scope: Scope, receive: Receive, send: Send) -> None:
        async def with_header(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = [*message.get("headers", []), (b"x-content-type-options", b"nosniff")]
                if policy := policy_of(scope["path"]):
                    headers.append((b"content-security-policy", policy.encode()))
                message = {**message, "headers": headers}
            await send(message)

        await app(scope, receive, with_header if scope["type"] == "http" else send)

    return guarded


def policy_of(path: str) -> str | None:
    """What the page at that address may do; None for the other files of the shelf, PDFs above all."""
    if not path.startswith(settings.SHELF):
        return NOTHING_FOREIGN
    return ONLY_TO_READ if path.lower().endswith((".html", ".htm")) else None
