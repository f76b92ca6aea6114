"""An edition on Prefect's page: briefing, what changed, to fix, to fill in, numbers; its PDFs in the log."""

from __future__ import annotations

import json
from functools import partial
from typing import TYPE_CHECKING, Any

from prefect import get_run_logger
from prefect.artifacts import create_markdown_artifact, create_table_artifact
from prefect.client.orchestration import get_client
from prefect.client.schemas.actions import ArtifactUpdate
from prefect.client.schemas.filters import ArtifactFilter, ArtifactFilterKey
from prefect.client.schemas.sorting import ArtifactSort

from flows import earlier, settings
from flows.document import listing
from flows.edition import complaints, decisions
from flows.edition.refusals import CannotKeep
from flows.mending import kept
from flows.publishing import picture, tables
from flows.publishing.marked import LANGUAGES, key, link, plain, to_click
from flows.report import told

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from flows.report import Edition

LINES = 60  # of what changed; the briefing and `onrecord diff` have them all
RECENT = 10  # briefings of that name that are looked through; where it is none of them, it is composed anew
MANIFEST = "manifest"  # in a briefing's metadata: the fingerprint of the edition it shows


def publish(edition: Edition, points: Sequence[str], outputs: Path) -> None:
    """Say in the log where the edition's PDFs are, and show it beside its run.

    `points` are the key points as the first language prints them, as Markdown. A page that
    cannot show the edition is a warning in the log: it is kept all the same.
    """
    logger = get_run_logger()
    try:
        _artifacts(edition, points, outputs)
    except Exception as error:  # noqa: BLE001 - whatever it is, it comes after the edition and cannot undo it
        logger.warning("The edition is kept, but this page cannot show it: %s", error)
    for pdf in edition.pdfs:
        address = f"{settings.origin()}{link(pdf, outputs)}" if settings.origin() else pdf
        logger.info("PDF: %s", address)


def _artifacts(edition: Edition, points: Sequence[str], outputs: Path) -> None:
    """All of them; the last first, for the page has the newest on top."""
    named = partial(key, folder=edition.folder)
    record = content(edition.folder, "record.json")
    counted = tables.numbers(record, {pdf.name: picture.pages(pdf) for pdf in edition.pdfs})
    create_table_artifact(counted, key=named("numbers"), description="**Numbers** of this edition")
    _to_put_right(edition, outputs)
    create_markdown_artifact(changed(edition), key=named("changed"), description="**What changed**")
    clicks = " · ".join(f"[{opened(pdf)}]({link(pdf, outputs)})" for pdf in edition.pdfs)
    briefing: Any = create_markdown_artifact(  # outside a loop it waits itself
        summary(edition, points, outputs), key=named("briefing"), description=clicks
    )
    with get_client(sync_client=True) as client:
        manifest = {MANIFEST: decisions.fingerprint(edition.folder)}
        client.update_artifact(briefing, ArtifactUpdate(metadata_=manifest))


def _to_put_right(edition: Edition, outputs: Path) -> None:
    """What to fill in next, and above it what to fix: the list of problems.html, which both lead to."""
    named = partial(key, folder=edition.folder)
    problems = complaints.of(edition.folder) or ()
    mending = content(edition.folder, kept.DATA)
    page = to_click([edition.folder / kept.PAGE], outputs)
    best = f"**Next best rows:** blank cells that would unlock most · {page}"
    create_table_artifact(tables.next_rows(mending["next"]), key=named("next"), description=best)
    fix = " · ".join([f"**To fix:** {_to_mend(len(problems))}", page, *_besides(mending)])
    create_table_artifact(tables.to_fix(problems), key=named("to-fix"), description=fix)


def _besides(mending: Mapping[str, Any]) -> list[str]:
    """How much was settled since the edition before, and how much corrected automatically."""
    settled, corrected = len(mending["settled"]), len(mending["corrected"])
    told = [f"{settled} settled since {mending['compared_with']}"] if mending["compared_with"] else []
    return [*told, *([f"{corrected} corrected automatically"] if corrected else [])]


def opened(pdf: Path) -> str:
    """What a link to a PDF is called on the briefing's card, which shows some thirty letters."""
    return f"{LANGUAGES[pdf.stem.rsplit('-', 1)[-1]]} PDF"


def points_before(edition: Edition) -> list[str]:
    """The key points as an earlier run showed them of the very same edition, not only of one named so.

    None where there was no such run.
    """
    only = ArtifactFilter(key=ArtifactFilterKey(any_=[key("briefing", edition.folder)]))
    with get_client(sync_client=True) as client:
        named_so = client.read_artifacts(artifact_filter=only, sort=ArtifactSort.CREATED_DESC, limit=RECENT)
    made = decisions.fingerprint(edition.folder)
    found = [one for one in named_so if (one.metadata_ or {}).get(MANIFEST) == made]
    lines = str(found[0].data).splitlines() if found else []
    return [line.removeprefix("- ") for line in lines if line.startswith("- ")]


def content(folder: Path, name: str) -> Any:  # noqa: ANN401 - what JSON holds
    """What a file of the edition holds."""
    return json.loads((folder / name).read_bytes())


def _to_mend(problems: int) -> str:
    """How much there is to mend, for those who do not open the table."""
    return f"{problems} to mend or to look at, cell by cell" if problems else "nothing"


def summary(edition: Edition, points: Sequence[str], outputs: Path) -> str:
    """The edition in short, as Markdown: release, links, key points, page one as a picture."""
    screens = [pdf.with_suffix(".html") for pdf in edition.pdfs]
    shown = [
        f"**{plain(told(edition, 'en'))}**",
        f"To print and to send: {to_click(edition.pdfs, outputs)}",
        f"For the screen: {to_click(screens, outputs)}",
        f"For the team, to put right: {to_click([edition.folder / kept.PAGE], outputs)}",
        *(["**Key points**", "\n".join(f"- {point}" for point in points)] if points else []),
        picture.page_one(edition.pdfs[0]),
    ]
    return "\n\n".join(shown)


def changed(edition: Edition) -> str:
    """What changed since the edition before, as Markdown: a line a change, as `onrecord diff` has it."""
    before = content(edition.folder, "changes.json")["previous"]
    if before is None:
        return "No edition of this workbook came before: there is nothing to compare."
    try:
        found = earlier.between(edition.folder.parent / before["edition"], edition.folder)
    except CannotKeep as gone:
        return plain(gone.sentence("en"))
    first, *rest = listing.lines(found, "en")
    beyond = [f"… and {len(rest) - LINES} more: see the briefing."] if len(rest) > LINES else []
    return "\n".join([plain(first), "", *(f"- {plain(line)}" for line in rest[:LINES]), "", *beyond])
