"""Cells at odds with their neighbours: an end without a term, a quote without a speaker. Warnings only."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flows.record import periods, voices
from flows.workbook.cleaning import choices, translators
from flows.workbook.cleaning.order import before
from flows.workbook.complaints import problem, words
from flows.workbook.text import key

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from flows.record.facts import Day
    from flows.workbook.cleaning.rows import Row
    from flows.workbook.problems import Problem

MARKS = {"“": "”", "«": "»", '"': '"', "„": "“", "‘": "’", "‹": "›"}


def checks(rows: Sequence[Row]) -> Iterator[Problem]:
    """Every warning that compares two cells of a row, and on quotes."""
    for row in rows:
        sheet = row.table.sheet.name
        if sheet == "announcements":
            yield from _relation(row)
            yield from _term(row, "")
            yield from _condition(row, "")
            yield from _order(row, "ends_on", "announced_on")
            yield from _ends(row)
        if sheet == "reactions":
            yield from _term(row, "demand_")
            yield from _condition(row, "demand_")
            yield from _order(row, "demand_ends_on", "reacted_on")
        if sheet in ("announcements", "reactions"):
            yield from _quote(row)
            yield from _second_reader(row)
        if sheet == "questions":
            yield from _status(row)
        if sheet == "organisations" and row.key in (row.get("related_to") or ()):
            where, name = row.cell("related_to"), row.key or ""
            yield problem("related_to_itself", where, row.table.language, row.said("related_to"), id=name)


def _relation(row: Row) -> Iterator[Problem]:
    relation, previous = row.get("relation"), row.get("previous_id")
    language, header = row.table.language, row.table.header
    if relation and not previous:
        cell, column = row.cell("relation"), header("previous_id")
        yield problem("relation_without_previous", cell, language, row.said("relation"), column=column)
    if previous and not row.said("relation"):
        yield problem(
            "previous_without_relation", row.cell("relation"), language,
            column=header("previous_id"), id=previous, allowed=choices.allowed("relation", language),
        )  # fmt: skip


def _term(row: Row, prefix: str) -> Iterator[Problem]:
    term, (at_term, at_end, at_duration) = row.get(f"{prefix}term"), _named(prefix)
    language, header = row.table.language, row.table.header
    if term == "fixed" and not row.said(at_end) and not row.said(at_duration):
        cell, other = row.cell(at_end), header(at_duration)
        yield problem("fixed_without_end", cell, language, column=header(at_term), other=other)
    name = next((name for name in (at_end, at_duration) if row.get(name)), None)
    if term != "fixed" and name and _is_own(row, at_term):
        fixed = choices.label("term", "fixed", language)
        cell, found = row.cell(name), row.said(name)
        yield problem("end_without_fixed", cell, language, found, column=header(at_term), fixed=fixed)


def _condition(row: Row, prefix: str) -> Iterator[Problem]:
    term, at_term, name = row.get(f"{prefix}term"), f"{prefix}term", f"{prefix}condition"
    language, column = row.table.language, row.table.header(at_term)
    filled = row.versions(name)
    if term == "condition" and not filled:
        yield problem("condition_without_words", row.cell(name), language, column=column)
    if term != "condition" and filled and _is_own(row, at_term):
        cell, found = row.cell(filled[0]), row.said(filled[0])
        label = choices.label("term", "condition", language)
        yield problem("condition_without_term", cell, language, found, column=column, conditional=label)


def _named(prefix: str) -> tuple[str, str, str]:
    return f"{prefix}term", f"{prefix}ends_on", f"{prefix}duration"


def _is_own(row: Row, at_term: str) -> bool:
    """Whether the row's term is all there is: a blank one on a later row of a chain carries over (R3)."""
    return bool(row.get(at_term)) or not (row.said(at_term) or row.get("previous_id"))


def _status(row: Row) -> Iterator[Problem]:
    status, typed, language = row.get("status"), row.said("status"), row.table.language
    where, note = row.cell("status"), typed.partition(":")[2].strip()
    if status == "dropped" and not note:
        dropped = choices.label("question_status", "dropped", language)
        yield problem("dropped_without_reason", where, language, typed, dropped=dropped)
    if status in ("open", "answered") and note:
        alone = choices.label("question_status", status, language)
        yield problem("note_beside_status", where, language, typed, status=alone)
    if status == "answered" and not row.holds("answer"):
        yield problem(
            "answered_without_answer", where, language, typed, column=row.table.header("answer"),
            blank=words.blank(row.said("answer"), language),
            open=choices.label("question_status", "open", language),
        )  # fmt: skip


