"""A workbook given its marks in a process with limits on time and memory, as it is read in one."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import asdict
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


def annotated(
    content: bytes,
    problems: Sequence[Problem],
    language: str,
    file: str,
    limits: Limits = Limits(),  # noqa: B008 - a frozen value
) -> bytes:
    """What `marking.annotated` gives, and raises, without a fault of the file being one of this process."""
    about = {"file": file, "language": language, "limits": asdict(limits)}
    asked = json.dumps(about | {"problems": [asdict(problem) for problem in problems]})
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
        return copy
    told = ChildProcessError(run.stderr.decode(errors="replace"))
    if answer[0] == "unreadable":
        raise Unreadable(answer[1], file, answer[2]) from told
    raise CannotMark(answer[1], file) from told


def _command() -> list[str]:
    room = Path(__file__).resolve().parent.parent
    places = json.dumps([[entry for entry in sys.path if entry], str(room), str(room.parent)])
    return [sys.executable, "-I", "-X", "utf8", "-c", OPENING, places]
