"""The record of June 2020 as the model codes it (2.5), with the later rows A005 and A006 to add."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.record.rows import (
    NONE,
    ONE_YEAR,
    announced,
    body,
    demanded,
    happened,
    listed,
    question,
    reacted,
    responded,
    said,
    source,
    terms,
    text,
)

if TYPE_CHECKING:
    from flows.record.facts import Reaction, Response, Terms
    from tests.record.rows import Cell

A001 = announced(
    "A001", "2020-06-10", verification="primary_seen", checked_on="2020-06-12",
    terms=terms(
        term="fixed", duration=ONE_YEAR, users="police", activity=("use",), technology="facial_recognition",
        territory="unspecified", exceptions=listed("open list: Thorn; ICMEC; Marinus Analytics"),
    ),
)  # fmt: skip
A002 = announced(
    "A002", "2020-06-08", "IBM", "withdrawal", disputed=text("8 June (letter) or 9 June (press)"),
    terms=terms(term="unspecified", activity=("sale", "development"), technology="facial_recognition"),
)  # fmt: skip
A003 = announced("A003", "2020-06-03", kind="donation", recipients=("ACLU Foundation", "NAACP"))
A004 = announced(
    "A004", "2020-06-11", "Microsoft",
    terms=terms(
        term="condition", condition="a national law grounded in human rights is in place", users="police",
        activity=("sale",), technology="facial_recognition", territory="country",
    ),
)  # fmt: skip
A005 = announced(
    "A005", "2021-05-18", previous_id="A001", relation="extends", terms=terms(term="until_further_notice")
)
A006 = announced(
    "A006", "2024-01-26", previous_id="A005", relation="clarifies", terms=terms(technology="feature")
)

ASKED: Terms = terms(
    term="condition", condition="the dangers can be fully addressed", users="law_enforcement",
    activity=("use",), technology="facial_recognition", exceptions=NONE,
)  # fmt: skip
R001 = reacted("R001", "2020-06-10", "ACLU of Northern California", stance="welcomes_insufficient")


def ozer(row_id: str, target: str, **cells: Cell) -> Reaction:
    """One of the demands of 10 June 2020."""
    return demanded(row_id, "2020-06-10", target, actor="ACLU of Northern California", **cells)


R001_1 = ozer("R001.1", "Amazon", asks=ASKED, quote=said("face recognition must be stopped"))
R001_2 = ozer("R001.2", "Amazon", aimed_at=("US Congress", "legislatures"))
R001_3 = ozer("R001.3", "Amazon", asks=terms(activity=("sale",), technology="surveillance"))
R001_4 = ozer("R001.4", "Microsoft", outcome="answered", evidence=("A004",), outcome_checked_on="2020-06-12")
R001_5 = ozer("R001.5", "SECTOR")

NONE_FOUND: Response = responded("R001.1", "Amazon", "2020-06-12", "none_found")
PARTLY: Response = responded("R001.1", "Amazon", "2021-05-18", "partly_met", evidence=("A005",))

FIRST = (
    A001, A002, A003, A004, R001, R001_1, R001_2, R001_3, R001_4, R001_5, NONE_FOUND,
    happened("C001", "2020-05-25"),
    question("Q001", "2020-06-10"),
    source("S001"),
    body("ACLU of Northern California", related_to=("ACLU Foundation",)),
    body("Amazon"),
)  # fmt: skip
