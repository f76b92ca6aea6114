"""Values of closed lists: code, French label or a further spelling in; the code out."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Any

import polars as pl

from flows.workbook.cleaning.harvest import Harvest, each, values
from flows.workbook.complaints import problem, words
from flows.workbook.nearest import nearest
from flows.workbook.readings import NOTHING
from flows.workbook.schema import LISTS, SHEETS
from flows.workbook.text import key, keyed, parts, tidy

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from flows.workbook.problems import Problem, Severity
    from flows.workbook.readings import Readings
    from flows.workbook.schema import Column

    Line = tuple[str, int]
_EVERYDAY = {
    "legal": "law bill act regulation decree decision ruling judgment fine lawsuit settlement complaint "
             "repeal order loi décret arrêté jugement amende plainte accord abrogation règlement",
    "policy": "restriction rule rules guidelines charter terms limit",
    "study": "report audit survey paper rapport enquête",
    "contract": "procurement purchase tender deal marché achat",
    "statement": "stance opinion comment announcement communiqué annonce",
    "moratorium": "pause suspension freeze halt gel arrêt",
    "ban": "prohibition",
    "withdrawal": "exit discontinued shutdown sunset abandon",
    "pledge": "promise offer commitment promesse offre",
    "donation": "gift grant subvention",
}  # fmt: skip
KIND_OF = {key(word): code for code, words in _EVERYDAY.items() for word in words.split()}
"""Words of other trackers for what an act is, each with the kind it mostly stands for: only ever asked."""

CELL = ["sheet", "row", "name"]
MEANT = {
    "sheet": pl.String, "row": pl.Int32, "name": pl.String, "part": pl.String, "meant": pl.String,
}  # fmt: skip
SEPARATORS = re.compile(r"[,;/&+\n]| and | et | or | ou ")

UNDONE = frozenset(
    (
        *("no", "not", "never", "ended", "canceled", "cancelled", "rejected", "repealed", "reinstated"),
        *("pas", "non", "jamais", "fin", "annule", "annulee", "rejete", "rejetee", "abroge", "abrogee"),
    )
)
"""Words that make the opposite of the value they stand beside."""


def choices(
    cells: pl.DataFrame, language: str, decided: Readings = NOTHING, rows: Mapping[Line, str] | None = None
) -> Harvest:
    """The codes of every column with a list; yes and no as booleans; unknown values count as blank.

    But where it is decided what an unknown one is read as; that it is on no list is told all the same: the
    decision takes it away. `rows` is what each row is called by.
    """
    one = cells.filter(pl.col("sort").is_in(["choice", "yes_no"]) & (pl.col("choices") != "question_status"))
    status = cells.filter(pl.col("choices") == "question_status")
    several = cells.filter(pl.col("sort") == "choices").with_columns(part=parts(pl.col("text")))
    single = pl.concat([one.with_columns(part=pl.col("text")), status.with_columns(part=_before_colon())])
    listed = several.explode("part", empty_as_null=True).filter(pl.col("part").is_not_null())
    read_one, read_several = _coded(single), _coded(listed)
    unknown = pl.concat([read_one, read_several]).filter(pl.col("code").is_null())
    meant = _meant(unknown, decided, rows or {})
    return Harvest(
        (*_single(_with(read_one, meant)), *_gathered(_with(read_several, meant))),
        tuple(_problems(unknown, language)),
    )


def allowed(name: str, language: str) -> str:
    """The values a list takes, as they are typed in that language."""
    return ", ".join(_labels(name, language))


def label(name: str, code: str, language: str) -> str:
    """How one value of a list is typed in that language."""
    codes = [choice.code for choice in LISTS[name]]
    return _labels(name, language)[codes.index(code)]


def code(name: str, text: str) -> str | None:
    """The code of one text on that list; None when it is not on it."""
    return _codes(name).get(key(text))


def close(name: str, typed: str, language: str) -> str | None:
    """The value of a list that the text may have meant, as it is typed in that language."""
    labels = {key(each): each for each in _labels(name, language)}
    found = nearest(key(typed), labels, alike=0.7)
    return labels[found] if found else None


def _within(name: str, typed: str, language: str) -> str | None:
    """The one value that stands among other words: "moratorium (one year)", not "contract cancelled"."""
    if not UNDONE.isdisjoint(map(key, typed.split())):
        return None
    apart = [each for each in re.split(r"[^\w -]+|\s+-\s+", typed) if each.strip()]
    found = {read for each in (*apart, *typed.split()) if (read := code(name, each))}
    return label(name, found.pop(), language) if len(found) == 1 else None


def _labels(name: str, language: str) -> list[str]:
    return [choice.fr if language == "fr" else choice.code for choice in LISTS[name]]


@cache
def _codes(name: str) -> dict[str, str]:
    return {
        key(spelling): choice.code
        for choice in LISTS[name]
        for spelling in (*choice.also, choice.fr, choice.code)
    }


@cache
def _table() -> pl.DataFrame:
    rows = [(name, spelling, code) for name in LISTS for spelling, code in _codes(name).items()]
    return pl.DataFrame(rows, schema=["choices", "spelling", "code"], orient="row")


def _coded(cells: pl.DataFrame) -> pl.DataFrame:
    spelt = cells.with_columns(spelling=keyed(pl.col("part")))
    return spelt.join(_table(), on=["choices", "spelling"], how="left", maintain_order="left")


def _meant(unknown: pl.DataFrame, decided: Readings, rows: Mapping[Line, str]) -> pl.DataFrame:
    """The codes by decision of values that are on no list, by their cell and what stands there."""
    found = []
    if decided.values:
        for sheet, row, name, listed, part in unknown.select(*CELL, "choices", "part").iter_rows():
            typed = decided.value(tidy(part), rows.get((sheet, row), ""))
            found.append((sheet, row, name, part, code(listed, typed) if typed else None))
    return pl.DataFrame(found, schema=MEANT, orient="row").unique()


def _with(read: pl.DataFrame, meant: pl.DataFrame) -> pl.DataFrame:
    if meant.is_empty():
        return read
    joined = read.join(meant, on=[*CELL, "part"], how="left", maintain_order="left")
    return joined.with_columns(code=pl.coalesce("code", "meant")).drop("meant")


def _before_colon() -> pl.Expr:
    return pl.col("text").str.extract("(?s)^([^:]*)")


def _single(read: pl.DataFrame) -> Iterator[tuple[tuple[str, int, str], object]]:
    yes_no = read.filter(pl.col("sort") == "yes_no").with_columns(code=pl.col("code") == "yes")
    yield from values(yes_no, "code")
    yield from values(read.filter(pl.col("sort") != "yes_no"), "code")
    dropped = read.filter(pl.col("code") == "dropped")
    reason = dropped.with_columns(
        name=pl.lit("dropped_because"),
        reason=pl.col("text").str.extract("(?s)^[^:]*:(.*)$").str.strip_chars(),
    )
    yield from values(reason.filter(pl.col("reason") != ""), "reason")


def _gathered(read: pl.DataFrame) -> Iterator[tuple[tuple[str, int, str], object]]:
    """The codes of each cell once, in the order of the model's list."""
    known = read.filter(pl.col("code").is_not_null())
    by_cell = known.group_by([*CELL, "choices"], maintain_order=True).agg(codes=pl.col("code").unique())
    for sheet, row, name, listed, codes in by_cell.iter_rows():
        order = (choice.code for choice in LISTS[listed])
        yield (sheet, row, name), tuple(each for each in order if each in codes)


