"""The six dimensions in words, for commitments and for demands alike."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flows.document.values import Run
from flows.document.wording.sentences import COLON

if TYPE_CHECKING:
    from flows.document.lens import Lens
    from flows.record.facts import Terms


def dimension(lens: Lens, terms: Terms, name: str) -> tuple[Run, ...] | None:
    """One dimension in words; None when the cell is blank (nobody looked)."""
    if name == "term":
        return _term(lens, terms)
    if name == "exceptions":
        return _exceptions(lens, terms)
    if name == "activity":
        coded = terms.activity
        return None if coded is None else (Run(lens.listed([lens.word("activity", one) for one in coded])),)
    code = getattr(terms, name)
    return None if code is None else (Run(lens.word(name, code)),)


def _term(lens: Lens, terms: Terms) -> tuple[Run, ...] | None:
    if terms.term is None:
        return None
    if terms.term == "condition" and terms.condition is not None:
        return lens.line("term_condition", condition=lens.text(terms.condition)).runs
    if terms.term == "fixed" and terms.duration is not None:
        return (Run(lens.count(terms.duration.count, terms.duration.unit.removesuffix("s"))),)
    if terms.term == "fixed" and terms.ends_on is not None:
        return (Run(lens.say("term_until", date=lens.day(terms.ends_on))),)
    return (Run(lens.word("term", terms.term)),)


def _exceptions(lens: Lens, terms: Terms) -> tuple[Run, ...] | None:
    exceptions = terms.exceptions
    if exceptions is None:
        return None
    if exceptions.extent == "list" and exceptions.words is not None:
        return lens.text(exceptions.words)
    return (Run(lens.word("exceptions", exceptions.extent)),)


def joined(lens: Lens, terms: Terms, names: tuple[str, ...]) -> tuple[Run, ...]:
    """The coded dimensions among `names` as one run-in list, separated by commas."""
    runs: list[Run] = []
    for name in names:
        words = dimension(lens, terms, name)
        if words is None:
            continue
        runs.extend((Run(", "),) if runs else ())
        if name == "exceptions":
            runs.append(Run(lens.word("dimension", name) + COLON[lens.language]))
        runs.extend(words)
    return tuple(runs)
