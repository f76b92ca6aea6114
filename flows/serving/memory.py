"""What the watch remembers from one start to the next: which saves and which days it has dealt with."""

from __future__ import annotations

import json
import os
import re
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

NAME = "watched.json"
SAVE = re.compile("[0-9a-f]{64}")


@dataclass
class Memory:
    """By workbook: the fingerprint of the save dealt with last, and the last day whose dates were."""

    file: Path
    saves: dict[str, str] = field(default_factory=dict)
    days: dict[str, str] = field(default_factory=dict)
    first: bool = False  # nothing was ever remembered: what lies there now is no news

    def keep(self) -> None:
        """Write it down, whole or not at all."""
        self.file.parent.mkdir(parents=True, exist_ok=True)
        beside = self.file.with_suffix(".new")
        told = {"saves": self.saves, "days": self.days}
        with beside.open("w", encoding="utf-8") as file:
            json.dump(told, file, ensure_ascii=False, indent=2, sort_keys=True)
            file.flush()
            os.fsync(file.fileno())
        os.replace(beside, self.file)  # noqa: PTH105 - the one word that says it is atomic


def of(home: Path) -> Memory:
    """What was remembered in that folder, without what is damaged; nothing where all of it is."""
    file = home / NAME
    try:
        told = json.loads(file.read_text(encoding="utf-8"))
        saves, days = dict(told["saves"]), dict(told["days"])
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return Memory(file, first=True)
    return Memory(file, _kept(saves, SAVE.fullmatch), _kept(days, _day))


def _kept(told: dict[str, object], fits: Callable[[str], object]) -> dict[str, str]:
    """Those that are what they have to be."""
    return {name: value for name, value in told.items() if isinstance(value, str) and fits(value)}


def _day(told: str) -> date | None:
    try:
        return date.fromisoformat(told)
    except ValueError:
        return None
