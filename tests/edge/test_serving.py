"""Prefect's server and page as `onrecord ui` starts them: a real start on a free port, asked from outside."""

from __future__ import annotations

import os
import signal
import socket
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from flows import ports
from tests.served import HOST

if TYPE_CHECKING:
    from tests.conftest import Python
    from tests.served import Served

# They share one start in each process that runs some of them in their order; the last one ends it.
pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("serving")]

PDF = "/editions/record/2020-06-15-01/briefing-en.pdf"
SCREEN = PDF.replace(".pdf", ".html")
ELSEWHERE = "https://elsewhere.example"


def test_the_server_answers_that_it_is_well(served: Served) -> None:
    assert served.get("/api/health")[::2] == (200, b"true")


def test_an_edition_is_served_as_a_pdf_and_as_nothing_else(served: Served) -> None:
    status, headers, content = served.get(PDF)
    assert (status, content[:5]) == (200, b"%PDF-")
    assert headers["content-type"] == "application/pdf"
    assert headers["x-content-type-options"] == "nosniff"


def test_an_edition_for_the_screen_may_only_be_read(served: Served) -> None:
    status, headers, _ = served.get(SCREEN)
    assert (status, headers["content-type"]) == (200, "text/html; charset=utf-8")
    assert headers["x-content-type-options"] == "nosniff"
    policy = headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "sandbox" in policy
    assert "allow-scripts" not in policy
    assert "allow-same-origin" not in policy


@pytest.mark.parametrize(
    ("path", "status"),
    [
        *(("/editions/../pyproject.toml", 400), ("/editions/%2e%2e/said", 400), ("/editions/", 404)),
        *(("/editions/ledger.sqlite3", 404), ("/editions/record/decisions.jsonl", 404)),
        *(("/editions/.issued/x.pdf", 404), ("/editions/.owners/x", 404), ("/editions/record/", 404)),
    ],
)
def test_nothing_beside_the_shelf_is_served(path: str, status: int, served: Served) -> None:
    beside = served.home / "outputs" / path.removeprefix("/editions/")
    if status == 404 and not path.endswith("/"):  # it is there, and not to be had
        beside.parent.mkdir(parents=True, exist_ok=True)
        beside.write_text("a…@example.org")
    assert served.get(path).status == status


@pytest.mark.parametrize("path", ["/", "/api/health"])
def test_a_page_may_fetch_nothing_from_another_machine(path: str, served: Served) -> None:
    _, headers, _ = served.get(path)
    assert "default-src 'self'" in headers["content-security-policy"]
    assert "frame-ancestors 'none'" in headers["content-security-policy"]
    assert headers["x-content-type-options"] == "nosniff"


def test_a_page_of_another_origin_gets_no_answer(served: Served) -> None:
    for method, path in (("OPTIONS", "/api/flows/filter"), ("GET", "/api/health")):
        answer = served.get(path, method, Origin=ELSEWHERE, Access_Control_Request_Method="POST")
        assert answer.status == 403
        assert answer.headers["access-control-allow-origin"] is None


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1"])
def test_the_page_asks_whatever_address_it_was_opened_at(host: str, served: Served) -> None:
    answer = served.get("/ui-settings", Host=f"{host}:{served.port}", Origin=f"http://{host}:{served.port}")
    assert answer.json()["api_url"] == "/api"


def test_what_the_runs_need_meanwhile_lies_in_the_server_s_own_folder(served: Served) -> None:
    served.told()
    late = time.monotonic() + 30
    while not (served.home / "prefect" / "runner").is_dir() and time.monotonic() < late:
        time.sleep(0.2)
    assert [*(served.home / "prefect" / "runner").iterdir()]


def test_the_flow_waits_at_the_address_of_its_form(served: Served) -> None:
    told = served.told()
    assert told[-1] == "On the page it is Deployments, briefing, Run. Ctrl-C stops it."
    form = told[-2].rsplit("/", 2)[-2]
    status, _, content = served.get(f"/api/deployments/{form}")
    assert status == 200
    assert b'"briefing"' in content


def offered(said: str, taken: int) -> int:
    """The port offered instead of the taken one: a free one above it, where nobody took it since."""
    port = int(said.rsplit(" ", 1)[-1])
    assert port > taken
    return port


def test_a_second_start_says_that_the_server_is_already_running(served: Served, python: Python) -> None:
    run = python("-m", "flows.cli", "ui", "--port", served.port)
    assert (run.returncode, run.stdout) == (2, "")
    assert run.stderr == (
        f"A Prefect server is already running at http://{HOST}:{served.port}. "
        f"Use that one, stop it first, or type: onrecord ui --port {offered(run.stderr, served.port)}\n"
    )


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells whose a socket is")
def test_a_port_taken_by_another_program_is_told_with_its_name_and_number(python: Python) -> None:
    with socket.create_server((HOST, 0)) as taken:
        port = taken.getsockname()[1]
        run = python("-m", "flows.cli", "ui", "--port", port)
    assert run.returncode == 2
    other = offered(run.stderr, port)
    assert run.stderr.endswith(
        f"(process {os.getpid()}). Stop it first, or type: onrecord ui --port {other}\n"
    )


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such signal")
def test_asked_to_end_it_ends_with_the_server_it_started(served: Served) -> None:
    server = ports.holder(served.port)
    served.process.send_signal(signal.SIGTERM)
    assert served.process.wait(60) == 0
    assert served.said.read_text().splitlines()[-1] == "Stopped."
    assert ports.is_free(HOST, served.port)
    if server is not None:
        assert server.process != served.process.pid
        assert not Path(f"/proc/{server.process}").exists()
