"""The complaints an edition keeps: problems.json, with what mending.json knows of each besides."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

PROBLEMS, MENDING = "problems.json", "mending.json"
SAME = ("sheet", "cell", "row", "rule")
NEEDED = ("header", "severity", "found", "message", "fix", *SAME)


def of(folder: Path) -> tuple[Mapping[str, Any], ...] | None:
    """Each complaint as problems.json tells it, and with `table`, `column`, `id` and `new` beside.

    Without these four in an edition made before they were kept, and for complaints that are the editor's
    alone. None where the files cannot be read: an edition is made all the same.
    """
    try:
        problems = json.loads((folder / PROBLEMS).read_bytes())
        beside = _beside(folder / MENDING)
        if any(name not in one for one in problems for name in NEEDED):
            return None
        return tuple(_joined(problems, beside)) if beside is not None else tuple(problems)
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None


def _beside(file: Path) -> list[dict[str, Any]] | None:
    if not file.is_file():
        return None
    told: list[dict[str, Any]] = json.loads(file.read_bytes())["problems"]
    return told


def _joined(problems: Sequence[dict[str, Any]], beside: Sequence[dict[str, Any]]) -> list[Mapping[str, Any]]:
    """Both list the same in the same order, but for complaints that only the first one has."""
    found: list[Mapping[str, Any]] = []
    at = 0
    for one in problems:
        also = beside[at] if at < len(beside) else {}
        same = bool(also) and all(one[name] == also[name] for name in SAME)
        found.append(one | also if same else one)
        at += same
    return found
