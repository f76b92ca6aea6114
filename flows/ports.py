"""Whether a port of this machine is free, and who holds it if not."""

from __future__ import annotations

import errno
import socket
import sys
import urllib.request
from base64 import b64encode
from contextlib import suppress
from http import HTTPStatus
from http.client import HTTPException
from pathlib import Path
from typing import NamedTuple
from urllib.error import HTTPError

LAST = 65_535
LISTENING = "0A"  # as Linux writes a socket's state


class Program(NamedTuple):
    """A program that runs on this machine."""

    name: str
    process: int


def is_free(host: str, port: int) -> bool:
    """Whether a server could listen there.

    Raises `PermissionError` where the system keeps the port for others, mostly those below 1024, and another
    `OSError` where the address is none of this machine's.
    """
    with socket.socket(family(host), socket.SOCK_STREAM) as trial:
        if sys.platform != "win32":
            # Else a port just left by a stopped server counts as taken for a minute.
            trial.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            trial.bind((host, port))
        except PermissionError:
            raise
        except OSError as error:
            if error.errno == errno.EADDRNOTAVAIL:
                raise
            return False
    return True


def next_free(host: str, port: int) -> int:
    """The next port above that one a server could listen on; any, where there is none."""
    for candidate in range(max(port + 1, 1024), LAST + 1):
        with suppress(OSError):
            if is_free(host, candidate):
                return candidate
    with socket.socket(family(host), socket.SOCK_STREAM) as trial:
        trial.bind((host, 0))
        return int(trial.getsockname()[1])


def family(host: str) -> socket.AddressFamily:
    """The kind of address it is."""
    return socket.AF_INET6 if ":" in host else socket.AF_INET


def prefect_answers(host: str, port: int) -> bool:
    """Whether it is a Prefect server that answers there."""
    try:
        return asked(host, port, "/api/health").strip() == b"true"
    except (HTTPException, OSError, ValueError):
        return False


def lets_in(host: str, port: int, given: str | None) -> bool:
    """Whether the Prefect server there takes that name and password, or asks for none."""
    try:
        return bool(asked(host, port, "/api/version", given))
    except HTTPError as refusal:
        refusal.close()
        return refusal.code != HTTPStatus.UNAUTHORIZED
    except (HTTPException, OSError, ValueError):
        return True  # what else is wrong there is told by whoever asks next


def asked(host: str, port: int, path: str, given: str | None = None) -> bytes:
    """The beginning of the answer there.

    Raises `OSError`, `HTTPException` or `ValueError` where there is none.
    """
    name = f"[{host}]" if ":" in host else host
    question = urllib.request.Request(f"http://{name}:{port}{path}")
    if given:
        question.add_header("Authorization", f"Basic {b64encode(given.encode()).decode()}")
    # Whatever proxy the machine uses for the world, this address is on the machine itself.
    direct = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    with direct.open(question, timeout=2) as answer:
        return bytes(answer.read(16))


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
