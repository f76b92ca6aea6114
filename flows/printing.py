"""An edition's pages, drawn in processes of their own; and all the steps to an edition, in order."""

from __future__ import annotations

from contextlib import ExitStack
from dataclasses import replace
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING

from flows import keeping, settings, steps
from flows.document.apart.process import Drawing, Standby, Undrawn
from flows.document.apart.work import Ways
from flows.document.paper.typeset import RenderingError
from flows.spoken import said
from flows.steps import CannotRender

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from flows.document.compose import Briefing
    from flows.document.render import Rendered
    from flows.order import Order
    from flows.report import Edition
    from flows.steps import Examined


def begin(  # noqa: PLR0913 - the last by name
    examined: Examined,
    order: Order,
    language: str,
    first: Briefing,
    slack: float = steps.NONE_FREE,
    *,
    standby: Standby | None = None,
) -> Drawing:
    """The pages of `first`, or of less where its core would not fit two pages with that slack, begun.

    They are drawn in a process of their own, which may stand by, with limits on its time and its memory.
    """
    ways = Ways(settings.pages_at_once(), settings.pages_kept())
    work = steps.work(examined, order, language)
    asked = replace(work, first=first, slack=slack, ways=ways, grids=examined.cleaned.grids)
    return Drawing(asked, settings.for_pages(), standby=standby)


def finish(drawing: Drawing) -> Rendered:
    """The finished pages.

    Raises `CannotRender` when a page could not be drawn whole, or not within the limits.
    """
    try:
        return drawing.finished()
    except RenderingError as error:
        raise CannotRender("not_whole", detail=str(error)) from error
    except Undrawn as error:
        raise CannotRender(error.kind, **error.blanks) from error
    except OSError as error:
        raise of_temporary(error) from error


def render(
    examined: Examined, order: Order, language: str, first: Briefing, slack: float = steps.NONE_FREE
) -> Rendered:
    """The finished pages, begun and waited for.

    Raises `CannotRender` as `finish` does.
    """
    return finish(begin(examined, order, language, first, slack))


def alike(
    languages: Iterable[str], begun: Callable[[str, float], Callable[[], Rendered]]
) -> dict[str, Rendered]:
    """Each language's pages, all with the same rows on their core pages: as many as fit in every language.

    `begun` begins to render one language with at least that slack, and gives back how to wait for it: all
    are drawn at the same time. One whose core fits with less than another needs is drawn again.
    """
    drawn: dict[str, Rendered] = {}
    missing, most = list(languages), steps.NONE_FREE
    while missing:
        waiting = [(language, begun(language, most)) for language in missing]
        drawn |= {language: pages() for language, pages in waiting}
        most = max(pages.slack for pages in drawn.values())
        missing = [language for language, pages in drawn.items() if pages.slack < most]
    return drawn


def of_temporary(error: OSError) -> OSError | CannotRender:
    """Why no page can be drawn without the temporary folder, which its fonts pass through.

    The error itself where it tells of another file.
    """
    folder = settings.temporary()
    if error.filename and not Path(str(error.filename)).is_relative_to(folder):
        return error
    return CannotRender("temporary", folder=folder, why=error.strerror or error)


def build(
    workbook: Path, order: Order, outputs: Path, tell: Callable[[str], None], language: str = "en"
) -> Edition:
    """All the steps in order; `tell` hears in `language` which one begins.

    Raises one of `REFUSALS`, as the steps do.
    """
    steps.ready(outputs, workbook)
    with ExitStack() as waiting:
        # They load while the workbook is read.
        ready = [Standby(settings.for_pages()) for _ in order.languages]
        for one in ready:
            waiting.callback(one.stop)
        tell(said("reading", language, file=workbook.name or workbook))
        book = steps.read(workbook)
        tell(said("cleaning", language))
        cleaned = steps.clean(book)
        tell(said("finding", language, as_of=order.as_of))
        thought = steps.examined(book, cleaned, steps.find(cleaned, order), order)
        beside = cache(partial(keeping.beside, order, thought))
        told = partial(_rendering, tell, language)
        drawn = all_drawn(thought, order, told, beside, ready)
    tell(said("keeping", language))
    return keeping.keep(outputs, order, thought, drawn, beside())


def _rendering(tell: Callable[[str], None], language: str, each: str) -> None:
    tell(said(f"rendering_{each}", language))


def all_drawn(
    examined: Examined,
    order: Order,
    tell: Callable[[str], None],
    meanwhile: Callable[[], object] = lambda: None,
    ready: Sequence[Standby] = (),
) -> dict[str, Rendered]:
    """Each language's pages; `tell` hears the language that begins. What stops one ends the others too.

    `meanwhile` is done while they are drawn, in the processes that are ready first.

    Raises `CannotRender` as `finish` does.
    """
    composed = {language: steps.compose(examined, order, language) for language in order.languages}
    left = list(ready)
    with ExitStack() as running:

        def begun(language: str, slack: float) -> Callable[[], Rendered]:
            tell(language)
            standby = left.pop() if left else None
            drawing = begin(examined, order, language, composed[language], slack, standby=standby)
            running.callback(drawing.stop)
            return partial(waited, drawing)

        def waited(drawing: Drawing) -> Rendered:
            meanwhile()
            return finish(drawing)

        return alike(order.languages, begun)
