"""How long to wait before a delivery is tried again, and when to give it up."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from hashlib import sha256


@dataclass(frozen=True, slots=True)
class Backoff:
    """Pauses that double from the first to the longest."""

    first: timedelta = timedelta(minutes=1)
    longest: timedelta = timedelta(hours=4)
    patience: timedelta = timedelta(hours=48)  # from the first try on

    def pause(self, tries: int, key: str) -> timedelta:
        """The pause after so many tries, up to a quarter longer by the key: not all come back at once."""
        times: int = 2 ** min(tries - 1, 30)
        doubled = min(self.first * times, self.longest)
        spread = int(sha256(f"{key}{tries}".encode()).hexdigest()[:8], 16) / 0xFFFFFFFF
        return doubled * (1 + spread / 4)

    def is_over(self, first_try: str, now: datetime) -> bool:
        """Whether it has been tried for long enough since the first try, an instant of the ledger."""
        return now.astimezone(UTC) - datetime.fromisoformat(first_try) >= self.patience


USUAL = Backoff()
