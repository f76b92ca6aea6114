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
from threading import Event, Thread, Timer
from typing import TYPE_CHECKING

from flows import ports, settings, terminal, typed
from flows.spoken import said

if TYPE_CHECKING:
    from types import FrameType

GRACE = 15  # seconds to stop in order before being made to


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
    server = subprocess.Popen([sys.executable, "-m", "flows.serving.server"], stdin=subprocess.PIPE)
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
    # They import Prefect, whose settings have to stand first.
    from flows.serving import offer as offered  # noqa: PLC0415
    from flows.serving import recovery, rounds  # noqa: PLC0415

    runner, form = offered.runner(as_ctrl_c)
    offered.fill(form, ())
    recovery.recover(form)
    rounds.prepare()
    Thread(target=watch, args=(server,), daemon=True).start()
    Thread(target=rounds.go_round, args=(form, Event()), daemon=True).start()
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
