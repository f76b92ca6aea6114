"""The last step: an edition's files put together and kept, each fingerprinted in its manifest."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from flows import earlier, to_fix
from flows.document import file
from flows.edition import manifest, same, store
from flows.record import as_json
from flows.record.plain import json_text, plain, strings
from flows.report import Edition
from flows.workbook import problems as complaints
from flows.workbook import unseen
from flows.workbook.unprinted import unprinted

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime
    from pathlib import Path

    from flows.document.render import Rendered
    from flows.edition import guard
    from flows.order import Order
    from flows.steps import Examined
    from flows.workbook.logos.found import Logo
    from flows.workbook.unprinted import Unprinted


@dataclass(frozen=True, slots=True)
class Beside:
    """An edition's files but for its pages, and what follows from where on these its passages stand."""

    leaving: dict[str, bytes]
    for_the_team: dict[str, bytes]  # the workbook handed back: it does not go out
    unprinted: Unprinted
    search: guard.Search  # for words of the unprinted cells, in what leaves


def beside(order: Order, examined: Examined) -> Beside:
    """All that can be put together while the pages are drawn, and looked through for what may not leave."""
    from flows.document import digest  # noqa: PLC0415 - loaded by now, but not by a mere check
    from flows.edition import guard  # noqa: PLC0415 - it reads PDFs, which a mere check does not

    findings, kept = examined.findings, unprinted(examined.book)
    leaving = {
        "record.json": as_json.canonical(findings, problems=examined.cleaned.counted).encode(),
        "changes.json": earlier.kept(examined.changes, findings),
        "problems.json": json_text(complaints.as_json(examined.cleaned.problems)).encode(),
        **for_the_team(order, examined),
        digest.NAME: digest.digest(findings, examined.changes, order.number, order.languages),
    }
    search = guard.Search(kept.secret)
    search.ahead({name: content for name, content in leaving.items() if goes_out(name)})
    return Beside(leaving, to_fix.of_edition(examined.book, examined.cleaned), kept, search)


def goes_out(name: str) -> bool:
    """Whether words of that file may leave."""
    from flows.document.digest import NAME as WORDS  # noqa: PLC0415 - as above
    from flows.edition import guard  # noqa: PLC0415 - as above

    return guard.may_leave(name) or name == WORDS


def keep(
    outputs: Path,
    order: Order,
    examined: Examined,
    drawn: Mapping[str, Rendered],
    ready: Beside | None = None,
) -> Edition:
    """The edition on the shelf, whole, with its record, its problems, its trace and its manifest.

    Where there are problems, the workbook with notes in its cells lies beside them. `ready` is what was put
    together already.

    Raises `CannotKeep` when the disk refuses, or a file that may go out holds what is kept from view; nothing
    of it is left behind then.
    """
    from flows.document import markup  # noqa: PLC0415 - loaded by now, but not by a mere check
    from flows.document.tracing import trace  # noqa: PLC0415 - the same

    ready, grids = ready or beside(order, examined), examined.cleaned.grids
    traced = {
        language: pages.traced or trace.of_language(examined.findings, grids, language, pages.passages)
        for language, pages in drawn.items()
    }
    files = {**documents(drawn), **ready.leaving, trace.NAME: trace.trace(traced)}
    engines = dict(next(iter(drawn.values())).versions)
    held_back(files, order, examined, drawn, ready)
    files |= ready.for_the_team
    files[manifest.NAME] = manifest.seal(made(order, examined), files, markup.TEMPLATES, engines)
    return of(store.keep(outputs, store.stem(examined.book.name), order.as_of, files))


def for_the_team(order: Order, examined: Examined) -> dict[str, bytes]:
    """The page of what is to be put right, and its data: neither ever goes out."""
    from flows.mending import kept, page  # noqa: PLC0415 - as above

    told = kept.told(examined.book, examined.cleaned, examined.findings, order.previous)
    return {kept.PAGE: page.html(told).encode(), kept.DATA: kept.content(told, examined.cleaned)}


def held_back(
    files: Mapping[str, bytes],
    order: Order,
    examined: Examined,
    drawn: Mapping[str, Rendered],
    ready: Beside,
) -> None:
    """See that none of the files that may go out holds words of a cell that is kept from view.

    Raises `CannotKeep` ("leak") with the file and the cell.
    """
    from flows.edition import guard  # noqa: PLC0415 - as above

    kept = ready.unprinted
    before = strings(plain(order.previous.record)) if order.previous else ()  # what stood there is told (R9)
    pages = {file(language, "pdf"): pages.html for language, pages in drawn.items()}
    leaving = {name: content for name, content in files.items() if goes_out(name)}
    guard.let_out(leaving, kept.secret, (*kept.printed, *before, examined.book.name), pages, ready.search)


def documents(drawn: Mapping[str, Rendered]) -> dict[str, bytes]:
    """Each language's briefing, as a PDF and for the screen, by the names of the files."""
    pdfs = {file(language, "pdf"): pages.pdf for language, pages in drawn.items()}
    return pdfs | {file(language, "html"): pages.screen.encode() for language, pages in drawn.items()}


def made(order: Order, examined: Examined) -> manifest.Made:
    """How the edition came about, for its manifest."""
    book, logo = examined.book, examined.cleaned.logo
    return manifest.Made(
        asked=asked(order, book.name, book.sha256, logo),
        release=examined.findings.release,
        holds=examined.findings.holds,
    )


def asked(order: Order, workbook: str, sha256: str, logo: Logo | None) -> manifest.Asked:
    """What the edition is made from."""
    return manifest.Asked(
        workbook=workbook,
        sha256=sha256,
        number=order.number,
        as_of=order.as_of,
        next_on=order.next_on,
        languages=order.languages,
        extent=order.extent,
        previous=order.previous_name,
        logo=(logo.name, logo.sha256) if logo else None,
    )


def kept_already(  # noqa: PLR0913 - all that it is recognised by
    outputs: Path,
    order: Order,
    workbook: str,
    sha256: str,
    logo: Logo | None = None,
    *,
    not_before: datetime = same.EVER,
) -> Edition | None:
    """The edition made from the very same before, but since that instant.

    None where there is none, or it is no longer whole.
    """
    from flows.document import markup  # noqa: PLC0415 - not for a mere check
    from flows.document.paper import engine  # noqa: PLC0415 - the same

    wanted = asked(order, workbook, sha256, logo)
    folder = same.same(outputs, wanted, markup.TEMPLATES, engine.versions, not_before)
    return of(folder) if folder else None


def of(folder: Path) -> Edition:
    """An edition on the shelf, as whoever asked for it wants to hear of it.

    Raises `CannotKeep` when the folder holds none.
    """
    kept = manifest.read(folder)
    record = json.loads((folder / "record.json").read_bytes())
    problems = json.loads((folder / "problems.json").read_bytes())
    return Edition(
        folder=folder,
        number=kept.number,
        release=kept.release,
        holds=kept.holds,
        to_resolve=sum(row["category"] == "to_resolve" for row in record["set_aside"]),
        problems=len(problems),
        pdfs=tuple(folder / file(language, "pdf") for language in kept.languages),
        unseen=unseen.kept(problems),
    )
