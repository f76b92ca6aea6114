"""Who speaks for a body without being named: the record and the check read it alike (R14)."""

from __future__ import annotations

import re

VOICE = r"(?:spokes(?:person|people|man|men|woman|women)|porte[-\u2011 ]parole)"
FOR_A_BODY = re.compile(
    rf"(?i)(?:(?:an?|the|une?|les?|la)\s+)?(?P<role>{VOICE})\s+(?:(?:for|of|at|de|du|des)\s+|d[’'])(?P<body>.+)"
    rf"|(?P<whose>.+?)\s+(?P<what>{VOICE})"
)
"""A role and the body spoken for, in one: "BBC spokesperson", "porte-parole de Ville de Laon"."""

ARTICLES = ("a", "an", "the", "un", "une", "le", "la", "les")


def voice(spoken: str) -> tuple[str, str] | None:
    """Body and role where nobody is named: "BBC spokesperson". None for a name, or no body by its name."""
    found = FOR_A_BODY.fullmatch(spoken.strip())
    if found is None:
        return None
    body, role = found["body"] or found["whose"], found["role"] or found["what"]
    named = body.casefold() not in ARTICLES and any(letter.isupper() for letter in body)
    return (body, role) if named else None
