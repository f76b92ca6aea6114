"""Nothing the team keeps to itself is in what goes out: mails, copies, lists, and what is said of them."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from flows import printing
from flows.order import Order
from tests import books
from tests.delivery import mailserver
from tests.dispatch.desk import Desk
from tests.hidden import book
from tests.hidden.search import found

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("hidden mail"), pytest.mark.usefixtures("drawn_here")]
PEOPLE: books.Rows = [
    ["name", "email", "language", "group", "topics", "active"],
    ["Kanarixada Qqonekanarix", "kanarixada@example.org", "en", "kanarixpress", "Amazon", "yes"],
    ["Kanarixgrace Qqtwokanarix", "kanarixgrace@example.org", "fr", "kanarixboard", "all", "yes"],
]
WHO = {
    "kanarixada@example.org": ["Kanarixada", "Qqonekanarix", "kanarixada@"],
    "kanarixgrace@example.org": ["Kanarixgrace", "Qqtwokanarix", "kanarixgrace@"],
}
NEVER = ["kanarixpress", "kanarixboard"]


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> tuple[Desk, dict[str, bytes], str]:
    """An edition of the workbook with a word in each place, sent and copied; each mail; what was said."""
    folder = tmp_path_factory.mktemp("out")
    workbook = book.written(folder)
    edition = printing.build(workbook, Order(date(2020, 6, 15)), folder / "outputs", lambda _: None).folder
    books.written(folder / "people.xlsx", books.minimal() | {"Recipients": PEOPLE})
    (folder / "share").mkdir()
    office = mailserver.Office(folder / "taken.jsonl", keep=True)
    with mailserver.opened(office) as port:
        desk = Desk(folder, port)
        listed = ("send", edition, "--recipients", folder / "people.xlsx", "--draft", edition.name)
        copied = (
            "--channel",
            "mail",
            "--channel",
            folder / "share",
            "--web-address",
            "https://example.org/b",
        )
        runs = [desk.onrecord(*listed, "--preview", "--json"), desk.onrecord(*listed, *copied)]
        runs += [desk.onrecord("deliveries"), desk.onrecord("deliveries", "--json")]
    assert [run.returncode for run in runs] == [0] * 4, runs[1].stderr
    return desk, dict(office.mails), "".join(run.stdout + run.stderr for run in runs)


def test_no_mail_holds_what_the_team_keeps_to_itself_nor_who_else_gets_one(
    out: tuple[Desk, dict[str, bytes], str],
) -> None:
    _, mails, _ = out
    assert mails.keys() == WHO.keys()
    for recipient, content in mails.items():
        others = [word for other, words in WHO.items() if other != recipient for word in words]
        assert found(content, [*book.WORDS.values(), *others, *NEVER]) == []
        assert found(content, WHO[recipient]) == WHO[recipient]  # what is looked for can be found
        assert found(content, ["Stops police use"]) == ["Stops police use"]  # in the PDF within, too


def test_no_copy_and_no_list_holds_it(out: tuple[Desk, dict[str, bytes], str]) -> None:
    desk, _, _ = out
    files = [path for path in (desk.folder / "share").rglob("*") if path.is_file()]
    assert len(files) == 2  # a draft is in no list
    files += [path for path in (desk.folder / "outputs" / ".issued").iterdir() if path.is_file()]
    everybody = [word for words in WHO.values() for word in words]
    for path in files:
        assert found(path.read_bytes(), [*book.WORDS.values(), *everybody, *NEVER]) == [], path.name


def test_no_command_tells_of_it(out: tuple[Desk, dict[str, bytes], str]) -> None:
    _, _, said = out
    everybody = [word for words in WHO.values() for word in words]
    assert found(said.encode(), [*book.WORDS.values(), *everybody]) == []


def test_the_ledger_has_the_addresses_and_nothing_of_the_workbook(
    out: tuple[Desk, dict[str, bytes], str],
) -> None:
    desk, _, _ = out
    for path in desk.ledger_files():
        assert found(path.read_bytes(), book.WORDS.values()) == []


def test_whoever_the_page_names_anyway_is_no_secret(tmp_path: Path) -> None:
    words = "Kanarixada Qqonekanarix says that it stops"
    named = books.put(books.sound(), "Announcements", 2, "summary", words)
    book = books.written(tmp_path / "record.xlsx", named)
    order = Order(date(2020, 6, 15), extent="core")
    edition = printing.build(book, order, tmp_path / "outputs", lambda _: None).folder
    books.written(tmp_path / "people.xlsx", books.minimal() | {"Recipients": PEOPLE})
    with mailserver.opened(mailserver.Office(tmp_path / "taken.jsonl")) as port:
        run = Desk(tmp_path, port).onrecord("send", edition, "--recipients", tmp_path / "people.xlsx")
    assert run.returncode == 0
