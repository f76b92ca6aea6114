"""What a day, a length of time, a count or an id may have meant that cannot be read: only ever a question."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import polars as pl

from flows.workbook import dates
from flows.workbook.alphabets import latin
from flows.workbook.nearest import nearest
from flows.workbook.text import tidy

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

FIGURES = str.maketrans({"O": "0", "o": "0", "l": "1", "I": "1", "|": "1"})
"""Letters typed for figures."""

_MONTH_LETTERS = r"[^\W\d_]{3,}"
_AROUND = re.compile(r"(?i)^(?:early|mid|late|about|around|circa|approx\.?|ca?\.|début|mi|fin|vers|env\.?|"
                     r"courant|"
                     r"beginning of|end of|~|le|the|on)[\s-]*(?=\S)")  # fmt: skip
_CLOCK = re.compile(
    r"(?i)[t ,]+(?:at |à )?\d{1,2}(?::|h)\d{0,2}(?::\d{2})?(?:\.\d+)?\s*(?:z|am|pm|utc|[+-]\d{2}:?\d{2})?$"
)
_RANGE = re.compile(r"(?i)^(\d{1,2})\s*(?:[-–—/&]|to|and|au|et)\s*\d{1,2}(\s+[^\W\d_].*)$")
_EITHER = re.compile(r"(?i)\s+(?:or|ou|to|au|and|et|[-–—])\s+.*$")
_BEHIND = re.compile(r"\s*(?:[(\[].*[)\]]|\?+|\*+)\s*$")
_SHORT_YEAR = re.compile(r"^(.*(?:\d\s*[-/. ]|[^\W\d_][.]?\s*[-/. ]))\s*['’]?(\d{2})$")
_MONTH_AND_APOSTROPHE = re.compile(r"^([^\W\d_]{3,}[.]?)\s*['’](\d{2})$")
_COMPACT = re.compile(r"^((?:19|20)\d{2})(\d{2})(\d{2})$")
_SERIAL = re.compile(r"^[2-5]\d{4}$")
_UNITS = {
    "y": "years", "yr": "years", "yrs": "years", "a": "years", "m": "months", "mo": "months", "mos": "months",
    "mth": "months", "mths": "months", "w": "weeks", "wk": "weeks", "wks": "weeks", "sem": "weeks",
    "d": "days", "j": "days", "jrs": "days",
}  # fmt: skip
_IN_WORDS = {
    "years": (("year", "years"), ("an", "ans")),
    "months": (("month", "months"), ("mois", "mois")),
    "weeks": (("week", "weeks"), ("semaine", "semaines")),
    "days": (("day", "days"), ("jour", "jours")),
}
_LENGTH = re.compile(r"(\d{1,4})\s*-?\s*([^\W\d_]+)")
_MISREAD_ID = re.compile(r"([A-Za-z])[ _–-]*([0-9OolI|]{1,9})((?:[.,][0-9OolI|]{1,3})?)")


def days(texts: Iterable[str]) -> dict[str, tuple[date, str]]:
    """The day each text may have meant, with its precision; texts that suggest none are left out."""
    tried = [(text, each) for text in dict.fromkeys(texts) for each in _attempts(text)]
    found: dict[str, tuple[date, str]] = {}
    for (text, _), (reading, first, how) in zip(tried, _read(each for _, each in tried), strict=True):
        if reading == "ok":
            found.setdefault(text, (first, how))
    return found


def years_in_full(texts: Iterable[str]) -> dict[str, tuple[tuple[date, str], ...]]:
    """The days, with their precision, that texts with a year of two figures may mean; two if in any order."""
    longer = {text: full for text in dict.fromkeys(texts) if (full := _full_year(text))}
    typed = pl.DataFrame({"text": list(longer.values())}, schema={"text": pl.String})
    read = dates.readings(_cells(typed)).select("reading", "first", "precision", "either", "or_else")
    found: dict[str, tuple[tuple[date, str], ...]] = {}
    for text, (reading, first, how, either, or_else) in zip(longer, read.iter_rows(), strict=True):
        if reading in ("ok", "ambiguous"):
            found[text] = ((first, how),) if reading == "ok" else ((either, "day"), (or_else, "day"))
    return found


def without_weekday(texts: Iterable[str]) -> dict[str, date]:
    """The day of each text that only its weekday makes impossible."""
    bare = {text: _bare(text) for text in dict.fromkeys(texts)}
    shorter = {text: each for text, each in bare.items() if each != text}
    read = _read(shorter.values())
    return {text: first for text, (reading, first, _) in zip(shorter, read, strict=True) if reading == "ok"}


def length(text: str, language: str) -> str | None:
    """The length of time the text may have meant, as it is typed in that language."""
    found = _LENGTH.search(text)
    if found is None or re.search(r"(?i)½|\bhalf\b|\bdemie?\b", text):
        return None
    typed = found[2].casefold()
    unit = _UNITS.get(typed) or _nearest_unit(typed)
    if unit is None or not int(found[1]):
        return None
    one, many = _IN_WORDS[unit][language == "fr"]
    return f"{int(found[1])} {one if int(found[1]) == 1 else many}"


def count(text: str) -> str | None:
    """The whole number within the text, where there is but one: "90 days"."""
    found = re.findall(r"[-−]?\d+(?:[.,]\d+)?", text)
    return found[0] if len(found) == 1 and found[0].isdigit() else None


def identifier(text: str) -> str | None:
    """The id that a text may have meant, letters typed for figures or words around: "AOO1", "see A001"."""
    plain = latin(tidy(text)).strip("'’#.()[] ")
    whole = _MISREAD_ID.fullmatch(plain)
    if whole:
        row = whole[3].translate(FIGURES).replace(",", ".")
        return f"{whole[1].upper()}{int(whole[2].translate(FIGURES)):03}{row}"
    within = re.findall(r"\b([A-Z])[ -]?(\d{1,9})((?:[.]\d{1,9})?)\b", plain)
    letter, number, row = within[0] if len(within) == 1 else ("", "", "")
    return f"{letter}{int(number):03}{row}" if letter else None


def _nearest_unit(typed: str) -> str | None:
    spelt = {each: unit for unit, pairs in _IN_WORDS.items() for pair in pairs for each in pair}
    close = typed if typed in spelt else nearest(typed, spelt, alike=0.6)
    return spelt[close] if close else None


def _cells(typed: pl.DataFrame) -> pl.DataFrame:
    """Texts as the reader's cells."""
    nothing = {"number": pl.lit(None, pl.Float64), "date": pl.lit(None, pl.Date)}
    return typed.with_columns(kind=pl.lit("text"), **nothing)


