"""The one rule that colours the cells with complaints: told by its formula, so that it can be found again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flows.workbook.annotating import words
from flows.workbook.annotating.document import below
from flows.workbook.annotating.escaping import escaped
from flows.workbook.annotating.notes import worst
from flows.workbook.reading.places import address

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from flows.workbook.annotating.document import Document
    from flows.workbook.annotating.elements import Element
    from flows.workbook.annotating.targets import Targets
    from flows.workbook.problems import Severity
    from flows.workbook.reading.places import Place

ORDER = (
    "sheetPr", "dimension", "sheetViews", "sheetFormatPr", "cols", "sheetData", "sheetCalcPr",
    "sheetProtection", "protectedRanges", "scenarios", "autoFilter", "sortState", "dataConsolidate",
    "customSheetViews", "mergeCells", "phoneticPr", "conditionalFormatting", "dataValidations", "hyperlinks",
    "printOptions", "pageMargins", "pageSetup", "headerFooter", "rowBreaks", "colBreaks", "customProperties",
    "cellWatches", "ignoredErrors", "smartTags", "drawing", "legacyDrawing", "legacyDrawingHF", "drawingHF",
    "picture", "oleObjects", "controls", "webPublishItems", "tableParts", "extLst",
)  # fmt: skip
"""What a sheet may hold, in the order in which it has to."""

FORMULA = 'N("{told}")=0'  # always true: a text counts as nought
OURS = f'N("{words.AUTHOR}'
MOST_RANGES = 1_000  # in one rule: Excel gives up on endless lists


def add(document: Document, targets: Targets, looks: Mapping[Severity, int], language: str) -> None:
    """Colour the cells of a sheet; `looks` has the number of each severity's look among the workbook's."""
    priority = _last(document.root)
    prefix, new = document.root.prefix, []
    for severity, look in looks.items():
        places = [place for place, told in targets.items() if worst(told) == severity]
        formula = escaped(FORMULA.format(told=words.opening(severity, language)))
        ranges = list(_ranges(places))
        for at in range(0, len(ranges), MOST_RANGES):
            priority += 1
            new.append(
                f'<{prefix}conditionalFormatting sqref="{" ".join(ranges[at : at + MOST_RANGES])}">'
                f'<{prefix}cfRule type="expression" dxfId="{look}" priority="{priority}">'
                f"<{prefix}formula>{formula}</{prefix}formula></{prefix}cfRule></{prefix}conditionalFormatting>"
            )
    document.beside(ORDER, "conditionalFormatting", "".join(new))


def remove(document: Document) -> bool:
    """Take our rules off a sheet; whether there were any."""
    found = False
    for formatting in (each for each in document.root.children if each.local == "conditionalFormatting"):
        gone = [rule for rule in formatting.children if _is_ours(rule)]
        found = found or bool(gone)
        for each in [formatting] if gone and len(gone) == len(formatting.children) else gone:
            document.cut(each)
    return found


def _is_ours(rule: Element) -> bool:
    return any(formula.text.startswith(OURS) for formula in rule.children)


def _last(root: Element) -> int:
    """The highest number any rule of the sheet has, among new kinds of rules too."""
    numbers = (rule.attributes.get("priority", "") for rule in below(root, "cfRule"))
    return max((int(number) for number in numbers if number.isdecimal()), default=0)


def _ranges(places: Iterable[Place]) -> Iterator[str]:
    """The cells as a formula would name them, those below one another in one piece."""
    run: list[Place] = []
    for row, column in sorted(places, key=lambda place: (place[1], place[0])):
        if run and run[-1] != (row - 1, column):
            yield _range(run)
            run = []
        run.append((row, column))
    if run:
        yield _range(run)


def _range(run: list[Place]) -> str:
    first, last = address(*run[0]), address(*run[-1])
    return first if first == last else f"{first}:{last}"
