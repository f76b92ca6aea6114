"""The six dimensions in words, for commitments and for demands alike."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flows.document.values import Run
from flows.record.facts import DIMENSIONS

if TYPE_CHECKING:
    from flows.document.lens import Lens
    from flows.record.facts import Exceptions, Terms

OPEN = ("open list", "liste ouverte")
"""How the words of an exceptions cell begin or end when the list is not closed (model 1.1)."""
ORDER = ("users", "activity", "technology", "territory", "term", "exceptions")
"""Who, what, with what, where, how long, save for what: the order a sentence has them in."""
SCOPE = ORDER[:4]
"""What a commitment reaches; how long is said with its status."""
SILENT = "unspecified"
SHORTER = ("users", "territory")  # whose words have a shorter form for the core


def said(lens: Lens, terms: Terms, names: tuple[str, ...] = ORDER, *, brief: bool = False) -> tuple[Run, ...]:
    """What the source says of the dimensions in `names`, run in with semicolons; empty where it says nothing.

    A list of exceptions is only named here: its words stand once, with the commitment itself. `brief`
    leaves out the glosses that the full extent has.
    """
    parts = (_said(lens, terms, name, brief=brief) for name in names)
    return lens.run_in(words for words in parts if words)


def unsaid(lens: Lens, terms: Terms) -> str:
    """The names of the dimensions the team looked for and the source does not give."""
    return lens.listed([lens.word("dimension", name) for name in DIMENSIONS if _value(terms, name) == SILENT])


def uncoded(lens: Lens, terms: Terms) -> str:
    """The names of the dimensions nobody has looked for (blank cells)."""
    return lens.listed([lens.word("dimension", name) for name in DIMENSIONS if _value(terms, name) is None])


def exceptions(lens: Lens, terms: Terms) -> tuple[Run, ...]:
    """The exceptions in the words of the cell; "none" where the source says so; empty where it is silent."""
    stated = terms.exceptions
    if stated is None or stated.extent == SILENT:
        return ()
    return lens.text(stated.words) if stated.words else (Run(lens.word("exceptions", stated.extent)),)


def _value(terms: Terms, name: str) -> str | None:
    """The code of one dimension; None for a blank cell."""
    if name == "exceptions":
        return None if terms.exceptions is None else terms.exceptions.extent
    if name == "activity":
        return None if terms.activity is None else terms.activity[0]
    code: str | None = getattr(terms, name)
    return code


def _said(lens: Lens, terms: Terms, name: str, *, brief: bool) -> tuple[Run, ...]:
    code = _value(terms, name)
    if code is None or code == SILENT:
        return ()
    if name == "term":
        return _term(lens, terms)
    if terms.exceptions is not None and name == "exceptions":
        return (Run(lens.word("exceptions_short", _extent(terms.exceptions))),)
    if terms.activity is not None and name == "activity":
        return (Run(lens.listed([lens.word("activity", one) for one in terms.activity])),)
    return (Run(lens.word(f"{name}_short" if brief and name in SHORTER else name, code)),)


def _extent(exceptions: Exceptions) -> str:
    """none, list, or open: a list that names examples only."""
    words = exceptions.words.words.casefold() if exceptions.words else ""
    return "open" if any(mark in words for mark in OPEN) else exceptions.extent


def _term(lens: Lens, terms: Terms) -> tuple[Run, ...]:
    if terms.term == "condition" and terms.condition is not None:
        return lens.line("term_condition", condition=lens.text(terms.condition)).runs
    if terms.term == "fixed" and terms.duration is not None:
        return (Run(lens.count(terms.duration.count, terms.duration.unit.removesuffix("s"))),)
    if terms.term == "fixed" and terms.ends_on is not None:
        return (Run(lens.on(terms.ends_on, "until")),)
    return (Run(lens.word("term", terms.term or SILENT)),)
