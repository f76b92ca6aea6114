"""An hour before which nothing leaves, as a person types it: a day, a time, and the zone these are of."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from flows.typed import Mistyped

HOUR = re.compile(
    r"(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2}(?::\d{2})?)\s*(Z|[+-]\d{2}:\d{2})?"
    r"\s*([A-Za-z][\w+-]*(?:/[\w+-]+)*)?"
)


def read(typed: str) -> datetime:
    """The instant meant, with its zone: "2026-11-27 09:00 Europe/Paris", or "2026-11-27T09:00+01:00".

    Raises `Mistyped` where it is none, where its zone is missing or unknown, and where that hour does not
    exist there, or exists twice: an hour is never guessed.
    """
    found = HOUR.fullmatch(typed.strip())
    if found is None:
        raise Mistyped("not_an_hour", typed=typed)
    day, time, offset, zone = found.groups()
    try:
        plain = datetime.fromisoformat(f"{day}T{time}")
    except ValueError:
        raise Mistyped("not_an_hour", typed=typed) from None
    if offset and not zone:
        return datetime.fromisoformat(f"{day}T{time}{offset.replace('Z', '+00:00')}")
    if not zone:
        raise Mistyped("hour_without_zone", typed=typed)
    return _in_zone(typed, plain, _zone(zone), offset)


def _zone(name: str) -> ZoneInfo:
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise Mistyped("not_a_zone", typed=name) from None


def _in_zone(typed: str, plain: datetime, zone: ZoneInfo, offset: str | None) -> datetime:
    """The one instant at which clocks of that zone show it; with an offset, the one of that offset."""
    readings = {
        one.astimezone(UTC): one for fold in (0, 1) if _exists(one := plain.replace(tzinfo=zone, fold=fold))
    }
    if offset:
        wanted = datetime.fromisoformat(f"2000-01-01T00:00{offset.replace('Z', '+00:00')}").utcoffset()
        readings = {at: one for at, one in readings.items() if one.utcoffset() == wanted}
    if not readings:
        raise Mistyped("hour_not_there", typed=typed)
    if len(readings) > 1:
        first, last = (offset_of(one) for _, one in sorted(readings.items()))
        raise Mistyped("hour_twice", typed=typed, first=first, last=last)
    return next(iter(readings.values()))


def _exists(one: datetime) -> bool:
    """Whether clocks of its zone ever show it: not in the hour that spring leaves out."""
    return one.astimezone(UTC).astimezone(one.tzinfo).replace(fold=0) == one.replace(fold=0)


def offset_of(one: datetime) -> str:
    """How far its clock is from Greenwich: +01:00."""
    ahead = one.utcoffset() or timedelta(0)
    sign, minutes = ("-", -ahead) if ahead < timedelta(0) else ("+", ahead)
    return f"{sign}{int(minutes.total_seconds()) // 3600:02}:{int(minutes.total_seconds()) // 60 % 60:02}"


def shown(one: datetime) -> str:
    """The hour with its zone, so that nobody takes it for another's."""
    name = one.tzinfo.key if isinstance(one.tzinfo, ZoneInfo) else ""
    return f"{one:%Y-%m-%d %H:%M:%S}{offset_of(one)} {name}".strip()
