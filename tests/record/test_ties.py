"""R18: gifts and contracts between those who speak and those they speak about."""

from __future__ import annotations

import pytest

from tests.record.rows import announced, body, demanded, found, reacted

GIFT = announced("A003", "2020-06-03", kind="donation", recipients=("ACLU Foundation",))
A001 = announced("A001", "2020-06-10")


def ties(*rows: object, as_of: str = "2020-07-01") -> list[tuple[str, str, str, str]]:
    found_ = found(A001, *rows, as_of=as_of).ties
    return [(tie.actor, tie.recipient, tie.organisation, tie.id) for tie in found_]


@pytest.mark.parametrize(
    "related",
    [body("ACLU", related_to=("ACLU Foundation",)), body("ACLU Foundation", related_to=("ACLU",))],
)
def test_a_related_body_among_the_recipients_is_a_tie_whichever_row_says_so(related: object) -> None:
    expected = [("ACLU", "ACLU Foundation", "Amazon", "A003")]
    assert ties(GIFT, related, reacted("R001", "2020-06-11")) == expected


def test_the_actor_itself_may_be_the_recipient_of_a_contract() -> None:
    contract = announced("A004", "2020-01-01", kind="contract", recipients=("ACLU",))
    assert ties(contract, reacted("R001", "2020-06-11")) == [("ACLU", "ACLU", "Amazon", "A004")]


def test_a_relation_of_a_relation_is_no_tie() -> None:
    rows = (body("ACLU", related_to=("Union",)), body("Union", related_to=("ACLU Foundation",)))
    assert ties(GIFT, *rows, reacted("R001", "2020-06-11")) == []


@pytest.mark.parametrize(
    "gift",
    [
        announced("A003", "2020-07-02", kind="donation", recipients=("ACLU",)),
        announced("A003", "2020-06-03", kind="statement", recipients=("ACLU",)),
        announced("A003", "2020-06-03", "IBM", kind="donation", recipients=("ACLU",)),
        announced("A003", "2020-06-03", kind="donation", recipients=("ACLU",), sources=()),
    ],
)
def test_a_later_gift_a_statement_anothers_or_an_unsourced_one_is_no_tie(gift: object) -> None:
    assert ties(gift, reacted("R001", "2020-06-11")) == []


def test_who_is_addressed_is_spoken_about_too_and_each_tie_is_told_once() -> None:
    gift = announced("A003", "2020-06-03", "IBM", kind="donation", recipients=("ACLU",))
    rows = (demanded("R001.1", "2020-06-11", "IBM"), demanded("R001.2", "2020-06-11", "IBM"))
    assert ties(gift, *rows) == [("ACLU", "ACLU", "IBM", "A003")]
