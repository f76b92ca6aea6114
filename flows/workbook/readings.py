"""What a team has decided that a tab, a header, a name or a value is to be read as."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from flows.workbook.text import key

if TYPE_CHECKING:
    from collections.abc import Mapping

ANYWHERE = ""
"""In place of a tab or of a row: whichever it stands in."""


@dataclass(frozen=True, slots=True)
class Readings:
    """Decided readings: tabs and headers in their form for matching, contents tidied, rows by `rowkeys`.

    What they name may not be there, and then nothing is read so.
    """

    tabs: Mapping[str, str] = field(default_factory=dict, hash=False)  # a tab -> the sheet it is
    by_tab: Mapping[str, Mapping[str, str]] = field(
        default_factory=dict, hash=False
    )  # tab -> header -> column
    names: tuple[tuple[str, str], ...] = ()  # a name -> the organisation it is
    values: Mapping[tuple[str, str], str] = field(default_factory=dict, hash=False)  # content, row -> value

    def headers(self, label: str) -> Mapping[str, str]:
        """The headers of that tab that are read as others."""
        return {**self.by_tab.get(ANYWHERE, {}), **self.by_tab.get(key(label), {})}

    def value(self, content: str, row: str) -> str | None:
        """What that content is read as in that row; None where nothing is decided."""
        return self.values.get((content, row), self.values.get((content, ANYWHERE)))

    @property
    def of_places(self) -> bool:
        """Whether they change which tab is which sheet, or which column is which."""
        return bool(self.tabs or self.by_tab)


NOTHING = Readings()
