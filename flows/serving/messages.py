"""What was sent to the server, read before the application sees it, and handed on as it was or otherwise."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from starlette.types import Message, Receive, Scope, Send

MOST = 1_000_000  # bytes of a form; Prefect's own limit for parameters is half of that


async def content(receive: Receive) -> bytes | None:
    """What was sent; None where it is more than any form has."""
    sent, more = b"", True
    while more and len(sent) <= MOST:
        message = await receive()
        sent += message.get("body", b"")
        more = message.get("more_body", False)
    return sent if len(sent) <= MOST else None


def as_object(sent: bytes | None) -> dict[str, Any] | None:
    """The object that JSON text stands for; None where it is none."""
    try:
        read = json.loads(sent or b"")
    except ValueError:
        return None
    return read if isinstance(read, dict) else None


def handed_on(scope: Scope, content: bytes) -> tuple[Scope, Receive]:
    """The same question with that content."""
    length = (b"content-length", str(len(content)).encode())
    headers = [header for header in scope["headers"] if header[0] != b"content-length"]
    given = iter([{"type": "http.request", "body": content, "more_body": False}])

    async def receive() -> Message:
        return next(given, {"type": "http.disconnect"})

    return {**scope, "headers": [*headers, length]}, receive


async def answer(send: Send, status: int, told: dict[str, object]) -> None:
    """Answer with that object."""
    content = json.dumps(told).encode()
    headers = [(b"content-type", b"application/json"), (b"content-length", str(len(content)).encode())]
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": content})
