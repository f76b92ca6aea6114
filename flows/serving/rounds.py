"""What is looked after while the page is served: the workbooks, dates that come, approvals that expire.

A run that starts by itself never distributes anything; it is the same run a person would start, begun once.
"""

from __future__ import annotations

import logging
from dataclasses import dataclass, field
from datetime import date
from itertools import chain
from typing import TYPE_CHECKING

from prefect.client.orchestration import get_client
from prefect.variables import Variable

from flows import settings, steps, typed
from flows.order import Order
from flows.record import dues
from flows.serving import expiry, memory, offer
from flows.serving.folder import Folder
from flows.workbook import people

if TYPE_CHECKING:
    from threading import Event
    from uuid import UUID

    from flows.serving.folder import Whole
    from flows.serving.memory import Memory
    from flows.workbook.clean import Cleaned

EVERY = 2.0  # seconds from one look to the next
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
    no_news: frozenset[str] = frozenset()  # what lay there at the very first start
    there: dict[str, Cleaned] = field(default_factory=dict)

    def look(self) -> None:
        """Look once after everything."""
        for whole in self.folder.saved():
            self._take_in(whole)
        self._offer()
        for name in self.folder.names():
            self._dates_of(name)
        expiry.expire()

    def _take_in(self, whole: Whole) -> None:
        """Know a workbook as it is now, and start its run where it was saved since the last one."""
        self.there[whole.name] = whole.cleaned
        known = self.memory.saves.get(whole.name)
        if known != whole.sha256:
            is_news = known is not None or whole.name not in self.no_news
            if is_news and switched_on("when_a_workbook_is_saved"):
                self._run(whole.name, f"saved-{whole.name}-{whole.sha256}", "started by a save")
            self.memory.saves[whole.name] = whole.sha256
            self.memory.days.setdefault(whole.name, typed.today().isoformat())
            self.memory.keep()

    def _offer(self) -> None:
        """Have the forms offer what is there now."""
        names = self.folder.names()
        readers = chain.from_iterable(self.there[name].recipients for name in names if name in self.there)
        offer.fill(people.groups(readers))

    def _dates_of(self, name: str) -> None:
        """Start a run of the workbook where a date came since the day its dates were last dealt with."""
        today, dealt_with = typed.today(), self.memory.days.get(name)
        if name not in self.there or dealt_with is None or dealt_with >= today.isoformat():
            return
        came = come(self.there[name], date.fromisoformat(dealt_with), today)
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


def go_round(form: UUID, stop: Event) -> None:
    """Look after everything until told to stop; what cannot be done now is tried at the next look."""
    folder, remembered = Folder(settings.inputs()), memory.of(settings.home())
    no_news = frozenset(folder.names()) if remembered.first else frozenset()
    rounds = Rounds(form, folder, remembered, no_news)
    while not stop.wait(EVERY):
        try:
            rounds.look()
        except Exception as error:  # noqa: BLE001 - the server may be stopping, a disk may be away: look again
            LOG.debug("A look at the folder failed: %s", error)
