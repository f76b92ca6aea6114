"""An old workbook carried over into a new one, and everything there is to tell of it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from flows.workbook.blank import drawing, making, package, titles
from flows.workbook.blank.carrying import filling, leftovers, matching, sorting, widening
from flows.workbook.blank.carrying.telling import Left, left
from flows.workbook.blank.plan import plans as planned
from flows.workbook.blank.refusals import CannotWrite
from flows.workbook.headers import Header
from flows.workbook.reading.places import address
from flows.workbook.reading.values import MOVES
from flows.workbook.schema import SHEETS
from flows.workbook.single import split
from flows.workbook.single.joined import on_one_tab

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from flows.workbook.blank.carrying.matching import Found, Matched
    from flows.workbook.blank.carrying.sorting import Sorted, Typed
    from flows.workbook.blank.carrying.widening import Placed
    from flows.workbook.blank.plan import Plan
    from flows.workbook.read import Book
    from flows.workbook.single import Split


@dataclass(frozen=True, slots=True)
class Carried:
    """The new workbook's bytes, its language, how many rows each tab got, what to know of the old one."""

    content: bytes
    language: str
    rows: tuple[tuple[str, int], ...]  # tab of the new workbook, rows
    told: tuple[Left, ...]  # in the old workbook's order

    @property
    def whole(self) -> bool:
        """Whether nobody has to look at anything."""
        return not any(each.eye for each in self.told)


@dataclass(frozen=True, slots=True)
class Taken:
    """One old sheet on its way over."""

    found: Found
    seen: Sorted
    placed: Placed


def carried(old: Book, language: str | None, usual: str, *, portable: bool) -> Carried:
    """The old workbook's rows in a new one, in its language unless it has none; then the usual one.

    Raises `CannotWrite` where another language is asked for than the old one is in, or nothing can be placed.
    """
    parted = split(old)
    what = matching.matched(parted.book, language or usual, parted.parts)
    if language and what.language and language != what.language:
        raise CannotWrite("other_language", old.name, what.language)
    if not what.found and what.undecided:
        raise CannotWrite("undecided", old.name, ", ".join(what.undecided))
    if not what.found:
        raise CannotWrite("nothing_known", old.name, ", ".join(old.tabs))
    new = what.language or language or usual
    plans = {plan.sheet.name: plan for plan in planned(new)}
    taken = [_taken(parted, found, plans[found.sheet.name]) for found in what.found]
    wide = plans | {each.found.sheet.name: each.placed.plan for each in taken}
    told = _told(parted, what, taken, new)
    return Carried(_written(tuple(wide.values()), taken, told, portable=portable), new, _counts(taken), told)


def _taken(parted: Split, found: Found, plan: Plan) -> Taken:
    seen = sorting.gone_through(sorting.cells(parted.book.cells, found.label), found)
    if parted.found and found.label in parted.parts:
        found = _headed(found, seen, parted.found.header, parted.found.kind_column[0])
    return Taken(found, seen, widening.placed(found, seen, plan))


def _headed(found: Found, seen: Sorted, header: Header, telling: int) -> Found:
    """A part of a tab of several kinds of rows, with the headers over its cells, those of other kinds too.

    The column that tells the rows apart has said what it had to, unless it is one of the part's own.
    """
    kept = {*found.columns, *seen.columns, *dict(found.header.line)}
    if telling not in {*found.columns, *seen.columns}:
        kept.discard(telling)
    line = tuple((number, text) for number, text in header.line if number in kept)
    return replace(found, header=Header(header.row, line))


def _written(
    plans: tuple[Plan, ...], taken: Sequence[Taken], told: Sequence[Left], *, portable: bool
) -> bytes:
    rows = {each.found.sheet.name: len(each.seen.lines) for each in taken}
    workbook = making.made(plans, portable=portable, rows=rows)
    for each in taken:
        plan = each.placed.plan
        ids = sorting.numbered(each.found, plan, each.seen.lines)
        filling.fill(workbook[plan.tab], plan, each.seen, each.placed.to, ids)
    if told:
        leftovers.draw(workbook, told, plans[0].language)
    return package.content(workbook)


def _counts(taken: Sequence[Taken]) -> tuple[tuple[str, int], ...]:
    return tuple((each.placed.plan.tab, len(each.seen.lines)) for each in taken)


def _told(parted: Split, what: Matched, taken: Sequence[Taken], language: str) -> tuple[Left, ...]:
    """All there is to tell, in the old workbook's order and under its tabs' own names."""
    each_of = (one for each in taken for one in (*_of_part(each, parted), *_of(each, what)))
    told = _in_order(parted.book, [*_of_others(parted.book, what, language), *each_of], language)
    names = {part: str(tab) for part, tab in parted.tabs.items()}
    return tuple(on_one_tab(one, names) for one in told)


