"""Chapters kept between builds: a folder that can be thrown away at any time.

A chapter is the same for the same page, style sheets, faces, engine and code, so it is kept under a hash of
them all. What cannot be read, or is not what was written, is drawn again; what cannot be kept is not.
"""

from __future__ import annotations

import hashlib
import json
import os
import stat
from contextlib import suppress
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import TYPE_CHECKING

from flows.document.chapters.chapter import Bookmark, Chapter, Page
from flows.document.tracing.mentions import Mention
from flows.document.tracing.passages import Marked

if TYPE_CHECKING:
    from collections.abc import Iterable

    from flows.document.paper.glyphs import Shown

MOST = 300_000_000
"""Bytes that are kept: some ten thousand pages. The longest unused go first."""
ENDING = ".chapter"
HASH = 32  # bytes in front of what is kept, over all of it
OURS = stat.S_IRWXU


class Kept:
    """The chapters in a folder, for one state of all that they depend on besides their pages."""

    def __init__(self, folder: Path | None, state: str) -> None:
        """`state` is a fingerprint of that state; without a folder nothing is kept."""
        self.folder = folder if folder is not None and _ours(folder) else None
        self.state = state

    def get(self, page: str) -> Chapter | None:
        """The chapter of the page, where it is kept whole."""
        if self.folder is None:
            return None
        file = self._file(self.folder, page)
        try:
            content = file.read_bytes()
            os.utime(file)
        except OSError:
            return None
        told, rest = content[:HASH], content[HASH:]
        return _read(rest) if hashlib.sha256(rest).digest() == told else None

    def put(self, page: str, chapter: Chapter) -> None:
        """Keep it: whole or not at all."""
        if self.folder is None:
            return
        rest = _written(chapter)
        with suppress(OSError):
            with NamedTemporaryFile(dir=self.folder, delete=False) as file:
                file.write(hashlib.sha256(rest).digest() + rest)
            Path(file.name).replace(self._file(self.folder, page))

    def swept(self) -> None:
        """Let go of the longest unused where there is too much."""
        if self.folder is None:
            return
        with suppress(OSError):
            files = sorted(map(_told, self.folder.iterdir()), reverse=True)
            size = 0
            for _, much, file in files:
                size += much
                if size > MOST:
                    file.unlink(missing_ok=True)

    def _file(self, folder: Path, page: str) -> Path:
        return folder / (hashlib.sha256(f"{self.state}\n{page}".encode()).hexdigest() + ENDING)


def _ours(folder: Path) -> bool:
    """Whether the folder is there, or could be made, and nobody else may write to it."""
    try:
        folder.mkdir(mode=OURS, parents=True, exist_ok=True)
        found = folder.stat()
    except OSError:
        return False
    if not hasattr(os, "getuid"):
        return True
    return found.st_uid == os.getuid() and not found.st_mode & (stat.S_IWGRP | stat.S_IWOTH)


def _told(file: Path) -> tuple[float, int, Path]:
    found = file.stat()
    return found.st_mtime, found.st_size, file


def _written(one: Chapter) -> bytes:
    told = {
        "pages": [(page.frame, page.kind, page.section, page.anchors) for page in one.pages],
        "marked": [(each.mark, each.told, each.pages, each.goes_on) for each in one.marked],
        "mentions": [(each.id, each.part, each.page, each.anchor) for each in one.mentions],
        "places": one.places,
        "bookmarks": [(each.level, each.words, each.page, each.x, each.y) for each in one.bookmarks],
        "shown": {name: list(glyphs.items()) for name, glyphs in one.shown.items()},
    }
    return json.dumps(told, separators=(",", ":")).encode() + b"\n" + one.pdf


def _read(content: bytes) -> Chapter:
    line, _, pdf = content.partition(b"\n")
    told = json.loads(line)
    return Chapter(
        pdf=pdf,
        pages=tuple(
            Page(tuple(frame), kind, section, tuple(map(tuple, anchors)))
            for frame, kind, section, anchors in told["pages"]
        ),
        marked=tuple(Marked(mark, said, tuple(on), goes_on) for mark, said, on, goes_on in told["marked"]),
        mentions=tuple(Mention(*each) for each in told["mentions"]),
        places=told["places"],
        bookmarks=tuple(Bookmark(*each) for each in told["bookmarks"]),
        shown=_shown(told["shown"].items()),
    )


def _shown(faces: Iterable[tuple[str, list[tuple[int, tuple[str, float]]]]]) -> Shown:
    return {name: {glyph: (letters, wide) for glyph, (letters, wide) in glyphs} for name, glyphs in faces}
