"""A workbook that is sent: checked as `onrecord check` does before anything is kept, then kept or refused."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import UploadFile
from starlette.exceptions import HTTPException
from starlette.responses import RedirectResponse

from flows.reading_room import guards, home, inbox
from flows.reading_room.wording import said
from flows.workbook.read import Unreadable

if TYPE_CHECKING:
    from starlette.responses import Response

    from flows.reading_room.asked import Asked

FIELDS, FIELD_BYTES = 4, 4096  # of a form that sends one file; the room's own has a single field


async def take(asked: Asked) -> Response:
    """Where to go on: the workbook's check once it is kept, or the first page with the reason why not.

    Raises `HTTPException`: 403 for a form no page of the room has sent, 400 for what is no form.
    """
    request, most = asked.request, asked.room.most
    if not guards.from_here(request):
        raise HTTPException(403)
    try:
        reading = guards.limited(request, most + guards.AROUND)
        async with reading.form(max_files=1, max_fields=FIELDS, max_part_size=FIELD_BYTES) as form:
            if not guards.known(request, form.get("token")):
                raise HTTPException(403)
            sent = form.get("workbook")
            if not isinstance(sent, UploadFile) or not sent.filename:
                return await run_in_threadpool(_refused, asked, said("no_file", asked.language))
            return await run_in_threadpool(_taken, asked, inbox.settled(sent.filename), sent.file)
    except guards.TooMuch:
        told = said("too_much", asked.language, most=asked.room.megabytes)
        return await run_in_threadpool(_refused, asked, told, 413)


def _refused(asked: Asked, why: str, status: int = 422) -> Response:
    return home.show(asked, why, status)


def _taken(asked: Asked, name: str, file: BinaryIO) -> Response:
    """The file checked under its own name, then stored under it."""
    language = asked.language
    if fault := inbox.fault_of(name):
        return _refused(asked, _of_name(fault, name, language))
    content = file.read(asked.room.most + 1)
    if len(content) > asked.room.most:
        return _refused(asked, said("too_much", language, most=asked.room.megabytes), 413)
    if refusal := _unreadable(asked, name, content):
        return _refused(asked, refusal)
    try:
        came = asked.room.inbox.store(name, content)
    except OSError as error:
        return _refused(asked, said("disk", language, why=error.strerror or error), 507)
    return RedirectResponse(asked.to.check(name, came), 303)


def _of_name(fault: str, name: str, language: str) -> str:
    """Why nothing is kept under that name."""
    if fault == "lock_file":
        return Unreadable("lock_file_unnamed", name).sentence(language)
    return said(fault, language, file=name.replace("\0", "�"))


def _unreadable(asked: Asked, name: str, content: bytes) -> str | None:
    """Why the content cannot be read as a workbook; None where it can."""
    with tempfile.TemporaryDirectory() as folder:
        workbook = Path(folder) / name
        workbook.write_bytes(content)
        reading = asked.room.readings.of(workbook, asked.room.inbox.folder).result()
    return reading.refusal.sentence(asked.language) if reading.refusal else None
