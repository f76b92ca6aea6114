"""An edition made by the tasks, one after the other, and shown on Prefect's page."""

from __future__ import annotations

from contextlib import contextmanager
from hashlib import sha256
from typing import TYPE_CHECKING

from prefect import get_run_logger
from prefect.utilities.annotations import (
    quote as whole,  # else Prefect looks through every cell of it, for each task: seconds
)

from flows import keeping, printing, settings, steps, tasks
from flows.edition import store
from flows.publishing import progress, show
from flows.publishing.marked import LANGUAGES, plain
from flows.spoken import said
from flows.tasks import number_of, value
from flows.workbook.read import Unreadable, snapshot

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from datetime import datetime
    from pathlib import Path

    from flows.document.compose import Briefing
    from flows.document.render import Rendered
    from flows.order import Order
    from flows.publishing.progress import Progress
    from flows.report import Edition

PICTURES = (".png", ".jpg", ".jpeg", ".svg")


def made(workbook: Path, order: Order, not_before: datetime) -> Edition:
    """The edition, on the shelf and on Prefect's page: the one made from the very same before, or a new one.

    One kept before that instant does not count.

    Raises one of `steps.REFUSALS` by the first step that could not be done.
    """
    steps.ready(settings.outputs(), workbook)
    before = unchanged(workbook, order, not_before)
    if before and (points := show.points_before(before)):
        return shown_again(before, points)
    with progress.shown() as done:
        book = value(tasks.read(workbook))
        done.reached(progress.READ)
        cleaned = value(tasks.clean(whole(book)))
        done.reached(progress.CLEANED)
        with store.alone(settings.outputs(), store.stem(workbook.name), waiting):
            kept = (settings.outputs(), order, book.name, book.sha256, cleaned.logo)
            before = keeping.kept_already(*kept, not_before=not_before)
            if before and (points := show.points_before(before)):
                return shown_again(before, points)
            examined = steps.examined(book, cleaned, value(tasks.find(whole(cleaned), order)), order)
            done.reached(progress.FOUND)
            composed = value(tasks.compose(whole(examined), order))
            done.reached(progress.COMPOSED)
            points = key_points(composed[order.languages[0]])
            return shown_again(before, points) if before else new(examined, order, composed, points, done)


def unchanged(workbook: Path, order: Order, not_before: datetime) -> Edition | None:
    """The edition made from the very same before, told by the file alone.

    None where pictures lie beside the workbook: which of them is its logo only its cells can tell.
    """
    try:
        if any(file.suffix.lower() in PICTURES for file in workbook.parent.iterdir()):
            return None
        content = snapshot(workbook)
    except (OSError, Unreadable):  # why it cannot be read is for the task to say
        return None
    fingerprint = sha256(content).hexdigest()
    return keeping.kept_already(settings.outputs(), order, workbook.name, fingerprint, not_before=not_before)


def waiting() -> None:
    """Say that another run has to end first."""
    get_run_logger().info(
        "Another run is making an edition of the same workbook: waiting until it has ended."
    )


def key_points(composed: Briefing) -> list[str]:
    """The key points as its language prints them, as Markdown."""
    from flows.document import compose  # noqa: PLC0415 - not before a page is made

    return [plain(point) for point in compose.key_points(composed)]


def shown_again(edition: Edition, points: Sequence[str]) -> Edition:
    """An edition made before, on the page of this run too."""
    logger = get_run_logger()
    logger.info(said("made_before", "en"))
    logger.info("To have it made all the same, choose “Make it anew” in the form.")
    show.publish(edition, points, settings.outputs())
    return edition


def new(
    examined: steps.Examined,
    order: Order,
    composed: dict[str, Briefing],
    points: Sequence[str],
    done: Progress,
) -> Edition:
    """A new edition, drawn, kept and shown."""
    with drawing():
        drawn = printing.alike(order.languages, drawn_by_tasks(examined, order, composed, done))
    edition: Edition = value(tasks.keep(order, whole(examined), whole(drawn)))
    show.publish(edition, points, settings.outputs())
    return edition


def drawn_by_tasks(
    examined: steps.Examined, order: Order, composed: dict[str, Briefing], done: Progress
) -> Callable[[str, float], Callable[[], Rendered]]:
    """How one language's pages are begun, each in a task of its own; what is given back waits for them."""
    each = (progress.DRAWN - progress.COMPOSED) / len(order.languages)

    def begun(language: str, slack: float) -> Callable[[], Rendered]:
        name = f"Render {LANGUAGES[language]}"
        task_of_its_own = tasks.render.with_options(name=name, task_run_name=name)
        running = task_of_its_own.submit(whole(examined), order, language, whole(composed[language]), slack)

        def pages() -> Rendered:
            running.wait()
            drawn: Rendered = value(running.state if running.state.is_failed() else running.result())
            done.further(each)
            return drawn

        return pages

    return begun


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
