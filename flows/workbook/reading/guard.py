"""Whether a file may be handed to a spreadsheet library at all, found with the standard library alone."""

import posixpath
from dataclasses import dataclass, replace
from urllib.parse import unquote

from flows.workbook.reading import lookalikes
from flows.workbook.reading.limits import Limits
from flows.workbook.reading.opening import opened
from flows.workbook.reading.package import Package
from flows.workbook.reading.refusals import Unreadable, too_many_values
from flows.workbook.reading.sheetwatch import SheetWatch, Span
from flows.workbook.reading.xmlscan import MAIN, Attributes, Watch, drain, elements, scan

CONTENT_TYPES = "[Content_Types].xml"
PACKAGE_RELATIONS = "_rels/.rels"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
RELATION_ID = f"{OFFICE} id"
STRICT_WORKBOOK = "http://purl.oclc.org/ooxml/spreadsheetml/main workbook"
RELATIONSHIP = "http://schemas.openxmlformats.org/package/2006/relationships Relationship"
WORKBOOK, WORKBOOK_PROPERTIES, TAB = f"{MAIN} workbook", f"{MAIN} workbookPr", f"{MAIN} sheet"
WORKBOOK_RELATION = "/officeDocument"
SHEET_RELATION = "/worksheet"
STRINGS_RELATION = "/sharedStrings"
STYLES_RELATION = "/styles"


@dataclass(frozen=True, slots=True)
class Sheet:
    """One tab with cells, as the workbook part lists it."""

    name: str
    hidden: bool
    part: str
    spare: Span = (0, 0)  # where the rows below the last value lie in the part: only formatted
    data: Span = (0, 0)  # where all of its rows lie
    rows: int = 0  # down to the last value
    values: int = 0


@dataclass(frozen=True, slots=True)
class Outline:
    """What the workbook is made of: the parts worth reading, each already checked."""

    sheets: tuple[Sheet, ...]  # in tab order
    strings: str | None
    styles: str | None
    from_1904: bool  # days are counted from 1 January 1904, as Excel for Mac once did


@dataclass(frozen=True, slots=True)
class Relation:
    """Where one part points: `target` is a part's name, or an address outside the package."""

    kind: str  # the last step of its type: "/worksheet"
    target: str
    outside: bool


def checked(file: str, content: bytes, limits: Limits) -> tuple[Package, Outline]:
    """The package in `content` and its outline, every part unpacked once and found sound.

    Raises `Unreadable`, with its own kind, for everything that is not an honest .xlsx or .xlsm.
    """
    _refuse_lookalike(file, content)
    package = opened(file, content, limits)
    if CONTENT_TYPES not in package.parts:
        raise package.refusal(_stranger(package))
    outline = _outline(package)
    seen = _check_parts(package, outline)
    return package, replace(outline, sheets=tuple(_measured(s, seen[s.part]) for s in outline.sheets))


def _measured(sheet: Sheet, seen: SheetWatch) -> Sheet:
    return replace(sheet, spare=seen.spare, data=seen.data, rows=seen.filled, values=seen.values)


def relations(package: Package, part: str) -> dict[str, Relation]:
    """What a part points to, by relation id; empty when it points nowhere. Targets are part names."""
    folder, base = posixpath.split(part)
    name = PACKAGE_RELATIONS if not part else posixpath.join(folder, "_rels", f"{base}.rels")
    if name not in package.parts:
        return {}
    found: dict[str, Relation] = {}
    for _, attributes in elements(package, name, RELATIONSHIP):
        if attributes.get("Id", "") in found:
            raise package.refusal("twofold", attributes.get("Id", ""))
        found[attributes.get("Id", "")] = _relation(folder, attributes)
    return found


def _refuse_lookalike(file: str, content: bytes) -> None:
    if lookalikes.is_lock(file):
        person = lookalikes.person(file, content)
        raise Unreadable("lock_file" if person else "lock_file_unnamed", file, person)
    if not content:
        raise Unreadable("empty", file)
    kind = lookalikes.of_bytes(content)
    if kind is not None:
        raise Unreadable(kind, file)


def _stranger(package: Package) -> str:
    mimetype = b"".join(package.stream("mimetype")) if "mimetype" in package.parts else b""
    return lookalikes.of_parts(set(package.parts), mimetype)


def _relation(folder: str, attributes: Attributes) -> Relation:
    target = unquote(attributes.get("Target", ""))
    outside = attributes.get("TargetMode") == "External"
    if not outside:
        target = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
    kind = attributes.get("Type", "")
    return Relation(kind[kind.rfind("/") :], attributes.get("Target", "") if outside else target, outside)


