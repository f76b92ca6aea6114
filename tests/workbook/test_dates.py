"""Dates and durations as people type them (R1)."""

from __future__ import annotations

from datetime import date, timedelta

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from flows.workbook import dates

SCHEMA = {"kind": pl.String, "text": pl.String, "number": pl.Float64, "date": pl.Date}
FIRST, LAST = date(1900, 1, 1), date(2199, 12, 31)
DAYS = st.dates(FIRST, LAST)
quick = settings(derandomize=True, deadline=None, max_examples=100)

MONTHS = {
    "en": "January February March April May June July August September October November December",
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "en short": "Jan Feb Mar Apr May Jun Jul Aug Sept Oct Nov Dec",
    "en dotted": "Jan. Feb. Mar. Apr. May Jun. Jul. Aug. Sep. Oct. Nov. Dec.",
    "fr short": "janv. févr. mars avr. mai juin juil. août sept. oct. nov. déc.",
    "fr capitals": "JANVIER FÉVRIER MARS AVRIL MAI JUIN JUILLET AOUT SEPTEMBRE OCTOBRE NOVEMBRE DECEMBRE",
}
WEEKDAYS = {
    "en": "Monday Tuesday Wednesday Thursday Friday Saturday Sunday",
    "fr": "lundi mardi mercredi jeudi vendredi samedi dimanche",
    "en short": "Mon Tue Wed Thu Fri Sat Sun",
    "fr short": "lun. mar. mer. jeu. ven. sam. dim.",
}


def month(day: date, style: str) -> str:
    return MONTHS[style].split()[day.month - 1]


def weekday(day: date, style: str) -> str:
    return WEEKDAYS[style].split()[day.weekday()]


def ordinal(number: int) -> str:
    special = {1: "st", 2: "nd", 3: "rd", 21: "st", 22: "nd", 23: "rd", 31: "st"}
    return f"{number}{special.get(number, 'th')}"


def numerals(day: date) -> list[str]:
    y, m, d = day.year, day.month, day.day
    return [
        day.isoformat(),
        f"{y}-{m}-{d}",
        f"{y}/{m:02}/{d:02}",
        f"{day} 00:00:00",
        f"\u00a0{day}T00:00\u200b",
    ]


def in_english(day: date) -> list[str]:
    y, d, name = day.year, day.day, month(day, "en")
    return [
        f"{d} {name} {y}", f"{d:02}\u00a0{name}\u202f{y}", f"{name} {d}, {y}", f"{name.upper()} {d} {y}",
        f"{ordinal(d)} {name} {y}", f"{name} {ordinal(d)}, {y}", f"the {ordinal(d)} of {name} {y}",
        f"{d} {month(day, 'en short')} {y}", f"{d}-{month(day, 'en short')}-{y}",
        f"{month(day, 'en dotted')} {d}, {y}", f"{weekday(day, 'en')}, {name} {d}, {y}",
        f"{weekday(day, 'en short')} {d} {name} {y}",
    ]  # fmt: skip


def in_french(day: date) -> list[str]:
    y, d, name = day.year, day.day, month(day, "fr")
    number = "1er" if d == 1 else str(d)
    return [
        f"{number} {name} {y}", f"{number}\u00a0{name}\u00a0{y}", f"le {d} {name} {y}",
        f"{d} {month(day, 'fr capitals')} {y}", f"{d} {month(day, 'fr short')} {y}", f"{d}/{name}/{y}",
        f"{weekday(day, 'fr')} {number} {name} {y}", f"{weekday(day, 'fr short')} {d} {name} {y}",
        f"le {weekday(day, 'fr')} {d} {name} {y}.",
    ]  # fmt: skip


def typed(*texts: str) -> pl.DataFrame:
    """Cells of text, read."""
    rows = [("text", text, None, None) for text in texts]
    return dates.readings(pl.DataFrame(rows, schema=SCHEMA, orient="row"))


def read(text: str) -> tuple[object, ...]:
    """The reading of one cell of text: reading, first, precision, either, or_else."""
    return typed(text).select("reading", "first", "precision", "either", "or_else").row(0)


def one(kind: str, text: str, number: float | None = None, day: date | None = None) -> tuple[object, ...]:
    """The reading of one cell of any kind: reading, first, precision."""
    cell = pl.DataFrame([(kind, text, number, day)], schema=SCHEMA, orient="row")
    return dates.readings(cell).select("reading", "first", "precision").row(0)


@quick
@given(DAYS)
def test_every_day_reads_as_itself_in_every_spelling_of_both_languages(day: date) -> None:
    spellings = [*numerals(day), *in_english(day), *in_french(day)]
    found = typed(*spellings).select("text", "reading", "first", "precision").rows()
    assert found == [(spelling, "ok", day, "day") for spelling in spellings]


