"""Which rows go with those a passage names: its commitment, who contests it, what answers a demand."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from flows.record import facts
from flows.record.gaps import folded
from flows.record.order import said_on

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from flows.record.results import Answer, Commitment, Findings

Fact = Any
"""A row of any sheet, as a fact with its origin."""

PRINTED = ("announcements", "reactions", "context", "sources")
OUT_OF_SIGHT = frozenset(facts.OUT_OF_SIGHT)
Index = defaultdict[str, list[Fact]]


@dataclass(frozen=True, slots=True)
class Related:
    """The rows of an edition, by what leads to them; a row set aside only where the page names it."""

    findings: Findings
    by_id: Index = field(init=False)
    chains: dict[str, Commitment] = field(init=False)  # by the id of each of their rows
    answers: defaultdict[str, list[Answer]] = field(init=False)
    responses: Index = field(init=False)  # by the demand
    replies: Index = field(init=False)  # announcements by what they respond to
    alike: Index = field(init=False)  # rows with a quote, by its speaker and its day
    bodies: Index = field(init=False)  # rows of the organisations sheet by name
    sources: frozenset[str] = field(init=False)  # ids of those that are printed

    def __post_init__(self) -> None:
        """Index the findings once."""
        found = self.findings
        rows = [row for name in PRINTED for row in getattr(found, name)]
        rows += [state.question for state in found.questions]
        told = [row for chain in found.commitments for row in chain.rows]
        by_id = _indexed((row.id, row) for row in [*rows, *told])
        for source in _in_view(found.record.sources):
            by_id[source.id] = by_id[source.id] or [source]
        self._set("sources", frozenset(row.id for row in found.sources))
        self._set("bodies", _indexed((row.name, row) for row in _in_view(found.record.organisations)))
        self._set("by_id", by_id)
        self._set("chains", {row.id: chain for chain in found.commitments for row in chain.rows})
        self._set("answers", _indexed((one.reaction.id, one) for one in found.demands))
        self._set("responses", _indexed((row.demand, row) for row in found.responses))
        replies = ((to, row) for row in found.announcements for to in row.responds_to)
        self._set("replies", _indexed(replies))
        self._set("alike", _indexed((_voice(row), row) for row in rows if _has_words(row)))

    def _set(self, name: str, value: object) -> None:
        object.__setattr__(self, name, value)  # frozen, but made once

    def own(self, ids: Iterable[str]) -> Iterator[Fact]:
        """The rows of those ids."""
        for one in ids:
            yield from self.by_id.get(one, ())

    def commitments(self, ids: Iterable[str]) -> list[Commitment]:
        """The commitments the rows belong to, or are held against."""
        against = (answer.against for one in ids for answer in self.answers.get(one, ()))
        names = dict.fromkeys([*ids, *(one for one in against if one)])
        return [self.chains[one] for one in names if one in self.chains]

    def chain(self, ids: Iterable[str]) -> Iterator[Fact]:
        """Every row of those commitments."""
        for one in self.commitments(ids):
            yield from one.rows

    def voices(self, ids: Iterable[str]) -> Iterator[Fact]:
        """Those who contest them, and the replies."""
        for chain in self.commitments(ids):
            for one in chain.accusations:
                yield from self.own((one.id, *one.replies))

    def evidence(self, ids: Iterable[str]) -> Iterator[Fact]:
        """What is held out as an answer to the demands, what replies to them, and what the coder found."""
        for one in ids:
            for answer in self.answers.get(one, ()):
                yield from self.own(answer.evidence)
            yield from self.responses.get(one, ())
            for name in dict.fromkeys((one, one.partition(".")[0])):
                yield from self.replies.get(name, ())

    def about(self, ids: Iterable[str]) -> Iterator[Fact]:
        """The rows they speak of."""
        for row in self.own(ids):
            yield from self.own(getattr(row, "about", ()))

    def quoting(self) -> Iterator[Fact]:
        """Every row with somebody's words."""
        for rows in self.alike.values():
            yield from rows

    def met(self) -> list[str]:
        """The demands that somebody called met."""
        return [name for name, answers in self.answers.items() if any(one.coded == "met" for one in answers)]

    def same_voice(self, ids: Iterable[str]) -> Iterator[Fact]:
        """Rows with words of the same speaker on the same day, of which one alone may be printed (R14)."""
        for row in self.own(ids):
            if _has_words(row):
                yield from self.alike[_voice(row)]

    def gifts(self, ids: Iterable[str]) -> Iterator[Fact]:
        """The gifts and contracts that tie the speakers to those they speak of."""
        actors = {row.actor for row in self.own(ids) if hasattr(row, "actor")}
        yield from self.own(dict.fromkeys(tie.id for tie in self.findings.ties if tie.actor in actors))


def _indexed(pairs: Iterable[tuple[str, Fact]]) -> Index:
    found: Index = defaultdict(list)
    for key, row in pairs:
        found[key].append(row)
    return found


def _in_view(rows: Iterable[Fact]) -> Iterator[Fact]:
    """The rows that the team does not keep from view."""
    return (row for row in rows if OUT_OF_SIGHT.isdisjoint(row.doubts))


def _has_words(row: Fact) -> bool:
    """True for a row with somebody's words, and not only their name."""
    quote = getattr(row, "quote", None)
    return quote is not None and not quote.wordless


def _voice(row: Fact) -> str:
    """Whose words on which day, to compare by."""
    on = said_on(row)
    return f"{folded((row.quote.speaker or '').partition(',')[0])} {on.first if on else ''}"
