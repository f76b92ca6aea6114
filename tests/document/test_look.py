"""The look a team sets in its workbook: colour, paper, foot; on the page and in the method."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pypdfium2
import pytest

from flows.document import compose, render, screen
from tests import books
from tests.document import making
from tests.document.test_fit import many

if TYPE_CHECKING:
    from pathlib import Path

    from flows.record.findings import Findings

LOGO = compose.Logo(
    "svg", b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9v9z"/></svg>'
)
LETTER = (612.0, 792.0)  # points
WIDE = 170 / 25.4 * 72  # of the text, on either paper


def found(folder: Path, *rows: tuple[object, object], book: books.Book | None = None) -> Findings:
    """What stands in the sound workbook, with these settings."""
    pairs: books.Rows = [["name", "value"]]
    pairs += [[name, value] for name, value in rows]
    return making.found(folder, (book or books.sound()) | {"Settings": pairs})


def notes(findings: Findings, language: str) -> str:
    """What the method's notes say."""
    full = making.composed(findings, language).full
    assert full is not None
    return "\n".join(full.method.notes)


@pytest.mark.parametrize(
    ("typed", "printed"), [("#1F4E79", "#1f4e79"), ("Bordeaux", "#6d1f36"), ("bleu marine", "#1f3a5f")]
)
def test_the_accent_is_the_only_colour_that_reaches_the_page(
    tmp_path: Path, typed: str, printed: str
) -> None:
    page = render.html(making.composed(found(tmp_path, ("accent", typed)), "en"))
    assert f":root {{ --accent: {printed};" in page


def test_without_a_setting_the_page_has_no_style_of_its_own(tmp_path: Path) -> None:
    assert "<style" not in render.html(making.composed(found(tmp_path), "en"))


def test_what_is_no_colour_never_reaches_the_page(tmp_path: Path) -> None:
    hostile = "#fff; } * { display: none"
    page = render.html(making.composed(found(tmp_path, ("accent", hostile)), "en"))
    assert "<style" not in page
    assert "display: none" not in page


def test_a_colour_printed_darker_is_said_under_method(tmp_path: Path) -> None:
    findings = found(tmp_path, ("couleur", "#ffd400"))
    english = "The team's colour #FFD400 is printed darker, #856D00, so that it can be read."
    assert english in notes(findings, "en").replace("’", "'")
    assert "#FFD400, est imprimée en plus foncé, #856D00," in notes(findings, "fr")


def test_a_colour_printed_as_asked_is_not_spoken_of(tmp_path: Path) -> None:
    assert "#" not in notes(found(tmp_path, ("accent", "#1f4e79")), "en")


def test_a_red_accent_leaves_alerts_in_black(tmp_path: Path) -> None:
    page = render.html(making.composed(found(tmp_path, ("accent", "red")), "en"))
    assert "--alert: var(--print-text);" in page


@pytest.mark.parametrize("language", ["en", "fr"])
def test_on_letter_paper_the_core_is_two_pages_of_that_size(tmp_path: Path, language: str) -> None:
    findings = found(tmp_path, ("paper", "letter"), book=many(60))
    pages = pypdfium2.PdfDocument(making.drawn(findings, language, "core").pdf)
    assert [page.get_size() for page in pages] == [LETTER] * 2


def test_the_text_is_as_wide_on_letter_paper_as_on_a4(tmp_path: Path) -> None:
    pages = {}
    for paper in ("A4", "letter"):
        findings = found(tmp_path, ("paper", paper))
        page = pypdfium2.PdfDocument(making.drawn(findings, "en", "core").pdf)[0]
        panel = max(
            (each.get_bounds() for each in page.get_objects(filter=[2])), key=lambda at: at[2] - at[0]
        )
        pages[paper] = panel[2] - panel[0]
    assert pages == {"A4": pytest.approx(WIDE, abs=0.5), "letter": pytest.approx(WIDE, abs=0.5)}


def test_letter_paper_has_room_for_less_and_counts_it(tmp_path: Path) -> None:
    def shown(paper: str) -> int:
        core = making.composed(found(tmp_path, ("papier", paper), book=many(20)), "en").core
        assert core.commitments.more
        bars = len(core.commitments.rows) if core.commitments.figure else 0
        return len(core.deadlines.rows) + len(core.commitments.rows) + bars

    assert 0 < shown("lettre") < shown("A4")


@pytest.mark.parametrize(("language", "words"), [("en", "Library of Troyes"), ("fr", "Médiathèque")])
def test_a_footer_stands_at_the_foot_of_each_page_instead_of_contact_and_licence(
    tmp_path: Path, language: str, words: str
) -> None:
    rows = (
        ("contact", "note@example.org"),
        ("footer", "Library of Troyes"),
        ("pied de page (fr)", "Médiathèque"),
    )
    pages = pypdfium2.PdfDocument(making.drawn(found(tmp_path, *rows), language, "core").pdf)
    texts = [page.get_textpage().get_text_range() for page in pages]
    assert all(words in text for text in texts)
    assert not any("note@example.org" in text for text in texts)


def test_a_footer_too_long_for_the_margin_stands_under_method(tmp_path: Path) -> None:
    long = "W" * 300
    findings = found(tmp_path, ("footer", long), ("contact", "note@example.org"))
    assert making.composed(findings, "en").furniture.foot == "note@example.org"
    assert f"Foot of the page, in full: {long}" in notes(findings, "en")


@pytest.mark.parametrize(
    ("language", "words"), [("en", "Logo: Library"), ("fr", "Logo\N{NO-BREAK SPACE}: Médiathèque")]
)
def test_a_logo_is_named_for_those_who_cannot_see_it(tmp_path: Path, language: str, words: str) -> None:
    edition = replace(making.EDITION, logo=LOGO)
    findings = found(tmp_path, ("team", "Library"), ("équipe (fr)", "Médiathèque"))
    page = render.html(compose.briefing(findings, language, edition=edition))
    assert f'alt="{words}"' in page


def test_a_logo_pushes_no_words_whatever_its_shape(tmp_path: Path) -> None:
    findings = found(tmp_path, ("title", "A title that goes on " * 6))
    words = []
    for logo in (None, LOGO):
        edition = replace(making.EDITION, logo=logo)
        made = compose.briefing(findings, "en", edition=edition, extent="core")
        page = pypdfium2.PdfDocument(render.pdf(render.html(made)))[0]
        words.append([page.get_textpage().get_charbox(place) for place in range(0, 400, 20)])
    assert words[0] == words[1]


def test_in_a_browser_a_logo_stays_a_picture_whose_styles_touch_nothing_else(tmp_path: Path) -> None:
    styled = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><style>p{fill:none}</style></svg>'
    edition = replace(making.EDITION, logo=compose.Logo("svg", styled))
    seen = screen.screen(compose.briefing(found(tmp_path), "en", edition=edition))
    assert 'class="masthead-logo" src="data:image/svg+xml;base64,' in seen
    assert "p{fill:none}" not in seen
