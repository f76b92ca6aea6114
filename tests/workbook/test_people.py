"""Groups of recipients, whom a group is, and how one is shown without being told."""

from __future__ import annotations

from flows.workbook import people
from flows.workbook.people import Recipient
from flows.workbook.problems import at


def one(
    name: str = "", email: str = "a@example.org", group: str = "", language: str | None = None
) -> Recipient:
    return Recipient(name, email, language, group, (), at("Recipients", 2, 2, "email"))


def test_groups_come_once_each_in_order_whatever_their_capitals() -> None:
    told = [one(group=name) for name in ("Press", "board", "", "PRESS", "École")]
    assert people.groups(told) == ("board", "Press", "École")


def test_a_group_is_all_of_its_members_and_no_group_is_everyone() -> None:
    ada, bruno, desk = one("Ada", group="Press"), one("Bruno", group="press"), one("Desk")
    every = (ada, bruno, desk)
    assert people.addressed(every, " PRESS ") == (ada, bruno)
    assert people.addressed(every) == every
    assert people.addressed(every, "board") == ()


def test_a_recipient_is_shown_by_initials_and_domain_only() -> None:
    assert people.masked(one("Ada Quillfeather", "ada@example.org")) == "A. Q., a…@example.org"
    assert people.masked(one("QUILLFEATHER Ada (she)", "x@example.org")) == "Q. A. s., x…@example.org"
    assert people.masked(one("", "desk@example.org")) == "d…@example.org"
    assert people.masked(one("–", "desk@example.org")) == "d…@example.org"


def test_a_domain_that_looks_like_another_is_shown_as_it_is_sent_to() -> None:
    assert people.masked(one("", "a@xn--80ak6aa92e.example")) == "a…@xn--80ak6aa92e.example (аррӏе.example)"


def test_a_hint_never_tells_more_than_a_letter_and_a_domain() -> None:
    hints = {
        "ada@example.org": "a…@example.org",
        "Ada <ada@example.org>": "A…",
        "ada@example.org, bruno@example.org": "a…",
        "ada@example.org\nbruno@example.org": "a…",
        "  «Ada»": "A…",
        "@example.org": "e…",
        "": "…",
    }
    assert {typed: people.hint(typed) for typed in hints} == hints


def test_neither_name_nor_address_is_in_what_a_log_would_show() -> None:
    shown = f"{one('Ada Quillfeather', 'ada@example.org')!r} {one('Ada Quillfeather', 'ada@example.org')}"
    assert "Recipient(language=None" in shown
    assert "Ada" not in shown
    assert "ada" not in shown


def test_a_recipient_reads_their_own_language_where_the_edition_has_it_else_its_first() -> None:
    assert one(language="fr").reads(("en", "fr")) == "fr"
    assert one(language="fr").reads(("en",)) == "en"
    assert one().reads(("fr", "en")) == "fr"
