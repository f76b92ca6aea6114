"""What runs at the head and foot of the pages: on empty sheets, drawn once the pages are counted."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from flows.document.chapters.cuts import CLOSING
from flows.document.chapters.styled import styled

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from flows.document.chapters.chapter import Page

AT_ONCE = 25  # sheets that are drawn together


def frames(opening: str, pages: Sequence[Page]) -> Iterator[str]:
    """The markup of the sheets for these pages, so many at a time; `opening` is that of their own markup."""
    styles = styled(opening, "frames", without=("first",))
    for start in range(0, len(pages), AT_ONCE):
        sheets = "\n".join(
            _sheet(number, page, len(pages))
            for number, page in enumerate(pages[start : start + AT_ONCE], start + 1)
        )
        yield f"{styles}\n{sheets}\n{CLOSING}\n"


def _sheet(number: int, page: Page, count: int) -> str:
    kind = "first" if number == 1 and not page.kind else page.kind
    section = escape(page.section or "")
    told = f'data-section="{section}" data-number="{number}" data-total="{count}"'
    return f'<div class="sheet {kind}" {told}></div>'
