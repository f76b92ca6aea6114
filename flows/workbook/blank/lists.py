"""What the sheet of lists holds: closed lists with what their values mean, and whom a demand may go to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from flows.record.facts import SECTOR
from flows.workbook.blank import ranges, titles
from flows.workbook.blank.plan import FIRST_ROW, HEADER_ROW
from flows.workbook.cleaning.references import NAMING
from flows.workbook.reading.reasons import spaced
from flows.workbook.schema import LISTS
from flows.workbook.schema.settings import ALWAYS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from flows.workbook.blank.plan import Plan
    from flows.workbook.blank.ranges import Source
    from flows.workbook.schema import Choice, Column

VALUED = {"paper": "paper", "accent": "colour", "hide": "section", "order": "section"}
"""Settings whose value is one of a list, with that list."""

LANGUAGES = ("en", "fr")
UNFINISHED = {"translator": ("publisher",)}
"""Values that say nothing by themselves: shown on the sheet with dots after them, and not offered."""

WITHOUT_EXCEPTIONS = ("none", "unspecified"), ("aucune", "non précisé")
NAMED_AT_MOST = 300  # organisations that a demand's target may be chosen from
TARGETS = "targets"
ORGANISATIONS = "organisations"


VALUES, MEANINGS, TARGETS_IN = "A", "B", "D"
"""The columns of the sheet: values, what each means, and at a distance whom a demand may go to."""


@dataclass(frozen=True, slots=True)
class Listed:
    """One list as it stands on its sheet: a heading, and below it each value beside what it means."""

    name: str
    title: str
    row: int  # of the heading
    values: tuple[str, ...]
    means: tuple[str, ...]
    source: Source


def listed(plans: Sequence[Plan]) -> tuple[Listed, ...]:
    """Every list in the workbook's language, one below the other."""
    tab, row = titles.LISTED[plans[0].language], HEADER_ROW
    found = []
    for name, values, means in _contents(plans):
        offered = len(values) - len(UNFINISHED.get(name, ()))
        source = ranges.fixed(f"list_{name}", tab, VALUES, row + 1, offered)
        found.append(Listed(name, _title(name, plans), row, values, means, source))
        row += len(values) + 2
    return tuple(found)


def sources(plans: Sequence[Plan]) -> dict[str, Source]:
    """What every drop-down draws from, by name: lists, the ids of each sheet, organisations, targets."""
    by_name = {each.name: each.source for each in listed(plans)}
    for plan in plans:
        if plan.sheet.prefix:
            by_name[plan.sheet.prefix] = ranges.growing(f"ids_{plan.sheet.name}", plan, plan.key)
        if plan.sheet.name == ORGANISATIONS:
            by_name[ORGANISATIONS] = ranges.growing(f"names_{plan.sheet.name}", plan, plan.key)
    return by_name | {TARGETS: _targets(plans)}


def dependent(plans: Sequence[Plan]) -> Mapping[str, str]:
    """What the value of a setting is chosen from, by the name the rule looks up: value_paper."""
    codes = {choice.code: choice for choice in LISTS["setting"]}
    french = plans[0].language == "fr"
    return {f"value_{codes[code].fr if french else code}": f"list_{name}" for code, name in VALUED.items()}


def target_rows(plans: Sequence[Plan]) -> list[str]:
    """What stands in the column of targets: SECTOR, then each organisation's name."""
    plan = next(plan for plan in plans if plan.sheet.name == ORGANISATIONS)
    letter = plan.key.letter
    names = f"{ranges.quoted(plan.tab)}!${letter}${HEADER_ROW}:${letter}${plan.key.until}"
    first = f"{TARGETS_IN}${FIRST_ROW}:{TARGETS_IN}"
    each = (f"INDEX({names},ROWS({first}{FIRST_ROW + number}))" for number in range(1, NAMED_AT_MOST + 1))
    return [SECTOR, *(f'=IF({name}="","",{name})' for name in each)]


def letters_of(plan: Plan, column: Column) -> str:
    """The letters of the ids a column may name; "" where it names none."""
    if plan.key.name == column.name and plan.sheet.prefix:
        return ""
    return NAMING.get(plan.sheet.name, {}).get(column.name, "")


def _targets(plans: Sequence[Plan]) -> Source:
    plan = next(plan for plan in plans if plan.sheet.name == ORGANISATIONS)
    tab, letter = ranges.quoted(titles.LISTED[plan.language]), TARGETS_IN
    last = f"${letter}${FIRST_ROW + NAMED_AT_MOST}"
    header = f"{ranges.quoted(plan.tab)}!${plan.key.letter}${HEADER_ROW}"
    names = f"{header}:${plan.key.letter}${HEADER_ROW + NAMED_AT_MOST}"
    rows = f'SUMPRODUCT(MAX(({names}<>"")*ROW({names})))-ROW({header})'
    grows = f"OFFSET({tab}!${letter}${HEADER_ROW},1,0,1+{rows},1)"
    return ranges.Source(TARGETS, grows, f"{tab}!${letter}${FIRST_ROW}:{last}")


def _contents(plans: Sequence[Plan]) -> Iterator[tuple[str, tuple[str, ...], tuple[str, ...]]]:
    french = plans[0].language == "fr"
    used = {slot.column.choices for plan in plans for slot in plan.slots if slot.column}
    for name, choices in LISTS.items():
        if name in used or name in VALUED.values():
            shown = sorted(_shown(name, choices), key=lambda one: one.code in UNFINISHED.get(name, ()))
            means = tuple(_meaning(one, french=french) for one in shown)
            yield name, tuple(_value(name, one, french=french) for one in shown), means
    yield "exceptions", WITHOUT_EXCEPTIONS[french], ("", "")
    yield "language", LANGUAGES, (("anglais", "français") if french else ("English", "French"))


def _shown(name: str, choices: Sequence[Choice]) -> Iterator[Choice]:
    """All of them, but for sections only those that may be hidden."""
    return (one for one in choices if name != "section" or one.code not in ALWAYS)


def _value(name: str, choice: Choice, *, french: bool) -> str:
    """The value as it is typed; one that is no more than a beginning with a colon after it."""
    value = choice.fr if french else choice.code
    return value + (spaced(" : …") if french else ": …") if choice.code in UNFINISHED.get(name, ()) else value


def _meaning(choice: Choice, *, french: bool) -> str:
    return (choice.fr_means if french else choice.en_means).replace("`", "")


def _title(name: str, plans: Sequence[Plan]) -> str:
    """What stands over a list: the header it serves, with its tab where another list serves such a header."""
    users = [
        (plan, slot) for plan in plans for slot in plan.slots if slot.column and _serves(name, slot.column)
    ]
    if not users:
        plan = next(plan for plan in plans if plan.sheet.name == "settings")
        choice = {one.code: one for one in LISTS["setting"]}
        codes = (choice[code] for code, each in VALUED.items() if each == name)
        return f"{plan.tab} – " + ", ".join(one.fr if plan.language == "fr" else one.code for one in codes)
    plan, slot = users[0]
    alike = {
        other.column.choices
        for plan in plans
        for other in plan.slots
        if other.column and other.title == slot.title
    }
    return f"{plan.tab} – {slot.title}" if len(alike) > 1 or slot.name == "name" else slot.title


def _serves(name: str, column: Column) -> bool:
    return column.choices == name or (column.choices is None and column.kind == name)
