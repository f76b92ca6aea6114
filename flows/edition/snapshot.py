"""An edition's `record.json` read back into facts, so that another edition can be held against it (R9).

One of two doors to cattrs; the other reads what a PDF carries.
"""

from __future__ import annotations

import json
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING, Any

from cattrs import Converter
from cattrs.errors import BaseValidationError

from flows.edition import complaints, manifest
from flows.edition.refusals import CannotKeep
from flows.record.editions import Aside, Result, Snapshot
from flows.record.facts import Day, Record, SheetRows
from flows.record.plain import from_iso
from flows.record.reconciliation import SHEETS

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

NAME = "record.json"
BEFORE_R9 = "2026.2"  # the rules of editions whose record.json says no other
UNREADABLE = (OSError, ValueError, KeyError, TypeError, AttributeError, BaseValidationError)


def of(folder: Path) -> Snapshot:
    """The edition in a folder.

    Raises `CannotKeep` ("not_an_edition") when its manifest or its record cannot be read.
    """
    kept = manifest.read(folder)
    try:
        found = of_text((folder / NAME).read_text(encoding="utf-8"), kept.name, kept.number)
    except UNREADABLE as error:
        raise CannotKeep("record_unreadable", str(folder)) from error
    return replace(found, complaints=complaints.of(folder))


def of_text(text: str, name: str | None = None, number: int | None = None) -> Snapshot:
    """The edition whose `record.json` this is.

    Raises `ValueError`, `KeyError`, `TypeError`, `AttributeError` or cattrs' own error where it is not one.
    """
    told = json.loads(text)
    return Snapshot(
        name=name,
        number=number,
        as_of=from_iso(told["as_of"]).first,
        rules=told.get("rules", BEFORE_R9),
        record=_record(told["record"]),
        aside=tuple(_aside(row) for row in told["set_aside"]),
        results={**_statuses(told), **_outcomes(told)},
        rests=_rests(told),
        limits=told.get("limits", {}),
        withheld=_withheld(told),
    )


def _withheld(told: dict[str, Any]) -> dict[str, dict[str, str]] | None:
    """By row; None of an edition made before they were kept."""
    if "withheld" not in told:
        return None
    return {row_id: dict(one["cells"]) for row_id, one in told["withheld"].items()}


def earlier(folder: Path, as_of: date) -> Snapshot:
    """The edition in a folder, which has to be of an earlier day.

    Raises `CannotKeep` when it is no edition, or not of an earlier day.
    """
    found = of(folder)
    if found.as_of >= as_of:
        raise CannotKeep("not_before", str(folder), found.as_of.isoformat())
    return found


def _record(told: dict[str, Any]) -> Record:
    """The printed rows as facts, each in a place of its own: where it stood in the workbook is not kept."""
    sheets = {
        sheet: [row | {"origin": {"sheet": sheet, "row": place}} for place, row in enumerate(told[sheet], 1)]
        for sheet in SHEETS
    }
    read = tuple(SheetRows(sheet, sheet, len(rows), 0) for sheet, rows in sheets.items())
    facts = _converter().structure({"language": told["language"], **sheets}, Record)
    return replace(facts, sheets=read)


@cache
def _converter() -> Converter:
    made = Converter()
    made.register_structure_hook(Day, lambda typed, _: from_iso(typed))
    return made


def _aside(row: dict[str, Any]) -> Aside:
    return Aside(row["sheet"], row["id"], row["category"], tuple(row["reasons"]))


def _statuses(told: dict[str, Any]) -> dict[Result, str]:
    return {("status", one["chain"], None): one["status"] for one in told["commitments"]}


def _outcomes(told: dict[str, Any]) -> dict[Result, str]:
    return {("outcome", one["id"], one["target"]): one["outcome"] for one in told["demands"]}


def _rests(told: dict[str, Any]) -> dict[Result, tuple[str, ...]]:
    """The rows of each chain; of each demand its statement, its evidence and the chain it is held against."""
    chains = {one["chain"]: tuple(one["rows"]) for one in told["commitments"]}
    rests: dict[Result, tuple[str, ...]] = {("status", chain, None): rows for chain, rows in chains.items()}
    for one in told["demands"]:
        base = one["id"].partition(".")[0]
        against = chains.get(one.get("against") or "", ())
        rests["outcome", one["id"], one["target"]] = (one["id"], base, *one.get("evidence", ()), *against)
    return rests
