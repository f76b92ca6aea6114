"""Prefect's server and page on this machine, with the flow ready to run: what `make ui` does.

Two processes: this one, which runs the flow when somebody asks for it, and the server it starts. The server
ends when its standard input does, so it never outlives this one, however that one ends.
"""

from __future__ import annotations

import asyncio
import os
import signal
import subprocess
import sys
import time
from threading import Thread, Timer
from typing import TYPE_CHECKING

from flows import ports, settings, terminal, typed
from flows.spoken import said

if TYPE_CHECKING:
    from types import FrameType

    from starlette.types import ASGIApp, Message, Receive, Scope, Send
    from uvicorn import Server

GRACE = 15  # seconds to stop in order before being made to
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


def run(port: int) -> int:
    """Serve until the person stops it; 0 then, 2 when it could not start or the server broke down."""
    if obstacle := in_the_way(port):
        terminal.complain(obstacle)
        return terminal.REFUSED
    prepare(port)
    # Both, also where a shell that started this in the background had the first ignored.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    signal.signal(signal.SIGTERM, as_ctrl_c)
    terminal.complain(said("going_on", doing=said("starting")))
    server = subprocess.Popen([sys.executable, "-m", "flows.serving"], stdin=subprocess.PIPE)
    try:
        if not wait_until_it_answers(server, port):
            terminal.complain(said("not_started"))
            return terminal.REFUSED
        offer(server, port)
    except KeyboardInterrupt:
        pass
    finally:
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        signal.signal(signal.SIGTERM, signal.SIG_IGN)
        broke_down = server.poll() is not None
        end(server)
    terminal.complain(said("stopped"))
    return terminal.REFUSED if broke_down else terminal.FINE


def in_the_way(port: int) -> str | None:
    """Why the port cannot be had, and what to do about it; None where it is free."""
    try:
        return None if ports.is_free(settings.HOST, port) else taken(port)
    except PermissionError:
        return said("port_kept", port=port, other=f"onrecord ui --port {settings.PORT}")


def taken(port: int) -> str:
    """Who has the port, and what to do about it."""
    other = f"onrecord ui --port {port + 1 if port + 1 in typed.PORTS else settings.PORT}"
    if ports.prefect_answers(settings.HOST, port):
        return said("taken_by_prefect", address=f"http://{settings.HOST}:{port}", other=other)
    holder = ports.holder(port)
    by = said("program", name=holder.name, process=holder.process) if holder else said("another_program")
    return said("taken", port=port, by=by, other=other)


def prepare(port: int) -> None:
    """Settle the environment for this process, the server, and the runs."""
    origin = f"http://{settings.HOST}:{port}"
    os.environ["PREFECT_SERVER_API_PORT"] = str(port)
    os.environ["PREFECT_API_URL"] = f"{origin}/api"
    os.environ["PREFECT_SERVER_CORS_ALLOWED_ORIGINS"] = origin
    os.environ["ON_RECORD_ORIGIN"] = origin
    settings.for_prefect(PREFECT_LOGGING_HANDLERS_CONSOLE_LEVEL="CRITICAL")  # the page has it all
    settings.outputs().mkdir(parents=True, exist_ok=True)


def as_ctrl_c(_signal: int, _frame: FrameType | None) -> None:
    """Treat being asked to end as Ctrl-C."""
    signal.raise_signal(signal.SIGINT)


def wait_until_it_answers(server: subprocess.Popen[bytes], port: int) -> bool:
    """Whether the server answers within the time granted; False at once when it ends."""
    late = time.monotonic() + settings.PATIENCE
    while server.poll() is None and time.monotonic() < late:
        if ports.prefect_answers(settings.HOST, port):
            return True
        time.sleep(0.2)
    return False


def offer(server: subprocess.Popen[bytes], port: int) -> None:
    """Register the flow with the server and run it whenever somebody asks, until stopped."""
    from prefect.deployments.runner import RunnerDeployment  # noqa: PLC0415 - its settings have to stand first
    from prefect.runner import Runner  # noqa: PLC0415 - the same
    from prefect.types.entrypoint import EntrypointType  # noqa: PLC0415 - the same

    from flows.briefing import briefing  # noqa: PLC0415 - it imports Prefect

    runner = Runner(name="on-record")
    # Prefect's own way to end leaves with a traceback when asked twice, and never awaits what it begins.
    runner.handle_sigterm = as_ctrl_c  # type: ignore[method-assign]
    form = runner.add_deployment(
        RunnerDeployment.from_flow(
            briefing,
            name="briefing",
            description=briefing.description,
            entrypoint_type=EntrypointType.MODULE_PATH,
        )
    )
    Thread(target=watch, args=(server,), daemon=True).start()
    origin = f"http://{settings.HOST}:{port}"
    terminal.result(origin)
    terminal.complain(said("form", address=f"{origin}/v2/deployments/deployment/{form}/run"))
    terminal.complain(said("on_the_page"))
    asyncio.run(runner.start())


def watch(server: subprocess.Popen[bytes]) -> None:
    """End this process when the server does: Prefect itself would wait for it for ever."""
    server.wait()
    if server.stdin is None or server.stdin.closed:  # we asked it to
        return
    terminal.complain(said("broke_down"))
    by_force = Timer(GRACE, os._exit, [terminal.REFUSED])
    by_force.daemon = True
    by_force.start()
    os.kill(os.getpid(), signal.SIGTERM)


def end(server: subprocess.Popen[bytes]) -> None:
    """Ask the server to end, and see that it does."""
    if server.stdin:
        server.stdin.close()
    try:
        server.wait(GRACE)
    except subprocess.TimeoutExpired:
        server.kill()
        server.wait()


def serve() -> None:
    """Be the server: Prefect's own, with the editions beside its page."""
    import uvicorn  # noqa: PLC0415 - only the server's process needs these
    from prefect.server.api.server import create_app  # noqa: PLC0415
    from starlette.routing import Mount  # noqa: PLC0415
    from starlette.staticfiles import StaticFiles  # noqa: PLC0415

    app = create_app(final=True)
    # Before all others: Prefect's page answers every address nobody else does.
    app.router.routes.insert(0, Mount(settings.SHELF, StaticFiles(directory=settings.outputs())))
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


if __name__ == "__main__":
    serve()
