"""Sums of money: figures that are none, and currencies that nobody has."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from flows.workbook.complaints import problem, words
from flows.workbook.nearest import nearest
from flows.workbook.schema.currencies import CODES

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from flows.workbook.cleaning.rows import Row
    from flows.workbook.problems import Problem

BARE_NUMBER = re.compile(r"\d[\d\s.,'’]*")
"""A sum in figures alone, with whatever sets its thousands apart."""

SMALL = re.compile(r"0?[.,]\d+")
"""Less than one."""

NO_SUM = re.compile(rf"[-−]\s*\d.*|.*%|{SMALL.pattern}|(?:19|20)\d\d-\d\d-\d\d|.*\d[OolI][\s.,'’\dOolI]*")
"""What no sum of money is: less than nothing, a share, a day, a letter among figures."""

SAID = re.compile(r"\d|[^\W\d_]{4}")
"""A sum has figures or is said in words: "undisclosed", "non communiqué"."""

NAMED = re.compile(rf"[$€£¥₹]|\b(?:{'|'.join(CODES)})\b|\b(?:euros?|dollars?|pounds?|livres? sterling)\b")
"""A currency within a sum."""

IN_FULL = re.compile(r"\d{1,3}(?:[\s.,'’]\d{3})+\b|\b\d{4,}\b")
LEAST = 1000  # of a sum that a summary gives in full

CODE = re.compile(r"[A-Za-z]{3}")


def sums(rows: Sequence[Row]) -> Iterator[Problem]:
    """The complaints about each act's sum and the currency it is in."""
    for row in rows:
        if row.table.sheet.name == "announcements":
            yield from _amount(row)
            yield from _currency(row)


def _amount(row: Row) -> Iterator[Problem]:
    amount, language = row.get("amount"), row.table.language
    if not amount:
        return
    if NAMED.search(amount) and re.search(r"\d", amount) and not re.search(r"\d", row.get("currency") or "0"):
        yield problem(
            "currency_twice", row.cell("amount"), language, row.said("amount"),
            column=row.table.header("currency"), currency=words.clip(row.said("currency")),
        )  # fmt: skip
    elif row.get("currency") and SMALL.fullmatch(amount):
        yield problem(
            "sum_below_one", row.cell("amount"), language, row.said("amount"),
            column=row.table.header("currency"), currency=words.clip(row.said("currency")),
        )  # fmt: skip
    elif NO_SUM.fullmatch(amount) or not SAID.search(amount):
        column = row.table.header("currency")
        yield problem("no_sum", row.cell("amount"), language, row.said("amount"), column=column)
    elif not BARE_NUMBER.fullmatch(amount):
        return
    elif not row.get("currency"):
        yield problem(
            "amount_without_currency", row.cell("currency"), language, row.said("currency"),
            column=row.table.header("amount"), amount=words.clip(amount),
        )  # fmt: skip
    else:
        yield from _of_another_size(row, int(re.sub(r"\D", "", amount)))


def _of_another_size(row: Row, amount: int) -> Iterator[Problem]:
    """A complaint about a sum with a nought more, or less, than the one that the summary speaks of."""
    said = {name: IN_FULL.findall(row.said(name)) for name in row.versions("summary")}
    spoken = {int(re.sub(r"\D", "", one)): (name, one) for name, every in said.items() for one in every}
    apart = (one for one in spoken if one and max(one, amount) / min(one, amount) in {10, 100})
    off = next(apart, None) if amount >= LEAST and amount not in spoken else None
    if off is not None:
        name, other = spoken[off]
        yield problem(
            "amount_of_another_size", row.cell("amount"), row.table.language, row.said("amount"),
            column=row.table.header(name), other=other, place=str(row.cell(name)),
        )  # fmt: skip


def _currency(row: Row) -> Iterator[Problem]:
    """A complaint about a code on no list; signs and words, such as $ and euros, are nobody's mistake."""
    typed, language = row.get("currency"), row.table.language
    if not typed:
        return
    code = typed.upper() if CODE.fullmatch(typed) else None
    if re.search(r"\d", typed) or (code and code not in CODES):
        close = nearest(code, CODES, alike=0.6) if code else None
        guess = words.guess(close, language)
        yield problem("unknown_currency", row.cell("currency"), language, row.said("currency"), guess=guess)
