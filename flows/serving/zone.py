"""The time zone a schedule goes by: this machine's."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path
from zoneinfo import available_timezones

LINK = Path("/etc/localtime")
NAMED = Path("/etc/timezone")


def name() -> str:
    """Its name in the IANA database, as "Europe/Paris"; UTC where the machine does not tell."""
    return next((found for found in _told() if found in available_timezones()), "UTC")


def _told() -> list[str]:
    """What the machine tells: TZ, then where the local time's link leads, then a file with the name."""
    told = [os.environ.get("TZ", "").lstrip(":")]
    with suppress(OSError):
        told.append(str(LINK.resolve()).partition("zoneinfo/")[2])
    with suppress(OSError):
        told.append(NAMED.read_text(encoding="utf-8").strip())
    return told
