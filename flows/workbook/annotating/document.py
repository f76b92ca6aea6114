"""One part in XML as it is edited: what is put in, what is cut out, and where; all else stays as it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flows.workbook.annotating.elements import Element, attribute, scanned
from flows.workbook.annotating.encoding import decoded

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


class Document:
    """A part's elements, and the changes to them so far. Changes show only in what `content` gives back."""

    def __init__(self, content: bytes) -> None:
        """Read the part.

        Raises `ExpatError`, `ValueError` or `LookupError` where it is none that can be edited.
        """
        self.encoded = decoded(content)
        self.text = self.encoded.text
        self.root = scanned(self.text)
        self.changes: list[tuple[int, int, str]] = []

    def content(self) -> bytes:
        """The part with all changes made, encoded as it was."""
        pieces, at = [], 0
        for start, end, new in sorted(self.changes, key=lambda change: change[:2]):
            if start < at:  # within what has been cut out
                continue
            pieces += [self.text[at:start], new.encode()]
            at = end
        return self.encoded.back(b"".join((*pieces, self.text[at:])))

    def insert(self, at: int, new: str) -> None:
        """Put something in at that place, after what was put there before."""
        self.changes.append((at, at, new))

    def cut(self, element: Element) -> None:
        """Take an element out."""
        self.changes.append((element.start, element.end, ""))

    def append(self, parent: Element, new: str) -> None:
        """Put something in as the last that `parent` holds."""
        if parent.empty:
            self.open(parent, new)
        else:
            self.insert(parent.close, new)

    def first(self, parent: Element, new: str) -> None:
        """Put something in as the first that `parent` holds."""
        if parent.empty:
            self.open(parent, new)
        else:
            self.insert(parent.inner, new)

    def open(self, parent: Element, new: str) -> None:
        """Make <x/> into <x>...</x>, with what was put in before first."""
        last = f"</{parent.prefix}{parent.local}>"
        where = (parent.inner - 2, parent.inner)
        before = next((change for change in self.changes if change[:2] == where), None)
        if before is not None:
            self.changes.remove(before)
            new = before[2][1 : -len(last)] + new
        self.changes.append((*where, f">{new}{last}"))

    def put(self, element: Element, name: str, value: object) -> None:
        """Give an attribute of that plain name a value."""
        where = attribute(self.text, element, name)
        if where:
            self.changes.append((*where, str(value)))
        else:
            after = element.inner - (2 if element.empty else 1)
            self.insert(after, f' {name}="{value}"')

    def beside(self, order: Sequence[str], name: str, new: str) -> None:
        """Put an element of that local name into the outermost one, at its place in the order."""
        before = set(order[: order.index(name) + 1])
        earlier = [child for child in self.root.children if child.local in before]
        if earlier:
            self.insert(earlier[-1].end, new)
        else:
            self.first(self.root, new)


def child(parent: Element, local: str) -> Element | None:
    """The first of its children with that local name in its own namespace; None without one."""
    wanted = f"{parent.name.partition(' ')[0]} {local}"
    return next((each for each in parent.children if each.name == wanted), None)


def below(element: Element, local: str) -> Iterator[Element]:
    """All elements of that local name in it, whatever their namespace, in order."""
    for each in element.children:
        if each.local == local:
            yield each
        yield from below(each, local)
