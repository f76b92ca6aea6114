"""Organisations: one spelling each; other names only from their sheet, near ones are questions."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

import polars as pl

from flows.record.facts import SECTOR
from flows.workbook.cleaning.astray import astray
from flows.workbook.cleaning.citations import CELL
from flows.workbook.cleaning.harvest import Harvest, corrected, each, values
from flows.workbook.cleaning.near import near
from flows.workbook.cleaning.repeated import repeated
from flows.workbook.cleaning.together import run_together
from flows.workbook.cleaning.visible import apart
from flows.workbook.complaints import problem
from flows.workbook.problems import Correction, Problem
from flows.workbook.text import DASHES, had_controls, had_invisible, keyed, parts, placeholder, tidied

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from flows.workbook.cleaning.harvest import Place
    from flows.workbook.tables import Layout

ONE = ("organisation", "name")
SEVERAL = ("organisations", "names")
APOSTROPHES = "'’‘ʼʹ′`´＇"
OTHERS = ("sector", "secteur", "le secteur", "the sector", "others", "the others", "autres", "les autres")


@dataclass(frozen=True, slots=True)
class Known:
    """The organisations sheet: each way a body may be written, folded, with its name."""

    spellings: Mapping[str, str]
    problems: tuple[Problem, ...]
    rows: Mapping[str, tuple[str, int]]  # tab and row of each name
    decided: Mapping[str, str] = field(default_factory=dict)  # further names by decision, as typed, and whose

    def with_decided(self, pairs: Sequence[tuple[str, str]]) -> Known:
        """The same with further names, each beside one of the sheet's; those beside none left out.

        They count as if the sheet had them among its other names; one that it has is that one already.
        """
        typed = [alias for alias, _ in pairs]
        meant = zip(typed, folds(typed), folds([name for _, name in pairs]), strict=True)
        named = ((alias, fold, self.spellings.get(other)) for alias, fold, other in meant)
        new = {alias: name for alias, fold, name in named if name and fold not in self.spellings}
        return replace(self, decided=new)

    @property
    def every(self) -> dict[str, str]:
        """All spellings, those by decision too."""
        return dict(zip(folds([*self.decided]), self.decided.values(), strict=True)) | dict(self.spellings)


def folded(text: pl.Expr) -> pl.Expr:
    """The name without capitals, accents and needless spaces: two spellings of one name fold alike.

    One apostrophe is as good as another, and so is one hyphen.
    """
    one_mark = tidied(text).str.replace_all(f"[{APOSTROPHES}]", "'").str.replace_all(f"[{DASHES}]", "-")
    return one_mark.str.normalize("NFKD").str.replace_all(r"\p{M}", "").str.to_lowercase()


def folds(texts: Sequence[str]) -> list[str]:
    """The texts `folded`."""
    typed = pl.DataFrame({"text": list(texts)}, schema={"text": pl.String})
    return typed.select(folded(pl.col("text"))).to_series().to_list()


def known(cells: pl.DataFrame, language: str) -> Known:
    """What the organisations sheet says."""
    own = cells.filter(pl.col("model") == "organisations")
    rows = _once(_in_use(_entries(own), own))
    return _known(rows.filter(~pl.col("apart")), language)


def names(cells: pl.DataFrame, layout: Layout, sheet: Known) -> Harvest:
    """The names of every column that holds organisations, each as the workbook spells it, or by decision.

    That a name is near another is told all the same: the decision takes it away.
    """
    entries = _entries(cells)
    own = (pl.col("model") == "organisations") & (pl.col("name") != "related_to")
    used = _spelt(entries.filter(~own), sheet.every)
    read = pl.concat([entries.filter(own).with_columns(value=pl.col("part")), used])
    return Harvest(
        tuple(_with_decided(dict(_values(read)), sheet).items()),
        (
            *sheet.problems,
            *near(used, sheet.spellings, layout),
            *astray(cells, layout.language),
            *run_together(entries, sheet.spellings, layout.language),
            *_several(cells, layout.language),
            *_twice(read, layout.language),
        ),
        (*_invisible(cells), *_respelt(used)),
    )


def _with_decided(read: dict[Place, Any], sheet: Known) -> dict[Place, Any]:
    """The values with the names by decision among the other names of those they name."""
    for alias, name in sheet.decided.items():
        place = (*sheet.rows[name], "aliases")
        read[place] = tuple(dict.fromkeys((*read.get(place, ()), alias)))
    return read


def _invisible(cells: pl.DataFrame) -> tuple[Correction, ...]:
    """A correction for each cell of names that held characters nobody sees."""
    touched = had_invisible(pl.col("text")) | had_controls(pl.col("text"))
    held = cells.filter(pl.col("sort").is_in((*ONE, *SEVERAL)) & touched)
    seen = held.with_columns(value=parts(pl.col("text")).list.join("; "))
    return corrected(seen, "text", "value", "unprintable_characters")


def _respelt(used: pl.DataFrame) -> Iterator[Correction]:
    for where, found in each(used.filter(pl.col("part") != pl.col("value"))):
        if found["value"] != SECTOR:
            yield Correction(where, found["part"], found["value"], "organisation_name")


def _entries(cells: pl.DataFrame) -> pl.DataFrame:
    several = pl.col("sort").is_in(SEVERAL)
    held = cells.filter(pl.col("sort").is_in((*ONE, *SEVERAL)))
    alone = pl.concat_list(tidied(pl.col("text")))
    split = held.with_columns(part=pl.when(several).then(parts(pl.col("text"))).otherwise(alone))
    entries = split.explode("part", empty_as_null=True).with_columns(fold=folded(pl.col("part")))
    named = entries.filter(pl.col("fold").fill_null("") != "").with_columns(apart=apart())
    return named.filter(~placeholder(pl.col("part")))


def _in_use(entries: pl.DataFrame, cells: pl.DataFrame) -> pl.DataFrame:
    """The entries of the organisations sheet without its retired rows, which name nobody any more."""
    own, retired = pl.col("model") == "organisations", pl.col("name") == "retired"
    gone = cells.filter(own & retired).select("sheet", "row")
    return entries.filter(own).join(gone, on=["sheet", "row"], how="anti")


def _once(rows: pl.DataFrame) -> pl.DataFrame:
    """The entries of the rows whose name no other row has: of two rows of one name neither is used."""
    names_borne = rows.filter(pl.col("name") == "name").with_columns(same=keyed(pl.col("part")))
    twice = names_borne.filter(pl.len().over("same") > 1).select("sheet", "row")
    return rows.join(twice, on=["sheet", "row"], how="anti")


def _known(rows: pl.DataFrame, language: str) -> Known:
    own = {found["row"]: found["part"] for _, found in each(rows.filter(pl.col("name") == "name"))}
    spellings: dict[str, str] = {}
    for _, found in each(rows.filter(pl.col("name") == "name")):
        spellings.setdefault(found["fold"], found["part"])
    claims: dict[str, tuple[str, str]] = {}
    problems, twice = [], set()
    for where, found in each(rows.filter(pl.col("name").is_in(["aliases", "name_fr", "name_en"]))):
        fold, name = found["fold"], own.get(found["row"])
        if name is None or spellings.get(fold) == name:
            continue
        other = spellings.get(fold) or claims.setdefault(fold, (name, str(where)))[0]
        if other != name:
            twice.add(fold)
            problems.append(problem("alias_twice", where, language, found["part"], others=other))
    aliases = {fold: name for fold, (name, _) in claims.items() if fold not in twice}
    named = rows.filter(pl.col("name") == "name").select("part", "sheet", "row")
    placed = {part: (sheet, row) for part, sheet, row in named.iter_rows()}
    return Known(aliases | spellings, tuple(problems), placed)


def _spelt(used: pl.DataFrame, spellings: Mapping[str, str]) -> pl.DataFrame:
    """The entries with `value`: the sheet's name, else the spelling typed most often, first of equals."""
    counted = used.group_by("fold", "part", maintain_order=True).len()
    by_use = counted.sort("len", descending=True, maintain_order=True)
    most = by_use.unique("fold", keep="first", maintain_order=True)
    usual = dict(zip(most["fold"], most["part"], strict=True))
    canonical = usual | dict(spellings)
    named = pl.col("fold").replace_strict(canonical, default=None, return_dtype=pl.String)
    others = (pl.col("name") == "target") & pl.col("fold").is_in(OTHERS)
    return used.with_columns(value=pl.when(others).then(pl.lit(SECTOR)).otherwise(named))


def _several(cells: pl.DataFrame, language: str) -> Iterator[Problem]:
    """A complaint about each cell for one organisation that holds more: a joint act is a row each."""
    held = cells.filter(pl.col("sort") == "organisation").filter(parts(pl.col("text")).list.len() > 1)
    for where, found in each(held):
        yield problem("one_name_only", where, language, found["text"])


def _twice(read: pl.DataFrame, language: str) -> Iterator[Problem]:
    """A complaint about each list that holds a body twice; that of its other names does no harm."""
    lists = read.filter(pl.col("sort").is_in(SEVERAL) & (pl.col("name") != "aliases"))
    shown = lists.filter(pl.col("model") != "recipients")
    yield from repeated(shown.group_by(CELL, maintain_order=True).agg("value"), language)


def _values(read: pl.DataFrame) -> Iterator[tuple[tuple[str, int, str], object]]:
    several = pl.col("sort").is_in(SEVERAL)
    yield from values(read.filter(~several), "value")
    lists = read.filter(several).group_by(["sheet", "row", "name"], maintain_order=True).agg("value")
    for place, found in values(lists, "value"):
        yield place, tuple(dict.fromkeys(found))
