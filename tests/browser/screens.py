"""The pages the browser is shown: first editions, one with changes, a messy draft, a team's own colour."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from flows.document import compose
from flows.document.screen import screen
from flows.edition import snapshot
from flows.record import as_json, changes, findings
from tests import books
from tests.document import making, shipped

if TYPE_CHECKING:
    from pathlib import Path

    from flows.document import Extent
    from flows.record.editions import Changes
    from flows.record.findings import Findings

LATER = date(2024, 2, 1)
LONG = "unbrokenbeyondanything" * 9
EDITION = replace(making.EDITION, languages=("en", "fr"))
KINDS = ("first", "core", "changed", "messy", "yellow")
NAMES = tuple(f"{kind}-{language}" for kind in KINDS for language in ("en", "fr"))
"""Every page, by its kind and its language."""

SHORT = tuple(name for name in NAMES if name.split("-")[0] in {"core", "messy", "yellow"})
"""Those that take a browser a second, not ten."""


def page(name: str, folder: Path) -> str:
    """The HTML of that name; workbooks it is made from are written into the folder."""
    kind, language = name.split("-")
    if kind == "first":
        return shipped.made(making.FOUNDING, language).screen  # laid out, so that the annex has its pages
    found, since = _found(kind, folder)
    extent: Extent = "core" if kind == "core" else "full"
    return screen(compose.briefing(found, language, edition=EDITION, extent=extent, changes=since))


def _found(kind: str, folder: Path) -> tuple[Findings, Changes | None]:
    """What is printed, and what changed since an edition before."""
    if kind == "core":
        return shipped.found(LATER), None
    if kind == "changed":
        return _changed()
    return making.found(folder, _messy() if kind == "messy" else _yellow()), None


def _changed() -> tuple[Findings, Changes]:
    """The shipped record in 2024, beside what it held when the moratorium was to end."""
    before = snapshot.of_text(as_json.canonical(shipped.found(date(2021, 6, 1))), "x", 1)
    found = findings.compute(shipped.record(), as_of=LATER, previous=before)
    return found, changes.compare(before, snapshot.of_text(as_json.canonical(found)))


def _messy() -> books.Book:
    """A draft: an id twice, a date that may be two, no source, a word without an end, markup in a cell."""
    book = books.put(books.sound(), "Announcements", 3, "id", "A001")
    book = books.put(book, "Announcements", 4, "summary", f"<b>Goes on</b> & {LONG}")
    book = books.put(book, "Reactions", 2, "reacted_on", "10/06/2020")
    book = books.put(book, "Reactions", 4, "source", "?")
    far = {"organisation": LONG, "summary": "Привет, мир. 顔認証 🦄", "source": f"https://example.org/{LONG}"}
    book = books.add(book, "Announcements", id="A009", announced_on="2020-06-01", kind="ban", **far)
    return books.add(book, "Questions", id="Q002", question=LONG, asked_on="2020-06-01", status="open")


def _yellow() -> books.Book:
    """A team whose own colour can hardly be read on white."""
    return books.sound() | {"Settings": [["name", "value"], ["accent", "#FFE600"]]}
