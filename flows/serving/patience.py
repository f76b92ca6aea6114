"""A question that Prefect's database was too busy for, asked again before anybody is told.

On SQLite two writers can get into each other's way: nothing of the one that comes second is stored, and
Prefect answers that it may be asked again. Its own clients do; its page does not, and an answer that somebody
gave would be lost.
"""

from __future__ import annotations

from asyncio import sleep
from typing import TYPE_CHECKING

from flows import settings
from flows.serving import bodies

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

BUSY = 503
PAUSES = (0.1, 0.2, 0.4, 0.8, 1.6)  # seconds from one try to the next


def patient(app: ASGIApp) -> ASGIApp:
    """The same application, which tries a few times to do what it is asked while its database is busy."""

    async def tried(scope: Scope, receive: Receive, send: Send) -> None:
        changes = scope["type"] == "http" and scope["method"] in bodies.CHANGES
        if not (changes and scope["path"].startswith(settings.API)):
            await app(scope, receive, send)
            return
        asked = await receive()
        in_parts = asked.get("more_body", False)  # never here: `bodies` has put them together
        for pause in () if in_parts else PAUSES:
            if not await is_busy(app, dict(scope), bodies.once(asked, receive), send):
                return
            await sleep(pause)
        await app(scope, bodies.once(asked, receive), send)

    return tried


async def is_busy(app: ASGIApp, scope: Scope, receive: Receive, send: Send) -> bool:
    """Whether it answers that it is too busy, which is not passed on; any other answer is."""
    busy = False

    async def unless_busy(message: Message) -> None:
        nonlocal busy
        busy = busy or message.get("status") == BUSY
        if not busy:
            await send(message)

    try:
        await app(scope, receive, unless_busy)
    except Exception:
        if not busy:  # Prefect's server raises what it has answered so
            raise
    return busy
