"""What is sent to Prefect's API, looked through before Prefect sees it.

Prefect stores half of a surrogate pair and can never show the list of runs again; other odd values it answers
with an error of its own.
"""

from __future__ import annotations

import json
import re
from math import isfinite
from typing import TYPE_CHECKING, Any

from flows.serving.refusing import Objection

if TYPE_CHECKING:
    from starlette.types import Message, Receive, Scope

MOST = 16_000_000  # bytes; an artifact with the picture of a page has less than one million
CHANGES = {"POST", "PUT", "PATCH", "DELETE"}  # the methods of what is more than a question
LARGEST = 2**63  # what the database holds as a number
UNSTORED = re.compile("[\x00\ud800-\udfff]")
ASKS_FOR_A_RUN = re.compile(r"/api/deployments/[^/]+/create_flow_run/?")
KIND = "__prefect_kind"  # by which Prefect tells a value that is written in another way


async def looked_through(scope: Scope, receive: Receive) -> tuple[Receive, Objection | None]:
    """The same content to be received, and what is to be said against it."""
    if scope["type"] == "websocket":
        return introduced(receive) if "prefect" in scope.get("subprotocols", ()) else receive, None
    if scope["method"] not in CHANGES:
        return receive, None
    content = bytearray()
    more = True
    while more:
        message = await receive()
        if message["type"] == "http.disconnect":
            return once(message, receive), None
        content += message.get("body", b"")
        more = message.get("more_body", False)
        if len(content) > MOST:
            return receive, Objection(413, "content_large")
    whole = {"type": "http.request", "body": bytes(content), "more_body": False}
    return once(whole, receive), against(bytes(content), scope["path"])


def once(first: Message, then: Receive) -> Receive:
    """What is received: that message, then the rest."""
    waiting = [first]

    async def received() -> Message:
        return waiting.pop() if waiting else await then()

    return received


def introduced(receive: Receive) -> Receive:
    """The same messages of a web socket; one that does not open as Prefect expects counts as hung up."""
    begun = False

    async def received() -> Message:
        nonlocal begun
        message = await receive()
        if message["type"] == "websocket.receive" and not begun:
            begun = True
            if not introduces(message.get("text") or ""):
                return {"type": "websocket.disconnect", "code": 1008}
        return message

    return received


def introduces(words: str) -> bool:
    """Whether a first message is one that Prefect can tell the name and password from."""
    try:
        said = json.loads(words)
    except (ValueError, RecursionError):
        return False
    token = said.get("token") if isinstance(said, dict) else 0
    return token is None or (isinstance(token, str) and token.isascii())


def against(content: bytes, path: str) -> Objection | None:
    """What is to be said against that content; what is no JSON Prefect refuses itself."""
    try:
        value = json.loads(content)
    except RecursionError:
        return Objection(400, "content_odd")
    except ValueError:
        return None
    if not storable(value):
        return Objection(400, "content_odd")
    if ASKS_FOR_A_RUN.fullmatch(path) and unshown(value):
        return Objection(422, "content_unshown")
    return None


def storable(value: Any) -> bool:  # noqa: ANN401 - whatever JSON holds
    """Whether Prefect can store it and show it again."""
    if isinstance(value, str):
        return not UNSTORED.search(value)
    if isinstance(value, int):
        return abs(value) < LARGEST
    if isinstance(value, float):
        return isfinite(value)
    if isinstance(value, list):
        return all(map(storable, value))
    if isinstance(value, dict):
        return all(map(storable, (*value, *value.values()))) and understood(value)
    return True


def understood(value: dict[str, Any]) -> bool:
    """Whether Prefect can tell what is meant by a value that is written in another way."""
    kind = value.get(KIND, "")
    if not isinstance(kind, str):
        return False
    written = value.get("value")
    if kind != "json" or not isinstance(written, str):
        return True
    try:
        return storable(json.loads(written))
    except RecursionError:
        return False
    except ValueError:
        return True


def unshown(value: Any) -> bool:  # noqa: ANN401 - whatever JSON holds
    """Whether it asks for a run in a state that Prefect could not show: one with data of its own."""
    state = value.get("state") if isinstance(value, dict) else None
    return isinstance(state, dict) and state.get("data") is not None
