"""The run's form as Prefect's page shows it.

The titles and the help stand beside the flow's own parameters; what may be chosen follows the folder
`inputs/` and the recipients of the workbooks in it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from prefect.utilities.callables import parameter_schema

from flows.approval import EVERYONE
from flows.briefing import briefing
from flows.distribution import IF_ANY, NOWHERE, THE_ONLY_ONE, WORKBOOK, distribution
from flows.document import EXTENTS, LANGUAGES

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

ALWAYS = ["workbook", "languages", "extent"]
"""What no run goes without; the page marks the others as optional."""
SWITCH = {"type": "boolean", "default": False}
AT_FIRST = {
    "list_of_recipients": WORKBOOK,
    "mail_server": THE_ONLY_ONE,
    "store": NOWHERE,
    "signing_key": IF_ANY,
}
"""What stands in a field for a block at first: the words for none, or for the only one."""
NO_EDITION = "no edition in the folder outputs yet"
NONE_THERE = "no workbook in the folder inputs yet"


def schema(workbooks: Sequence[str], chosen: str | None, groups: Sequence[str]) -> dict[str, Any]:
    """The form as a JSON schema: the workbooks to choose from, the one chosen at first, the groups.

    A date is left empty rather than set to "None", and no name is taken that is not a parameter's.
    """
    return _schema(briefing.fn, _shapes(workbooks, chosen, groups), ALWAYS)


def of_sending(
    editions: Sequence[str], groups: Sequence[str], blocks: Mapping[str, Sequence[str]]
) -> dict[str, Any]:
    """The form of the flow that sends: the editions on the shelf, newest first, the groups, and the blocks.

    `blocks` has the names there are for each parameter that is one.
    """
    words = {"type": "string", "default": ""}
    shapes = {
        "edition": _choice(editions or [NO_EDITION], (editions or [NO_EDITION])[0]),
        "recipients": _choice([EVERYONE, *groups], EVERYONE),
        "preview": SWITCH | {"default": True},
        **{name: _choice([first, *blocks.get(name, ())], first) for name, first in AT_FIRST.items()},
        **dict.fromkeys(("not_before", "draft", "name"), words),
    }
    return _schema(distribution.fn, shapes, ["edition"])


def _schema(flow: Callable[..., Any], shapes: Mapping[str, Any], always: list[str]) -> dict[str, Any]:
    own = parameter_schema(flow).model_dump()["properties"]
    return {
        "title": "Parameters",
        "type": "object",
        "properties": {
            name: {
                "title": field["title"],
                "description": field["description"],
                "position": position,
                **shapes.get(name, SWITCH),
            }
            for position, (name, field) in enumerate(own.items())
        },
        "required": always,
        "additionalProperties": False,
    }


def _shapes(workbooks: Sequence[str], chosen: str | None, groups: Sequence[str]) -> dict[str, dict[str, Any]]:
    """What may be given to each parameter that is no switch."""
    day = {"type": "string", "format": "date"}
    languages = {"type": "string", "enum": [*LANGUAGES]}
    return {
        "workbook": _choice(workbooks or [NONE_THERE], chosen or NONE_THERE),
        "as_of": day,
        "next_edition": day,
        "languages": {
            "type": "array",
            "items": languages,
            "default": [*LANGUAGES],
            "minItems": 1,
            "uniqueItems": True,
        },
        "extent": _choice(EXTENTS, "full"),
        "recipients": _choice([EVERYONE, *groups], EVERYONE),
    }


def _choice(choices: Sequence[str], first: str) -> dict[str, Any]:
    return {"type": "string", "enum": [*choices], "default": first}
