"""A real mail server that refuses, stalls and breaks off as told, and keeps its own list of what it took.

The list is the judge of every test: a line is on the disk before the server answers that it took a mail.
`python -m tests.delivery.mailserver FOLDER` runs it in a process of its own, to be killed.
"""

from __future__ import annotations

import asyncio
import json
import os
import sys
import time
from collections import Counter
from contextlib import contextmanager
from dataclasses import dataclass, field
from email import message_from_bytes, policy
from hashlib import sha256
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING, Any

from aiosmtpd.smtp import SMTP

if TYPE_CHECKING:
    import ssl
    from collections.abc import Callable, Iterator
    from email.message import EmailMessage

    from aiosmtpd.smtp import Envelope, Session

FAULTS = (
    "later at recipient", "later at content", "greylisted", "refused", "gone before", "gone after", "stalls",
)  # fmt: skip
SHARE = 5  # of a hundred recipients meet each of the faults


@dataclass
class Office:
    """What the server does, and its list."""

    list_file: Path
    faults: tuple[str, ...] = ()
    share: int = SHARE
    stall: float = 3.0  # seconds
    seen: Counter[str] = field(default_factory=Counter)
    keep: bool = False  # whether to remember each mail
    close_after: int | None = None  # mails, behind which nobody is let in any more
    close: Callable[[], None] = lambda: None
    last: bytes = b""  # the last mail taken
    mails: dict[str, bytes] = field(default_factory=dict)

    def fault(self, address: str) -> str | None:
        """What that recipient meets, always the same; None for most."""
        place = int(sha256(address.encode()).hexdigest()[:8], 16) % 100 // self.share
        return self.faults[place] if place < len(self.faults) else None

    async def handle_RCPT(  # noqa: N802 - aiosmtpd's name
        self, server: SMTP, _session: Session, envelope: Envelope, address: str, _options: list[str]
    ) -> str:
        """Take the recipient, or not yet, or not at all."""
        self.seen[address] += 1
        if self.close_after == len(taken(self.list_file)):
            self.close()
            break_off(server)
        match self.fault(address), self.seen[address]:
            case "later at recipient", 1:
                return "451 4.3.0 try again in a moment"
            case "greylisted", 1 | 2 | 3:
                return "450 4.2.0 greylisted, come back later"
            case "refused", _:
                return f"550 5.1.1 nobody called {address} here"
        envelope.rcpt_tos.append(address)
        return "250 2.1.5 known here"

    async def handle_DATA(self, server: SMTP, _session: Session, envelope: Envelope) -> str:  # noqa: N802
        """Take the mail, or break off."""
        address = envelope.rcpt_tos[0]
        match self.fault(address), self.seen[address]:
            case "later at content", 1:
                return "452 4.2.2 mailbox full for the moment"
            case "gone before", 1:
                break_off(server)
                return "250 never heard"
            case "gone after", 1:
                self.take(envelope)
                break_off(server)
                return "250 never heard"
            case "stalls", 1:
                self.take(envelope)
                await asyncio.sleep(self.stall)
                return "250 heard too late"
        self.take(envelope)
        return "250 2.0.0 taken"

    def take(self, envelope: Envelope) -> None:
        """Write the mail on the list, and have it on the disk."""
        content = envelope.content if isinstance(envelope.content, bytes) else str(envelope.content).encode()
        mail: EmailMessage = message_from_bytes(content, policy=policy.default)
        self.last = content
        if self.keep:
            self.mails[envelope.rcpt_tos[0]] = content
        line = {
            "to": envelope.rcpt_tos,
            "id": str(mail["Message-ID"]),
            "sha256": sha256(content).hexdigest(),
            "at": time.time(),
        }
        with self.list_file.open("ab", buffering=0) as file:
            file.write((json.dumps(line) + "\n").encode())
            os.fsync(file.fileno())


def break_off(server: SMTP) -> None:
    """End the line without a word."""
    assert isinstance(server.transport, asyncio.Transport)
    server.transport.abort()


def taken(list_file: Path) -> list[dict[str, str]]:
    """What the server took, in its order; each with whom for, and its Message-ID."""
    lines = list_file.read_text("utf-8").splitlines() if list_file.exists() else []
    return [json.loads(line) | {"to": json.loads(line)["to"][0]} for line in lines]


@contextmanager
def opened(office: Office, context: ssl.SSLContext | None = None, **more: Any) -> Iterator[int]:  # noqa: ANN401
    """The port of the server, until it is left; `more` is what aiosmtpd's SMTP takes."""
    loop = asyncio.new_event_loop()

    def conversation() -> SMTP:
        return SMTP(office, loop=loop, hostname="office.example.org", tls_context=context, **more)

    server = loop.run_until_complete(loop.create_server(conversation, "127.0.0.1", 0))
    office.close = server.close
    serving = Thread(target=loop.run_forever, daemon=True)
    serving.start()
    try:
        yield server.sockets[0].getsockname()[1]
    finally:
        loop.call_soon_threadsafe(server.close)
        asyncio.run_coroutine_threadsafe(_let_go(), loop).result(10)
        loop.call_soon_threadsafe(loop.stop)
        serving.join(10)
        loop.close()


async def _let_go() -> None:
    """End every conversation there is."""
    rest = asyncio.all_tasks() - {asyncio.current_task()}
    for task in rest:
        task.cancel()
    await asyncio.gather(*rest, return_exceptions=True)
    await asyncio.sleep(0.01)


def main(folder: Path) -> None:
    """Serve until killed; the port is written down once it answers."""
    with opened(Office(folder / "taken.jsonl")) as port:
        (folder / "port.new").write_text(str(port))
        (folder / "port.new").rename(folder / "port")
        while True:
            time.sleep(60)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