def test_no_day_of_three_centuries_is_missed_in_iso_or_in_words() -> None:
    days = [FIRST + timedelta(days=count) for count in range((LAST - FIRST).days + 1)]
    words = [f"{day.day} {month(day, 'fr')} {day.year}" for day in days]
    assert typed(*map(str, days))["first"].to_list() == days
    assert typed(*words)["first"].to_list() == days


@quick
@given(DAYS)
def test_a_month_a_quarter_or_a_year_keeps_its_own_precision(day: date) -> None:
    y, m, q = day.year, day.month, (day.month + 2) // 3
    months = [f"{y}-{m:02}", f"{m:02}/{y}", *(f"{month(day, style)} {y}" for style in MONTHS)]
    quarters = [
        f"{y}-Q{q}", f"Q{q} {y}", f"T{q} {y}", f"{y} t{q}", f"{'1er' if q == 1 else f'{q}e'} trimestre {y}",
        f"{q}ème trimestre {y}", f"{ordinal(q)} quarter {y}", f"{ordinal(q)} quarter of {y}",
    ]  # fmt: skip
    found = typed(*months, *quarters, str(y)).select("text", "reading", "first", "precision").rows()
    assert found == [
        *((text, "ok", date(y, m, 1), "month") for text in months),
        *((text, "ok", date(y, 3 * q - 2, 1), "quarter") for text in quarters),
        (str(y), "ok", date(y, 1, 1), "year"),
    ]


@pytest.mark.parametrize("mark", ["/", ".", "-", " / "])
def test_two_parts_of_twelve_or_less_are_told_both_ways_unless_they_agree(mark: str) -> None:
    pairs = [(left, right) for left in range(1, 13) for right in range(1, 13)]
    for year in (1900, 2020, 2199):
        found = typed(*(f"{left}{mark}{right:02}{mark}{year}" for left, right in pairs))
        said = found.select("reading", "first", "precision", "either", "or_else").rows()
        for (left, right), reading in zip(pairs, said, strict=True):
            day_first, month_first = date(year, right, left), date(year, left, right)
            agree = ("ok", day_first, "day", None, None)
            differ = ("ambiguous", None, None, day_first, month_first)
            assert reading == (agree if left == right else differ)


@quick
@given(DAYS.filter(lambda day: day.day > 12), st.sampled_from("/.-"))
def test_a_part_beyond_twelve_settles_which_is_the_day(day: date, mark: str) -> None:
    d, m, y = f"{day.day:02}", f"{day.month:02}", str(day.year)
    found = typed(mark.join([d, m, y]), mark.join([m, d, y]))
    assert found.select("reading", "first", "precision").rows() == [("ok", day, "day")] * 2


def test_ten_june_or_six_october_gives_the_day_first_reading_first() -> None:
    assert read("10/06/2020") == ("ambiguous", None, None, date(2020, 6, 10), date(2020, 10, 6))


@pytest.mark.parametrize(
    "text",
    [
        "31/02/2020", "02/31/2020", "2020-02-30", "2021-02-29", "29 février 2021", "30 February 2020",
        "31 juin 2020", "June 31, 2020", "2020-13-01", "2020-13", "13/2020", "25/13/2020", "00/05/2020",
        "2020-00-10", "0 juin 2020", "45 June 2020", "jeudi 10 juin 2020", "Monday 10 June 2020",
    ],
)  # fmt: skip
def test_a_day_that_does_not_exist_is_said_to_be_impossible(text: str) -> None:
    assert read(text) == ("impossible", None, None, None, None)


@pytest.mark.parametrize("text", ["?", "tbd", "TBA", "à compléter", "n.d.", "…", "-", "xx"])
def test_a_placeholder_is_no_date_and_no_mistake(text: str) -> None:
    assert read(text) == ("placeholder", None, None, None, None)


@pytest.mark.parametrize(
    "text",
    [
        "mid-June 2020", "été 2020", "summer 2020", "around 10 June", "around 10 June 2020", "10 June",
        "10 juin 20", "10/06/20", "10.06.20", "20-06-10", "June '20", "10 Juneuary 2020",
        "2020-06-10 14:30", "10-12 June 2020", "1899-12-31", "31 December 1899", "2200-01-01",
        "1 janvier 2200", "10/06/1020", "2020-Q5", "T0 2020", "S1 2020", "2020-06-10 ou 2020-06-11",
        "20200610", "43992", "1 year", "Amazon", "2020-W24", "12020", "q2020",
    ],
)  # fmt: skip
def test_what_is_not_plainly_a_date_is_never_guessed_at(text: str) -> None:
    assert read(text) == ("not_a_date", None, None, None, None)


