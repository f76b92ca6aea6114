"""The flow that makes an edition: the tasks in their order, and what Prefect's page shows of them.

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

from datetime import UTC, date, datetime
from functools import cache
from typing import TYPE_CHECKING, Annotated, Any

from prefect import flow, runtime
from prefect.client.schemas.objects import State  # noqa: TC002 - not only for checkers: Prefect reads it
from prefect.context import FlowRunContext
from prefect.states import Completed
from pydantic import Field

from flows import earlier, handing_over, making, releasing, settings, typed, workbooks
from flows.approval import EVERYONE
from flows.document import LANGUAGES, Extent, Language
from flows.edition import same
from flows.order import Order, run_name
from flows.publishing import quiet
from flows.report import told
from flows.serving import lifeline
from flows.tasks import refused

if TYPE_CHECKING:
    from pathlib import Path

    from flows.report import Edition

BOTH = [*LANGUAGES]


def asked(title: str, help_: str, **rules: Any) -> Any:  # noqa: ANN401 - what pydantic's Field takes and gives
    """A parameter's title and help in the form; Prefect drops those given the usual way."""
    return Field(json_schema_extra={"title": title, "description": help_}, **rules)


def called() -> str:
    """What this run is called; the server has named it so already where it knew the day."""
    given = runtime.flow_run.parameters
    return run_name(given["workbook"], day(given["as_of"]))


def day(as_of: date | None) -> date:
    """The edition's date; where none was chosen, the day its run began."""
    return as_of or begun_on(str(runtime.flow_run.id))


@cache
def begun_on(_run: str) -> date:
    """The day on the wall where the run began, also where it goes on another day, or past midnight."""
    context = FlowRunContext.get()
    begun = context.flow_run.start_time if context and context.flow_run else None
    return begun.astimezone().date() if begun else typed.today()


@flow(name="briefing", flow_run_name=called, persist_result=False)
def briefing(  # noqa: PLR0913, PLR0917 - each is a field of the form
    workbook: Annotated[
        str, asked("Workbook", "A file in the folder inputs. The list follows the folder.", min_length=1)
    ] = settings.SHIPPED,
    as_of: Annotated[
        date | None, asked("Edition date", "The day the briefing speaks of. Empty: the day it is run.")
    ] = None,
    next_edition: Annotated[
        date | None,
        asked("Next edition date", "Terms that end before it are marked. Empty: not known."),
    ] = None,
    languages: Annotated[
        list[Language], asked("Languages", "One PDF for each: en is English, fr is French.", min_length=1)
    ] = BOTH,
    extent: Annotated[
        Extent, asked("Extent", "core: two pages that stand alone. full: all they rest on, too.")
    ] = "full",
    distribute: Annotated[  # noqa: FBT002 - a switch of the form, as the next two
        bool,
        asked("Distribute", "The run stops and asks before anything goes out: who gets what, and may it?"),
    ] = False,
    recipients: Annotated[
        str,
        asked("Recipients", "Whom it is for: everyone, or a group of the workbook’s sheet of recipients."),
    ] = EVERYONE,
    release_draft: Annotated[  # noqa: FBT002
        bool, asked("Release a draft", "Ask about a draft, too. Its pages say that it is one.")
    ] = False,
    afresh: Annotated[  # noqa: FBT002
        bool, asked("Make it anew", "Even where the same workbook, order and version gave an edition before.")
    ] = False,
) -> State[Any]:
    """Make an edition of a workbook: a PDF in each language, and the record behind them."""
    lifeline.follow_parent()
    quiet.without_traces()
    as_of = day(as_of)
    wish = releasing.Wish(
        str(runtime.flow_run.id), distribute=distribute, group=recipients, draft=release_draft
    )
    try:
        path = chosen(workbook)
        edition = releasing.asked_about(path, wish) or making.made(
            path, order(path, as_of, next_edition, languages, extent), since(afresh=afresh)
        )
        return releasing.released(path, edition, wish) or ended(edition)
    except handing_over.REFUSALS as refusal:
        return refused(refusal)


def since(*, afresh: bool) -> datetime:
    """From when on an edition made from the very same will do; where it is to be made anew, none.

    But for what this run itself had kept before it was cut off: that is not made again.
    """
    if not afresh:
        return same.EVER
    context = FlowRunContext.get()
    run = context.flow_run if context else None
    if run is not None and run.run_count > 1 and run.start_time is not None:
        return run.start_time
    return datetime.max.replace(tzinfo=UTC)


def chosen(workbook: str) -> Path:
    """The workbook meant: for the page a file of the folder inputs and no other; for make, any path.

    Whoever starts the run: a deployment is what the page offers, be it on this machine or on a worker's.

    Raises `NotThere` for every other name typed on the page.
    """
    on_the_page = runtime.deployment.id is not None or settings.origin() is not None
    return workbooks.path(settings.inputs(), workbook) if on_the_page else settings.workbook(workbook)


def order(
    path: Path, as_of: date, next_edition: date | None, languages: list[Language], extent: Extent
) -> Order:
    """The edition asked for, with the one before it.

    Raises `Impossible` or `CannotKeep` where the two dates, or the shelf, are against it.
    """
    return Order(
        as_of=as_of,
        next_on=next_edition,
        languages=tuple(dict.fromkeys(languages)),
        extent=extent,
        previous=earlier.before(settings.outputs(), path.name, as_of),
    )


def ended(edition: Edition) -> State[Any]:
    """How the run ends where nothing is to go out."""
    return Completed(name=making.ended_as(edition), message=told(edition, "en"), data=edition)