def _outline(package: Package) -> Outline:
    workbook = _target(package, relations(package, ""), WORKBOOK_RELATION)
    stranger = _stranger(package)
    if stranger != "archive":
        raise package.refusal(stranger)
    if workbook is None:
        raise package.refusal("missing_part", PACKAGE_RELATIONS)
    listed = elements(package, workbook, WORKBOOK, STRICT_WORKBOOK, WORKBOOK_PROPERTIES, TAB)
    if any(tag == STRICT_WORKBOOK for tag, _ in listed):
        raise package.refusal("strict")
    if not listed or listed[0][0] != WORKBOOK:
        raise package.refusal("unknown")
    pointed = relations(package, workbook)
    properties = next((found for tag, found in listed if tag == WORKBOOK_PROPERTIES), {})
    return Outline(
        _sheets(package, workbook, listed, pointed),
        _target(package, pointed, STRINGS_RELATION),
        _target(package, pointed, STYLES_RELATION),
        properties.get("date1904", "0") in ("1", "true", "on"),
    )


def _target(package: Package, pointed: dict[str, Relation], kind: str) -> str | None:
    """The one part of that kind, None without one; which of two counts programs do not agree on."""
    targets = {to.target: to for to in pointed.values() if to.kind == kind and not to.outside}
    if len(targets) > 1:
        raise package.refusal("twofold", kind.removeprefix("/"))
    return next(iter(targets), None)


def _sheets(
    package: Package, workbook: str, listed: list[tuple[str, Attributes]], pointed: dict[str, Relation]
) -> tuple[Sheet, ...]:
    found = [_sheet(package, workbook, tab, pointed) for tag, tab in listed if tag == TAB]
    sheets = tuple(sheet for sheet in found if sheet is not None)
    if not sheets:
        raise package.refusal("no_sheet")
    _check_tabs(package, sheets)
    return sheets


def _check_tabs(package: Package, sheets: tuple[Sheet, ...]) -> None:
    names: set[str] = set()
    parts: set[str] = set()
    for sheet in sheets:
        if sheet.name.casefold() in names:
            raise package.refusal("duplicate_sheet", sheet.name)
        if sheet.part in parts:
            raise package.refusal("shared_sheet", sheet.name)
        names.add(sheet.name.casefold())
        parts.add(sheet.part)


def _sheet(package: Package, workbook: str, tab: Attributes, pointed: dict[str, Relation]) -> Sheet | None:
    to = pointed.get(tab.get(RELATION_ID, ""))
    if "name" not in tab:
        raise package.refusal("bad_xml", workbook)
    if tab.get(RELATION_ID) == "":  # so Excel writes a tab of macros that it keeps elsewhere
        return None
    if to is None:
        raise package.refusal("lost_sheet", tab["name"])
    if to.outside or to.target not in package.parts:
        raise package.refusal("missing_part", to.target)
    hidden = tab.get("state", "visible") != "visible"
    return Sheet(tab["name"], hidden, to.target) if to.kind == SHEET_RELATION else None  # else a chart


def _check_parts(package: Package, outline: Outline) -> dict[str, SheetWatch]:
    """What was seen of each sheet, once every part has been unpacked and found sound."""
    sheets = {sheet.part: SheetWatch(package, sheet.name, sheet.part) for sheet in outline.sheets}
    roots = {outline.strings: f"{MAIN} sst", outline.styles: f"{MAIN} styleSheet"}
    if both := set(roots) & set(sheets):
        raise package.refusal("wrong_part", both.pop())
    size = count = one_by_one = every = 0
    for name, part in package.parts.items():
        if name in sheets:
            count += scan(package, name, sheets[name])
            sheets[name].finish()
            every += sheets[name].values
            one_by_one += 0 if sheets[name].is_long() else sheets[name].values
        elif name.lower().endswith((".xml", ".rels")) or name in roots:
            count += scan(package, name, Watch({}, root=roots.get(name)))
        else:
            drain(package, name)
        size += part.unpacked
        _weigh(package, name, size, count)
        _check_values(package, one_by_one, every)
    return sheets


def _weigh(package: Package, name: str, size: int, count: int) -> None:
    limits = package.limits
    if size > limits.total_bytes or count > limits.elements:
        raise package.refusal("zip_bomb", name)


def _check_values(package: Package, one_by_one: int, every: int) -> None:
    """See that there are not too many values; there may be more on long sheets, which are read otherwise."""
    limits = package.limits
    for values, most in ((one_by_one, limits.values), (every, limits.many_values)):
        if values > most:
            raise too_many_values(package.file, most)
