"""A webhook on this machine that keeps what it is called with."""

from __future__ import annotations

import json
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator


class Hook(NamedTuple):
    """Where it is, and each call: the path and what was sent."""

    address: str
    calls: list[tuple[str, dict[str, str]]]


@contextmanager
def listening() -> Iterator[Hook]:
    """The webhook, until it is left; it answers 404 below /gone."""
    calls: list[tuple[str, dict[str, str]]] = []

    class Call(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            content = self.rfile.read(int(self.headers["Content-Length"]))
            calls.append((self.path, json.loads(content)))
            self.send_response(404 if self.path.startswith("/gone") else 204)
            self.end_headers()

        def log_message(self, *_: object) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Call) as server:
        Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
        try:
            yield Hook(f"http://127.0.0.1:{server.server_address[1]}", calls)
        finally:
            server.shutdown()
