"""A process that hands every hostile file to what reads them, each in a process of its own, measured.

    python -m tests.workbook.hostile.forked [EVERY]

Prints a line of JSON for each, or for every so-manieth. The processes are copies of this one, which has
loaded already what each would have to load first: so all of them take no longer than some dozens that begin
from nothing.
"""

import json
import os
import signal
import sys
import tempfile
from typing import Any

from flows.workbook.reading import child
from flows.workbook.reading.limits import Limits
from flows.workbook.reading.refusals import Unreadable
from tests.workbook.broken import Broken
from tests.workbook.hostile import files
from tests.workbook.hostile.tame import Tame

LONGEST = 20  # seconds until a file's process is ended


def main(every: int = 1) -> None:
    """Tell of each file what came of it, the seconds its process worked and the bytes it took at most."""
    for name in child.NOT_NEEDED:
        sys.modules.setdefault(name, None)  # type: ignore[arg-type]
    from flows.workbook.reading import listing  # noqa: F401, PLC0415 - only here, so that each copy has it

    for case in files.everything()[::every]:
        sys.stdout.write(json.dumps({"what": case.what} | _told(case)) + "\n")


def _told(case: Broken | Tame) -> dict[str, Any]:
    name, content = getattr(case, "name", "team.xlsx"), case.build()
    with tempfile.TemporaryFile("w+", encoding="utf-8") as answers:
        process = os.fork()
        if not process:
            _answer(name, content, answers.fileno())
        _, ended, used = os.wait4(process, 0)
        answers.seek(0)
        said = _said(name, [json.loads(line) for line in answers])
    memory = used.ru_maxrss * (1 if sys.platform == "darwin" else 1024)
    return said | {"ended": ended, "seconds": used.ru_utime + used.ru_stime, "memory": memory}


def _answer(name: str, content: bytes, into: int) -> None:
    """What the process of a file does, and nothing after it."""
    signal.alarm(LONGEST)
    limits = Limits()
    child.confine(limits)
    with os.fdopen(into, "w", encoding="utf-8") as answers:
        child.send(answers, child.answer(name, content, limits))
    os._exit(0)


def _said(name: str, messages: list[list[Any]]) -> dict[str, Any]:
    said = dict(messages)
    if "refused" in said:
        refused = Unreadable(said["refused"][0], name, said["refused"][1])
        sentences = {language: refused.sentence(language) for language in ("en", "fr")}
        return {"kind": refused.kind, "detail": refused.detail} | sentences
    rows = [row for kind, payload in messages if kind == "cells" for row in payload[1]]
    tabs = [name for name, *_ in said.get("sheets", [])]
    return {
        "cells": {row[2]: [row[3], row[4]] for row in rows},
        "links": {row[2]: row[7] for row in rows if row[7]},
        "hidden": [row[2] for row in rows if row[10]],
        "tabs": tabs,
    }


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
