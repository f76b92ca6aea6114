"""Composing and rendering: what is printed is what was composed, and nothing is composed in vain."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from flows import steps
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
    printed = steps.render(found, order, "en", first)
    assert printed.html == render.html(first)
    assert printed.pdf.startswith(b"%PDF-")


def test_a_core_that_does_not_fit_is_printed_as_it_was_composed_anew(tmp_path: Path) -> None:
    book = books.sound()
    for number in range(10, 40):
        books.add(
            book, "Announcements", id=f"A0{number}", organisation="Amazon", announced_on="2020-06-10",
            kind="moratorium", summary="Stops the sale of it to the police for as long as it takes",
            source="S001", term="until_further_notice",
        )  # fmt: skip
    order = Order(date(2020, 6, 15), extent="core")
    found = examined(books.written(tmp_path / "record.xlsx", book), order)
    too_much = steps.compose(found, order, "en", slack=-1000)  # as if its words took no room
    printed = steps.render(found, order, "en", too_much)
    assert printed.html != render.html(too_much)
    assert len(reading.pages(printed.pdf)) == 2
