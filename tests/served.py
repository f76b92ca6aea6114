"""`onrecord ui` as a person starts it: a real start on a free port, asked from outside."""

from __future__ import annotations

import http.client
import json
import os
import socket
import subprocess
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, NamedTuple

from tests.conftest import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator
    from email.message import Message
    from pathlib import Path

HOST = "127.0.0.1"


class Answer(NamedTuple):
    """What the server said."""

    status: int
    headers: Message
    content: bytes

    def json(self) -> Any:  # noqa: ANN401 - whatever JSON holds
        return json.loads(self.content)


class Served(NamedTuple):
    """A running `onrecord ui`, and what it said on its standard error."""

    process: subprocess.Popen[bytes]
    port: int
    said: Path
    given: dict[str, str]  # headers of every question

    def get(self, path: str, method: str = "GET", body: object = None, **headers: str | None) -> Answer:
        """The answer to a question; a header that is None is left out."""
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        sent = {name: value for name, value in (self.given | named).items() if value is not None}
        content = None
        if body is not None:
            content = body if isinstance(body, bytes) else json.dumps(body).encode()
            sent |= {"Content-Type": "application/json"}
        asked = http.client.HTTPConnection(HOST, self.port, timeout=30)
        try:
            asked.request(method, path, content, sent)
            answer = asked.getresponse()
            return Answer(answer.status, answer.headers, answer.read())
        finally:
            asked.close()

    def post(self, path: str, body: object, **headers: str | None) -> Answer:
        """The answer to what is sent as Prefect's own page sends it."""
        token = self.get("/api/csrf-token?client=tests").json()["token"]
        signed = {"Prefect-Csrf-Token": token, "Prefect-Csrf-Client": "tests"}
        return self.get(path, "POST", body, **{**signed, **headers})


def free_port() -> int:
    """A port nobody listens on."""
    with socket.create_server((HOST, 0)) as free:
        return int(free.getsockname()[1])


@contextmanager
def serving(
    home: Path, *options: object, given: dict[str, str] | None = None, **changed: str
) -> Iterator[Served]:
    """`onrecord ui` on a free port, once it has named its address, with what it keeps in that folder."""
    port = free_port()
    said = home / "said"
    environment = {
        **{name: value for name, value in os.environ.items() if not name.startswith("PREFECT_")},
        "PYTHONPATH": str(ROOT),
        "PREFECT_HOME": str(home / "prefect"),
        "OUTPUTS": str(home / "outputs"),
        "LC_ALL": "C.UTF-8",
        **changed,
    }
    command = [sys.executable, "-m", "flows.cli", "ui", "--port", str(port), *map(str, options)]
    with (
        said.open("wb") as errors,
        subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, stderr=errors) as process,  # noqa: S603
    ):
        try:
            assert process.stdout is not None
            named = process.stdout.readline().decode().strip()  # empty where it ended instead
            assert named == changed.get("ON_RECORD_URL", f"http://{HOST}:{port}"), said.read_text()
            yield Served(process, port, said, given or {})
        finally:
            process.kill()
