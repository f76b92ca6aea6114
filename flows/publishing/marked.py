"""Words as Markdown for Prefect's page: what comes from a cell is shown as typed, never obeyed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from unicodedata import normalize
from urllib.parse import quote

from flows import settings

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

LANGUAGES = {"en": "English", "fr": "French"}  # as Prefect's page calls them, which speaks English
BARE = re.compile(r"(?i)\b(?:https?|ftp|mailto|www)(?=\\[:.])")  # what Prefect's page would make a link of
MARKS = re.compile(r"([\\`*_{}\[\]()<>#+\-.!|~$&:])")


def plain(words: str) -> str:
    """Words that may come from a cell, as Markdown that shows them as typed: no mark, no address counts."""
    one_line = words.replace("\n", " ").replace("\r", " ")
    return BARE.sub("\\g<0>\u2060", MARKS.sub(r"\\\1", one_line))


def link(file: Path, outputs: Path) -> str:
    """The address of an edition's file on the server; relative, so that it holds on every port."""
    return f"{settings.SHELF}/{quote(file.relative_to(outputs).as_posix())}"


def to_click(files: Iterable[Path], outputs: Path) -> str:
    """The files by their names, as Markdown to click on."""
    return " · ".join(f"[{plain(file.name)}]({link(file, outputs)})" for file in files)


def key(name: str, folder: Path) -> str:
    """The artifact's key: one for each edition, for Prefect's page shows all of a key as one thing.

    With a key for all editions the card of an old run led to the newest one's PDF.
    """
    letters = normalize("NFKD", f"{folder.parent.name} {folder.name}").encode("ascii", "ignore").decode()
    return "-".join([name, *re.findall(r"[a-z0-9]+", letters.lower())])
