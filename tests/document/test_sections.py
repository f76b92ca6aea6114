"""The full extent as a team arranges it: sections renamed, hidden, put first; and nothing left dangling."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pypdfium2
import pytest

from flows.document import render, sections
from flows.document.proof import complete
from flows.document.wording import sentences
from flows.workbook.schema.settings import ALWAYS, SECTIONS
from tests.document import making
from tests.document.test_fit import many
from tests.document.test_look import found, notes

if TYPE_CHECKING:
    from pathlib import Path

    from flows.record.findings import Findings

EVERY = "changes; commitments; matrix; demands; reactions; questions; background; chronology"


def page(findings: Findings, language: str = "en") -> str:
    return render.html(making.composed(findings, language))


def dangling(html: str) -> set[str]:
    """Where a link leads that is nowhere; the annex is numbered apart and always there."""
    return set(re.findall(r'href="#([^"]+)"', html)) - set(re.findall(r'id="([^"]+)"', html))


def headings(html: str) -> list[str]:
    """The headings after the core, in order."""
    return re.findall(r"<h2>([^<]+)</h2>", html.partition('id="contents"')[2])


def test_the_workbook_knows_the_sections_by_the_names_the_page_prints() -> None:
    assert [choice.code for choice in SECTIONS] == list(sections.SECTIONS)
    assert set(ALWAYS) == sections.ALWAYS
    for choice in SECTIONS:
        printed = sentences.PATTERNS[sections.SECTIONS[choice.code][1]]
        known = {name.casefold() for name in (choice.code, choice.fr, *choice.also)}
        assert {words.casefold() for words in printed} <= known


@pytest.mark.parametrize(("language", "heading"), [("en", "What happened when"), ("fr", "Au fil des jours")])
def test_a_section_bears_the_team_s_heading_wherever_it_is_named(
    tmp_path: Path, language: str, heading: str
) -> None:
    rows = (("section_chronology", "What happened when"), ("section_chronology_fr", "Au fil des jours"))
    html = page(found(tmp_path, *rows), language)
    assert headings(html).count(heading) == 1
    assert f'<a href="#chronology">{heading}</a>' in html


def test_what_has_no_room_is_sent_to_the_heading_the_team_gave(tmp_path: Path) -> None:
    findings = found(tmp_path, ("section_commitments", "Who stands where"), book=many(60))
    more = making.composed(findings, "en").core.commitments.more
    assert more is not None
    assert "“Who stands where”" in more


def test_hidden_sections_are_gone_and_the_method_says_which(tmp_path: Path) -> None:
    findings = found(tmp_path, ("hide", "chronology; matrix"))
    html = page(findings)
    assert 'id="chronology"' not in html
    assert 'id="matrix"' not in html
    assert dangling(html) == set()
    hidden = "Hidden by the team’s settings: Demands and responses: the whole table; Chronology."
    assert hidden in notes(findings, "en").replace("'", "’")


@pytest.mark.parametrize("language", ["en", "fr"])
def test_with_all_hidden_that_may_be_nothing_dangles_and_nothing_is_sent_to_them(
    tmp_path: Path, language: str
) -> None:
    findings = found(tmp_path, ("hide", EVERY), book=many(30))
    made = making.composed(findings, language)
    html = render.html(made)
    assert len(headings(html)) == 5  # contents, limits, sources, method, annex
    assert dangling(html) == set()
    core = html.partition('id="contents"')[0]
    gone = [sections.heading(making.lens(findings, language), name) for name in sections.SECTIONS]
    assert [name for name in gone if f"“{name}”" in core or name in (made.core.commitments.more or "")] == []
    drawn = making.drawn(findings, language)
    assert drawn.pages > 3
    assert complete.lost(drawn, findings, language, "full") == ()


def test_a_workbook_cannot_hide_what_trust_hangs_on(tmp_path: Path) -> None:
    html = page(found(tmp_path, ("hide", "limits; sources; method")))
    assert {"limits-full", "sources", "method"} <= set(re.findall(r'<section [^>]*id="([^"]+)"', html))


def test_sections_put_first_come_first_and_the_others_follow_in_their_order(tmp_path: Path) -> None:
    html = page(found(tmp_path, ("order", "sources; chronology")))
    assert headings(html)[1:5] == ["Sources", "Chronology", "What changed, in full", "Commitments in full"]
    contents = html.partition('id="contents"')[2].partition("</nav>")[0]
    assert re.findall(r'href="#([^"]+)"', contents)[:3] == ["sources", "chronology", "changes-full"]


def test_only_what_is_printed_is_counted_as_in_the_other_language(tmp_path: Path) -> None:
    whole, less = found(tmp_path), found(tmp_path, ("hide", EVERY))
    assert notes(whole, "fr") != notes(less, "fr")
    assert "en langue originale" in notes(whole, "fr")


def test_the_contents_name_the_page_each_section_begins_on(tmp_path: Path) -> None:
    pages = pypdfium2.PdfDocument(making.drawn(found(tmp_path, book=many(30)), "en").pdf)
    texts = [page.get_textpage().get_text_range() for page in pages]
    listed = dict(re.findall(r"^(.+?) (\d+)\s*$", texts[2].partition("Where to find")[0], re.MULTILINE))
    assert listed.keys() >= {"Commitments in full", "Chronology", "Sources", "Method"}
    assert all(re.search(rf"^{name}", texts[int(page) - 1], re.MULTILINE) for name, page in listed.items())
