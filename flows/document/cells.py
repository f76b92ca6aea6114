"""What stands in a cell, as the page writes it: days and codes in words, prose between marks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from flows.document.tongues import TWIN
from flows.document.values import Run, passage
from flows.document.wording import columns, dates, sentences
from flows.document.wording.counts import count_of
from flows.document.wording.words import WORDS, word
from flows.record.columns import COLUMNS, NAMED
from flows.record.facts import SECTOR, Day, Duration, Text

if TYPE_CHECKING:
    from collections.abc import Mapping

OTHER = {"en": "fr", "fr": "en"}
PROSE = frozenset(one.name for of_sheet in COLUMNS.values() for one in of_sheet if one.prose or one.verbatim)
"""Columns whose words are told between quote marks."""


@dataclass(frozen=True, slots=True)
class Cells:
    """The cells of a workbook whose own language is `own`, in words of `language`."""

    language: str
    own: str
    names: Mapping[str, str]  # of bodies that have one of their own in this language

    def say(self, name: str, /, **values: str) -> str:
        """Fixed words, filled in."""
        return sentences.say(name, self.language, **values)

    def name(self, body: str | None) -> str:
        """The body's name in this language; the sector at large by its own word."""
        if body == SECTOR:
            return self.say("sector")
        return self.names.get(body, body) if body is not None else "–"

    def column(self, name: str) -> str:
        """What a reader calls the column."""
        own = name.removesuffix(TWIN)
        called = dates.of_both(columns.COLUMNS[own][:2], self.language)
        return self.say("change_other_language", column=called) if name.endswith(TWIN) else called

    def value(self, column: str, value: object, *, withheld: bool = False) -> tuple[Run, ...]:
        """The content of a cell of that column; a word for a blank one, or for one that is not printed."""
        if value is None or value == "":
            return (Run(self.say("change_unprinted" if withheld else "change_blank")),)
        if isinstance(value, tuple):
            items = [self._words(column, one) for one in value]
            return (Run(sentences.listed(items, self.language)),)
        if column in PROSE and self._coded(column, value) is None:
            opening, closing = sentences.MARKS[self.language]
            words, *mark = self._prose(column, str(value))
            return (Run(opening), words, Run(closing), *mark)
        return (Run(self._words(column, value)),)

    def _prose(self, column: str, words: str) -> tuple[Run, ...]:
        language = OTHER.get(self.own, self.own) if column.endswith(TWIN) else self.own
        return passage(Text(words, language), self.language)

    def _words(self, column: str, value: object) -> str:
        if isinstance(value, Day):
            return dates.day(value, self.language)
        if isinstance(value, Duration):
            return count_of(value.count, value.unit.removesuffix("s"), self.language)
        coded = self._coded(column, value)
        if coded is not None:
            return coded
        if column == "status":  # of a question: why it was dropped stands behind
            code, _, why = str(value).partition(": ")
            return f"{self._coded(column, code)}{sentences.COLON[self.language]}{why}"
        return self.name(str(value)) if column in NAMED else str(value)

    def _coded(self, column: str, value: object) -> str | None:
        """The printed word for a code; None where the cell holds something else."""
        _, _, group = columns.COLUMNS[column.removesuffix(TWIN)]
        code = str(value).lower() if isinstance(value, bool) else str(value)
        if group in columns.CODES and code in columns.CODES[group]:
            return dates.of_both(columns.CODES[group][code], self.language)
        return word(group, code, self.language) if group in WORDS and code in WORDS[group] else None
