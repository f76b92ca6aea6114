"""What a person types at the terminal or in the environment, read strictly: a day, a path, an address."""

from __future__ import annotations

import argparse
import re
from contextlib import suppress
from datetime import date
from ipaddress import ip_address
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar
from urllib.parse import urlsplit

from flows import settings
from flows.document import LANGUAGES
from flows.spoken import Refusal

if TYPE_CHECKING:
    from collections.abc import Callable

PORTS = range(1, 65_536)
WEEK = 7 * 24 * 60  # minutes
SHELF = Path("outputs")  # of the folder that the command is typed in
Value = TypeVar("Value")


class Mistyped(Refusal):
    """Something typed is not what it should be."""


def iso(typed: str) -> date:
    """The date meant by ISO text.

    Raises `Mistyped` where it is none.
    """
    if re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", typed):
        with suppress(ValueError):
            return date.fromisoformat(typed)
    raise Mistyped("not_a_date", typed=typed)


def given(typed: str) -> str:
    """The words as they stand.

    Raises `Mistyped` where there are none: an empty path would mean the current folder.
    """
    if not typed.strip():
        raise Mistyped("empty")
    return typed


def path(typed: str) -> Path:
    """The path meant.

    Raises `Mistyped` where nothing was typed.
    """
    return Path(given(typed))


def port(typed: str, complaint: str = "not_a_port") -> int:
    """The port meant.

    Raises `Mistyped`, with a complaint of that kind, where it is none.
    """
    if re.fullmatch(r"[0-9]{1,5}", typed) and int(typed) in PORTS:
        return int(typed)
    raise Mistyped(complaint, typed=typed)


def port_set() -> int:
    """The port Prefect's server listens on where none was typed: the environment's, or 4200.

    Raises `Mistyped` where the environment's is none, which Prefect would answer with a traceback.
    """
    return port(settings.port(), "no_port_set")


def host(typed: str, complaint: str = "not_a_host") -> str:
    """The address meant, to listen on: an IP address, for a name would have to be looked up elsewhere.

    Raises `Mistyped`, with a complaint of that kind, where it is none.
    """
    plain = typed.strip().strip("[]")
    if plain.lower() == "localhost":
        return settings.HOST
    with suppress(ValueError):
        if "%" not in plain:  # an address on the web has no room for an interface
            return str(ip_address(plain))
    raise Mistyped(complaint, typed=typed)


def host_set() -> str:
    """The address Prefect's server listens on where none was typed: the environment's, or this machine's own.

    Raises `Mistyped` where the environment's is none.
    """
    return host(settings.host(), "no_host_set")


def address(typed: str) -> str:
    """The mail address meant, as mail servers take it: read as strictly as the workbook's recipients.

    Raises `Mistyped` where it is not exactly one.
    """
    from flows.workbook import addresses  # noqa: PLC0415 - it loads Polars, and most commands are given none

    if email := addresses.read(typed).email:
        return email
    raise Mistyped("not_an_address", typed=typed)


def webhook(typed: str) -> str:
    """The address of a webhook meant, without spaces around it.

    Raises `Mistyped` where it is none. What was typed is not repeated: whoever has it can write there.
    """
    with suppress(ValueError):
        parts = urlsplit(typed.strip())
        if parts.scheme in {"http", "https"} and parts.hostname and typed.strip().isprintable():
            return typed.strip()
    raise Mistyped("not_a_webhook")


def fingerprint(typed: str) -> str:
    """The SHA-256 fingerprint meant, in small letters without colons.

    Raises `Mistyped` where it is none.
    """
    plain = re.sub(r"[\s:]", "", typed).lower()
    if not re.fullmatch(r"[0-9a-f]{64}", plain):
        raise Mistyped("not_a_fingerprint", typed=typed)
    return plain


def minutes(typed: str) -> float:
    """The minutes meant, from none to a week.

    Raises `Mistyped` where it is no number of minutes.
    """
    if re.fullmatch(r"[0-9]{1,5}(?:\.[0-9]+)?", typed) and float(typed) <= WEEK:
        return float(typed)
    raise Mistyped("not_minutes", typed=typed)


def languages(typed: str) -> list[str]:
    """The languages meant by "en fr" or "en,fr", in that order.

    Raises `Mistyped` where one of them is none of the briefing's.
    """
    chosen = typed.replace(",", " ").split()
    for language in chosen or [typed]:
        if language not in LANGUAGES:
            raise Mistyped("not_a_language", typed=language)
    return chosen


def today() -> date:
    """The day on the wall of whoever types."""
    return date.today()  # noqa: DTZ011 - the day here, not in Greenwich


def option(read: Callable[[str], Value]) -> Callable[[str], Value]:
    """The same reading for argparse, which shows a refusal's words only from an error of its own."""

    def reading(words: str) -> Value:
        try:
            return read(words)
        except Mistyped as refusal:
            raise argparse.ArgumentTypeError(refusal.sentence(settings.language())) from refusal

    return reading
