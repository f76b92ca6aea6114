"""Whether a file is what was issued, as the person who asked and a script are told: `onrecord verify`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flows import settings, terminal
from flows.edition.verification import sentences
from flows.edition.verification import verify as judged
from flows.edition.verification.verdict import IDENTICAL, NOT_OURS, UNCHECKED, Shelved
from flows.spoken import Refusal
from flows.terminal import FINE, LOOK, REFUSED

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator
    from pathlib import Path

    from flows.edition.verification.verdict import Place, Verdict

MOST_OF_A_VERSION = 12  # digits of a fingerprint that are told


def verify(arguments: argparse.Namespace) -> int:
    """Print whether a PDF or an edition is what was issued, and where it is not."""
    found = checked(arguments.file, arguments.password_file, arguments.signed_by)
    language = settings.language()
    if arguments.json:
        terminal.result(terminal.indented(as_object(arguments.file, found, language)))
    else:
        for line in lines(arguments.file, found, language):
            terminal.result(terminal.one_line(line))
    return exit_code(found)


def checked(path: Path, password_file: Path | None = None, signer: str | None = None) -> Verdict | Shelved:
    """What came of a PDF, or of an edition's folder and each PDF in it.

    `signer` is the fingerprint of the certificate a PDF has to be signed with; an edition's own files, from
    which signed copies are made, bear no signature.

    Raises:
        CannotKeep: the folder is no edition.
        Refusal: it is neither a file nor a folder, or no password stands in its file.
        OSError: a file cannot be read.
    """
    password = password_in(password_file) if password_file else None
    if path.is_dir():
        return judged.folder(path, settings.for_pages(), password)
    path.stat()  # says why, where there is none
    if not path.is_file():
        raise Refusal("no_pdf_no_edition", file=path)
    return judged.pdf(path, settings.for_pages(), password, signer)


def password_in(file: Path) -> str:
    """The first line of the file.

    Raises `Refusal` where nothing stands there.
    """
    lines = file.read_text(encoding="utf-8", errors="replace").splitlines()
    if not lines or not lines[0]:
        raise Refusal("no_password", file=file)
    return lines[0]


def exit_code(found: Verdict | Shelved) -> int:
    """0 for identical, 2 where it is not ours or could not be checked, 1 for all else."""
    if found.outcome == IDENTICAL:
        return FINE
    return REFUSED if found.outcome in {NOT_OURS, UNCHECKED} else LOOK


def lines(path: Path, found: Verdict | Shelved, language: str) -> Iterator[str]:
    """What is said of it: the verdict, then a line for each place, for each PDF of a folder in turn."""
    if not isinstance(found, Shelved):
        yield from _of_pdf(str(path), found, language)
        return
    yield sentences.verdict(f"shelf_{found.outcome}", language, file=path)
    yield from (f"  {_at(place, language)}" for place in found.places)
    for name, verdict in found.pdfs.items():
        yield from _of_pdf(name, verdict, language)


def _of_pdf(name: str, verdict: Verdict, language: str) -> Iterator[str]:
    yield _sentence(name, verdict, language)
    yield from (f"  {_at(place, language)}" for place in verdict.places)
    for which, theirs, ours in verdict.versions:
        told = {"theirs": theirs[:MOST_OF_A_VERSION] or "–", "ours": ours[:MOST_OF_A_VERSION] or "–"}
        yield "  " + sentences.verdict("version", language, name=which, **told)
    if verdict.signed:
        yield "  " + _signed(verdict, language)
    if verdict.unsettled:
        yield "  " + sentences.verdict("unsettled", language, ids=", ".join(verdict.unsettled))


def _signed(verdict: Verdict, language: str) -> str:
    signer, fingerprint = verdict.signed or ("", "")
    kind = "signed_expected" if verdict.expected else "signed"
    return sentences.verdict(kind, language, signer=signer, fingerprint=fingerprint)


def _sentence(name: str, verdict: Verdict, language: str) -> str:
    return sentences.verdict(verdict.why, language, file=name, **verdict.told)


def _at(place: Place, language: str) -> str:
    return sentences.place(place.kind, language, **place.told)


def as_object(path: Path, found: Verdict | Shelved, language: str) -> dict[str, object]:
    """The same for a script; codes are in English, sentences in the language."""
    if not isinstance(found, Shelved):
        return {"file": str(path), **_as_object(path.name, found, language)}
    return {
        "edition": str(path),
        "outcome": found.outcome,
        "sentence": sentences.verdict(f"shelf_{found.outcome}", language, file=path),
        "places": [_place(place, language) for place in found.places],
        "pdfs": [{"file": name, **_as_object(name, one, language)} for name, one in found.pdfs.items()],
    }


def _as_object(name: str, verdict: Verdict, language: str) -> dict[str, object]:
    return {
        "outcome": verdict.outcome,
        "why": verdict.why,
        "sentence": _sentence(name, verdict, language),
        "places": [_place(place, language) for place in verdict.places],
        "versions": {name: {"file": theirs, "here": ours} for name, theirs, ours in verdict.versions},
        "not_recomputed": list(verdict.unsettled),
        "signed_by": verdict.signed[0] if verdict.signed else None,
        "certificate": verdict.signed[1] if verdict.signed else None,
    }


def _place(place: Place, language: str) -> dict[str, object]:
    return {"kind": place.kind, **place.told, "sentence": _at(place, language)}
