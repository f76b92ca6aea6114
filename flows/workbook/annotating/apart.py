"""A workbook given its marks in a process with limits on time and memory, as it is read in one."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

from flows.workbook.annotating.refusals import CannotMark
from flows.workbook.reading import process
from flows.workbook.reading.limits import Limits
from flows.workbook.reading.refusals import Unreadable

if TYPE_CHECKING:
    from collections.abc import Sequence

    from flows.workbook.problems import Problem

CHILD = "flows.workbook.annotating.child"


@dataclass(frozen=True, slots=True)
class Copy:
    """A workbook with its marks, and how its name has to end for Excel to open it."""

    content: bytes
    ending: str  # ".xlsx", or ".xlsm" with macros


def annotated(
    content: bytes,
    problems: Sequence[Problem],
    language: str,
    file: str,
    limits: Limits = Limits(),  # noqa: B008 - a frozen value
) -> Copy:
    """What `marking.annotated` gives, and raises, without a fault of the file being one of this process."""
    told = [asdict(problem) for problem in problems]
    said, copy = _answered(content, {"file": file, "language": language, "problems": told}, limits)
    return Copy(copy, str(said))


def is_copy(content: bytes, limits: Limits = Limits()) -> bool:  # noqa: B008 - a frozen value
    """What `marking.is_copy` gives; what cannot be read in time is no copy of ours."""
    try:
        return bool(_answered(content, {"file": "", "problems": None}, limits)[0])
    except CannotMark:
        return False


def _answered(content: bytes, request: dict[str, object], limits: Limits) -> tuple[object, bytes]:
    """What the process said of the workbook, and the copy it made."""
    file = str(request["file"])
    asked = json.dumps(request | {"limits": asdict(limits)})
    try:
        run = process.heard(CHILD, asked.encode() + b"\n" + content, limits)
    except process.Ended as ended:
        raise CannotMark(ended.kind, file) from ended.__cause__
    said, _, copy = run.stdout.partition(b"\n")
    answer = json.loads(said)
    if answer[0] == "done":
        return answer[1], copy
    if answer[0] == "unreadable":
        raise Unreadable(answer[1], file, answer[2]) from process.aside(run)
    raise CannotMark(answer[1], file) from process.aside(run)
