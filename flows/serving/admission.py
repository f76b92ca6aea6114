"""What a run's form is held against besides its JSON schema, before there is a run that could fail.

Prefect's page asks the server twice: whether the form is right, field by field, and then for the run. Both
answers pass here. A run is never created without its parameters being held against the form.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

from flows import typed
from flows.dispatch import hours
from flows.order import Impossible, Order, run_name, sending_name
from flows.serving import messages

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from starlette.types import ASGIApp, Receive, Scope, Send

ASKED = re.compile(r"/api/ui/schemas/validate/?")
DATES, HOUR = ("as_of", "next_edition"), "not_before"
CREATED = re.compile(r"/api/deployments/[^/]+/create_flow_run/?")


def admission(app: ASGIApp) -> ASGIApp:
    """The same application, which refuses a form whose dates cannot be."""

    async def held(scope: Scope, receive: Receive, send: Send) -> None:
        is_post = scope["type"] == "http" and scope["method"] == "POST"
        if is_post and CREATED.fullmatch(scope["path"]):
            await _created(app, scope, receive, send)
        elif is_post and ASKED.fullmatch(scope["path"]):
            await _asked(app, scope, receive, send)
        else:
            await app(scope, receive, send)

    return held


async def _created(app: ASGIApp, scope: Scope, receive: Receive, send: Send) -> None:
    """Let the run be created where its dates can be, always with its parameters held against the form."""
    content = await messages.content(receive)
    wish = messages.as_object(content)
    if wish is None:
        await messages.answer(
            send, 413 if content is None else 422, {"detail": "This is not a form that can be read."}
        )
        return
    parameters = wish.get("parameters") or {}
    told = wrong(parameters) if isinstance(parameters, dict) else {}
    if told:
        await messages.answer(send, 409, {"detail": " ".join(told.values())})
        return
    wish["enforce_parameter_schema"] = True
    wish |= named(wish)
    await app(*messages.handed_on(scope, json.dumps(wish).encode()), send)


async def _asked(app: ASGIApp, scope: Scope, receive: Receive, send: Send) -> None:
    """Add what is wrong with the dates to what Prefect finds wrong with the form."""
    content = await messages.content(receive)
    asked = messages.as_object(content) or {}
    values = asked.get("values")
    told = wrong(values) if is_ours(asked.get("schema")) and isinstance(values, dict) else {}
    if not told:
        await app(*messages.handed_on(scope, content or b""), send)
        return
    errors = [{"property": name, "errors": [words]} for name, words in told.items()]
    await messages.answer(send, 200, {"valid": False, "errors": errors})


def named(wish: Mapping[str, Any]) -> dict[str, str]:
    """The name the run will take when it begins, as what is to be sent: so the list shows it from the start.

    Nothing where it names no workbook, or speaks of the day it begins and that is not today.
    """
    parameters = wish.get("parameters")
    given = parameters if isinstance(parameters, dict) else {}
    if isinstance(given.get("edition"), str):
        return {"name": sending_name(given)}
    workbook, as_of = given.get("workbook"), given.get("as_of") or None
    if not isinstance(workbook, str) or (as_of is None and begins_later(wish.get("state"))):
        return {}
    return {"name": run_name(workbook, as_of or typed.today())}


def begins_later(state: object) -> bool:
    """Whether a run asked for in that state waits for an hour of its own."""
    details = state.get("state_details") if isinstance(state, dict) else None
    return isinstance(details, dict) and details.get("scheduled_time") is not None


def is_ours(asked: object) -> bool:
    """Whether a JSON schema is this form's."""
    properties = {*asked.get("properties", {})} if isinstance(asked, dict) else set()
    return {*DATES} <= properties or HOUR in properties


def wrong(parameters: Mapping[str, object]) -> dict[str, str]:
    """What no JSON schema can say of the two dates, by parameter: no day at all, or not in their order."""
    days: dict[str, date] = {}
    told: dict[str, str] = _wrong_hour(parameters.get(HOUR))
    for name in DATES:
        if (given := parameters.get(name)) not in (None, ""):
            try:
                days[name] = typed.iso(str(given))
            except typed.Mistyped as refusal:
                told[name] = str(refusal)
    try:
        Order(days.get("as_of", typed.today()), days.get("next_edition"))
    except Impossible as refusal:
        told["next_edition"] = str(refusal)
    return told


def _wrong_hour(given: object) -> dict[str, str]:
    """What is wrong with the hour before which nothing is to leave."""
    if not isinstance(given, str) or not given.strip():
        return {}
    try:
        hours.read(given)
    except typed.Mistyped as refusal:
        return {HOUR: str(refusal)}
    return {}
