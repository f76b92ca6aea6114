"""A file begun beside the one it is to be, so that nobody ever finds it half written."""

from __future__ import annotations

import os
import tempfile
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

RIGHTS = 0o666  # what any program makes a file with, less what the person's own mask takes away


@contextmanager
def beside(path: Path, content: bytes) -> Iterator[Path]:
    """The content whole on the disk, under another name: gone afterwards unless it has been given its own.

    It has the rights of any new file. Raises `OSError` as the disk does.
    """
    number, name = tempfile.mkstemp(prefix=".new-", suffix=".tmp", dir=path.parent)
    begun = Path(name)
    try:
        with os.fdopen(number, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        begun.chmod(RIGHTS & ~_mask())  # a temporary file is its owner's alone
        yield begun
    finally:
        with suppress(OSError):
            begun.unlink()


def _mask() -> int:
    """What the person's own settings take away from a new file's rights."""
    mask = os.umask(0)
    os.umask(mask)
    return mask
