"""A workbook given its marks in a process with limits on time and memory, as it is read in one."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from flows.workbook.annotating.refusals import CannotMark
from flows.workbook.reading.limits import Limits
from flows.workbook.reading.refusals import Unreadable

if TYPE_CHECKING:
    from collections.abc import Sequence

    from flows.workbook.problems import Problem

# The packages' own openings are passed over, so that the child stays free of what they load.
OPENING = """
import json, sys, types
sys.path[:], room, house = json.loads(sys.argv[1])
for name, folder in (("flows", house), ("flows.workbook", room)):
    sys.modules[name] = types.ModuleType(name)
    sys.modules[name].__path__ = [folder]
from flows.workbook.annotating import child
child.main()
"""


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
        run = subprocess.run(  # noqa: S603 - our own module, under the interpreter in use
            _command(), input=asked.encode() + b"\n" + content, capture_output=True,
            timeout=limits.wall_seconds, check=False,
        )  # fmt: skip
    except subprocess.TimeoutExpired as error:
        raise CannotMark("too_slow", file) from error
    said, _, copy = run.stdout.partition(b"\n")
    answer = json.loads(said) if said and not run.returncode else ["cannot", "too_heavy"]
    if answer[0] == "done":
        return answer[1], copy
    told = ChildProcessError(run.stderr.decode(errors="replace"))
    if answer[0] == "unreadable":
        raise Unreadable(answer[1], file, answer[2]) from told
    raise CannotMark(answer[1], file) from told


def _command() -> list[str]:
    room = Path(__file__).resolve().parent.parent
    places = json.dumps([[entry for entry in sys.path if entry], str(room), str(room.parent)])
    return [sys.executable, "-I", "-X", "utf8", "-c", OPENING, places]
