"""One cell is typed over: whatever changes on the page, the trace led there from that cell."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from flows.document.tracing.kinds import KINDS
from flows.document.tracing.passages import Passage
from tests import books
from tests.document.tracing import (
    LANGUAGES,
    A,
    R,
    drawn,
    earlier,
    letter,
    read,
    richer,
    sound,
    traced,
    typed,
)
from tests.often import often
from tests.workbook.broken_decisions import ALIAS, HEADERS, decided

if TYPE_CHECKING:
    from collections.abc import Iterator

    from flows.document.tracing.cells import Cells
    from tests.document.marked import Key
    from tests.document.tracing import Read

Edit = tuple[str, int, str, object]
"""A tab, a row, a header, and what is typed there instead."""


def rests(cell: tuple[str, int, str], key: Key, language: str, cells: Cells) -> bool:
    """Whether the trace says of that passage that it rests on the cell."""
    passage, column = Passage(key[0], key[1], ()), (cell[0], cell[2])
    own = cells.of(passage, language) | cells.needed(passage, language)
    return cell in own or column in cells.whole(key[0])


def misses(before: Read, after: Read, cell: tuple[str, int, str]) -> Iterator[object]:
    """The passages that are not as they were, although the trace does not lead to them from the cell."""
    cells = before.cells
    if rests(cell, ("furniture", (), 0), "en", cells):
        return  # every page
    for language in LANGUAGES:
        was, now = before.pages[language], after.pages[language]
        every = was.words.keys() | now.words.keys()
        for key in (key for key in every if was.words.get(key) != now.words.get(key)):
            sections = {name for page in (was, now) for name, keys in page.chosen.items() if key in keys}
            led = key in was.words and rests(cell, key, language, cells)
            if not led and not any(rests(cell, name, language, cells) for name in sections):
                yield language, key, was.words.get(key), now.words.get(key)


def other(header: str, typed: object) -> object:
    """Something else to type there, of about the same length."""
    words = {
        "kind": "policy", "term": "permanent", "users": "all_customers", "activity": "development",
        "technology": "surveillance", "territory": "country", "relation": "narrows", "stance": "neutral",
        "verification": "unverified", "outcome": "refused", "status": "answered", "type": "official",
        "category": "city", "watch": "yes", "duration": "2 years", "review_days": 1, "quote_lang": "fr",
        "lang": "fr", "organisation": "IBM", "actor": "Microsoft", "target": "IBM", "source": "Bare",
        "about": "A002", "responds_to": "R001", "previous_id": "A002", "evidence": "R003", "demand": "R001.1",
        "outcome_evidence": "A002", "date_basis": "published", "recipients": "IBM", "aliases": "Zed",
        "exceptions": "none", "name": "Amazon Web", "url": "https://example.org/other",
    }  # fmt: skip
    if isinstance(typed, date) or "on" in header.split("_") or header in {"date", "watch_from"}:
        return date(2020, 6, 2)
    if header == "id":
        return f"{str(typed)[0]}777"
    word = words.get(header.removeprefix("demand_") if header != "demand" or typed != "R003.1" else "demand")
    return (
        f"{str(typed)[:-1]}q"
        if word is None or (header in {"summary", "demand"} and typed != "R003.1")
        else word
    )


def edits(tab: str) -> list[Edit]:
    """For every column of the tab: the first cell that holds something, the last, and the first blank one."""
    headers, *rows = richer()[tab]
    found: list[Edit] = []
    for place, header in enumerate(map(str, headers)):
        cells = [(number, row[place]) for number, row in enumerate(rows, 2)]
        held = [cell for cell in cells if cell[1] is not None]
        blank = [(number, "Typed here") for number, value in cells if value is None]
        ends = dict.fromkeys([*held[:1], *held[-1:], *blank[:1]])
        found += [(tab, number, header, other(header, value)) for number, value in ends]
    return found


@pytest.mark.parametrize("tab", richer())
def test_no_words_change_that_the_trace_does_not_lead_to_from_the_cell(tab: str) -> None:
    missed: dict[tuple[object, ...], list[object]] = {}
    changed = {False: 0, True: 0}
    for place, (name, row, header, value) in enumerate(edits(tab)[:: often(2, 1)]):
        edited = typed(books.put(richer(), name, row, header, value))
        for compared in changed if often(0, 1) else [bool(place % 2)]:  # by turns on every change
            before, after = sound(compared=compared), read(edited, earlier() if compared else None)
            changed[compared] += any(after.pages[one].words != before.pages[one].words for one in LANGUAGES)
            found = list(misses(before, after, (name, row, header)))
            missed |= {(compared, name, row, header, value): found} if found else {}
    assert missed == {}
    assert all(changed.values())


@pytest.mark.parametrize(
    ("tab", "row", "header", "value"),
    [
        (A, 2, "summary", "Stops police use of its software for a week"),
        (A, 2, "territory", "country"),
        (A, 3, "verification", "reported"),
        (R, 2, "stance", "insufficient"),
        (R, 3, "demand", "Stop all use by law enforcers"),
        (R, 2, "quote", "This is a last step."),
        ("Questions", 2, "question", "Does it cover federal officers?"),
        ("Organisations", 4, "last_searched_on", "2020-06-14"),
        ("Sources", 2, "title", "Companies step away"),
        ("Responses", 2, "outcome", "refused"),
    ],
)
def test_the_pages_whose_words_change_are_among_those_named_for_the_cell(
    tab: str, row: int, header: str, value: str
) -> None:
    told, before, _ = traced()
    _, after, _ = drawn(books.put(richer(), tab, row, header, value))
    changed = {number for number, (was, now) in enumerate(zip(before, after, strict=True), 1) if was != now}
    assert changed
    assert changed <= set(told["cells"][f"{tab}!{letter(tab, header)}{row}"])


def test_more_words_reach_all_the_pages_below_but_not_those_above() -> None:
    told, pages, _ = traced()
    reason = f"{A}!{letter(A, 'reason')}5"
    (stands,) = told["printed"][reason]
    (contents,) = next(one["pages"] for one in told["passages"] if one["kind"] == "places")
    assert told["cells"][reason] == sorted({contents, *range(stands, len(pages) + 1)})
    assert not {1, 2} & set(told["cells"][reason])


def test_what_is_read_by_decision_comes_to_every_page_and_who_decided_it_to_none() -> None:
    def book() -> books.Book:
        return decided(books.put(richer(), R, 2, "actor", "ACLU NorCal"), [*ALIAS])

    before = read(typed(book()))
    reach = {
        header: rests(("Decisions", 2, header), ("furniture", (), 0), "en", before.cells)
        for header in HEADERS
    }
    for header in ("content", "rule", "read_as", "reason"):
        after = read(typed(books.put(book(), "Decisions", 2, header, None)))
        assert after.pages["en"].words != before.pages["en"].words
        assert reach[header]
    for header in ("decided_by", "decided_on"):
        after = read(typed(books.put(book(), "Decisions", 2, header, "2020-06-21")))
        assert after.pages["en"].words == before.pages["en"].words
        assert not reach[header]
    kinds = {kind for kind in KINDS if ("Decisions", "decided_by") in before.cells.whole(kind)}
    assert kinds == {"workbook"}  # whose fingerprint any cell changes
