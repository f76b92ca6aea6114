"""Whether a port is free, and whose it is if not."""

from __future__ import annotations

import errno
import os
import socket
import sys
import threading
from http.server import BaseHTTPRequestHandler, HTTPServer
from typing import TYPE_CHECKING, Any

import pytest

from flows import ports
from flows.serving import start
from flows.serving.addresses import Place

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

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
        def bind(self, address: Any) -> None:  # noqa: ANN401 - as the library has it
            if address[1] < 1024:
                raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
            super().bind(address)

    monkeypatch.setattr(socket, "socket", Unprivileged)
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    words, _, offered = str(start.in_the_way(Place(HOST, 80))).rpartition(" ")
    assert words == "The system lets nobody but its administrator use port 80. Type: onrecord ui --port"
    assert int(offered) >= 4200


def test_the_port_offered_instead_of_a_taken_one_is_free() -> None:
    with socket.create_server((HOST, 0)) as first:
        port = first.getsockname()[1]
        try:
            second = socket.create_server((HOST, port + 1))
        except (OSError, OverflowError):  # taken by somebody else, which serves as well
            second = socket.socket()
        with second:
            offered = ports.next_free(HOST, port)
            assert offered not in {port, port + 1}
            assert ports.is_free(HOST, offered)


def test_instead_of_the_last_port_any_free_one_is_offered() -> None:
    assert ports.is_free(HOST, ports.next_free(HOST, 65_535))


def test_the_command_offered_says_again_where_it_listens_and_which_file_it_reads(tmp_path: Path) -> None:
    offered = start.command(Place("127.0.0.2", 4200), tmp_path / "a file", 4200)
    assert f" --host 127.0.0.2 --auth-file '{tmp_path / 'a file'}' --port " in offered


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
