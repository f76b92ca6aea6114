"""A workbook that is sent: checked before anything is kept, stored whole, the version before it kept."""

from __future__ import annotations

import hashlib
import re
import zipfile
from io import BytesIO
from typing import TYPE_CHECKING

import pytest

from tests import books
from tests.reading_room import rooms

if TYPE_CHECKING:
    from pathlib import Path

    from tests.reading_room.rooms import Visitor


def content(folder: Path, book: books.Book | None = None) -> bytes:
    return books.written(folder / "made.xlsx", book or books.sound()).read_bytes()


def held(visitor: Visitor) -> list[str]:
    """Every file in inputs/, whatever it is called."""
    inside = visitor.inputs
    return sorted(path.relative_to(inside).as_posix() for path in inside.rglob("*") if path.is_file())


def test_a_sound_workbook_is_kept_and_its_check_shown(room: Visitor, tmp_path: Path) -> None:
    sent = content(tmp_path)
    answer = room.send("Ma préfecture & co.xlsx", sent)
    assert answer.status_code == 303
    assert answer.headers["location"] == "/room/en/check/Ma%20pr%C3%A9fecture%20%26%20co.xlsx?came=new"
    assert (room.inputs / "Ma préfecture & co.xlsx").read_bytes() == sent
    page = room.text(answer.headers["location"].removeprefix("/room"))
    assert "Ma préfecture & co.xlsx is kept." in page
    assert "Nothing to mend: every row can be used." in page


def test_its_complaints_are_told_at_once_cell_by_cell(room: Visitor, tmp_path: Path) -> None:
    book = books.put(books.sound(), "Reactions", 4, "reacted_on", "10/06/2020")
    book = books.put(book, "Announcements", 4, "previous_id", "A009")
    answer = room.send("record.xlsx", content(tmp_path, book))
    page = room.text(answer.headers["location"].removeprefix("/room"))
    assert "1 to put right, 1 to look at" in page
    assert (
        'Reactions!C4 To put right reacted_on says "10/06/2020", which is 10 June or 6 October. '
        "What stands there 10/06/2020 What to do Type 2020-06-10 or 10 June 2020."
    ) in page
    assert page.index("Announcements!K4 To look at") < page.index("Reactions!C4 To put right")


def test_the_version_before_is_kept_and_can_be_had(room: Visitor, tmp_path: Path) -> None:
    first, second = content(tmp_path), content(tmp_path, books.minimal())
    room.send("record.xlsx", first)
    answer = room.send("record.xlsx", second)
    assert answer.headers["location"].endswith("?came=replaced")
    assert (room.inputs / "record.xlsx").read_bytes() == second
    (version,) = (room.inputs / "former" / "record").iterdir()
    assert re.fullmatch(rf"\d{{8}}T\d{{6}}Z-{hashlib.sha256(first).hexdigest()[:8]}\.xlsx", version.name)
    page = room.get("/en/check/record.xlsx")
    assert "Replaced on " in rooms.words(page.text)
    (address,) = re.findall(r'href="([^"]+/former/[^"]+)"', page.text)
    taken = room.client.get(address)
    assert taken.content == first
    assert taken.headers["content-disposition"].startswith("attachment; filename")


def test_the_same_again_stores_nothing_and_says_so(room: Visitor, tmp_path: Path) -> None:
    sent = content(tmp_path)
    room.send("record.xlsx", sent)
    saved = (room.inputs / "record.xlsx").stat().st_mtime_ns
    answer = room.send("record.xlsx", sent, "fr")
    page = room.text(answer.headers["location"].removeprefix("/room"))
    assert "record.xlsx est identique, à l’octet près, à la version déjà présente." in page
    assert held(room) == ["record.xlsx"]
    assert (room.inputs / "record.xlsx").stat().st_mtime_ns == saved


def test_replaced_twice_and_back_every_version_is_kept(room: Visitor, tmp_path: Path) -> None:
    first, second = content(tmp_path), content(tmp_path, books.minimal())
    for sent in (first, second, first):
        room.send("record.xlsx", sent)
    versions = [path.read_bytes() for path in (room.inputs / "former" / "record").iterdir()]
    assert sorted(versions, key=len) == sorted((first, second), key=len)


def bomb() -> bytes:
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("[Content_Types].xml", b" " * 60_000_000)
    return packed.getvalue()


