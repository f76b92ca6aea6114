"""Prefect's page comes with our script in front, and nothing else of it is touched."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

import httpx
import pytest
from starlette.applications import Starlette
from starlette.middleware.gzip import GZipMiddleware
from starlette.responses import HTMLResponse, PlainTextResponse, StreamingResponse
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from flows import settings
from flows.serving.shell import OURS, script, with_ours

if TYPE_CHECKING:
    from pathlib import Path

    from starlette.types import ASGIApp

PAGE = "<!DOCTYPE html>\n<html><head><title>é</title></head><body><head></body></html>"
WITH_OURS = PAGE.replace("<head>", f"<head>{script().decode()}", 1)
BROWSER = {"accept": "text/html,*/*", "accept_encoding": "gzip"}
Ask = Callable[..., httpx.Response]


def test_our_script_is_all_that_stands_in_its_folder() -> None:
    written = [path.read_text() for path in OURS.iterdir()]
    assert len(written) == 2
    assert all(words in script().decode() for words in written)
    assert script().count(b"</script>") == 1
    for way in (settings.SHELF, settings.ROOM):  # what opens beside
        assert f'"{way}/"' in script().decode()
    assert settings.API.replace("/", r"\/") in script().decode()  # where it hears of runs


@pytest.fixture
def page(tmp_path: Path) -> Ask:
    """A page in pieces, one of a file, one that is packed, and what is no page."""
    (tmp_path / "index.html").write_text(PAGE)
    (tmp_path / "main.js").write_text("<head>")
    pieces = [PAGE[:19].encode(), PAGE[19:].encode()]
    app = Starlette(
        routes=[
            Route("/pieces", lambda _: StreamingResponse(iter(pieces), media_type="text/html")),
            Route("/words", lambda _: PlainTextResponse("<head>")),
            Route("/lost", lambda _: HTMLResponse(PAGE, 404)),
            Mount("/file", StaticFiles(directory=tmp_path)),
        ]
    )
    app.add_middleware(GZipMiddleware, minimum_size=1)
    return partial(asked, with_ours(app))


def asked(app: ASGIApp, path: str, **headers: str) -> httpx.Response:
    """What the application answers there."""

    async def answer() -> httpx.Response:
        async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://here") as client:
            return await client.get(
                path, headers={name.replace("_", "-"): value for name, value in headers.items()}
            )

    return asyncio.run(answer())


@pytest.mark.parametrize("path", ["/pieces", "/file/index.html", "/lost"])
def test_a_page_begins_with_our_script_once(page: Ask, path: str) -> None:
    answer = page(path, **BROWSER)
    assert answer.text == WITH_OURS
    assert answer.headers["content-length"] == str(len(answer.content))


def test_a_browser_that_has_the_page_is_sent_it_all_the_same(page: Ask) -> None:
    answer = page("/file/index.html", **BROWSER, if_modified_since="Fri, 01 Jan 2038 00:00:00 GMT")
    assert (answer.status_code, answer.text) == (200, WITH_OURS)
    assert not {"etag", "last-modified"} & {*answer.headers}


@pytest.mark.parametrize("path", ["/words", "/file/main.js"])
def test_what_is_no_page_is_left_as_it_is(page: Ask, path: str) -> None:
    assert page(path, **BROWSER).text == "<head>"


def test_a_page_that_was_packed_unasked_is_left_as_it_is(page: Ask) -> None:
    answer = page("/file/index.html", accept="*/*", accept_encoding="gzip")
    assert answer.headers["content-encoding"] == "gzip"
    assert answer.text == PAGE
