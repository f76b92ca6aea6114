"""Where the server listens, what it is called there, and who can reach it."""

from __future__ import annotations

import re
import socket
from dataclasses import dataclass
from ipaddress import ip_address
from urllib.parse import urlsplit

from flows import settings, typed

LOCAL = ("127.0.0.1", "localhost", "::1")
EVERYWHERE = {"0.0.0.0": "127.0.0.1", "::": "::1"}  # noqa: S104 - known here so that it can be asked for a password
ASKED_FOR = re.compile(
    r"(\[[0-9a-f:.]+\]|[^\s:/@?#\[\]]+)(?::[0-9]{1,5})?"
)  # a Host header, in small letters
NAME = re.compile(r"[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?")


@dataclass(frozen=True, slots=True)
class Place:
    """An address to listen on, and what a person may call it."""

    host: str  # an IP address
    port: int
    outside: str | None = None  # the address a proxy in front answers to, as "https://briefing.example.org"
    names: frozenset[str] = frozenset(LOCAL)

    @property
    def near(self) -> str:
        """The host as the processes on this machine reach it."""
        return EVERYWHERE.get(self.host, self.host)

    @property
    def local(self) -> str:
        """The address on this machine, without a path."""
        return f"http://{bracketed(self.near)}:{self.port}"

    @property
    def address(self) -> str:
        """The address to open in a browser, without a path."""
        return self.outside or self.local

    @property
    def elsewhere(self) -> str | None:
        """What can be asked from other machines; None where only this one is served."""
        if not is_local(self.host):
            return self.host
        return next((name for name in sorted(self.names) if not is_local(name)), None)

    def is_called(self, asked: str, reached: str | None) -> bool:
        """Whether a Host header names this place; `reached` is the address the question came in on."""
        found = ASKED_FOR.fullmatch(asked.lower())
        name = found.group(1).strip("[]") if found else ""
        return name in self.names or (bool(name) and name == reached)


def bracketed(host: str) -> str:
    """The host as an address on the web has it: an IPv6 one in brackets."""
    return f"[{host}]" if ":" in host else host


def is_local(name: str) -> bool:
    """Whether only this machine can reach what listens under that name."""
    try:
        return ip_address(name).is_loopback
    except ValueError:
        return name == "localhost"


def place(host: str, port: int) -> Place:
    """The place at that address, with the names and the outside address of ON_RECORD_HOSTS and ON_RECORD_URL.

    Raises `Mistyped` where those are none.
    """
    outside = web_address(settings.outside())
    named = [name.strip().lower() for name in settings.hosts().split(",") if name.strip()]
    for name in named:
        if not (NAME.fullmatch(name) or is_address(name)):
            raise typed.Mistyped("not_a_name", typed=name)
    own = {host} if is_local(host) else {host, *own_names()}
    further = {urlsplit(outside).hostname or ""} if outside else set()
    return Place(host, port, outside, frozenset({*LOCAL, *own, *named, *further}))


def own_names() -> set[str]:
    """What this machine calls itself."""
    name = socket.gethostname().lower()
    short = name.partition(".")[0]
    return {name, short, f"{short}.local"}


def is_address(name: str) -> bool:
    """Whether it is an IP address."""
    try:
        ip_address(name)
    except ValueError:
        return False
    return True


def web_address(given: str | None) -> str | None:
    """The address as a browser names an origin: no path, small letters, no port that goes without saying.

    Raises `Mistyped` where it is none.
    """
    if not given:
        return None
    try:
        parts = urlsplit(given.strip().rstrip("/").lower())
        port = parts.port
    except ValueError as error:
        raise typed.Mistyped("not_an_outside_address", typed=given) from error
    name = parts.hostname or ""
    known = {"http": 80, "https": 443}
    plain = not (parts.path or parts.query or parts.fragment or parts.username or parts.password)
    if parts.scheme not in known or not plain or not (NAME.fullmatch(name) or is_address(name)):
        raise typed.Mistyped("not_an_outside_address", typed=given)
    shown = "" if port in {None, known[parts.scheme]} else f":{port}"
    return f"{parts.scheme}://{bracketed(name)}{shown}"
