"""The list as plain text, for a workbook that cannot bear marks: why not, then a complaint a line."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from flows.workbook.annotating import words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from flows.workbook.problems import Problem

BREAKS = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]+")


def text(problems: Sequence[Problem], language: str, why: str) -> str:
    """How many there are, why the workbook has no marks, then each with its cell, in reading order."""
    kinds = words.KINDS[language]
    told = (f"{kinds[each.severity]}: {each}" for each in problems)
    if language == "fr":
        told = (f"{kinds[each.severity]}\u00a0: {each}" for each in problems)
    lines = (words.title(problems, language), why, "", *told)
    return "".join(f"{BREAKS.sub(' ', line)}\n" for line in lines)
