"""The data inside the document: the generated record as JSON and as tables, never the workbook."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from flows.document.wording import sentences
from flows.record import as_csv, as_json

if TYPE_CHECKING:
    from flows.document.lens import Lens

RECORD = "record.json"


@dataclass(frozen=True, slots=True)
class Attached:
    """One file within the document, dated by the edition, never by the clock."""

    name: str
    description: str  # in the document's language
    content: bytes
    dated: date


def attached(lens: Lens, problems: int) -> tuple[Attached, ...]:
    """The files in the order of their names; `record.json` has the bytes it has beside the document."""
    return of_record(as_json.canonical(lens.findings, problems=problems).encode(), lens.language)


def of_record(record: bytes, language: str) -> tuple[Attached, ...]:
    """The files that follow from the bytes of a `record.json` alone: itself and its tables.

    Raises `ValueError`, `KeyError`, `TypeError` or `AttributeError` where it is none of ours.
    """
    found = json.loads(record)
    dated = date.fromisoformat(found["as_of"])
    files = [Attached(RECORD, sentences.say("data_record", language), record, dated)]
    for table in as_csv.tables_of(found, language):
        words = sentences.say(f"data_{table.name}", language)
        files.append(Attached(f"{table.name}.csv", words, table.content, dated))
    return tuple(sorted(files, key=lambda file: file.name))
