"""What each kind of passage rests on: one table, from the word a template marks it with to its columns.

Data only. Of the columns named each sheet has its own. The twin of a column in the other language, the base
row that a dotted one leaves a cell to, and the rows of the sources and of the bodies named come with them.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from flows.document.tracing.columns import (
    ASKED,
    CHAINS,
    CODED,
    DATED,
    DECIDED,
    DEMANDS,
    DOUBTED,
    DRAFTED,
    GIFT,
    PLACED,
    PRINTED,
    PROOF,
    SAID_ON,
    SCOPE,
    SET,
    SPOKEN,
    SURE,
    TIED,
    TIME,
    VOICE,
    WATCHED,
    together,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from flows.document.tracing.columns import Columns


@dataclass(frozen=True, slots=True)
class Rests:
    """What one kind rests on; `whole` is by sheet: which rows are printed, in which order, how many."""

    own: Columns = ""  # of the rows the passage names
    chain: Columns = ""  # of every row of their commitment; for a demand, of the one it is held against
    voices: Columns = ""  # of those who contest that commitment, and of the replies
    evidence: Columns = ""  # of what answers a demand, and of its rows among the responses
    about: Columns = ""  # of the rows it speaks of
    alike: Columns = ""  # of rows with words of the same speaker on the same day
    gifts: Columns = ""  # of gifts and contracts that tie the speaker to those spoken of (R18)
    bodies: Columns = ""  # of the organisations named, beside their names
    whole: Mapping[str, Columns] = field(default_factory=dict)


QUOTED = f"{SAID_ON} {SPOKEN}"
SEARCHED = "last_searched_on"
STANDS = f"{TIME} {SCOPE} organisation"

OF_THE_EDITION = {
    "furniture": Rests(whole=together(DRAFTED, SET, DECIDED)),
    "release": Rests(whole=DRAFTED),
    "settings": Rests(whole=SET),
    "counts": Rests(
        whole=together(DEMANDS, PLACED, SET, {"questions": "id asked_on status answered_on retired"})
    ),
    "tally": Rests(whole=PLACED),
    "limits": Rests(whole=together(PLACED, DOUBTED)),
    "meanings": Rests(whole=together(DEMANDS, SET)),
    "workbook": Rests(whole={"*": "*"}),
    "places": Rests(whole={"*": PRINTED}),  # page numbers: whatever is printed may move what follows
    "trail": Rests(own="id"),
}

OF_THE_CORE = {
    # which rows its two pages have room for, in either language
    "core_one": Rests(
        whole=together(
            CHAINS,
            DEMANDS,
            DRAFTED,
            SET,
            {
                "announcements": f"{SURE} summary",
                "reactions": f"{SURE} summary",
                "organisations": SEARCHED,
            },
        )
    ),
    "core_two": Rests(
        whole=together(
            DEMANDS,
            TIED,
            SET,
            {
                "announcements": f"{SURE} {SPOKEN}",
                "reactions": f"stance summary kind resolved_on {SPOKEN} disputed",
                "questions": "id question asked_on status last_checked_on answered_on review_days retired",
            },
        )
    ),
    "key_point": Rests(
        own=f"id organisation actor kind summary {SAID_ON} demand target {CODED} {SURE} source",
        chain=STANDS,
        voices=VOICE,
        evidence=PROOF,
        bodies=SEARCHED,
    ),
    "unchecked": Rests(whole=together(CHAINS, SET)),
    "standing": Rests(own="id organisation summary", chain=STANDS, voices=VOICE, bodies=SEARCHED),
    "stance": Rests(own=f"id actor stance {QUOTED}", alike=QUOTED),
    "ties": Rests(whole=TIED),
}

OF_COMMITMENTS = {
    "commitments": Rests(whole=CHAINS),
    "block": Rests(own="reason amount currency recipients responds_to disputed relation"),
    "statuses": Rests(whole=together(CHAINS, SET)),
    "title": Rests(own="id organisation kind source", chain="id kind previous_id relation"),
    "announced": Rests(
        own=f"id {SAID_ON} date_basis starts_on summary source", chain="id previous_id relation"
    ),
    "status": Rests(own="id organisation", chain=TIME, voices=VOICE, bodies=SEARCHED),
    "terms": Rests(own="id", chain=f"{TIME} {SCOPE}"),
    "history": Rests(
        own=f"id organisation actor kind {SAID_ON} relation summary reason amount currency recipients "
        "responds_to disputed source extras",
        chain=f"id announced_on term relation previous_id {SCOPE}",
        voices=VOICE,
    ),
    "quotation": Rests(own=f"id {QUOTED}", alike=QUOTED),
}

OF_CHANGES = {
    # what was there before stands in no cell: only what is there now
    "changes": Rests(),
    "change": Rests(own=PRINTED, chain=STANDS, evidence=PROOF),
    "followed": Rests(whole={"organisations": PRINTED, "settings": "*"}),
    "vanished": Rests(
        whole={"*": "id organisation actor announced_on reacted_on asked_on published_on date"}
    ),
}

OF_DEMANDS = {
    "demands": Rests(whole=DEMANDS),
    "outcomes": Rests(whole=DEMANDS),
    "apart": Rests(own=f"id actor demand target source {SAID_ON}"),
    "asked": Rests(own="aimed_at demand_test grounds disputed"),
    "said_by": Rests(own="id actor reacted_on target source"),
    "demand": Rests(own="id demand reacted_on source"),
    "outcome": Rests(
        own=f"id actor reacted_on about source demand target {ASKED} {CODED}", chain=STANDS, evidence=PROOF
    ),
    "gap": Rests(
        own=f"id actor reacted_on about target demand {ASKED} outcome_evidence", chain=STANDS, evidence=PROOF
    ),
    "demand_detail": Rests(
        own="id actor reacted_on about source demand target aimed_at grounds disputed extras "
        f"{ASKED} {CODED}",
        chain=STANDS,
        evidence=PROOF,
    ),
}

OF_POSITIONS = {
    "statements": Rests(whole=together(TIED, {"reactions": "stance", "announcements": "previous_id"})),
    "stances": Rests(whole={"reactions": "id stance reacted_on retired"}),
    "spoken": Rests(own="result grounds disputed"),
    "statement": Rests(
        own="id actor reacted_on kind summary about target source",
        about="id organisation",
        gifts=GIFT,
        bodies="related_to",
    ),
    "statement_detail": Rests(own="id summary result grounds disputed extras"),
    "silences": Rests(whole=WATCHED),
    "balance": Rests(whole={"*": PRINTED}),  # whoever prints a word more has a word more there
    "silence": Rests(own="id organisation kind", chain="id kind announced_on organisation", whole=WATCHED),
}

OF_THE_REST = {
    "questions": Rests(whole={"questions": "id asked_on status answered_on retired"}),
    "question": Rests(
        own="id question asked_on status last_checked_on answer answered_on answer_source review_days owner "
        "extras"
    ),
    "doubts": Rests(whole=together(PLACED, DOUBTED, SET)),
    "aside": Rests(),  # every cell of its row: whichever is mended may bring it back
    "later": Rests(whole=together(DATED, {"organisations": "name watch watch_from retired"})),
    "doubt": Rests(
        own=f"id organisation actor source disputed date_basis archive checked_on {SAID_ON} about "
        f"responds_to previous_id same_demand_as {CODED} {SPOKEN} title url archive_url consulted_on "
        "published_on",
        chain=TIME,
        evidence=PROOF,
        alike=QUOTED,
    ),
    "background": Rests(whole={"context": "id date retired"}),
    "event": Rests(own="id date summary source"),
    "chronology": Rests(whole=together(DATED, PLACED)),
    "days": Rests(own=f"id {SAID_ON}"),
    "entry": Rests(own=f"id organisation actor kind summary demand source {SAID_ON}"),
    "sources": Rests(
        whole=together(
            DATED,
            {
                "announcements": "source",
                "reactions": "source outcome_evidence outcome_checked_on",
                "questions": "answer_source answered_on",
                "responses": "evidence checked_on",
                "context": "source",
            },
        )
    ),
    "grounds": Rests(
        own=f"id organisation actor about answer_source answered_on {QUOTED}", about="id", alike=QUOTED
    ),
    "publication": Rests(
        own="id publisher title url published_on type lang consulted_on archive_url archived_on remark "
        "retired"
    ),
}

KINDS: Mapping[str, Rests] = {
    **OF_THE_EDITION,
    **OF_THE_CORE,
    **OF_COMMITMENTS,
    **OF_CHANGES,
    **OF_DEMANDS,
    **OF_POSITIONS,
    **OF_THE_REST,
}
"""Every word a template may mark a passage with."""

BARRED = frozenset({
    "key_point", "standing", "title", "outcome", "said_by", "statement", "entry", "event", "question",
    "publication",
})  # fmt: skip
"""Kinds whose passages bear a bar and its word where a row of theirs is new or changed."""

ANEW = frozenset({"core_one", "core_two", "changes"})
"""Kinds that follow from whatever is printed, once it is compared with an edition before."""
