"""What edition is asked for, the number it will have, and what the run that makes it is called."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from flows.document import LANGUAGES
from flows.spoken import Refusal

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from flows.document import Extent
    from flows.record.editions import Snapshot


class Impossible(Refusal):
    """What is asked for contradicts itself."""


def run_name(workbook: str, as_of: date | str) -> str:
    """What a run is called on Prefect's page, which speaks English: "record.xlsx as of 2020-06-15"."""
    return f"{Path(workbook).name} as of {as_of}"


def sending_name(given: Mapping[str, object]) -> str:
    """What a run that sends is called, by its parameters: "Preview record/2020-06-15-01, press"."""
    doing = "Preview" if given.get("preview", True) else "Send"
    return f"{doing} {given['edition']}, {given.get('recipients', 'everyone')}"


@dataclass(frozen=True, slots=True)
class Order:
    """What edition is asked for.

    Raises `Impossible` when the next edition does not come after it.
    """

    as_of: date
    next_on: date | None = None
    languages: tuple[str, ...] = LANGUAGES
    extent: Extent = "full"
    previous: Snapshot | None = None

    def __post_init__(self) -> None:
        """Hold the two dates against each other."""
        if self.next_on and self.next_on <= self.as_of:
            raise Impossible("not_after", next_on=self.next_on, as_of=self.as_of)

    @property
    def number(self) -> int:
        """The edition's number: one more than the previous one's, or 1."""
        return (self.previous.number or 1) + 1 if self.previous else 1

    @property
    def previous_name(self) -> str | None:
        """The previous edition's folder, as record and manifest name it: "2020-06-15-01"."""
        return self.previous.name if self.previous else None
