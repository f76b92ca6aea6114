"""The other side of `apart`: a process of its own in which a workbook is given its marks.

On its standard input a line of JSON, then the workbook's bytes; on its standard output the same the other way
round: a line that says what came of it, then the copy.
"""

from __future__ import annotations

import gc
import json
import sys
import traceback

from flows.workbook.annotating import marking
from flows.workbook.annotating.refusals import CannotMark
from flows.workbook.problems import Cell, Problem
from flows.workbook.reading.child import confine
from flows.workbook.reading.limits import Limits
from flows.workbook.reading.refusals import Unreadable


def main() -> None:
    """Answer for the workbook on standard input."""
    asked, _, content = sys.stdin.buffer.read().partition(b"\n")
    gc.disable()  # a short life
    request = json.loads(asked)
    limits = Limits(**request["limits"])
    confine(limits)
    answer = _whether_a_copy if request["problems"] is None else _answer
    said, copy = answer(request, content, limits)
    sys.stdout.buffer.write(json.dumps(said).encode() + b"\n" + copy)
    sys.stdout.buffer.flush()


def _whether_a_copy(
    _request: dict[str, object], content: bytes, limits: Limits
) -> tuple[list[object], bytes]:
    return ["done", marking.is_copy(content, limits)], b""


def _answer(request: dict[str, object], content: bytes, limits: Limits) -> tuple[list[object], bytes]:
    try:
        told = [_problem(each) for each in request["problems"]]  # type: ignore[attr-defined]
        file, language = str(request["file"]), str(request["language"])
        copy = marking.annotated(content, told, language, file, limits)
        return ["done", marking.ending(content, file, limits)], copy
    except Unreadable as refusal:
        return ["unreadable", refusal.kind, refusal.detail], b""
    except CannotMark as refusal:
        traceback.print_exc()
        return ["cannot", refusal.kind], b""
    except MemoryError:
        return ["cannot", "too_heavy"], b""
    except Exception:  # noqa: BLE001 - a file is not to take the run down, whatever it makes the program stumble over
        traceback.print_exc()
        return ["cannot", "crashed"], b""


def _problem(told: dict[str, object]) -> Problem:
    return Problem(Cell(**told.pop("cell")), **told)  # type: ignore[arg-type]
