"""Where a cell stands: row and column, or the address Excel shows for them."""

import re
from functools import cache

LAST_ROW, LAST_COLUMN = 1_048_576, 16_384
WHOLE = re.compile(r"\s*\+?0*([0-9]{1,15})\s*", re.ASCII)
ADDRESS = re.compile(r"([A-Z]{1,3})([1-9][0-9]{0,6})", re.ASCII)

Place = tuple[int, int]  # row, column, both from 1


@cache
def number_of(column: str) -> int:
    """The column's number from 1: 28 for "AB"."""
    number = 0
    for letter in column:
        number = 26 * number + ord(letter) - 64
    return number


def position(address: str) -> Place | None:
    """Row and column of an address such as "C7", from 1; None where Excel has no such cell."""
    match = ADDRESS.fullmatch(address)
    if match is None:
        return None
    row, column = int(match[2]), number_of(match[1])
    return (row, column) if row <= LAST_ROW and column <= LAST_COLUMN else None


def whole(written: str) -> int | None:
    """The number that an attribute gives, of a row, a column or an entry of a list; None if it is none."""
    match = WHOLE.fullmatch(written)
    return int(match[1]) if match else None


def corners(reference: str) -> tuple[Place, Place] | None:
    """The first and the last cell of a range such as "A1:C9" or "C7"; None if it is no range of cells."""
    start, _, end = reference.replace("$", "").partition(":")
    first, last = position(start), position(end or start)
    if first is None or last is None:
        return None
    return (min(first[0], last[0]), min(first[1], last[1])), (max(first[0], last[0]), max(first[1], last[1]))


def address(row: int, column: int) -> str:
    """The address Excel shows for a row and a column, both from 1: "C7"."""
    return f"{letters(column)}{row}"


@cache
def letters(column: int) -> str:
    """What Excel calls a column, counted from 1: "C", "AB"."""
    called = ""
    while column:
        column, letter = divmod(column - 1, 26)
        called = chr(65 + letter) + called
    return called
