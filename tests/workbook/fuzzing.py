"""Workbooks changed at random, by the thousand, handed to the guard and the reader.

    python -m tests.workbook.fuzzing --executions 1000000 --seed 7
    python -m tests.workbook.fuzzing --seconds 60

Each must be refused with a sentence, or give cells that can be true; nothing else, and soon; and every fourth
the very same when it is read as if its sheets were long. What gives cells of a new shape is kept and changed
further. One seed gives one sequence of files. Ends with 1 at the first that goes wrong, after its number and
its bytes; nothing is written.
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
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any, NoReturn

from flows.workbook.reading import child
from flows.workbook.reading.batches import EACH, KINDS, RARE, USUAL
from flows.workbook.reading.limits import Limits
from flows.workbook.reading.places import address
from flows.workbook.reading.refusals import Unreadable
from tests.workbook.fuzz import changes
from tests.workbook.fuzz.seeds import seeds

LIMITS = Limits()
QUICK = replace(LIMITS, long_rows=0)  # every sheet with a value is read as a long one
LONGEST, MOST_MEMORY = 5, 1_500_000_000  # seconds of the processor for one file; bytes for all
MOST_KEPT = 2_000
SHORT = {short: kind for kind, short in KINDS.items()}
Row = tuple[Any, ...]
Sheets = dict[int, list[Row]]
"""The cells of each sheet that has some, by its place."""


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
            outcome, told = _outcome(content, LIMITS)
            assert done % 4 or _outcome(content, QUICK) == (outcome, told)
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


def _outcome(content: bytes, limits: Limits) -> tuple[str, str | Sheets | None]:
    """What came of the file: the refusal's kind and the shape of its detail, or the kinds of its cells.

    And the detail, or the cells, themselves.
    """
    signal.setitimer(signal.ITIMER_VIRTUAL, LONGEST)
    try:
        answers = list(child.answer("team.xlsx", content, limits))
        json.dumps(answers, ensure_ascii=False, allow_nan=False).encode()
    except Unreadable as refused:
        for language in ("en", "fr"):
            _check_sentence(refused.sentence(language))
        return f"{refused.kind} {_shape(refused.detail or '')}", refused.detail
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
    sheets = _sheets(answers)
    for of_sheet in sheets.values():
        _check_rows(of_sheet)
    rows = [row for of_sheet in sheets.values() for row in of_sheet]
    beyond = any(sheet[2] for kind, payload in answers if kind == "sheets" for sheet in payload)
    states = {(row[3], row[7] is None, row[8], row[10], row[11]) for row in rows}
    return f"read {beyond} {len(rows).bit_length()} {sorted(states, key=str)}", sheets


def _sheets(answers: Iterable[child.Message]) -> Sheets:
    """The cells, whichever way they were read."""
    sheets = collections.defaultdict[int, list[Row]](list)
    for kind, payload in answers:
        if kind == "cells":
            sheets[payload[0]] += payload[1]
        elif kind == "columns":
            sheets[payload[0]] += _of_batch(payload[1])
        elif kind == "again":
            sheets[payload].clear()
        elif kind == "cut":
            sheets[payload[0]] = [row for row in sheets[payload[0]] if row[1] <= payload[1]]
    return {at: rows for at, rows in sheets.items() if rows}


def _of_batch(told: dict[str, Any]) -> Iterator[Row]:
    """A batch's cells as they are sent of a short sheet."""
    some = {name: dict(zip(*told["rare"].get(name, ((), ())), strict=True)) for name in RARE}
    for at, (row, column, kind, text) in enumerate(zip(*(told[name] for name in EACH), strict=True)):
        rare = (some[name].get(at, USUAL[name]) for name in RARE)
        yield row, column, address(row, column), SHORT[kind], text, *rare


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
        assert kind in KINDS, kind
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
