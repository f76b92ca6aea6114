"""What a copy is called at a place: readable to whoever browses it, and another name for other bytes.

`facial-recognition/2020-06-15-01/2020-06-15-01-briefing-en.9f86d081884c7d65.pdf`: the workbook's folder, the
edition's, and in the file's own name, which it keeps when it is taken elsewhere, the date, the edition's
number of that date, the document, its language, and the first 16 digits of its SHA-256. Sorted by name,
files stand in the order of their days. Two issues of one edition stand side by side.
"""

from __future__ import annotations

import unicodedata
from pathlib import PurePosixPath

from flows.edition import manifest, store

DIGITS = 16  # of the 64: no two documents share them by chance
LONGEST = 200  # bytes of a part of a name: leaves room below the 255 that file systems take


def of(workbook_stem: str, edition: str, file: str) -> str:
    """The name of an edition's file: "record/2020-06-15-01/2020-06-15-01-briefing-en.pdf"."""
    return f"{workbook_stem}/{edition}/{edition}-{file}"


def addressed(name: str, content: bytes) -> str:
    """The name with the first digits of the content's SHA-256 before its ending."""
    path = PurePosixPath(name)
    return str(path.with_name(f"{path.stem}.{manifest.fingerprint(content)[:DIGITS]}{path.suffix}"))


def is_sound(name: str) -> bool:
    """Whether a name stays inside its place and is one for every system."""
    return all(map(_is_sound, name.split("/")))


def _is_sound(part: str) -> bool:
    seen = not any(unicodedata.category(letter) in store.UNSEEN for letter in part)
    borne = part == part.strip(". ") != "" and not store.UNBEARABLE.search(part)
    return seen and borne and not store.RESERVED.fullmatch(part) and len(part.encode()) <= LONGEST


def shown(name: str) -> str:
    """A name as it may stand in a sentence, whoever chose it: on one line, and not without end."""
    seen = ("\ufffd" if unicodedata.category(letter) in store.UNSEEN else letter for letter in name[:LONGEST])
    return "".join(seen)
