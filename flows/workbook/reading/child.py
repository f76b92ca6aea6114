"""A process of its own in which a file is checked and read, so that no file can take the flow down with it.

It is given the file's bytes on its standard input and answers in lines of JSON: cells, some thousands a line,
then the sheets, or else the reason for refusing. Its memory and its time are limited. It knows no Polars.
"""

import gc
import json
import sys
import traceback
import warnings
from collections.abc import Iterator
from typing import IO, Any

from flows.workbook.reading.guard import checked
from flows.workbook.reading.limits import Limits
from flows.workbook.reading.refusals import Unreadable

BATCH = 2_000
# openpyxl would load them, but there are no pictures and no sums here, and document types are refused before.
NOT_NEEDED = ("numpy", "PIL", "lxml", "defusedxml")

Message = tuple[str, Any]


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

    Last of all whether the days are numbered from 1904.

    Raises `Unreadable` for a file that is refused.
    """
    package, outline = checked(file, content, limits)
    for name in NOT_NEEDED:
        sys.modules.setdefault(name, None)  # type: ignore[arg-type]
    from flows.workbook.reading.listing import listed  # noqa: PLC0415 - openpyxl only once the file is known to be sound
    from flows.workbook.reading.shared import shared  # noqa: PLC0415
    from flows.workbook.reading.sheets import Contents  # noqa: PLC0415

    common = shared(package, outline)
    sheets = []
    for index, sheet in enumerate(outline.sheets):
        rows, beyond = listed(Contents(package, sheet, common), limits)
        for at in range(0, len(rows), BATCH):
            yield "cells", [index, rows[at : at + BATCH]]
        sheets.append((sheet.name, sheet.hidden, beyond))
    yield "sheets", sheets
    yield "from_1904", outline.from_1904


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
