"""What is found beside the workbook, and why it may not be used."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Kind = Literal["png", "svg"]


@dataclass(frozen=True, slots=True)
class Logo:
    """A logo fit for the page. `content` is drawn anew from the file: no comment, no place, no camera."""

    name: str  # of the file, without its folder
    sha256: str  # of the file as it lay there
    kind: Kind
    content: bytes


class Unsuitable(Exception):  # noqa: N818 - what the file is, as one would say it
    """The file cannot be the logo; `rule` is the complaint's, `details` what its sentences name."""

    def __init__(self, rule: str, **details: str | int) -> None:
        """`holds` among the details is the code of what an SVG may not hold."""
        super().__init__(rule)
        self.rule = rule
        self.details = details
