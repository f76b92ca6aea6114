"""One row of the sheet of decisions: what it decides, and why it cannot."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from flows.workbook import headers, tabs
from flows.workbook.cleaning import choices
from flows.workbook.complaints import RULES, problem, words
from flows.workbook.complaints import decisions as own
from flows.workbook.complaints import recipients as people
from flows.workbook.nearest import nearest
from flows.workbook.schema import KEPT_IN, LISTS, SHEETS
from flows.workbook.schema.decisions import EVERYWHERE, OF_ITS_ROW, READS
from flows.workbook.text import key

if TYPE_CHECKING:
    from collections.abc import Iterator

    from flows.workbook.cleaning.entries import Entry
    from flows.workbook.decisions import Decision
    from flows.workbook.problems import Problem
    from flows.workbook.schema import Sheet
    from flows.workbook.tables import Layout

DECIDABLE = frozenset(choice.code for choice in LISTS["rule"])
OUT_OF_REACH = frozenset({*own.RULES, *people.RULES})
NAMES = {key(rule): rule for rule in RULES}


@dataclass(frozen=True, slots=True)
class Ruling:
    """One row in view; its decision's `rule` is "" where the cell names none."""

    entry: Entry
    decision: Decision
    row_key: str  # in the form of `rowkeys`; "" for anywhere

    @property
    def reads(self) -> str | None:
        """What kind of thing is read otherwise: one of `schema.decisions.READS`; None where nothing is."""
        return READS.get(self.decision.rule) if self.decision.read_as else None

    @property
    def on_error(self) -> bool:
        """Whether it is about an error, which is told once the cell it means is known."""
        rule = self.decision.rule
        return bool(rule) and rule not in DECIDABLE and rule not in OUT_OF_REACH

    def told(self, complaint: str, at: str, /, **details: str) -> Problem:
        """That complaint about its cell in the column `at`."""
        entry = self.entry
        return problem(complaint, entry.cell(at), entry.table.language, entry.said(at), None, **details)

    def unknown(self, guess: str | None = None, allowed: str = "") -> Problem:
        """The complaint about a reading that names nothing."""
        kind, language = self.reads or "value", self.entry.table.language
        example = tabs.title(SHEETS[0], language)
        return self.told(
            "decision_reads_unknown", "read_as",
            nothing=own.NAMES[kind][language], guess=words.guess(guess, language),
            typed=own.TYPED[kind][language].format(example=example, allowed=allowed),
        )  # fmt: skip


def rule(typed: str) -> str:
    """The rule that is named, as problems.json has it or by its French name; "" for none."""
    return NAMES.get(key(typed)) or choices.code("rule", typed) or ""


def faults(ruling: Ruling, layout: Layout) -> Iterator[Problem]:
    """Why the row cannot be used; nothing where it can, or where it is about an error."""
    yield from _of_rule(ruling)
    if ruling.on_error or ruling.decision.rule in OUT_OF_REACH:
        return
    if not ruling.decision.reason and _may_tell(ruling, "reason"):
        yield ruling.told("decision_without_reason", "reason")
    yield from _of_place(ruling)
    yield from _of_reading(ruling, layout)


def _may_tell(ruling: Ruling, column: str) -> bool:
    """Whether a blank is the row's own: neither is the column wanting, nor the cell told of as broken."""
    return ruling.entry.table.has(column) and not ruling.entry.broken(column)


def _of_rule(ruling: Ruling) -> Iterator[Problem]:
    typed, language = ruling.entry.text("rule"), ruling.entry.table.language
    if ruling.decision.rule in OUT_OF_REACH:
        yield ruling.told("decision_out_of_reach", "rule")
    elif not typed and _may_tell(ruling, "rule"):
        yield ruling.told("decision_without_rule", "rule")
    elif typed and not ruling.decision.rule:
        meant = nearest(key(typed), NAMES)
        guess = NAMES[meant] if meant else choices.close("rule", typed, language)
        yield ruling.told("decision_of_no_rule", "rule", guess=words.guess(guess, language))


def _of_place(ruling: Ruling) -> Iterator[Problem]:
    decision, header = ruling.decision, ruling.entry.table.header
    if not decision.content and not ruling.row_key:
        yield ruling.told("decision_of_nothing", "content", column=header("row"))
    elif decision.rule in OF_ITS_ROW and not ruling.row_key:
        yield ruling.told("decision_without_row", "row", named=decision.rule)


def _of_reading(ruling: Ruling, layout: Layout) -> Iterator[Problem]:
    decision = ruling.decision
    if not decision.read_as or not decision.rule:
        return
    if ruling.reads is None:
        yield ruling.told("decision_reads_nothing", "read_as", named=decision.rule)
    elif ruling.reads in EVERYWHERE and ruling.row_key:
        column = ruling.entry.table.header("read_as")
        yield ruling.told("decision_everywhere", "row", column=column)
    elif ruling.reads == "sheet" and _kept_or_none(decision.read_as):
        close = nearest(key(decision.read_as), _spellings())
        language = ruling.entry.table.language
        yield ruling.unknown(tabs.title(tabs.KEYS[close], language) if close else None)
    elif ruling.reads == "column":
        yield from _of_column(ruling, layout)


def _kept_or_none(typed: str) -> bool:
    """Whether that is no sheet's name, or one's that only its own tab's name may open."""
    sheet = tabs.KEYS.get(key(typed))
    return sheet is None or sheet.name in KEPT_IN


def _spellings() -> list[str]:
    return [name for name, sheet in tabs.KEYS.items() if sheet.name not in KEPT_IN]


def _of_column(ruling: Ruling, layout: Layout) -> Iterator[Problem]:
    known = {name for sheet in _headed(ruling, layout) for name in headers.names(sheet)}
    typed = key(ruling.decision.read_as)
    if typed not in known:
        yield ruling.unknown(nearest(typed, known))


def _headed(ruling: Ruling, layout: Layout) -> list[Sheet]:
    """The sheets whose tab has that header; where none is known to, all that it may be on."""
    content, tab = key(ruling.decision.content), ruling.row_key
    tables = [table for table in layout.tables if tab in ("", key(table.label))]
    typed = {(cell.sheet, key(cell.header or "")) for cell in layout.unknown_columns}
    typed |= {(table.label, key(header)) for table in tables for _, header in table.columns.values()}
    there = [table.sheet for table in tables if (table.label, content) in typed]
    return there or [sheet for sheet in SHEETS if sheet.name not in KEPT_IN]