def _problems(unknown: pl.DataFrame, language: str) -> Iterator[Problem]:
    for where, found in each(unknown):
        name, typed = found["choices"], found["part"]
        severity: Severity = "error" if _decisive(found) else "warning"
        several = _several(name, typed, language)
        if several and found["sort"] == "choices":
            yield problem("values_run_together", where, language, typed, entries="; ".join(several))
        elif several:
            one = words.either(several, language)
            yield problem("one_value_only", where, language, typed, severity, entries=one)
        else:
            guess, listed = _guess(found, language), allowed(name, language)
            yield problem(_unknown(found), where, language, typed, severity, guess=guess, allowed=listed)


def _guess(found: dict[str, Any], language: str) -> str:
    """Which value may have been meant, or else in which other column of the row this one belongs."""
    name, typed = found["choices"], found["part"]
    near = _suggested(name, typed, language) or close(name, typed, language) or _within(name, typed, language)
    if near is None:
        others = [
            one for one in _columns(found["model"]) if one.choices != name and code(one.choices or "", typed)
        ]
        column = next((one.fr if language == "fr" else one.name for one in others), None)
        return words.belongs(column, language)
    return words.guess(near, language)


def _suggested(name: str, typed: str, language: str) -> str | None:
    """The kind of act that a word of everyday, on no list, mostly stands for: "law", "fine"."""
    found = KIND_OF.get(key(typed)) if name == "kind" else None
    return label(name, found, language) if found else None


def _columns(model: str) -> list[Column]:
    """The columns of that sheet which hold values of a list."""
    own = next(sheet for sheet in SHEETS if sheet.name == model)
    return [column for column in own.columns if column.kind in ("choice", "choices") and column.choices]


def _decisive(found: dict[str, Any]) -> bool:
    """Whether the row cannot do without the value: an act without a kind, a response without an outcome."""
    return found["required"] and found["model"] in ("announcements", "responses")


def _unknown(found: dict[str, Any]) -> str:
    """The rule that a value on no list breaks."""
    if found["choices"] == "outcome":
        return "unknown_outcome" if _decisive(found) else "unknown_coding"
    return "unknown_kind" if _decisive(found) else "unknown_choice"


def _several(name: str, typed: str, language: str) -> list[str]:
    """The values of a list that stand in one text, as they are typed in that language; none for one alone."""
    codes = [code(name, each) for each in SEPARATORS.split(typed) if each.strip()]
    known = list(dict.fromkeys(each for each in codes if each))
    return [label(name, each, language) for each in known] if len(known) > 1 and all(codes) else []
