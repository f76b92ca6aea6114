"""An edition sent: planned on the ledger, then by mail and to places; the same again is a no-op."""

from __future__ import annotations

import time
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from flows.delivery import doubts, issued, ledger, owners, planning
from flows.delivery import sending as post
from flows.delivery.ledger import instant
from flows.delivery.message import Envelope
from flows.delivery.outbox import MAIL, Outbox, key_of
from flows.delivery.refusals import CannotSend
from flows.dispatch import copies, outgoing, servers
from flows.dispatch.outgoing import HIDDEN

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import timedelta
    from pathlib import Path

    from flows.delivery.outbox import Delivery
    from flows.delivery.place_refusals import CannotPut
    from flows.delivery.planning import Parcel
    from flows.delivery.relay import Relay
    from flows.dispatch.asked import Asked
    from flows.dispatch.outgoing import Outgoing

NOWHERE = "on-record.invalid"  # of Message-IDs where nothing goes by mail
OWNERS = ".owners"


@dataclass(frozen=True, slots=True)
class Means:
    """What sending takes besides what is asked."""

    relay: Relay | None
    finished: Callable[[bytes], bytes]  # seals or locks a file
    told: Callable[[Delivery, str], None]  # hears what came of each: the delivery, its new state


@dataclass(frozen=True, slots=True)
class Sent:
    """What came of it: every delivery of this issue as the ledger has it now."""

    out: Outgoing
    deliveries: tuple[Delivery, ...] = field(repr=False)
    waits_until: datetime | None = None  # the hour before which nothing leaves, where it has not come
    faults: tuple[CannotPut | CannotSend, ...] = ()  # what broke it off, and why a list could not be put

    def of(self, *states: str) -> tuple[Delivery, ...]:
        """Those in one of these states."""
        return tuple(one for one in self.deliveries if one.state in states and not one.removed)


@contextmanager
def outbox(outputs: Path) -> Iterator[Outbox]:
    """The outbox of these shelves, this process at work on it."""
    file = servers.ledger(outputs)
    folder = file.parent / OWNERS
    with ledger.opened(file) as book, owners.at_work(folder) as me:
        yield Outbox(book, folder, me, now)


def now() -> datetime:
    """This instant."""
    return datetime.now(UTC)


def previewed(asked: Asked) -> Outgoing:
    """What a send would do now, person by person; nothing is written down.

    Raises `CannotSend` or `CannotKeep` as a send would.
    """
    with outbox(asked.outputs) as box:
        doubts.recover(box)
        return outgoing.outgoing(asked, box, NOWHERE, None)


def sent(asked: Asked, means: Means) -> Sent:
    """What came of sending it.

    What breaks the sending off in the middle is among its faults. Raises `CannotSend` or `CannotKeep` where
    it cannot even be begun.
    """
    with outbox(asked.outputs) as box:
        doubts.recover(box)
        try:
            out, parcels = _planned(asked, box, means)
        except CannotSend as refusal:
            if refusal.kind != "changed":
                raise
            out, parcels = _planned(asked, box, means)  # another sender may have frozen the files meanwhile
        keys = {one.key(out.issue) for one in parcels if one.channel == MAIL}
        faults = copies.put(asked, box, out, means.told)
        fault = None
        if means.relay is not None and out.sends:
            try:
                post.send(_post(asked, box, means, means.relay), keys, asked.patience)
            except CannotSend as broken_off:
                fault = broken_off
        return _came(asked, box, out, (*faults, *([fault] if fault else [])))


def _planned(asked: Asked, box: Outbox, means: Means) -> tuple[Outgoing, list[Parcel]]:
    """What goes out, once it is on the ledger.

    Raises `CannotSend` or `CannotKeep` where it cannot.
    """
    domain = means.relay.domain if means.relay else NOWHERE
    out = outgoing.outgoing(asked, box, domain, means.finished)
    parcels = [*out.parcels(), *copies.parcels(asked, out)]
    planning.plan(box, out.issue, parcels, out.letters(), {reader.email for reader in asked.readers})
    return out, parcels


def _post(asked: Asked, box: Outbox, means: Means, relay: Relay) -> post.Post:
    def envelope(one: Delivery) -> Envelope:
        hour = box.not_before(one.edition, one.revision)
        dated = max(box.planned_at(one), instant(hour) if hour else "")
        return Envelope(relay.sender_address, relay.sender_name, dated, asked.stem)

    return post.Post(
        outbox=box,
        relay=relay,
        content=lambda digest: issued.read(asked.outputs / HIDDEN, digest),
        envelope=envelope,
        wait=wait,
        told=means.told,
    )


def wait(how_long: timedelta) -> None:
    """Let that time pass."""
    time.sleep(how_long.total_seconds())


def _came(asked: Asked, box: Outbox, out: Outgoing, faults: tuple[CannotPut | CannotSend, ...]) -> Sent:
    issue = out.issue
    keys = {key_of(issue.edition, issue.revision, MAIL, one.reader.email) for one in out.everyone}
    keys |= {one.key(issue) for one in copies.parcels(asked, out)}
    every = box.deliveries("edition = ? AND revision = ?", issue.edition, issue.revision)
    hour = box.not_before(issue.edition, issue.revision)
    mine = tuple(one for one in every if one.key in keys)
    return Sent(out, mine, hour if hour and hour > now() else None, faults)
