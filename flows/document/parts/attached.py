"""The data inside the document: the generated record as JSON and as tables, never the workbook."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from flows.record import as_csv, as_json

if TYPE_CHECKING:
    from datetime import date

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
    found = lens.findings
    whole = as_json.canonical(found, problems=problems).encode()
    files = [Attached(RECORD, lens.say("data_record"), whole, found.as_of)]
    for table in as_csv.tables(found, lens.language):
        words = lens.say(f"data_{table.name}")
        files.append(Attached(f"{table.name}.csv", words, table.content, found.as_of))
    return tuple(sorted(files, key=lambda file: file.name))
