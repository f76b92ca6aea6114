"""A run's artifacts in the order they are read; Prefect's page asks for them by their random ids."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from flows.serving import messages

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Receive, Scope, Send

LISTED = re.compile(r"/api/artifacts/(?:latest/)?filter/?")


def in_order(app: ASGIApp) -> ASGIApp:
    """The same application, which lists the newest artifact first where it is asked to list them by id."""

    async def sorted_by_day(scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or scope["method"] != "POST" or not LISTED.fullmatch(scope["path"]):
            await app(scope, receive, send)
            return
        sent = await messages.content(receive)
        asked = messages.as_object(sent)
        if asked and asked.get("sort") == "ID_DESC":
            sent = json.dumps({**asked, "sort": "CREATED_DESC"}).encode()
        await app(*messages.handed_on(scope, sent or b""), send)

    return sorted_by_day
