"""What the watch remembers from one start to the next: which saves and which days it has dealt with."""

from __future__ import annotations

import json
import os
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

NAME = "watched.json"


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
        beside.write_text(json.dumps(told, ensure_ascii=False, indent=2, sort_keys=True), encoding="utf-8")
        os.replace(beside, self.file)  # noqa: PTH105 - the one word that says it is atomic


def of(home: Path) -> Memory:
    """What was remembered in that folder; nothing where the file is not there or cannot be read."""
    file = home / NAME
    try:
        told = json.loads(file.read_text(encoding="utf-8"))
        return Memory(file, dict(told["saves"]), dict(told["days"]))
    except (OSError, ValueError, KeyError, TypeError):
        return Memory(file, first=True)
