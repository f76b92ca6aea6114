"""What a process that died has left on the ledger, and deliveries of which nobody knows whether they arrived.

Nothing is guessed: in doubt is a state of its own, until evidence or a person settles it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from flows.delivery import owners
from flows.delivery.outbox import MAIL

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable

    from flows.delivery.outbox import Delivery, Outbox


def recover(outbox: Outbox) -> None:
    """Take over from processes that died: what had not left goes on, what may have is in doubt."""
    held = outbox.ledger.rows(
        "SELECT DISTINCT owner FROM delivery WHERE state IN ('claimed', 'in flight') AND owner IS NOT NULL"
    )
    for (name,) in held:
        if name != outbox.me and not owners.is_alive(outbox.owners, name):
            with outbox.ledger.change() as line:
                _inherit(outbox, line, name)
    owners.sweep(outbox.owners)


def _inherit(outbox: Outbox, line: sqlite3.Connection, dead: str) -> None:
    asked = "SELECT key, state, channel FROM delivery WHERE owner = ? AND state IN ('claimed', 'in flight')"
    for key, state, channel in line.execute(asked, (dead,)).fetchall():
        # A copy of a file goes to the same name again, and finds itself there.
        now = "unknown" if state == "in flight" and channel == MAIL else "pending"
        line.execute("UPDATE delivery SET state = ?, owner = NULL WHERE key = ?", (now, key))
        outbox.note(line, key, f"{now}: its process ended", told=dead)


def settle(outbox: Outbox, evidence: Callable[[Delivery], bool | None], by: str) -> None:
    """Ask evidence about each that is in doubt: it arrived, it did not, or that cannot be told."""
    for one in outbox.deliveries("state = 'unknown'"):
        arrived = evidence(one)
        if arrived is not None:
            resolve(outbox, one.key, arrived=arrived, by=by)


def resolve(outbox: Outbox, key: str, *, arrived: bool, by: str) -> None:
    """Say of one in doubt that it arrived, or that it is to go out again under the same Message-ID."""
    state = "sent" if arrived else "pending"
    with outbox.ledger.change() as line:
        done = line.execute(
            "UPDATE delivery SET state = ?, next_at = '', moved_at = ? WHERE key = ? AND state = 'unknown'",
            (state, outbox.now(), key),
        )
        if done.rowcount:
            outbox.note(line, key, f"{state}: resolved", told=by)


def again(outbox: Outbox, key: str, by: str) -> None:
    """Have one that failed tried anew."""
    with outbox.ledger.change() as line:
        done = line.execute(
            "UPDATE delivery SET state = 'pending', tries = 0, first_try = NULL, next_at = '' "
            "WHERE key = ? AND state = 'failed'",
            (key,),
        )
        if done.rowcount:
            outbox.note(line, key, "pending: tried anew", told=by)
