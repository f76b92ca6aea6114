"""Sources (R10): which rows rest on a usable one, and what the others lack."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from flows.record.facts import Citation, Source


WEB = ("http://", "https://", "www.")


def on_the_web(place: str) -> bool:
    """Whether it is an address that anybody can open, or several: no file on a disk of the team's."""
    return all(one.lower().startswith(WEB) for one in re.split(r"[\s;]+", place.strip(" \n\t;")))


def citable(sources: Iterable[Source]) -> frozenset[str]:
    """Ids of the source rows a row may rest on: in use, not in doubt, and complete (R10).

    Complete is an address, a title or a file. When it was published does not matter here: an edition
    of an earlier day may rest on a later account of that day.
    """
    return frozenset(
        source.id
        for source in sources
        if source.retired is None and not source.doubts and (source.url or source.title or source.file)
    )


def usable(cited: Iterable[Citation], known: Collection[str]) -> bool:
    """True when at least one entry can be followed: an address, a title with its date, a known source."""
    return any(citation.kind in {"url", "title"} or _found(citation, known) for citation in cited)


def lack(
    cited: tuple[Citation, ...], known: Collection[str], present: Collection[str]
) -> tuple[tuple[str, str | None], ...]:
    """What is wrong with a source cell (R10): no_source, incomplete_source, absent_reference; with the entry.

    An id that is not `present` leads nowhere, which is told even beside a usable entry. One that is, and is
    not `known` as usable, is retired or says too little: no source, though neither absent nor a bare name.
    """
    if not cited:
        return (("no_source", None),)
    lost = tuple(
        ("absent_reference", citation.value)
        for citation in cited
        if citation.kind == "id" and citation.value not in present
    )
    if usable(cited, known):
        return lost
    bare = any(citation.kind == "incomplete" for citation in cited)
    return (*lost, ("incomplete_source" if bare else "no_source", None))


def _found(citation: Citation, known: Collection[str]) -> bool:
    return citation.kind == "id" and citation.value in known
