"""What Prefect's page shows of an edition: its key points, its problems, and links to its PDFs.

And what its log leaves out: Prefect's own trace of a refusal, whose sentence stands there already.
"""

from __future__ import annotations

import logging
import re
from typing import TYPE_CHECKING
from unicodedata import normalize
from urllib.parse import quote

from prefect import get_run_logger
from prefect.artifacts import create_link_artifact, create_markdown_artifact, create_table_artifact
from prefect.exceptions import FailedRun

from flows import settings, steps
from flows.report import told

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from flows.document.compose import Briefing
    from flows.report import Edition
    from flows.workbook.problems import Problem

LOGS = ("prefect.flow_runs", "prefect.task_runs")
ROWS = 300  # of the table; a longer one makes the page slow, and all are in problems.json
BARE = re.compile(r"(?i)\b(?:https?|ftp|mailto|www)(?=\\[:.])")  # what Prefect's page would make a link of
MARKS = re.compile(r"([\\`*_{}\[\]()<>#+\-.!|~$&:])")


def publish(edition: Edition, briefing: Briefing, problems: Sequence[Problem], outputs: Path) -> None:
    """Say in the log where the edition's PDFs are, and show it beside its run with the briefing's key points.

    A page that cannot show it is a warning in the log: the edition is kept all the same.
    """
    links = {pdf: link(pdf, outputs) for pdf in edition.pdfs}
    logger = get_run_logger()
    for pdf, address in links.items():
        logger.info("PDF: %s", f"{settings.origin()}{address}" if settings.origin() else pdf)
    try:
        screens = {page: link(page, outputs) for page in (pdf.with_suffix(".html") for pdf in edition.pdfs)}
        show(edition, links, summary(edition, briefing, {**links, **screens}), problems)
    except Exception as error:  # noqa: BLE001 - whatever it is, it comes after the edition and cannot undo it
        logger.warning("The edition is kept, but this page cannot show it: %s", error)


def show(edition: Edition, links: Mapping[Path, str], words: str, problems: Sequence[Problem]) -> None:
    """The artifacts: the edition in short, its problems, a link to each PDF."""
    create_markdown_artifact(
        words,
        key=key("briefing", edition),
        description=f"{edition.release.capitalize()} edition no. {edition.number}: {to_click(links)}",
    )
    create_table_artifact(table(problems), key=key("problems", edition), description=counted(problems))
    for pdf, address in links.items():
        create_link_artifact(
            address, link_text=pdf.name, key=key(pdf.stem, edition), description=to_click({pdf: address})
        )


def key(name: str, edition: Edition) -> str:
    """The artifact's key: one for each edition, for Prefect's page shows all of a key as one thing.

    With a key for all editions the card of an old run led to the newest one's PDF.
    """
    folder = f"{edition.folder.parent.name} {edition.folder.name}"
    letters = normalize("NFKD", folder).encode("ascii", "ignore").decode().lower()
    return "-".join([name, *re.findall(r"[a-z0-9]+", letters)])


def link(pdf: Path, outputs: Path) -> str:
    """The address of a PDF on the server that shows the page; relative, so that it holds on every port."""
    return f"{settings.SHELF}/{quote(pdf.relative_to(outputs).as_posix())}"


def to_click(links: Mapping[Path, str]) -> str:
    """The PDFs by their names, as Markdown to click on."""
    return " · ".join(f"[{plain(pdf.name)}]({address})" for pdf, address in links.items())


def counted(problems: Sequence[Problem]) -> str:
    """How much there is to mend, for those who do not open the table."""
    if not problems:
        return "Nothing to mend"
    return f"{len(problems)} to mend or to look at, cell by cell"


def without_traces() -> None:
    """Keep the trace of a refusal out of the run's log; that of a fault of the program stays."""
    for name in LOGS:
        logging.getLogger(name).addFilter(tells)


def tells(line: logging.LogRecord) -> bool:
    """Whether a line of the log is more than the trace of a step that has said why it refused."""
    if not line.exc_info:
        return True
    kind = line.exc_info[0]  # None where Prefect logs a trace and there is none
    return kind is not None and not issubclass(kind, (FailedRun, *steps.REFUSALS))


def summary(edition: Edition, briefing: Briefing, links: Mapping[Path, str]) -> str:
    """The edition in short, as Markdown: release, links, and the key points as this briefing prints them."""
    from flows.document import compose  # noqa: PLC0415 - loaded by the run already, but not by the form

    points = compose.key_points(briefing)
    return "\n".join(
        [
            plain(told(edition, "en")),
            "",
            to_click(links),
            "",
            "**Key points**",
            "",
            *(f"- {plain(point)}" for point in points),
        ]
    )


def plain(words: str) -> str:
    """Words that may come from a cell, as Markdown that shows them as typed: no mark, no address counts."""
    one_line = words.replace("\n", " ").replace("\r", " ")
    return BARE.sub("\\g<0>\u2060", MARKS.sub(r"\\\1", one_line))


def table(problems: Sequence[Problem]) -> list[dict[str, str]]:
    """One row a problem: the cell, what is wrong, what to do. A row that says so where there is none."""
    if not problems:
        return [row("–", "Nothing: every row could be used.", "–")]
    shown = [row(str(problem.cell), problem.message, problem.fix) for problem in problems[:ROWS]]
    beyond = len(problems) - ROWS
    return [*shown, row("…", f"{beyond} more", "All are in problems.json.")] if beyond > 0 else shown


def row(cell: str, wrong: str, fix: str) -> dict[str, str]:
    """A row of the table, its words kept from being read as a link."""
    words = {"Cell": cell, "What is wrong": wrong, "What to do": fix}
    return {title: text.replace("](", "] (") for title, text in words.items()}
