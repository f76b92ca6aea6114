"""What a cell of each column takes: from a list, a date, an id; and how firmly Excel insists on it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from openpyxl.worksheet.datavalidation import DataValidation

from flows.workbook.blank import lists, prompts, titles
from flows.workbook.blank.lists import ORGANISATIONS, TARGETS
from flows.workbook.blank.messages import message
from flows.workbook.blank.plan import HEADER_ROW

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from flows.workbook.blank.plan import Plan, Slot
    from flows.workbook.blank.ranges import Source
    from flows.workbook.schema import Column

DOTTED = "reactions"  # the sheet whose ids may have a dot: R001.1
FOLLOWED_BY_WORDS = {"question_status": "warning", "translator": None, "setting": "warning"}
"""Lists whose value may go on in words: "dropped: settled", "team: LM", "title_fr"."""

FIRST_DAY, LAST_DAY = 18_264, 73_415
"""1950-01-01 and 2100-12-31 as Excel counts days: 2020 typed into a date cell is a day of 1905."""

MOST_DAYS = 36_500


@dataclass(frozen=True, slots=True)
class Entry:
    """One rule for the cells of a column. `firm` is stop, warning, or None where anything may follow."""

    kind: str  # list, date, custom, whole; none for a prompt alone
    formula: str | None = None
    second: str | None = None  # the upper end, of dates and numbers
    firm: str | None = None
    told: tuple[str, str] = ("", "")  # what Excel says: title, text


@dataclass(frozen=True, slots=True)
class Offered:
    """All the drop-downs of a workbook, and how they are written."""

    plans: Mapping[str, Plan]  # by the model's name
    sources: Mapping[str, Source]
    portable: bool

    def drawn(self, name: str) -> str | None:
        """What a rule says to draw from that list; None where there is none of that name."""
        source = self.sources.get(name)
        return f"={source.shown(portable=self.portable)}" if source else None

    def tab(self, prefix: str) -> str:
        """The tab of the sheet whose ids begin with that letter."""
        return next((plan.tab for plan in self.plans.values() if plan.sheet.prefix == prefix), "")


def offered(plans: Sequence[Plan], *, portable: bool) -> Offered:
    """The drop-downs of a workbook with these sheets."""
    return Offered({plan.sheet.name: plan for plan in plans}, lists.sources(plans), portable)


def validations(plan: Plan, all_of: Offered) -> Iterator[DataValidation]:
    """The rules of a sheet: one for each header, then one for the cells of each column."""
    for slot in plan.slots:
        yield _header(plan, slot)
    for slot in plan.slots:
        if slot.column:
            yield _rule(entry(plan, slot, all_of), slot.cells, prompts.title(slot), prompts.cell(plan, slot))


def entry(plan: Plan, slot: Slot, all_of: Offered) -> Entry:
    """What the cells of that column take."""
    column = slot.column
    if column is None or slot.twin:
        return Entry("none")
    if column.choices:
        return _choice(plan, column, all_of)
    match column.kind:
        case "id" | "ids" | "organisation" | "organisations" | "names":
            return _named(plan, slot, column, all_of)
        case "day":
            told = message("day", plan.language)
            return Entry("date", str(FIRST_DAY), str(LAST_DAY), "warning", told)
        case "language" | "exceptions":
            firm = "warning" if column.kind == "language" else None
            return Entry("list", all_of.drawn(column.kind), None, firm, message("beside", plan.language))
        case _:
            return _typed(plan, slot, column, all_of)


def _named(plan: Plan, slot: Slot, column: Column, all_of: Offered) -> Entry:
    """A cell that names a row or a body."""
    if column.kind not in ("id", "ids"):
        return _organisation(plan, column, all_of)
    return _own_id(plan, slot) if slot is plan.key and plan.sheet.prefix else _id(plan, column, all_of)


def _typed(plan: Plan, slot: Slot, column: Column, all_of: Offered) -> Entry:
    cell = slot.first
    match column.kind:
        case "count":
            return Entry("whole", "0", str(MOST_DAYS), "stop", message("count", plan.language))
        case "address":
            formula = f'=OR(LEFT({cell},8)="https://",LEFT({cell},7)="http://")'
            return Entry("custom", formula, None, "warning", message("address", plan.language))
        case "sources":
            named = f'AND(UPPER(LEFT({cell},1))="S",ISNUMBER(VALUE(MID({cell},2,3))))'
            told = message("source", plan.language, tab=all_of.tab("S"))
            return Entry("custom", f'=OR(ISNUMBER(SEARCH("://",{cell})),{named})', None, "warning", told)
        case _ if plan.sheet.name == "settings" and column.name == "value" and not all_of.portable:
            name = plan.key.first
            return Entry("list", f'=INDIRECT("value_"&SUBSTITUTE({name}," ","_"))')
        case _:
            return Entry("none")


def _choice(plan: Plan, column: Column, all_of: Offered) -> Entry:
    name = column.choices or ""
    firm = None if column.kind == "choices" else FOLLOWED_BY_WORDS.get(name, "stop")
    told = message(
        "beside" if firm == "warning" else "list", plan.language, lists=titles.LISTED[plan.language]
    )
    return Entry("list", all_of.drawn(name), None, firm, told)


def _own_id(plan: Plan, slot: Slot) -> Entry:
    """A letter and a number that no other row has; with a dot where statements have further rows."""
    cell = slot.first
    digits = f"MID(TRIM({cell}),2,12)"
    if plan.sheet.name == DOTTED:
        number = f'ISNUMBER(VALUE(SUBSTITUTE({digits},".","")))'
    else:
        number = f'ISNUMBER(VALUE({digits})),ISERROR(FIND(".",{cell}))'
    letter = f'UPPER(LEFT(TRIM({cell}),1))="{plan.sheet.prefix}"'
    formula = f"=AND(COUNTIF({slot.whole},{cell})=1,{letter},{number})"
    told = message("id", plan.language, prefix=plan.sheet.prefix or "")
    return Entry("custom", formula, None, "stop", told)


def _id(plan: Plan, column: Column, all_of: Offered) -> Entry:
    """The id of a row elsewhere: chosen where it can be of one sheet only."""
    named = lists.letters_of(plan, column)
    if len(named) != 1 or named not in all_of.sources:
        return Entry("none")
    words_too = column.name == "asked_by"  # or "team"
    firm = None if column.kind == "ids" else "warning" if words_too else "stop"
    told = message("beside" if words_too else "other_id", plan.language, tab=all_of.tab(named))
    return Entry("list", all_of.drawn(named), None, firm, told)


def _organisation(plan: Plan, column: Column, all_of: Offered) -> Entry:
    if column.name == "aliases" or ORGANISATIONS not in all_of.sources:
        return Entry("none")
    firm = "warning" if column.kind == "organisation" else None
    told = message("organisation", plan.language, tab=all_of.plans[ORGANISATIONS].tab)
    name = TARGETS if column.name == "target" else ORGANISATIONS
    return Entry("list", all_of.drawn(name), None, firm, told)


def _header(plan: Plan, slot: Slot) -> DataValidation:
    guard = Entry("custom", "=FALSE", None, "stop", message("header", plan.language))
    return _rule(guard, f"{slot.letter}{HEADER_ROW}", prompts.title(slot), prompts.header(plan, slot))


def _rule(rule: Entry, cells: str, title: str, text: str) -> DataValidation:
    made = DataValidation(
        type=None if rule.kind == "none" else rule.kind,
        operator="between" if rule.second else None,
        formula1=rule.formula.removeprefix("=") if rule.formula else None,
        formula2=rule.second,
        allow_blank=True,
        showErrorMessage=bool(rule.firm),
        showInputMessage=bool(text),
        sqref=cells,
    )
    if rule.firm:
        made.errorStyle = rule.firm
        made.errorTitle, made.error = rule.told
    if text:
        made.promptTitle, made.prompt = title, text
    return made
