"""The first page: the workbooks and what is to be mended, the form, the next dates, the editions."""

from __future__ import annotations

from concurrent.futures import wait
from dataclasses import dataclass
from typing import TYPE_CHECKING

from starlette.exceptions import HTTPException

from flows import typed
from flows.document import file, holds
from flows.document.wording import dates
from flows.mending import kept
from flows.reading_room import coming, guards, pages, shelf
from flows.reading_room.wording import said

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from starlette.responses import Response

    from flows.reading_room.asked import Asked
    from flows.reading_room.coming import Coming
    from flows.reading_room.inbox import Workbook
    from flows.reading_room.readings import Reading
    from flows.reading_room.shelf import Edition, Stock

PATIENCE = 3.0  # seconds the page waits for workbooks nobody has read yet
ON_A_PAGE = 12  # editions


@dataclass(frozen=True, slots=True)
class Entry:
    """A workbook in the list."""

    name: str
    saved: str
    state: str
    check: str


@dataclass(frozen=True, slots=True)
class Link:
    """Something to take along or to open."""

    words: str
    address: str
    language: str | None = None
    kind: str | None = None


@dataclass(frozen=True, slots=True)
class Card:
    """An edition in the list."""

    heading: str
    name: str  # its folder's: of two of one day it tells which is which
    release: str
    draft: bool
    reasons: tuple[str, ...]
    picture: str
    alternative: str
    behind: str  # what a link says for the ear alone: of which edition
    documents: tuple[Link, ...]
    mending: Link | None  # the page of what is to be put right; older editions have none
    data: tuple[Link, ...]
    since: str | None  # the address that compares it with the edition before


def show(asked: Asked, refused: str | None = None, status: int = 200) -> Response:
    """The page; `refused` says why what was sent was not kept.

    Raises `HTTPException` (404) where there is no such page of editions.
    """
    room, language = asked.room, asked.language
    secret = guards.token(asked.request)
    workbooks = room.inbox.workbooks()
    readings = _readings(asked, workbooks)
    until = dates.day(typed.today() + coming.AHEAD, language)
    answer = pages.page(
        "home",
        asked.to,
        status,
        token=secret,
        refused=refused,
        most=room.megabytes,
        workbooks=[_entry(asked, one, readings.get(one.name)) for one in workbooks],
        coming=_coming(readings, language),
        until=until,
        waiting=len(readings) < len(workbooks),
        day=dates.day,
        **_editions(asked, shelf.stock(room.outputs)),
    )
    guards.hand_over(answer, asked.request, secret)
    return answer


def _readings(asked: Asked, workbooks: Sequence[Workbook]) -> dict[str, Reading]:
    """What has been read by the time the page is wanted, by name; the others are still being read."""
    begun = {one.name: asked.room.readings.of(one.path) for one in workbooks}
    wait(begun.values(), timeout=PATIENCE)
    return {name: reading.result() for name, reading in begun.items() if reading.done()}


def _entry(asked: Asked, workbook: Workbook, reading: Reading | None) -> Entry:
    return Entry(
        name=workbook.name,
        saved=workbook.saved(asked.language),
        state=state(reading, asked.language),
        check=asked.to.check(workbook.name),
    )


def state(reading: Reading | None, language: str) -> str:
    """What a workbook has to have mended, in a few words."""
    if reading is None:
        return said("being_read", language)
    if reading.refusal is not None:
        return said("unreadable", language)
    if not reading.problems:
        return said("fine", language)
    nothing = said("nothing", language)
    return said("state", language, errors=reading.errors or nothing, doubts=reading.doubts or nothing)


def _coming(readings: Mapping[str, Reading], language: str) -> list[Coming]:
    """From the workbooks, not from editions: a date that was mended since is not announced any more."""
    found = [
        line for name, reading in readings.items() for line in coming.lines(name, reading.ahead, language)
    ]
    return sorted(found, key=lambda line: line.on)


def _editions(asked: Asked, stock: Stock) -> dict[str, object]:
    """The editions of the page asked for, and where the newer and the older ones are.

    Raises `HTTPException` (404) where there is no such page.
    """
    pages_of = max(1, -(-len(stock.editions) // ON_A_PAGE))
    number = asked.request.query_params.get("page", "1")
    if number not in map(str, range(1, pages_of + 1)):
        raise HTTPException(404)
    page = int(number)
    shown = stock.editions[(page - 1) * ON_A_PAGE : page * ON_A_PAGE]
    return {
        "editions": [card(asked, one, stock.before(one)) for one in shown],
        "broken": stock.broken,
        "newer": asked.to.home(page - 1) if page > 1 else None,
        "older": asked.to.home(page + 1) if page < pages_of else None,
    }


def card(asked: Asked, edition: Edition, before: Edition | None) -> Card:
    """The edition as the list shows it."""
    to, language = asked.to, asked.language
    day, number = dates.day(edition.as_of, language), edition.kept.number
    about = {"stem": edition.stem, "day": day, "number": number}
    return Card(
        heading=said("situation", language, **about),
        name=edition.name,
        release=said("final" if edition.final else "draft", language, number=number),
        draft=not edition.final,
        reasons=tuple(_reason(hold, language) for hold in edition.kept.holds),
        picture=to.picture(edition),
        alternative=said("picture", language, **about),
        behind=said("of_edition", language, stem=edition.stem, name=edition.name),
        documents=_documents(asked, edition),
        mending=_mending(asked, edition),
        data=tuple(Link(name, to.file(edition, name), kind="application/json") for name in edition.data),
        since=to.compare(before.key, edition.key) if before else None,
    )


def _documents(asked: Asked, edition: Edition) -> tuple[Link, ...]:
    kinds = {"pdf": "application/pdf", "html": "text/html"}
    return tuple(
        Link(
            said(f"{kind}_{language}", asked.language),
            asked.to.file(edition, file(language, kind)),
            language,
            media,
        )
        for language in edition.languages
        for kind, media in kinds.items()
        if file(language, kind) in edition.kept.files
    )


def _mending(asked: Asked, edition: Edition) -> Link | None:
    if kept.PAGE not in edition.kept.files:
        return None
    words = said("to_put_right", asked.language)
    return Link(words, asked.to.file(edition, kept.PAGE), kind="text/html")


def _reason(hold: str, language: str) -> str:
    """Why it is held back; as the manifest has it where a later version knew a reason this one does not."""
    try:
        return holds.reason(hold, language)
    except KeyError:
        return hold
