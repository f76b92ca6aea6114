"""Quotes: kept to the letter, and whose translation stands beside them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.books import cleaned, first, put, rules, sound

if TYPE_CHECKING:
    from pathlib import Path

A = "Announcements"


def test_a_quote_is_kept_to_the_letter_even_with_outer_marks(tmp_path: Path) -> None:
    typed = "“We’ll  stop” [the sale]…\u00a0!"
    quote = first(cleaned(tmp_path, put(sound(), A, 2, "quote", typed))).quote
    assert quote is not None
    assert quote.words == typed
    marked = cleaned(tmp_path, put(sound(), A, 2, "quote", "«\u00a0Non\u00a0»"))
    assert rules(marked) == ["outer_marks"]
    assert marked.record.announcements[0].quote is not None
    assert marked.record.announcements[0].quote.words == "«\u00a0Non\u00a0»"


def test_two_quoted_words_are_no_outer_marks(tmp_path: Path) -> None:
    assert rules(cleaned(tmp_path, put(sound(), A, 2, "quote", "“stop” and “think”"))) == []


@pytest.mark.parametrize(
    ("typed", "read"),
    [("équipe\u00a0: LM", "team: LM"), ("éditeur : Le Monde", "publisher: Le Monde"),
     ("Publication: Le Monde", "publisher: Le Monde"), ("officielle", "official"), ("Officiel", "official"),
     ("Team: LM", "team: LM"), ("ÉQUIPE", "team"), ("publisher: Time Machine", "publisher: Time Machine"),
     ("team: Automatix", "team: Automatix"), ("publisher: A: B", "publisher: A: B")],
)  # fmt: skip
def test_who_translated_is_read_in_both_languages_from_what_stands_before_the_colon(
    typed: str, read: str, tmp_path: Path
) -> None:
    found = cleaned(tmp_path, put(sound(), A, 2, "translation_by", typed))
    quote = first(found).quote
    assert quote is not None
    assert quote.translated_by == read
    assert rules(found) == []


@pytest.mark.parametrize(
    ("typed", "read"),
    [("machine", "machine"), ("Machine : DeepL", "machine: DeepL"), ("automatique", "machine"),
     ("Traduction automatique : DeepL", "machine: DeepL"), ("machine translation", "machine"),
     ("DeepL", "machine"), ("Google Traduction", "machine")],
)  # fmt: skip
def test_a_machine_is_known_by_either_language_s_word_for_it(typed: str, read: str, tmp_path: Path) -> None:
    found = cleaned(tmp_path, put(sound(), A, 2, "translation_by", typed))
    assert rules(found) == ["machine_translation"]
    quote = first(found).quote
    assert quote is not None
    assert quote.translated_by == read


@pytest.mark.parametrize("typed", ["Le Monde", "LM", "machinist", "publisher", "éditeur :", "by the team"])
def test_a_translator_of_no_known_kind_is_told_with_what_to_type_and_stays_as_typed(
    typed: str, tmp_path: Path
) -> None:
    found = cleaned(tmp_path, put(sound(), A, 2, "translation_by", typed))
    assert rules(found) == ["unknown_translator"]
    quote = first(found).quote
    assert quote is not None
    assert quote.translated_by == typed


@pytest.mark.parametrize(
    "header", ["speaker", "speaker_fr", "speaker_role", "speaker_role_fr", "quote_lang", "translation_by"]
)
def test_a_cell_of_a_quote_without_its_words_is_kept_as_no_quote(header: str, tmp_path: Path) -> None:
    typed = {"quote_lang": "en", "translation_by": "team: LM"}.get(header, "Ada Roe")
    fact = cleaned(tmp_path, put(sound(), "Reactions", 4, header, typed)).record.reactions[2]
    assert fact.quote is not None
    assert fact.quote.wordless
    assert cleaned(tmp_path, sound()).record.reactions[2].quote is None


def test_a_speaker_named_only_in_the_other_language_is_known_to_be_so(tmp_path: Path) -> None:
    book = put(put(sound(), A, 2, "speaker", None), A, 2, "speaker_fr", "Amazon, billet")
    quote = first(cleaned(tmp_path, book)).quote
    assert quote is not None
    assert (quote.speaker, quote.own_speaker) == ("Amazon, billet", None)
