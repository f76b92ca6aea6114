"""What may be typed to send an edition and to look up who has which: part of `usage`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from flows import settings, typed
from flows.dispatch import hours
from flows.typed import option

if TYPE_CHECKING:
    import argparse

WAIT = 15  # minutes


def add_send(commands: argparse._SubParsersAction[Any]) -> None:
    """`onrecord send`."""
    command = commands.add_parser(
        "send",
        help="send an edition to those who follow what changed",
        description="Sends an edition, each reader once: by mail, or as a copy to a folder or an object "
        "store. Exit code 1 if something was not sent. Sending again sends nothing twice.",
        epilog="example: onrecord send outputs/record/2020-06-15-01 --preview",
    )
    folder = "the folder of an edition"
    command.add_argument("edition", type=option(typed.path), metavar="EDITION", help=folder)
    only_look = "say who would get what, and why; send nothing"
    command.add_argument("--preview", action="store_true", help=only_look)
    command.add_argument("--only", type=option(typed.given), metavar="GROUP", help="only to this group")
    through = "mail, a folder's whole path, or s3://bucket/folder; may be given several times; mail"
    command.add_argument(
        "--channel",
        type=option(typed.given),
        action="append",
        dest="channels",
        metavar="CHANNEL",
        help=through,
    )
    _add_to_whom(command)
    _add_hours(command)
    _add_server(command)


def _add_to_whom(command: argparse.ArgumentParser) -> None:
    web = "where a folder or bucket can be fetched from: it gets feed.xml and feed.json"
    command.add_argument("--web-address", type=option(typed.given), metavar="URL", help=web)
    listed = "the workbook with the sheet of recipients; the edition's own in inputs"
    command.add_argument("--recipients", type=option(typed.path), metavar="FILE", help=listed)


def _add_hours(command: argparse.ArgumentParser) -> None:
    hour = 'nothing leaves before, as "2026-11-27 09:00 Europe/Paris"'
    command.add_argument("--not-before", type=option(hours.read), metavar="HOUR", help=hour)
    lock = "a file with the password that the copies are locked with; they are no PDF/A then"
    command.add_argument("--password-file", type=option(typed.path), metavar="FILE", help=lock)
    named = "a draft to send all the same, by the name of its folder"
    command.add_argument("--draft", type=option(typed.given), metavar="NAME", help=named)
    patience = f"how long to wait for what the mail server puts off; {WAIT}"
    command.add_argument("--wait", type=option(typed.minutes), default=WAIT, metavar="MINUTES", help=patience)
    who = "who lets it go out, as the ledger keeps it; the name of this account"
    command.add_argument("--name", type=option(typed.given), metavar="NAME", help=who)


def _add_server(command: argparse.ArgumentParser) -> None:
    which = "a mail server of Prefect's page, while make ui runs; the one in ON_RECORD_MAIL"
    command.add_argument("--server", type=option(typed.given), metavar="NAME", help=which)
    unless = f"of that page; PREFECT_SERVER_API_PORT or {settings.PORT} without it"
    command.add_argument("--port", type=option(typed.port), help=unless)
    command.add_argument("--json", action="store_true", help="print the result as JSON")


def add_deliveries(commands: argparse._SubParsersAction[Any]) -> None:
    """`onrecord deliveries`."""
    command = commands.add_parser(
        "deliveries",
        help="who got which copy",
        description="Lists every delivery of the ledger, addresses masked. Exit code 1 if one failed, or is "
        "in doubt.",
        epilog="example: onrecord deliveries outputs/record/2020-06-15-01 --log /var/log/mail.log",
    )
    folder = "only those of this edition"
    command.add_argument("edition", type=option(typed.path), nargs="?", metavar="EDITION", help=folder)
    shelf = "where editions are kept; outputs"
    command.add_argument("--outputs", type=option(typed.path), default=typed.SHELF, metavar="DIR", help=shelf)
    _add_settling(command)
    command.add_argument("--json", action="store_true", help="print the result as JSON")


def _add_settling(command: argparse.ArgumentParser) -> None:
    log = "the mail server's log: what stands in it has arrived"
    command.add_argument("--log", type=option(typed.path), metavar="FILE", help=log)
    whole = "with --log: nothing is missing from it, so what is not in it goes out again"
    command.add_argument("--whole", action="store_true", help=whole)
    came = "the number of a delivery in doubt that arrived; may be given several times"
    command.add_argument("--arrived", action="append", default=[], metavar="ID", help=came)
    anew = "one in doubt or failed that is to go out again at the next send"
    command.add_argument("--again", action="append", default=[], metavar="ID", help=anew)
