"""Prefect's server and page on this machine, with the flow ready to run: what `make ui` does.

Two processes: this one, which runs the flow when somebody asks for it, and the server it starts. The server
ends when its standard input does, so it never outlives this one, however that one ends.
"""

from __future__ import annotations

import asyncio
import os
import signal
import socket
import subprocess
import sys
import time
from contextlib import contextmanager, suppress
from importlib import import_module
from pathlib import Path
from shutil import which
from threading import Thread, Timer
from typing import TYPE_CHECKING

from flows import ports, settings, terminal
from flows.serving import addresses, credentials
from flows.spoken import Refusal, said

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import FrameType

    from prefect.runner import Runner

    from flows.serving.addresses import Place

GRACE = 15  # seconds to stop in order before being made to


def run(port: int, host: str = settings.HOST, auth_file: Path | None = None) -> int:
    """Serve until the person stops it; 0 then, 2 when it could not start or the server broke down.

    Raises `Refusal` where others could come in unasked, or what they would be asked for cannot serve.
    """
    place = addresses.place(host, port)
    auth = credentials.found(auth_file)
    credentials.demand(place, auth)
    if obstacle := in_the_way(place, auth_file):
        terminal.complain(obstacle)
        return terminal.REFUSED
    prepare(place, auth)
    server = None
    try:
        with heard_afterwards():
            terminal.complain(said("going_on", doing=said("starting", address=place.address)))
            server = subprocess.Popen([sys.executable, "-m", "flows.serving.server"], stdin=subprocess.PIPE)
        import_module("flows.serving.offer")  # Prefect takes its time to load, and so does the server
        if not wait_until_it_answers(server, place):
            terminal.complain(said("not_started"))
            return terminal.REFUSED
        offer(server, place)
    except KeyboardInterrupt:
        pass
    finally:
        hear_no_more()
        broke_down = server is not None and server.poll() is not None
        end(server)
    terminal.complain(said("stopped"))
    return terminal.REFUSED if broke_down else terminal.FINE


def in_the_way(place: Place, auth_file: Path | None = None) -> str | None:
    """Why the port cannot be had, and what to do about it; None where it is free."""
    try:
        return None if ports.is_free(place.host, place.port) else taken(place, auth_file)
    except PermissionError:
        return said("port_kept", port=place.port, other=command(place, auth_file, settings.PORT - 1))
    except OSError as error:  # none of this machine's addresses
        raise Refusal("not_here", host=place.host) from error


def taken(place: Place, auth_file: Path | None = None) -> str:
    """Who has the port, and what to do about it."""
    other = command(place, auth_file, place.port)
    if ports.prefect_answers(place.near, place.port):
        return said("taken_by_prefect", address=place.local, other=other)
    holder = ports.holder(place.port)
    by = said("program", name=holder.name, process=holder.process) if holder else said("another_program")
    return said("taken", port=place.port, by=by, other=other)


def command(place: Place, auth_file: Path | None, beyond: int) -> str:
    """What to type for the same on the next port that is free."""
    typed_as = Path(sys.argv[0])  # `make ui` calls it by its path, since it is on nobody's
    name = str(typed_as) if typed_as.stem == "onrecord" and not which("onrecord") else "onrecord"
    host = "" if place.host == settings.HOST else f" --host {place.host}"
    file = f" --auth-file {terminal.argument(auth_file)}" if auth_file else ""
    return f"{name} ui{host}{file} --port {ports.next_free(place.host, beyond)}"


def prepare(place: Place, auth: str | None) -> None:
    """Settle the environment for this process, the server, and the runs."""
    os.environ["PREFECT_SERVER_API_HOST"] = place.host
    os.environ["PREFECT_SERVER_API_PORT"] = str(place.port)
    os.environ["PREFECT_API_URL"] = f"{place.local}/api"
    os.environ["PREFECT_UI_API_URL"] = "/api"  # of whatever address the page was opened at
    os.environ["PREFECT_UI_URL"] = place.address
    os.environ["PREFECT_SERVER_CORS_ALLOWED_ORIGINS"] = place.address
    os.environ["ON_RECORD_ORIGIN"] = place.address
    os.environ["ON_RECORD_LAUNCHER"] = str(os.getpid())
    credentials.settle(auth)
    settings.for_prefect(PREFECT_LOGGING_HANDLERS_CONSOLE_LEVEL="CRITICAL")  # the page has it all
    settings.outputs().mkdir(parents=True, exist_ok=True)


