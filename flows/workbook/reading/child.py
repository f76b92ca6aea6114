"""A process of its own in which a file is checked and read, so that no file can take the flow down with it.

It is given the file's bytes on its standard input and answers in lines of JSON: cells, some thousands a line,
then the sheets, or else the reason for refusing. Its memory and its time are limited. It knows no Polars.
"""

from __future__ import annotations

import gc
import json
import sys
import traceback
import warnings
from typing import IO, TYPE_CHECKING, Any

from flows.workbook.reading.doors import entered
from flows.workbook.reading.gathered import Volume
from flows.workbook.reading.guard import checked
from flows.workbook.reading.limits import Limits
from flows.workbook.reading.listing import listed
from flows.workbook.reading.refusals import Unreadable, too_many_values
from flows.workbook.reading.saved import saved_on

if TYPE_CHECKING:
    from collections.abc import Generator, Iterator

    from flows.workbook.reading.doors.told import Told
    from flows.workbook.reading.guard import Sheet
    from flows.workbook.reading.listing import Row
    from flows.workbook.reading.package import Package
    from flows.workbook.reading.shared import Shared

BATCH = 2_000
LONG_BATCH = 20_000
# openpyxl would load them, but there are no pictures and no sums here, and document types are refused before.
NOT_NEEDED = ("numpy", "PIL", "lxml", "defusedxml")

Message = tuple[str, Any]
Ending = tuple[str | None, list[str]]
"""The first value left unread, if any, and the merged areas that hold a value."""


def main() -> None:
    """Answer for the file on standard input; its name and the limits are the last argument, as JSON."""
    answers = sys.stdout
    sys.stdout = sys.stderr  # what a library prints must not end up among the answers
    warnings.simplefilter("ignore")
    gc.disable()  # a short life, and looking for cycles among a million cells would double it
    request = json.loads(sys.argv[-1])
    limits = Limits(**request["limits"])
    confine(limits)
    send(answers, answer(request["file"], sys.stdin.buffer.read(), limits))


def send(answers: IO[str], messages: Iterator[Message]) -> None:
    """Write the messages a line each; the last one says why reading stopped, if it did before the end."""
    last: Message
    try:
        for message in messages:
            answers.write(json.dumps(message, ensure_ascii=False, allow_nan=False) + "\n")
    except Unreadable as refusal:
        last = ("refused", [refusal.kind, refusal.detail])
    except MemoryError:
        last = ("refused", ["too_heavy", None])
    except Exception:  # noqa: BLE001 - openpyxl raises whatever a damaged file makes it stumble over
        traceback.print_exc()
        last = ("refused", ["crashed", None])
    else:
        last = ("done", None)
    answers.write(json.dumps(last) + "\n")
    answers.flush()


def answer(file: str, content: bytes, limits: Limits) -> Iterator[Message]:
    """The cells of each sheet in tab order, in batches, then all sheets with where reading stopped.

    Last of all whether the days are numbered from 1904, and how the file was read.

    Raises `Unreadable` for a file that is refused.
    """
    told = entered.read(file, content, limits)
    yield from _by_another_door(told, limits) if told else _workbook(file, content, limits)


def _by_another_door(told: Told, limits: Limits) -> Iterator[Message]:
    sheets = []
    for index, sheet in enumerate(told.sheets):
        rows, beyond = listed(sheet, limits)
        yield from _batches(index, rows)
        sheets.append((sheet.name, sheet.hidden, beyond, ()))
    yield "sheets", sheets
    yield "from_1904", told.from_1904
    yield "reader", [told.reader, told.unseen, told.ways]


def _workbook(file: str, content: bytes, limits: Limits) -> Iterator[Message]:
    package, outline = checked(file, content, limits)
    for name in NOT_NEEDED:
        sys.modules.setdefault(name, None)  # type: ignore[arg-type]
    from flows.workbook.reading.shared import shared  # noqa: PLC0415 - openpyxl only once the file is known to be sound

    common = shared(package, outline)
    long = [limits.long(sheet.rows, sheet.values) for sheet in outline.sheets]
    volume = Volume(limits.many_characters if any(long) else limits.characters)
    sheets = []
    for index, sheet in enumerate(outline.sheets):
        by = _long if long[index] else _short
        beyond, merged = yield from by(index, package, sheet, common, volume)
        sheets.append((sheet.name, sheet.hidden, beyond, merged))
    yield "sheets", sheets
    yield "from_1904", outline.from_1904
    yield "saved_on", saved_on(package)


def _short(
    index: int, package: Package, sheet: Sheet, common: Shared, volume: Volume
) -> Generator[Message, None, Ending]:
    from flows.workbook.reading.sheets import Contents  # noqa: PLC0415 - with openpyxl, as above

    contents = Contents(package, sheet, common, volume)
    rows, beyond = listed(contents, package.limits)
    yield from _batches(index, rows)
    return beyond, contents.merged


def _long(
    index: int, package: Package, sheet: Sheet, common: Shared, volume: Volume
) -> Generator[Message, None, Ending]:
    """The quick way; the other one after all where the sheet turns out not to be written in order."""
    from flows.workbook.reading import quick, rowtext  # noqa: PLC0415 - with openpyxl, as above

    before = volume.characters
    try:
        rows = quick.Rows(package, sheet, common, volume)
        for batch in rows.batches(LONG_BATCH):
            yield "columns", [index, batch.told()]
    except rowtext.Irregular:
        yield "again", index
        volume.characters = before
        if sheet.values > package.limits.values:
            raise too_many_values(package.file, package.limits.values) from None
        return (yield from _short(index, package, sheet, common, volume))
    yield "cut", [index, rows.reach.right()]
    return rows.reach.beyond(), rows.merged_areas()


def _batches(index: int, rows: list[Row]) -> Iterator[Message]:
    for at in range(0, len(rows), BATCH):
        yield "cells", [index, rows[at : at + BATCH]]


def confine(limits: Limits) -> None:
    """Hold this process to its memory and its processor time, where the platform can."""
    try:
        import resource  # noqa: PLC0415 - not on Windows
    except ImportError:
        return
    wanted = {
        resource.RLIMIT_CORE: (0, 0),
        resource.RLIMIT_AS: (limits.memory, limits.memory),
        resource.RLIMIT_CPU: (limits.cpu_seconds, limits.cpu_seconds + 5),  # told first, then ended
    }
    for what, (most, last) in wanted.items():
        try:
            resource.setrlimit(what, (most, last))
        except (ValueError, OSError):  # macOS knows no limit on memory; a lower one may be set already
            continue
