"""Pieces of facts that several cells make together: a text with its twin, a quote, the six dimensions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flows.record.facts import Exceptions, Origin, Quote, Terms, Text
from flows.workbook.cleaning import translators
from flows.workbook.tables import EXTRA
from flows.workbook.text import key

if TYPE_CHECKING:
    from flows.workbook.cleaning.rows import Row

NONE = ("none", "noexceptions", "noexception", "aucune", "aucun", "aucuneexception", "neant", "sansexception")
UNSPECIFIED = (
    "unspecified", "nonprecise", "nonprecisee", "nonprecises", "nonprecisees", "notspecified", "notstated",
)  # fmt: skip
QUOTED = ("quote", "quote_lang", "translation", "translation_by", "speaker", "speaker_role")
OTHER = {"en": "fr", "fr": "en"}


def origin(row: Row) -> Origin:
    """Where the row stands."""
    return Origin(row.table.label, row.number)


def text(row: Row, name: str) -> Text | None:
    """The prose of that column with its twin; the twin alone when the cell itself is blank."""
    language = row.table.language
    other = OTHER[language]
    own, twin = row.get(name), row.get(f"{name}_{other}")
    if own is None:
        return Text(twin, other) if twin else None
    return Text(own, language, twin, other if twin else None)


def extras(row: Row) -> tuple[tuple[str, str], ...]:
    """The headers of the team's own columns with what stands below them; blank ones are left out."""
    named = [name for name in row.table.columns if name.startswith(EXTRA)]
    return tuple((name.removeprefix(EXTRA), words) for name in named if (words := row.get(name)))


def needed(row: Row, name: str) -> Text:
    """The prose of a required column; empty where it is blank, which a doubt on the row then says."""
    return text(row, name) or Text("", row.table.language)


def quote(row: Row) -> Quote | None:
    """The words of a speaker, in the original or in translation, or who spoke without any words of theirs."""
    if not any(row.holds(name) for name in QUOTED):
        return None
    typed = row.get("translation_by")
    other = OTHER[row.table.language]
    own, twin = row.get("speaker"), row.get(f"speaker_{other}")
    return Quote(
        words=row.get("quote") or None,
        language=row.get("quote_lang"),
        translation=row.get("translation") or None,
        translated_by=translators.signed(typed) if typed else None,
        speaker=own or twin,
        role=text(row, "speaker_role"),
        speaker_twin=Text(twin, other) if twin else None,
        speaker_from_twin=bool(twin and not own),
    )


def terms(row: Row, prefix: str) -> Terms:
    """The six dimensions and what the term needs, of a commitment ("") or of a demand ("demand_")."""
    return Terms(
        term=row.get(prefix + "term"),
        ends_on=row.get(prefix + "ends_on"),
        duration=row.get(prefix + "duration"),
        condition=text(row, prefix + "condition"),
        users=row.get(prefix + "users"),
        activity=row.get(prefix + "activity") or None,
        technology=row.get(prefix + "technology"),
        territory=row.get(prefix + "territory"),
        exceptions=exceptions(row, prefix + "exceptions"),
    )


def exceptions(row: Row, name: str) -> Exceptions | None:
    """Who or what is left out: nobody, unspecified, or the list in words with its twin."""
    words = text(row, name)
    if words is None:
        return None
    typed = key(words.words)
    if typed in NONE:
        return Exceptions("none", None)
    if typed in UNSPECIFIED:
        return Exceptions("unspecified", None)
    return Exceptions("list", words)
