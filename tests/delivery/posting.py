"""An issue to send in tests: a ledger in a folder, recipients by number, and one way to send it all."""

from __future__ import annotations

import json
import smtplib
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from flows.delivery import killpoints, ledger, owners, planning
from flows.delivery.backoff import Backoff
from flows.delivery.letter import Letter
from flows.delivery.message import Envelope
from flows.delivery.outbox import MAIL, Outbox
from flows.delivery.relay import Relay
from flows.delivery.sending import Post, send

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from flows.delivery.outbox import Delivery

PDF = b"%PDF-1.7 not really one"
DIGEST = sha256(PDF).hexdigest()
LETTER = Letter("en", "A subject", "A text\n", "<p>A text</p>")
ENVELOPE = Envelope("team@example.org", "The team", "2026-11-26T10:00:00.000000Z", "record")
BEGUN = datetime(2026, 11, 26, 10, 0, tzinfo=UTC)


@dataclass
class Clock:
    """A clock that goes on when somebody waits for it, and a little at each look."""

    now: datetime = BEGUN
    waits: list[timedelta] = field(default_factory=list)

    def __call__(self) -> datetime:
        self.now += timedelta(milliseconds=1)
        return self.now

    def wait(self, how_long: timedelta) -> None:
        self.waits.append(how_long)
        self.now += max(how_long, timedelta(milliseconds=1))


def address(number: int) -> str:
    """One of many."""
    return f"reader{number:04}@example.org"


def issue(**otherwise: Any) -> planning.Issue:  # noqa: ANN401 - what an issue tells
    """The issue, but for what is named."""
    usual: dict[str, Any] = {
        "edition": "record/2020-06-15", "revision": 1, "manifest": "m" * 64,
        "documents": {"briefing-en.pdf": DIGEST}, "let_go_by": "Ada", "domain": "example.org",
    }  # fmt: skip
    return planning.Issue(**usual | otherwise)


def parcels(people: int) -> list[planning.Parcel]:
    """What each gets."""
    return [
        planning.Parcel(MAIL, address(each), f"Reader {each}", LETTER.key(), "briefing-en.pdf")
        for each in range(people)
    ]


@contextmanager
def outbox(folder: Path, clock: Clock, synchronous: int | None = None) -> Iterator[Outbox]:
    """The outbox of that folder, at work."""
    folder.mkdir(parents=True, exist_ok=True)
    with (
        ledger.opened(folder / "ledger.sqlite3", synchronous) as book,
        owners.at_work(folder / ".owners") as me,
    ):
        yield Outbox(book, folder / ".owners", me, clock, Backoff(first=timedelta(seconds=30)))


def relay(port: int, patience: float = 2.0) -> Relay:
    """The server of the tests, which waits for nobody long."""
    return Relay(
        "127.0.0.1", port, "none", "team@example.org", "The team", patience=20, last_patience=patience
    )


def post(box: Outbox, port: int, clock: Clock, patience: float = 2.0) -> Post:
    """All that sending takes."""
    return Post(
        outbox=box,
        relay=relay(port, patience),
        content=lambda digest: PDF if digest == DIGEST else None,
        envelope=lambda _: ENVELOPE,
        wait=clock.wait,
        told=lambda _one, _state: None,
    )


def planned(box: Outbox, people: int, **otherwise: Any) -> set[str]:  # noqa: ANN401 - as `issue`
    """The keys of what is planned now."""
    of, whole = issue(**otherwise), parcels(people)
    listed = {one.recipient for one in whole}
    planning.plan(box, of, whole, {LETTER.key(): LETTER.kept()}, listed)
    return {one.key(of) for one in whole}


def sent(folder: Path, port: int, people: int, *, synchronous: int | None = None) -> list[Delivery]:
    """Plan and send all of it; the ledger's lines afterwards."""
    clock = Clock()
    with outbox(folder, clock, synchronous) as box:
        keys = planned(box, people)
        send(post(box, port, clock), keys, timedelta(hours=12))
        return box.deliveries()


def naively(folder: Path, port: int, people: int) -> None:
    """The usual way: send, then write down. What a test of the real one has to tell from it."""
    done_file = folder / "done.json"
    done = set(json.loads(done_file.read_text())) if done_file.exists() else set()
    with smtplib.SMTP("127.0.0.1", port) as line:
        for each in range(people):
            if address(each) in done:
                continue
            killpoints.kp("before")
            head = (
                f"From: team@example.org\r\nTo: {address(each)}\r\nMessage-ID: <{each}@example.org>\r\n\r\n"
            )
            line.sendmail("team@example.org", [address(each)], head + "Hello\r\n")
            killpoints.kp("after")
            done.add(address(each))
            done_file.write_text(json.dumps(sorted(done)))
            killpoints.kp("written")
