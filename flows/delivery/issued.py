"""The files that went out or will, kept by their SHA-256: each written once, so that any can be had again.

`outputs/.issued/<sha256>.pdf`. An edition's own files stay as they were built; a sealed or a locked copy is
another file, and this is where it is.
"""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from flows.edition import manifest
from flows.edition.refusals import of_disk
from flows.edition.store import flush


def keep(folder: Path, content: bytes) -> str:
    """The SHA-256 of the file, once it is on the disk under it.

    Raises `CannotKeep` when the disk refuses.
    """
    digest = manifest.fingerprint(content)
    target = place(folder, digest)
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        if not target.exists():
            _written(folder, target, content)
    except OSError as error:
        raise of_disk(error, str(folder)) from error
    return digest


def _written(folder: Path, target: Path, content: bytes) -> None:
    handle, name = tempfile.mkstemp(prefix=".tmp-", dir=folder)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        Path(name).replace(target)
        flush(folder)
    finally:
        Path(name).unlink(missing_ok=True)


def read(folder: Path, digest: str) -> bytes | None:
    """The file of that SHA-256, whole; None where it is not there, or not what it was."""
    try:
        content = place(folder, digest).read_bytes()
    except OSError:
        return None
    return content if manifest.fingerprint(content) == digest else None


def place(folder: Path, digest: str) -> Path:
    """Where the file of that SHA-256 lies."""
    return folder / f"{digest}.pdf"
