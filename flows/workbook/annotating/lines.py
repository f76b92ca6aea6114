"""The list as plain text, for a workbook that cannot bear marks: why not, then a complaint a line."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from flows.workbook.annotating import words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from flows.workbook.problems import Problem

BREAKS = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]+")
TITLES = "|".join(words.said("title", language, errors=r"\w+", doubts=r"\w+") for language in words.TABS)
OURS = re.compile(rf"\A(?:{TITLES})\n".encode())
"""What such a list begins with: by it one of ours is known from what somebody else has written."""


def text(problems: Sequence[Problem], language: str, why: str) -> str:
    """How many there are, why the workbook has no marks, then each with its cell, in reading order."""
    kinds, mark = words.KINDS[language], "\u00a0:" if language == "fr" else ":"
    told = (f"{kinds[each.severity]}{mark} {each}" for each in problems)
    lines = (words.title(problems, language), why, "", *told)
    return "".join(f"{BREAKS.sub(' ', line)}\n" for line in lines)
