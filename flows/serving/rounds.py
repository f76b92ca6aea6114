"""What is looked after while the page is served: workbooks, dates that come, runs that wait or are silent.

A run that starts by itself never distributes anything; it is the same run a person would start, begun once.
"""

from __future__ import annotations

import logging
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from itertools import chain
from time import monotonic, sleep
from typing import TYPE_CHECKING

from prefect.client.orchestration import get_client
from prefect.variables import Variable

from flows import settings, steps, typed, workbooks
from flows.dispatch import editions
from flows.order import Order
from flows.record import dues
from flows.serving import expiry, lost, memory, offer
from flows.serving.folder import Folder
from flows.workbook import people

if TYPE_CHECKING:
    from uuid import UUID

    from flows.serving.folder import Whole
    from flows.serving.memory import Memory
    from flows.serving.recovery import Turn
    from flows.workbook.clean import Cleaned
    from flows.workbooks import Look

EVERY = 2.0  # seconds from one look to the next
OFFERED_EVERY = 15.0  # seconds: a worker's form may come at any time, as Prefect itself makes it
ENDS_EVERY = 60.0  # seconds from one look for runs that wait or are silent too long to the next
COUNTED = frozenset({"last_day", "expired", "starts", "question_stale", "condition_stale"})
"""What a run is worth: a term's last day and the day after, a start, a question or condition gone stale."""
SWITCHES = "on_record_starts_by_itself"
"""A variable on Prefect's page: whether a save, and whether a date, starts a run."""
ON = {"when_a_workbook_is_saved": True, "when_a_date_comes": True}
LOG = logging.getLogger(__name__)


@dataclass
class Rounds:
    """All that is remembered from one look to the next."""

    form: UUID
    folder: Folder
    memory: Memory
    no_news: dict[str, Look | None] = field(default_factory=dict)  # what lay there at the very first start
    waiting: dict[str, Whole] = field(default_factory=dict)  # what could not be taken in at once
    there: dict[str, Cleaned] = field(default_factory=dict)
    offered: tuple[object, ...] = ()
    looked_up: float = -OFFERED_EVERY
    ended: float = -ENDS_EVERY
    since: datetime = field(default_factory=lambda: datetime.now(UTC))

    def look(self) -> None:
        """Look once after everything; what cannot be done now stops nothing else, and is tried again."""
        for part in (self._saves, self._offer, self._dates, self._ends):
            try:
                part()
            except Exception as error:  # noqa: BLE001 - the server may be busy or stopping, a disk may be away
                LOG.debug("A look at the folder failed: %s", error)

    def _saves(self) -> None:
        """Take in what was saved."""
        self.waiting |= {whole.name: whole for whole in self.folder.saved()}
        for whole in tuple(self.waiting.values()):
            self._take_in(whole)
            del self.waiting[whole.name]

    def _take_in(self, whole: Whole) -> None:
        """Know a workbook as it is now, and start its run where it was saved since the last one."""
        self.there[whole.name] = whole.cleaned
        known, day = self.memory.saves.get(whole.name), self.memory.days.get(whole.name)
        if known != whole.sha256:
            is_news = known is not None or self.no_news.get(whole.name) != whole.look
            if is_news and switched_on("when_a_workbook_is_saved"):
                # By the moment, too: one put back as it was before is news.
                self._run(
                    whole.name, f"saved-{whole.name}-{whole.sha256}-{whole.look[0]}", "started by a save"
                )
        if known != whole.sha256 or day is None:
            self.memory.saves[whole.name] = whole.sha256
            self.memory.days[whole.name] = day or typed.today().isoformat()
            self.memory.keep()

    def _offer(self) -> None:
        """Have the forms offer what is there now."""
        names = self.folder.names()
        readers = chain.from_iterable(self.there[name].recipients for name in names if name in self.there)
        groups = people.groups(readers)
        offered = names, groups, workbooks.newest(self.folder.path), editions.names(settings.outputs())
        if self.offered != offered or monotonic() - self.looked_up >= OFFERED_EVERY:
            offer.fill(groups)
            self.offered, self.looked_up = offered, monotonic()

    def _dates(self) -> None:
        for name in self.folder.names():
            self._dates_of(name)

    def _ends(self) -> None:
        if monotonic() - self.ended >= ENDS_EVERY:
            expiry.expire()
            lost.end(self.since)
            self.ended = monotonic()

    def _dates_of(self, name: str) -> None:
        """Start a run of the workbook where a date came since the day its dates were last dealt with."""
        today, dealt_with = typed.today(), self.memory.days.get(name)
        if name not in self.there or dealt_with is None or dealt_with == today.isoformat():
            return
        since = min(date.fromisoformat(dealt_with), today)  # the clock may have been ahead
        came = come(self.there[name], since, today) if since < today else []
        if came and switched_on("when_a_date_comes"):
            self._run(name, f"date-{name}-{today}", f"started by a date: {', '.join(came[:5])}")
        self.memory.days[name] = today.isoformat()
        self.memory.keep()

    def _run(self, name: str, once: str, why: str) -> None:
        """Start a run of that workbook, unless it was started for the very same reason before."""
        with get_client(sync_client=True) as client:
            client.create_flow_run_from_deployment(
                self.form, parameters={"workbook": name}, idempotency_key=once, tags=[settings.TAG, why]
            )


def come(cleaned: Cleaned, since: date, today: date) -> list[str]:
    """The ids of which time alone has changed something worth a run since that day."""
    findings = steps.find(cleaned, Order(since))
    found = dues.coming(findings, after=since, until=today)
    return list(dict.fromkeys(due.id for due in found if due.kind in COUNTED))


def switched_on(which: str) -> bool:
    """Whether runs may start for that reason; what nobody switched off is on."""
    told = Variable.get(SWITCHES, default=ON)
    return bool(told.get(which, True)) if isinstance(told, dict) else True


def prepare() -> None:
    """Put the switches on the page, where nobody has before."""
    if Variable.get(SWITCHES) is None:
        Variable.set(SWITCHES, ON)


def begun(form: UUID) -> Rounds:
    """The rounds, before the first look."""
    folder, remembered = Folder(settings.inputs()), memory.of(settings.home())
    no_news = {name: folder.look_of(name) for name in folder.names()} if remembered.first else {}
    return Rounds(form, folder, remembered, no_news)


def go_round(form: UUID, turn: Turn) -> None:
    """Look after everything for as long as this program runs, once it is its turn."""
    while not turn.is_ours():
        sleep(EVERY)
    rounds = begun(form)
    while True:
        sleep(EVERY)
        rounds.look()
