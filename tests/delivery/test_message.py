"""One mail: one recipient, headers that nothing gets into, the same bytes every time."""

from __future__ import annotations

import re
from email import message_from_bytes, policy
from typing import TYPE_CHECKING

import pytest

from flows.delivery import letter
from flows.delivery.letter import Attached, Letter
from flows.delivery.message import Enclosed, Envelope, message
from flows.delivery.news import Digest, Point, Since
from flows.delivery.outbox import Delivery
from flows.delivery.refusals import CannotSend
from flows.document.wording.dates import FIXED
from tests.delivery import posting

if TYPE_CHECKING:
    from email.message import EmailMessage

PDF = Enclosed("briefing-fr.pdf", b"%PDF-1.7\n" + bytes(range(256)) * 20)
NASTY = (
    "\r\nBcc: evil@example.org", "\nBcc: evil@example.org", "\rBcc: x", "\x00", "\x0b\x0c", "\x85", "\u2028X",
    "\u202eevil", "\u200b", "a" * 100_000, "=?utf-8?b?SGVsbG8=?=", '"quoted" <evil@example.org>', "a, b; c",
    "Équipe de rédaction", "日本語", "\ud800", "\t tab", "",
)  # fmt: skip


def delivery(recipient: str = "ada@example.org", name: str = "Ada Lovelace") -> Delivery:
    return Delivery(
        "0123456789abcdef" * 4, "record/2020-06-15", 1, "mail", recipient, name, "<0123@example.org>", "",
        "briefing-fr.pdf", "claimed", 0, None, "", None, "", None, 0,
    )  # fmt: skip


def made(one: Delivery, subject: str = "A subject", sender: str = "The team") -> tuple[bytes, EmailMessage]:
    envelope = Envelope("team@example.org", sender, "2026-11-26T10:00:00.000000Z", "My record")
    content = message(one, Letter("fr", subject, "Texte\n", "<p>Texte</p>"), PDF, envelope)
    read: EmailMessage = message_from_bytes(content, policy=policy.default)
    return content, read


def test_a_mail_has_one_recipient_the_letter_twice_and_the_briefing() -> None:
    content, mail = made(delivery())
    assert str(mail["To"]) == "Ada Lovelace <ada@example.org>"
    assert [mail.get(name) for name in ("Cc", "Bcc", "Resent-To")] == [None] * 3
    alternatives, attached = mail.iter_parts()
    assert [part.get_content_type() for part in alternatives.iter_parts()] == ["text/plain", "text/html"]
    assert attached.get_filename() == "briefing-fr.pdf"
    assert attached.get_content() == PDF.content
    assert content.isascii()
    assert max(map(len, content.split(b"\r\n"))) <= 998
    assert b"\n" not in content.replace(b"\r\n", b"")


def test_the_headers_are_those_of_a_list_that_announces() -> None:
    _, mail = made(delivery())
    told = {name: str(mail[name]) for name in mail}
    assert told["From"] == "The team <team@example.org>"
    assert told["Date"] == "Thu, 26 Nov 2026 10:00:00 +0000"
    assert told["Message-ID"] == "<0123@example.org>"
    assert told["List-ID"] == "<my-record.example.org>"
    assert told["List-Post"] == "NO"
    assert told["List-Unsubscribe"] == "<mailto:team@example.org?subject=unsubscribe>"
    assert told["Auto-Submitted"] == "auto-generated"
    assert told["Content-Language"] == "fr"


def test_a_second_copy_of_it_has_the_same_bytes() -> None:
    assert made(delivery())[0] == made(delivery())[0]


@pytest.mark.parametrize("nasty", NASTY)
@pytest.mark.parametrize("where", ["name", "subject", "sender"])
def test_nothing_typed_gets_into_the_headers_but_as_one_line_of_words(nasty: str, where: str) -> None:
    given = {"name": "Ada", "subject": "A subject", "sender": "The team"} | {where: f"Before {nasty} behind"}
    content, mail = made(delivery(name=given["name"]), given["subject"], given["sender"])
    head = content.partition(b"\r\n\r\n")[0].decode("ascii")
    names = re.findall(r"^([A-Za-z-]+):", head, re.MULTILINE)
    assert sorted(names) == sorted(made(delivery())[1].keys())
    assert [one.addr_spec for one in mail["To"].addresses] == ["ada@example.org"]
    assert [one.addr_spec for one in mail["From"].addresses] == ["team@example.org"]
    assert len(str(mail["Subject"])) <= 210
    shown = str(mail["Subject"]) + str(mail["To"]) + str(mail["From"])
    assert not set(shown) & set("\r\n\x00\x0b\x0c\x85\u2028\u202e\u200b\ud800")


