"""What is asked when an edition is to go out."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

    from flows.delivery.places import Place
    from flows.workbook.people import Recipient

EVERYONE = ""


@dataclass(frozen=True, slots=True)
class Asked:
    """What is to go out, to whom, through what, from when on, and on whose word."""

    edition: Path  # its folder
    readers: tuple[Recipient, ...] = field(repr=False)  # the whole list
    let_go_by: str  # as stated
    group: str = EVERYONE
    mail: bool = True
    places: tuple[Place, ...] = ()
    web_address: str = ""  # at which a place can be fetched from: then it gets lists for feed readers
    not_before: datetime | None = None  # with its zone
    zone: str = ""
    draft: str = ""  # the draft's own name, where one is to go out
    password: str = field(default="", repr=False)  # that locks the copies
    patience: timedelta = timedelta(minutes=15)  # that is waited for what is put off

    @property
    def outputs(self) -> Path:
        """The folder of all shelves."""
        return self.edition.resolve().parent.parent

    @property
    def stem(self) -> str:
        """The shelf's name."""
        return self.edition.resolve().parent.name
