"""An hour is read with its zone, never guessed; and nothing leaves before it, not by a microsecond."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from flows.dispatch import hours
from flows.typed import Mistyped
from tests.delivery import posting

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    ("typed", "instant"),
    [
        ("2026-11-27 09:00 Europe/Paris", "2026-11-27T08:00:00+00:00"),
        ("2026-11-27T09:00 Europe/Paris", "2026-11-27T08:00:00+00:00"),
        ("2026-07-01 09:00:30 Europe/Paris", "2026-07-01T07:00:30+00:00"),
        ("2026-11-27 09:00+05:30", "2026-11-27T03:30:00+00:00"),
        ("2026-11-27 09:00Z", "2026-11-27T09:00:00+00:00"),
        ("2026-11-27 09:00 UTC", "2026-11-27T09:00:00+00:00"),
        ("2026-11-27 09:00 America/St_Johns", "2026-11-27T12:30:00+00:00"),
        ("2026-10-25 02:30+02:00 Europe/Paris", "2026-10-25T00:30:00+00:00"),
        ("2026-10-25 02:30+01:00 Europe/Paris", "2026-10-25T01:30:00+00:00"),
        ("2026-11-01 01:30-04:00 America/New_York", "2026-11-01T05:30:00+00:00"),
        ("2027-04-04 02:30+11:00 Australia/Sydney", "2027-04-03T15:30:00+00:00"),
    ],
)
def test_an_hour_is_one_instant(typed: str, instant: str) -> None:
    read = hours.read(typed)
    assert read.astimezone(UTC).isoformat() == instant
    assert hours.read(hours.shown(read)) == read


@pytest.mark.parametrize(
    ("typed", "kind"),
    [
        ("tomorrow at nine", "not_an_hour"),
        ("2026-11-27", "not_an_hour"),
        ("2026-13-27 09:00 Europe/Paris", "not_an_hour"),
        ("2026-11-27 25:00 Europe/Paris", "not_an_hour"),
        ("2026-11-27 09:00", "hour_without_zone"),
        ("2026-11-27 09:00 Europe/Nowhere", "not_a_zone"),
        ("2026-11-27 09:00 ../etc/passwd", "not_an_hour"),
        ("2026-03-29 02:30 Europe/Paris", "hour_not_there"),
        ("2026-03-08 02:30 America/New_York", "hour_not_there"),
        ("2026-10-04 02:30 Australia/Sydney", "hour_not_there"),
        ("2026-11-27 09:00+02:00 Europe/Paris", "hour_not_there"),
        ("2026-10-25 02:30 Europe/Paris", "hour_twice"),
        ("2026-11-01 01:30 America/New_York", "hour_twice"),
        ("2027-04-04 02:30 Australia/Sydney", "hour_twice"),
    ],
)
def test_an_hour_that_could_be_two_or_none_is_asked_about(typed: str, kind: str) -> None:
    with pytest.raises(Mistyped) as refused:
        hours.read(typed)
    assert refused.value.kind == kind


def test_of_an_hour_that_comes_twice_both_readings_are_offered() -> None:
    with pytest.raises(Mistyped) as refused:
        hours.read("2026-10-25 02:30 Europe/Paris")
    assert "+02:00 or +01:00" in str(refused.value)


@dataclass
class Stopped:
    """A clock that stands still until it is set."""

    now: datetime

    def __call__(self) -> datetime:
        return self.now


ZONES = ("Europe/Paris", "America/New_York", "Asia/Kolkata", "Australia/Lord_Howe")
CHANGES = (
    *("2026-03-08", "2026-03-29", "2026-04-05", "2026-10-04", "2026-10-25", "2026-11-01"),
    *("2026-12-31", "2028-02-29"),
)


EARLY = (timedelta(days=1), timedelta(hours=1), timedelta(seconds=1), timedelta(microseconds=1))


def instants(day: str, zone: str) -> list[datetime]:
    """Every half hour that clocks of the zone show on that day, by itself or with its offset."""
    found = []
    for half in range(48):
        typed = f"{day} {half // 2:02}:{half % 2 * 30:02}"
        try:
            found.append(hours.read(f"{typed} {zone}"))
        except Mistyped as refused:
            if refused.kind == "hour_twice":
                found += [hours.read(f"{typed}{refused.blanks[one]} {zone}") for one in ("first", "last")]
    return found


@pytest.mark.parametrize("zone", ZONES)
def test_nothing_leaves_early_over_the_changes_of_the_clock(tmp_path: Path, zone: str) -> None:
    clock = Stopped(datetime(2026, 1, 1, tzinfo=UTC))
    looked = 0
    with posting.outbox(tmp_path, clock, synchronous=0) as box:  # type: ignore[arg-type]
        for day in CHANGES:
            for hour in instants(day, zone):
                looked += 1
                clock.now = datetime(2026, 1, 1, tzinfo=UTC)
                keys = posting.planned(box, 1, edition=f"record/{looked}", not_before=hour)
                for early in EARLY:
                    clock.now = hour.astimezone(UTC) - early
                    assert box.claim(keys) is None, (hour, early)
                clock.now = hour.astimezone(UTC)
                assert box.claim(keys) is not None, hour
    assert looked > 300


def test_all_that_day_s_half_hours_are_instants_in_order() -> None:
    autumn = [one.astimezone(UTC) for one in instants("2026-10-25", "Europe/Paris")]
    assert len(autumn) == 50
    assert sorted(autumn) == sorted({*autumn})
    assert len(instants("2026-03-29", "Europe/Paris")) == 46
