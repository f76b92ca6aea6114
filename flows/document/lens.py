"""The findings seen in one language: looks up names, days and words for the parts of the page."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from flows.document import bars
from flows.document.values import Line, Run, passage
from flows.document.wording import dates, sentences, words
from flows.document.wording.counts import count_of
from flows.record.facts import SECTOR, Text

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from flows.document.values import Filling
    from flows.record.editions import Changes
    from flows.record.facts import Announcement, Day, Reaction
    from flows.record.findings import Commitment, Findings


@dataclass(frozen=True, slots=True)
class Lens:
    """One language's view of the findings. Lookups only: nothing is computed here."""

    findings: Findings
    language: str
    changes: Changes | None = None  # since the previous edition
    announcements: dict[str, Announcement] = field(init=False)
    reactions: dict[str, Reaction] = field(init=False)
    chains: dict[str, Commitment] = field(init=False)
    names: dict[str, str] = field(init=False)
    searched: dict[str, Day] = field(init=False)  # when each organisation was last searched, as known then
    weak: frozenset[str] = field(init=False)  # rows without a usable source (R10): marked °
    quotable: frozenset[str] = field(init=False)
    sources: frozenset[str] = field(init=False)
    later: frozenset[str] = field(init=False)  # sources the edition's date does not know yet
    pressing: frozenset[str] = field(init=False)  # chains with a row that a key point speaks of
    aside: dict[str, str] = field(init=False)  # what stands for the id of a row that is not printed
    marks: dict[str, str] = field(init=False)  # the word beside each bar in the margin (see `bars`)

    def __post_init__(self) -> None:
        """Index the findings once."""
        found = self.findings
        names = {
            body.name: body.name_twin.words
            for body in found.profiles
            if body.name_twin is not None and body.name_twin.language == self.language
        }
        self._set("announcements", {row.id: row for row in found.announcements})
        self._set("reactions", {row.id: row for row in found.reactions})
        self._set("chains", {chain.chain: chain for chain in found.commitments})
        self._set("names", names)
        self._set("searched", _searched(found))
        self._set("weak", frozenset(one.id for one in found.weaknesses if one.kind in UNSOURCED))
        self._set("quotable", frozenset(found.quotable))
        self._set("sources", frozenset(one.id for one in found.sources))
        future = (one for one in found.set_aside if one.category == "future" and one.sheet == "sources")
        self._set("later", frozenset(one.id for one in future if one.id is not None))
        self._set("pressing", _pressing(found))
        self._set("aside", {one: self.say(name, id=one) for one, name in _aside(found).items()})
        self._set("marks", bars.words(self.changes, found.commitments, self.language))

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

    def on(self, when: Day | date | None, before: str = "on", *, short: bool = False) -> str:
        """The date behind its "on", "of", "until" or "since"; the words for a missing one."""
        if when is None:
            return self.say("date_missing")
        return dates.with_word(before, when, self.language, short=short)

    def count(self, number: int, noun: str) -> str:
        """The number with its noun."""
        return count_of(number, noun, self.language)

    def text(self, text: Text) -> tuple[Run, ...]:
        """A cell's words in this language, or the original, tagged and marked."""
        return passage(text, self.language)

    def told(self, name: str, row: str, text: Text | None) -> tuple[Line, ...]:
        """A fixed sentence about a cell's words, with the row's id; none for a blank cell."""
        return () if text is None else (self.line(name, (row,), words=self.text(text)),)

    def typed(self, words: str) -> tuple[Run, ...]:
        """Words of a cell without a twin: marked where the workbook's language is not the page's."""
        return passage(Text(words, self.findings.record.language), self.language)

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

    def run_in(self, parts: Iterable[tuple[Run, ...]]) -> tuple[Run, ...]:
        """The parts one after the other, with semicolons between."""
        runs: list[Run] = []
        for part in parts:
            runs += [Run(sentences.SEMICOLON[self.language]), *part] if runs else part
        return tuple(runs)

    def sums(self, what: str, counts: Mapping[str, int], order: Iterable[str]) -> str:
        """The terms of a sum in order, those of nought left out: "2 met, 1 lapsed and 3 not checked"."""
        return self.listed([self.count(counts[one], f"{what}_{one}") for one in order if counts.get(one)])

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


capital = sentences.capital

UNSOURCED = frozenset({"no_source", "incomplete_source"})


def _searched(found: Findings) -> dict[str, Day]:
    """The day each organisation was last searched, those after the edition's date left out."""
    days = ((body.name, body.last_searched_on) for body in found.profiles)
    return {name: day for name, day in days if day is not None and day.first <= found.as_of}


def _aside(found: Findings) -> dict[str, str]:
    """The words for each id that leads to no printed row: it is absent, set aside, or retired."""
    absent = {
        one.detail: "absent_id" for one in found.weaknesses if one.kind == "absent_reference" and one.detail
    }
    rows = {one.id: one.category for one in found.set_aside if one.id is not None}
    named = {"retired": "retired_id", "to_resolve": "aside_id"}
    unprinted = {one: named[category] for one, category in rows.items() if category in named}
    printed = {row.id for row in found.announcements} | {row.id for row in found.reactions}
    printed |= {row.id for row in found.sources} | {row.id for row in found.context}
    return {one: name for one, name in (absent | unprinted).items() if one not in printed}


def _pressing(found: Findings) -> frozenset[str]:
    """The chains with a row that a key point speaks of."""
    spoken = {one for point in found.key_points for one in (point.chain, *point.ids)}
    return frozenset(
        chain.chain for chain in found.commitments if any(row.id in spoken for row in chain.rows)
    )
