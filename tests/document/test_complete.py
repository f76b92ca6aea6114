"""The gate behind the pages: a word that does not come to ink, or not on the paper, is found missing."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from flows.document.chapters import chapter
from flows.document.paper import typeset
from flows.document.proof import complete
from tests import books
from tests.document import making, shipped
from tests.often import often

if TYPE_CHECKING:
    from pathlib import Path

    from flows.document import Extent, render
    from flows.document.proof.complete import Lost
    from flows.record.findings import Findings


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Findings:
    return making.found(tmp_path_factory.mktemp("book"), rich())


@pytest.fixture(scope="module")
def drawn(sound: Findings) -> render.Rendered:
    return making.drawn(sound, "en")


def rich() -> books.Book:
    """The sound book with something in each column that the full extent prints."""
    book = books.sound()
    for header, value in {
        "reason": "Wants rules first", "amount": "ten million", "currency": "dollars",
        "recipients": "Police union", "disputed": "Whether it was ever sold",
    }.items():  # fmt: skip
        books.put(book, "Announcements", 3, header, value)
    for row, header, value in (
        (2, "result", "Counted 28 wrong matches"), (2, "grounds", "Says that it errs"),
        (2, "disputed", "The threshold it was set to"), (3, "aimed_at", "Parliament"),
        (3, "demand_test", "A public refusal"),
    ):  # fmt: skip
        books.put(book, "Reactions", row, header, value)
    books.put(book, "Questions", 2, "answer", "So it seems")
    books.put(book, "Questions", 2, "answer_source", "https://example.org/answer")
    books.put(book, "Sources", 2, "remark", "Behind a wall")
    book["Context"] = [["id", "date", "summary", "source"], ["C001", "2020-05-25", "A man is killed", "S001"]]
    return book


def redrawn(drawn: render.Rendered, page: str) -> render.Rendered:
    """The same with the PDF of another page."""
    document = typeset.laid_out(page)
    boxes = [page._page_box for page in document.pages]  # noqa: SLF001 - as `rendered` has them
    frames = tuple(map(chapter.frame, boxes))
    return replace(
        drawn, pdf=typeset.written(document), pages=len(document.pages), frames=frames, passages=()
    )


def styled(drawn: render.Rendered, rule: str) -> render.Rendered:
    return redrawn(drawn, drawn.html.replace("</head>", f"<style>{rule}</style></head>"))


def words(lost: tuple[Lost, ...]) -> set[str]:
    return {one.word for one in lost}


@pytest.mark.parametrize("extent", ["core", "full"])
@pytest.mark.parametrize("language", ["en", "fr"])
def test_a_page_that_is_whole_lacks_nothing(extent: Extent, language: str, sound: Findings) -> None:
    made = making.drawn(sound, language, extent)
    assert complete.lost(made, sound, language, extent) == ()


@pytest.mark.parametrize("hidden", ["commitments", "demands; reactions", "chronology; background; questions"])
def test_a_section_the_team_hides_owes_nothing(hidden: str, tmp_path: Path) -> None:
    book = rich()
    book["Settings"] = [["Name", "Value"], ["hide", hidden]]
    found = making.found(tmp_path, book)
    assert complete.lost(making.drawn(found, "en"), found, "en", "full") == ()


@pytest.mark.xdist_group("shipped")
@pytest.mark.parametrize("language", ["en", "fr"])
def test_the_shipped_workbook_comes_to_ink_whole(language: str) -> None:
    made = shipped.made(making.FOUNDING, language)
    assert complete.lost(made, shipped.found(making.FOUNDING), language, "full") == ()


STYLES = (
    ".commitment-summary { display: none }",
    ".commitment-summary { visibility: hidden }",
    ".commitment-summary { position: absolute; left: -500mm }",
    ".commitment-summary { margin-left: 400mm; width: 100mm }",
    ".commitment-summary { position: relative; top: 400mm }",
    ".commitment-summary { white-space: nowrap; font-size: 40pt; hyphens: none; overflow-wrap: normal }",
    ".commitment-summary { overflow: hidden; height: 1mm }",
)


@pytest.mark.parametrize("rule", often(STYLES[::2], STYLES))
def test_a_paragraph_that_a_style_hides_or_pushes_off_the_paper_is_missed(
    rule: str, sound: Findings, drawn: render.Rendered
) -> None:
    made = styled(drawn, rule)
    assert complete.lost(made, sound, "en", "full")


def test_a_word_lost_between_the_markup_and_the_paper_is_missed(
    sound: Findings, drawn: render.Rendered
) -> None:
    less = drawn.html.replace("offering general facial", "offering facial", 1)
    assert less != drawn.html
    assert words(complete.lost(redrawn(drawn, less), sound, "en", "full")) == {"general"}


def test_a_word_lost_before_the_markup_is_missed_with_its_row_and_column(
    sound: Findings, drawn: render.Rendered
) -> None:
    less = drawn.html.replace("is it errs", "").replace("Says that it errs", "Says that it")
    assert less != drawn.html
    made = replace(redrawn(drawn, less), html=less)
    (lost,) = complete.lost(made, sound, "en", "full")
    assert (lost.word, lost.id, lost.sheet, lost.row, lost.column) == (
        "errs", "R001", "Reactions", 2, "grounds",
    )  # fmt: skip


def test_a_name_as_long_as_a_page_over_a_column_is_printed_whole(tmp_path: Path) -> None:
    book = books.put(rich(), "Reactions", 3, "target", "Ministry of " + "this and that and " * 150)
    found = making.found(tmp_path, book)
    assert complete.lost(making.drawn(found, "en"), found, "en", "full") == ()


def test_an_id_that_is_lost_from_the_core_is_missed(sound: Findings) -> None:
    core = making.drawn(sound, "en", "core")
    less = core.html.replace("Q001]", "]")
    made = replace(redrawn(core, less), html=less)
    assert [(one.id, one.column) for one in complete.lost(made, sound, "en", "core")] == [("Q001", "id")]


@pytest.mark.parametrize(
    "cell",
    [
        ("Announcements", 3, "summary", "Stops quokkas"),
        ("Announcements", 3, "organisation", "Quokka Inc"),
        ("Announcements", 3, "announced_on", "2020-06-02"),
        ("Announcements", 3, "kind", "ban"),
        ("Announcements", 3, "reason", "quokkas"),
        ("Announcements", 3, "amount", "quokkas"),
        ("Announcements", 3, "currency", "quokkas"),
        ("Announcements", 3, "recipients", "Quokkas"),
        ("Announcements", 3, "disputed", "quokkas"),
        ("Announcements", 2, "source", "https://example.org/quokka"),
        ("Announcements", 2, "quote", "might give quokkas time"),
        ("Announcements", 3, "verification", "unverified"),
        ("Reactions", 2, "actor", "Quokkas"),
        ("Reactions", 2, "reacted_on", "2020-06-12"),
        ("Reactions", 2, "summary", "quokkas"),
        ("Reactions", 2, "result", "quokkas"),
        ("Reactions", 2, "grounds", "quokkas"),
        ("Reactions", 2, "disputed", "quokkas"),
        ("Reactions", 3, "demand", "Stop quokkas"),
        ("Reactions", 3, "target", "Quokka Inc"),
        ("Reactions", 3, "aimed_at", "Quokkas"),
        ("Reactions", 3, "demand_test", "quokkas"),
        ("Questions", 2, "question", "Quokkas?"),
        ("Questions", 2, "answer", "quokkas"),
        ("Questions", 2, "answer_source", "https://example.org/quokka"),
        ("Context", 2, "summary", "quokkas"),
        ("Context", 2, "source", "https://example.org/quokka"),
        ("Sources", 2, "publisher", "Quokkas"),
        ("Sources", 2, "title", "quokkas"),
        ("Sources", 2, "url", "https://example.org/quokka"),
        ("Sources", 2, "remark", "quokkas"),
    ],
)
def test_each_cell_the_page_owes_is_missed_where_it_is_not_the_one_printed(
    cell: tuple[str, int, str, str], drawn: render.Rendered, tmp_path: Path
) -> None:
    tab, row, header, _ = cell
    other = making.found(tmp_path, books.put(rich(), *cell))
    lost = complete.lost(drawn, other, "en", "full")
    assert (header, tab, row) in {(one.column, one.sheet, one.row) for one in lost}
