"""Columns that go together, by the model's names: what a status, a gap, a quote rests on. Data only."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

Columns = str
"""Names of columns with spaces between; "*" for all that a sheet has."""
Sheets = dict[str, Columns]
"""Columns by the model's name of their sheet; the sheet "*" stands for every sheet."""


def together(*groups: Mapping[str, Columns]) -> Sheets:
    """All the columns of the groups, sheet by sheet."""
    sheets = dict.fromkeys(sheet for group in groups for sheet in group)
    return {
        sheet: " ".join(dict.fromkeys(" ".join(group.get(sheet, "") for group in groups).split()))
        for sheet in sheets
    }


TIME = (
    "id kind announced_on starts_on term ends_on duration condition previous_id relation condition_met "
    "condition_checked_on source retired"
)
SCOPE = "users activity technology territory exceptions"
ASKED = (
    "demand_term demand_ends_on demand_duration demand_condition demand_users demand_activity "
    "demand_technology demand_territory demand_exceptions"
)
CODED = "outcome outcome_evidence outcome_checked_on demand_test"
SPOKEN = "quote quote_lang translation translation_by speaker speaker_role verification source"
SAID_ON = "announced_on reacted_on"
SURE = "verification disputed checked_on"
VOICE = "id actor organisation reacted_on announced_on kind about responds_to resolved_on source retired"
PROOF = (
    "id demand organisation actor announced_on reacted_on published_on on kind responds_to source outcome "
    "evidence checked_on retired"
)
GIFT = "id kind organisation recipients source announced_on retired"
CITABLE = "id url title retired"
CALLED = "name aliases retired"

NEEDED: Sheets = {
    "announcements": "id organisation announced_on kind summary retired",
    "reactions": "id actor reacted_on about summary demand target retired",
    "questions": "id question asked_on retired",
    "context": "id date summary retired",
    "sources": "id published_on retired",
}
"""What no row is printed without: wherever it is named, it rests on these too."""

CHAINS: Sheets = {
    "announcements": f"{TIME} {SCOPE} organisation",
    "reactions": "id kind about reacted_on resolved_on retired source",
    "sources": CITABLE,
    "organisations": CALLED,
}
DEMANDS: Sheets = {
    "announcements": f"{TIME} {SCOPE} organisation responds_to",
    "reactions": f"id actor reacted_on about source demand target {ASKED} {CODED} retired",
    "responses": "demand organisation on outcome evidence checked_on retired",
    "sources": f"{CITABLE} published_on",
    "organisations": CALLED,
}
DATED: Sheets = {
    "announcements": "id announced_on retired",
    "reactions": "id reacted_on about retired",
    "context": "id date retired",
    "questions": "id asked_on retired",
    "sources": "id published_on retired",
    "responses": "demand on retired",
}
PLACED: Sheets = {
    "announcements": "id organisation announced_on kind summary source previous_id recipients retired",
    "reactions": f"id actor reacted_on about summary source demand target aimed_at {CODED} retired",
    "responses": "demand organisation on outcome evidence checked_on retired",
    "questions": "id question about asked_by asked_on answered_on answer_source retired",
    "sources": "id published_on retired",
    "organisations": "name aliases watch watch_from retired",
    "context": "id date summary source retired",
}
"""What decides where a row goes (R16): printed, retired, future or to resolve."""
DOUBTED: Sheets = {
    "announcements": f"{TIME} {SCOPE} {SURE} {SPOKEN} date_basis archive responds_to",
    "reactions": f"kind resolved_on {ASKED} {SURE} {SPOKEN} date_basis archive same_demand_as",
    "sources": "url title consulted_on archive_url file",
}
"""What makes a printed row doubtful, beside its place."""
DRAFTED: Sheets = {
    "announcements": "id quote translation retired",
    "reactions": "id outcome quote translation retired",
    "responses": "outcome retired",
    "questions": "id retired",
    "context": "id retired",
    "sources": "id retired",
}
"""What alone may make a draft of a final edition: an id borne twice, a demand called met, a quote."""
WATCHED: Sheets = {
    "announcements": "id announced_on organisation kind previous_id retired",
    "reactions": "id actor about reacted_on retired",
    "organisations": f"{CALLED} watch watch_from last_searched_on",
}
TIED: Sheets = {
    "announcements": GIFT,
    "reactions": "id actor about target demand reacted_on retired",
    "organisations": f"{CALLED} related_to",
    "sources": CITABLE,
}
SET: Sheets = {"settings": "*"}
DECIDED: Sheets = {"decisions": "content rule row read_as reason"}
"""What a name, a value, a header, a whole tab is read as, and how much there is left to put right.

No page prints a word of that sheet, but any may read otherwise by it.
"""
NEVER = (
    "notes",
    "entered_by",
    "entered_on",
    "checked_by",
    "coded_by",
    "file",
)
"""Columns whose words no page prints."""
PRINTED = "printed"
"""Stands for all columns of a sheet but those."""
