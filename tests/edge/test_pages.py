"""Composing and rendering: what is printed is what was composed, in both languages the same rows."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from flows import printing, steps
from flows.document import render
from flows.order import Order
from tests import books, reading

if TYPE_CHECKING:
    from pathlib import Path


def examined(workbook: Path, order: Order) -> steps.Examined:
    book = steps.read(workbook)
    cleaned = steps.clean(book)
    return steps.Examined(book, cleaned, steps.find(cleaned, order))


def test_a_core_that_fits_is_printed_as_it_was_first_composed(workbook: Path) -> None:
    order = Order(date(2020, 6, 15), extent="core")
    found = examined(workbook, order)
    first = steps.compose(found, order, "en")
    printed = printing.render(found, order, "en", first)
    assert printed.html == render.html(first)
    assert printed.pdf.startswith(b"%PDF-")


def crowded() -> books.Book:
    """More announcements and demands than the core has room for."""
    book = books.sound()
    for number in range(10, 40):
        books.add(
            book, "Announcements", id=f"A0{number}", organisation="Amazon", announced_on="2020-06-10",
            kind="moratorium", summary="Stops the sale of it to the police for as long as it takes",
            source="S001", term="until_further_notice",
        )  # fmt: skip
        books.add(
            book, "Reactions", id=f"R0{number}", actor="ACLU", reacted_on="2020-06-11", about="A001",
            summary="Asks for more than that", source="S001", stance="neutral", target="Amazon",
            demand="Stop the use of it for as long as the law does not say who may be looked for",
            demand_fr="Cesser de l’utiliser tant que la loi ne dit pas qui peut être recherché",
        )  # fmt: skip
    return book


def test_a_core_that_does_not_fit_is_printed_as_it_was_composed_anew(tmp_path: Path) -> None:
    order = Order(date(2020, 6, 15), extent="core")
    found = examined(books.written(tmp_path / "record.xlsx", crowded()), order)
    too_much = steps.compose(found, order, "en", slack=-1000)  # as if its words took no room
    printed = printing.render(found, order, "en", too_much)
    assert printed.html != render.html(too_much)
    assert len(reading.pages(printed.pdf)) == 2


def test_both_languages_show_the_same_rows_though_one_has_room_for_more(tmp_path: Path) -> None:
    book = crowded()
    # A line of the masthead whose length nobody reckons with takes several lines of the French page one.
    book["Settings"] = [
        ["Name", "Value"],
        ["team", "The team"],
        ["team_fr", "l’équipe au nom fort long " * 20],
    ]
    workbook = books.written(tmp_path / "record.xlsx", book)
    order = Order(date(2020, 6, 15), extent="core")
    found = examined(workbook, order)
    alone = {
        language: printing.render(found, order, language, steps.compose(found, order, language))
        for language in order.languages
    }
    assert alone["en"].slack < alone["fr"].slack
    assert ids(alone["en"].pdf) != ids(alone["fr"].pdf)
    made = printing.build(workbook, order, tmp_path / "outputs", lambda _doing: None)
    english, french = map(ids, made.pdfs)
    assert english == french == ids(alone["fr"].pdf)


def ids(pdf: bytes | Path) -> list[str]:
    """The ids of the rows on the pages, in reading order."""
    return re.findall(r"\b[ARQ]\d{3}(?:\.\d+)?\b", reading.text(pdf))