UNREADABLE = [
    pytest.param(b"", "is empty (0 bytes)", id="empty"),
    pytest.param(b"%PDF-1.7 x", "PDF", id="pdf"),
    pytest.param(b"\0" * 4096, "nothing but zeros", id="half-synced"),
    pytest.param(bomb(), "record.xlsx", id="bomb"),
    pytest.param(b"PK\x03\x04 torn", "record.xlsx", id="torn"),
]


@pytest.mark.parametrize(("sent", "told"), UNREADABLE)
def test_what_cannot_be_read_is_refused_with_its_sentence_and_not_kept(
    room: Visitor, sent: bytes, told: str
) -> None:
    answer = room.send("record.xlsx", sent)
    assert answer.status_code == 422
    assert "The workbook was not kept" in rooms.words(answer.text)
    assert told in rooms.words(answer.text)
    assert held(room) == []


def test_a_refusal_speaks_the_language_of_the_page_and_leads_to_the_field(room: Visitor) -> None:
    answer = room.send("notes.xlsx", b"%PDF-1.7 x", "fr")
    assert "Le classeur n’a pas été enregistré" in rooms.words(answer.text)
    assert "« notes.xlsx » est un PDF" in rooms.words(answer.text)
    assert 'tabindex="-1" autofocus' in answer.text
    assert '<a href="#workbook">' in answer.text
    assert 'aria-invalid="true"' in answer.text
    assert "<title>Non enregistré" in answer.text


ODD_NAMES = [
    "notes.pdf", "record", "record.numbers", "~$record.xlsx", ".~lock.record.xlsx#", ".xlsx", ".hidden.xlsx",
    "../record.xlsx", "a/b.xlsx", "a\\b.xlsx", "nul.xlsx", "COM1.xlsx", "record\0.xlsx", "a\u202eb.xlsx",
    "a\nb.xlsx", "what?.xlsx", "x" * 130 + ".xlsx", "trailing .xlsx", "record.xlsx ",
]  # fmt: skip


@pytest.mark.parametrize("name", ODD_NAMES, ids=ascii)
def test_a_name_that_cannot_be_kept_is_refused_and_nothing_stored(
    room: Visitor, tmp_path: Path, name: str
) -> None:
    answer = room.send(name, content(tmp_path))
    assert answer.status_code in {400, 422}
    assert "Traceback" not in answer.text
    assert held(room) == []
    assert sorted(path.name for path in tmp_path.iterdir()) == ["inputs", "made.xlsx", "outputs"]


@pytest.mark.parametrize("name", [b"re\0cord.xlsx", b"..\\record.xlsx", b"../../record.xlsx", b"\xff.xlsx"])
def test_nor_is_one_no_browser_would_send(room: Visitor, tmp_path: Path, name: bytes) -> None:
    (token,) = re.findall(r'name="token" value="([^"]+)"', room.get("/en/").text)
    parts = [
        b'Content-Disposition: form-data; name="token"\r\n\r\n' + token.encode(),
        b'Content-Disposition: form-data; name="workbook"; filename="'
        + name
        + b'"\r\n\r\n'
        + content(tmp_path),
    ]
    answer = room.client.post(
        "/room/en/upload",
        content=b"".join(b"--b\r\n" + part + b"\r\n" for part in parts) + b"--b--\r\n",
        headers={"origin": rooms.ORIGIN, "content-type": "multipart/form-data; boundary=b"},
        follow_redirects=False,
    )
    assert (answer.status_code, held(room)) in [(400, []), (422, []), (303, ["ÿ.xlsx"])]


def test_an_accent_in_two_pieces_names_the_same_workbook(room: Visitor, tmp_path: Path) -> None:
    room.send("pre\u0301fecture.xlsx", content(tmp_path))
    assert held(room) == ["préfecture.xlsx"]


def test_nothing_chosen_is_told(room: Visitor) -> None:
    answer = room.send("", b"")
    assert answer.status_code == 422
    assert "Choose a workbook first." in rooms.words(answer.text)


@pytest.mark.parametrize("size", [60_000, 200_000])
def test_more_than_a_workbook_may_have_is_refused_while_it_comes_in(tmp_path: Path, size: int) -> None:
    with rooms.visiting(tmp_path, most=50_000) as room:
        answer = room.send("record.xlsx", b"PK\x03\x04" + b"x" * size)
        assert answer.status_code == 413
        assert "The file is larger than 0 MB" in rooms.words(answer.text)
        assert held(room) == []


