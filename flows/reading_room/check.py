"""The check of one workbook: every complaint in reading order, and what it was before."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from starlette.exceptions import HTTPException
from starlette.responses import FileResponse

from flows.document.wording import dates
from flows.reading_room import pages
from flows.reading_room.home import state
from flows.reading_room.wording import said

if TYPE_CHECKING:
    from starlette.responses import Response

    from flows.reading_room.asked import Asked
    from flows.reading_room.inbox import Former, Workbook
    from flows.workbook.problems import Problem

CAME = ("new", "replaced", "same")
SHOWN = 500  # complaints; a longer page is slow, and nobody mends so many in one sitting
LONGEST = 300  # letters of what stands in a cell
KINDS = {
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ".xlsm": "application/vnd.ms-excel.sheet.macroEnabled.12",
    ".xlsb": "application/vnd.ms-excel.sheet.binary.macroEnabled.12",
    ".xls": "application/vnd.ms-excel",
    ".ods": "application/vnd.oasis.opendocument.spreadsheet",
    ".csv": "text/csv",
}


@dataclass(frozen=True, slots=True)
class Remark:
    """A complaint as the page shows it."""

    cell: str
    weight: str
    severe: bool
    message: str
    found: str | None  # as typed, its beginning at least; None where nothing stands there
    fix: str


@dataclass(frozen=True, slots=True)
class Version:
    """A former version in the list."""

    replaced: str
    address: str
    name: str


def show(asked: Asked) -> Response:
    """The page.

    Raises `HTTPException` (404) where there is no such workbook.
    """
    workbook, language = _workbook(asked), asked.language
    reading = asked.room.readings.of(workbook.path).result()
    came = asked.request.query_params.get("came")
    return pages.page(
        "check",
        asked.to,
        name=workbook.name,
        came=said(f"came_{came}", language, name=workbook.name) if came in CAME else None,
        saved=workbook.saved(language),
        state=state(reading, language),
        refused=reading.refusal.sentence(language) if reading.refusal else None,
        remarks=[_remark(problem, language) for problem in reading.problems[:SHOWN]],
        more=max(0, len(reading.problems) - SHOWN),
        written_in=reading.language,
        former=[_version(asked, workbook, one) for one in asked.room.inbox.former(workbook.name)],
    )


def former(asked: Asked) -> Response:
    """The file of a former version.

    Raises `HTTPException` (404) where there is none of that name.
    """
    workbook, version = _workbook(asked), asked.part("version")
    for one in asked.room.inbox.former(workbook.name):
        if one.name == version:
            name = f"{workbook.path.stem} {one.replaced_at:%Y-%m-%d %H.%M.%S} UTC{one.path.suffix}"
            return FileResponse(one.path, media_type=KINDS[one.path.suffix], filename=name)
    raise HTTPException(404)


def _workbook(asked: Asked) -> Workbook:
    found = asked.room.inbox.workbook(asked.part("workbook"))
    if found is None:
        raise HTTPException(404)
    return found


def _remark(problem: Problem, language: str) -> Remark:
    found = problem.found if len(problem.found) <= LONGEST else problem.found[:LONGEST] + " […]"
    return Remark(
        cell=str(problem.cell),
        weight=said(problem.severity, language),
        severe=problem.severity == "error",
        message=problem.message,
        found=found if found.strip() else None,
        fix=problem.fix,
    )


def _version(asked: Asked, workbook: Workbook, version: Former) -> Version:
    language, moment = asked.language, version.replaced_at
    day, time = dates.day(moment.date(), language), dates.clock(moment, language)
    replaced = said("replaced", language, day=day, time=time)
    return Version(replaced, asked.to.former(workbook.name, version.name), version.name)
