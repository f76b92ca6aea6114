"""Addresses: the plain form is read, anything else is refused by name, and none can carry a second header."""

from __future__ import annotations

from email.message import EmailMessage
from email.policy import SMTP
from email.utils import getaddresses

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows.workbook import addresses
from flows.workbook.complaints.recipients import FAULTS

READ = {
    "ada@example.org": "ada@example.org",
    " \u00a0ada@example.org ": "ada@example.org",
    "Ada.Q+news@Example.ORG": "Ada.Q+news@example.org",
    "o'hara@example.org": "o'hara@example.org",
    "a@sub.example-1.co.uk": "a@sub.example-1.co.uk",
    "ada@bücher.example": "ada@xn--bcher-kva.example",
    "ada@BÜCHER.example": "ada@xn--bcher-kva.example",
    "ada@xn--bcher-kva.example": "ada@xn--bcher-kva.example",
    "ada@faß.example": "ada@xn--fa-hia.example",  # not fass.example, which is another's
    "ada@日本.example": "ada@xn--wgv71a.example",
    "a" * 64 + "@example.org": "a" * 64 + "@example.org",
}
REFUSED = {
    "several": ["a@example.org, b@example.org", "a@example.org b@example.org", "a@example.org\nb@example.org",
                "a@example.org;b@example.org"],
    "break": ["ada@example.org\n", "ada@example.org\r\nBcc: x", "ada\u2028@example.org",
              "ada\x85@example.org"],
    "unseen": ["ada\u200b@example.org", "ada@exam\u00adple.org", "\u202eada@example.org",
               "ada\x00@example.org", "\ufeffada@example.org"],
    "marks": ["Ada <ada@example.org>", "<ada@example.org>", '"ada"@example.org', "ada(x)@example.org",
              "mailto:ada@example.org", "ada@[127.0.0.1]", "team:ada@example.org;", "ada\\x@example.org",
              "x@y.example>RCPT TO:<evil.example"],
    "comma": ["ada@example.org,", "ada,q@example.org", "ada@example.org;"],
    "space": ["ada q@example.org", "ada @example.org", "ada\u3000q@example.org"],
    "no_at": ["ada.example.org", "Ada", "ada＠example.org", ""],
    "two_at": ["ada@@example.org", "ada@b@example.org"],
    "letters": ["adä@example.org", "а@example.org"],
    "before": ["@example.org", ".ada@example.org", "ada.@example.org", "a..b@example.org",
               "x%victim@example.org", "host!ada@example.org"],
    "behind": ["ada@", "ada@localhost", "ada@127.0.0.1", "ada@-x.example", "ada@x-.example", "ada@a..example",
               "ada@example.org.", "ada@under_score.example", "ada@xn--a.example", f"ada@{'x' * 64}.example",
               f"ada@{'x.' * 130}example", "ada@exam℀le.example", f"ada@{'ü' * 300}.example"],
    "scripts": ["ada@аmazon.example", "ada@exαmple.example"],
    "long": ["a" * 65 + "@example.org", "a" * 60 + "@" + "b" * 60 + "." + ("c" * 60 + ".") * 3 + "example"],
}  # fmt: skip


@pytest.mark.parametrize(("typed", "email"), READ.items())
def test_a_plain_address_is_read_as_mail_servers_take_it(typed: str, email: str) -> None:
    assert addresses.read(typed) == addresses.Address(email)


@pytest.mark.parametrize("fault", REFUSED)
def test_anything_else_is_refused_by_name(fault: str) -> None:
    found = {typed: addresses.read(typed) for typed in REFUSED[fault]}
    assert found == dict.fromkeys(REFUSED[fault], addresses.Address(fault=fault))


def test_every_fault_has_its_words_in_both_languages() -> None:
    assert set(REFUSED) == {*FAULTS, addresses.SEVERAL}
    assert {frozenset(said) for said in FAULTS.values()} == {frozenset({"en", "fr"})}


def test_a_domain_is_shown_as_it_reads() -> None:
    assert addresses.in_letters("xn--bcher-kva.example") == "bücher.example"
    assert addresses.in_letters("example.org") == "example.org"


@given(st.text() | st.from_regex(r"[a\x00-\x20@.,;:<>\"'%\u00fc\u200b-]{0,12}@[a-z\x00-\x20.,\u00fc-]{1,12}"))
def test_what_is_read_is_one_address_on_one_line_of_a_header(typed: str) -> None:
    found = addresses.read(typed)
    assert bool(found.email) != bool(found.fault)
    if found.email:
        message = EmailMessage(policy=SMTP)
        message["To"] = found.email
        assert [one.addr_spec for one in message["To"].addresses] == [found.email]
        assert getaddresses([found.email]) == [("", found.email)]
        assert addresses.read(found.email) == found
        assert found.email.isascii()
        assert not set(found.email) & set('\r\n <>,;:"')
