"""Commands that need Prefect's server: `ui`, which is one, and `notify`, which sets up what one does."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from flows import reaching, terminal, typed
from flows.spoken import Refusal, said
from flows.terminal import FINE

if TYPE_CHECKING:
    import argparse

END = "onrecord notify --off"


def ui(arguments: argparse.Namespace) -> int:
    """Serve the flow in Prefect's page until the person stops it."""
    port, host = arguments.port or typed.port_set(), arguments.host or typed.host_set()
    from flows.serving import start  # noqa: PLC0415 - Prefect takes seconds to load, and only this command needs it

    return start.run(port, host, arguments.auth_file)


def notify(arguments: argparse.Namespace) -> int:
    """Set up, change or end what tells somebody of a run that failed or made a draft."""
    port = arguments.port or typed.port_set()
    if arguments.server and not arguments.mail:
        raise Refusal("only_with_mail", option="--server")
    url = pasted() if arguments.webhook == "-" else arguments.webhook
    reaching.settled(port)
    from flows import notices  # noqa: PLC0415 - Prefect again

    if arguments.off:
        terminal.complain(said("told_no_more" if notices.off() else "told_nobody"))
    elif url:
        notices.by_webhook(url)
        terminal.complain(said("told_by_webhook", off=END))
    else:
        server = notices.by_mail(arguments.mail, arguments.server)
        terminal.complain(said("told_by_mail", address=arguments.mail, server=server, off=END))
    return FINE


def pasted() -> str:
    """The address of a webhook from standard input, where no list of processes shows it.

    Raises `Refusal` where none comes, or something else.
    """
    line = sys.stdin.readline()
    if not line.strip():
        raise Refusal("nothing_pasted")
    return typed.webhook(line)
