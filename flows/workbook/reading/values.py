"""What a stored value reads as: text as typed, numbers and days as Excel shows them plainly."""

import math
import re
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import NamedTuple

ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
NUMBER = re.compile(r"[-+]?(\d+(\.\d*)?|\.\d+)([eE][-+]?\d+)?", re.ASCII)
LONGEST_NUMBER = 400  # characters: all the digits of the largest there is
LITERAL_LINK = re.compile(r'=?\s*HYPERLINK\(\s*"((?:[^"]|"")*)"\s*[,;)]', re.IGNORECASE)
MOVES = re.compile(r"\b(?:TODAY|NOW)\s*\(", re.IGNORECASE)
"""A formula that says another day each time the workbook is opened; files keep it in English."""
REPLACEMENT = "\ufffd"
FIRST_DAY_1904 = date(1904, 1, 1)
LAST_DAY = date(9999, 12, 31)
NO_SUCH_DAY = 60  # Excel counts a 29 February 1900, which never was
PLAIN_POWERS = range(-10, 21)  # of ten; beyond, Excel writes 1E+25
DAY = 86_400


class Run(NamedTuple):
    """Letters written in one way; `struck` None means as the whole cell is."""

    text: str
    struck: bool | None


class Reading(NamedTuple):
    """What a cell says: its kind, its text, and the number or the day behind it."""

    kind: str
    text: str
    number: float | None = None
    day: date | None = None


def unescaped(text: str) -> str:
    """The text with Excel's escapes (`_x000D_`) undone; what no text may hold becomes U+FFFD."""
    if "_x" not in text:
        return text
    decoded = ESCAPED.sub(lambda match: chr(int(match[1], 16)), text).replace("\0", REPLACEMENT)
    return decoded.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def number(stored: str) -> Reading:
    """A number as Excel shows it without a format: 2020, 0.1, 1E+25. An error, as stored, if it is none."""
    value = _finite(stored)
    if value is None:
        return Reading("error", stored)
    plain = Decimal(f"{value:.15g}")  # Excel keeps fifteen digits
    if plain and plain.adjusted() not in PLAIN_POWERS:
        mantissa, _, exponent = f"{plain.normalize():E}".partition("E")
        return Reading("number", f"{mantissa}E{exponent}", value)
    text = f"{plain:f}"
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return Reading("number", "0" if text == "-0" else text, value)


def moment(stored: str, *, from_1904: bool) -> Reading:
    """A day as ISO (2020-06-10, with 14:30 after it unless midnight), or a time of day.

    An error, as stored, when Excel's calendar has no such day: 29 February 1900, or before or after it.
    """
    value = _finite(stored)
    if value is None or not 0 <= value <= LAST_DAY.toordinal():
        return Reading("error", stored)
    days, seconds = divmod(round(value * DAY), DAY)
    if value < 1:
        return Reading("time", _clock(seconds))
    day = _day(days, from_1904=from_1904)
    if day is None:
        return Reading("error", stored)
    clock = f" {_clock(seconds)}" if seconds else ""
    return Reading("date", f"{day.isoformat()}{clock}", None, day)


def shown(reading: Reading, precision: str | None) -> Reading:
    """A first day of a month or of a year in a cell that shows no day of it: the month or the year alone.

    Excel makes such a day of "June 2020", and whoever typed that named no day.
    """
    day = reading.day
    whole = day is not None and day.day == 1 and (precision == "month" or day.month == 1)
    if precision is None or day is None or not whole or " " in reading.text:
        return reading
    return Reading("text", f"{day:%Y-%m}" if precision == "month" else f"{day:%Y}")


def duration(stored: str) -> Reading:
    """A length of time in hours and minutes, 26:30 for a day and two and a half hours."""
    value = _finite(stored)
    if value is None or abs(value) > LAST_DAY.toordinal():
        return Reading("error", stored)
    sign = "-" if value < 0 else ""
    return Reading("time", sign + _clock(round(abs(value) * DAY)))


def iso_moment(stored: str) -> Reading:
    """A day stored in ISO, as some programs write it; an error, as stored, if it is none."""
    try:
        when = datetime.fromisoformat(stored.strip())
    except ValueError:
        return Reading("error", stored)
    seconds = when.hour * 3600 + when.minute * 60 + when.second
    clock = f" {_clock(seconds)}" if seconds else ""
    return Reading("date", f"{when.date().isoformat()}{clock}", None, when.date())


def striking(runs: tuple[Run, ...], *, whole: bool) -> tuple[str, str | None]:
    """How much is struck through (no, part, all), and for a part the text left standing."""
    flags = [(run.text, whole if run.struck is None else run.struck) for run in runs]
    seen = {struck for text, struck in flags if text.strip()} or {whole}
    if seen == {True, False}:
        return "part", "".join(text for text, struck in flags if not struck)
    return ("all" if True in seen else "no"), None


def literal_link(formula: str) -> str | None:
    """The address in a HYPERLINK formula that spells it out; None for any other formula."""
    match = LITERAL_LINK.match(formula)
    return match[1].replace('""', '"') or None if match else None


def _finite(stored: str) -> float | None:
    if len(stored) > LONGEST_NUMBER or not NUMBER.fullmatch(stored.strip()):
        return None
    value = float(stored)
    return value if math.isfinite(value) else None


def _day(days: int, *, from_1904: bool) -> date | None:
    if from_1904:
        first = FIRST_DAY_1904
    elif days == NO_SUCH_DAY:
        return None
    else:
        first = date(1899, 12, 31) if days < NO_SUCH_DAY else date(1899, 12, 30)
    return first + timedelta(days) if days <= (LAST_DAY - first).days else None


def _clock(seconds: int) -> str:
    minutes, second = divmod(seconds, 60)
    hour, minute = divmod(minutes, 60)
    return f"{hour:02}:{minute:02}" + (f":{second:02}" if second else "")
