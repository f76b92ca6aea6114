"""Whether a port of this machine is free, and who holds it if not."""

from __future__ import annotations

import socket
import sys
import urllib.request
from contextlib import suppress
from http.client import HTTPException
from pathlib import Path
from typing import NamedTuple

LISTENING = "0A"  # as Linux writes a socket's state


class Program(NamedTuple):
    """A program that runs on this machine."""

    name: str
    process: int


def is_free(host: str, port: int) -> bool:
    """Whether a server could listen there.

    Raises `PermissionError` where the system keeps the port for others: those below 1024, mostly.
    """
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as trial:
        if sys.platform != "win32":
            # Else a port just left by a stopped server counts as taken for a minute.
            trial.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            trial.bind((host, port))
        except PermissionError:
            raise
        except OSError:
            return False
    return True


def prefect_answers(host: str, port: int) -> bool:
    """Whether it is a Prefect server that answers there."""
    # Whatever proxy the machine uses for the world, this address is on the machine itself.
    direct = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    try:
        with direct.open(f"http://{host}:{port}/api/health", timeout=2) as answer:
            return bool(answer.read(16).strip() == b"true")
    except (HTTPException, OSError, ValueError):
        return False


def holder(port: int) -> Program | None:
    """The program that listens on the port; None where it cannot be told."""
    sockets = _listening(port)
    for process in Path("/proc").glob("[0-9]*"):
        with suppress(OSError):
            if any(str(entry.readlink()) in sockets for entry in (process / "fd").iterdir()):
                return Program((process / "comm").read_text("utf-8", "replace").strip(), int(process.name))
    return None


def _listening(port: int) -> set[str]:
    """The sockets that listen on the port, as the links in /proc name them; none but on Linux."""
    found = set()
    for table in ("/proc/net/tcp", "/proc/net/tcp6"):
        with suppress(OSError):
            for line in Path(table).read_text().splitlines()[1:]:
                fields = line.split()
                if fields[3] == LISTENING and int(fields[1].rpartition(":")[2], 16) == port:
                    found.add(f"socket:[{fields[9]}]")
    return found
