"""What each column unlocks in a row where it is blank, and which columns unlock nothing. Data only.

A column is named as in `Record.absent`. Texts in the other language have a kind of their own, "twin".
"""

from __future__ import annotations

KINDS = (
    "row",  # the row itself, which is set aside for want of the cell
    "findings",  # a row without a usable source: in no finding (R10)
    "cell",  # of the matrix: what came of a demand (R7)
    "searched",  # a demand is no longer one that nobody has searched about (R7 step 2)
    "status",  # of a commitment (R4)
    "compared",  # a commitment with a demand, on one dimension (R6)
    "silence",  # an organisation among those of whom nothing was found, for one commitment (R8)
    "confidence",  # of a key point (R15)
    "quote",  # one that may be printed (R14)
    "translated",  # a quote in the language of the other edition (R14)
    "condition",  # the words of the event a commitment waits for
    "scope",  # what a commitment reaches: one dimension
    "test",  # by which a demand without dimensions is measured
    "side",  # a statement counted on the side it takes
    "age",  # of a question
    "fresh",  # a question that somebody has looked at of late (R11)
    "archive",  # a row or source that is no longer told as not archived (R11)
    "dated",  # an event of the background
    "reference",  # a detail of a source in the list of sources
    "twin",  # a text that the other edition no longer prints in the original, with a mark
)
"""Everything that may be unlocked, in the order it is told in."""

_COMMITMENT = dict.fromkeys(("users", "activity", "technology", "territory"), ("compared", "scope"))
_OF_QUOTES = {
    "quote": ("quote",),
    "translation": ("translated",),
    "translation_by": ("translated",),
    "speaker": ("quote",),
}
_ANNOUNCEMENTS = {
    "organisation": ("row", "status"),
    "announced_on": ("row", "status"),
    "kind": ("row", "status"),
    "summary": ("row", "status"),
    "source": ("findings", "cell", "quote"),
    "term": ("status", "compared"),
    "ends_on": ("status",),
    "condition": ("condition",),
    **_COMMITMENT,
    "exceptions": ("compared", "scope"),
    **_OF_QUOTES,
    "verification": ("confidence",),
    "archive": ("archive",),
}
_REACTIONS = {
    "actor": ("row", "cell"),
    "reacted_on": ("row", "cell"),
    "about": ("row", "cell"),
    "summary": ("row", "cell"),
    "target": ("row",),
    "source": ("findings", "cell", "quote"),
    "stance": ("side",),
    **{f"demand_{name}": ("compared",) for name in (*_COMMITMENT, "term", "exceptions")},
    "demand_test": ("cell", "test"),
    "outcome": ("cell",),
    "outcome_evidence": ("cell",),
    "outcome_checked_on": ("searched",),
    **_OF_QUOTES,
    "speaker_role": ("quote",),
    "verification": ("confidence",),
    "archive": ("archive",),
}
_OTHERS: dict[str, dict[str, tuple[str, ...]]] = {
    "responses": {
        "demand": ("row",),
        "organisation": ("row",),
        "on": ("row",),
        "outcome": ("row",),
        "evidence": ("cell",),
    },
    "questions": {"question": ("row",), "asked_on": ("age",), "last_checked_on": ("fresh",)},
    "organisations": {"name": ("row",), "last_searched_on": ("silence",)},
    "sources": {
        "publisher": ("reference",),
        "title": ("reference",),
        "url": ("findings", "reference"),
        "published_on": ("reference",),
        "consulted_on": ("reference",),
        "archive_url": ("archive",),
    },
    "context": {"date": ("dated",), "summary": ("row",), "source": ("findings",)},
}

UNLOCKS: dict[str, tuple[str, ...]] = {
    f"{sheet}.{column}": kinds
    for sheet, columns in {"announcements": _ANNOUNCEMENTS, "reactions": _REACTIONS, **_OTHERS}.items()
    for column, kinds in columns.items()
} | {f"{sheet}.id": ("row",) for sheet in ("announcements", "reactions", "questions", "sources", "context")}
"""Each column that is proposed where it is blank, with the kinds of what it unlocks."""

NOTHING: dict[str, str] = {
    "announcements.duration": "says the same as ends_on, which is proposed",
    "announcements.previous_id": "blank in every first row of a commitment",
    "announcements.relation": "without previous_id there is none; with it, its lack is told as a problem",
    "announcements.quote_lang": "a quote without it is printed, as in the workbook's language",
    "reactions.quote_lang": "the same",
    "reactions.demand": "a statement may ask for nothing",
    "reactions.demand_ends_on": "its lack is told as a problem; what the gap then is depends on both ends",
    "reactions.demand_duration": "the same",
    "reactions.demand_condition": "the same",
    "responses.checked_on": "blank, the day of the answer counts",
    "questions.status": "blank, the question is open",
    "organisations.aliases": "most bodies have one name only",
    "organisations.watch": "blank, nobody follows it; whether to is the team's choice",
    "organisations.watch_from": "blank, it is followed from the first",
}
"""Columns of need "unlocks" or "recommended" that are never proposed, each with the reason."""
