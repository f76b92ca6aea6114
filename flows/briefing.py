"""The flow that makes an edition: the steps as Prefect tasks, and what Prefect's page shows of them.

`python -m flows.briefing` runs it once (see `once`).
"""

from __future__ import annotations

import sys

if __name__ == "__main__":
    # The settings have to stand before Prefect is imported below, so the run starts from another file.
    from flows.cli import stoppable

    def run_once() -> int:
        """The exit code of `once`."""
        from flows import once  # noqa: PLC0415 - Ctrl-C may come while it loads

        return once.main()

    sys.exit(stoppable(run_once))

from contextlib import contextmanager
from datetime import date  # noqa: TC003 - not only for checkers: Prefect reads it
from functools import cache, wraps
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, TypeVar

from prefect import flow, get_run_logger, runtime, task
from prefect.cache_policies import NO_CACHE
from prefect.client.schemas.objects import State  # not only for checkers: Prefect reads it
from prefect.states import Completed, Failed
from pydantic import Field

from flows import earlier, keeping, publishing, settings, steps, typed
from flows.document import LANGUAGES, Extent, Language
from flows.order import Order
from flows.report import told
from flows.serving import lifeline

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from flows.document.compose import Briefing
    from flows.document.render import Rendered
    from flows.record.findings import Findings
    from flows.report import Edition
    from flows.spoken import SaysWhy
    from flows.workbook.clean import Cleaned
    from flows.workbook.read import Book

Value = TypeVar("Value")
BOTH = [*LANGUAGES]
NAMES = {"en": "English", "fr": "French"}
LOGGED = 50  # complaints in a run's log; all of them are in its table and in problems.json


def asked(title: str, help_: str, **rules: Any) -> Any:  # noqa: ANN401 - what pydantic's Field takes and gives
    """A parameter's title and help in the form; Prefect drops those given the usual way."""
    return Field(json_schema_extra={"title": title, "description": help_}, **rules)


def run_name() -> str:
    """What a run is called: "facial-recognition.xlsx as of 2020-06-15"."""
    given = runtime.flow_run.parameters
    return f"{Path(given['workbook']).name} as of {day(given['as_of'])}"


def day(as_of: date | None) -> date:
    """The edition's date; where none was chosen, the day its run began."""
    return as_of or begun_on(str(runtime.flow_run.id))


@cache
def begun_on(_run: str) -> date:
    """The day on the wall where the run began; asked again past midnight it stays that day."""
    return typed.today()


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

        return task(name=name, persist_result=False, cache_policy=NO_CACHE)(done)

    return named


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
    book = steps.read(workbook)
    cells, sheets = number_of(book.cells.height, "cell"), number_of(len(book.sheets), "sheet")
    get_run_logger().info("%s has %s on %s.", book.name, cells, sheets)
    return book


@thin("Clean")
def clean(book: Book) -> Cleaned:
    """The facts, and what is wrong with the cells: each complaint in the run's log."""
    cleaned = steps.clean(book)
    logger = get_run_logger()
    for problem in cleaned.problems[:LOGGED]:
        logger.warning("%s", problem)
    beyond = len(cleaned.problems) - LOGGED
    if beyond > 0:
        logger.warning("... and %d more, in the table of problems.", beyond)
    return cleaned


@thin("Find")
def find(cleaned: Cleaned, order: Order) -> Findings:
    """What follows from the facts: each row set aside in the run's log."""
    findings = steps.find(cleaned, order)
    logger = get_run_logger()
    for row in findings.set_aside:
        if row.category == "to_resolve":
            logger.warning("%s, row %d is set aside until it is resolved.", row.origin.sheet, row.origin.row)
    return findings


@thin("Compose")
def compose(examined: steps.Examined, order: Order) -> dict[str, Briefing]:
    """What is to be printed, for each language; rendering leaves it at that where its core fits two pages."""
    return {language: steps.compose(examined, order, language) for language in order.languages}


@thin("Render")
def render(examined: steps.Examined, order: Order, language: str, first: Briefing, slack: float) -> Rendered:
    """The finished pages, with at least that slack."""
    return steps.render(examined, order, language, first, slack)


@thin("Keep")
def keep(order: Order, examined: steps.Examined, drawn: dict[str, Rendered]) -> Edition:
    """The edition on the shelf."""
    return keeping.keep(settings.outputs(), order, examined, drawn)


@flow(name="briefing", flow_run_name=run_name, persist_result=False)
def briefing(
    workbook: Annotated[
        str, asked("Workbook", "The name of a file in inputs, or a path to one.", min_length=1)
    ] = settings.SHIPPED,
    as_of: Annotated[date | None, asked("Edition as of", "The day it speaks of; none means today.")] = None,
    next_edition: Annotated[
        date | None, asked("Next edition on", "Terms that end before it are marked; none if not known.")
    ] = None,
    languages: Annotated[list[Language], asked("Languages", "One PDF for each.", min_length=1)] = BOTH,
    extent: Annotated[Extent, asked("Extent", "The core is two pages; full adds what it rests on.")] = "full",
) -> State[Any]:
    """Make an edition of a workbook: a PDF in each language, and the record behind them."""
    lifeline.follow_parent()
    publishing.without_traces()
    as_of = day(as_of)
    try:
        path = settings.workbook(workbook)
        order = Order(
            as_of=as_of,
            next_on=next_edition,
            languages=tuple(dict.fromkeys(languages)),
            extent=extent,
            previous=earlier.before(settings.outputs(), path.name, as_of),
        )
        edition = made(path, order)
    except steps.REFUSALS as refusal:
        return refused(refusal)
    return Completed(name=ended_as(edition), message=told(edition, "en"), data=edition)


def made(workbook: Path, order: Order) -> Edition:
    """The edition, on the shelf and on Prefect's page.

    Raises one of `steps.REFUSALS` by the first step that could not be done.
    """
    steps.ready(settings.outputs(), workbook)
    book = value(read(workbook))
    cleaned = value(clean(book))
    examined = steps.examined(book, cleaned, value(find(cleaned, order)), order)
    composed = value(compose(examined, order))

    def begun(language: str, slack: float) -> Callable[[], Rendered]:
        task_of_its_own = render.with_options(name=f"Render {NAMES[language]}")
        running = task_of_its_own.submit(examined, order, language, composed[language], slack)

        def pages() -> Rendered:
            running.wait()
            drawn: Rendered = value(running.state if running.state.is_failed() else running.result())
            return drawn

        return pages

    with drawing():
        drawn = steps.alike(order.languages, begun)
    edition: Edition = value(keep(order, examined, drawn))
    publishing.publish(edition, composed[order.languages[0]], cleaned.problems, settings.outputs())
    return edition


@contextmanager
def drawing() -> Iterator[None]:
    """While pages are drawn: what stops the flow, or one language, ends them all."""
    from flows.document.apart.process import stop_all  # noqa: PLC0415 - not before a page is made

    try:
        yield
    except BaseException:
        stop_all()
        raise


def ended_as(edition: Edition) -> str:
    """The name of the run's last state, as the list of runs shows it."""
    if edition.release == "final":
        return "Completed"
    if edition.to_resolve:
        return f"Completed: draft, {number_of(edition.to_resolve, 'row')} to resolve"
    return "Completed: draft"
