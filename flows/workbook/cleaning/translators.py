"""Who translated a quote (model 1.5): a word for the kind, then after a colon whose initials or name."""

from __future__ import annotations

from flows.workbook.cleaning import choices

NAMED = "publisher"
"""The kind that says nothing without a name: the page prints that name."""


def kind(typed: str) -> str | None:
    """team, publisher, official or machine, from what stands before the colon alone; None for anything else.

    "publisher: Time Machine" is no machine; "Le Monde" does not say what it is; a publisher has a name.
    """
    who, _, name = typed.partition(":")
    code = choices.code("translator", who)
    return None if code == NAMED and not name.strip() else code


def signed(typed: str) -> str:
    """The same with the kind in English, as the record reads it: "équipe : LM" gives "team: LM".

    What tells no kind stays as typed.
    """
    code, name = kind(typed), typed.partition(":")[2].strip()
    if code is None:
        return typed
    return f"{code}: {name}" if name else code
