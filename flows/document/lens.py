"""The findings seen in one language: looks up names, days and words for the parts of the page."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from flows.document.values import Line, Run, passage
from flows.document.wording import dates, sentences, words
from flows.document.wording.counts import count_of
from flows.record.facts import SECTOR

if TYPE_CHECKING:
    from datetime import date

    from flows.document.values import Filling
    from flows.record.facts import Announcement, Day, Reaction, Text
    from flows.record.findings import Commitment, Findings


@dataclass(frozen=True, slots=True)
class Lens:
    """One language's view of the findings. Lookups only: nothing is computed here."""

    findings: Findings
    language: str
    announcements: dict[str, Announcement] = field(init=False)
    reactions: dict[str, Reaction] = field(init=False)
    chains: dict[str, Commitment] = field(init=False)
    chain_of: dict[str, str] = field(init=False)
    names: dict[str, str] = field(init=False)

    def __post_init__(self) -> None:
        """Index the findings once."""
        found = self.findings
        chain_of = {row.id: chain.chain for chain in found.commitments for row in chain.rows}
        names = {
            body.name: body.name_twin.words
            for body in found.record.organisations
            if body.name_twin is not None and body.name_twin.language == self.language
        }
        self._set("announcements", {row.id: row for row in found.announcements})
        self._set("reactions", {row.id: row for row in found.reactions})
        self._set("chains", {chain.chain: chain for chain in found.commitments})
        self._set("chain_of", chain_of)
        self._set("names", names)

    def _set(self, name: str, value: object) -> None:
        object.__setattr__(self, name, value)  # frozen, but made once

    def say(self, name: str, /, **values: str) -> str:
        """Fixed words, filled in."""
        return sentences.say(name, self.language, **values)

    def line(self, name: str, refs: tuple[str, ...] = (), /, **values: Filling) -> Line:
        """A fixed sentence, filled in, with its ids."""
        return sentences.line(name, self.language, refs, **values)

    def word(self, group: str, code: str) -> str:
        """The printed word for a code."""
        return words.word(group, code, self.language)

    def day(self, when: Day | date | None, *, short: bool = False) -> str:
        """The date in words, or the words for a missing one."""
        return self.say("date_missing") if when is None else dates.day(when, self.language, short=short)

    def count(self, number: int, noun: str) -> str:
        """The number with its noun."""
        return count_of(number, noun, self.language)

    def text(self, text: Text) -> tuple[Run, ...]:
        """A cell's words in this language, or the original, tagged and marked."""
        return passage(text, self.language)

    def name(self, organisation: str | None) -> str:
        """The organisation's name in this language; the sector at large by its own word."""
        if organisation is None:
            return "–"
        if organisation == SECTOR:
            return self.say("sector")
        return self.names.get(organisation, organisation)

    def joined(self, items: tuple[str, ...] | list[str]) -> str:
        """The items with semicolons between."""
        return sentences.SEMICOLON[self.language].join(items)

    def sum_of(self, what: str, number: int) -> str:
        """A term of a sum: "not checked: 11", so that no adjective has to agree with the figure."""
        return f"{what}{sentences.COLON[self.language]}{number}"

    def listed(self, items: tuple[str, ...] | list[str]) -> str:
        """The items as a list in a sentence."""
        return sentences.listed(items, self.language)

    def kind(self, chain: Commitment) -> str:
        """The printed word for a chain's kind."""
        return self.word("kind", chain.kind)

    def setting(self, name: str) -> str | None:
        """A setting of the workbook, in this language first (title_fr before title)."""
        typed = dict(self.findings.record.settings)
        return typed.get(f"{name}_{self.language}") or typed.get(name)


def capital(words_: str) -> str:
    """The words with a capital first letter; nothing else changes."""
    return words_[:1].upper() + words_[1:]
