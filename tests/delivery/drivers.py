"""Object stores that lose, tear, lie, refuse or answer late, registered with fsspec as its driver for s3://."""

from __future__ import annotations

import errno
from typing import Any, ClassVar

from fsspec.implementations.memory import MemoryFileSystem


class Bucket(MemoryFileSystem):  # type: ignore[misc] # fsspec comes without types
    """A bucket in memory, its own for each test; `options` are taken as s3fs takes them."""

    protocol = "s3"
    store: ClassVar[dict[str, Any]] = {}
    pseudo_dirs: ClassVar[list[str]] = [""]
    writes: ClassVar[list[str]] = []

    def __init__(self, key: str = "", secret: str = "", **options: object) -> None:
        super().__init__(**options)
        self.opened_by = (key, secret)

    @classmethod
    def _strip_protocol(cls, path: str) -> str:
        return "/" + path.removeprefix("s3://").strip("/")

    def pipe_file(self, path: str, value: bytes, mode: str = "overwrite", **options: object) -> None:
        """As s3fs does: the store refuses to create where an object stands."""
        super().pipe_file(path, value, mode=mode, **options)
        self.writes.append(path)


class Losing(Bucket):
    """It says that it took what it did not."""

    def pipe_file(self, path: str, value: bytes, mode: str = "overwrite", **_: object) -> None:
        """Take nothing."""


class Tearing(Bucket):
    """It keeps half of what it takes."""

    def pipe_file(self, path: str, value: bytes, mode: str = "overwrite", **options: object) -> None:
        """Take half."""
        super().pipe_file(path, value[: len(value) // 2], mode=mode, **options)


class Lying(Bucket):
    """It gives back other bytes than it keeps."""

    def cat_file(self, path: str, **options: object) -> bytes:
        """Give the last byte as another."""
        whole = bytes(super().cat_file(path, **options))
        return whole[:-1] + bytes([whole[-1] ^ 1])


class Deaf(Bucket):
    """It takes what it is given, and its answer never comes."""

    def pipe_file(self, path: str, value: bytes, mode: str = "overwrite", **options: object) -> None:
        """Take it and fall silent."""
        super().pipe_file(path, value, mode=mode, **options)
        raise TimeoutError


class Overtaken(Bucket):
    """Another process puts the same there between the look and the write; told as s3fs tells a plain 412."""

    def pipe_file(self, path: str, value: bytes, mode: str = "overwrite", **options: object) -> None:
        """Be second."""
        super().pipe_file(path, value, mode=mode, **options)
        raise OSError(errno.EINVAL, "At least one of the pre-conditions you specified did not hold")


class Beaten(Bucket):
    """Another process puts something else there between the look and the write."""

    def cat_file(self, path: str, **options: object) -> bytes:
        """Be late, the first time."""
        if path not in self.store:
            super().pipe_file(path, b"theirs", mode="create")
            raise FileNotFoundError(path)
        return bytes(super().cat_file(path, **options))


class Heedless(Bucket):
    """It knows no condition, as some stores that speak as S3 does, and writes over what it has."""

    def pipe_file(self, path: str, value: bytes, mode: str = "overwrite", **options: object) -> None:
        """Write, whatever was asked."""
        del mode
        super().pipe_file(path, value, mode="overwrite", **options)


class Failing(Bucket):
    """It fails as its test chose, by a kind or a number, and says aloud by whom it was opened."""

    fault: ClassVar[type[Exception] | int] = OSError

    def cat_file(self, path: str, **_: object) -> bytes:
        """Fail."""
        said = f"{path} cannot be opened by {self.opened_by}"
        raise OSError(self.fault, said) if isinstance(self.fault, int) else self.fault(said)
