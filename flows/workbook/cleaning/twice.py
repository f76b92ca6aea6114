"""Rows that tell of one fact under two ids: the same body, the same day, and nearly the same words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flows.workbook.cleaning.archives import bare
from flows.workbook.cleaning.rows import WHOSE
from flows.workbook.complaints import problem, words
from flows.workbook.nearest import similarity
from flows.workbook.text import key

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from flows.workbook.cleaning.rows import Row
    from flows.workbook.problems import Problem

ALIKE = 0.9  # of two summaries that say the same but for a slip
ENOUGH_WORDS = 5  # of a quote: of fewer, two may say the same
TWO = 2
NEAR = 10  # rows
FEW = 40  # rows of one body and day that are held against one another; of more, only those of the same words

Facts = tuple[object, ...]


def twice(rows: Sequence[Row]) -> Iterator[Problem]:
    """A complaint about each later row that says what an earlier one says."""
    groups: dict[Facts, list[Row]] = {}
    for row in rows:
        facts = _facts(row)
        if facts and not row.get("retired") and not row.apart:
            groups.setdefault(facts, []).append(row)
    for same in groups.values():
        for at, row in enumerate(same[1:], start=1):
            other = next((one for one in same[:at] if _alike(one, row, near=len(same) <= FEW)), None)
            if other:
                yield _told(row, other)
    yield from _of_one_address(rows)
    yield from _of_two_speakers(rows)


def _of_two_speakers(rows: Sequence[Row]) -> Iterator[Problem]:
    """A complaint about a quote in the words of an earlier one by somebody else; more share a slogan."""
    said: dict[str, list[Row]] = {}
    for row in rows:
        quote = row.get("quote") or ""
        if len(quote.split()) >= ENOUGH_WORDS and not row.get("retired") and not row.apart:
            said.setdefault(key(quote), []).append(row)
    for same in said.values():
        if len(same) == TWO and _is_near(*same) and _somebody_else(*same):
            other, row = same
            yield problem(
                "quote_of_two", row.cell("quote"), row.table.language, row.said("quote"),
                id=other.key or "", place=str(other.cell("quote")), speaker=words.clip(_speaker(other)),
            )  # fmt: skip


def _is_near(one: Row, other: Row) -> bool:
    """Whether one may be a copy of the other that was made to write over: those stand close to it."""
    return one.table is other.table and abs(one.number - other.number) <= NEAR


def _somebody_else(row: Row, other: Row) -> bool:
    one, two = key(_speaker(row)), key(_speaker(other))
    return bool(one and two) and not one.startswith(two) and not two.startswith(one)


def _speaker(row: Row) -> str:
    """Who is said to have spoken, without a role behind the name."""
    return row.said("speaker").partition(",")[0] or row.said(WHOSE.get(row.table.sheet.name, ""))


def _of_one_address(rows: Sequence[Row]) -> Iterator[Problem]:
    """A complaint about each later source whose page is that of an earlier one of another title."""
    first: dict[str, Row] = {}
    for row in rows:
        page = bare(row.get("url") or "") if row.table.sheet.name == "sources" else ""
        if "/" not in page or not row.said("url") or row.get("retired") or row.apart:
            continue
        other = first.setdefault(page, row)
        if other.key != row.key and key(row.get("title") or "") != key(other.get("title") or ""):
            yield problem(
                "same_address_twice", row.cell("url"), row.table.language, row.said("url"),
                id=row.key or "", other=other.key or "", place=str(other.cell("url")),
            )  # fmt: skip


def _facts(row: Row) -> Facts | None:
    """What two rows of one fact share, besides their words; None for rows of which nothing can be told."""
    sheet, get = row.table.sheet.name, row.get
    if sheet == "announcements":
        day, own = get("announced_on"), (get("organisation"), get("kind"), get("previous_id"))
    elif sheet == "reactions" and "." not in (row.key or "."):
        day, own = get("reacted_on"), (get("actor"), get("about"), get("kind"))
    elif sheet == "sources" and get("url") and get("title"):
        return sheet, get("url"), key(get("title"))
    else:
        return None
    whole_day = day and day.precision == "day"
    return (sheet, day.first, *own) if whole_day and own[0] and get("summary") else None


def _alike(one: Row, other: Row, *, near: bool) -> bool:
    if one.key == other.key:  # told as such
        return False
    if one.table.sheet.name == "sources":
        return True
    ours, theirs = key(one.get("summary")), key(other.get("summary"))
    return ours == theirs or (
        near and _figures(ours) == _figures(theirs) and similarity(ours, theirs) >= ALIKE
    )


def _figures(words: str) -> str:
    return "".join(filter(str.isdigit, words))


def _told(row: Row, other: Row) -> Problem:
    rule = "same_source_twice" if row.table.sheet.name == "sources" else "same_row_twice"
    return problem(
        rule, row.cell("id"), row.table.language, row.said("id"), id=row.key or "", other=other.key or "",
        place=str(other.cell("id")), withdraw=row.withdraw(),
    )  # fmt: skip
