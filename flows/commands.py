"""The commands of `onrecord`, each found where it stands, and loaded once it is asked for."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, cast

from flows import usage

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable, Sequence

    Command = Callable[[argparse.Namespace], int]

COMMANDS = {
    "build": "flows.building",
    "check": "flows.early",
    "findings": "flows.early",
    "diff": "flows.building",
    "verify": "flows.verifying",
    "ui": "flows.served",
    "notify": "flows.served",
    "new": "flows.starting",
    "send": "flows.dispatch.at_terminal",
    "deliveries": "flows.dispatch.at_terminal",
}
"""The module of each, whose function of that name takes the words read and gives the exit code.

Some load Polars, some Prefect, which take up to seconds: no command waits for another's.
"""


def run(words: Sequence[str] | None) -> int:
    """Run the command those words ask for, or else the ones typed; its exit code."""
    parser = usage.parser()
    arguments = parser.parse_args(words)
    if arguments.command is None:
        return usage.without_a_command(parser)
    command = cast("Command", getattr(import_module(COMMANDS[arguments.command]), arguments.command))
    return command(arguments)