@pytest.mark.parametrize(
    ("cell", "reading"),
    [
        (("date", "2020-06-10", None, date(2020, 6, 10)), ("ok", date(2020, 6, 10), "day")),
        (("date", "2958-01-01", None, date(2958, 1, 1)), ("not_a_date", None, None)),
        (("number", "2020", 2020.0), ("ok", date(2020, 1, 1), "year")),
        (("number", "1900", 1900.0), ("ok", date(1900, 1, 1), "year")),
        (("number", "2100", 2100.0), ("ok", date(2100, 1, 1), "year")),
        (("number", "2101", 2101.0), ("not_a_date", None, None)),
        (("number", "2020.5", 2020.5), ("not_a_date", None, None)),
        (("number", "43992", 43992.0), ("serial", date(2020, 6, 10), "day")),
        (("number", "43992.75", 43992.75), ("serial", date(2020, 6, 10), "day")),
        (("number", "20000", 20_000.0), ("serial", date(1954, 10, 3), "day")),
        (("number", "60001", 60_001.0), ("not_a_date", None, None)),
        (("number", "-1", -1.0), ("not_a_date", None, None)),
        (("number", "1e+300", 1e300), ("not_a_date", None, None)),
        (("number", "nan", float("nan")), ("not_a_date", None, None)),
        (("time", "10:30"), ("not_a_date", None, None)),
        (("boolean", "TRUE"), ("not_a_date", None, None)),
        (("error", "#N/A"), ("not_a_date", None, None)),
        (("formula", "=TODAY()"), ("not_a_date", None, None)),
        (("formula", "2020"), ("not_a_date", None, None)),
    ],
)
def test_cells_that_are_not_text_say_a_date_only_when_excel_does(
    cell: tuple[str, str], reading: tuple[object, ...]
) -> None:
    assert one(*cell) == reading


@quick
@given(
    st.lists(st.text(max_size=12) | st.text("0123456789 /-.juinmaQT", max_size=12), min_size=1, max_size=20)
)
def test_any_text_at_all_has_one_reading_and_a_day_only_with_it(texts: list[str]) -> None:
    found = typed(*texts)
    assert found["text"].to_list() == texts
    for row in found.iter_rows(named=True):
        assert (row["reading"] == "ok") == (row["first"] is not None) == (row["precision"] is not None)
        assert (row["reading"] == "ambiguous") == (row["either"] is not None) == (row["or_else"] is not None)


def test_further_columns_pass_through_and_rows_keep_their_order() -> None:
    cells = pl.DataFrame(
        {"address": ["C2", "C3"], "year": [1, 2], "kind": ["text", "text"], "text": ["juin 2020", "?"]}
    ).with_columns(number=pl.lit(None, pl.Float64), date=pl.lit(None, pl.Date))
    found = dates.readings(cells)
    added = ["first", "precision", "reading", "either", "or_else"]
    assert found.select(cells.columns).equals(cells)
    assert found.columns == [*cells.columns, *added]
    assert found.clear().schema == dates.readings(cells.clear()).schema


def lasting(text: str | None) -> tuple[int, str] | None:
    """The duration `text` says: its count and its unit."""
    said = pl.select(dates.durations(pl.lit(text, pl.String))).item()
    return None if said is None else (said["count"], said["unit"])


@pytest.mark.parametrize(
    ("text", "duration"),
    [
        ("1 year", (1, "years")), ("one year", (1, "years")), ("one-year", (1, "years")),
        ("a year", (1, "years")), ("un an", (1, "years")), ("une année", (1, "years")),
        ("deux ans", (2, "years")), ("Douze\u00a0mois", (12, "months")), ("12 mois", (12, "months")),
        ("12-month", (12, "months")), ("six months", (6, "months")), ("18months", (18, "months")),
        ("90 days", (90, "days")), ("90 jours", (90, "days")), ("un jour", (1, "days")),
        ("sept jours", (7, "days")), ("2 weeks", (14, "days")), ("2 semaines", (14, "days")),
        ("une semaine", (7, "days")), ("TWELVE WEEKS", (84, "days")), ("200 ans", (200, "years")),
        ("73050 days", (73_050, "days")),
    ],
)  # fmt: skip
def test_a_duration_reads_in_figures_or_words_in_both_languages(text: str, duration: tuple[int, str]) -> None:
    assert lasting(text) == duration


@pytest.mark.parametrize(
    "text",
    [
        "1 an et demi", "1.5 years", "1,5 an", "0 days", "zero months", "-1 year", "201 years",
        "2401 mois", "73051 days", "99999 weeks", "999999999999999999999 days", "12", "year",
        "about a year", "1 year or more", "2 decades", "indefinitely", "2020-06-10", "", None,
    ],
)  # fmt: skip
def test_what_is_not_plainly_a_duration_is_none(text: str | None) -> None:
    assert lasting(text) is None


@quick
@given(st.integers(1, 200), st.sampled_from(["year", "years", "an", "ans", "année", "années"]))
def test_every_count_of_years_reads_as_itself(count: int, unit: str) -> None:
    assert lasting(f"{count}\u202f{unit}") == (count, "years")
