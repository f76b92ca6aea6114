"""Sends what waits: claims one delivery after the other, and writes down what came of each."""

from __future__ import annotations

import smtplib
from contextlib import ExitStack, suppress
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import partial
from typing import TYPE_CHECKING

from flows.delivery import doubts, letter
from flows.delivery.killpoints import kp
from flows.delivery.mail import Mail, transmit
from flows.delivery.message import Enclosed, message
from flows.delivery.refusals import CannotSend

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

    from flows.delivery.mail import Answer
    from flows.delivery.message import Envelope
    from flows.delivery.outbox import Delivery, Outbox
    from flows.delivery.relay import Relay

SLICE = timedelta(seconds=5)  # waited at a time: a clock may be set meanwhile
CALLS = 3  # times in a row a mail server may not be reached before the rest is left for later
OUTCOMES = {"taken": "sent", "refused": "failed", "in doubt": "unknown"}


@dataclass(frozen=True, slots=True)
class Post:
    """What sending takes: the ledger, the mail server, and where the files are."""

    outbox: Outbox
    relay: Relay
    content: Callable[[str], bytes | None]  # a file by its SHA-256
    envelope: Callable[[Delivery], Envelope]
    wait: Callable[[timedelta], None]
    told: Callable[[Delivery, str], None]  # hears what came of each: the delivery, its new state


def send(post: Post, keys: Collection[str], patience: timedelta) -> None:
    """Send these deliveries, those that are due; what comes due within that time is waited for.

    Raises `CannotSend` where the mail server cannot be reached, or the ledger not be written.
    """
    doubts.recover(post.outbox)
    until = post.outbox.clock() + patience
    line = Line(post.relay, post.wait)
    try:
        while True:
            one = post.outbox.claim(keys)
            if one is not None:
                _posted(post, line, one)
            elif not _waited(post, keys, until):
                return
    finally:
        line.hang_up()


@dataclass(slots=True)
class Line:
    """A line to the mail server, opened when it is first needed, and again after it broke."""

    relay: Relay
    wait: Callable[[timedelta], None]
    held: ExitStack = field(default_factory=ExitStack)
    smtp: smtplib.SMTP | None = None

    def opened(self) -> smtplib.SMTP:
        """The server at the other end.

        Raises `OSError` after some calls in vain, or `CannotSend` where it offers no encryption.
        """
        call = 0
        while self.smtp is None:
            call += 1
            try:
                self.smtp = self.held.enter_context(self.relay.session())
            except OSError as fault:
                if call == CALLS or isinstance(fault, smtplib.SMTPAuthenticationError):
                    raise
                self.wait(timedelta(seconds=call))
        return self.smtp

    def drop(self) -> None:
        """Leave the line without a word: what was begun on it counts for nothing."""
        if self.smtp is not None:
            self.smtp.close()
        self.hang_up()

    def hang_up(self) -> None:
        """Say goodbye, if anybody is there."""
        with suppress(OSError, smtplib.SMTPException):
            self.held.close()
        self.smtp = None


def _posted(post: Post, line: Line, one: Delivery) -> None:
    """One delivery, sent or not, and what came of it on the ledger."""
    try:
        written, smtp = _written(post, one), line.opened()
        mail = Mail(post.relay.sender_address, one.recipient, written)
        answer = transmit(smtp, mail, partial(post.outbox.in_flight, one), post.relay.last_patience)
    except OSError as fault:
        why = " ".join(str(fault.strerror or fault).split())
        post.outbox.settled(one, "pending", reply=why)
        raise CannotSend("unreachable", host=post.relay.address, why=why) from None
    except CannotSend:
        line.drop()
        post.outbox.settled(one, "pending")
        raise
    except BaseException:
        line.drop()
        raise
    if answer.ends_the_line:
        line.drop()
    _noted(post, one, answer)


def _noted(post: Post, one: Delivery, answer: Answer) -> None:
    kp("about to write down what came of it")
    if answer.kind in OUTCOMES:
        post.outbox.settled(one, OUTCOMES[answer.kind], answer.code, answer.reply)
        post.told(one, OUTCOMES[answer.kind])
    else:
        post.told(one, post.outbox.later(one, answer.code, answer.reply))


def _written(post: Post, one: Delivery) -> bytes:
    """The mail.

    Raises `CannotSend` where the file it carries is gone, or no longer what it was.
    """
    digest = post.outbox.frozen(one.edition, one.revision, one.document)
    content = post.content(digest) if digest else None
    if content is None:
        raise CannotSend("file_gone", file=one.document, edition=one.edition)
    kept = letter.read(post.outbox.letter(one.content))
    return message(one, kept, Enclosed(one.document, content), post.envelope(one))


def _waited(post: Post, keys: Collection[str], until: datetime) -> bool:
    """Whether something comes due in time, after a while of waiting for it."""
    due = post.outbox.next_at(keys)
    if due is None:
        return False
    when = datetime.fromisoformat(due) if due else post.outbox.clock()
    left = when - post.outbox.clock()
    if when > until:
        return False
    post.wait(max(min(left, SLICE), timedelta(0)))
    return True
