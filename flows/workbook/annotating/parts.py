"""A workbook's parts as they are being edited, with what points from one to another and what each one is."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import unquote

from flows.workbook.annotating import archive
from flows.workbook.annotating.document import Document
from flows.workbook.annotating.escaping import attribute
from flows.workbook.reading.guard import CONTENT_TYPES, OFFICE, PACKAGE_RELATIONS, WORKBOOK_RELATION

if TYPE_CHECKING:
    from flows.workbook.annotating.elements import Element
    from flows.workbook.reading.package import Package

HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"
TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"


@dataclass(frozen=True, slots=True)
class Relation:
    """Where one part points."""

    id: str
    kind: str  # the last step of its type: "worksheet"
    target: str  # a part's name, or an address outside the package


class Parts:
    """The parts of a package, those changed beside those left as they were packed."""

    def __init__(self, package: Package) -> None:
        """Begin with nothing changed."""
        self.package = package
        self.changed: dict[str, bytes] = {}
        self.dropped: set[str] = set()
        self.names = {name.casefold(): name for name in package.parts}
        self.workbook = next(
            each.target for each in self.relations("") if each.kind == WORKBOOK_RELATION.strip("/")
        )

    def named(self, name: str) -> str | None:
        """The name under which a part lies in the package, which may differ in capitals; None without it."""
        return self.names.get(name.casefold())

    def read(self, name: str) -> bytes:
        """The part as it now is."""
        return self.changed[name] if name in self.changed else b"".join(self.package.stream(name))

    def document(self, name: str) -> Document:
        """The part as it now is, to be edited."""
        return Document(self.read(name))

    def write(self, name: str, content: bytes) -> None:
        """Give a part another content, or add one."""
        self.changed[name] = content
        self.names[name.casefold()] = name

    def save(self, name: str, document: Document) -> None:
        """Give a part the content of a document, where that has changed."""
        if document.changes:
            self.write(name, document.content())

    def drop(self, name: str) -> None:
        """Leave a part out."""
        self.dropped.add(name)
        self.changed.pop(name, None)
        self.names.pop(name.casefold(), None)

    def free(self, pattern: str) -> str:
        """The first name of that pattern, "xl/comments{}.xml", that no part has."""
        number = 1
        while pattern.format(number).casefold() in self.names:
            number += 1
        return pattern.format(number)

    def packed(self) -> bytes:
        """The whole package."""
        return archive.rebuilt(self.package.content, self.changed, self.dropped)

    def relations(self, part: str) -> list[Relation]:
        """What a part points to, in order; "" for the package itself."""
        name = self.named(_beside(part))
        if name is None:
            return []
        folder = posixpath.dirname(part)
        return [_relation(folder, each) for each in self.document(name).root.children]

    def relate(self, part: str, kind: str, target: str) -> str:
        """Have a part point to another by a relation of that kind; the relation's id."""
        name = self.named(_beside(part)) or _beside(part)
        if self.named(name) is None:
            self.write(name, f'{HEAD}<Relationships xmlns="{RELATIONSHIPS}"/>'.encode())
            self.default("rels", "application/vnd.openxmlformats-package.relationships+xml")
        document = self.document(name)
        taken = {each.attributes.get("Id", "") for each in document.root.children}
        identity = next(f"rId{n}" for n in range(1, len(taken) + 2) if f"rId{n}" not in taken)
        towards = attribute(posixpath.relpath(target, posixpath.dirname(part) or "."))
        tag = f"{document.root.prefix}Relationship"
        told = f'<{tag} Id="{identity}" Type="{OFFICE}/{kind}" Target="{towards}"/>'
        document.append(document.root, told)
        self.save(name, document)
        return identity

    def unrelate(self, part: str, *ids: str) -> None:
        """Take relations of a part away; the list of them too, where nothing is left in it."""
        name = self.named(_beside(part))
        if name is None:
            return
        document = self.document(name)
        gone = [each for each in document.root.children if each.attributes.get("Id") in ids]
        for each in gone:
            document.cut(each)
        self.save(name, document)
        if gone and len(gone) == len(document.root.children):
            self.drop(name)

    def override(self, part: str, kind: str) -> None:
        """Say what a part is."""
        self._say("Override", f'PartName="/{attribute(part)}" ContentType="{kind}"')

    def default(self, ending: str, kind: str) -> None:
        """Say what parts with that ending are, where nothing is said of them yet."""
        said = self.document(CONTENT_TYPES).root.children
        if not any(each.attributes.get("Extension", "").casefold() == ending for each in said):
            self._say("Default", f'Extension="{ending}" ContentType="{kind}"')

    def forget(self, part: str) -> None:
        """Leave a part out, and what is said of it."""
        document = self.document(CONTENT_TYPES)
        for each in document.root.children:
            if unquote(each.attributes.get("PartName", "")).lstrip("/").casefold() == part.casefold():
                document.cut(each)
        self.save(CONTENT_TYPES, document)
        self.drop(part)

    def _say(self, tag: str, told: str) -> None:
        document = self.document(CONTENT_TYPES)
        new = f"<{document.root.prefix}{tag} {told}/>"
        if tag == "Default":
            document.first(document.root, new)
        else:
            document.append(document.root, new)
        self.save(CONTENT_TYPES, document)


def _beside(part: str) -> str:
    """The name of the part that says where a part points."""
    if not part:
        return PACKAGE_RELATIONS
    folder, base = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{base}.rels")


def _relation(folder: str, element: Element) -> Relation:
    target = unquote(element.attributes.get("Target", ""))
    if element.attributes.get("TargetMode") != "External":
        target = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
    kind = element.attributes.get("Type", "")
    return Relation(element.attributes.get("Id", ""), kind.rpartition("/")[2], target)
