"""An object store as a place: what stands there is whole, as the store keeps no half of an object.

S3 is asked through s3fs, whose `pipe_file(mode="create")` sends `If-None-Match: *`: the store itself refuses
where an object stands. `memory://`, for trying things out, lives and ends with its process, and fsspec looks
before it writes there. A store that ignores the condition is guarded by the look taken first; who came in
between could only have brought the same, as the name has the content's own digits in it.

How a driver says that something stood there differs from version to version (s3fs alone has three ways), so
nothing rests on that: whatever the answer, the store is asked what stands there now. An answer that was lost
on its way leaves no doubt either.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from typing import Any

from flows.delivery.killpoints import kp


@dataclass(frozen=True, slots=True)
class Objects:
    """A bucket, or a part of one, by the driver that reaches it; both have to be there."""

    driver: Any  # fsspec's comes without types
    root: str

    def create(self, name: str, content: bytes) -> bool:
        """Whether the object was put there now; False where anything stood under that name.

        Raises whatever the driver does, where nothing stands there in the end.
        """
        if self.read(name) is not None:
            return False
        kp("looked")
        try:
            self.driver.pipe_file(self._path(name), content, mode="create")
        except Exception:
            if self.read(name) is None:
                raise
            return False
        kp("created")
        return True

    def replace(self, name: str, content: bytes) -> bool:
        """Whether the object was put there now, in place of any before it; False where it was the same."""
        changed = self.read(name) != content
        if changed:
            self.driver.pipe_file(self._path(name), content)
            kp("replaced")
        return changed

    def read(self, name: str) -> bytes | None:
        """What stands there under that name; None where nothing does."""
        with suppress(FileNotFoundError):
            self.driver.invalidate_cache()
            return bytes(self.driver.cat_file(self._path(name)))
        return None

    def length(self, name: str) -> int | None:
        """How many bytes stand there under that name; None where nothing does."""
        with suppress(FileNotFoundError):
            self.driver.invalidate_cache()
            return int(self.driver.size(self._path(name)))
        return None

    def _path(self, name: str) -> str:
        return f"{self.root.rstrip('/')}/{name}"
