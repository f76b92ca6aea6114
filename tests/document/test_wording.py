"""Fixed words: both languages, the same blanks, French as French is set."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from flows.document.wording import dates, sentences
from flows.document.wording.counts import NOUNS, count_of
from flows.document.wording.words import GLYPHS, WORDS, word
from flows.record.facts import Day

BLANKS = re.compile(r"\{[a-z_]+\}")
WORDING = Path(dates.__file__).parent
CODE = "\n".join(
    path.read_text(encoding="utf-8")
    for room in (WORDING.parent, WORDING.parents[1] / "record")
    for path in sorted(room.rglob("*.py"))
    if WORDING not in path.parents
)
CODED = re.compile(
    r"^(?:st|hold|flag|gap|weak|col|status|outcome|heading|means|why|mark|label|tally|place|change_led|change|data)_"
)
"""What stands before a code of the record, or a column of the tally, in the name of its words."""


def asked_for(name: str) -> bool:
    """Whether the code speaks of the name, or of the code behind its prefix."""
    return any(f'"{one}"' in CODE for one in (name, CODED.sub("", name).removesuffix("_brief")))


def test_no_fixed_words_are_kept_that_nothing_prints() -> None:
    assert [name for name in (*sentences.PATTERNS, *NOUNS) if not asked_for(name)] == []
    assert not asked_for("st_no_such_words")


@pytest.mark.parametrize("name", sentences.PATTERNS)
def test_both_languages_of_a_sentence_have_the_same_blanks(name: str) -> None:
    english, french = sentences.PATTERNS[name]
    assert sorted(set(BLANKS.findall(english))) == sorted(set(BLANKS.findall(french)))
    assert english.count("**") % 2 == french.count("**") % 2 == 0


@pytest.mark.parametrize("group", WORDS)
def test_every_code_has_a_word_in_both_languages(group: str) -> None:
    assert all(word(group, code, language) for code in WORDS[group] for language in ("en", "fr"))


def test_french_marks_stand_off_by_the_right_spaces() -> None:
    said = sentences.say("st_in_force_revocable", "fr")
    assert "«\u00a0jusqu’à nouvel ordre\u00a0»" in said
    assert sentences.say("replaces", "fr", number="1", date="x") == "remplace l’édition n°\u00a01 du x"
    assert dates.french("a ; b : c ! d ? 5 %") == "a\u202f; b\u00a0: c\u202f! d\u202f? 5\u202f%"


def printed(language: str) -> list[str]:
    """Every fixed sentence, word and noun as it is printed."""
    said = [_said(name, language) for name in sentences.PATTERNS]
    said += [word(group, code, language) for group in WORDS for code in WORDS[group]]
    return said + [count_of(count, noun, language) for noun in NOUNS for count in (1, 2)]


def _said(name: str, language: str) -> str:
    blanks = {blank[1:-1]: "x" for blank in BLANKS.findall(sentences.PATTERNS[name][1])}
    return sentences.say(name, language, **blanks)


def test_no_french_words_have_an_ordinary_space_before_a_high_mark_or_after_no() -> None:
    assert [
        words
        for words in printed("fr")
        if re.search(r"[ \w»][;!?%]|[ \w»)]:|[^\u00a0]»|«[^\u00a0]|n° ", words)
    ] == []


@pytest.mark.parametrize("language", ["en", "fr"])
def test_no_fixed_words_have_a_straight_mark(language: str) -> None:
    assert [words for words in printed(language) if "'" in words or '"' in words] == []


@pytest.mark.parametrize(
    ("when", "english", "french"),
    [
        (Day(date(2020, 6, 10)), "10\u00a0June 2020", "10\u00a0juin 2020"),
        (Day(date(2020, 6, 1)), "1\u00a0June 2020", "1er\u00a0juin 2020"),
        (Day(date(2020, 6, 1), "month"), "June 2020", "juin 2020"),
        (Day(date(2020, 4, 1), "quarter"), "Q2 2020", "T2 2020"),
        (Day(date(2020, 1, 1), "year"), "2020", "2020"),
    ],
)
def test_a_date_is_written_at_its_own_precision(when: Day, english: str, french: str) -> None:
    assert dates.day(when, "en") == english
    assert dates.day(when, "fr") == french


@pytest.mark.parametrize(
    ("when", "before", "french"),
    [
        (Day(date(2020, 6, 1)), "on", "le 1er\u00a0juin 2020"),
        (Day(date(2020, 6, 1)), "until", "jusqu’au 1er\u00a0juin 2020"),
        (Day(date(2020, 6, 1), "month"), "of", "de\u00a0juin 2020"),
        (Day(date(2020, 4, 1), "month"), "of", "d’avril 2020"),
        (Day(date(2020, 8, 1), "month"), "of", "d’août 2020"),
        (Day(date(2020, 10, 1), "month"), "of", "d’octobre 2020"),
        (Day(date(2020, 8, 10)), "of", "du 10\u00a0août 2020"),
        (Day(date(2020, 8, 1), "month"), "on", "en août 2020"),
    ],
)
def test_a_french_date_takes_the_word_it_needs(when: Day, before: str, french: str) -> None:
    assert dates.with_word(before, when, "fr") == french


@pytest.mark.parametrize(
    ("count", "english", "french"),
    [
        (0, "0 days left", "0 jour restant"),
        (1, "1 day left", "1 jour restant"),
        (24, "24 days left", "24 jours restants"),
    ],
)
def test_one_is_singular_and_french_nought_too(count: int, english: str, french: str) -> None:
    assert count_of(count, "day_left", "en").replace("\u00a0", " ") == english
    assert count_of(count, "day_left", "fr").replace("\u00a0", " ") == french


def test_thousands_are_set_apart_as_each_language_does() -> None:
    assert dates.figure("10000000", "en") == "10,000,000"
    assert dates.figure("10000000", "fr") == "10\u202f000\u202f000"
    assert dates.figure("ten million", "en") == "ten million"


def test_every_outcome_has_its_own_mark() -> None:
    assert set(GLYPHS) == set(WORDS["outcome"])
    assert len(set(GLYPHS.values())) == len(GLYPHS)


def test_a_list_in_a_sentence_ends_with_and() -> None:
    assert sentences.listed(["a", "b", "c"], "en") == "a, b and c"
    assert sentences.listed(["a", "b"], "fr") == "a et b"
    assert sentences.listed([], "en") == ""


def test_nouns_have_four_forms() -> None:
    assert all(len(forms) == 4 and all(forms) for forms in NOUNS.values())
