"""A long briefing drawn in chapters: the same words, links and passages, whoever draws them."""

from __future__ import annotations

import io
import os
import re
import signal
import subprocess
import sys
import time
from collections import Counter
from dataclasses import replace
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import pikepdf
import pytest

from flows.document import compose, render
from flows.document.chapters import book, chapter, cuts, side_by_side
from flows.document.chapters.kept import Kept
from flows.document.chapters.room import sheet
from flows.document.chapters.side_by_side import OutOfTime, Press
from flows.document.markup import html
from flows.document.paper import typeset
from flows.document.paper.glyphs import Embedded, UnknownFace
from flows.document.proof import complete
from tests import books, reading
from tests.conformance import judges
from tests.document import making
from tests.document.test_annex import missing
from tests.document.tracing import richer

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from flows.document.render import Rendered
    from flows.record.findings import Findings

LANGUAGES = ("en", "fr")
AGAIN = re.compile(r'<table[^>]* data-goes-on="[^>]*>.*?</thead>|<[^>]*>', re.DOTALL)


@cache
def findings() -> Findings:
    """What stands in a workbook with something of everything."""
    with TemporaryDirectory() as folder:
        return making.found(Path(folder), richer())


def drawn(language: str, press: Press | None = None) -> Rendered:
    """Its document."""

    def with_slack(slack: float) -> compose.Briefing:
        return compose.briefing(findings(), language, edition=making.EDITION, slack=slack)

    return render.rendered(with_slack, press=press)


@pytest.fixture
def in_chapters(monkeypatch: pytest.MonkeyPatch) -> None:
    """A short document is drawn in chapters too, each of them short."""
    monkeypatch.setattr(book, "LONG", 0)
    monkeypatch.setattr(cuts, "PAGES", 1)


@pytest.fixture(scope="module", params=LANGUAGES)
def both(request: pytest.FixtureRequest) -> Iterator[tuple[str, Rendered, Rendered]]:
    """A language, its document drawn at once, and drawn in chapters."""
    with pytest.MonkeyPatch.context() as patched:
        once = drawn(request.param)
        patched.setattr(book, "LONG", 0)
        patched.setattr(cuts, "PAGES", 1)
        yield request.param, once, drawn(request.param)


class Balanced(HTMLParser):
    """Reads markup, and keeps what is opened and not closed."""

    def __init__(self) -> None:
        super().__init__()
        self.opened: list[str] = []

    def handle_starttag(self, tag: str, _attrs: object) -> None:
        if tag not in {"col", "img", "br", "wbr", "meta", "link"}:
            self.opened.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.opened.pop() == tag


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.usefixtures("in_chapters")
def test_a_cut_keeps_each_letter_and_each_id_once_and_closes_what_it_opens(language: str) -> None:
    page = html(making.composed(findings(), language))
    parts = cuts.cut(page, sheet("a4"))
    assert len(parts.chapters) >= 10
    body = page[len(parts.opening) : page.rindex("</body>")]
    assert "".join(AGAIN.sub("", "".join(parts.chapters)).split()) == "".join(AGAIN.sub("", body).split())
    ids = re.findall(r' id="([^"]*)"', "".join(parts.chapters))
    assert sorted(ids) == sorted(re.findall(r' id="([^"]*)"', body)) == sorted(set(ids))
    for each in parts.chapters:
        read = Balanced()
        read.feed(each)
        assert read.opened == []


def test_the_passages_are_the_same_in_the_same_order(both: tuple[str, Rendered, Rendered]) -> None:
    _, once, chapters = both
    assert [(one.kind, one.ids) for one in once.passages] == [
        (one.kind, one.ids) for one in chapters.passages
    ]
    assert chapters.pages > once.pages
    assert {page for one in chapters.passages for page in one.pages} == set(range(1, chapters.pages + 1))


def test_nothing_is_lost(both: tuple[str, Rendered, Rendered]) -> None:
    language, _, chapters = both
    assert complete.lost(chapters, findings(), language, "full") == ()


def test_the_judges_find_nothing(both: tuple[str, Rendered, Rendered], tmp_path: Path) -> None:
    pdf = both[2].pdf
    assert [*judges.syntax(pdf), *judges.at_once(pdf), *judges.outloud(pdf, tmp_path)] == []


def test_weasyprint_alone_comes_to_the_same_pages(both: tuple[str, Rendered, Rendered]) -> None:
    _, _, chapters = both
    alone = reading.pages(typeset.written(typeset.laid_out(chapters.html)))
    ours = reading.pages(chapters.pdf)
    count = next(n for n, words in enumerate(ours) if re.search("Annexe?, 1 (?:of|sur) ", words))
    assert count >= 10
    foot = re.compile(r"\d+ (?:of|sur) \d+")  # WeasyPrint counts the annex too
    for left, right in zip(alone[:count], ours[:count], strict=True):
        assert sorted(foot.sub("", left).split()) == sorted(foot.sub("", right).split())


