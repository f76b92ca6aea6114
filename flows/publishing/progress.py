"""How far a run has come, on its page, while it runs; gone once it has ended."""

from __future__ import annotations

from contextlib import contextmanager, suppress
from threading import Lock
from typing import TYPE_CHECKING, Any

from prefect import get_run_logger
from prefect.artifacts import create_progress_artifact, update_progress_artifact
from prefect.client.orchestration import get_client

if TYPE_CHECKING:
    from collections.abc import Iterator
    from uuid import UUID

READ, CLEANED, FOUND, COMPOSED, DRAWN = 10, 20, 30, 40, 95  # percent of the way


class Progress:
    """A run's progress as an artifact; a page that cannot show it stops nothing."""

    def __init__(self) -> None:
        """Begin with nothing done."""
        self.percent = 0.0
        self.artifact: UUID | None = None
        self.lock = Lock()  # both languages are drawn at the same time

    def reached(self, percent: float) -> None:
        """Show that the run has come so far; it never goes back."""
        with self.lock:
            self._show(max(self.percent, percent))

    def further(self, percent: float) -> None:
        """Show that the run has come so much further."""
        with self.lock:
            self._show(min(self.percent + percent, 100.0))

    def _show(self, percent: float) -> None:
        self.percent = percent
        with suppress(Exception):
            if self.artifact is None:
                made: Any = create_progress_artifact(percent, description="How far this run has come")
                self.artifact = made
            else:
                update_progress_artifact(self.artifact, percent)

    def end(self) -> None:
        """Take the artifact off the page."""
        if self.artifact is None:
            return
        try:
            with get_client(sync_client=True) as client:
                client.delete_artifact(self.artifact)
        except Exception as error:  # noqa: BLE001 - it is over whatever the page says
            get_run_logger().debug("Progress stays on the page: %s", error)


@contextmanager
def shown() -> Iterator[Progress]:
    """Progress while something is being made; gone from the page afterwards, however it ended."""
    progress = Progress()
    try:
        yield progress
    finally:
        progress.end()
