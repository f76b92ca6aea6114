"""Names that are nearly one the workbook knows: a slip, another ending, letters of another alphabet."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import polars as pl

from flows.record.facts import SECTOR
from flows.workbook.alphabets import latin
from flows.workbook.cleaning.harvest import each
from flows.workbook.complaints import problem, words
from flows.workbook.nearest import is_slip, nearest_name
from flows.workbook.text import key

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from flows.workbook.problems import Problem
    from flows.workbook.tables import Layout

FORMS = re.compile(
    r"(?:[,.]?\s+|,)(?:inc|incorporated|corp|corporation|co|company|ltd|limited|llc|llp|plc|gmbh|ag|nv|bv|ab|oy|"
    r"spa|sarl|sas|sasu|sa)\.?$"
)
ARTICLES = re.compile(r"^(?:the\s+|le\s+|la\s+|les\s+|l['’]\s*)(?=\S)")
USUAL = 2  # cells that spell a name alike, for another to be taken for a slip of it


@dataclass(frozen=True, slots=True)
class Names:
    """What a strange name is held against: the sheet's names, or else those of several cells."""

    spellings: Mapping[str, str] = field(hash=False)  # folded, with the name
    places: Mapping[str, str] = field(hash=False)  # where one stands, of names that are on no sheet
    bare: Mapping[str, str] = field(hash=False)  # without article and legal form, with the folded name


def near(used: pl.DataFrame, spellings: Mapping[str, str], layout: Layout) -> Iterator[Problem]:
    """A question about each name that is nearly one of the organisations sheet, or of several cells."""
    strange = used.filter(~pl.col("fold").is_in(list(spellings)) & (pl.col("value") != SECTOR))
    names = _names(spellings, {}) if spellings else _usual(strange.filter(~pl.col("apart")))
    asked = {fold: _meant(fold, names) for fold in strange["fold"].unique(maintain_order=True)}
    found = [fold for fold, close in asked.items() if close]
    for where, entry in each(strange.filter(pl.col("fold").is_in(found))):
        close, typed = asked[entry["fold"]] or "", entry["part"]
        expected = words.clip(names.spellings[close])
        table = layout.table("organisations")
        if table and not names.places:
            yield problem("near_name", where, layout.language, typed, expected=expected, sheet=table.label)
        else:
            place = names.places[close]
            yield problem(
                "near_name_elsewhere", where, layout.language, typed, expected=expected, place=place
            )


def _names(spellings: Mapping[str, str], places: Mapping[str, str]) -> Names:
    return Names(spellings, places, {_bare(fold): fold for fold in reversed(list(spellings))})


def _usual(used: pl.DataFrame) -> Names:
    """The names that several cells spell alike, where no sheet says what a body is called."""
    counted = used.group_by("fold", maintain_order=True).agg(
        pl.col("value", "sheet", "address").first(), number=pl.len()
    )
    often = counted.filter(pl.col("number") >= USUAL)
    folds, named = often["fold"].to_list(), often["value"].to_list()
    places = [f"{sheet}!{address}" for sheet, address in often.select("sheet", "address").iter_rows()]
    return _names(dict(zip(folds, named, strict=True)), dict(zip(folds, places, strict=True)))


def _meant(fold: str, names: Names) -> str | None:
    """The known name that this one may be; None for one that is known, or like none."""
    if fold in names.spellings:
        return None
    plain = names.bare.get(_bare(fold))
    if plain or not names.spellings:
        return plain
    if names.places:
        return next((known for known in names.spellings if is_slip(latin(fold), known)), None)
    return nearest_name(fold, names.spellings)


def _bare(fold: str) -> str:
    """The name without article, legal form, spaces and marks: "the Amazon.com, Inc." is "amazoncom"."""
    return key(FORMS.sub("", ARTICLES.sub("", latin(fold))))
