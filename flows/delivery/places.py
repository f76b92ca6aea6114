"""Places that copies go to: a folder, a share mounted as one, or an object store; each copy exactly once.

A copy's name has its content's digits in it, so the very same already there is done, and anything else there
is left alone and told of. What was written is read back and compared. So nothing is ever in doubt: whoever
is unsure puts the same again.

The only door to fsspec; it is not loaded for a folder.
"""

from __future__ import annotations

import re
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from flows.delivery import names, place_refusals
from flows.delivery.folders import Folder
from flows.delivery.killpoints import kp
from flows.delivery.objects import Objects
from flows.delivery.place_refusals import CannotPut
from flows.edition import manifest

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

SCHEME = re.compile(r"([a-z][a-z0-9+.:-]*)://", re.IGNORECASE)
FOLDERS = ("file", "local")
DRIVERS = {"s3": "s3fs", "memory": "fsspec"}
"""The kinds of address whose create fails where something stands, each with the package that brings it."""


@dataclass(frozen=True, slots=True)
class Place:
    """A place by its address; what opens it is never shown."""

    address: str  # a folder's whole path, or s3://bucket/briefings
    options: Mapping[str, object] = field(default_factory=dict, hash=False)

    def __repr__(self) -> str:
        """Its address, without what might be secret in it."""
        return f"Place({self.shown!r})"

    @property
    def scheme(self) -> str:
        """What stands before "://", in small letters; empty of a folder's path."""
        found = SCHEME.match(self.address)
        return found[1].lower() if found else ""

    @property
    def has_secrets(self) -> bool:
        """Whether its address has in it what belongs under the options."""
        rest = self.address.partition("://")[2]
        return self.scheme not in {"", *FOLDERS} and ("@" in rest or "?" in rest)

    @property
    def shown(self) -> str:
        """Its address as it may be shown."""
        return names.shown(f"{self.scheme}://…" if self.has_secrets else self.address)


@dataclass(frozen=True, slots=True)
class Put:
    """A copy that is at its place, whole."""

    place: str  # as it may be shown
    name: str  # under which it stands there
    length: int
    sha256: str
    created: bool  # by this call; else it stood there


class Opened(Protocol):
    """A place that can be written to: `folders.Folder` or `objects.Objects`."""

    def create(self, name: str, content: bytes) -> bool:
        """Whether it was put there now; False where anything stood."""

    def replace(self, name: str, content: bytes) -> bool:
        """Whether it was put there now; False where the same stood."""

    def read(self, name: str) -> bytes | None:
        """What stands there."""

    def length(self, name: str) -> int | None:
        """How many bytes stand there."""


def put(place: Place, name: str, content: bytes) -> Put:
    """The copy at its place under `names.addressed(name, content)`, put there unless it stood there whole.

    Raises `CannotPut` with the sentence that says why not; what stood there was left as it was.
    """
    full = names.addressed(name, content) if names.is_sound(name) else name
    with _told(place, full):
        opened = _opened(place, full)
        created = opened.create(full, content)
        return _read_back(place, opened, full, content, created=created, otherwise="taken")


def replace(place: Place, name: str, content: bytes) -> Put:
    """A file that changes from time to time at its place under just that name: never half of it.

    Raises `CannotPut` with the sentence that says why not.
    """
    with _told(place, name):
        opened = _opened(place, name)
        created = opened.replace(name, content)
        return _read_back(place, opened, name, content, created=created, otherwise="read_back")


def missing(place: Place, lengths: Mapping[str, int]) -> tuple[str, ...]:
    """Those of these names under which the place has no file of that length, in order.

    Raises `CannotPut` where the place cannot be looked at.
    """
    with _told(place, ""):
        opened = _opened(place, *lengths)
        return tuple(name for name in sorted(lengths) if opened.length(name) != lengths[name])


def _read_back(  # noqa: PLR0913 - all that is told of it
    place: Place, opened: Opened, name: str, content: bytes, *, created: bool, otherwise: str
) -> Put:
    found = opened.read(name)
    kp("read back")
    if found is None:
        raise CannotPut("vanished", place.shown, name)
    digest = manifest.fingerprint(content)
    if manifest.fingerprint(found) != digest:
        raise CannotPut("read_back" if created else otherwise, place.shown, name)
    return Put(place.shown, name, len(content), digest, created)


@contextmanager
def _told(place: Place, name: str) -> Iterator[None]:
    """Any fault inside as the sentence for it, cut off from the driver's own words."""
    try:
        yield
    except CannotPut:
        raise
    except Exception as error:  # noqa: BLE001 - a driver may raise anything
        raise place_refusals.of(error, place.shown, names.shown(name)) from None


def _opened(place: Place, *wanted: str) -> Opened:
    if place.scheme not in {"", *FOLDERS, *DRIVERS}:
        raise CannotPut("unguarded", place.shown)
    if place.has_secrets:
        raise CannotPut("secret_in_address", place.shown)
    for name in wanted:
        if not names.is_sound(name):
            raise CannotPut("name", place.shown, names.shown(name))
    if place.scheme in DRIVERS:
        return _store(place)
    root = Path(SCHEME.sub("", place.address, count=1))
    if not root.is_absolute() or "\0" in place.address:
        raise CannotPut("not_a_place", place.shown)
    return Folder(root, place.shown)


def _store(place: Place) -> Opened:
    from fsspec.core import url_to_fs  # noqa: PLC0415 - as said above

    if place.scheme == "s3" and not place.address.partition("://")[2].strip("/"):
        raise CannotPut("not_a_place", place.shown)
    try:
        driver, root = url_to_fs(place.address, **place.options, skip_instance_cache=True)
    except ImportError:
        raise CannotPut("driver", place.shown, DRIVERS[place.scheme]) from None
    except Exception:  # noqa: BLE001 - a driver may raise anything, and say aloud what it was given
        raise CannotPut("options", place.shown) from None
    return Objects(driver, root)
