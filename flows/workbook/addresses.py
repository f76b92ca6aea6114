"""E-mail addresses: one of them, checked strictly and without asking any server (idna's door).

Only the plain form that every mail server takes is read: no quotes, no comments, no routes (% and !), no
letters beyond ASCII before the @, no bare host or number behind it.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from flows.workbook.text import DIRECTIONS, INVISIBLE, JOINERS, LINE_BREAKS, NONCHARACTERS

BLANKS = " \t\xa0\u2007\u202f\u3000"  # at the ends they come with what was pasted
SEVERAL = "several"
LONGEST, LONGEST_LOCAL, LONGEST_DOMAIN = 254, 64, 253

_UNSEEN = re.compile(f"[\x00-\x08\x0e-\x1f\x7f-\x9f{INVISIBLE}{DIRECTIONS}{JOINERS}{NONCHARACTERS}]")
_SIGNS = {
    "break": re.compile(f"[{LINE_BREAKS}]"),
    "unseen": _UNSEEN,
    "marks": re.compile(r'[<>()\[\]":\\]'),
    "comma": re.compile(r"[,;]"),
    "space": re.compile(r"\s"),
}
_ATOM = r"[A-Za-z0-9#$&'*+/=?^_`{|}~-]+"
_LOCAL = re.compile(rf"{_ATOM}(?:\.{_ATOM})*")
_LABEL = r"[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?"
_DOMAIN = re.compile(rf"(?:{_LABEL}\.)+(?=[a-z0-9-]*[a-z]){_LABEL}")
_BETWEEN = re.compile(r"[;,\s|]+")
_MIXED = ("LATIN", "CYRILLIC", "GREEK")  # whose letters look alike


@dataclass(frozen=True, slots=True)
class Address:
    """What was read: the address as mail servers take it, or what is wrong with it, by name."""

    email: str = ""  # the domain in small letters and in ASCII, as xn--… where it has others
    fault: str = ""  # one of `complaints.recipients.FAULTS`, or SEVERAL; "" where there is none


def read(typed: str) -> Address:
    """The one address of a cell; blanks at its ends do not count."""
    text = typed.strip(BLANKS)
    fault = _around(text)
    if fault:
        return Address(fault=fault)
    local, _, behind = text.partition("@")
    name = domain(behind)
    if not local.isascii():
        return Address(fault="letters")
    if not _LOCAL.fullmatch(local):
        return Address(fault="before")
    if name is None:
        return Address(fault="scripts" if _scripts(behind) else "behind")
    email = f"{local}@{name}"
    return (
        Address(fault="long") if max(len(email) - LONGEST, len(local) - LONGEST_LOCAL) > 0 else Address(email)
    )


def _around(text: str) -> str:
    """What makes the text other than one word with one @ in it; "" where nothing does."""
    if sum("@" in each for each in _BETWEEN.split(text)) > 1:
        return SEVERAL
    found = (fault for fault, sign in _SIGNS.items() if sign.search(text))
    return next(found, {0: "no_at", 1: ""}.get(text.count("@"), "two_at"))


def domain(typed: str) -> str | None:
    """The domain as mail servers take it, in ASCII and small letters; None where it is none."""
    plain = typed.lower() if typed.isascii() else _in_ascii(typed)
    if len(plain) > LONGEST_DOMAIN or not _DOMAIN.fullmatch(plain):
        return None
    return plain if in_letters(plain) else None


def in_letters(name: str) -> str:
    """The domain as it reads, such as bücher.example; "" where an xn-- of it stands for nothing."""
    if "xn--" not in name:
        return name
    import idna  # noqa: PLC0415 - a tenth of the time of a check, and few domains have such letters

    try:
        return idna.decode(name, std3_rules=True)
    except idna.IDNAError:
        return ""


def same(email: str) -> str:
    """What two addresses share that are one mailbox: nobody has two that differ by capitals alone."""
    return email.casefold()


def _in_ascii(typed: str) -> str:
    """The xn-- form; "" where there is none, or where alphabets that look alike stand in one word."""
    import idna  # noqa: PLC0415 - as above

    if len(typed) > LONGEST_DOMAIN or _scripts(typed):
        return ""
    try:
        return idna.encode(typed, uts46=True, std3_rules=True).decode("ascii")
    except idna.IDNAError:
        return ""


def _scripts(typed: str) -> bool:
    """Whether letters that look alike but are not stand in one label: the Cyrillic а of аmazon."""
    for label in typed.split("."):
        found = {unicodedata.name(letter, "").partition(" ")[0] for letter in label if letter.isalpha()}
        if len(found.intersection(_MIXED)) > 1:
            return True
    return False