def test_where_the_disk_refuses_the_former_file_stays(room: Visitor, tmp_path: Path) -> None:
    first = content(tmp_path)
    room.send("record.xlsx", first)
    (room.inputs / "former").write_bytes(b"a file where a folder is needed")
    answer = room.send("record.xlsx", content(tmp_path, books.minimal()))
    assert answer.status_code == 507
    assert "the disk says “" in rooms.words(answer.text)
    assert (room.inputs / "record.xlsx").read_bytes() == first
    assert held(room) == ["former", "record.xlsx"]


def test_a_link_that_leads_elsewhere_is_neither_followed_nor_replaced(room: Visitor, tmp_path: Path) -> None:
    (tmp_path / "secret.xlsx").write_bytes(b"secret")
    (room.inputs / "record.xlsx").symlink_to(tmp_path / "secret.xlsx")
    assert room.send("record.xlsx", content(tmp_path)).status_code == 507
    assert (room.inputs / "record.xlsx").is_symlink()
    assert (tmp_path / "secret.xlsx").read_bytes() == b"secret"
    assert not (room.inputs / "former").exists()


FOREIGN = [
    pytest.param({"origin": "https://elsewhere.example"}, id="another-site"),
    pytest.param({"origin": "http://127.0.0.1:9999"}, id="another-port"),
    pytest.param({"origin": "null"}, id="from-nowhere"),
    pytest.param({"origin": None}, id="nothing-said"),
    pytest.param(
        {"origin": None, "referer": "https://elsewhere.example/room/en/"}, id="sent-from-another-page"
    ),
    pytest.param({"origin": None, "sec-fetch-site": "cross-site"}, id="the-browser-says-so"),
    pytest.param({"sec-fetch-site": "same-site"}, id="a-neighbour"),
]


@pytest.mark.parametrize("headers", FOREIGN)
def test_a_form_of_another_site_is_not_believed(
    room: Visitor, tmp_path: Path, headers: dict[str, str | None]
) -> None:
    answer = room.send("record.xlsx", content(tmp_path), headers={**rooms.ORIGINAL, **headers})
    assert answer.status_code == 403
    assert "The form was not accepted" in rooms.words(answer.text)
    assert held(room) == []


@pytest.mark.parametrize(
    "headers",
    [
        {"origin": None, "referer": f"{rooms.ORIGIN}/room/en/"},
        {"origin": None, "sec-fetch-site": "same-origin"},
        {"sec-fetch-site": "same-origin"},
    ],
)
def test_our_own_form_is_believed_whichever_way_the_browser_says_so(
    room: Visitor, tmp_path: Path, headers: dict[str, str | None]
) -> None:
    assert (
        room.send("record.xlsx", content(tmp_path), headers={**rooms.ORIGINAL, **headers}).status_code == 303
    )


@pytest.mark.parametrize("sent", [None, "", "another"])
def test_a_form_without_this_browser_s_secret_is_not_believed(
    room: Visitor, tmp_path: Path, sent: str | None
) -> None:
    room.get("/en/")
    answer = room.client.post(
        "/room/en/upload",
        data={} if sent is None else {"token": sent},
        files={"workbook": ("record.xlsx", content(tmp_path), rooms.EXCEL)},
        headers={"origin": rooms.ORIGIN},
    )
    assert answer.status_code == 403
    assert held(room) == []


def test_nor_one_of_a_browser_that_was_never_here(room: Visitor, tmp_path: Path) -> None:
    answer = room.client.post(
        "/room/en/upload",
        data={"token": ""},
        files={"workbook": ("record.xlsx", content(tmp_path), rooms.EXCEL)},
        headers={"origin": rooms.ORIGIN},
    )
    assert answer.status_code == 403


def test_the_secret_is_kept_from_scripts_and_from_other_sites(room: Visitor) -> None:
    told = room.get("/en/").headers["set-cookie"].lower()
    assert {"httponly", "samesite=strict", "path=/room"} <= {part.strip() for part in told.split(";")}


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        (b"x=1", "application/x-www-form-urlencoded"),
        (b"no boundary", "multipart/form-data"),
        (b"--x\r\nrubbish", "multipart/form-data; boundary=x"),
        (b"{}", "application/json"),
    ],
)
def test_what_is_no_form_of_ours_is_refused_in_words(room: Visitor, body: bytes, kind: str) -> None:
    room.get("/fr/")
    answer = room.client.post(
        "/room/fr/upload", content=body, headers={"origin": rooms.ORIGIN, "content-type": kind}
    )
    assert answer.status_code in {400, 403}
    assert rooms.words(answer.text).startswith("Aller au contenu")


def test_reloading_the_answer_leads_back_to_the_list(room: Visitor) -> None:
    assert room.get("/fr/upload").headers["location"] == "/room/fr/"
