"""The workbook's list of tabs: ours put in first, ours taken out, and all that counts tabs kept right."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from flows.workbook.annotating import words
from flows.workbook.annotating.document import below, child
from flows.workbook.annotating.escaping import attribute, escaped
from flows.workbook.annotating.listing import COLOUR, HEADER_ROW, filtered
from flows.workbook.reading.guard import OFFICE, RELATION_ID

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from flows.workbook.annotating.document import Document
    from flows.workbook.annotating.elements import Element
    from flows.workbook.annotating.parts import Parts

ORDER = (
    "fileVersion", "fileSharing", "workbookPr", "AlternateContent", "revisionPtr", "absPath",
    "workbookProtection", "bookViews", "sheets", "functionGroups", "externalReferences", "definedNames",
)  # fmt: skip
"""What a workbook part may hold up to its names, in the order in which it has to."""

MARK = "_OnRecord_list"
"""A hidden name of our tab's own: it goes where the tab goes, and is gone with it."""

CELLS = "worksheet"
ON = ("1", "true", "on")


@dataclass(frozen=True, slots=True)
class Tab:
    """One tab, in whatever kind of sheet."""

    name: str
    part: str | None  # None where it leads nowhere
    kind: str  # the last step of its relation's type: "worksheet"
    element: Element


def listed(parts: Parts, document: Document) -> list[Tab]:
    """All tabs in order."""
    to = {each.id: each for each in parts.relations(parts.workbook)}
    found = []
    for element in _sheets(document).children:
        relation = to.get(element.attributes.get(RELATION_ID, ""))
        part = parts.named(relation.target) if relation else None
        name = element.attributes.get("name", "")
        found.append(Tab(name, part, relation.kind if relation else "", element))
    return found


def ours(parts: Parts, document: Document, tabs: Sequence[Tab]) -> set[int]:
    """The places of the tabs that are lists of ours from before: by their mark, else by name and colour."""
    names = child(document.root, "definedNames")
    # A program that has saved the copy may have left the name without its tab, or with one that is gone.
    marked = {_of(each) for each in (names.children if names else ()) if each.attributes.get("name") == MARK}
    return {
        place
        for place, tab in enumerate(tabs)
        if place in marked or (words.OUR_TAB.fullmatch(tab.name) and _coloured(parts, tab))
    }


def free(tabs: Sequence[Tab], language: str) -> str:
    """The name for our tab that no other has: "To fix", "To fix (2)"."""
    taken = {tab.name.casefold() for tab in tabs}
    name = words.TABS[language]
    numbered = (f"{name} ({number})" for number in range(2, len(tabs) + 3))
    return next(each for each in (name, *numbered) if each.casefold() not in taken)


def add(document: Document, name: str, identity: str, listed: int) -> None:
    """Put our tab, which lists so many, in first and in front; move on by one all that counts tabs."""
    sheets = _sheets(document)
    numbers = [int(each.attributes.get("sheetId", "0")) for each in sheets.children]
    prefix = sheets.prefix
    number = max(numbers, default=0) + 1
    told = f'xmlns:r="{OFFICE}" name="{attribute(name)}" sheetId="{number}" r:id="{identity}"'
    document.first(sheets, f"<{prefix}sheet {told}/>")
    _shift(document, lambda place: place + 1)
    for window, view in enumerate(_views(document)):
        active = int(view.attributes.get("activeTab", "0"))
        first = int(view.attributes.get("firstSheet", "0"))
        if window == 0:
            _put(document, view, "activeTab", active, 0)
            _put(document, view, "firstSheet", first, 0)
        else:
            document.put(view, "activeTab", active + 1)
            _put(document, view, "firstSheet", first, first + 1 if first else 0)
    _name(document, name, listed)


def remove(document: Document, tabs: Sequence[Tab], gone: set[int]) -> None:
    """Take tabs out, with the names that are theirs alone, and move back all that counts tabs."""
    for place in gone:
        document.cut(tabs[place].element)

    def left(place: int) -> int:
        return place - sum(each < place for each in gone)

    names = child(document.root, "definedNames")
    theirs = [each for each in (names.children if names else ()) if _of(each) in gone]
    if names and len(theirs) == len(names.children):
        document.cut(names)
    else:
        for each in theirs:
            document.cut(each)
        _shift(document, left, besides=theirs)
    last = len(tabs) - len(gone) - 1
    for view in _views(document):
        for told in ("activeTab", "firstSheet"):
            was = int(view.attributes.get(told, "0"))
            _put(document, view, told, was, max(0, min(left(was), last)))


def unselect(document: Document) -> None:
    """Leave a sheet unselected: two that are selected would both take what is typed in one."""
    for view in below(document.root, "sheetView"):
        if view.attributes.get("tabSelected") in ON and view.attributes.get("workbookViewId", "0") == "0":
            document.put(view, "tabSelected", "0")


def _sheets(document: Document) -> Element:
    found = child(document.root, "sheets")
    if found is None:
        raise ValueError("sheets")
    return found


def _views(document: Document) -> list[Element]:
    holder = child(document.root, "bookViews")
    return holder.children if holder else []


def _put(document: Document, element: Element, name: str, was: int, new: int) -> None:
    if was != new:
        document.put(element, name, new)


def _of(name: Element) -> int | None:
    """The place of the tab that a name is of; None for one of the whole workbook."""
    told = name.attributes.get("localSheetId")
    return None if told is None else int(told)


def _shift(document: Document, moved: Callable[[int], int], besides: Sequence[Element] = ()) -> None:
    names = child(document.root, "definedNames")
    for each in names.children if names else ():
        place = _of(each)
        if place is not None and each not in besides and moved(place) != place:
            document.put(each, "localSheetId", moved(place))


def _name(document: Document, tab: str, listed: int) -> None:
    """Name what Excel repeats on every page and filters by, and what our tab is known by later."""
    quoted = "'" + tab.replace("'", "''") + "'"
    first, last = filtered(listed).split(":")
    within = f"{quoted}!{_fixed(first)}:{_fixed(last)}"
    prefix = document.root.prefix
    told = "".join(
        f'<{prefix}definedName name="{name}" localSheetId="0"{hidden}>{escaped(value)}</{prefix}definedName>'
        for name, hidden, value in (
            ("_xlnm._FilterDatabase", ' hidden="1"', within),
            ("_xlnm.Print_Titles", "", f"{quoted}!${HEADER_ROW}:${HEADER_ROW}"),
            (MARK, ' hidden="1"', within),
        )
    )
    names = child(document.root, "definedNames")
    if names is not None:
        document.append(names, told)
    else:
        document.beside(ORDER, "definedNames", f"<{prefix}definedNames>{told}</{prefix}definedNames>")


def _fixed(cell: str) -> str:
    column = cell.rstrip("0123456789")
    return f"${column}${cell[len(column) :]}"


def _coloured(parts: Parts, tab: Tab) -> bool:
    """Whether a tab has the colour of ours."""
    if tab.part is None or tab.kind != CELLS:
        return False
    colours = below(parts.document(tab.part).root, "tabColor")
    return any(each.attributes.get("rgb", "").upper() == COLOUR for each in colours)
