"""What colours a cell by itself: required and blank, ends soon, over, an id twice, a row withdrawn."""

from __future__ import annotations

from typing import TYPE_CHECKING

from openpyxl.formatting.rule import Rule

from flows.workbook.blank import look
from flows.workbook.blank.entries import DOTTED
from flows.workbook.blank.plan import FIRST_ROW

if TYPE_CHECKING:
    from collections.abc import Iterator

    from openpyxl.styles.differential import DifferentialStyle

    from flows.workbook.blank.plan import Plan, Slot

SOON = 60  # days left from which an end is near
ENDS = ("ends_on",)

SOON_LOOK = look.marked(look.SOON_INK, look.SOON, bold=True)
OVER_LOOK = look.marked(look.OVER_INK, look.OVER, italic=True)
TWICE_LOOK = look.marked(look.OVER_INK, look.TWICE, bold=True)
MISSING_LOOK = look.marked(None, look.MISSING)
RETIRED_LOOK = look.faded()


def rules(plan: Plan) -> Iterator[tuple[str, Rule]]:
    """Each rule with the cells it looks at; the first that holds of two that would clash stops the other."""
    if plan.sheet.key:
        yield plan.key.cells, _rule(_twice(plan.key), TWICE_LOOK, stop=True)
    for slot in plan.slots:
        if slot.required:
            yield slot.cells, _rule(_missing(plan, slot), MISSING_LOOK)
        if slot.name in ENDS:
            stands = _unanswered(plan)
            day = slot.first
            yield slot.cells, _rule(f"AND(ISNUMBER({day}),{day}<TODAY(){stands})", OVER_LOOK, stop=True)
            near = f"AND(ISNUMBER({day}),{day}>=TODAY(),{day}-TODAY()<={SOON}{stands})"
            yield slot.cells, _rule(near, SOON_LOOK)
    if retired := plan.slot("retired"):
        whole = f"A{FIRST_ROW}:{plan.last.letter}{plan.last.until}"
        yield whole, _rule(f'TRIM({retired.first})<>""', RETIRED_LOOK)


def _rule(formula: str, shown: DifferentialStyle, *, stop: bool = False) -> Rule:
    return Rule(type="expression", dxf=shown, stopIfTrue=stop or None, formula=[formula])


def _twice(slot: Slot) -> str:
    return f'AND({slot.first}<>"",COUNTIF({slot.whole},{slot.first})>1)'


def _missing(plan: Plan, slot: Slot) -> str:
    """Blank although its row has something; but a dotted row takes from its base, target does for about."""
    first, last = plan.slots[0].first, plan.last.first
    tests = [f"COUNTA({first}:{last})>0", f'TRIM({slot.first})=""']
    if plan.sheet.name == DOTTED and slot is not plan.key:
        tests.append(f'ISERROR(FIND(".",{plan.key.first}))')
    target = plan.slot("target")
    if slot.name == "about" and target:
        tests.append(f'TRIM({target.first})=""')
    if retired := plan.slot("retired"):
        tests.append(f'TRIM({retired.first})=""')
    return f"AND({','.join(tests)})"


def _unanswered(plan: Plan) -> str:
    """That no later row takes the commitment up: an end that was extended is no news."""
    previous = plan.slot("previous_id")
    return f",COUNTIF({previous.whole},{plan.key.first})=0" if previous else ""
