"""Notes put on one sheet, and ours taken off it: texts in one part, their boxes in another, and the links."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flows.workbook.annotating import boxes, comments
from flows.workbook.annotating.colours import ORDER
from flows.workbook.annotating.document import below, child
from flows.workbook.annotating.encoding import decoded
from flows.workbook.reading.guard import OFFICE, RELATION_ID
from flows.workbook.reading.places import Place, corners

if TYPE_CHECKING:
    from collections.abc import Sequence

    from flows.workbook.annotating.document import Document
    from flows.workbook.annotating.ground import Ground
    from flows.workbook.annotating.notes import Note
    from flows.workbook.annotating.parts import Parts

COMMENTS, DRAWING, THREADED = "comments", "vmlDrawing", "threadedComment"
KIND_OF_COMMENTS = "application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml"
KIND_OF_DRAWING = "application/vnd.openxmlformats-officedocument.vmlDrawing"


def taken(parts: Parts, sheet: str) -> set[Place] | None:
    """The cells that have a note or a threaded comment already; None where the sheet can take no note."""
    found: set[Place] = set()
    for relation in parts.relations(sheet):
        if relation.kind not in (COMMENTS, THREADED):
            continue
        name = parts.named(relation.target)
        if name is None:
            return None
        document = parts.document(name)
        if relation.kind == COMMENTS:
            found |= comments.occupied(document)
        else:
            refs = (corners(each.attributes.get("ref", "")) for each in below(document.root, THREADED))
            found |= {ends[0] for ends in refs if ends}
    return found


def add(parts: Parts, sheet: str, ground: Ground, notes: Sequence[Note], cluster: int) -> None:
    """Put notes on a sheet, whose link to their drawing goes into its document.

    One that has notes or a drawing which nothing can be added to is left without ours.
    """
    try:
        drawing = _drawing(parts, sheet, ground.document)
    except LookupError:
        return
    new = None
    if drawing is not None:
        old = decoded(parts.read(drawing))
        text = boxes.added(old.text, notes, ground, cluster)
        if text is None:
            return
        new = old.back(text)
    if not _written(parts, sheet, notes):
        return
    if drawing is not None and new is not None:
        parts.write(drawing, new)
    else:
        _draw(parts, sheet, ground.document, boxes.drawn(notes, ground, cluster))


def _written(parts: Parts, sheet: str, notes: Sequence[Note]) -> bool:
    """Put the texts of notes into the part that holds the sheet's; whether it could take them."""
    there = _one(parts, sheet, COMMENTS)
    if there is None:
        _begin(parts, sheet, comments.made(notes))
        return True
    document = parts.document(there)
    if not comments.add(document, notes):
        return False
    parts.save(there, document)
    return True


def remove(parts: Parts, sheet: str, document: Document) -> bool:
    """Take our notes off a sheet, and what only they had need of; whether there were any."""
    name = _one(parts, sheet, COMMENTS)
    if name is None:
        return False
    told = parts.document(name)
    gone, nothing_left = comments.remove(told)
    if not gone:
        return False
    parts.save(name, told)
    if nothing_left:
        _leave(parts, sheet, COMMENTS)
    _undraw(parts, sheet, document, gone)
    return True


def _undraw(parts: Parts, sheet: str, document: Document, gone: set[Place]) -> None:
    """Take the boxes of those cells' notes away, and the drawing where nothing else is in it."""
    try:
        drawing = _drawing(parts, sheet, document)
    except LookupError:
        return
    link = child(document.root, "legacyDrawing")
    if drawing is None or link is None:
        return
    old = decoded(parts.read(drawing))
    text = boxes.without(old.text, gone)
    if text is not None:
        parts.write(drawing, old.back(text))
        return
    _unlink(parts, sheet, link.attributes.get(RELATION_ID, ""), drawing)
    document.cut(link)


def clusters(parts: Parts) -> set[int]:
    """The numbers under which the shapes of the workbook's drawings run."""
    names = [name for name in parts.names.values() if name.lower().endswith(".vml")]
    return {number for name in names for number in boxes.clusters(decoded(parts.read(name)).text)}


def _drawing(parts: Parts, sheet: str, document: Document) -> str | None:
    """The drawing that the sheet's notes have their boxes in.

    Raises `LookupError` where the sheet points to one that is not there.
    """
    link = child(document.root, "legacyDrawing")
    if link is None:
        return None
    identity = link.attributes.get(RELATION_ID)
    target = next((each.target for each in parts.relations(sheet) if each.id == identity), "")
    name = parts.named(target)
    if name is None:
        raise LookupError(target)
    return name


def _one(parts: Parts, sheet: str, kind: str) -> str | None:
    found = (each for each in parts.relations(sheet) if each.kind == kind)
    return next((parts.named(each.target) for each in found), None)


def _begin(parts: Parts, sheet: str, content: bytes) -> None:
    name = parts.free("xl/comments{}.xml")
    parts.write(name, content)
    parts.override(name, KIND_OF_COMMENTS)
    parts.relate(sheet, COMMENTS, name)


def _draw(parts: Parts, sheet: str, document: Document, content: bytes) -> None:
    name = parts.free("xl/drawings/vmlDrawing{}.vml")
    parts.write(name, content)
    parts.default("vml", KIND_OF_DRAWING)
    identity = parts.relate(sheet, DRAWING, name)
    prefix = document.root.prefix
    link = f'<{prefix}legacyDrawing xmlns:r="{OFFICE}" r:id="{identity}"/>'
    document.beside(ORDER, "legacyDrawing", link)


def _leave(parts: Parts, sheet: str, kind: str) -> None:
    for each in parts.relations(sheet):
        if each.kind == kind:
            _unlink(parts, sheet, each.id, each.target)


def _unlink(parts: Parts, sheet: str, identity: str, target: str) -> None:
    parts.unrelate(sheet, identity)
    name = parts.named(target)
    if name is not None:
        parts.forget(name)
