"""Days and durations as people type them (R1): nothing is guessed, and two readings are both told."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

import polars as pl

from flows.workbook.text import placeholder, plain

if TYPE_CHECKING:
    from collections.abc import Mapping

    from flows.record.facts import Unit

Meaning = TypeVar("Meaning")

YEARS = (1900, 2199)
YEARS_AS_NUMBERS = (1900, 2100)  # a bare number beyond is more likely a count than a year
SERIALS = (20_000, 60_000)  # Excel's own day numbers, from October 1954 to April 2064
LONGEST = {"days": 73_050, "months": 2_400, "years": 200}  # two hundred years

_DAY_0, _DAY_0_OF_1904 = pl.date(1899, 12, 30), pl.date(1904, 1, 1)
_MONTHS = {
    1: "january jan janvier janv",
    2: "february feb fevrier fevr fev",
    3: "march mar mars",
    4: "april apr avril avr",
    5: "may mai",
    6: "june jun juin",
    7: "july jul juillet juil",
    8: "august aug aout",
    9: "september sept sep septembre",
    10: "october oct octobre",
    11: "november nov novembre",
    12: "december dec decembre",
}
_WEEKDAYS = {
    1: "monday mon lundi lun",
    2: "tuesday tues tue mardi mar",
    3: "wednesday wed mercredi mer",
    4: "thursday thurs thur thu jeudi jeu",
    5: "friday fri vendredi ven",
    6: "saturday sat samedi sam",
    7: "sunday sun dimanche dim",
}
_COUNTS = {
    1: "one a an un une",
    2: "two deux",
    3: "three trois",
    4: "four quatre",
    5: "five cinq",
    6: "six",
    7: "seven sept",
    8: "eight huit",
    9: "nine neuf",
    10: "ten dix",
    11: "eleven onze",
    12: "twelve douze",
}
_UNITS: dict[Unit, str] = {
    "days": "day days jour jours week weeks semaine semaines",
    "months": "month months mois",
    "years": "year years an ans annee annees",
}


def _spelt(words: Mapping[Meaning, str]) -> dict[str, Meaning]:
    return {word: meaning for meaning, spellings in words.items() for word in spellings.split()}


COUNTS = _spelt(_COUNTS)
"""How many a word of a length of time stands for, unaccented: a, un, two, deux."""

UNITS = _spelt(_UNITS)
"""What a word of a length of time counts in, unaccented; weeks are `days`, to be multiplied."""

MONTH_NAMES = frozenset(word for word in _spelt(_MONTHS) if len(word) > 3)  # noqa: PLR2004 - short ones are near everything
"""The months' names, unaccented, for a misspelt one to be near to."""

_YEAR = "(?P<year>[0-9]{4})"
_MONTH = "(?P<month>[0-9]{1,2})"
_DAY = "(?P<day>[0-9]{1,2})"
_WORD = f"(?P<word>{'|'.join(_spelt(_MONTHS))})"
_QUARTER = "(?P<quarter>[1-4])"
_WEEKDAY = f"(?:(?P<weekday>{'|'.join(_spelt(_WEEKDAYS))})[.,]? )?"
_ARTICLE = "(?:the |le )?"
_GAP = "(?:[.,]? ?|[-/])"
_MARK = " ?[-/.] ?"