def test_every_link_leads_to_a_place_and_says_which(both: tuple[str, Rendered, Rendered]) -> None:
    _, once, chapters = both
    with pikepdf.open(io.BytesIO(chapters.pdf)) as pdf, pikepdf.open(io.BytesIO(once.pdf)) as other:
        names = [str(name) for name in list(pdf.Root.Names.Dests.Names)[::2]]
        assert names == sorted(set(names), key=str.encode)
        assert set(names) == {str(name) for name in list(other.Root.Names.Dests.Names)[::2]}
        links = [link for page in pdf.pages for link in page.obj.get("/Annots", ())]
        inward = [str(link.Dest) for link in links if "/Dest" in link]
        assert len(inward) > 100
        assert set(inward) <= set(names)
        outward = {str(link.A.URI) for link in links if "/A" in link}
        assert all(address.startswith(("http", "mailto:")) for address in outward)
        said = Counter((str(link.Dest), str(link.Contents)) for link in links if "/Dest" in link)
        before = Counter(
            (str(link.Dest), str(link.Contents))
            for page in other.pages for link in page.obj.get("/Annots", ()) if "/Dest" in link
        )  # fmt: skip
        assert unnumbered(said) == unnumbered(before)


@pytest.mark.usefixtures("in_chapters")
def test_what_runs_on_over_pages_is_one_place_where_it_begins(tmp_path: Path) -> None:
    long = books.put(richer(), "Announcements", 2, "summary", " ".join(f"word{n}" for n in range(1500)))
    made = making.drawn(making.found(tmp_path, long), "en")
    assert judges.syntax(made.pdf) == []
    with pikepdf.open(io.BytesIO(made.pdf)) as pdf:
        found = list(pdf.Root.Names.Dests.Names)
        places = dict(zip(map(str, found[::2]), found[1::2], strict=True))
        assert len(places) == len(found) / 2
        pages = reading.pages(made.pdf)
        number = [page.obj.objgen for page in pdf.pages].index(places["commitment-1"][0].objgen)
        assert "word1" in pages[number].split()
        assert "word1499" not in pages[number]


def unnumbered(told: Counter[tuple[str, str]]) -> set[tuple[str, str]]:
    """What links say, but for the numbers of pages."""
    return {(to, re.sub(r"^\d+ – |\d+$", "", words)) for to, words in told}


def test_the_contents_and_the_annex_name_the_pages(both: tuple[str, Rendered, Rendered]) -> None:
    _, _, chapters = both
    assert missing(chapters, {"A003"}) == []  # which is of a later day
    pages = reading.pages(chapters.pdf)
    entries = re.findall(r'<li data-to="#[^"]*"><a href="[^"]*">([^<]*)</a>', chapters.html)
    assert len(entries) > 5
    for entry in entries:
        number = int(re.search(rf"{re.escape(entry)}\s+(\d+)", pages[2])[1])  # type: ignore[index]
        assert entry in pages[number - 1]


def test_the_bookmarks_are_those_of_the_document_drawn_at_once(both: tuple[str, Rendered, Rendered]) -> None:
    def told(pdf: bytes) -> list[tuple[int, str]]:
        with pikepdf.open(io.BytesIO(pdf)) as opened, opened.open_outline() as outline:
            return list(nested(0, outline.root))

    def nested(depth: int, items: list[pikepdf.OutlineItem]) -> Iterator[tuple[int, str]]:
        for item in items:
            yield depth, item.title
            yield from nested(depth + 1, item.children)

    assert told(both[2].pdf) == told(both[1].pdf)


@pytest.mark.usefixtures("in_chapters")
def test_the_bytes_are_the_same_whoever_draws_and_whatever_is_kept(tmp_path: Path) -> None:
    one = drawn("en").pdf
    for hands in (2, 4):
        with Press(hands, Kept(tmp_path / "kept", "state")) as press:
            assert drawn("en", press).pdf == one  # by two hands anew, by four from what is kept
    files = sorted((tmp_path / "kept").iterdir())
    assert len(files) > 10
    files[0].write_bytes(files[0].read_bytes()[:-1])  # what is not whole is drawn again
    files[1].unlink()
    with Press(1, Kept(tmp_path / "kept", "state")) as press:
        assert drawn("en", press).pdf == one


