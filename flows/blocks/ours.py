"""What all our blocks have: a picture on our own server, titles in the form, discretion, strict addresses."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from pydantic import ConfigDict, Field, HttpUrl

from flows import settings, typed

# A complaint about one field would show what stands in all of them, a password too.
DISCREET = ConfigDict(hide_input_in_errors=True)
NOWHERE = f"http://{settings.HOST}:{settings.PORT}"  # where no server is started nor asked
MARKS = Path(__file__).parent / "marks"
_LABEL = r"[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?"
HOST = re.compile(rf"(?=.{{1,253}}\Z){_LABEL}(?:\.{_LABEL})*\.?|\[[0-9A-Fa-f:.]+\]")


def mark(name: str) -> HttpUrl:
    """The address of a block's picture. On our own server: the page may load none from elsewhere."""
    return HttpUrl(f"{settings.origin() or NOWHERE}{settings.MARKS}/{name}.svg")


def asked(title: str, help_: str, default: Any = ..., **rules: Any) -> Any:  # noqa: ANN401 - as pydantic's Field
    """A field of the form, with its title, its help, and perhaps what stands in it at first."""
    begun: Any = {} if "default_factory" in rules else {"default": default}
    return Field(title=title, description=help_, **begun, **rules)


def one_address(words: str) -> str:
    """The mail address meant.

    Raises `ValueError`, which is how a block complains, where it is not exactly one.
    """
    try:
        return typed.address(words)
    except typed.Mistyped as refusal:
        raise ValueError(str(refusal)) from None
