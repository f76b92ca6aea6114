"""What the room shows: workbooks, dates, editions, comparisons; and nothing beyond its two folders."""

from __future__ import annotations

import os
import re
import shutil
from datetime import date, timedelta
from io import BytesIO
from typing import TYPE_CHECKING

import pytest
from PIL import Image

from flows import reading_room, typed
from flows.document import markup
from flows.document.paper import versions
from flows.edition import manifest
from flows.reading_room import guards
from flows.reading_room.asked import preferred
from tests import books
from tests.conftest import ROOT
from tests.reading_room import rooms

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.conftest import Python
    from tests.reading_room.rooms import Visitor

FIRST, SECOND = date(2020, 6, 15), date(2021, 6, 15)


@pytest.fixture(scope="module")
def editions(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two editions of a record, the second with one more row, and a draft of another workbook."""
    folder, book = tmp_path_factory.mktemp("editions"), books.sound()
    outputs = folder / "outputs"
    doubled = books.put(books.sound(), "Announcements", 3, "id", "A001")
    rooms.kept(outputs, folder, FIRST, doubled, "Ville & préfecture.xlsx")
    rooms.kept(outputs, folder, FIRST, book)
    more = {"kind": "moratorium", "summary": "Will not sell to <b>police</b>", "source": "S001"}
    new = {"id": "A004", "organisation": "Microsoft", "announced_on": "2020-06-11"} | more
    rooms.kept(outputs, folder, SECOND, books.add(book, "Announcements", **new))
    return outputs


@pytest.fixture
def stocked(editions: Path, tmp_path: Path) -> Iterator[Visitor]:
    """A visitor of a room with those editions."""
    shutil.copytree(editions, tmp_path / "outputs")
    with rooms.visiting(tmp_path) as visitor:
        yield visitor


def test_an_empty_room_says_what_to_do(room: Visitor) -> None:
    page = room.text("/en/")
    assert "There is no workbook yet. Add the first one below." in page
    assert "No edition has been made yet." in page
    assert "Nothing ends, starts or goes stale until " in page


def test_workbooks_are_listed_with_what_is_to_be_mended_and_no_lock_file_is(room: Visitor) -> None:
    books.written(room.inputs / "fine.xlsx", books.sound())
    books.written(
        room.inputs / "torn.XLSM", books.put(books.sound(), "Reactions", 4, "reacted_on", "10/06/2020")
    )
    (room.inputs / "not one.xlsx").write_bytes(b"%PDF-1.7")
    for other in ("~$fine.xlsx", ".~lock.fine.xlsx#", ".upload-x.xlsx", "README.md"):
        (room.inputs / other).write_bytes(b"x")
    page = room.text("/en/")
    listed = page[page.index("Workbooks", page.index("Cette page")) : page.index("Add or replace")]
    assert re.findall(r"(\S+) Nothing to mend", listed) == ["fine.xlsx"]
    assert "not one.xlsx Cannot be read" in listed
    assert "torn.XLSM 1 to put right, nothing to look at" in listed
    assert listed.count("See its check") == 3
    assert "rien à vérifier" in room.text("/fr/")


def test_a_workbook_that_cannot_be_read_says_why_on_its_check(room: Visitor) -> None:
    (room.inputs / "not one.xlsx").write_bytes(b"%PDF-1.7")
    assert "« not one.xlsx » est un PDF" in room.text("/fr/check/not%20one.xlsx")


def test_a_saved_workbook_is_read_anew(room: Visitor) -> None:
    books.written(room.inputs / "record.xlsx", books.sound())
    assert "Nothing to mend" in room.text("/en/check/record.xlsx")
    books.written(room.inputs / "record.xlsx", books.put(books.sound(), "Announcements", 3, "id", "A001"))
    assert "2 to put right" in room.text("/en/check/record.xlsx")


def test_remarks_in_another_language_than_the_page_s_say_which(room: Visitor) -> None:
    book = books.put(books.sound("fr"), "Réactions", 2, "Date de réaction", "10/06/2020")
    books.written(room.inputs / "record.xlsx", book)
    page = room.get("/en/check/record.xlsx")
    assert "The remarks are written in the workbook’s own language." in page.text
    assert '<p lang="fr">' in page.text
    assert "propre langue" not in room.text("/fr/check/record.xlsx")


def test_what_is_typed_in_a_cell_or_a_file_s_name_is_text(room: Visitor) -> None:
    book = books.put(books.sound(), "Announcements", 2, "kind", "<script>alert(1)</script>")
    books.written(room.inputs / "<b>&.xlsx", book)
    page = room.get("/en/check/%3Cb%3E&.xlsx").text
    assert "<script" not in page
    assert "<b>" not in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page


def test_letters_of_any_script_are_shown_as_they_are(room: Visitor) -> None:
    books.written(room.inputs / "顔認証 Привет.xlsx", books.sound())
    assert "顔認証 Привет.xlsx" in room.text("/fr/")


def test_the_next_dates_are_those_of_the_workbook(room: Visitor) -> None:
    ends = typed.today() + timedelta(days=20)
    book = books.sound()
    book["Announcements"] = book["Announcements"][:3]
    book = books.put(book, "Announcements", 2, "duration", None)
    books.written(
        room.inputs / "record.xlsx", books.put(book, "Announcements", 2, "ends_on", ends.isoformat())
    )
    english, french = room.text("/en/"), room.text("/fr/")
    assert "Amazon, moratorium: last day of the term [A001] record.xlsx" in english
    assert "Amazon, moratoire : dernier jour du terme [A001] record.xlsx" in french
    assert english.index("last day of the term") < english.index("the term has run out, unless there is news")


def test_editions_come_newest_first_with_page_one_and_all_their_files(stocked: Visitor) -> None:
    page = stocked.get("/en/").text
    assert re.findall(r"<h3>([^<]+), as of ([^<]+)</h3>", page) == [
        ("record", "15\u00a0June 2021"),
        ("record", "15\u00a0June 2020"),
        ("Ville &amp; préfecture", "15\u00a0June 2020"),
    ]
    assert 'alt="Page one of edition no.\u00a01 of record, as of 15\u00a0June 2021"' in page
    files = re.findall(r'href="(/editions/[^"]+)"', page)
    assert len(files) == 3 * 8
    assert sum(address.endswith("/problems.html") for address in files) == 3
    assert {stocked.client.get(address).status_code for address in files} == {200}
    assert "A draft, not for distribution, because: two rows share the id A001" in rooms.words(page)
    assert "deux lignes portent l’identifiant A001" in stocked.text("/fr/")


def test_of_two_editions_of_one_day_each_link_says_which_it_is_of(stocked: Visitor) -> None:
    shelf = stocked.outputs / "record"
    shutil.copytree(shelf / f"{SECOND}-01", shelf / f"{SECOND}-02")
    page = stocked.get("/en/").text
    (editions,) = re.findall(r'(?s)<ol class="editions">(.*?)</ol>', page)
    links = [rooms.words(f"<body>{link}") for link in re.findall(r"<a [^>]*>.*?</a>", editions)]
    assert f"PDF in English of record, edition {SECOND}-02" in links
    assert len(links) == len(set(links))
    assert re.findall(r'class="ref">([^<]*)<', editions)[:2] == [f"{SECOND}-02", f"{SECOND}-01"]


def test_page_one_is_drawn_from_the_pdf_that_was_kept_and_from_no_other(stocked: Visitor) -> None:
    address, *_ = re.findall(r'src="/room([^"]+)"', stocked.get("/fr/").text)
    drawn = stocked.get(address)
    assert drawn.headers["content-type"] == "image/png"
    assert "immutable" in drawn.headers["cache-control"]
    with Image.open(BytesIO(drawn.content)) as picture:
        picture.load()
        assert picture.size == (480, 680)
        assert picture.convert("RGB").getpixel((240, 340)) == (255, 255, 255)
    (stocked.outputs / "record" / "2021-06-15-01" / "briefing-en.pdf").write_bytes(b"%PDF-1.7 another")
    assert stocked.get(address.replace("/fr/", "/en/")).status_code == 404


def test_many_editions_are_told_page_by_page(stocked: Visitor) -> None:
    first = stocked.outputs / "record" / "2020-06-15-01"
    for number in range(2, 12):
        (first.parent / f"2020-06-15-{number:02}").symlink_to(first)
    newest, oldest = stocked.get("/en/"), stocked.get("/en/?page=2")
    assert [page.text.count("<h3>") for page in (newest, oldest)] == [12, 1]
    assert 'href="/room/en/?page=2" rel="next">Older editions' in newest.text
    assert 'href="/room/en/" rel="prev">Newer editions' in oldest.text
    odd = ("3", "0", "-1", "01", "x", "1\u0661", "")
    assert {stocked.get(f"/en/?page={each}").status_code for each in odd} == {404}


def test_a_folder_that_holds_no_edition_is_named_and_does_no_harm(stocked: Visitor) -> None:
    for number in ("01", "02"):
        (stocked.outputs / "record" / f"2022-01-01-{number}").mkdir()
    (stocked.outputs / "record" / "2022-01-01-02" / manifest.NAME).write_text("[]")
    page = stocked.text("/en/")
    assert "record/2022-01-01-01 is not shown: it holds no manifest.json that can be read." in page
    assert "record/2022-01-01-02 is not shown" in page
    assert "record, as of 15 June 2020" in page


def test_a_reason_of_a_later_version_is_shown_as_it_stands(stocked: Visitor) -> None:
    kept = stocked.outputs / "Ville & préfecture" / "2020-06-15-01" / manifest.NAME
    kept.write_text(kept.read_text().replace("duplicate_id", "seen_by_nobody"))
    assert "seen_by_nobody:A001" in stocked.text("/en/")


def test_two_editions_are_compared_the_earlier_one_first(stocked: Visitor) -> None:
    since = re.findall(r'href="/room(/en/compare\?[^"]+)"', stocked.get("/en/").text)
    assert since == ["/en/compare?one=record%2F2020-06-15-01&amp;other=record%2F2021-06-15-01"]
    both = ("record%2F2020-06-15-01", "record%2F2021-06-15-01")
    pages = {stocked.text(f"/en/compare?one={one}&other={other}") for one, other in (both, both[::-1])}
    first = "From edition 2020-06-15-01 (as of 15 June 2020) to edition 2021-06-15-01"
    assert all(first in page for page in pages)
    assert all(
        "A004, Microsoft, moratorium. 11 June 2020. Will not sell to <b>police</b>" in page for page in pages
    )
    assert "De l’édition 2020-06-15-01" in stocked.text(f"/fr/compare?one={both[0]}&other={both[1]}")


def test_where_nothing_changed_the_page_says_so(stocked: Visitor) -> None:
    first = stocked.outputs / "record" / "2020-06-15-01"
    shutil.copytree(first, first.with_name("2020-06-15-02"))
    page = stocked.text("/en/compare?one=record/2020-06-15-01&other=record/2020-06-15-02")
    assert "Nothing: every row and every finding is as in that edition." in page


NOT_TO_BE_HAD = [  # asked for as the other one of "record/2020-06-15-01"
    ("record/2020-06-15-01", 200, "Choose two different editions."),
    ("Ville %26 préfecture/2020-06-15-01", 200, "An id such as A001 names another row in each"),
    ("record/2020-06-15-09", 404, "There is no such edition."),
    ("../outputs/record/2021-06-15-01", 404, "There is no such edition."),
    ("record/2021-06-15-01%00", 404, "There is no such edition."),
    ("", 404, "There is no such edition."),
]


def test_what_cannot_be_compared_is_told(stocked: Visitor) -> None:
    for other, status, told in NOT_TO_BE_HAD:
        answer = stocked.get(f"/en/compare?one=record/2020-06-15-01&other={other}")
        assert answer.status_code == status, other
        assert told in rooms.words(answer.text), other


def test_a_record_that_cannot_be_read_is_told(stocked: Visitor) -> None:
    (stocked.outputs / "record" / "2021-06-15-01" / "record.json").write_text("{}")
    page = stocked.text("/en/compare?one=record/2020-06-15-01&other=record/2021-06-15-01")
    assert "holds no record.json that can be read" in page


ODD = [
    "/de/", "/EN/", "/en//", "/%00", "/en/nothing", "/fonts/x", "/fonts/..%2fInter-Regular.ttf",
    "/en/check/", "/en/check/absent.xlsx", "/en/check/former", "/en/check/linked.xlsx", "/en/check/%ff%fe",
    "/en/check/%2e%2e%2fsecret.xlsx", "/en/check/..%2f..%2fsecret.xlsx", "/en/check/..%5csecret.xlsx",
    "/en/check/%00", "/en/check/secret.xlsx%00", "/en/check/record.xlsx/former/x",
    "/en/check/record.xlsx/former/..%2frecord.xlsx", "/en/pictures/record/x.png",
    "/en/pictures/..%2f..%2fx/2020-06-15-01.png", "/en/pictures/%00/2020-06-15-01.png",
    "/en/pictures/elsewhere/2020-06-15-01.png",
]  # fmt: skip


def test_what_is_not_there_or_lies_elsewhere_is_told_in_the_house_s_own_page(
    room: Visitor, editions: Path, tmp_path: Path
) -> None:
    for workbook in (tmp_path / "secret.xlsx", room.inputs / "record.xlsx"):
        books.written(workbook, books.sound())
    (room.inputs / "linked.xlsx").symlink_to(tmp_path / "secret.xlsx")
    (room.outputs / "elsewhere").symlink_to(editions / "record")
    for address in ODD:
        answer = room.get(address)
        assert answer.status_code == 404, address
        assert "There is no such page" in rooms.words(answer.text)
        assert answer.headers["content-security-policy"].startswith("default-src 'none'")
    assert ("elsewhere" in room.text("/en/"), "linked" in room.text("/en/")) == (False, False)


def test_what_lies_elsewhere_is_not_listed_either(room: Visitor, tmp_path: Path) -> None:
    books.written(tmp_path / "secret.xlsx", books.sound())
    (room.inputs / "linked.xlsx").symlink_to(tmp_path / "secret.xlsx")
    (room.inputs / "ring.xlsx").symlink_to(room.inputs / "ring.xlsx")
    os.mkfifo(room.inputs / "pipe.xlsx")
    (room.inputs / "folder.xlsx").mkdir()
    assert not re.search(r"\w\.xlsx", room.text("/en/"))


@pytest.mark.parametrize(("method", "address"), [("PUT", "/en/"), ("DELETE", "/en/upload"), ("POST", "/en/")])
def test_another_method_is_refused_in_words(room: Visitor, method: str, address: str) -> None:
    answer = room.client.request(method, f"/room{address}")
    assert answer.status_code == 405
    assert "GET" in answer.headers["allow"]
    assert "This cannot be asked here" in rooms.words(answer.text)


def test_every_answer_may_load_nothing_from_elsewhere(stocked: Visitor) -> None:
    for address in ("/", "/en/", "/fr/compare", "/room.css", "/fonts/Inter-Regular.woff2", "/en/x"):
        headers = stocked.get(address).headers
        assert {name: headers[name] for name in guards.HEADERS} == guards.HEADERS


def test_the_style_sheet_s_faces_are_there_and_it_names_nothing_else(room: Visitor) -> None:
    sheet = room.get("/room.css").text
    faces = re.findall(r"url\(([^)]+)\)", sheet)
    assert len(faces) == 5
    assert {room.get(f"/{face}").headers["content-type"] for face in faces} == {"font/woff2"}
    assert "asset:" not in sheet


@pytest.mark.parametrize(
    ("accepted", "language"),
    [
        ("", "en"),
        ("fr", "fr"),
        ("fr-CA,fr;q=0.9,en;q=0.8", "fr"),
        ("de,fr;q=0.5,en;q=0.7", "en"),
        ("en-GB, fr", "en"),
        ("fr;q=0, en;q=0.1", "en"),
        ("*;q=0.5, fr;q=nothing", "en"),
        ("de", "en"),
    ],
)
def test_the_browser_s_language_chooses_the_first_page(accepted: str, language: str) -> None:
    assert preferred(accepted) == language


@pytest.mark.parametrize("address", ["/", "/fr"])
def test_the_door_leads_to_the_first_page(room: Visitor, address: str) -> None:
    answer = room.client.get(f"/room{address}", headers={"accept-language": "fr"}, follow_redirects=False)
    assert answer.headers["location"] == "/room/fr/"


@pytest.mark.parametrize(
    "address",
    ["/", "/compare?one=a%26b&other=c", "/check/Ma%20pr%C3%A9fecture.xlsx?came=new", "/not/there"],
)
def test_the_other_language_keeps_the_page(room: Visitor, address: str) -> None:
    books.written(room.inputs / "Ma préfecture.xlsx", books.sound())
    page = room.get(f"/en{address}").text
    other = address.replace("&", "&amp;")
    assert (
        f'<a href="/room/fr{other}" rel="alternate" hreflang="fr" lang="fr">Cette page en français</a>'
        in page
    )


def test_mounted_at_the_root_it_works_as_well(tmp_path: Path) -> None:
    from starlette.testclient import TestClient  # noqa: PLC0415 - rooms has silenced what it says of itself

    with TestClient(reading_room.app(tmp_path, tmp_path), base_url=rooms.ORIGIN) as client:
        page = client.get("/", headers={"accept-language": "fr"})
        assert page.url.path == "/fr/"
        assert 'href="/en/"' in page.text


def test_a_fault_of_the_program_is_told_without_its_trace(room: Visitor, tmp_path: Path) -> None:
    from starlette.testclient import TestClient  # noqa: PLC0415 - one that does not raise what the page tells

    client = TestClient(
        rooms.served(tmp_path / "in", tmp_path / "out"), rooms.ORIGIN, raise_server_exceptions=False
    )
    (tmp_path / "out").rmdir()
    (tmp_path / "out").symlink_to(tmp_path / "out")  # a ring, which nothing can be found in
    answer = client.get("/room/fr/")
    assert answer.status_code == 500
    assert "Le programme lui-même est en cause" in rooms.words(answer.text)
    assert "Traceback" not in answer.text
    assert answer.headers["content-security-policy"] == guards.HEADERS["Content-Security-Policy"]
    assert room.get("/en/").status_code == 200


def test_the_room_s_own_templates_are_no_part_of_an_edition_s(tmp_path: Path) -> None:
    whole = versions.tree(markup.TEMPLATES, "*.j2", "*.css")
    counted = versions.versions(markup.TEMPLATES, {})["templates"]
    assert counted != whole
    for path in markup.TEMPLATES.rglob("*"):
        inside = path.relative_to(markup.TEMPLATES)
        if path.suffix in {".j2", ".css"} and inside.parts[0] not in {"mail", "room"}:
            (tmp_path / inside).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / inside).write_bytes(path.read_bytes())
    assert versions.tree(tmp_path, "*.j2", "*.css") == counted


def test_the_command_line_does_not_wait_for_the_room(python: Python) -> None:
    run = python(
        "-c", "import flows.cli, sys; print('starlette' in sys.modules, 'flows.reading_room' in sys.modules)"
    )
    assert run.stdout.split() == ["False", "False"]


def test_a_former_version_is_never_taken_into_the_repository() -> None:
    assert "inputs/former/" in (ROOT / ".gitignore").read_text(encoding="utf-8").splitlines()
