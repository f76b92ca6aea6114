"""What a PDF carries, read back into what its pages are drawn from: cattrs' second door.

Strictly: only what `rebuild.as_bytes` would write just so is taken for ours.
"""

from __future__ import annotations

import base64
import json
from collections.abc import Mapping
from dataclasses import is_dataclass
from functools import cache
from sys import modules
from typing import TYPE_CHECKING, Any, get_origin, get_type_hints

from cattrs import Converter
from cattrs.errors import BaseValidationError

from flows.document import rebuild
from flows.document.compose import Core, Full
from flows.document.figures import Figure
from flows.document.parts.annex import Annex
from flows.document.parts.furniture import Furniture
from flows.document.parts.masthead import Masthead
from flows.document.rebuild import Printed, Rebuild
from flows.document.values import Line, Run

if TYPE_CHECKING:
    from collections.abc import Callable

OF_PRINTED = {kind.__name__: kind for kind in (Annex, Core, Full, Furniture, Masthead)}
OF_PARTS = {kind.__name__: kind for kind in (Figure, Line, Run, Mapping)}
"""What the parts of a page name in their fields, and have at hand for a checker only."""

UNREADABLE = (ValueError, KeyError, TypeError, AttributeError, RecursionError, BaseValidationError)


class Foreign(Exception):  # noqa: N818 - read aloud: the data is foreign
    """The data is none that an edition of ours carries."""


def rebuilt_from(content: bytes) -> Rebuild:
    """What these bytes were written from.

    Raises `Foreign` where they are not exactly what is written of it.
    """
    try:
        told = json.loads(content)
        whole = Rebuild(converter().structure(told["briefing"], Printed), dict(told["versions"]))
        same = rebuild.as_bytes(whole) == content
    except UNREADABLE as error:
        raise Foreign from error
    if not same:
        raise Foreign
    return whole


def versions_in(content: bytes) -> dict[str, Any]:
    """The versions that such data names, be the rest readable here or not."""
    try:
        told = json.loads(content)
        return dict(told["versions"]) if isinstance(told["format"], int) else {}
    except UNREADABLE:
        return {}


@cache
def converter() -> Converter:
    """What makes the values of a page out of JSON's own kinds."""
    made = Converter(detailed_validation=False)
    for kind in (str, bool, int):
        made.register_structure_hook(kind, _exactly)
    made.register_structure_hook(bytes, lambda typed, _: base64.b64decode(typed, validate=True))
    made.register_structure_hook_func(_is_mapping, lambda pairs, _: dict(pairs))
    made.register_structure_hook_factory(is_dataclass, lambda kind: _reader(kind, made))
    return made


def _is_mapping(kind: Any) -> bool:  # noqa: ANN401 - a class or an alias of one
    return get_origin(kind) is Mapping


def _exactly(value: Any, kind: Any) -> Any:  # noqa: ANN401 - what JSON holds
    """The value, which has to be of that very kind: cattrs would make a word of a number."""
    if type(value) is not kind:
        raise TypeError(value)
    return value


def _reader(kind: Any, made: Converter) -> Callable[[Any, Any], Any]:  # noqa: ANN401 - a class
    """How a value of that class is read: with all its fields and no other."""
    own = vars(modules[kind.__module__])
    hints = get_type_hints(kind, OF_PRINTED | OF_PARTS | own, {})

    def read(told: Any, _: Any) -> Any:  # noqa: ANN401 - what JSON holds, and the class again
        if told.keys() != hints.keys():
            raise KeyError(kind.__name__)
        return kind(**{name: made.structure(told[name], hint) for name, hint in hints.items()})

    return read
