"""What is to fix and what there is in numbers, as the tables of Prefect's page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from flows.document.wording.words import word
from flows.workbook.problems import Cell

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

ROWS = 300  # of the table; a longer one makes the page slow, and all are in problems.json
SUMS = ("read", "printed", "retired", "future", "to_resolve", "empty")
SAID = {
    "read": "rows read",
    "printed": "printed",
    "retired": "retired",
    "future": "dated after the edition",
    "to_resolve": "set aside until resolved",
    "empty": "empty",
}


def to_fix(problems: Sequence[Mapping[str, Any]]) -> list[dict[str, str]]:
    """One row a complaint of `problems.json`: the cell, what stands there, what is wrong, what to do.

    A row that says so where there is none.
    """
    if not problems:
        return [_fix("–", "–", "Nothing: every row could be used.", "–")]
    shown = [_fix(place(one), one["found"], one["message"], one["fix"]) for one in problems[:ROWS]]
    beyond = len(problems) - ROWS
    return [*shown, _fix("…", "…", f"{beyond} more", "All are in problems.json.")] if beyond > 0 else shown


def place(problem: Mapping[str, Any]) -> str:
    """Where a complaint of `problems.json` belongs, as a formula would name it: Reactions!C7."""
    return str(Cell(problem["sheet"], problem["cell"], problem["row"]))


def _fix(cell: str, found: str, wrong: str, fix: str) -> dict[str, str]:
    words = {"Cell": cell, "What stands there": found, "What is wrong": wrong, "What to do": fix}
    # The page before this one made links of "[word](address)" in a cell of a table; a space undoes it.
    return {title: text.replace("](", "] (") for title, text in words.items()}


def numbers(record: Mapping[str, Any], pages: Mapping[str, int]) -> list[dict[str, str]]:
    """What an edition counts: commitments, demands, questions, rows of each sheet, pages of each PDF."""
    return [{"What": what, "How many": how_many} for what, how_many in _counted(record, pages)]


def _counted(record: Mapping[str, Any], pages: Mapping[str, int]) -> Iterator[tuple[str, str]]:
    counts = record["counts"]
    yield "Commitments", _split(counts["commitments"], counts["by_status"], "status")
    yield "Demands", _split(counts["demands"], counts["by_outcome"], "outcome")
    yield "Questions", f"{counts['questions']}: {counts['open_questions']} open"
    for sheet, tally in record["reconciliation"].items():
        parts = [f"{tally[one]} {SAID[one]}" for one in SUMS if one == "read" or tally[one]]
        yield f"Rows of {word('sheet', sheet, 'en')}", f"{parts[0]} = {' + '.join(parts[1:]) or '0'}"
    for name, number in pages.items():
        yield name, f"{number} pages"


def _split(total: int, parts: Mapping[str, int], family: str) -> str:
    """A sum with what it is made of: "29: 6 none found, 3 partly met"."""
    told = ", ".join(f"{number} {word(family, code, 'en')}" for code, number in parts.items() if number)
    return f"{total}: {told}" if told else str(total)
