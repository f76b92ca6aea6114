"""The cells read of a workbook put together part by part, each found by its address."""

from pathlib import Path
from typing import Any

import polars as pl

from flows.workbook import read
from flows.workbook.read import Book
from tests.workbook import packages as p


def booked(folder: Path, content: bytes, name: str = "team.xlsx") -> Book:
    """What is read of the file with that content."""
    path = folder / name
    path.write_bytes(content)
    return read.cells(path)


def of_rows(folder: Path, *rows: str, **around: str) -> Book:
    """What is read of a sound workbook whose sheet has these rows instead."""
    return booked(folder, p.book(sheet=p.sheet("".join(rows), **around)))


def cell(book: Book, address: str) -> dict[str, Any]:
    return book.cells.row(by_predicate=pl.col("address") == address, named=True)


def texts(book: Book) -> dict[str, str]:
    return dict(book.cells.select("address", "text").iter_rows())


def kind_and_text(book: Book, address: str) -> tuple[str, str]:
    found = cell(book, address)
    return found["kind"], found["text"]