@pytest.mark.parametrize(
    "recipient",
    [
        *("", "ada", "ada@example.org, eve@example.org", "ada@example.org;eve@example.org", "<>"),
        *("Ada <ada@example.org>", "ada@example.org\r\nRCPT TO:<eve@example.org>", "a b@example.org"),
        *("ada@example.org>\r\nRCPT TO:<eve@example.org", "undisclosed:;", "@relay:ada@example.org"),
        *("ada%example.org@relay.example.org", "ada@[127.0.0.1]", "ada@exämple.org", " ada@example.org"),
    ],
)  # fmt: skip
def test_what_is_not_exactly_one_address_gets_no_mail(recipient: str) -> None:
    with pytest.raises(CannotSend) as refused:
        made(delivery(recipient))
    assert recipient.strip("<> ") not in str(refused.value) or not recipient.strip("<> ")


def digest(language: str, draft: bool = False) -> Digest:  # noqa: FBT001, FBT002 - what a digest tells
    from datetime import date  # noqa: PLC0415

    own = Point((("Amazon: ends soon.", None),), ("A001",), "high", frozenset({"Amazon"}))
    other = Point((("IBM : ", None), ("retires", "en")), ("A002",), "low", frozenset({"IBM"}))
    return Digest(
        language, "A title", "The team", "team@example.org", 6, date(2021, 5, 17), draft, (own, other)
    )


def since(count: int) -> Since:
    from datetime import date  # noqa: PLC0415

    return Since(5, date(2020, 6, 15), tuple(f"Change {each}." for each in range(count)))


FILE = Attached("briefing-en.pdf", "ab" * 32, 731_592)


def test_the_letter_says_how_much_changed_in_what_its_reader_follows() -> None:
    made = letter.letter(digest("en"), since(2), frozenset({"Amazon", "IBM"}), FILE)
    assert made.subject == f"A title: edition no.{FIXED}6, as of 17{FIXED}May 2021"
    text = " ".join(made.text.split())
    flat = made.text.replace("\n", " ")
    assert f"Since edition no.{FIXED}5, of 15{FIXED}June 2020, two things changed in" in flat
    assert "in what you follow: Amazon and IBM." in flat
    assert "- Change 0. - Change 1." in text
    assert "ab" * 32 in text
    assert "732 kB" in text


def test_the_french_letter_is_french() -> None:
    made = letter.letter(digest("fr"), since(1), frozenset({"Amazon"}), FILE)
    flat = made.text.replace("\n", " ")
    assert f"Depuis l’édition n°{FIXED}5, du 15{FIXED}juin 2020, un changement concerne" in flat
    assert f"concerne ce que vous suivez{FIXED}: Amazon." in flat
    assert "CE QUI A CHANGÉ" in flat
    assert '<span lang="en">retires</span>' in made.html
    assert f"732{FIXED}ko" in flat


def test_what_concerns_the_reader_comes_first_and_the_rest_is_there_too() -> None:
    made = letter.letter(digest("en"), since(1), frozenset({"IBM"}), FILE)
    order = [
        made.text.index(words)
        for words in ("IN WHAT YOU FOLLOW", "IBM :", "WHAT CHANGED", "OTHER KEY POINTS", "Amazon: ends")
    ]
    assert order == sorted(order)


def test_many_changes_are_told_up_to_a_dozen_and_the_rest_counted() -> None:
    made = letter.letter(digest("en"), since(40), frozenset(), FILE)
    assert made.text.count("- Change") == 12
    assert "28 more, in the briefing." in made.text
    assert "40 things changed." in made.text


def test_a_draft_says_so_in_its_subject_and_in_its_words() -> None:
    for language, mark, words in (
        ("en", "[DRAFT]", "This is a draft"),
        ("fr", "[PROJET]", "Ceci est un projet"),
    ):
        made = letter.letter(digest(language, draft=True), "first", frozenset(), FILE)
        assert made.subject.startswith(mark)
        assert words in made.text
        assert words in made.html


def test_no_markup_of_a_cell_counts_and_nothing_is_loaded_from_elsewhere() -> None:
    from dataclasses import replace  # noqa: PLC0415

    evil = Point(
        (('<img src="https://evil.example.org/x.png"><script>1</script>', None),), (), "high", frozenset()
    )
    made = letter.letter(replace(digest("en"), points=(evil,), title="<b>T</b>"), "first", frozenset(), FILE)
    assert "<script" not in made.html
    assert "<img" not in made.html
    assert "&lt;b&gt;T&lt;/b&gt;" in made.html
    assert not re.search(r"<[^>]*(?:src|href)=|url\(|@import", made.html)


def test_the_ledger_gives_a_letter_back_as_it_was() -> None:
    assert letter.read(posting.LETTER.kept()) == posting.LETTER
