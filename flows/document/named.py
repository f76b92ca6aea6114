"""Which row a change is of, in words a reader knows it by: whose it is, what kind, of which day (R9)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from flows.document.values import Run, passage
from flows.document.wording import dates, sentences
from flows.document.wording.words import WORDS, word
from flows.record.columns import COLUMNS
from flows.record.order import own_day

if TYPE_CHECKING:
    from collections.abc import Mapping

    from flows.document.cells import Cells
    from flows.record.editions import Change, Changes

Key = tuple[str, object]
"""What a row goes by: its sheet, and its id; a body its name; an answer its demand, whose it is, its day."""


@dataclass(frozen=True, slots=True)
class Names:
    """The rows of both editions by sheet and id, as the later one has them, in one language."""

    rows: Mapping[Key, Any]
    cells: Cells

    def row(self, change: Change) -> Any:  # noqa: ANN401 - a row of any sheet
        """The row a change is of; None for a limit, or for a row no edition printed."""
        if change.sheet == "responses":
            return self.rows.get((change.sheet, (change.id, change.target, change.on)))
        return self.rows.get((change.sheet, change.id))

    def who(self, change: Change) -> tuple[Run, ...]:
        """Whose row it is, and what kind of row: "Amazon, moratorium"; of one that went also its day."""
        if change.sheet == "settings":
            return (Run(self.cells.column(change.id)),)
        if change.sheet == "organisations":
            return (Run(self.cells.name(change.id)),)
        went = change.heading == "withdrawn" or change.what == "set_aside"
        if went and (was := self.was(change.sheet, change.id)):
            return was
        return self._here(change.sheet, self._told_by(change.sheet, change.id))

    def short(self, change: Change) -> str:
        """Whose row it is and its id, "Amazon [A001]"; the id alone of what nobody said or did."""
        whose = self.whose(change.sheet, change.id)
        if whose != change.id:
            return f"{whose} [{change.id}]"
        named = change.sheet in {"settings", "organisations"}
        return plain(self.who(change)) if named else f"[{change.id}]"

    def whose(self, sheet: str, row_id: str) -> str:
        """Who announced it, or said it; its id where nobody did."""
        row = self._told_by(sheet, row_id)
        whose = getattr(row, "organisation", None) or getattr(row, "actor", None)
        return row_id if whose is None else self.cells.name(whose)

    def was(self, sheet: str, row_id: str) -> tuple[Run, ...]:
        """What a row was that is printed no more: "Amazon, moratorium, 10 June 2020"; blank if not known."""
        row = self._told_by(sheet, row_id)
        if row is None:
            return ()
        day = own_day(row) if sheet != "questions" else None
        parts = [(*self._here(sheet, row), *self._nature(sheet, row))]
        parts += [(Run(dates.day(day, self.cells.language)),)] if day is not None else []
        return _with_commas(parts)

    def _told_by(self, sheet: str, row_id: str) -> Any:  # noqa: ANN401 - a row of any sheet
        """The row that has the name: a response goes by its demand."""
        return self.rows.get(("reactions" if sheet == "responses" else sheet, row_id))

    def _here(self, sheet: str, row: Any) -> tuple[Run, ...]:  # noqa: ANN401 - a row of any sheet
        if row is None or sheet == "context":
            return (Run(word("sheet", sheet, self.cells.language)),)
        if sheet == "questions":
            return passage(row.question, self.cells.language)
        if sheet == "sources":
            label = self.cells.say("label_sources")
            return (Run(f"{label}, {row.publisher}" if row.publisher else label),)
        if sheet == "announcements":
            kind = word("kind", row.kind, self.cells.language)
            return (Run(f"{self.cells.name(row.organisation)}, {kind}"),)
        return (Run(self.cells.name(row.actor)),)

    def _nature(self, sheet: str, row: Any) -> tuple[Run, ...]:  # noqa: ANN401 - a row of any sheet
        """What a reaction is: a demand, else its kind; other rows are told by what they are already."""
        if sheet == "responses":
            return (Run(f", {self.cells.say('label_responses')}"),)
        if sheet != "reactions":
            return ()
        if row.demand is not None:
            return (Run(f", {self.cells.say('label_demands')}"),)
        kind = row.kind if row.kind in WORDS["kind"] else "statement"
        return (Run(f", {word('kind', kind, self.cells.language)}"),)


def names(changes: Changes, cells: Cells) -> Names:
    """What names the rows of these two editions."""
    rows: dict[Key, Any] = {}
    for record in (changes.before.record, changes.after.record):
        for sheet in COLUMNS:
            for row in getattr(record, sheet):
                rows[sheet, _goes_by(sheet, row)] = row
    return Names(rows, cells)


def _goes_by(sheet: str, row: Any) -> object:  # noqa: ANN401 - a row of any sheet
    if sheet == "responses":
        return row.demand, row.organisation, row.on
    return row.name if sheet == "organisations" else row.id


def opened(runs: tuple[Run, ...]) -> tuple[Run, ...]:
    """The words with a capital first letter."""
    first, *rest = runs
    return (Run(sentences.capital(first.words), first.language, first.strong), *rest)


def plain(runs: tuple[Run, ...]) -> str:
    """The words without their languages, for where only letters count."""
    return "".join(run.words for run in runs)


def asks(runs: tuple[Run, ...]) -> bool:
    """True for words that bear their own mark at the end, as a question does."""
    return plain(runs).endswith("?")


def ended(runs: tuple[Run, ...]) -> str:
    """The words with a full stop; a question has its own mark."""
    return plain(runs) if asks(runs) else f"{plain(runs)}."


def _with_commas(parts: list[tuple[Run, ...]]) -> tuple[Run, ...]:
    first, *rest = parts
    return (*first, *(run for part in rest for run in (Run(", "), *part)))
