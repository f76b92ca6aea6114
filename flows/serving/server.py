"""The server: Prefect's own, with the editions beside its page. `start` runs it as `-m flows.serving.server`.

It ends when its standard input does, so it never outlives the process that started it.
"""

from __future__ import annotations

import signal
import sys
from threading import Thread
from typing import TYPE_CHECKING

from flows import settings, typed
from flows.serving.guards import nothing_foreign

if TYPE_CHECKING:
    from uvicorn import Server


def serve() -> None:
    """Be the server: Prefect's own, with the editions beside its page."""
    import uvicorn  # noqa: PLC0415 - only the server's process needs these
    from prefect.server.api.server import create_app  # noqa: PLC0415
    from starlette.routing import Mount  # noqa: PLC0415
    from starlette.staticfiles import StaticFiles  # noqa: PLC0415

    # Its automations send notices through blocks of ours, which it only finds where they are imported.
    from flows.blocks import kinds, ours  # noqa: F401, PLC0415

    app = create_app(final=True)
    # Before all others: Prefect's page answers every address nobody else does.
    app.router.routes.insert(0, Mount(settings.SHELF, StaticFiles(directory=settings.outputs())))
    app.router.routes.insert(0, Mount(settings.MARKS, StaticFiles(directory=ours.MARKS)))
    server = uvicorn.Server(
        uvicorn.Config(
            nothing_foreign(app),
            host=settings.HOST,
            port=typed.port_set(),
            log_level="error",
            timeout_graceful_shutdown=3,
        )
    )
    # Ctrl-C reaches every process of the terminal; the runs still need the server while they stop.
    server.handle_exit = lambda sig, frame: leave(server, sig)  # type: ignore[method-assign]  # noqa: ARG005
    Thread(target=follow, args=(server,), daemon=True).start()
    server.run()


def leave(server: Server, sent: int) -> None:
    """Let the server end when asked to by any signal but Ctrl-C's."""
    server.should_exit = server.should_exit or sent != signal.SIGINT


def follow(server: Server) -> None:
    """Let the server end when the process that started it has closed the pipe between them, or is gone."""
    sys.stdin.buffer.read()
    server.should_exit = True


if __name__ == "__main__":
    serve()
