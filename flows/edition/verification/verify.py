"""Whether a PDF, or an edition's folder, is what was issued: asked of a process with limits, and answered."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from flows.document.apart.limits import MEGABYTE, MEMORY_BASE, WALL, Limits
from flows.document.apart.process import Drawing, Undrawn
from flows.document.parts.attached import RECORD
from flows.edition import manifest
from flows.edition.refusals import CannotKeep
from flows.edition.verification.child import Asked
from flows.edition.verification.verdict import Place, Shelved, Verdict, of_all

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

CHILD = "flows.edition.verification.child"
LARGEST = 50 * MEGABYTE  # of a PDF or of a file beside it; ours of thousands of rows has five
CPU_BASE, CPU_A_MEGABYTE = 60, 60  # seconds; a page of ours takes 0.2 and has ten thousand bytes
MEMORY_A_MEGABYTE = 500 * MEGABYTE
LEFT_BY_SYSTEMS = frozenset({"Thumbs.db", "desktop.ini"})  # beside what begins with a dot
STRANGE = frozenset({"/", "\\", "\0"})


def limits(size: int) -> Limits:
    """What a PDF of so many bytes may take: more for more pages."""
    megabytes = -(-size // MEGABYTE)
    cpu = CPU_BASE + CPU_A_MEGABYTE * megabytes
    return Limits(cpu, WALL * cpu, 2 * MEMORY_BASE + MEMORY_A_MEGABYTE * megabytes)


def pdf(
    path: Path, environment: Mapping[str, str], password: str | None = None, signer: str | None = None
) -> Verdict:
    """What came of the PDF; `environment` is all that the process is told of this one's.

    `signer` is the fingerprint of the certificate it has to be signed with.

    Raises `OSError` where the file cannot be read.
    """
    return _pdf(path, environment, Asked(b"", password, signer=signer))


def _pdf(path: Path, environment: Mapping[str, str], asked: Asked) -> Verdict:
    if path.stat().st_size > LARGEST:
        return Verdict("unchecked", "too_large", told={"megabytes": LARGEST // MEGABYTE})
    content = path.read_bytes()
    if b"%PDF-" not in content[:1024]:
        return Verdict("not_ours", "no_pdf")
    return of_bytes(replace(asked, pdf=content), environment)


def of_bytes(asked: Asked, environment: Mapping[str, str], within: Limits | None = None) -> Verdict:
    """What came of a PDF at hand; `within` are other limits than its size grants."""
    granted = within or limits(len(asked.pdf))
    try:
        kind, what = Drawing(asked, environment, granted, CHILD).heard()
    except Undrawn as error:
        kind, what = error.kind.removeprefix("pages_"), None
    if kind == "verdict":
        return _verdict(what)
    why = what if isinstance(what, str) else " ".join(str(each) for each in what or () if each is not None)
    figures = {"seconds": granted.cpu_seconds, "megabytes": granted.megabytes, "why": why}
    return Verdict("unchecked", kind, told=figures)


def _verdict(told: dict[str, Any]) -> Verdict:
    return Verdict(**told | {"places": tuple(Place(**one) for one in told["places"])})


def folder(path: Path, environment: Mapping[str, str], password: str | None = None) -> Shelved:
    """What came of an edition's folder: every file against its manifest, and each of its PDFs.

    Raises:
        CannotKeep: it is no edition.
        OSError: a file in it cannot be read.
    """
    kept = _kept(path)
    places = tuple(_files(path, kept.files))
    record = path / RECORD
    beside = record.read_bytes() if record.is_file() and record.stat().st_size <= LARGEST else None
    names = sorted(name for name in kept.files if name.endswith(".pdf") and _plain(name))
    there = [path / name for name in names if (path / name).is_file()]
    asked = Asked(b"", password, beside)
    pdfs = {one.name: _pdf(one, environment, asked) for one in there}
    return Shelved(of_all(places, pdfs), places, pdfs)


def _kept(path: Path) -> manifest.Kept:
    """The edition, as its manifest tells; one that no edition of ours could have is not even read.

    Raises `CannotKeep` where it is none.
    """
    own = path / manifest.NAME
    try:
        if own.is_file() and own.stat().st_size > MEGABYTE:
            raise CannotKeep("not_an_edition", str(path))
        return manifest.read(path)
    except RecursionError as error:
        raise CannotKeep("not_an_edition", str(path)) from error


def _files(path: Path, files: Mapping[str, str]) -> Iterator[Place]:
    """The files that are not as the manifest has them, or that it does not name."""
    for name, digest in sorted(files.items()):
        one = path / name
        if not _plain(name) or not one.is_file():
            yield Place("shelf_missing", {"file": name})
        elif one.stat().st_size > LARGEST or manifest.fingerprint(one.read_bytes()) != digest:
            yield Place("shelf_changed", {"file": name})
    there = {each.name for each in path.iterdir()} - files.keys() - {manifest.NAME} - LEFT_BY_SYSTEMS
    for name in sorted(name for name in there if not name.startswith(".")):
        yield Place("shelf_added", {"file": name})


def _plain(name: str) -> bool:
    """Whether that is a file's name and leads nowhere else."""
    return name not in {"", ".", ".."} and not STRANGE & set(name)
