"""One complaint to a fault: what a more telling one says of the same cell is not said twice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flows.workbook.complaints import addresses

if TYPE_CHECKING:
    from collections.abc import Iterable

    from flows.workbook.problems import Problem

TOLD_BY: dict[str, frozenset[str]] = {
    "incomplete_source": frozenset(addresses.RULES),
    "near_name": frozenset({"letters_of_two_alphabets", "names_run_together", "not_a_name"}),
    "near_name_elsewhere": frozenset({"letters_of_two_alphabets", "names_run_together", "not_a_name"}),
    "unprintable_character": frozenset({"letters_of_two_alphabets", "mojibake"}),
    "names_run_together": frozenset({"one_name_only", "not_a_name"}),
    "still_to_come": frozenset({"unlikely_date"}),
    "lost_letter": frozenset({"mojibake"}),
}
"""The rules that say less than others about a cell that breaks both."""


def once(told: Iterable[Problem]) -> tuple[Problem, ...]:
    """The complaints without those that a more telling one of the same cell makes needless."""
    every = tuple(told)
    rules: dict[tuple[str, str | None], set[str]] = {}
    for one in every:
        rules.setdefault((one.cell.sheet, one.cell.address), set()).add(one.rule)
    return tuple(
        one
        for one in every
        if not rules[one.cell.sheet, one.cell.address] & TOLD_BY.get(one.rule, frozenset())
    )
