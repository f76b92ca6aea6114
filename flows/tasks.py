"""The steps as Prefect tasks, in the team's words: Read, Clean, Find, Compose, Render, Keep.

Each logs what it found as sentences, and ends as failed with its sentence where the step refuses.
"""

from __future__ import annotations

from functools import wraps
from pathlib import Path  # noqa: TC003 - not only for checkers: Prefect reads it
from typing import TYPE_CHECKING, Any, TypeVar

from prefect import get_run_logger, runtime, task
from prefect.cache_policies import NO_CACHE
from prefect.client.schemas.objects import State
from prefect.states import Failed

from flows import keeping, printing, settings, steps
from flows.publishing.marked import LANGUAGES
from flows.workbook.read import Unreadable

if TYPE_CHECKING:
    from collections.abc import Callable

    from flows.document.compose import Briefing
    from flows.document.render import Rendered
    from flows.order import Order
    from flows.record.findings import Findings
    from flows.report import Edition
    from flows.spoken import SaysWhy
    from flows.workbook.clean import Cleaned
    from flows.workbook.read import Book

Value = TypeVar("Value")
LOGGED = 50  # complaints in a run's log; all of them are in its table and in problems.json
PASSING = {"open_elsewhere", "unreachable", "half_synced", "truncated", "no_permission"}
"""Why a workbook on a shared drive cannot be read now, and may be in a moment."""
AGAIN_AFTER = [2, 5]  # seconds


def thin(name: str) -> Callable[[Callable[..., Any]], Any]:
    """A task that only names a step, and ends as failed with its sentence where the step refuses.

    Nothing is cached or stored: a changed workbook is read anew.
    """

    def named(step: Callable[..., Any]) -> Any:  # noqa: ANN401 - Prefect's Task, called as the step is
        @wraps(step)
        def done(*given: Any, **by_name: Any) -> Any:  # noqa: ANN401 - what the step takes and gives
            try:
                return step(*given, **by_name)
            except steps.REFUSALS as refusal:
                return refused(refusal)

        return task(name=name, task_run_name=name, persist_result=False, cache_policy=NO_CACHE)(done)

    return named


def may_pass(_task: object, _run: object, ended: State[Any]) -> bool:
    """Whether a second try can end otherwise; Prefect asks, also after a step that ended as failed."""
    return isinstance(ended.data, Unreadable) and ended.data.kind in PASSING


def is_last_try() -> bool:
    """Whether the task that asks is not tried again, whatever comes of it."""
    return (runtime.task_run.run_count or 1) > len(AGAIN_AFTER)


def refused(refusal: SaysWhy) -> State[Any]:
    """Failed, with the sentence for the page, and the refusal itself for whoever speaks French."""
    return Failed(message=refusal.sentence("en"), data=refusal)


def value(came: Value | State[Any]) -> Value:
    """What a task returned.

    Raises the refusal it ended with instead.
    """
    if isinstance(came, State):
        raise came.result(raise_on_failure=False)
    return came


def number_of(number: int, noun: str) -> str:
    """The noun behind its number, as Prefect's page says it, which speaks English: "1 cell", "2 cells"."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


@thin("Read")
def read(workbook: Path) -> Book:
    """The workbook's cells."""
    logger = get_run_logger()
    try:
        book = steps.read(workbook)
    except Unreadable as refusal:
        if refusal.kind in PASSING and not is_last_try():
            logger.warning("%s Trying again in a moment.", refusal)
        raise
    cells, sheets = number_of(book.cells.height, "cell"), number_of(len(book.sheets), "sheet")
    logger.info("%s has %s on %s.", book.name, cells, sheets)
    return book


read = read.with_options(
    retries=len(AGAIN_AFTER), retry_delay_seconds=AGAIN_AFTER, retry_condition_fn=may_pass
)


@thin("Clean")
def clean(book: Book) -> Cleaned:
    """The facts, and what is wrong with the cells: each complaint in the run's log."""
    cleaned = steps.clean(book)
    logger = get_run_logger()
    for problem in cleaned.problems[:LOGGED]:
        logger.warning("%s", problem)
    beyond = len(cleaned.problems) - LOGGED
    if beyond > 0:
        logger.warning("... and %d more, in the table of what is to fix.", beyond)
    if not cleaned.problems:
        logger.info("Every row can be used.")
    return cleaned


@thin("Find")
def find(cleaned: Cleaned, order: Order) -> Findings:
    """What follows from the facts: how much, and each row set aside, in the run's log."""
    findings = steps.find(cleaned, order)
    logger = get_run_logger()
    for row in findings.set_aside:
        if row.category == "to_resolve":
            logger.warning("%s, row %d is set aside until it is resolved.", row.origin.sheet, row.origin.row)
    commitments = number_of(len(findings.commitments), "commitment")
    logger.info("As of %s: %s, %s.", order.as_of, commitments, number_of(len(findings.demands), "demand"))
    return findings


@thin("Compose")
def compose(examined: steps.Examined, order: Order) -> dict[str, Briefing]:
    """What is to be printed, for each language; rendering leaves it at that where its core fits two pages."""
    if order.previous:
        get_run_logger().info("Compared with the edition before, %s.", order.previous_name)
    return {language: steps.compose(examined, order, language) for language in order.languages}


@thin("Render")
def render(examined: steps.Examined, order: Order, language: str, first: Briefing, slack: float) -> Rendered:
    """The finished pages, with at least that slack."""
    logger = get_run_logger()
    logger.info("Setting the pages in %s.", LANGUAGES[language])
    drawn = printing.render(examined, order, language, first, slack)
    logger.info("%s: every word of every printed cell was found on the pages.", LANGUAGES[language])
    return drawn


@thin("Keep")
def keep(order: Order, examined: steps.Examined, drawn: dict[str, Rendered]) -> Edition:
    """The edition on the shelf."""
    edition = keeping.keep(settings.outputs(), order, examined, drawn)
    get_run_logger().info("Kept as edition no. %d, %s.", edition.number, edition.folder.name)
    return edition
