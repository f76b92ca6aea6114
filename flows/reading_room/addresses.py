"""Where everything in the room is: every address, below the place where it is mounted, in one language."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING
from urllib.parse import quote, urlencode

from flows.document import LANGUAGES

if TYPE_CHECKING:
    from flows.reading_room.shelf import Edition


def segment(name: str) -> str:
    """A name as one step of an address, whatever is in it."""
    return quote(name, safe="")


@dataclass(frozen=True, slots=True)
class Addresses:
    """The addresses of one language's pages; `here` is the page asked for, without its language."""

    root: str  # where the room is mounted: "/room"
    language: str
    shelf: str  # where the editions' files are served: "/editions"
    prefect: str  # Prefect's own page
    here: str = "/"
    query: str = ""

    def page(self, rest: str) -> str:
        """A page of this language by the rest of its address, which begins with a stroke."""
        return f"{self.root}/{self.language}{rest}"

    def home(self, page: int = 1) -> str:
        """The list of workbooks and editions; from `page` 2 on only the editions are others."""
        return self.page("/" if page == 1 else f"/?page={page}")

    def check(self, workbook: str, came: str | None = None) -> str:
        """The check of a workbook; `came` says how it came to be there."""
        return self.page(f"/check/{segment(workbook)}") + (f"?came={came}" if came else "")

    def former(self, workbook: str, version: str) -> str:
        """The file of a workbook's former version."""
        return self.page(f"/check/{segment(workbook)}/former/{segment(version)}")

    def upload(self) -> str:
        """Where a workbook is sent to."""
        return self.page("/upload")

    def compare(self, one: str | None = None, other: str | None = None) -> str:
        """The form that compares two editions, or what it gives for these."""
        chosen = urlencode({"one": one, "other": other}) if one and other else ""
        return self.page("/compare") + (f"?{chosen}" if chosen else "")

    def picture(self, edition: Edition) -> str:
        """The first page of an edition, another address whenever its manifest is another."""
        place = f"/pictures/{segment(edition.stem)}/{segment(edition.name)}.png"
        return self.page(place) + f"?v={edition.digest[:16]}"

    def file(self, edition: Edition, name: str) -> str:
        """A file of an edition, where the server keeps them."""
        return "/".join((self.shelf, segment(edition.stem), segment(edition.name), segment(name)))

    def style(self, version: str) -> str:
        """The style sheet."""
        return f"{self.root}/room.css?v={version}"

    def other(self) -> Addresses:
        """The same addresses in the other language."""
        first, second = LANGUAGES
        return replace(self, language=second if self.language == first else first)

    def same(self) -> str:
        """The page asked for, in this language."""
        return self.page(quote(self.here)) + (f"?{self.query}" if self.query else "")