# The shapes a date may be typed in, in `plain` text; no text fits two of them.
_SHAPES = (
    f"^{_YEAR}[-/]{_MONTH}[-/]{_DAY}(?:[t ]00:00(?::00)?)?$",  # 2020-06-10
    f"^(?P<left>[0-9]{{1,2}}){_MARK}(?P<right>[0-9]{{1,2}}){_MARK}{_YEAR}$",  # 10/06/2020
    f"^{_ARTICLE}{_WEEKDAY}{_ARTICLE}{_DAY}(?:er|st|nd|rd|th)?(?: of)?{_GAP}{_WORD}{_GAP}{_YEAR}$",
    f"^{_WEEKDAY}{_WORD}{_GAP}{_DAY}(?:st|nd|rd|th)?(?:, ?| |-){_YEAR}$",  # June 10, 2020
    f"^{_YEAR}[-/]{_MONTH}$",  # 2020-06
    f"^{_MONTH}{_MARK}{_YEAR}$",  # 06/2020
    f"^{_WORD}{_GAP}{_YEAR}$",  # June 2020
    f"^{_YEAR}[- ]?[qt]{_QUARTER}$",  # 2020-Q2
    f"^[qt] ?{_QUARTER}[-/ ]?{_YEAR}$",  # T2 2020
    f"^{_QUARTER}(?:er|e|eme|nd) trimestre (?:de )?{_YEAR}$",  # 2e trimestre 2020
    f"^{_QUARTER}(?:st|nd|rd|th) quarter (?:of )?{_YEAR}$",  # 2nd quarter 2020
    f"^{_YEAR}$",
)
_PIECES = ("year", "month", "day", "word", "quarter", "weekday", "left", "right")
_DURATION = f"^(?:(?P<digits>[0-9]{{1,5}})|(?P<word>{'|'.join(COUNTS)}))[ -]?(?P<unit>[a-z]+)$"


def readings(cells: pl.DataFrame, *, from_1904: bool = False) -> pl.DataFrame:
    """The cells, row for row, with what each says where a date is expected (R1).

    `from_1904` says from when the workbook numbers its days.

    Reads `kind`, `text`, `number` and `date`; adds `reading` and, null unless said, `first`, `precision`,
    `either` and `or_else`:

    ok           `first` is the first day of what was typed, `precision` day, month, quarter or year
    serial       a number that may be a date without its format: `first` is that day, not to be used unsaid
    ambiguous    `either` and `or_else` are both days it may be, the day-first reading first
    impossible   the shape of a date, but no such day: 31 February, month 13, a Friday that was a Monday
    placeholder  "?", "tbd" and their like
    not_a_date   anything else; also a year before 1900 or after 2199, or written with two digits
    """
    typed = cells.select("kind", "text", "number", "date", written=_written())
    day_0 = _DAY_0_OF_1904 if from_1904 else _DAY_0
    judged = _read(_in_pieces(typed), day_0).with_columns(reading=_reading())
    read = pl.col("reading").is_in(["ok", "serial"])
    ambiguous = pl.col("reading") == "ambiguous"
    found = judged.select(
        first=pl.when(read).then(pl.col("first")),
        precision=pl.when(read).then(pl.col("precision")),
        reading=pl.col("reading"),
        either=pl.when(ambiguous).then(pl.col("day_first")),
        or_else=pl.when(ambiguous).then(pl.col("month_first")),
    )
    return cells.hstack(found)


def durations(text: pl.Expr) -> pl.Expr:
    """The duration each text says: a struct of `count` (Int64) and `unit` (days, months or years).

    Weeks become days. Null for null, for no duration ("1 an et demi"), for none at all and for more than
    two hundred years.
    """
    found = plain(text).str.extract_groups(_DURATION)
    in_words = found.struct.field("word").replace_strict(COUNTS, default=None, return_dtype=pl.Int64)
    number = pl.coalesce(found.struct.field("digits").cast(pl.Int64), in_words)
    name = found.struct.field("unit")
    unit = name.replace_strict(UNITS, default=None, return_dtype=pl.String)
    weeks = name.is_in(["week", "weeks", "semaine", "semaines"])
    count = pl.when(weeks).then(number * 7).otherwise(number)
    longest = unit.replace_strict(LONGEST, default=None, return_dtype=pl.Int64)
    sensible = count.is_between(1, longest)
    return pl.when(sensible).then(pl.struct(count.alias("count"), unit.alias("unit")))


def _written() -> pl.Expr:
    is_text = pl.col("kind") == "text"
    return pl.when(is_text).then(plain(pl.col("text")).str.strip_chars_end(" ."))


def _in_pieces(typed: pl.DataFrame) -> pl.DataFrame:
    """The cells with every piece of `_PIECES` as typed: at most one shape fits, so one at most gives it."""
    fits = {f"shape_{at}": pl.col("written").str.extract_groups(shape) for at, shape in enumerate(_SHAPES)}
    return typed.with_columns(**fits).with_columns(_piece(name) for name in _PIECES).drop(fits)


