"""The sheet of settings: names in either language, limits that are numbers, and what would change nothing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import polars as pl

from flows.workbook.cleaning import choices
from flows.workbook.cleaning.letters import lacking
from flows.workbook.cleaning.visible import apart
from flows.workbook.complaints import problem, words
from flows.workbook.schema.settings import LIMITS, MOST, WORDS
from flows.workbook.text import key, prose

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from flows.workbook.cleaning.harvest import Place
    from flows.workbook.problems import Cell, Problem
    from flows.workbook.tables import Layout, Table

PRINTED = tuple(choice.code for choice in WORDS)
NUMBERS = tuple(choice.code for choice in LIMITS)
LANGUAGES = ("fr", "en")


@dataclass(frozen=True, slots=True)
class Settings:
    """What the workbook sets: pairs of name and value in order of rows, the names in English."""

    pairs: tuple[tuple[str, str], ...] = ()
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Line:
    """One row of the sheet; what stands in it as it may be printed, "" where nothing does."""

    table: Table
    row: int
    name: str
    value: str
    typed: Mapping[Place, str]  # placeholders included, which count as blank
    apart: bool  # hidden, filtered or struck through

    @property
    def code(self) -> str | None:
        """The setting's name in English, title_fr for "Titre (fr)"; None for one that is not known."""
        own = choices.code("setting", self.name)
        twins = (self._twin(language) for language in LANGUAGES if key(self.name).endswith(language))
        return own or next((twin for twin in twins if twin), None)

    def _twin(self, language: str) -> str | None:
        own = choices.code("setting", key(self.name).removesuffix(language))
        return f"{own}_{language}" if own in PRINTED else None

    def cell(self, column: str) -> Cell:
        """The cell of that column."""
        return self.table.cell(self.row, column)

    def said(self, column: str) -> str:
        """What stands in that cell, as typed."""
        return self.typed.get((self.table.label, self.row, column), "")


def settings(cells: pl.DataFrame, typed: Mapping[Place, str], layout: Layout) -> Settings:
    """What the rows of the sheet set: neither unknown names are handed on, nor numbers that are none."""
    table = layout.table("settings")
    if table is None:
        return Settings()
    lines = list(_lines(cells.filter(pl.col("model") == "settings"), typed, table))
    told = tuple(each for line in lines for each in _complaints(line))
    shown = [line for line in lines if not line.apart and line.name and line.value]
    pairs = tuple(
        (line.code, line.value)
        for line in shown
        if line.code and (line.code not in NUMBERS or _number(line) is None)
    )
    return Settings(pairs, (*told, *_twice(shown)))


def _lines(cells: pl.DataFrame, typed: Mapping[Place, str], table: Table) -> Iterator[Line]:
    held = cells.with_columns(value=prose(pl.col("text"))).sort("row")
    for (row,), found in held.group_by("row", maintain_order=True):
        said = dict(found.select("name", "value").iter_rows())
        aside = bool(found.select(apart().any()).item())
        yield Line(table, int(str(row)), said.get("name", ""), said.get("value", ""), typed, aside)


def _complaints(line: Line) -> Iterator[Problem]:
    language, code = line.table.language, line.code
    allowed = choices.allowed("setting", language)
    if line.apart:
        yield problem("setting_set_aside", line.cell("name"), language, line.said("name") or line.value)
    elif not line.name:
        yield problem("setting_without_name", line.cell("name"), language, line.said("name"), allowed=allowed)
    elif code is None:
        meant = words.guess(choices.close("setting", line.name, language), language)
        yield problem("unknown_setting", line.cell("name"), language, line.name, guess=meant, allowed=allowed)
    elif not line.value:
        where, name = line.cell("value"), words.clip(line.name)
        yield problem("setting_without_value", where, language, line.said("value"), name=name)
    elif code in NUMBERS:
        rule = _number(line)
        if rule:
            yield problem(rule, line.cell("value"), language, line.value, most=MOST)
    else:
        yield from lacking(line.cell("value"), line.value, line.said("value"), language)


def _number(line: Line) -> str | None:
    """The rule a limit's value breaks, if any."""
    if not (line.value.isascii() and line.value.isdigit()):
        return "not_a_number"
    return "number_too_large" if int(line.value) > MOST else None


def _twice(shown: Sequence[Line]) -> Iterator[Problem]:
    last = {line.code: line for line in shown if line.code}
    for line in shown:
        if line.code and line is not last[line.code]:
            others = str(last[line.code].cell("name"))
            yield problem("setting_twice", line.cell("name"), line.table.language, line.name, others=others)
