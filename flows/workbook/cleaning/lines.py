"""One row of the sheet of settings, and what comes of reading its value."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from flows.workbook.cleaning import choices
from flows.workbook.complaints import problem
from flows.workbook.schema.settings import HEADINGS, WORDS
from flows.workbook.text import key

if TYPE_CHECKING:
    from collections.abc import Mapping

    from flows.workbook.cleaning.harvest import Place
    from flows.workbook.logos.found import Logo
    from flows.workbook.problems import Cell, Problem
    from flows.workbook.tables import Table

PRINTED = tuple(choice.code for choice in (*WORDS, *HEADINGS))
LANGUAGES = ("fr", "en")


@dataclass(frozen=True, slots=True)
class Value:
    """What a row sets: None where it sets nothing; and what there is to say of it."""

    words: str | None
    problems: tuple[Problem, ...] = ()
    logo: Logo | None = None


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

    @property
    def plain(self) -> str | None:
        """The setting's name in English without the language it is for: title for title_fr."""
        return self.code and (self.code[:-3] if self.code[:-3] in PRINTED else self.code)

    def _twin(self, language: str) -> str | None:
        own = choices.code("setting", key(self.name).removesuffix(language))
        return f"{own}_{language}" if own in PRINTED else None

    def cell(self, column: str) -> Cell:
        """The cell of that column."""
        return self.table.cell(self.row, column)

    def said(self, column: str) -> str:
        """What stands in that cell, as typed."""
        return self.typed.get((self.table.label, self.row, column), "")

    def told(self, rule: str, **details: str | int) -> Problem:
        """That complaint about its value."""
        return problem(rule, self.cell("value"), self.table.language, self.value, None, **details)
