"""Workbooks changed at random, by the thousand, handed to the guard and the reader.

    python -m tests.workbook.fuzzing --executions 1000000 --seed 7
    python -m tests.workbook.fuzzing --seconds 60

Each must be refused with a sentence, or give cells that can be true; nothing else, and soon. What gives cells
of a new shape is kept and changed further. One seed gives one sequence of files. Ends with 1 at the
first that goes wrong, after its number and its bytes; nothing is written.
"""

import argparse
import base64
import collections
import json
import math
import random
import re
import resource
import signal
import sys
import time
import traceback
import zlib
from typing import Any, NoReturn

from flows.workbook.reading import child
from flows.workbook.reading.limits import Limits
from flows.workbook.reading.places import address
from flows.workbook.reading.refusals import Unreadable
from tests.workbook.fuzz import changes
from tests.workbook.fuzz.seeds import seeds

LIMITS = Limits()
LONGEST, MOST_MEMORY = 5, 1_500_000_000  # seconds of the processor for one file; bytes for all
MOST_KEPT = 2_000
KINDS = {"text", "number", "date", "time", "boolean", "error", "formula"}
Row = list[Any]


class TooSlowError(BaseException):
    """A file took longer than it may; no `Exception`, so that nothing on the way can catch it."""


def main() -> int:
    """0 when every file met a sentence or gave cells."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--executions", type=int, default=sys.maxsize)
    parser.add_argument("--seconds", type=float, default=math.inf)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    _prepare()
    return fuzz(given.seed, given.executions, given.seconds)


def fuzz(seed: int, executions: int, seconds: float) -> int:
    """0, or 1 at the first file that goes wrong; prints what was met, and at what pace."""
    draw = random.Random(seed)  # noqa: S311 - no secret
    began = time.process_time()
    kept, met = seeds(), collections.Counter[str]()
    done = 0
    while done < executions and time.process_time() - began < seconds:
        parts = changes.changed(draw.choice(kept), kept, draw)
        content = changes.packed(parts, draw)
        try:
            outcome = _outcome(content)
        except (Exception, TooSlowError):  # noqa: BLE001 - whatever it is, it is what is looked for
            _report(seed, done, content)
            return 1
        done += 1
        met[outcome] += 1
        if met[outcome] == 1 and outcome.startswith("read") and len(kept) < MOST_KEPT:
            kept.append(parts)
        if done % 50_000 == 0:
            _say(done, began, met, kept)
    _say(done, began, met, kept)
    by_kind = collections.Counter[str]()
    for outcome, count in met.items():
        by_kind[outcome.partition(" ")[0]] += count
    sys.stdout.write("".join(f"{count:>9} {kind}\n" for kind, count in by_kind.most_common()))
    return 0


def _prepare() -> None:
    for name in child.NOT_NEEDED:
        sys.modules.setdefault(name, None)  # type: ignore[arg-type]
    resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
    signal.signal(signal.SIGVTALRM, _too_slow)


def _too_slow(*_: object) -> NoReturn:
    raise TooSlowError


def _outcome(content: bytes) -> str:
    """What came of the file: the refusal's kind and the shape of its detail, or the kinds of its cells."""
    signal.setitimer(signal.ITIMER_VIRTUAL, LONGEST)
    try:
        answers = list(child.answer("team.xlsx", content, LIMITS))
        json.dumps(answers, ensure_ascii=False, allow_nan=False).encode()
    except Unreadable as refused:
        for language in ("en", "fr"):
            _check_sentence(refused.sentence(language))
        return f"{refused.kind} {_shape(refused.detail or '')}"
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
    rows = [row for kind, payload in answers if kind == "cells" for row in payload[1]]
    for kind, payload in answers:
        if kind == "cells":
            _check_rows(payload[1])
    beyond = any(sheet[2] for kind, payload in answers if kind == "sheets" for sheet in payload)
    states = {(row[3], row[7] is None, row[8], row[10], row[11]) for row in rows}
    return f"read {beyond} {len(rows).bit_length()} {sorted(states, key=str)}"


def _shape(detail: str) -> str:
    return re.sub(r"[A-Z]*[0-9]+", "9", detail)[:60]


def _check_sentence(sentence: str) -> None:
    assert not re.search(r"[\x00-\x1f\x7f-\x9f\u202a-\u202e\ud800-\udfff]", sentence), sentence
    assert len(sentence) < 600, sentence


def _check_rows(rows: list[Row]) -> None:
    """No two cells in one place, each with what its kind must have, and no letter that no text may hold."""
    places = [(row[0], row[1]) for row in rows]
    assert places == sorted(set(places))
    for row, column, where, kind, text, number, day, _link, struck, live, *_ in rows:
        assert where == address(row, column)
        assert 1 <= row <= LIMITS.last_row, where
        assert 1 <= column <= LIMITS.last_column, where
        assert kind in KINDS
        assert 0 < len(text) <= LIMITS.cell_characters
        assert "\0" not in text
        assert (number is not None) == (kind == "number")
        assert (day is not None) == (kind == "date")
        assert (live is not None) == (struck == "part")


def _say(done: int, began: float, met: collections.Counter[str], kept: list[Any]) -> None:
    pace = done / max(time.process_time() - began, 0.001)
    sys.stdout.write(f"{done} files, {pace:.0f} a second, {len(met)} outcomes, {len(kept)} kept\n")
    sys.stdout.flush()


def _report(seed: int, number: int, content: bytes) -> None:
    spelled = base64.b85encode(zlib.compress(content, 9)).decode()
    sys.stdout.write(f"seed {seed}, file {number}: zlib.decompress(base64.b85decode({spelled!r}))\n")
    sys.stdout.write(traceback.format_exc())


if __name__ == "__main__":
    sys.exit(main())
