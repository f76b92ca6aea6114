"""What of the cells counts: neither hidden, nor struck through, nor an error; and which rows stand apart."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING

import polars as pl

from flows.record.facts import OUT_OF_SIGHT
from flows.workbook.cleaning.harvest import Harvest, Place, each, values
from flows.workbook.complaints import problem, words
from flows.workbook.problems import Correction, Problem, Told
from flows.workbook.reading.values import MOVES
from flows.workbook.schema import Column
from flows.workbook.tables import EXTRA
from flows.workbook.text import keyed, placeholder, tidied

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from flows.workbook.problems import Cell
    from flows.workbook.read import Book
    from flows.workbook.tables import Layout, Table

COLUMNS: dict[str, type[pl.DataType]] = {
    "sheet": pl.String, "column": pl.Int32, "model": pl.String, "header_row": pl.Int32, "name": pl.String,
    "header": pl.String, "sort": pl.String, "choices": pl.String, "required": pl.Boolean, "key": pl.Boolean,
}  # fmt: skip

OF_THE_TEAM = Column("", "", "prose", "optional", "", "")
"""What a column of the team's own is taken for: words that are printed."""

ERROR_AS_TEXT = r"^(?:#[A-ZÀ-Ý/0-9]{2,12}\s?[!?]|#N/[ADU]|Err:[0-9]{3}|#ERROR)$"
"""What a program shows in place of a value, in English or French, once it has been pasted as text."""

STAYS = ("no", "non")  # in the column of the retired: no reason to be, as a placeholder is none


OF_ROWS_UNSEEN = frozenset({*OUT_OF_SIGHT, "setting_set_aside"})
"""All that is said of a row kept from view: any other complaint would tell what stands in it."""


@dataclass(frozen=True, slots=True)
class Visible:
    """The cells that count, the marks of every row that has any content, and what was met.

    `cells` has the reader's columns and, of the column a cell stands in, its `model` (the sheet), `name`,
    `header`, `sort` (the schema's kind), `choices`, `required` and `key`. `rows` has `sheet`, `row`,
    `model`, `filled` (how many cells), `first` (the first text), `numbers` (whether one is a number),
    `hidden`, `filtered`, `struck`.
    """

    cells: pl.DataFrame
    rows: pl.DataFrame
    typed: dict[Place, str]  # what stands in each cell, placeholders included: these count as blank
    harvest: Harvest
    hidden_columns: frozenset[tuple[str, str]]  # tab and the column's model name

    def unseen(self) -> pl.DataFrame:
        """The `sheet` and `row` of each row kept from view: hidden, filtered out or struck through."""
        apart = pl.col("hidden") | pl.col("filtered") | pl.col("struck")
        return self.rows.filter(apart).select("sheet", "row")


def visible(book: Book, layout: Layout) -> Visible:
    """The cells below the headers, without those that do not count."""
    marked = _marked(_with_errors(_placed(book, layout)))
    below = marked.filter(pl.col("row") > pl.col("header_row"))
    known = below.filter(pl.col("name").is_not_null())
    shown = known.filter(~pl.col("column_hidden"))
    struck = (pl.col("struck") == "all") & ~pl.col("row_struck")
    broken = pl.col("kind").is_in(["error", "formula"])
    standing = shown.filter(~struck & ~broken).with_columns(text=_standing_text())
    stays = (pl.col("name") == "retired") & keyed(pl.col("text")).is_in(STAYS)
    unknown_yet = (placeholder(pl.col("text")) & (pl.col("kind") == "text")) | stays
    typed = dict(values(standing, "text"))
    harvest = _harvest(known, shown.filter(struck), shown, layout)
    return Visible(standing.filter(~unknown_yet), _rows(below), typed, harvest, frozenset(_hidden(marked)))


def in_view(seen: Visible, *told: Iterable[Told]) -> Iterator[Told]:
    """The complaints, of rows kept from view only that they are: logs and Prefect's page tell complaints.

    Of corrections likewise those of rows in view, and no other.
    """
    unseen = set(seen.unseen().iter_rows())
    for one in chain.from_iterable(told):
        if one.rule in OF_ROWS_UNSEEN or (one.cell.sheet, one.cell.row) not in unseen:
            yield one


def in_sight(headers: Iterable[Cell], book: Book) -> Iterator[Cell]:
    """The header cells that are neither hidden nor struck through: what those say nobody should read."""
    unseen = book.cells.filter(pl.col("hidden") | pl.col("struck").is_in(["all", "part"]))
    places = set(unseen.select("sheet", "row", "column").iter_rows())
    yield from (cell for cell in headers if (cell.sheet, cell.row, cell.column) not in places)


def apart() -> pl.Expr:
    """Whether a cell's row is hidden, filtered or struck through."""
    return pl.col("row_hidden") | pl.col("row_filtered") | pl.col("row_struck")


def _placed(book: Book, layout: Layout) -> pl.DataFrame:
    """The cells of the tables from their headers down, each with the column it stands in."""
    columns = [column for table in layout.tables for column in _columns(table)]
    places = pl.DataFrame(columns, schema=COLUMNS, orient="row")
    tables = places.select("sheet", "model", "header_row").unique()
    blank = (pl.col("kind") == "text") & (tidied(pl.col("text")) == "")
    placed = book.cells.filter(~blank).join(tables, on="sheet")
    named = placed.join(places.drop("model", "header_row"), on=["sheet", "column"], how="left")
    return named.filter(pl.col("row") >= pl.col("header_row"))


