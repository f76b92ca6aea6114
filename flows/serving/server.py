"""The server: Prefect's own, with the editions beside its page. `start` runs it as `-m flows.serving.server`.

It ends when its standard input does, so it never outlives the process that started it.
"""

from __future__ import annotations

import os
import signal
import sys
from threading import Thread
from typing import TYPE_CHECKING

from flows import settings, typed

if TYPE_CHECKING:
    from collections.abc import Callable

    from starlette.applications import Starlette
    from starlette.types import ASGIApp, Receive, Scope, Send
    from uvicorn import Server

    from flows.serving.addresses import Place


def serve() -> None:
    """Be the server: Prefect's own, with the editions beside its page, behind the guards."""
    ends: list[Callable[[], None]] = [lambda: os._exit(0)]  # while there is no server yet
    Thread(target=follow, args=(ends,), daemon=True).start()
    from prefect.settings import PREFECT_SERVER_API_AUTH_STRING  # noqa: PLC0415 - only the server's process needs it

    # Ctrl-C and the end are heard first.
    from flows.serving import addresses, credentials, guards  # noqa: PLC0415
    from flows.serving.admission import admission  # noqa: PLC0415
    from flows.serving.artifacts import in_order  # noqa: PLC0415
    from flows.serving.patience import patient  # noqa: PLC0415
    from flows.serving.shell import with_ours  # noqa: PLC0415

    place = addresses.place(typed.host_set(), typed.port_set())
    auth = PREFECT_SERVER_API_AUTH_STRING.value() or None  # also where a file of Prefect's own has set it
    credentials.demand(place, auth)
    app, others = application(), beside()
    door = guards.Door(place, auth, lambda scope: is_shell(app, scope))
    whole = admission(in_order(patient(together(with_ours(app), others))))
    server = listening(guards.guarded(whole, door), place)
    ends[0] = lambda: setattr(server, "should_exit", True)
    server.run()


def application() -> Starlette:
    """Prefect's server and page."""
    from prefect.server.api.server import create_app  # noqa: PLC0415 - as above

    # Its automations send notices through blocks of ours, which it only finds where they are imported.
    from flows.blocks import kinds  # noqa: F401, PLC0415

    return create_app(final=True)


def beside() -> Starlette:
    """What stands beside it: the editions, the reading room, the pictures of our blocks."""
    from starlette.applications import Starlette  # noqa: PLC0415 - as above
    from starlette.routing import Mount  # noqa: PLC0415
    from starlette.staticfiles import StaticFiles  # noqa: PLC0415

    from flows import reading_room  # noqa: PLC0415
    from flows.blocks import ours  # noqa: PLC0415
    from flows.serving.shelf import Shelf  # noqa: PLC0415

    return Starlette(
        routes=[
            Mount(settings.SHELF, Shelf(directory=settings.outputs())),
            Mount(
                settings.ROOM, reading_room.app(settings.inputs(), settings.outputs(), prefect=settings.FORMS)
            ),
            Mount(settings.MARKS, StaticFiles(directory=ours.MARKS)),
        ]
    )


def together(app: ASGIApp, others: Starlette) -> ASGIApp:
    """One application: the others first, for Prefect's page answers every address nobody else does.

    They stand beside Prefect's own, not within: it would ask their forms for a token of its page's.
    """

    async def answered(scope: Scope, receive: Receive, send: Send) -> None:
        theirs = scope["type"] != "lifespan" and is_beside(scope)
        await (others if theirs else app)(scope, receive, send)

    return answered


def is_beside(scope: Scope) -> bool:
    """Whether the address is one of those beside Prefect's."""
    first = scope["path"].split("/", 2)[1:2]
    return bool(first) and f"/{first[0]}" in {settings.SHELF, settings.ROOM, settings.MARKS}


def is_shell(app: Starlette, scope: Scope) -> bool:
    """Whether only files without data are there: those of Prefect's page, which comes last, and our marks.

    The page shows the marks as pictures, for which a browser does not give the name and password typed there.
    """
    from starlette.routing import Match  # noqa: PLC0415 - as above

    if is_beside(scope):
        return bool(scope["path"].startswith(f"{settings.MARKS}/"))
    *own, _page = app.router.routes
    return all(route.matches(scope)[0] is Match.NONE for route in own)


def listening(app: ASGIApp, place: Place) -> Server:
    """What listens at that place, not begun yet."""
    import uvicorn  # noqa: PLC0415 - as above

    server = uvicorn.Server(
        uvicorn.Config(
            app,
            host=place.host,
            port=place.port,
            log_level="error",
            timeout_graceful_shutdown=3,
            proxy_headers=False,  # what a proxy is called is set, not believed
            server_header=False,
        )
    )
    # Ctrl-C reaches every process of the terminal; the runs still need the server while they stop.
    server.handle_exit = lambda sig, frame: leave(server, sig)  # type: ignore[method-assign]  # noqa: ARG005
    return server


def leave(server: Server, sent: int) -> None:
    """Let the server end when asked to by any signal but Ctrl-C's."""
    server.should_exit = server.should_exit or sent != signal.SIGINT


def follow(ends: list[Callable[[], None]]) -> None:
    """End when the process that started this one has closed the pipe between them, or is gone."""
    sys.stdin.buffer.read()
    ends[0]()


if __name__ == "__main__":
    from flows import terminal

    signal.signal(signal.SIGINT, signal.SIG_IGN)  # until the server hears it

    def work() -> int:
        """The exit code of the server."""
        serve()
        return terminal.FINE

    sys.exit(terminal.in_sentences(work))