def _of_part(each: Taken, parted: Split) -> Iterator[Left]:
    """Where the rows of one kind went of a tab that holds several, and those nothing tells the kind of."""
    if parted.found is None or each.found.label not in parted.parts:
        return
    plan, label = each.placed.plan, each.found.label
    yield left("taken_apart", plan.language, label, expected=plan.tab, count=str(len(each.seen.lines)))
    for line in each.seen.lines:
        if line.row in parted.found.undecided:
            place = f"{plan.tab}!{plan.key.letter}{line.to}"
            said = _words(line.cells)
            yield left("kind_unknown", plan.language, label, _range(line.cells), said, place=place)


def _of(each: Taken, what: Matched) -> Iterator[Left]:
    """What there is to tell of a sheet that was carried over."""
    label, plan, seen = each.found.label, each.placed.plan, each.seen
    quiet = label in what.private
    if not each.found.by_name:
        yield left("taken_for", plan.language, label, expected=plan.tab)
    yield from _above(each, quiet=quiet)
    yield from each.placed.told
    if ids := list(sorting.numbered(each.found, plan, seen.lines).values()):
        where = f"{plan.tab}!{plan.key.letter}{seen.lines[0].to}"
        yield left("numbered", plan.language, label, first=ids[0], last=ids[-1], place=where)
    for row in seen.totals:
        yield left("total_row", plan.language, label, _range(row), "" if quiet else _words(row))
    for line in seen.lines:
        yield from _of_line(each, line, quiet=quiet)


def _of_line(each: Taken, line: sorting.Line, *, quiet: bool) -> Iterator[Left]:
    plan, label, to = each.placed.plan, each.found.label, each.placed.to
    apart = (
        "filtered_row"
        if line.filtered
        else "hidden_row"
        if line.hidden
        else "struck_row"
        if line.struck
        else ""
    )
    if apart:
        place = f"{plan.tab}!{plan.key.letter}{line.to}"
        yield left(apart, plan.language, label, _range(line.cells), place=place)
    for cell in line.cells:
        place = f"{plan.tab}!{address(line.to, to[cell.column])}"
        said = "" if quiet else cell.text
        if cell.kind in sorting.NOT_CARRIED:
            never = "moving_day" if MOVES.search(cell.text) else "formula"
            kind = never if cell.kind == "formula" else "error_cell"
            yield left(kind, plan.language, label, cell.address, said, place=place)
        elif cell.struck == "part" and not line.struck:
            live = "" if quiet else (cell.live or "")
            yield left("partly_struck", plan.language, label, cell.address, said, place=place, live=live)


def _above(each: Taken, *, quiet: bool) -> Iterator[Left]:
    plan = each.placed.plan
    theirs = [cell for cell in each.seen.above if not drawing.ours(cell.text, each.found.sheet)]
    if theirs:
        settings = next(titles.tab(sheet, plan.language) for sheet in SHEETS if sheet.name == "settings")
        said = "" if quiet else _words(theirs)
        yield left("above", plan.language, each.found.label, _range(theirs), said, settings=settings)


def _of_others(book: Book, what: Matched, language: str) -> Iterator[Left]:
    """What there is to tell of the tabs that were not carried over, and of cells too far away to be read."""
    names = {sheet.name: titles.tab(sheet, language) for sheet in SHEETS}
    for label, kind, expected, other in what.others:
        cells = sorting.cells(book.cells, label)
        if cells and not (kind == "own_sheet" and leftovers.generated(cells)):
            said = "" if label in what.private else _words(cells)
            yield left(
                kind, language, label, _range(cells), said, expected=names.get(expected, label), other=other
            )
    for info in book.sheets:
        if info.beyond:
            yield left("beyond", language, info.name, info.beyond)


def _in_order(book: Book, told: Sequence[Left], language: str) -> Iterator[Left]:
    """In the old workbook's order of tabs; at the end, once, what no workbook's rows carry with them."""
    order = {label: place for place, label in enumerate(book.tabs)}
    yield from sorted(told, key=lambda one: order[one.sheet])
    yield left("stays_behind", language, book.name)


def _range(cells: Sequence[Typed]) -> str:
    """The cells as Excel names them, from the first corner to the last: A1:C36."""
    rows, columns = [cell.row for cell in cells], [cell.column for cell in cells]
    first, last = address(min(rows), min(columns)), address(max(rows), max(columns))
    return first if first == last else f"{first}:{last}"


def _words(cells: Sequence[Typed]) -> str:
    return " | ".join(cell.text for cell in cells)
