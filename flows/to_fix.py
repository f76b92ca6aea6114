"""The workbook handed back with its problems in it: into an edition's folder, or where a check is to put it.

Where it cannot bear marks, the same list as text, which says why, and as a page: an edition has one anyway.
"""

from __future__ import annotations

import hashlib
import os
import re
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from flows.spoken import Refusal, said
from flows.workbook import unfinished
from flows.workbook.annotating import apart, lines
from flows.workbook.annotating.refusals import CannotMark
from flows.workbook.read import Unreadable

if TYPE_CHECKING:
    from flows.workbook.clean import Cleaned
    from flows.workbook.read import Book

NAME = "to-fix"
TEXT, PAGE = ".txt", ".html"
OUR_PAGE = re.compile(rb'<meta name="generator" content="On Record: to fix">')


def of_edition(book: Book, cleaned: Cleaned) -> dict[str, bytes]:
    """What an edition keeps for the team, by the files' names; nothing where there are no problems.

    It is the whole workbook, recipients and hidden sheets with it: it stays in the edition's folder, and
    nothing that is sent or copied takes it (`guard.LEAVES`).
    """
    if not cleaned.problems:
        return {}
    language = cleaned.record.language
    try:
        copy = apart.annotated(_as_read(book), cleaned.problems, language, book.name)
        return {NAME + copy.ending: copy.content}
    except (CannotMark, Unreadable) as refusal:
        return {NAME + TEXT: _listed(cleaned, refusal)}


def beside(book: Book, cleaned: Cleaned, workbook: Path, copy: Path, language: str) -> str:
    """Write the copy of a workbook where the person asked for it; what to say of that, in `language`.

    Raises `Refusal` where something stands there that must not be lost, and `OSError` where the disk refuses.
    """
    _not_the_same(workbook, copy)
    try:
        content = _as_read(book)
        marked = apart.annotated(content, cleaned.problems, cleaned.record.language, book.name)
        if copy.suffix.lower() != marked.ending:
            raise Refusal("copy_ending", copy=copy, ending=marked.ending)
    except (CannotMark, Unreadable) as refusal:
        return _as_text(cleaned, copy.with_suffix(TEXT), refusal, language)
    _put(copy, marked.content)
    kind = "copy_marked" if cleaned.problems else "copy_same" if marked.content == content else "copy_cleared"
    return said(kind, language, copy=copy)


def _as_text(cleaned: Cleaned, copy: Path, refusal: CannotMark | Unreadable, language: str) -> str:
    from flows.mending.page import Told, html  # noqa: PLC0415 - Jinja2, which no mere check needs

    why = refusal.sentence(language)
    if not cleaned.problems:
        return why
    page = copy.with_suffix(PAGE)
    told = Told(cleaned.problems, cleaned.record.language, copy.stem, decided=cleaned.decided)
    for file, sign in ((page, OUR_PAGE), (copy, lines.OURS)):
        _free(file, sign)
    _write(copy, _listed(cleaned, refusal))
    _write(page, html(told).encode())
    return said("copy_text", language, why=why, copy=copy, page=page)


def _listed(cleaned: Cleaned, refusal: CannotMark | Unreadable) -> bytes:
    """The list as text, in the workbook's language, with the reason why there are no marks."""
    language = cleaned.record.language
    return lines.text(cleaned.problems, language, refusal.sentence(language)).encode()


def _free(file: Path, sign: re.Pattern[bytes]) -> None:
    """See that nothing of somebody else's is written over: a list of ours may be."""
    if os.path.lexists(file) and not (file.is_file() and sign.search(file.read_bytes())):
        raise Refusal("copy_taken", copy=file)


def _as_read(book: Book) -> bytes:
    """The workbook's bytes, the very ones that were checked.

    Raises `CannotMark` where they are others by now, or gone, or those of no .xlsx.
    """
    if not book.is_excel:
        raise CannotMark("no_excel", book.name)
    try:
        content = ((book.folder or Path()) / book.name).read_bytes()
    except OSError as error:
        raise CannotMark("gone", book.name) from error
    if hashlib.sha256(content).hexdigest() != book.sha256:
        raise CannotMark("changed", book.name)
    return content


def _not_the_same(workbook: Path, copy: Path) -> None:
    with suppress(OSError):
        if copy.samefile(workbook):
            raise Refusal("copy_is_source", copy=copy)


def _put(copy: Path, content: bytes) -> None:
    """Write the file whole or not at all, over nothing but a copy of ours that nobody has worked on since."""
    try:
        there = copy.read_bytes() if os.path.lexists(copy) else None
        if there is None or apart.is_copy(there):
            _write(copy, content)
        elif there != content:
            raise Refusal("copy_taken", copy=copy)
    except OSError as error:
        raise OSError(error.errno, error.strerror, str(copy)) from error


def _write(copy: Path, content: bytes) -> None:
    with unfinished.beside(copy, content) as begun:
        begun.replace(copy)
