"""A mail server on this machine that keeps what it is given: enough of SMTP for one sender, in the clear."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass, field
from email import message_from_bytes, policy
from socketserver import StreamRequestHandler, ThreadingTCPServer
from threading import Thread
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from email.message import EmailMessage


@dataclass
class Mail:
    """One mail: whom its envelope says it is from and to, and what is in it."""

    envelope: tuple[str, list[str]]
    message: EmailMessage


@dataclass
class Mailbox:
    """Where the server is, and what it was given."""

    host: str
    port: int
    mails: list[Mail] = field(default_factory=list)


@contextmanager
def opened() -> Iterator[Mailbox]:
    """The server, until it is left."""

    class Conversation(StreamRequestHandler):
        def handle(self) -> None:
            self.say("220 mailbox")
            sender, recipients = "", list[str]()
            for line in self.rfile:
                verb, _, rest = line.decode().strip().partition(" ")
                if verb.upper() == "MAIL":
                    sender, recipients = between(rest), []
                elif verb.upper() == "RCPT":
                    recipients.append(between(rest))
                elif verb.upper() == "DATA":
                    self.say("354 go on")
                    box.mails.append(Mail((sender, recipients), self.content()))
                elif verb.upper() == "QUIT":
                    self.say("221 bye")
                    return
                self.say("250 mailbox")

        def say(self, words: str) -> None:
            self.wfile.write(f"{words}\r\n".encode())

        def content(self) -> EmailMessage:
            lines = iter(self.rfile.readline, b".\r\n")
            plain = b"".join(line.removeprefix(b".") if line[:2] == b".." else line for line in lines)
            return message_from_bytes(plain.replace(b"\r\n", b"\n"), policy=policy.default)

    with ThreadingTCPServer(("127.0.0.1", 0), Conversation) as server:
        server.daemon_threads = True
        box = Mailbox("127.0.0.1", server.server_address[1])
        Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
        try:
            yield box
        finally:
            server.shutdown()


def between(path: str) -> str:
    """The address between the brackets."""
    return path.partition("<")[2].partition(">")[0]
