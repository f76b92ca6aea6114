"""From an edition on the shelf to leave to send it: who would get it, and whether somebody said yes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from prefect import get_run_logger
from prefect.states import Completed

from flows import approval, handing_over, keeping, making, settings, steps
from flows.approval import EVERYONE
from flows.dispatch.asked import Asked
from flows.edition import decisions, same, store
from flows.report import told
from flows.spoken import Refusal
from flows.tasks import number_of

if TYPE_CHECKING:
    from pathlib import Path

    from prefect.client.schemas.objects import State

    from flows.edition.decisions import Decision
    from flows.report import Edition
    from flows.workbook.people import Recipient


NO_SERVER = (
    "Nothing was sent: no mail server is set up under Blocks. Once there is one, run the flow distribution."
)


class Gone(Refusal):
    """The edition somebody was asked about is no longer what it was."""


@dataclass(frozen=True, slots=True)
class Wish:
    """What a run is to do with its edition."""

    run: str
    distribute: bool = False
    group: str = EVERYONE
    draft: bool = False  # whether a draft may go out


def asked_about(workbook: Path, wish: Wish) -> Edition | None:
    """The edition this run has asked about before, where it goes on after an answer: that one and no other.

    None for a run that has not asked yet. Raises `Gone` when the edition has changed, or is no longer there.
    """
    shelf = settings.outputs() / store.stem(workbook.name)
    before = decisions.of(shelf, wish.run)
    if not before:
        return None
    folder = shelf / before[0].edition
    if not same.whole(folder) or decisions.fingerprint(folder) != before[0].manifest:
        raise Gone("edition_changed", edition=folder.name)
    return keeping.of(folder)


def released(workbook: Path, edition: Edition, wish: Wish) -> State[Any] | None:
    """How the run ends once somebody decided; None where nothing is to go out."""
    if not wish.distribute:
        return None
    if edition.release != "final" and not wish.draft:
        get_run_logger().warning("A draft goes out only where “Release a draft” is chosen in the form.")
        return None
    asking = approval.Asking(wish.run, edition, steps.recipients(workbook), wish.group)
    if not asking.chosen:
        return nobody(edition, wish.group)
    get_run_logger().info("Waiting for approval. To answer, open the menu ⋮ above and choose Resume.")
    return settled(edition, approval.decided(asking), asking.readers)


def nobody(edition: Edition, group: str) -> State[Any]:
    """How the run ends where the workbook names nobody to send to."""
    whom = "anyone" if group == EVERYONE else f"anyone in the group “{group}”"
    message = f"{told(edition, 'en')} The workbook's sheet of recipients does not name {whom}."
    ended = making.ended_as(edition)
    name = f"{ended}{',' if ':' in ended else ':'} nobody to send to"
    return Completed(name=name, message=message, data=edition)


def settled(edition: Edition, decision: Decision, readers: tuple[Recipient, ...]) -> State[Any]:
    """How the run ends once somebody approved or refused: what was approved is sent.

    Raises one of `handing_over.REFUSALS` where it cannot be.
    """
    who = f"{decision.stated_name} (as stated)"
    if decision.step == "refused":
        message = f"Not released: refused by {who}: {decision.reason}"
        return Completed(name="Completed: not released", message=message, data=edition)
    whom = f"{decision.group or EVERYONE}, {number_of(decision.people, 'recipient')}"
    message = f"{told(edition, 'en')} Approved by {who} for {whom}."
    if handing_over.relay("") is None:
        get_run_logger().warning(NO_SERVER)
        return Completed(name="Completed: approved", message=f"{message} {NO_SERVER}", data=edition)
    asked = Asked(
        edition=edition.folder,
        readers=readers,
        let_go_by=decision.stated_name,
        group=decision.group,
        draft=edition.folder.name if edition.release != "final" else "",
    )
    ended = handing_over.handed_over(asked)
    return Completed(name=ended.name, message=f"{message} {ended.message}", data=edition)
