"""The editions in outputs/, as their manifests tell of them."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from flows.document import LANGUAGES, file
from flows.edition import manifest, store
from flows.edition.refusals import CannotKeep

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date
    from pathlib import Path

    from flows.edition.manifest import Kept

DATA = ("record.json", "changes.json", "problems.json")


@dataclass(frozen=True, slots=True)
class Edition:
    """An edition of one workbook, by the names of its two folders."""

    stem: str
    kept: Kept
    digest: str  # of its manifest

    @property
    def name(self) -> str:
        """Its folder's name: "2020-06-15-01"."""
        return self.kept.folder.name

    @property
    def key(self) -> str:
        """How a form names it: "facial-recognition/2020-06-15-01"."""
        return f"{self.stem}/{self.name}"

    @property
    def as_of(self) -> date:
        """The day it is of."""
        return self.kept.as_of

    @property
    def final(self) -> bool:
        """Whether it may be distributed."""
        return self.kept.release == "final"

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages it is written in."""
        return tuple(one for one in LANGUAGES if file(one, "pdf") in self.kept.files)

    @property
    def data(self) -> tuple[str, ...]:
        """Its files for programs that are offered here."""
        return tuple(name for name in DATA if name in self.kept.files)


@dataclass(frozen=True, slots=True)
class Stock:
    """All that is on the shelf: editions, the newest first, and folders named like one that hold none."""

    editions: tuple[Edition, ...]
    broken: tuple[str, ...]

    def find(self, key: str) -> Edition | None:
        """The edition a form names; None where there is none of that name."""
        return next((one for one in self.editions if one.key == key), None)

    def before(self, edition: Edition) -> Edition | None:
        """The newest edition of the same workbook that lies before it."""
        place = self.editions.index(edition)
        return next((one for one in self.editions[place + 1 :] if one.stem == edition.stem), None)


def stock(outputs: Path) -> Stock:
    """What the shelf holds now; nothing hidden, and nothing that lies elsewhere."""
    found: list[tuple[tuple[str, int], Edition]] = []
    broken = []
    for day, number, folder in _folders(outputs.resolve()):
        try:
            found.append(((day, number), _edition(folder)))
        except CannotKeep:
            broken.append(f"{folder.parent.name}/{folder.name}")
    found.sort(key=lambda pair: pair[0], reverse=True)
    return Stock(tuple(edition for _, edition in found), tuple(sorted(broken)))


def edition(outputs: Path, stem: str, name: str) -> Edition | None:
    """The edition in the folder of that name; None where there is none. No other one is read."""
    for _, _, folder in _folders(outputs.resolve()):
        if (folder.parent.name, folder.name) == (stem, name):
            with suppress(CannotKeep):
                return _edition(folder)
    return None


def _folders(home: Path) -> Iterator[tuple[str, int, Path]]:
    """Every folder named like an edition, with its day and its number, workbook by workbook."""
    shelves = home.iterdir() if home.is_dir() else ()
    for shelf in sorted(shelves, key=lambda path: (path.name.casefold(), path.name)):
        for day, number, folder in store.numbered(shelf):
            if not shelf.name.startswith(".") and folder.resolve().is_relative_to(home):
                yield day, number, folder


def _edition(folder: Path) -> Edition:
    """The edition in a folder.

    Raises `CannotKeep` where it is none.
    """
    kept = manifest.read(folder)
    return Edition(folder.parent.name, kept, manifest.fingerprint((folder / manifest.NAME).read_bytes()))
