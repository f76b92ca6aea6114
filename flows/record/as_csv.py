"""The printed record as tables any program can open: one row a fact, only columns that are printed."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING, Any, NamedTuple

from flows.record.as_json import as_dict
from flows.record.facts import DIMENSIONS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from flows.record.findings import Findings

Row = dict[str, Any]

TEXTS = ("summary", "question", "answer", "demand", "condition", "exceptions", "reason", "grounds", "result",
         "disputed", "remark")  # fmt: skip
"""Prose columns: each in the language of the document where it was typed in it, else as it was typed."""

COLUMNS = {
    "announcements": (
        "id", "organisation", "announced_on", "kind", "summary", "term", "ends_on", "condition", "users",
        "activity", "technology", "territory", "exceptions", "previous_id", "relation", "starts_on", "reason",
        "amount", "currency", "recipients", "responds_to", "quote", "quote_lang", "translation",
        "translation_by", "speaker", "disputed", "verification", "sources",
    ),
    "commitments": (
        "chain", "organisation", "kind", "status", "ends_on", "end_basis", "days_left", "days_since_end",
        "flags", "contested_by", "rows",
    ),
    "reactions": (
        "id", "actor", "reacted_on", "about", "kind", "stance", "summary", "grounds", "result", "quote",
        "quote_lang", "translation", "translation_by", "speaker", "disputed", "verification", "sources",
    ),
    "demands": (
        "id", "actor", "target", "demand", "outcome", "checked_on", "evidence", "against",
        *(f"gap_{dimension}" for dimension in DIMENSIONS),
    ),
    "questions": ("id", "question", "about", "asked_on", "status", "last_checked_on", "age_days", "answer"),
    "background": ("id", "happened_on", "summary", "sources"),
    "sources": (
        "id", "publisher", "title", "url", "published_on", "type", "language", "consulted_on", "archive_url",
        "archived_on", "remark",
    ),
}  # fmt: skip
"""Each table's columns, as in `record.json`; prose has the language it is in beside it."""

RUN_BY_A_SPREADSHEET = ("=", "+", "-", "@", "\t", "\r")
MARK = "\ufeff"  # without it Excel takes UTF-8 for something else


class Table(NamedTuple):
    """One table: what it lists, and its file."""

    name: str
    content: bytes


def tables(findings: Findings, language: str) -> tuple[Table, ...]:
    """The tables that have a row, with prose in the language of the document, the same bytes every time."""
    return tables_of(as_dict(findings), language)


def tables_of(found: Row, language: str) -> tuple[Table, ...]:
    """The same of what a `record.json` holds.

    As RFC 4180 has it, in UTF-8: commas, line ends of two characters, quotation marks doubled. Several
    values in a cell stand with a semicolon between. Words that a spreadsheet would run as a formula get an
    apostrophe in front, the usual remedy: it shows what was typed and runs nothing.
    """
    rows = {
        "announcements": _announcements(found),
        "commitments": found["commitments"],
        "reactions": found["record"]["reactions"],
        "demands": _demands(found),
        "questions": _questions(found),
        "background": found["record"]["context"],
        "sources": found["record"]["sources"],
    }
    return tuple(Table(name, _written(COLUMNS[name], each, language)) for name, each in rows.items() if each)


def _announcements(found: Row) -> list[Row]:
    rows = found["record"]["announcements"]
    return [{**row, **row["terms"], "exceptions": _exceptions(row["terms"]["exceptions"])} for row in rows]


def _exceptions(typed: Row | None) -> object:
    """The list in words, or the code that says there is none, or that the source does not say."""
    return typed and (typed["words"] or typed["extent"])


def _demands(found: Row) -> list[Row]:
    words = {row["id"]: row["demand"]["words"] for row in found["record"]["reactions"] if row["demand"]}
    return [
        {**row, "demand": words.get(row["id"]), **{f"gap_{name}": gap for name, gap in row["gaps"].items()}}
        for row in found["demands"]
    ]


def _questions(found: Row) -> list[Row]:
    asked = {row["id"]: row for row in found["record"]["questions"]}
    return [{**asked[row["id"]], **row} for row in found["questions"]]


def _written(columns: Iterable[str], rows: Iterable[Row], language: str) -> bytes:
    headed = [
        each for column in columns for each in ((column, f"{column}_lang") if column in TEXTS else (column,))
    ]
    target = io.StringIO()
    target.write(MARK)
    table = csv.DictWriter(target, headed, extrasaction="ignore", lineterminator="\r\n")
    table.writeheader()
    for row in rows:
        cells = {name: value for column in columns for name, value in _cells(column, row, language)}
        table.writerow({name: _harmless(value) for name, value in cells.items()})
    return target.getvalue().encode()


def _cells(column: str, row: Row, language: str) -> Iterator[tuple[str, object]]:
    """What stands under the column; prose with its language in the column beside it."""
    value = row.get(column)
    if column in TEXTS:
        words, spoken = _prose(value, language)
        yield column, words
        yield f"{column}_lang", spoken
    elif column in QUOTED:
        yield column, _quoted(column, row.get("quote"))
    else:
        yield column, value


QUOTED = {"quote": "words", "quote_lang": "language", "translation": "translation",
          "translation_by": "translated_by", "speaker": "speaker"}  # fmt: skip


def _quoted(column: str, quote: Mapping[str, str] | None) -> str | None:
    """One of a quote's cells; of a translation by the team only that it is theirs."""
    value = quote and quote[QUOTED[column]]
    if column == "translation_by" and value and value.partition(":")[0] == "team":
        return "team"
    return value or None


def _prose(value: object, language: str) -> tuple[str | None, str | None]:
    if not isinstance(value, dict):
        return (str(value), None) if value else (None, None)
    if value["language"] != language and value["twin_language"] == language and value["twin"]:
        return value["twin"], language
    return value["words"], value["language"]


def _harmless(value: object) -> object:
    """The value as it stands in a cell."""
    if isinstance(value, list):
        value = "; ".join(each["value"] if isinstance(each, dict) else str(each) for each in value)
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, str) and value.startswith(RUN_BY_A_SPREADSHEET):
        return f"'{value}"
    return value