@pytest.fixture
def new(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The pages of the chapters that are drawn, and not taken from what is kept."""
    found: list[str] = []

    def counted(page: str) -> chapter.Chapter:
        found.append(page)
        return chapter.drawn(page)

    monkeypatch.setattr(side_by_side, "drawn", counted)
    return found


@pytest.mark.usefixtures("in_chapters")
def test_only_the_chapters_a_cell_comes_to_are_drawn_again(tmp_path: Path, new: list[str]) -> None:
    made = making.composed(findings(), "en")
    page, annex = html(replace(made, annex=None)), html(made, "annex.html.j2")
    with Press(1, Kept(tmp_path / "kept", "state")) as press:
        book.finished(press, annex, book.body(press, page, "a4"), "a4")
    before = len(new)
    new.clear()
    changed = page.replace("Background", "Backgrounds", 3)
    with Press(1, Kept(tmp_path / "kept", "state")) as press:
        book.finished(press, annex, book.body(press, changed, "a4"), "a4")
    assert 0 < len(new) < before / 2


@pytest.mark.usefixtures("in_chapters")
def test_the_next_edition_takes_over_each_chapter_that_says_nothing_of_its_number(
    tmp_path: Path, new: list[str]
) -> None:
    def made(edition: compose.Edition) -> Rendered:
        with Press(1, Kept(tmp_path / "kept", "state")) as press:
            return render.rendered(
                lambda slack: compose.briefing(findings(), "en", edition=edition, slack=slack), press=press
            )

    made(making.EDITION)
    first = len(new)
    new.clear()
    seventh = made(replace(making.EDITION, number=7))
    assert "Edition no.\u00a07" in reading.pages(seventh.pdf)[5]  # in the head of each page
    others = ("chronology", "commitments-full", "demands-full", "matrix", "sources", "annex")
    assert not [page for page in new if any(f'class="section {part}"' in page for part in others)]
    assert len(new) < first / 3


@pytest.mark.usefixtures("in_chapters")
def test_contents_that_take_other_pages_once_they_name_them_are_refused(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(book, "UNKNOWN", "0000 " * 90)
    with pytest.raises(render.RenderingError, match="contents"):
        drawn("en")


def test_other_states_and_other_peoples_folders_keep_nothing_for_us(tmp_path: Path) -> None:
    page = '<html lang="en"><head><title>x</title></head><body><p>Some words.</p></body></html>'
    made = chapter.drawn(page)
    kept = Kept(tmp_path / "kept", "one")
    kept.put(page, made)
    assert kept.get(page) == made
    assert Kept(tmp_path / "kept", "another").get(page) is None
    (tmp_path / "kept").chmod(0o777)
    assert Kept(tmp_path / "kept", "one").get(page) is None
    assert Kept(None, "one").get(page) is None


def test_the_longest_unused_go_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kept = Kept(tmp_path / "kept", "")
    for number in range(5):
        file = tmp_path / "kept" / f"{number}.chapter"
        file.write_bytes(b"x" * 10)
        os.utime(file, (number, number))
    monkeypatch.setattr("flows.document.chapters.kept.MOST", 25)
    kept.swept()
    assert {file.name for file in (tmp_path / "kept").iterdir()} == {"3.chapter", "4.chapter"}


def test_a_face_that_is_not_embedded_is_told() -> None:
    with pytest.raises(UnknownFace):
        Embedded({"NOFACE": {1: ("x", 500)}})(dict, None, {})


def out_of_time(_: str) -> None:
    """A chapter that takes too long."""
    raise OutOfTime


def killed(_: str) -> None:
    """A chapter for which there is not enough memory."""
    os.kill(os.getpid(), signal.SIGKILL)


@pytest.mark.skipif(sys.platform != "linux", reason="nothing is forked elsewhere")
def test_a_process_ended_for_want_of_memory_is_told_as_that(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("flows.document.chapters.side_by_side._drawn", killed)
    with pytest.raises(MemoryError), Press(2, Kept(None, "")) as press:
        press.drawn(["one", "two"])


ENDLESS = """
import sys, time
from flows.document.chapters import side_by_side
from flows.document.chapters.kept import Kept
side_by_side.drawn = {what}
with side_by_side.Press(2, Kept(None, "")) as press:
    press.drawn(["one", "two"])
"""


def begun(what: str) -> subprocess.Popen[bytes]:
    """A process that draws by two hands."""
    return subprocess.Popen([sys.executable, "-c", ENDLESS.format(what=what)], start_new_session=True)  # noqa: S603 - ours


def until(seen: Callable[[], bool]) -> bool:
    """Whether it comes true within ten seconds."""
    ends = time.monotonic() + 10
    while not seen() and time.monotonic() < ends:
        time.sleep(0.1)
    return seen()


@pytest.mark.skipif(sys.platform != "linux", reason="nothing is forked elsewhere")
def test_no_hand_outlives_the_process_it_draws_for() -> None:
    running = begun("lambda page: time.sleep(600)")

    def group() -> int:
        found = subprocess.run(["pgrep", "-g", str(running.pid)], capture_output=True, text=True, check=False)  # noqa: S603, S607 - the system's own
        return len(found.stdout.split())

    assert until(lambda: group() >= 3)  # itself and two hands
    running.kill()
    running.wait()
    assert until(lambda: group() == 0)


@pytest.mark.skipif(sys.platform != "linux", reason="nothing is forked elsewhere")
def test_a_hand_that_is_out_of_time_ends_it_all_as_out_of_time() -> None:
    running = begun("lambda page: side_by_side._out_of_time()")
    assert running.wait(timeout=30) == -signal.SIGXCPU
