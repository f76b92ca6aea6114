"""The settings that arrange the full extent: headings of the team's own, sections hidden or put first."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from flows.workbook.cleaning import choices
from flows.workbook.cleaning.lines import Value
from flows.workbook.complaints import words
from flows.workbook.schema.settings import ALWAYS, HEADINGS, LONGEST_HEADING
from flows.workbook.text import key, tidy

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from flows.workbook.cleaning.lines import Line
    from flows.workbook.problems import Problem

RENAMED = {choice.code: choice.code.removeprefix("section_") for choice in HEADINGS}


def headings(lines: Iterable[Line]) -> dict[str, str]:
    """The sections by the headings the team gives them, in the form for matching."""
    return {key(line.value): RENAMED[line.plain] for line in lines if line.plain in RENAMED and line.value}


def too_long(line: Line) -> Problem | None:
    """The complaint about a heading that the head of a page has no room for."""
    count = len(line.value)
    if count <= LONGEST_HEADING:
        return None
    return line.told("long_heading", count=count, most=LONGEST_HEADING)


def hide(renamed: Mapping[str, str], line: Line) -> Value:
    """The sections that are not printed; those that always are stay, and it is told."""
    found = _sections(renamed, line)
    kept = [code for code in dict.fromkeys(found.values()) if code in ALWAYS]
    named = [typed for typed, code in found.items() if code in ALWAYS]
    told = [line.told("never_hidden", named=words.either(named, line.table.language))] if named else []
    codes = [code for code in dict.fromkeys(found.values()) if code and code not in kept]
    return Value(";".join(codes) or None, (*told, *_strangers(found, line)))


def order(renamed: Mapping[str, str], line: Line) -> Value:
    """The sections that come first, in this order."""
    found = _sections(renamed, line)
    codes = [code for code in dict.fromkeys(found.values()) if code]
    return Value(";".join(codes) or None, tuple(_strangers(found, line)))


def _sections(renamed: Mapping[str, str], line: Line) -> dict[str, str | None]:
    """Each entry of the cell with its section's code; None where it names none."""
    entries = filter(None, map(tidy, re.split(r"[;\n]+", line.value)))
    return {each: choices.code("section", each) or renamed.get(key(each)) for each in entries}


def _strangers(found: Mapping[str, str | None], line: Line) -> Iterator[Problem]:
    language = line.table.language
    for typed in (each for each, code in found.items() if code is None):
        guess = words.guess(choices.close("section", typed, language), language)
        allowed = choices.allowed("section", language)
        yield line.told("unknown_section", entry=words.clip(typed), guess=guess, allowed=allowed)
