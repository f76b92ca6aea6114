"""How the server says no: a sentence in the reader's language, as text or as Prefect's page reads it."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from starlette.datastructures import Headers
from starlette.responses import Response

from flows import settings
from flows.spoken import said

if TYPE_CHECKING:
    from collections.abc import Mapping

    from starlette.types import Scope, Send

POLICY_VIOLATION = 1008  # as a web socket says no


@dataclass(frozen=True, slots=True)
class Objection:
    """Why a question is not answered: the status, and the kind of the sentence with its blanks."""

    status: int
    kind: str
    blanks: Mapping[str, str] = field(default_factory=dict)


async def answer(objection: Objection, scope: Scope, send: Send) -> None:
    """Say no."""
    if scope["type"] == "websocket":
        await send({"type": "websocket.close", "code": POLICY_VIOLATION, "reason": ""})
        return
    api = scope["path"].startswith(settings.API)
    sentence = said(objection.kind, language(scope), **objection.blanks)
    headers = {"cache-control": "no-store", "vary": "accept-language"}
    if objection.status == 401 and not api:  # noqa: PLR2004 - the status that asks for it; Prefect's page has a form
        headers["www-authenticate"] = 'Basic realm="On Record", charset="UTF-8"'
    said_to_prefect = {"detail": sentence, "exception_message": sentence}
    response = Response(
        json.dumps(said_to_prefect, ensure_ascii=False) if api else sentence + "\n",
        objection.status,
        headers,
        "application/json" if api else "text/plain",
    )
    await response(scope, nothing_more, send)


async def nothing_more() -> dict[str, str]:
    """No more of the question: the answer does not depend on it."""
    return {"type": "http.disconnect"}


def language(scope: Scope) -> str:
    """The language of whoever asks, as their browser says: "fr" where that comes first, else "en"."""
    return "fr" if Headers(scope=scope).get("accept-language", "").lower().startswith("fr") else "en"
