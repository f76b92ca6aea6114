"""`onrecord new`: an empty workbook, or one that holds the rows of an older one."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from flows import settings, terminal
from flows.spoken import said
from flows.terminal import FINE, LOOK
from flows.workbook import read
from flows.workbook.blank import keeping, making, titles
from flows.workbook.blank.carrying import carry, leftovers

if TYPE_CHECKING:
    import argparse
    from pathlib import Path

    from flows.workbook.blank.carrying.carry import Carried


def new(arguments: argparse.Namespace) -> int:
    """Write the workbook; print where it is, or what of the old one somebody has to look at.

    Raises `CannotWrite` where it cannot be written, `Unreadable` where the old one cannot be read.
    """
    keeping.possible(arguments.workbook)
    usual = settings.language()
    if arguments.old is None:
        language = arguments.language or usual
        keeping.kept(arguments.workbook, making.empty(language, portable=arguments.portable))
        return _begun(arguments, language)
    old = read.cells(arguments.old)
    carried = carry.carried(old, arguments.language, usual, portable=arguments.portable)
    keeping.kept(arguments.workbook, carried.content)
    return _carried(arguments, carried)


def _begun(arguments: argparse.Namespace, language: str) -> int:
    if arguments.json:
        terminal.result(_as_json(arguments, language))
    else:
        terminal.result(str(arguments.workbook))
    file, sheet = arguments.workbook.name, titles.READ_ME[language]
    terminal.complain(said("begun", file=file, sheet=sheet, command=_check(arguments.workbook)))
    return FINE


def _carried(arguments: argparse.Namespace, carried: Carried) -> int:
    if arguments.json:
        terminal.result(_as_json(arguments, carried.language, carried))
    else:
        for left in carried.told:
            terminal.result(terminal.one_line(str(left)))
    rows = ", ".join(f"{tab} {count}" for tab, count in carried.rows)
    name, old = arguments.workbook.name, arguments.old.name
    terminal.complain(said("carried_over", file=name, rows=rows, old=old, command=_check(arguments.workbook)))
    if carried.whole:
        return FINE
    count = sum(left.eye for left in carried.told)
    terminal.complain(said("to_look_at", count=count, sheet=leftovers.TITLE[carried.language]))
    return LOOK


def _check(workbook: Path) -> str:
    return f"onrecord check {terminal.argument(workbook)}"


def _as_json(arguments: argparse.Namespace, language: str, carried: Carried | None = None) -> str:
    told = carried.told if carried else ()
    content = {
        "workbook": str(arguments.workbook),
        "language": language,
        "portable": arguments.portable,
        "rows": dict(carried.rows) if carried else {},
        "told": [
            {
                "sheet": left.sheet,
                "cells": left.cells,
                "kind": left.kind,
                "placed": not left.eye,
                "found": left.found,
                "message": left.why,
                "fix": left.fix,
            }
            for left in told
        ],
    }
    return json.dumps(content, ensure_ascii=False, indent=2)
