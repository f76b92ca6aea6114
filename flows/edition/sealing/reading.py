"""Whose signature a PDF bears, and whether every byte of the file is as it was signed.

A signature covers all of the file but its own place. That place holds a container which can be written in
one way only, so it is written again and compared: not a digit's case nor a zero behind it is left unseen.
Nothing is asked of any other machine. Whom to trust is the caller's to say, by a certificate's fingerprint.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from itertools import compress, count
from typing import TYPE_CHECKING, NamedTuple

from cryptography.hazmat.primitives.hashes import SHA256

from flows.edition.sealing import container, keys, opening, revision, second
from flows.edition.sealing.faults import Fault
from flows.edition.sealing.revision import MARK

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import datetime

    from flows.edition.sealing.container import Container

# What follows the container's place in every file of ours: what is covered.
COVERED = re.compile(rb"/ByteRange \[0 (\d{1,12}) (\d{1,12}) (\d{1,12})\]")
FIELD = b"/T (%b)" % revision.FIELD.encode()  # in the clear where the PDF has no password
BUILT = b"/Prop_Build"  # what our name stands in
NEAR = 400  # bytes from what is covered to our name, at most
BEFORE = b"\n/Contents "
END = b"%%EOF"


@dataclass(frozen=True, slots=True)
class Signature:
    """A signature of ours, as it stands in a file."""

    prefix: int  # how many bytes the document had before it was signed
    signer: str  # by the certificate; empty where none can be read
    fingerprint: str  # SHA-256 of the certificate, in hexadecimal; empty where none can be read
    at: datetime | None  # as stated by who signed; None where the file does not hold, or needs its password
    known: bool  # whether the caller trusts that certificate; proves nothing where there is a fault
    fault: Fault | None  # None where the file is byte for byte what was signed

    @property
    def intact(self) -> bool:
        """Whether the signature holds and covers the entire file."""
        return self.fault is None


class Place(NamedTuple):
    """Where a signature stands by the figures beside it."""

    begin: int  # at its <
    end: int  # behind its >
    size: int  # of the whole file


def signature(pdf: bytes, trusted: Collection[str] = (), password: str | None = None) -> Signature | None:
    """The signature that On Record put on this PDF; None where there is none of ours.

    `trusted` are fingerprints in hexadecimal, with colons or without. A PDF that has a password is judged
    without it too, byte for byte; only the time it states is not read then.
    """
    marked = _marked(pdf)
    if marked < 0:
        return None
    place = _place(pdf, marked)
    found = container.read(_der(pdf, place)) if place else None
    fault = _fault(pdf, marked, place, found)
    at = None
    if fault is None and place and opening.is_readable(pdf, password):
        at = second.stated(pdf, password)
        fault = None if at else Fault("structure", place.begin)
    fingerprint = found.signer.fingerprint(SHA256()).hex() if found else ""
    return Signature(
        prefix=_prefix(pdf, marked),
        signer=keys.named(found.signer) if found else "",
        fingerprint=fingerprint,
        at=at,
        known=fingerprint in {one.replace(":", "").strip().lower() for one in trusted},
        fault=fault,
    )


def _marked(pdf: bytes) -> int:
    """Where our signature says what it covers; -1 where there is none of ours.

    It is known by our name or by its field's: who changes a byte of one does not hide it.
    """
    named = pdf.find(MARK)
    if named < 0 and FIELD in pdf:
        named = pdf.rfind(BUILT)
    if named < 0:
        return -1
    figures = pdf.rfind(b"/ByteRange", max(named - NEAR, 0), named)
    return named if figures < 0 else figures


def _place(pdf: bytes, marked: int) -> Place | None:
    """Where the signature stands; None where the figures beside it cannot be read."""
    told = COVERED.match(pdf, marked)
    if not told:
        return None
    begin, end, rest = map(int, told.groups())
    return Place(begin, end, end + rest)


def _der(pdf: bytes, place: Place) -> bytes:
    """The container without the zeros behind it; empty where it is not in hexadecimal."""
    try:
        content = bytes.fromhex(pdf[place.begin + 1 : place.end - 1].decode("ascii"))
    except ValueError:
        return b""
    return content[: container.length(content)]


def _fault(pdf: bytes, marked: int, place: Place | None, found: Container | None) -> Fault | None:
    """The first thing that is not as it was signed."""
    if place is None or not _fits(pdf, marked, place):
        return Fault("place", marked)
    if place.size != len(pdf):
        short = len(pdf) < place.size
        return Fault("cut" if short else "added", len(pdf) if short else place.size)
    if found is None:
        return Fault("container", place.begin)
    here, ours = pdf[place.begin : place.end], container.filled(found.written(), place.end - place.begin)
    if here != ours:
        return Fault("container", place.begin + _first_difference(here, ours))
    if hashlib.sha256(pdf[: place.begin] + pdf[place.end :]).digest() != found.digest:
        return Fault("altered", place.begin)
    return None if found.is_genuine() else Fault("forged", place.begin)


def _fits(pdf: bytes, marked: int, place: Place) -> bool:
    """Whether the container's place lies where our files have it: right before the figures."""
    before = pdf[: place.begin].endswith(BEFORE) if place.begin < marked else False
    return before and place.end + 1 == marked and place.size > marked


def _first_difference(one: bytes, other: bytes) -> int:
    """The first byte in which two differ; the shorter one's length where it begins the other."""
    differs = compress(count(), (a != b for a, b in zip(one, other, strict=False)))
    return next(differs, min(len(one), len(other)))


def _prefix(pdf: bytes, marked: int) -> int:
    """How many bytes the document had before: up to the line that ended it."""
    end = pdf.rfind(END, 0, marked)
    if end < 0:
        return 0
    line = re.compile(rb"\r?\n?").match(pdf, end + len(END))
    return line.end() if line else end
