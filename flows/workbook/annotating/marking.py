"""Problems into a copy of the workbook: the copy's bytes, made from nothing but what is given."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING
from xml.parsers.expat import ExpatError

from flows.workbook.annotating import clearing, colours, listing, noting, styles, tabs
from flows.workbook.annotating.boxes import OF_A_CLUSTER
from flows.workbook.annotating.encoding import decoded
from flows.workbook.annotating.ground import Ground
from flows.workbook.annotating.notes import note
from flows.workbook.annotating.parts import Parts
from flows.workbook.annotating.refusals import CannotMark
from flows.workbook.annotating.targets import targets
from flows.workbook.reading.guard import CONTENT_TYPES, checked
from flows.workbook.reading.limits import Limits
from flows.workbook.reading.opening import opened
from flows.workbook.reading.refusals import Unreadable

if TYPE_CHECKING:
    from collections.abc import Sequence

    from flows.workbook.annotating.tabs import Tab
    from flows.workbook.problems import Problem
    from flows.workbook.reading.guard import Sheet
    from flows.workbook.reading.package import Package

SIGNED, SHARED = "_xmlsignatures/", "xl/revisions/"
KIND_OF_SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"
KIND_OF_STYLES = "application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"
STYLES = "xl/styles.xml"  # where some programs look, whatever points to it
ENDINGS = {
    "sheet.macroEnabled.main+xml": ".xlsm",
    "template.macroEnabled.main+xml": ".xltm",
    "template.main+xml": ".xltx",
}


def annotated(
    content: bytes,
    problems: Sequence[Problem],
    language: str,
    file: str,
    limits: Limits = Limits(),  # noqa: B008 - a frozen value
) -> bytes:
    """The workbook in `content` with a note in each cell that has a complaint, a colour, and a first sheet.

    Marks of an earlier copy are taken away first; without problems that is all, and a workbook that never had
    any comes back as it is. The same input gives the same bytes. `problems` are in reading order; `file` is
    the workbook's name, which the first sheet and the refusals say.

    Raises `Unreadable` where it is no workbook that can be read, and `CannotMark` where it is one that must
    not be marked, or cannot: each says why in `sentence(language)`.
    """
    package, outline = checked(file, content, limits)
    _refuse(package)
    try:
        bare = clearing.cleared(package)
        if not problems:
            return bare
        parts = Parts(package if bare is content else opened(file, bare, limits))
        return _marked(parts, outline.sheets, problems, language, hashlib.sha256(content).hexdigest())
    except (ExpatError, ValueError, LookupError) as error:
        raise CannotMark("crashed", file) from error


def ending(content: bytes, file: str, limits: Limits = Limits()) -> str:  # noqa: B008 - a frozen value
    """How the name of a copy has to end for Excel to open it: ".xlsx", or ".xlsm" with macros.

    Raises `Unreadable` where the file is no package.
    """
    parts = Parts(opened(file, content, limits))
    said = parts.document(CONTENT_TYPES).root.children
    kinds = (
        each.attributes.get("ContentType", "")
        for each in said
        if each.attributes.get("PartName", "").lstrip("/").casefold() == parts.workbook.casefold()
    )
    kind = next(kinds, "")
    return next((name for last, name in ENDINGS.items() if kind.endswith(last)), ".xlsx")


def is_copy(content: bytes, limits: Limits = Limits()) -> bool:  # noqa: B008 - a frozen value
    """Whether the bytes are a copy of ours that nobody has saved since, and which may thus be replaced."""
    try:
        package, _ = checked("", content, limits)
        return clearing.is_untouched(package)
    except (Unreadable, ExpatError, ValueError, LookupError):
        return False


def _refuse(package: Package) -> None:
    for name in package.parts:
        if name.lower().startswith(SIGNED):
            raise CannotMark("signed", package.file)
        if name.lower().startswith(SHARED):
            raise CannotMark("shared", package.file)


def _marked(
    parts: Parts, sheets: Sequence[Sheet], problems: Sequence[Problem], language: str, sha256: str
) -> bytes:
    book = parts.document(parts.workbook)
    every = tabs.listed(parts, book)
    name = tabs.free(every, language)
    looks = _styled(parts, every)
    _mark_sheets(parts, every, problems, looks, (language, name))
    there = frozenset(tab.name for tab in every)
    names = {tab.part for tab in every}
    most = _room([sheet for sheet in sheets if sheet.part in names], parts.package.limits)
    told = listing.Listing(problems, there, language, parts.package.file, sha256, most)
    sheet = parts.free("xl/worksheets/sheet{}.xml")
    parts.write(sheet, b"")  # its name is taken from here on
    parts.override(sheet, KIND_OF_SHEET)
    tabs.add(book, name, parts.relate(parts.workbook, tabs.CELLS, sheet), len(told.listed))
    parts.save(parts.workbook, book)
    parts.write(sheet, (listing.sheet(told, looks.cells) + clearing.sealed(parts, sheet)).encode())
    return parts.packed()


def _room(sheets: Sequence[Sheet], limits: Limits) -> int:
    """How many complaints can be listed: a copy must be read again within the same limits."""
    short = [sheet for sheet in sheets if not limits.long(sheet.rows, sheet.values)]
    told = ((short, limits.values), (sheets, limits.many_values))
    return min(listing.room(sum(sheet.values for sheet in among), most) for among, most in told)


def _styled(parts: Parts, every: Sequence[Tab]) -> styles.Looks:
    name, spoken_of = clearing.styles_of(parts), 0
    if name is None:
        name = STYLES if parts.named(STYLES) is None else parts.free("xl/styles{}.xml")
        parts.write(name, styles.EMPTY)
        parts.override(name, KIND_OF_STYLES)
        parts.relate(parts.workbook, "styles", name)
        cells = (tab.part for tab in every if tab.part and tab.kind == tabs.CELLS)
        spoken_of = max((styles.highest(decoded(parts.read(part)).text) for part in cells), default=0)
    document = parts.document(name)
    looks = styles.add(document, spoken_of)
    parts.save(name, document)
    return looks


def _mark_sheets(
    parts: Parts,
    every: Sequence[Tab],
    problems: Sequence[Problem],
    looks: styles.Looks,
    words: tuple[str, str],
) -> None:
    by_sheet: dict[str, list[Problem]] = {}
    for problem in problems:
        by_sheet.setdefault(problem.cell.sheet, []).append(problem)
    cluster = max(noting.clusters(parts), default=0)
    for tab in every:
        if tab.part is None:
            continue
        document = parts.document(tab.part)
        tabs.unselect(document)
        if tab.name in by_sheet and tab.kind == tabs.CELLS:
            ground = Ground(document)
            found = targets(by_sheet[tab.name], ground)
            colours.add(document, found, looks.marks, words[0])
            taken = noting.taken(parts, tab.part)
            new = [note(place, told, *words) for place, told in found.items() if place not in (taken or ())]
            if taken is not None and new:
                cluster += 1 + len(new) // OF_A_CLUSTER
                noting.add(parts, tab.part, ground, new, cluster)
        parts.save(tab.part, document)
