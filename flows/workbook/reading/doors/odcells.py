"""What an OpenDocument cell says, as our reader of .xlsx would say it of the same content."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from flows.workbook.reading import values
from flows.workbook.reading.gathered import Found
from flows.workbook.reading.values import Reading, Run

if TYPE_CHECKING:
    from flows.workbook.reading.xmlscan import Attributes

TABLES = "urn:oasis:names:tc:opendocument:xmlns:table:1.0"
OFFICE = "urn:oasis:names:tc:opendocument:xmlns:office:1.0"
EXTENDED = "urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0"
CELL, COVERED = f"{TABLES} table-cell", f"{TABLES} covered-table-cell"
FORMULA = f"{TABLES} formula"
NUMBERS = ("float", "percentage", "currency")
LENGTH = re.compile(
    r"(-?)P(?:(\d{1,9})D)?T(?:(\d{1,9})H)?(?:(\d{1,9})M)?(?:(\d{1,9}(?:[.,]\d*)?)S)?", re.ASCII
)
TRUE_OR_FALSE = {"of:=TRUE()": "TRUE", "of:=FALSE()": "FALSE"}  # how LibreOffice saves what Excel typed so
PREFIX = re.compile(r"^[a-z]+:(?==)")
REFERENCE = re.compile(r"\[\.?([^\]]*)\]")


def found(
    attributes: Attributes, words: tuple[Run, ...] | None, link: str | None, *, struck: bool
) -> Found | None:
    """The cell; None where it is blank, or a formula that came to nothing."""
    reading = _reading(attributes, words)
    if not reading.text:
        return None
    runs = words if words and reading.kind == "text" else (Run(reading.text, None),)
    how, live = values.striking(runs, whole=struck)
    spelt = values.literal_link(_formula(attributes)) if FORMULA in attributes else None
    return Found(reading, how, live, link or spelt)


def _reading(attributes: Attributes, words: tuple[Run, ...] | None) -> Reading:
    kind = attributes.get(f"{OFFICE} value-type", "")
    shown = "".join(run.text for run in words or ())
    if attributes.get(f"{EXTENDED} value-type") == "error":
        return Reading("error", shown or "#N/A")
    if kind == "date" and values.MOVES.search(attributes.get(FORMULA, "")):
        return Reading("formula", _formula(attributes))
    if not kind:
        computed = words is not None or FORMULA not in attributes
        return Reading("text", shown) if computed else Reading("formula", _formula(attributes))
    return _valued(kind, attributes, shown if words is not None else None)


def _valued(kind: str, attributes: Attributes, shown: str | None) -> Reading:
    value = attributes.get(f"{OFFICE} value", "")
    said = TRUE_OR_FALSE.get(attributes.get(FORMULA, ""))
    if said:
        return Reading("boolean", said)
    if kind in NUMBERS:
        return values.number(value)
    if kind == "boolean":
        return Reading("boolean", "TRUE" if attributes.get(f"{OFFICE} boolean-value") == "true" else "FALSE")
    if kind == "date":
        return values.iso_moment(attributes.get(f"{OFFICE} date-value", ""))
    if kind == "time":
        return _length(attributes.get(f"{OFFICE} time-value", ""))
    return Reading("text", attributes.get(f"{OFFICE} string-value", "") if shown is None else shown)


def _length(stored: str) -> Reading:
    match = LENGTH.fullmatch(stored)
    if match is None:
        return Reading("error", stored)
    days, hours, minutes = (int(each or 0) for each in match.groups()[1:4])
    seconds = float((match[5] or "0").replace(",", "."))
    whole = (days * 24 + hours) * 3600 + minutes * 60 + seconds
    return values.duration(f"{match[1]}{whole / values.DAY!r}")


def _formula(attributes: Attributes) -> str:
    """The formula about as it is typed: =A1+B1 for "of:=[.A1]+[.B1]"."""
    return REFERENCE.sub(
        lambda found: found[1].replace(":.", ":"), PREFIX.sub("", attributes.get(FORMULA, ""))
    )