def _piece(name: str) -> pl.Expr:
    holding = [at for at, shape in enumerate(_SHAPES) if f"(?P<{name}>" in shape]
    return pl.coalesce(pl.col(f"shape_{at}").struct.field(name) for at in holding).alias(name)


def _read(pieces: pl.DataFrame, day_0: pl.Expr) -> pl.DataFrame:
    """The pieces with the days they may mean: `day_first` and `month_first` only for two bare numbers."""
    year, left, right = pl.col("year"), pl.col("left"), pl.col("right")
    numbered = pieces.with_columns(month=_month(), precision=_precision())
    dated = numbered.with_columns(
        day_first=_day(year, right, left),
        month_first=_day(year, left, right),
        spelt=_day(year, pl.col("month").fill_null("1"), pl.col("day").fill_null("1")),
    )
    return dated.with_columns(first=_first(day_0))


def _month() -> pl.Expr:
    by_word = pl.col("word").replace_strict(_spelt(_MONTHS), default=None, return_dtype=pl.Int64)
    by_quarter = pl.col("quarter").cast(pl.Int64) * 3 - 2
    return pl.coalesce(pl.col("month"), by_word.cast(pl.String), by_quarter.cast(pl.String))


def _precision() -> pl.Expr:
    has_day = pl.col("day").is_not_null() | pl.col("left").is_not_null()
    has_month = pl.col("month").is_not_null() | pl.col("word").is_not_null()
    in_text = (
        pl.when(has_day).then(pl.lit("day"))
        .when(has_month).then(pl.lit("month"))
        .when(pl.col("quarter").is_not_null()).then(pl.lit("quarter"))
        .otherwise(pl.lit("year"))
    )  # fmt: skip
    whole_day = (pl.col("kind") == "date") | _is_serial()
    return pl.when(whole_day).then(pl.lit("day")).otherwise(in_text)


def _day(year: pl.Expr, month: pl.Expr, day: pl.Expr) -> pl.Expr:
    iso = pl.concat_str(year, month.str.zfill(2), day.str.zfill(2), separator="-")
    return iso.str.to_date("%Y-%m-%d", strict=False)  # null where no such day is


def _first(day_0: pl.Expr) -> pl.Expr:
    weekday = pl.col("weekday").replace_strict(_spelt(_WEEKDAYS), default=None, return_dtype=pl.Int8)
    misnamed = (weekday != pl.col("spelt").dt.weekday()).fill_null(value=False)
    two_numbers = pl.col("left").is_not_null()
    spelt = pl.when(~misnamed & ~two_numbers).then(pl.col("spelt"))
    serial_day = day_0 + pl.duration(days=pl.col("number").floor())
    year_day = pl.date(pl.col("number").cast(pl.Int64, strict=False), 1, 1)
    return (
        pl.when(pl.col("kind") == "date").then(pl.col("date"))
        .when(_is_serial()).then(serial_day)
        .when(_is_year()).then(year_day)
        .otherwise(pl.coalesce(spelt, pl.col("day_first"), pl.col("month_first")))
    )  # fmt: skip


def _reading() -> pl.Expr:
    in_cell = (pl.col("kind") == "date") & pl.col("date").dt.year().is_between(*YEARS)
    shaped = pl.col("year").cast(pl.Int64).is_between(*YEARS)
    return (
        pl.when(in_cell | _is_year()).then(pl.lit("ok"))
        .when(_is_serial()).then(pl.lit("serial"))
        .when((pl.col("kind") == "text") & placeholder(pl.col("text"))).then(pl.lit("placeholder"))
        .when(~shaped.fill_null(value=False)).then(pl.lit("not_a_date"))
        .when(pl.col("day_first") != pl.col("month_first")).then(pl.lit("ambiguous"))
        .when(pl.col("first").is_null()).then(pl.lit("impossible"))
        .otherwise(pl.lit("ok"))
    )  # fmt: skip


def _is_serial() -> pl.Expr:
    return (pl.col("kind") == "number") & pl.col("number").is_between(*SERIALS)


def _is_year() -> pl.Expr:
    number = pl.col("number")
    return (pl.col("kind") == "number") & (number == number.floor()) & number.is_between(*YEARS_AS_NUMBERS)
