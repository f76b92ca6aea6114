"""One message over SMTP, to one recipient, with its end held back until the ledger knows that it may arrive.

A message whose end-of-data dot was not sent has not been taken, whatever happens to either side; one whose
dot was sent and not answered may have been. So the dot waits for a commit, and only what breaks off behind
it is in doubt.
"""

from __future__ import annotations

import smtplib
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from flows.delivery.killpoints import kp

if TYPE_CHECKING:
    from collections.abc import Callable

Kind = Literal["taken", "refused", "later", "broken off", "in doubt"]
CLOSING = 421  # the server ends the line
OLD_LINE_END, LINE_END = b"\n", b"\r\n"


@dataclass(frozen=True, slots=True)
class Answer:
    """What the server made of a message: its code and its own words."""

    kind: Kind
    code: int | None = None
    reply: str = ""

    @property
    def ends_the_line(self) -> bool:
        """Whether nothing more can be said on this line."""
        return self.kind in {"broken off", "in doubt"} or self.code == CLOSING


class _Refused(Exception):  # noqa: N818 - the server refused
    """A step that was not taken."""

    def __init__(self, code: int, reply: bytes) -> None:
        super().__init__(code)
        kinds: dict[int, Kind] = {4: "later", 5: "refused"}  # any other answer here is none of the protocol's
        self.answer = Answer(kinds.get(code // 100, "broken off"), code, _read(reply))


@dataclass(frozen=True, slots=True)
class Mail:
    """What is handed over: who sends, to whom, and what."""

    sender: str
    recipient: str = field(repr=False)
    content: bytes = field(repr=False)


def transmit(
    line: smtplib.SMTP, mail: Mail, before_the_end: Callable[[], None], last_patience: float
) -> Answer:
    """What the server made of the message; `before_the_end` is called once all but the last dot was said.

    Raises what `before_the_end` raises; the dot is not sent then.
    """
    try:
        _offer(line, mail)
    except _Refused as refused:
        _take_back(line)
        return refused.answer
    except (OSError, smtplib.SMTPException) as fault:
        return Answer("broken off", None, _words(fault))
    kp("all but the dot was said")
    before_the_end()
    kp("about to say the dot")
    return _end(line, last_patience)


def _offer(line: smtplib.SMTP, mail: Mail) -> None:
    """Sender, recipient and all of the message but its end.

    Raises `_Refused` with the server's answer where it takes one of them not.
    """
    line.ehlo_or_helo_if_needed()
    size = [f"size={len(mail.content)}"] if line.has_extn("size") else []
    _expect(2, line.mail(mail.sender, size))
    kp("sender was said")
    _expect(2, line.rcpt(mail.recipient))
    kp("recipient was said")
    _expect(3, line.docmd("DATA"))
    kp("content was asked for")
    line.send(stuffed(mail.content))
    kp("content was said")


def _end(line: smtplib.SMTP, patience: float) -> Answer:
    """The dot, and what was answered to it; in doubt where nothing was."""
    usual = line.sock.gettimeout() if line.sock is not None else None
    try:
        if line.sock is not None:
            line.sock.settimeout(patience)
        line.send(b"." + LINE_END)
        kp("the dot was said")
        code, reply = line.getreply()
    except (OSError, smtplib.SMTPException) as fault:
        return Answer("in doubt", None, _words(fault))
    finally:
        if line.sock is not None:
            line.sock.settimeout(usual)
    kp("the answer was heard")
    kinds: dict[int, Kind] = {2: "taken", 4: "later", 5: "refused"}
    return Answer(kinds.get(code // 100, "in doubt"), code, _read(reply))


def stuffed(message: bytes) -> bytes:
    """The message as it goes over the line: lines end in CR LF, and a dot at the start of one is doubled."""
    lines = message.replace(LINE_END, OLD_LINE_END).replace(b"\r", OLD_LINE_END).split(OLD_LINE_END)
    if lines[-1] == b"":
        lines.pop()
    return b"".join((b"." if each.startswith(b".") else b"") + each + LINE_END for each in lines)


def _expect(digit: int, answered: tuple[int, bytes]) -> None:
    code, reply = answered
    if code // 100 != digit:
        raise _Refused(code, reply)


def _read(reply: bytes) -> str:
    return " ".join(reply.decode("utf-8", "replace").split())


def _take_back(line: smtplib.SMTP) -> None:
    """Forget the message, so that the next one can be offered; a line that broke is found out then."""
    try:
        line.rset()
    except (OSError, smtplib.SMTPException):
        line.close()


def _words(fault: Exception) -> str:
    return " ".join(str(getattr(fault, "strerror", None) or fault).split()) or type(fault).__name__