@contextmanager
def heard_afterwards() -> Iterator[None]:
    """Have Ctrl-C, and being asked to end, heard once what is begun here can be ended too.

    Both, also where a shell that started this in the background had the first ignored.
    """
    heard: list[int] = []
    signal.signal(signal.SIGINT, lambda sent, _: heard.append(sent))
    signal.signal(signal.SIGTERM, lambda sent, _: heard.append(sent))
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, signal.default_int_handler)
        signal.signal(signal.SIGTERM, as_ctrl_c)
    if heard:
        raise KeyboardInterrupt


def hear_no_more() -> None:
    """Stop in order, once, however often that is asked for."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_IGN)


def as_ctrl_c(_signal: int, _frame: FrameType | None) -> None:
    """Treat being asked to end as Ctrl-C."""
    signal.raise_signal(signal.SIGINT)


def wait_until_it_answers(server: subprocess.Popen[bytes], place: Place) -> bool:
    """Whether the server answers within the time granted; False at once when it ends."""
    late = time.monotonic() + settings.PATIENCE
    while server.poll() is None and time.monotonic() < late:
        if ports.prefect_answers(place.near, place.port):
            return True
        time.sleep(0.2)
    return False


def offer(server: subprocess.Popen[bytes], place: Place) -> None:
    """Register the flow with the server and run it whenever somebody asks, until stopped."""
    # They import Prefect, whose settings have to stand first.
    from flows.serving import offer as offered  # noqa: PLC0415
    from flows.serving import recovery, rounds  # noqa: PLC0415

    runner, form, of_sending = offered.runner(as_ctrl_c)
    offered.fill(())
    turn = recovery.Turn(settings.home())
    if turn.is_ours():
        recovery.recover({form, of_sending})
    rounds.prepare()
    Thread(target=watch, args=(server,), daemon=True).start()
    Thread(target=rounds.go_round, args=(form, turn), daemon=True).start()
    terminal.result(place.address)
    if place.near != place.host and not place.outside:
        terminal.complain(said("from_elsewhere", address=f"http://{socket.gethostname()}:{place.port}"))
    terminal.complain(said("form", address=f"{place.address}/v2/deployments/deployment/{form}/run"))
    terminal.complain(said("on_the_page"))
    asyncio.run(running(runner, server))


async def running(runner: Runner, server: subprocess.Popen[bytes]) -> None:
    """Run the flow whenever somebody asks, until stopped: what runs then is recorded as cancelled."""
    loop, asked = asyncio.get_running_loop(), asyncio.Event()

    def heard(_sent: int, _frame: FrameType | None) -> None:
        hear_no_more()
        by_force(terminal.FINE)
        loop.call_soon_threadsafe(asked.set)

    signal.signal(signal.SIGINT, heard)
    serving, waiting = asyncio.ensure_future(runner.start()), asyncio.ensure_future(asked.wait())
    await asyncio.wait({serving, waiting}, return_when=asyncio.FIRST_COMPLETED)
    waiting.cancel()
    if not serving.done():
        await stop(runner, serving, told=server.poll() is None)
    with suppress(asyncio.CancelledError):
        await serving


async def stop(runner: Runner, serving: asyncio.Future[None], *, told: bool) -> None:
    """Have the runner stop in order where there is a server to tell, and it has begun."""
    if told:
        with suppress(RuntimeError):
            await runner.astop()
            return
    serving.cancel()


def watch(server: subprocess.Popen[bytes]) -> None:
    """End this process when the server does: Prefect itself would wait for it for ever."""
    server.wait()
    if server.stdin is None or server.stdin.closed:  # we asked it to
        return
    terminal.complain(said("broke_down"))
    by_force(terminal.REFUSED)
    os.kill(os.getpid(), signal.SIGTERM)


def by_force(code: int) -> None:
    """End with that code where the time to stop in order has passed; server and runs follow by themselves."""
    timer = Timer(2 * GRACE, os._exit, [code])
    timer.daemon = True
    timer.start()


def end(server: subprocess.Popen[bytes] | None) -> None:
    """Ask the server to end, and see that it does."""
    if server is None:
        return
    if server.stdin:
        server.stdin.close()
    try:
        server.wait(GRACE)
    except subprocess.TimeoutExpired:
        server.kill()
        server.wait()
