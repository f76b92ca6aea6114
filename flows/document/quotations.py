"""A quote as it is printed (R14): verbatim and whole, never a translation as the speaker's words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from flows.document.values import Run
from flows.record import quotes

if TYPE_CHECKING:
    from flows.document.lens import Lens
    from flows.record.facts import Announcement, Quote, Reaction


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words in quotation marks, their language, who said them, whose translation, the original."""

    words: str
    language: str
    speaker: tuple[Run, ...]
    note: str | None  # "translation: our team", "translation: X; original not consulted"


def quotation(lens: Lens, row: Announcement | Reaction) -> Quotation | None:
    """The row's quote in this language; None when R14 forbids it or there is none."""
    quote = row.quote
    if quote is None or row.id not in lens.quotable:
        return None
    if quote.words is not None and quote.language == lens.language:
        return Quotation(quote.words, quote.language, _speaker(lens, quote), None)
    if quote.translation is not None and _translates_into(lens, quote):
        return _translated(lens, quote)
    if quote.words is None:
        return None
    language = quote.language or lens.findings.record.language
    return Quotation(quote.words, language, _speaker(lens, quote), None)


def _translates_into(lens: Lens, quote: Quote) -> bool:
    """True when the translation is a person's and into this language.

    Of an English or a French original it is into the other; of anything else into the workbook's own.
    """
    into = {"en": "fr", "fr": "en"}.get(quote.language or "", lens.findings.record.language)
    return into == lens.language and quotes.human(quote)


def _translated(lens: Lens, quote: Quote) -> Quotation:
    by = _by(lens, quote.translated_by or "")
    note = lens.say("translated_team" if quote.words is not None else "translated_only", by=by)
    return Quotation(quote.translation or "", lens.language, _speaker(lens, quote), note)


def _by(lens: Lens, typed: str) -> str:
    """Who translated: our team (initials stay inside), an official text, or the publisher's name."""
    match quotes.translator_kind(typed):
        case "team":
            return lens.say("by_team")
        case "official":
            return lens.say("by_official")
        case _:
            return typed.partition(":")[2].strip() or typed


def _speaker(lens: Lens, quote: Quote) -> tuple[Run, ...]:
    """Name and role on that day; a role typed in the other language alone bears its mark."""
    twin = quote.speaker_twin
    name = twin.words if twin is not None and twin.language == lens.language else quote.speaker or ""
    return (Run(name),) if quote.role is None else (Run(f"{name}, "), *lens.text(quote.role))
