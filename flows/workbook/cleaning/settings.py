"""The sheet of settings: names in either language, each value by its own rule, and what changes nothing."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

import polars as pl

from flows.workbook import meant
from flows.workbook.cleaning import arranged, choices, looks
from flows.workbook.cleaning.letters import lacking
from flows.workbook.cleaning.lines import PRINTED, Line, Value
from flows.workbook.cleaning.visible import apart
from flows.workbook.complaints import problem, words
from flows.workbook.schema import LISTS
from flows.workbook.schema.settings import LIMITS, LONGEST_FOOT, MOST
from flows.workbook.text import prose

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from pathlib import Path

    from flows.workbook.cleaning.harvest import Place
    from flows.workbook.cleaning.looks import Draws
    from flows.workbook.cleaning.visible import Visible
    from flows.workbook.logos.found import Logo
    from flows.workbook.problems import Problem
    from flows.workbook.tables import Layout, Table


@dataclass(frozen=True, slots=True)
class Settings:
    """What the workbook sets: pairs of name and value in order of rows, the names in English."""

    pairs: tuple[tuple[str, str], ...] = ()
    problems: tuple[Problem, ...] = ()
    logo: Logo | None = None


def settings(
    seen: Visible,
    layout: Layout,
    folder: Path | None = None,
    draws: Draws | None = None,
    *,
    asked: Callable[[Line], Value],
) -> Settings:
    """What the rows of the sheet set: neither unknown names are handed on, nor values that are none.

    `asked` reads the columns of the team's own, which hang on the other sheets.
    """
    table = layout.table("settings")
    if table is None:
        return Settings()
    lines = list(_lines(seen.cells.filter(pl.col("model") == "settings"), seen.typed, table))
    counting = [line for line in lines if _counts(line)]
    readers = READERS | _readers(counting, folder, draws) | {"extra_columns": asked}
    read = [(line, readers[line.plain](line)) for line in counting if line.plain]
    told = tuple(each for line in lines for each in _complaints(line))
    doubts = tuple(each for _, value in read for each in value.problems)
    pairs = tuple((line.code or "", value.words) for line, value in read if value.words is not None)
    logos = [value.logo for _, value in read if value.logo]
    return Settings(pairs, (*told, *doubts, *_twice(counting)), logos[-1] if logos else None)


def _readers(
    lines: Sequence[Line], folder: Path | None, draws: Draws | None
) -> dict[str, Callable[[Line], Value]]:
    """What reads the values that hang on something besides their own cell."""
    renamed = arranged.headings(lines)
    return {
        "logo": partial(looks.logo, folder, draws),
        "hide": partial(arranged.hide, renamed),
        "order": partial(arranged.order, renamed),
    }


def _lines(cells: pl.DataFrame, typed: Mapping[Place, str], table: Table) -> Iterator[Line]:
    held = cells.with_columns(value=prose(pl.col("text"))).sort("row")
    for (row,), found in held.group_by("row", maintain_order=True):
        said = dict(found.select("name", "value").iter_rows())
        aside = bool(found.select(apart().any()).item())
        yield Line(table, int(str(row)), said.get("name", ""), said.get("value", ""), typed, aside)


def _counts(line: Line) -> bool:
    return not line.apart and bool(line.name and line.value)


def _complaints(line: Line) -> Iterator[Problem]:
    """What is wrong with a row that sets nothing, whatever its value."""
    language = line.table.language
    allowed = _allowed(language)
    if line.apart:
        yield problem(
            "setting_set_aside", line.cell("name"), language, line.said("name") if line.code else ""
        )
    elif not line.name:
        yield problem("setting_without_name", line.cell("name"), language, line.said("name"), allowed=allowed)
    elif line.code is None:
        meant = words.guess(choices.close("setting", line.name, language), language)
        yield problem("unknown_setting", line.cell("name"), language, line.name, guess=meant, allowed=allowed)
    elif not line.value:
        where, name = line.cell("value"), words.clip(line.name)
        yield problem("setting_without_value", where, language, line.said("value"), name=name)


def _allowed(language: str) -> str:
    """The names a setting may have; those of the sections' headings, which are many, as one."""
    names = [choices.label("setting", choice.code, language) for choice in LISTS["setting"]]
    return ", ".join([*(name for name in names if not name.startswith("section_")), "section_…"])


def _words(line: Line) -> Value:
    """Words as typed, with the characters no page can set."""
    return Value(
        line.value,
        tuple(lacking(line.cell("value"), line.value, line.said("value"), line.table.language)),
    )


def _heading(line: Line) -> Value:
    told = arranged.too_long(line)
    return Value(None, (told,)) if told else _words(line)


def _footer(line: Line) -> Value:
    """Words that the foot of a page has room for: of longer ones the page says so, and where they stand."""
    read = _words(line)
    if len(line.value) <= LONGEST_FOOT:
        return read
    told = line.told("long_footer", count=len(line.value), most=LONGEST_FOOT)
    return Value(read.words, (*read.problems, told))


def _number(line: Line) -> Value:
    if not (line.value.isascii() and line.value.isdigit()):
        return Value(
            None,
            (line.told("not_a_number", guess=words.guess(meant.count(line.value), line.table.language)),),
        )
    if int(line.value) > MOST:
        return Value(None, (line.told("number_too_large", most=MOST),))
    return Value(line.value)


READERS: dict[str, Callable[[Line], Value]] = {
    **dict.fromkeys(PRINTED, _words),
    **dict.fromkeys((choice.code for choice in LIMITS), _number),
    **dict.fromkeys(arranged.RENAMED, _heading),
    "footer": _footer,
    "accent": looks.accent,
    "paper": looks.paper,
}
"""What reads each setting's value."""


def _twice(shown: Sequence[Line]) -> Iterator[Problem]:
    last = {line.code: line for line in shown if line.code}
    for line in shown:
        if line.code and line is not last[line.code]:
            others = str(last[line.code].cell("name"))
            yield problem("setting_twice", line.cell("name"), line.table.language, line.name, others=others)
