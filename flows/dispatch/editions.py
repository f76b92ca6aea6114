"""The editions that can be sent: those on the shelves, by the names of their two folders."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flows.edition import manifest, store
from flows.edition.refusals import CannotKeep
from flows.spoken import Refusal

if TYPE_CHECKING:
    from pathlib import Path

SHOWN = 100  # in a list to choose from; older ones are sent from a terminal


def names(outputs: Path) -> tuple[str, ...]:
    """Their names, "record/2020-06-15-01", the newest day first."""
    shelves = sorted(entry for entry in _entries(outputs) if not entry.name.startswith("."))
    found = [(day, number, shelf.name) for shelf in shelves for day, number, _ in store.numbered(shelf)]
    newest = sorted(found, key=lambda one: (one[0], one[1]), reverse=True)
    return tuple(f"{shelf}/{day}-{number:02}" for day, number, shelf in newest[:SHOWN])


def _entries(outputs: Path) -> list[Path]:
    return [entry for entry in outputs.iterdir() if entry.is_dir()] if outputs.is_dir() else []


def chosen(outputs: Path, name: str) -> Path:
    """The folder of that name on the shelves.

    Raises `Refusal` for every other name, above all for one that would lead elsewhere.
    """
    shelf, _, edition = name.partition("/")
    for entry in _entries(outputs):
        if entry.name == shelf and not shelf.startswith("."):
            for day, number, folder in store.numbered(entry):
                if edition == f"{day}-{number:02}" and _is_one(folder):
                    return folder
    shown = name.replace("\0", "\N{REPLACEMENT CHARACTER}")[:100]
    raise Refusal("not_on_the_shelf", edition=shown)


def _is_one(folder: Path) -> bool:
    try:
        manifest.read(folder)
    except CannotKeep:
        return False
    return True
