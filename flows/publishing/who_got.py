"""Who gets what, and who got what, as a table beside the run: each person masked, with the cell."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prefect.artifacts import create_table_artifact

from flows.dispatch import told
from flows.publishing.marked import LANGUAGES, key

if TYPE_CHECKING:
    from pathlib import Path

    from flows.delivery.deciding import Decided
    from flows.delivery.outbox import Delivery
    from flows.dispatch.outgoing import Outgoing
    from flows.dispatch.sending import Sent

FIRST = ("unknown", "failed", "pending")
ROWS = 500  # a longer table makes the page slow; `onrecord deliveries` has them all


def preview(edition: Path, out: Outgoing) -> None:
    """What a send would do."""
    rows = [_person(one, told.why(one, "en")) for one in out.everyone]
    _shown(rows, key("preview", edition), "**Who would get what**")


def outcome(edition: Path, came: Sent) -> None:
    """What came of it: what somebody has to look after first."""
    rows = []
    for one, line in told.people_of(came):
        what = told.state(line, "en") if line else told.why(one, "en")
        rows.append((_place(line), _person(one, what, line)))
    rows += [(_place(line), _copy(line)) for line in told.copies_of(came)]
    _shown(
        [row for _, row in sorted(rows, key=lambda pair: pair[0])],
        key("who-got-what", edition),
        "**Who got what**",
    )


def _place(line: Delivery | None) -> int:
    """Where it stands in the table; within one place as the list has it."""
    return FIRST.index(line.state) if line and line.state in FIRST else len(FIRST)


def _person(one: Decided, what: str, line: Delivery | None = None) -> dict[str, str]:
    return {
        "Who": told.whom(one),
        "Language": LANGUAGES[one.language],
        "File": one.document,
        "What": what,
        "Number": line.key[: told.DIGITS] if line else "",
    }


def _copy(line: Delivery) -> dict[str, str]:
    what, number = told.state(line, "en"), line.key[: told.DIGITS]
    return {"Who": told.place(line), "Language": "", "File": line.document, "What": what, "Number": number}


def _shown(rows: list[dict[str, str]], name: str, description: str) -> None:
    beyond = len(rows) - ROWS
    more = (
        [{"Who": f"… and {beyond} more", "Language": "", "File": "", "What": "", "Number": ""}]
        if beyond > 0
        else []
    )
    create_table_artifact([*rows[:ROWS], *more], key=name, description=description)
