"""What is to fix and what there is in numbers, as the tables of Prefect's page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from flows.document.wording.words import word
from flows.mending import unlocked
from flows.record.unlocks.values import Gain
from flows.workbook.problems import Cell

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

ROWS = 300  # of the table; a longer one makes the page slow, and problems.html has more
TITLES = ("Cell", "Severity", "What stands there", "What is wrong", "What to do")
BLANKS = ("Cell", "Column", "Row of", "Row entered by", "What it unlocks")
WEIGHTS = {"error": "✕ To put right", "warning": "◇ To look at"}
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
    """One row a complaint, sheet by sheet: the cell, what stands there, what is wrong, what to do.

    Takes what `complaints.of` gives. A row that says so where there is none.
    """
    if not problems:
        return [_fix("–", "–", "–", "Nothing: every row could be used.", "–")]
    shown = [
        _fix(place(one), weight(one), one["found"], one["message"], one["fix"])
        for one in by_sheet(problems)[:ROWS]
    ]
    beyond = len(problems) - ROWS
    more = _fix("…", "…", "…", f"{beyond} more", "All are in problems.html.")
    return [*shown, more] if beyond > 0 else shown


def by_sheet(problems: Iterable[Mapping[str, Any]]) -> list[Mapping[str, Any]]:
    """The complaints of each sheet together, in the order of the page made for people."""
    sheets: dict[str, list[Mapping[str, Any]]] = {}
    for one in problems:
        sheets.setdefault(one["sheet"], []).append(one)
    return [one for told in sheets.values() for one in told]


def weight(problem: Mapping[str, Any]) -> str:
    """How severe it is; where there is an edition before to compare with, also whether it is new since."""
    new = problem.get("new")
    return WEIGHTS[problem["severity"]] + ("" if new is None else " · new" if new else " · still there")


def next_rows(rows: Sequence[Mapping[str, Any]]) -> list[dict[str, str]]:
    """One row a blank cell of `mending.json`: whose row, what it would unlock, who entered its row.

    A row that says so where there is none.
    """
    if not rows:
        return [_told(BLANKS, "–", "–", "–", "–", "Nothing: no blank cell holds anything back.")]
    return [_next(one) for one in rows]


def _next(one: Mapping[str, Any]) -> dict[str, str]:
    gains = tuple(Gain(gain["kind"], tuple(gain["ids"])) for gain in one["unlocks"])
    unlocks, who = unlocked.unlocked(gains, "en"), one["entered_by"] or "not noted"
    return _told(BLANKS, place(one), one["header"], one["id"] or "–", who, unlocks)


def place(problem: Mapping[str, Any]) -> str:
    """Where a complaint of `problems.json` belongs, as a formula would name it: Reactions!C7."""
    return str(Cell(problem["sheet"], problem["cell"], problem["row"]))


def _fix(*words: str) -> dict[str, str]:
    return _told(TITLES, *words)


def _told(titles: tuple[str, ...], *words: str) -> dict[str, str]:
    told = dict(zip(titles, words, strict=True))
    # The page before this one made links of "[word](address)" in a cell of a table; a space undoes it.
    return {title: text.replace("](", "] (") for title, text in told.items()}


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
