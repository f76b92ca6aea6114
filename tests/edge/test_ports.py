"""Whether a port is free, and whose it is if not."""

from __future__ import annotations

import errno
import os
import socket
import sys
import threading
from http.server import BaseHTTPRequestHandler, HTTPServer
from typing import TYPE_CHECKING

import pytest

from flows import ports
from flows.serving import start

if TYPE_CHECKING:
    from collections.abc import Iterator

HOST = "127.0.0.1"


@pytest.fixture
def taken() -> Iterator[int]:
    """A port this process listens on, without ever answering."""
    with socket.create_server((HOST, 0)) as listening:
        yield listening.getsockname()[1]


class Health(BaseHTTPRequestHandler):
    """Answers every question with what its server was given to say."""

    said = b""

    def do_GET(self) -> None:
        self.send_response(200)
        self.end_headers()
        self.wfile.write(self.said)

    def log_message(self, *_told: object) -> None:
        pass


def answering(said: bytes) -> HTTPServer:
    server = HTTPServer((HOST, 0), type("Saying", (Health,), {"said": said}))
    threading.Thread(target=server.handle_request, daemon=True).start()
    return server


def test_a_port_somebody_listens_on_is_not_free_and_is_again_afterwards() -> None:
    with socket.create_server((HOST, 0)) as listening:
        port = listening.getsockname()[1]
        assert not ports.is_free(HOST, port)
    assert ports.is_free(HOST, port)


@pytest.mark.parametrize(("said", "is_prefect"), [(b"true", True), (b"<html>", False)])
def test_only_a_server_that_says_it_is_well_as_prefect_does_is_taken_for_one(
    said: bytes,
    is_prefect: bool,  # noqa: FBT001 - a row of the table
) -> None:
    with answering(said) as server:
        assert ports.prefect_answers(HOST, server.server_port) is is_prefect


def test_where_nobody_listens_no_prefect_answers(taken: int) -> None:
    with socket.create_server((HOST, 0)) as listening:
        port = listening.getsockname()[1]
    assert not ports.prefect_answers(HOST, port)
    assert port != taken


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells whose a socket is")
def test_the_program_that_holds_a_port_is_named_with_its_number(taken: int) -> None:
    holder = ports.holder(taken)
    assert holder is not None
    assert holder.process == os.getpid()
    assert holder.name


def test_a_port_kept_for_the_administrator_is_told_as_that(monkeypatch: pytest.MonkeyPatch) -> None:
    class Unprivileged(socket.socket):
        def bind(self, _address: object) -> None:
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))

    monkeypatch.setattr(socket, "socket", Unprivileged)
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    assert start.in_the_way(80) == (
        "The system lets nobody but its administrator use port 80. Type: onrecord ui --port 4200"
    )


def test_the_port_offered_instead_of_the_last_one_is_a_port(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    assert start.taken(65_535).endswith("or type: onrecord ui --port 4200")
    assert start.taken(65_534).endswith("or type: onrecord ui --port 65535")


def test_a_free_port_has_no_holder() -> None:
    with socket.create_server((HOST, 0)) as listening:
        port = listening.getsockname()[1]
    assert ports.holder(port) is None


def test_a_proxy_for_the_world_is_not_asked_about_this_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("http_proxy", "HTTP_PROXY", "all_proxy"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    with answering(b"true") as server:
        assert ports.prefect_answers(HOST, server.server_address[1])


def test_a_program_that_speaks_no_http_is_no_prefect() -> None:
    with socket.create_server((HOST, 0)) as listening:

        def greet() -> None:
            caller, _ = listening.accept()
            with caller:
                caller.sendall(b"SSH-2.0-OpenSSH_9.2\r\n")

        greeting = threading.Thread(target=greet, daemon=True)
        greeting.start()
        assert not ports.prefect_answers(HOST, listening.getsockname()[1])
        greeting.join(5)
