"""Whether a delivery in doubt arrived, by the mail server's own log."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from flows.delivery.relay import LAST_PATIENCE
from flows.spoken import Refusal

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from flows.delivery.outbox import Delivery


def in_log(file: Path, *, whole: bool, now: datetime) -> Callable[[Delivery], bool | None]:
    """Tells of each delivery whether its Message-ID stands in the log.

    That it does not, proves something only where a person says that the log is `whole`, and once the server's
    own time to answer is over. Raises `Refusal` where the log cannot be read.
    """
    try:
        lines = file.read_text("utf-8", errors="replace")
    except OSError as error:
        raise Refusal("file_refused", file=file, why=error.strerror or error) from None

    def arrived(one: Delivery) -> bool | None:
        if one.message_id.strip("<>") in lines:
            return True
        since = now - datetime.fromisoformat(one.moved_at).astimezone(UTC) if one.moved_at else timedelta(0)
        return False if whole and since > timedelta(seconds=LAST_PATIENCE) else None

    return arrived