def _with_errors(placed: pl.DataFrame) -> pl.DataFrame:
    """The cells, those that hold an error as text counted among the errors: a pasted #REF! is no word."""
    pasted = (pl.col("kind") == "text") & pl.col("text").str.strip_chars().str.contains(ERROR_AS_TEXT)
    return placed.with_columns(kind=pl.when(pasted).then(pl.lit("error")).otherwise(pl.col("kind")))


def _columns(table: Table) -> Iterator[tuple[object, ...]]:
    known = {column.name: column for column in table.sheet.columns}
    for name, (number, header) in table.columns.items():
        column = OF_THE_TEAM if name.startswith(EXTRA) else known.get(name) or known[name.rpartition("_")[0]]
        required = column.need == "required" and name == column.name
        key = name == (table.sheet.key or table.sheet.columns[0].name)
        where = (table.label, number, table.sheet.name, table.header_row)
        yield (*where, name, header, column.kind, column.choices, required, key)


def _marked(placed: pl.DataFrame) -> pl.DataFrame:
    """The cells with `row_hidden`, `row_filtered`, `row_struck` and `column_hidden`.

    The reader says of a cell that its row or its column is hidden. It is the column where another cell
    of the row shows; it is the row where the column shows.
    """
    row, column = ["sheet", "row"], ["sheet", "column"]
    in_rows = placed.with_columns(row_shows=(~pl.col("hidden")).any().over(row))
    beside_shown = (pl.col("hidden") & pl.col("row_shows")).any()
    return in_rows.with_columns(column_hidden=beside_shown.over(column)).with_columns(
        row_hidden=(pl.col("hidden") & ~pl.col("column_hidden")).any().over(row),
        row_filtered=pl.col("filtered").any().over(row),
        row_struck=(pl.col("key").fill_null(value=False) & (pl.col("struck") == "all")).any().over(row),
    )


def _rows(below: pl.DataFrame) -> pl.DataFrame:
    ordered = below.sort("sheet", "row", "column").group_by("sheet", "row", maintain_order=True)
    return ordered.agg(
        model=pl.col("model").first(),
        filled=pl.len(),
        first=pl.col("text").first(),
        numbers=(pl.col("kind") == "number").any(),
        hidden=pl.col("row_hidden").first(),
        filtered=pl.col("row_filtered").first(),
        struck=pl.col("row_struck").first(),
    )


def _standing_text() -> pl.Expr:
    part = (pl.col("struck") == "part") & ~pl.col("row_struck")
    return pl.when(part).then(pl.col("live")).otherwise(pl.col("text"))


def _harvest(known: pl.DataFrame, struck: pl.DataFrame, shown: pl.DataFrame, layout: Layout) -> Harvest:
    part = shown.filter((pl.col("struck") == "part") & ~pl.col("row_struck"))
    language = layout.language
    corrections = (
        Correction(where, _unstruck(found["text"], found["live"]), found["live"], "partly_struck")
        for where, found in each(part)
    )
    return Harvest(
        (),
        (
            *_hidden_columns(known, layout),
            *(problem("struck_cell", where, language) for where, _ in each(struck)),
            *_partly(part, language),
            *_broken(shown, language),
        ),
        tuple(corrections),
    )


def _hidden(marked: pl.DataFrame) -> Iterator[tuple[str, str]]:
    """The tab and the model's name of each hidden column."""
    known = marked.filter(pl.col("name").is_not_null())
    yield from known.filter("column_hidden").select("sheet", "name").unique(maintain_order=True).iter_rows()


def _hidden_columns(known: pl.DataFrame, layout: Layout) -> Iterator[Problem]:
    tables = {table.label: table for table in layout.tables}
    for sheet, name in _hidden(known):
        table = tables[sheet]
        yield problem("hidden_column", table.cell(table.header_row, name), layout.language)


def _unstruck(text: str, live: str) -> str:
    """What is left standing with a mark where the struck words were: those are not quoted anywhere."""
    pairs = enumerate(zip(text, live, strict=False))
    at = next((at for at, (one, other) in pairs if one != other), min(len(text), len(live)))
    return f"{live[:at]}[…]{live[at:]}"


def _partly(part: pl.DataFrame, language: str) -> Iterator[Problem]:
    for where, found in each(part):
        left = words.clip(found["live"])
        yield problem("partly_struck", where, language, found["live"], left=left)


def _broken(shown: pl.DataFrame, language: str) -> Iterator[Problem]:
    for where, found in each(shown.filter(pl.col("kind").is_in(["error", "formula"]))):
        severe = found["required"] and found["name"] != "source"
        rule = _why_broken(found["kind"], found["text"])
        yield problem(rule, where, language, found["text"], "error" if severe else "warning")


def _why_broken(kind: str, text: str) -> str:
    if kind == "error":
        return "error_cell"
    return "moving_day" if MOVES.search(text) else "formula_without_value"