def _order(row: Row, at_end: str, at_start: str) -> Iterator[Problem]:
    ends, starts = row.get(at_end), row.get("starts_on") or row.get(at_start)
    if ends and starts and (before(ends, starts) or (ends.precision == "day" and ends.first < starts.first)):
        language = row.table.language
        first, last = _shown(starts, language), _shown(ends, language)
        yield problem(
            "ends_before_start", row.cell(at_end), language, row.said(at_end), ends=last, starts=first
        )


def _ends(row: Row) -> Iterator[Problem]:
    """A complaint where a fixed term gives its last day and its length, and they do not agree (R1)."""
    ends, starts = row.get("ends_on"), row.get("starts_on") or row.get("announced_on")
    fixed = row.get("term") == "fixed" or not _is_own(row, "term")
    worked_out = end_of(row) if fixed else None
    if ends and worked_out and not periods.overlap(ends, worked_out):
        language = row.table.language
        yield problem(
            "ends_disagree", row.cell("ends_on"), language, row.said("ends_on"),
            ends=_shown(ends, language), computed=_shown(worked_out, language),
            starts=_shown(starts, language), column=row.table.header("duration"),
            length=words.clip(row.said("duration")),
        )  # fmt: skip


def end_of(row: Row) -> Day | None:
    """The last day that the length of a term comes to (R1); None of a row without one, or without a day."""
    starts, duration = row.get("starts_on") or row.get("announced_on"), row.get("duration")
    return periods.end_day(starts, duration) if starts and duration else None


def _second_reader(row: Row) -> Iterator[Problem]:
    """A complaint where whoever typed the row also read it again (model 2.4); it never says who that is."""
    entered, checked = row.get("entered_by"), row.get("checked_by")
    if entered and checked and key(entered) == key(checked):
        column = row.table.header("entered_by")
        yield problem("read_by_one_person", row.cell("checked_by"), row.table.language, column=column)


def _quote(row: Row) -> Iterator[Problem]:
    language, header = row.table.language, row.table.header
    held = next((name for name in ("quote", "translation") if row.get(name)), None)
    if held and not row.holds("speaker"):
        yield problem("quote_without_speaker", row.cell("speaker"), language, column=header(held))
    if held:
        yield from _of_whom_and_when(row, header(held))
    if row.get("quote") and not row.said("quote_lang"):
        yield problem("quote_without_language", row.cell("quote_lang"), language, column=header("quote"))
    yield from _translator(row)
    for name in ("quote", "translation"):
        if row.get(name) and _marked(row.get(name)):
            yield problem("outer_marks", row.cell(name), language, row.get(name))


def _of_whom_and_when(row: Row, column: str) -> Iterator[Problem]:
    """Complaints about a name without a role, and a date that is no day: such a quote stays out (R14)."""
    language, speaker = row.table.language, row.said("speaker")
    named = row.holds("speaker") and not row.holds("speaker_role")
    if named and not speaker.partition(",")[2].strip() and voices.voice(speaker) is None:
        yield problem("quote_without_role", row.cell("speaker"), language, speaker, column=column)
    on = "announced_on" if row.table.sheet.name == "announcements" else "reacted_on"
    day = row.get(on)
    if day and day.precision != "day" and row.said(on):
        yield problem("quote_without_day", row.cell(on), language, row.said(on), column=column)


def _translator(row: Row) -> Iterator[Problem]:
    language, typed = row.table.language, row.get("translation_by")
    cell, column = row.cell("translation_by"), row.table.header("translation")
    if row.get("translation") and not typed:
        yield problem("translation_without_translator", cell, language, column=column)
    if typed and translators.kind(typed) is None:
        yield problem("unknown_translator", cell, language, typed)
    if typed and translators.kind(typed) == "machine":
        yield problem("machine_translation", cell, language, typed)


def _marked(quote: str) -> bool:
    """Whether one pair of marks holds the whole quote: the first closing mark is its last character."""
    closing = MARKS.get(quote[0])
    return closing is not None and len(quote) > 1 and quote.find(closing, 1) == len(quote) - 1


def _shown(day: Day, language: str) -> str:
    return words.period(day.first, day.precision, language)
