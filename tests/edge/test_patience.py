"""What is asked of a busy database is asked again, with Prefect's own way to say that it is busy."""

from __future__ import annotations

import asyncio
import sqlite3
from typing import TYPE_CHECKING, Any

import httpx
import pytest
import sqlalchemy as sa
from prefect.server.api.server import custom_internal_exception_handler
from starlette.applications import Starlette
from starlette.responses import JSONResponse
from starlette.routing import Mount, Route

from flows.serving import bodies, patience

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.types import Receive, Scope, Send

WAY = "/api/flow_runs/1/resume"


class Desk:
    """A server whose database is too busy for the first so many questions."""

    def __init__(self, busy: int, *, errorname: str = "SQLITE_BUSY_SNAPSHOT") -> None:
        self.busy, self.errorname = busy, errorname
        self.asked: list[Any] = []
        routes = [
            Route("/flow_runs/{id}/resume", self.resume, methods=["POST", "GET"]),
            Route("/nothing", self.nothing, methods=["POST"]),
        ]
        handlers: Any = {Exception: custom_internal_exception_handler}
        inner = Starlette(routes=routes, exception_handlers=handlers)
        outer = Starlette(routes=[Mount("/api", inner), Route("/other", self.resume, methods=["POST"])])
        self.app = patience.patient(outer)

    def ask(self, way: str, method: str = "POST", content: bytes = b"{}") -> httpx.Response:
        """What it answers."""

        async def together(scope: Scope, receive: Receive, send: Send) -> None:
            whole, _ = await bodies.looked_through(scope, receive)
            await self.app(scope, whole, send)

        async def asked() -> httpx.Response:
            way_in = httpx.ASGITransport(together, raise_app_exceptions=False)
            async with httpx.AsyncClient(transport=way_in, base_url="http://desk") as client:
                return await asyncio.wait_for(client.request(method, way, content=content), 60)

        return asyncio.run(asked())

    async def resume(self, request: Request) -> JSONResponse:
        self.asked.append(await request.body())
        if len(self.asked) <= self.busy:
            busy = sqlite3.OperationalError(self.errorname)
            busy.sqlite_errorname = self.errorname
            raise sa.exc.OperationalError("UPDATE", {}, busy)
        return JSONResponse({"id": request.path_params["id"]}, 201)

    async def nothing(self, request: Request) -> JSONResponse:
        self.asked.append(await request.body())
        raise LookupError


@pytest.fixture(autouse=True)
def at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(patience, "PAUSES", (0.0, 0.0, 0.0))


@pytest.mark.parametrize("busy", [0, 1, 3])
def test_an_answer_that_the_database_was_busy_for_is_taken_all_the_same(busy: int) -> None:
    desk = Desk(busy)
    answer = desk.ask(WAY, content=b'{"run_input": {}}')
    assert (answer.status_code, answer.json()) == (201, {"id": "1"})
    assert desk.asked == [b'{"run_input": {}}'] * (busy + 1)


def test_where_it_stays_busy_that_is_said_and_no_more_is_tried() -> None:
    desk = Desk(99)
    assert desk.ask(WAY).status_code == 503
    assert len(desk.asked) == 4


def test_a_fault_is_no_busy_database() -> None:
    desk = Desk(1, errorname="SQLITE_CORRUPT")
    assert desk.ask(WAY).status_code == 500
    assert desk.ask("/api/nothing").status_code == 500
    assert len(desk.asked) == 2


@pytest.mark.parametrize(("method", "way"), [("GET", WAY), ("POST", "/other")])
def test_what_changes_nothing_and_what_is_not_prefects_is_asked_once(method: str, way: str) -> None:
    desk = Desk(1)
    assert desk.ask(way, method).status_code >= 500
    assert len(desk.asked) == 1
