"""Ids and sources: each cell split into its entries, ids written as the model writes them (1.3, R10)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import polars as pl

from flows.record.facts import Citation
from flows.workbook import meant
from flows.workbook.cleaning.harvest import Harvest, corrected, each, together, values
from flows.workbook.cleaning.repeated import repeated
from flows.workbook.complaints import problem, words
from flows.workbook.text import identifier, parts, placeholder, run_in, tidied

if TYPE_CHECKING:
    from collections.abc import Iterator

    from flows.workbook.problems import Correction, Problem

CELL = ["sheet", "row", "column", "address", "header", "name", "text"]
WEB = r"(?i)(https?://[^\s<>\x22]+|www\.[^\s<>\x22]+)"
AFTER = ".,»”"
"""Marks that end a sentence or a quote, not the address before them; so does a ) that nothing opens."""

SHORTENED = r"_\p{Lu}[\p{L}.]{0,4}[.]$"
"""The end of an address whose last word is cut short by a full stop: /wiki/Apple_Inc."""

AROUND = r"^[<(«“\x22 ]+|\s*[>»”\x22]+[.,;)]*$|[; ]+$"
AN_ADDRESS = r"(?i)^(?:https?://|www\.)\S+$"
TITLE_WORDS = 3


def citations(cells: pl.DataFrame, language: str) -> Harvest:
    """The ids and the sources of every column that holds them."""
    return together(
        (
            _ids(cells.filter(pl.col("sort") == "id")),
            _lists(cells.filter(pl.col("sort") == "ids"), language),
            _sources(cells.filter(pl.col("sort") == "sources"), language),
        )
    )


def _ids(cells: pl.DataFrame) -> Harvest:
    typed = tidied(pl.col("text"))
    read = cells.with_columns(typed=typed, value=pl.coalesce(identifier(pl.col("text")), typed))
    return Harvest(values(read, "value"), (), corrected(read, "typed", "value", "id_written_out"))


def _lists(cells: pl.DataFrame, language: str) -> Harvest:
    entries = _entries(cells).with_columns(value=pl.coalesce(identifier(pl.col("part")), pl.col("part")))
    by_cell = entries.group_by(CELL, maintain_order=True).agg("value", "part")
    read = by_cell.with_columns(typed=pl.col("part").list.join("; "), whole=pl.col("value").list.join("; "))
    found = ((place, tuple(dict.fromkeys(ids))) for place, ids in values(read, "value"))
    twice = tuple(repeated(by_cell, language))
    return Harvest(tuple(found), twice, corrected(read, "typed", "whole", "id_written_out"))


def _sources(cells: pl.DataFrame, language: str) -> Harvest:
    entries = _addressed(_entries(cells)).with_columns(**_citation())
    whole = pl.col("value").filter(pl.col("sort_of") != "incomplete")  # a ; within an address parts it
    by_cell = entries.group_by(CELL, maintain_order=True).agg("sort_of", "value", counted=whole)
    found = []
    cited_by = by_cell.select("sheet", "row", "name", "sort_of", "value")
    for sheet, row, name, kinds, cited in cited_by.iter_rows():
        pairs = dict.fromkeys(zip(kinds, cited, strict=True))
        found.append(((sheet, row, name), tuple(Citation(kind, value) for kind, value in pairs)))
    told = (*_incomplete(by_cell, language), *repeated(by_cell, language, "counted"))
    return Harvest(tuple(found), told, _written_out(by_cell))


def _written_out(by_cell: pl.DataFrame) -> tuple[Correction, ...]:
    """A correction where a source is not kept as typed: s1, www., words beside an address, a link behind."""
    compared = by_cell.with_columns(
        typed=parts(pl.col("text")).list.join("; "), whole=pl.col("value").list.join("; ")
    )
    return corrected(compared, "typed", "whole", "source_written_out")


def _entries(cells: pl.DataFrame) -> pl.DataFrame:
    split = cells.with_columns(part=parts(pl.col("text"))).explode("part", empty_as_null=True)
    return split.filter(pl.col("part").is_not_null() & ~placeholder(pl.col("part")))


def _addressed(entries: pl.DataFrame) -> pl.DataFrame:
    """The entries, one with several addresses as so many entries: none of them may be lost."""
    apart = pl.col("part").str.replace_all("(?i),(https?://)", " ${1}")
    addresses = apart.str.extract_all(WEB)
    each_alone = pl.when(addresses.list.len() > 1).then(addresses).otherwise(pl.concat_list("part"))
    return entries.with_columns(part=each_alone).explode("part", empty_as_null=True)


def _citation() -> dict[str, pl.Expr]:
    """The kind and the value of one entry: an id, an address (typed, or behind the cell), a title, words."""
    part = pl.col("part")
    own_id = identifier(part)
    is_id = own_id.str.starts_with("S") & ~own_id.str.contains(".", literal=True)
    typed = ended(part.str.extract(WEB))
    address = pl.when(typed.str.contains("(?i)^www")).then("https://" + typed).otherwise(typed)
    behind = pl.when(pl.col("link").str.contains("(?i)^https?://")).then(pl.col("link"))
    titled = (part.str.count_matches(r"\S+") >= TITLE_WORDS) & part.str.contains(r"\b(19|20)\d{2}\b")
    kind = (
        pl.when(is_id).then(pl.lit("id"))
        .when(address.is_not_null() | behind.is_not_null()).then(pl.lit("url"))
        .when(titled).then(pl.lit("title"))
        .otherwise(pl.lit("incomplete"))
    )  # fmt: skip
    return {"sort_of": kind, "value": pl.coalesce(pl.when(is_id).then(own_id), address, behind, part)}


def ended(address: pl.Expr) -> pl.Expr:
    """The address without the marks behind it."""
    opened = address.str.contains("(", literal=True)
    without = (
        pl.when(opened)
        .then(address.str.strip_chars_end(AFTER))
        .otherwise(address.str.strip_chars_end(f"{AFTER})"))
    )
    return pl.when(address.str.contains(SHORTENED)).then(address).otherwise(without)


def unwrapped(text: pl.Expr) -> pl.Expr:
    """The one address of a cell without the marks around it; any other text as it is."""
    address = ended(text.str.replace_all(AROUND, ""))
    return pl.when(address.str.contains(AN_ADDRESS)).then(address).otherwise(text)


def _incomplete(by_cell: pl.DataFrame, language: str) -> Iterator[Problem]:
    """A complaint where an entry is several ids in one, or where no entry is enough to find a source by."""
    incomplete = pl.element() == "incomplete"
    doubtful = by_cell.filter(pl.col("sort_of").list.eval(incomplete).list.any())
    for where, found in each(doubtful):
        pairs = zip(found["sort_of"], found["value"], strict=True)
        run_together = [value for kind, value in pairs if kind == "incomplete" and run_in(value)]
        if run_together:
            ids = "; ".join(dict.fromkeys(run_in(run_together[0])))
            yield problem("ids_run_together", where, language, run_together[0], entries=ids)
        elif set(found["sort_of"]) == {"incomplete"}:
            read = meant.identifier(found["text"]) or ""
            guess = words.guess(read if read.startswith("S") else None, language)
            yield problem("incomplete_source", where, language, found["text"], guess=guess)
