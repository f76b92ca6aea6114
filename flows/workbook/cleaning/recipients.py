"""The sheet of recipients: who is written to, in the sheet's order; read apart from the record.

In doubt nobody is written to: not from a row out of sight, not where "active" cannot be read, not at an
address that another row switches off.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from flows.workbook import addresses, headers
from flows.workbook.cleaning import choices, topics
from flows.workbook.cleaning.entries import UNREAD, entries
from flows.workbook.cleaning.texts import LANGUAGES
from flows.workbook.cleaning.visible import visible
from flows.workbook.complaints import problem, remedies, words
from flows.workbook.complaints.recipients import FAULTS
from flows.workbook.nearest import nearest
from flows.workbook.people import Recipient, hint
from flows.workbook.text import key, pieces, tidy

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from flows.record.facts import Record
    from flows.workbook.cleaning.entries import Entry
    from flows.workbook.cleaning.visible import Visible
    from flows.workbook.problems import Problem
    from flows.workbook.read import Book
    from flows.workbook.tables import Layout, Table

EXCEL_ERRORS = ("#N/A", "#REF!", "#NAME?", "#VALUE!", "#DIV/0!", "#NULL!", "#NUM!", "#SPILL!", "#CALC!")


@dataclass(frozen=True, slots=True)
class Recipients:
    """Who is written to, and what there is to say of the sheet."""

    people: tuple[Recipient, ...] = ()
    problems: tuple[Problem, ...] = ()


def recipients(book: Book, layout: Layout, record: Record) -> Recipients:
    """Those of the sheet who are switched on and can be written to; topics as the record spells them."""
    table = layout.recipients
    if table is None:
        return Recipients()
    seen = visible(book, replace(layout, tables=(table,)))
    rows = entries(seen, table)
    shown = [entry for entry in rows if entry.apart is None]
    usable, faults = _usable(shown, told=table.has("email") and not _hides(seen, table, "email"))
    known = topics.known(record)
    of_cells = (told for entry in usable for told in _of_cells(entry, known))
    aside = (_out_of_sight(entry) for entry in rows if entry.apart)
    blind = tuple(_blind(seen, layout, table))
    problems = (*_of_marks(seen, table), *blind, *aside, *faults, *of_cells)
    return Recipients(() if blind else tuple(_recipient(entry, known) for entry in usable), problems)


def _hides(seen: Visible, table: Table, name: str) -> bool:
    return (table.label, name) in seen.hidden_columns


def _of_marks(seen: Visible, table: Table) -> Iterator[Problem]:
    """What is hidden, struck or broken, without its words; of "active" it is told by rules of its own."""
    switch, email = (table.columns[name][0] if table.has(name) else None for name in ("active", "email"))
    for told in seen.harvest.problems:
        if told.cell.column != switch or told.rule not in (*UNREAD, "hidden_column"):
            shown = told.found if told.found in ("", *EXCEL_ERRORS) else hint(told.found)
            decisive = told.cell.column == email and told.rule in UNREAD
            severity = "error" if decisive else told.severity
            yield problem(told.rule, told.cell, table.language, shown, severity, left="…")


def _blind(seen: Visible, layout: Layout, table: Table) -> Iterator[Problem]:
    """The complaints about a column that may say who is switched off, and is not read."""
    spellings = [each for each, (name, _) in headers.names(table.sheet).items() if name == "active"]
    doubtful = [
        told.cell
        for told in layout.problems
        if told.cell.sheet == table.label and told.rule in ("misspelt_header", "same_header")
    ]
    cells = [cell for cell in doubtful if nearest(key(cell.header or ""), spellings)]
    if _hides(seen, table, "active"):
        cells.append(table.cell(table.header_row, "active"))
    column = "actif" if table.language == "fr" else "active"
    yield from (problem("unread_switch", cell, table.language, column=column) for cell in cells)


def _out_of_sight(entry: Entry) -> Problem:
    language = entry.table.language
    withdraw = remedies.withdraw("", language, there=False, has_ids=False)
    return problem(entry.apart or "", entry.cell("email"), language, withdraw=withdraw)


def _usable(shown: Sequence[Entry], *, told: bool) -> tuple[list[Entry], list[Problem]]:
    """The rows that are used, and why others are not; `told` is false where no address is in view."""
    off = {addresses.same(entry.address.email): entry for entry in shown if entry.switch == "no"}
    used: dict[str, Entry] = {}
    faults: list[Problem] = []
    for entry in shown:
        if entry.switch != "no":
            same = addresses.same(entry.address.email)
            found = [*_unread(entry, told=told), *(_elsewhere(entry, same, used, off) if same else ())]
            faults += found
            if same and not found:
                used[same] = entry
    return list(used.values()), faults


def _unread(entry: Entry, *, told: bool) -> Iterator[Problem]:
    """The complaints about a row whose switch, or whose address, cannot be read."""
    language = entry.table.language
    if entry.switch == "unknown":
        yield problem("unknown_switch", entry.cell("active"), language, hint(entry.said("active")))
    typed, fault, where = entry.text("email"), entry.address.fault, entry.cell("email")
    if not typed:
        if told and not entry.broken("email"):
            yield problem("recipient_without_address", where, language, entry.said("email"))
    elif fault == addresses.SEVERAL:
        yield problem("several_addresses", where, language, hint(typed))
    elif fault:
        yield problem("unusable_address", where, language, hint(typed), fault=FAULTS[fault][language])


def _elsewhere(
    entry: Entry, same: str, used: Mapping[str, Entry], off: Mapping[str, Entry]
) -> Iterator[Problem]:
    """The complaint about an address that stands in another row too."""
    language, where, shown = entry.table.language, entry.cell("email"), hint(entry.text("email"))
    if same in off:
        yield problem(
            "address_switched_off", where, language, shown, others=str(off[same].cell("email")),
            column=entry.table.header("active"), no=choices.label("yes_no", "no", language),
        )  # fmt: skip
    elif same in used:
        yield problem("address_twice", where, language, shown, others=str(used[same].cell("email")))


def _of_cells(entry: Entry, known: Mapping[str, str]) -> Iterator[Problem]:
    """The complaints about the cells of a row that is used all the same."""
    language = entry.table.language
    if entry.text("language") and _language(entry) is None:
        shown = hint(entry.text("language"))
        yield problem("unknown_edition_language", entry.cell("language"), language, shown)
    if len(pieces(entry.text("group"))) > 1:
        yield problem("several_groups", entry.cell("group"), language, hint(entry.text("group")))
    for typed, meant in topics.unknown(entry.text("topics"), known):
        guess = words.guess(meant, language)
        yield problem("unknown_topic", entry.cell("topics"), language, hint(typed), guess=guess)


def _recipient(entry: Entry, known: Mapping[str, str]) -> Recipient:
    return Recipient(
        name=tidy(entry.text("name")),
        email=entry.address.email,
        language=_language(entry),
        group=tidy(entry.text("group")),
        topics=topics.followed(entry.text("topics"), known),
        cell=entry.cell("email"),
    )


def _language(entry: Entry) -> str | None:
    """The language of the briefing that is named, by its code or its name in either language."""
    typed = tidy(entry.text("language")).lower()
    code = re.fullmatch("([a-z]{2})(?:[-_][a-z0-9]+)?", typed)
    named = code[1] if code else LANGUAGES.get(key(typed))
    return named if named in headers.LANGUAGES else None
