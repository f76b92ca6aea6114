"""What all sheets of a workbook share: its texts, and what its cell formats mean for a value."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from xml.etree.ElementTree import Element, ParseError, XMLPullParser

from openpyxl.styles.numbers import builtin_format_code, is_date_format, is_timedelta_format

from flows.workbook.reading.guard import Outline
from flows.workbook.reading.package import Package
from flows.workbook.reading.places import whole
from flows.workbook.reading.sheetwatch import Span
from flows.workbook.reading.values import Run, unescaped
from flows.workbook.reading.xmlscan import MAIN

TEXT, RUN, RUN_FORMAT, STRIKE = (f"{{{MAIN}}}{name}" for name in ("t", "r", "rPr", "strike"))
PARTS_OF_A_TEXT = (TEXT, RUN, RUN_FORMAT, STRIKE)
STRING, CODE, FONTS, FORMS = (f"{{{MAIN}}}{name}" for name in ("si", "numFmt", "fonts", "cellXfs"))
OFF = ("0", "false", "off")
SAID_OUT = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]|_.|\*.')  # of a number format: what stands for itself
LONGEST_CODE = 255  # characters of a number format: Excel takes no more


@dataclass(frozen=True)
class Shared:
    """Texts by their index, and the indexes of the formats that mean a day, a length of time, a strike."""

    strings: tuple[tuple[Run, ...], ...]
    days: frozenset[int]
    periods: dict[int, str]  # of those, which show no day: "month" or "year"
    lengths: frozenset[int]
    struck: frozenset[int]
    from_1904: bool

    @cached_property
    def plain(self) -> dict[str, str]:
        """The texts written in one way and struck through nowhere, by their index."""
        return {
            str(at): runs[0].text
            for at, runs in enumerate(self.strings)
            if len(runs) == 1 and runs[0].struck is None
        }

    def string(self, index: str) -> tuple[Run, ...] | None:
        """The text with that index, in runs; None when there is no such text."""
        at = whole(index)
        return self.strings[at] if at is not None and at < len(self.strings) else None


def shared(package: Package, outline: Outline) -> Shared:
    """The workbook's texts and formats, read once for all sheets."""
    strings: list[tuple[Run, ...]] = []
    if outline.strings is not None:
        for element in ended(package, outline.strings):
            if element.tag == STRING:
                strings.append(runs(element))
                element.clear()
    return Shared(tuple(strings), *_formats(package, outline.styles), outline.from_1904)


def ended(package: Package, part: str, spare: Span = (0, 0)) -> Iterator[Element]:
    """Every element of a part, each once it is complete, the `spare` bytes left out; clear those used.

    Raises `Unreadable` for the little that this parser does not take and the guard's does.
    """
    parser: XMLPullParser[Element] = XMLPullParser(events=("end",))
    at = 0
    try:
        for piece in package.stream(part):
            parser.feed(piece[: max(0, spare[0] - at)] + piece[max(0, spare[1] - at) :])
            at += len(piece)
            for event in parser.read_events():
                if isinstance(event[-1], Element):
                    yield event[-1]
    except ParseError as error:
        raise package.refusal("bad_xml", part) from error


def runs(text: Element) -> tuple[Run, ...]:
    """A text as typed, in runs of one writing; readings beside Japanese characters are left out."""
    plain = text.findtext(TEXT)
    first = () if plain is None else (Run(unescaped(plain), None),)
    return (*first, *(_run(run) for run in text.iterfind(RUN)))


def _run(run: Element) -> Run:
    return Run(unescaped(run.findtext(TEXT) or ""), _struck(run.find(RUN_FORMAT)))


def _struck(form: Element | None) -> bool | None:
    if form is None:
        return None
    strike = form.find(STRIKE)
    return strike is not None and strike.get("val", "1") not in OFF


def _formats(
    package: Package, part: str | None
) -> tuple[frozenset[int], dict[int, str], frozenset[int], frozenset[int]]:
    codes: dict[str, str] = {}
    struck_fonts: set[int] = set()
    forms: list[Element] = []
    for element in ended(package, part) if part is not None else ():
        if element.tag == CODE:
            codes[element.get("numFmtId", "")] = element.get("formatCode", "")
        elif element.tag == FONTS:
            struck_fonts = {index for index, font in enumerate(element) if _struck(font)}
        elif element.tag == FORMS:
            forms = list(element)
    written = [_code(form.get("numFmtId", "0"), codes) for form in forms]
    days = frozenset(index for index, code in enumerate(written) if _means_day(code))
    periods = {index: period for index in days if (period := _period(written[index]))}
    lengths = (index for index, code in enumerate(written) if _means_length(code))
    struck = (index for index, form in enumerate(forms) if whole(form.get("fontId", "")) in struck_fonts)
    return days, periods, frozenset(lengths), frozenset(struck)


def _code(number: str, codes: dict[str, str]) -> str | None:
    """How the number format with that id is written; the first are Excel's own and listed nowhere."""
    if number in codes:
        return codes[number] if len(codes[number]) <= LONGEST_CODE else None
    at = whole(number)
    code: str | None = None if at is None else builtin_format_code(at)
    return code


@cache
def _means_day(code: str | None) -> bool:
    return bool(is_date_format(code))


@cache
def _period(code: str | None) -> str | None:
    """Whether a day in that format is shown as its month, or its year, alone."""
    letters = set(SAID_OUT.sub("", (code or "").partition(";")[0]).lower())
    if "y" not in letters or letters & set("dhs"):
        return None
    return "month" if "m" in letters else "year"


@cache
def _means_length(code: str | None) -> bool:
    return bool(is_timedelta_format(code))