def _read(texts: Iterable[str]) -> list[tuple[str, date, str]]:
    typed = pl.DataFrame({"text": list(texts)}, schema={"text": pl.String})
    return dates.readings(_cells(typed)).select("reading", "first", "precision").rows()


def _attempts(text: str) -> list[str]:
    """What to try in place of the text: each mend alone on top of those before it."""
    plain = tidy(text).strip("'’\"“”«» .,;:")
    mends = (_year, _figures, _behind, _clock, _either, _range, _around, _years, _compact, _months)
    tried = []
    for mend in mends:
        plain = mend(plain)
        tried.append(plain)
    return [each for each in dict.fromkeys(tried) if each and each != text]


def _year(text: str) -> str:
    """With two figures of a year in each other's place that no record reaches: 2202 for 2022."""
    found = re.search(r"\b\d{4}\b", text)
    if found is None or found[0][:2] in ("19", "20"):
        return text
    typed = found[0]
    swapped = {typed[:at] + typed[at + 1] + typed[at] + typed[at + 2 :] for at in range(3)}
    likely = [each for each in swapped if "1990" <= each <= "2049"]
    return text.replace(typed, likely[0]) if len(likely) == 1 else text


def _figures(text: str) -> str:
    """With letters in the place of figures read as these: 2020-06-1O, l0 juin."""
    return re.sub(r"\b(?=[\dOolI|-]*\d)[\dOolI|]+\b", lambda found: found[0].translate(FIGURES), text)


def _behind(text: str) -> str:
    return _BEHIND.sub("", text)


def _clock(text: str) -> str:
    return _CLOCK.sub("", text)


def _either(text: str) -> str:
    return _EITHER.sub("", text)


def _range(text: str) -> str:
    return _RANGE.sub(r"\1\2", text)


def _around(text: str) -> str:
    return _AROUND.sub("", text)


def _years(text: str) -> str:
    """With a year that was typed twice, or with a figure too many, typed once."""
    once = re.sub(r"\b(\d{4})([-/. ]+\1)+\b", r"\1", text)
    return re.sub(r"\b((?:19|20)\d{2})\d\b", r"\1", once)


def _compact(text: str) -> str:
    return _COMPACT.sub(r"\1-\2-\3", text)


def _months(text: str) -> str:
    """With a misspelt month's name in its place."""
    return re.sub(_MONTH_LETTERS, lambda found: _month(found[0]), text)


def _month(word: str) -> str:
    plain = word.casefold().translate(str.maketrans("éèêûôà", "eeeuoa"))
    close = plain if plain in dates.MONTH_NAMES else nearest(plain, dates.MONTH_NAMES, alike=0.7)
    return close or word


def _full_year(text: str) -> str | None:
    """The text with the year's century, 20 for all up to 49; None where no year has two figures."""
    plain = tidy(text).strip("'’ .")
    found = _MONTH_AND_APOSTROPHE.match(plain) or _SHORT_YEAR.match(plain)
    if found is None or len(re.findall(r"\d+", plain)) + len(re.findall(_MONTH_LETTERS, plain)) < 2:  # noqa: PLR2004 - a year and one more
        return None
    apostrophe = _MONTH_AND_APOSTROPHE.match(plain) is not None
    if not apostrophe and not re.search(r"\d", found[1]):
        return None  # "June 10" has no year at all
    century = "20" if int(found[2]) < 50 else "19"  # noqa: PLR2004 - nobody announced anything in 2050
    return f"{found[1]} {century}{found[2]}" if apostrophe else f"{found[1]}{century}{found[2]}"


def _bare(text: str) -> str:
    return re.sub(
        r"(?i)^(?:the |le )?[^\W\d_]{3,}[.,]?\s+(?=(?:the |le )?\d|[^\W\d_]{3,}\s+\d)", "", tidy(text)
    )
