"""A running `onrecord ui`, asked from outside."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, NamedTuple

from tests.conftest import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator
    from email.message import Message
    from pathlib import Path

HOST = "127.0.0.1"
PATIENCE = 180  # seconds for the first start on a busy machine
BUSY = 30  # seconds its database may be busy
PDF = "/editions/record/2020-06-15-01/briefing-en.pdf"


class Served(NamedTuple):
    """A running `onrecord ui`, where its things are, and what it said on its standard error."""

    process: subprocess.Popen[bytes]
    port: int
    home: Path
    said: Path

    def get(self, path: str, method: str = "GET", **headers: str) -> tuple[int, Message, bytes]:
        """Status, headers and content of the answer."""
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        return self.answer(urllib.request.Request(self.at(path), method=method, headers=named))  # noqa: S310 - http

    def ask(self, method: str, path: str, given: object = None) -> Any:  # noqa: ANN401 - whatever JSON it is
        """What Prefect's interface answers, as its own page asks it."""
        token = json.loads(self.get("/api/csrf-token?client=tests")[2])["token"]
        headers = {
            "Content-Type": "application/json", "Prefect-Csrf-Token": token, "Prefect-Csrf-Client": "tests",
        }  # fmt: skip
        content = None if given is None else json.dumps(given).encode()
        asked = urllib.request.Request(self.at(path), content, headers, method=method)  # noqa: S310 - as above
        status, _, came = self.answer(asked)
        late = time.monotonic() + BUSY
        while status == 503 and time.monotonic() < late:  # its database is locked; its own client waits, too
            time.sleep(0.5)
            status, _, came = self.answer(asked)
        assert status < 300, came
        return json.loads(came) if came else None

    def at(self, path: str) -> str:
        """The whole address."""
        return f"http://{HOST}:{self.port}{path}"

    def answer(self, asked: urllib.request.Request) -> tuple[int, Message, bytes]:
        """Status, headers and content of the answer, be it a refusal."""
        try:
            with urllib.request.urlopen(asked, timeout=30) as answer:  # noqa: S310 - as above
                return answer.status, answer.headers, answer.read()
        except urllib.error.HTTPError as answer:
            with answer:
                return answer.code, answer.headers, answer.read()

    def told(self) -> list[str]:
        """Its lines, once it has said all there is to say of its start."""
        late = time.monotonic() + PATIENCE
        while "Ctrl-C" not in self.said.read_text() and time.monotonic() < late:
            time.sleep(0.1)
        return self.said.read_text().splitlines()


@contextmanager
def started(home: Path) -> Iterator[Served]:
    """`onrecord ui` on a free port, with one edition on its shelf, once it has named its address."""
    kept = home / PDF.replace("/editions", "outputs", 1)
    kept.parent.mkdir(parents=True)
    kept.write_bytes(b"%PDF-1.7 not much of one")
    kept.with_suffix(".html").write_bytes(b"<!DOCTYPE html><title>x</title><script>fetch('/api')</script>")
    with socket.create_server((HOST, 0)) as free:
        port = free.getsockname()[1]
    said = home / "said"
    environment = {
        **{name: value for name, value in os.environ.items() if not name.startswith("PREFECT_")},
        "PYTHONPATH": str(ROOT),
        "PREFECT_HOME": str(home / "prefect"),
        "OUTPUTS": str(home / "outputs"),
        "LC_ALL": "C.UTF-8",
    }
    command = [sys.executable, "-m", "flows.cli", "ui", "--port", str(port)]
    with (
        said.open("wb") as errors,
        subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, stderr=errors) as process,  # noqa: S603
    ):
        try:
            assert process.stdout is not None
            named = process.stdout.readline().decode().strip()  # empty where it ended instead
            assert named == f"http://{HOST}:{port}", said.read_text()
            yield Served(process, port, home, said)
        finally:
            process.kill()


def made(served: Served, kind: str, name: str, **data: object) -> str:
    """The id of a new block, as Prefect's page sends what was typed."""
    there = served.ask("GET", f"/api/block_types/slug/{kind}")
    asked = {"block_schemas": {"block_type_id": {"any_": [there["id"]]}}}
    schema = served.ask("POST", "/api/block_schemas/filter", asked)[0]
    given = {"name": name, "data": data, "block_schema_id": schema["id"], "block_type_id": there["id"]}
    return str(served.ask("POST", "/api/block_documents/", given)["id"])
