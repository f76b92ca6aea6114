"""Who is written to: the recipients of a workbook, their groups, and how they are shown without being told.

Pure, and nothing of it is ever part of a record or an edition (model 1.6). Where a list of recipients is
shown to a person (a form, an artifact, a log), each is shown `masked`, with the cell where the rest stands.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from flows.workbook import addresses
from flows.workbook.text import tidy

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from flows.workbook.problems import Cell


@dataclass(frozen=True, slots=True)
class Recipient:
    """One who is written to. Its `repr` gives neither name nor address: it may end up in a log."""

    name: str = field(repr=False)  # on one line; "" where nobody typed one
    email: str = field(
        repr=False
    )  # as mail servers take it: the domain in small letters, xn--… of other letters
    language: str | None  # en or fr; None: the edition's first
    group: str  # "": of none, written to with everyone only
    topics: tuple[str, ...]  # organisations as the record spells them; (): all
    cell: Cell  # of the address

    def reads(self, languages: Sequence[str]) -> str:
        """The language they are written to in, of those an edition has: their own, else its first."""
        return self.language if self.language and self.language in languages else languages[0]


def groups(recipients: Iterable[Recipient]) -> tuple[str, ...]:
    """The names of the groups in order of the alphabet; of two that differ by capitals, the first typed."""
    named: dict[str, str] = {}
    for recipient in recipients:
        if recipient.group:
            named.setdefault(_alike(recipient.group), recipient.group)
    return tuple(named[each] for each in sorted(named))


def addressed(recipients: Iterable[Recipient], group: str = "") -> tuple[Recipient, ...]:
    """Those of that group, whatever its capitals, in the sheet's order; everyone where it is ""."""
    asked = _alike(tidy(group))
    return tuple(each for each in recipients if asked in ("", _alike(each.group)))


def masked(recipient: Recipient) -> str:
    """Initials, the address's first letter and its domain: "A. L., a…@example.org".

    No word of the name is given whole: which of them is the family's, a name does not say. A domain with
    letters beyond ASCII is shown as mail servers take it, then as it reads, so that a look-alike shows.
    """
    initials = [first for word in recipient.name.split() if (first := _first(word))]
    named = " ".join(f"{first}." for first in initials)
    return ", ".join(filter(None, (named, hint(recipient.email))))


def hint(typed: str) -> str:
    """What may be told of any cell of the sheet: its first letter and "…", and of one address the domain."""
    local, _, behind = typed.strip(addresses.BLANKS).rpartition("@")
    name = addresses.domain(behind) if local and "@" not in local else None
    if name is None:
        return _first(typed) + "…"
    reads = addresses.in_letters(name)
    return f"{_first(local)}…@{name}" + (f" ({reads})" if reads != name else "")


def _first(word: str) -> str:
    return next(filter(str.isalnum, word), "")


def _alike(group: str) -> str:
    return group.casefold()
