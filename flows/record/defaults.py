"""The limits the rules use: one table, each with the rule it belongs to.

A workbook may set any of them on its `settings` sheet; however it is typed there, it comes by the name here.
"""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


@dataclass(frozen=True, slots=True)
class Limits:
    """Thresholds in days unless said otherwise."""

    ends_soon: int = 30  # R5: days left at which a term "ends soon"
    deadline_window: int = 90  # R5: how far ahead deadlines are listed
    review_days: int = 90  # R11: a question, condition or outcome unchecked for longer is stale
    archive_days: int = 365  # R11: an address without a snapshot for longer is "not archived"
    dormant_days: int = 270  # R11: no new dated fact for this long: dormant
    checked_within: int = 180  # R15: high confidence needs a check no older than this
    new_days: int = 30  # key points: how long a row or an outcome is "new" where no edition came before
    key_points: int = 5  # how many key points at most (a count)


RULES_VERSION = "2026.3"
"""Changes whenever a rule's answer could change for the same record; kept with every edition."""

MOST = 36_500
"""The largest limit a workbook may set: a hundred years of days."""

NAMES = tuple(field.name for field in fields(Limits))
"""The names a `settings` sheet may use for a limit."""


def with_settings(limits: Limits, settings: Iterable[tuple[str, str]]) -> Limits:
    """The limits with those the workbook sets by name; the last row of a name counts.

    A value that is no whole number from 0 up sets nothing here: complaining is the reader's part.
    """
    set_to = dict(settings)
    return replace(limits, **{name: int(set_to[name]) for name in NAMES if _whole(set_to.get(name, ""))})


def _whole(value: str) -> bool:
    return value.isascii() and value.isdigit() and int(value) <= MOST
