"""Runs and sentences: a cell's words are printed, never obeyed."""

from __future__ import annotations

import pytest

from flows.document import markup
from flows.document.values import Run, filled, passage
from flows.record.facts import Text


def test_marks_and_braces_in_a_cell_stay_text() -> None:
    runs = filled("**{who}** says {what}.", {"who": "A **bold** {what}", "what": "{who}"})
    assert runs == (Run("A **bold** {what}", strong=True), Run(" says "), Run("{who}"), Run("."))


def test_a_missing_value_is_an_error_not_a_blank() -> None:
    with pytest.raises(KeyError):
        filled("{who}", {})


def test_the_twin_is_printed_in_its_own_language() -> None:
    text = Text("Stops sales.", "en", "Arrêt des ventes.", "fr")
    assert passage(text, "fr") == (Run("Arrêt des ventes."),)


def test_without_a_twin_the_original_is_tagged_and_marked() -> None:
    assert passage(Text("Stops sales.", "en"), "fr") == (Run("Stops sales.", "en"), Run("\u00a0[en]"))


@pytest.mark.parametrize(
    "words", ["<b>x</b>", "{{ 7*7 }}", "a & b", "x" * 500, "https://e.org/" + "a/" * 200]
)
def test_breaking_a_long_word_never_changes_its_text(words: str) -> None:
    marked = str(markup.breakable(words))
    bare = marked.replace("<wbr>", "").replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
    assert bare == words
    assert "<b>" not in marked


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "file:///etc/passwd",
        "data:text/html,x",
        "http://",
        "https://u:p@e.org/",
        "//e.org",
        "http://[",
    ],
)
def test_only_web_addresses_become_links(address: str) -> None:
    assert not markup.web(address)


def test_a_web_address_becomes_a_link() -> None:
    assert markup.web("https://www.aclu.org/press-releases/x")


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("le 1er juin", "le 1<sup>er</sup> juin"),
        ("115e\N{NO-BREAK SPACE}Congrès", "115<sup>e</sup>\N{NO-BREAK SPACE}Congrès"),
        ("la 1re fois", "la 1<sup>re</sup> fois"),
        ('<p title="1er juin">', '<p title="1er juin">'),
        ("<title>Au 1er juin</title>1er x", "<title>Au 1er juin</title>1<sup>er</sup> x"),
        ("R001e x", "R001e x"),
        ("https://example.org/1er x", "https://example.org/1er x"),
        ("11er x", "11er x"),
    ],
)
def test_the_letters_of_a_french_ordinal_are_raised_where_they_are_read(typed: str, printed: str) -> None:
    assert markup.raised(typed) == printed
