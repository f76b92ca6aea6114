"""The sheet of recipients: who is written to, who in doubt is not, and nothing of it in the record."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.styles import Font

from flows.workbook import problems
from tests.books import add, cleaned, put, rules, sound
from tests.workbook import broken_recipients
from tests.workbook.broken_recipients import CELLS, PRIVATE, SHEET, TAB, with_recipients

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from openpyxl import Workbook

    from flows.workbook.clean import Cleaned
    from tests.books import Book

ADA, BRUNO, DESK = "ada.q@readers.example", "bruno@journal.example", "desk@journal.example"


def sent(found: Cleaned) -> list[str]:
    return [recipient.email for recipient in found.recipients]


def told(found: Cleaned) -> list[tuple[str, str]]:
    return [(problem.rule, str(problem.cell)) for problem in found.problems]


def test_those_switched_on_are_written_to_in_the_sheet_s_order(tmp_path: Path) -> None:
    found = cleaned(tmp_path, with_recipients(sound()))
    assert found.problems == ()
    ada, bruno, desk = found.recipients
    assert (ada.name, ada.email, ada.language, ada.group) == ("Ada Quillfeather", ADA, "en", "Press")
    assert (bruno.email, bruno.language, bruno.topics) == (BRUNO, "fr", ())
    assert (desk.name, desk.email, desk.language, desk.group, desk.topics) == ("", DESK, None, "", ())
    assert [str(each.cell) for each in found.recipients] == [
        "Recipients!B2",
        "Recipients!B3",
        "Recipients!B4",
    ]


def test_topics_are_the_organisations_as_the_record_spells_them(tmp_path: Path) -> None:
    found = cleaned(
        tmp_path, with_recipients(sound(), E3="american civil liberties union;\nPOLICE UNION; aclu")
    )
    assert found.problems == ()
    assert [each.topics for each in found.recipients] == [("Amazon", "IBM"), ("ACLU", "Police union"), ()]


@pytest.mark.parametrize("typed", ["all", "Toutes", "TOUS", "IBM; all", "à préciser", " ; "])
def test_all_or_nothing_typed_means_every_topic(typed: str, tmp_path: Path) -> None:
    found = cleaned(tmp_path, with_recipients(sound(), E2=typed))
    assert found.problems == ()
    assert found.recipients[0].topics == ()


def test_a_topic_the_record_does_not_name_is_told_and_brings_nothing_more(tmp_path: Path) -> None:
    found = cleaned(tmp_path, with_recipients(sound(), E2="Amazonn; Zebra Ltd"))
    assert found.recipients[0].topics == ("Amazonn", "Zebra Ltd")
    near, far = found.problems
    assert str(near) == (
        'Recipients!E2  topics says "A…", an organisation that the record does not name: nothing comes of it '
        "until it does. Did you mean Amazon? Type names as the record has them, with ; between, or all."
    )
    assert far.found == "Z…"
    assert "Did you mean" not in far.fix


@pytest.mark.parametrize("typed", ["fr", "FR", "fr-CA", "fr_FR", "French", "Français", "francais"])
def test_a_language_is_read_by_its_code_or_its_name(typed: str, tmp_path: Path) -> None:
    assert cleaned(tmp_path, with_recipients(sound(), C2=typed)).recipients[0].language == "fr"


@pytest.mark.parametrize("typed", ["de", "Klingon", "en; fr", "ada.q@readers.example"])
def test_another_language_counts_as_blank_and_is_told(typed: str, tmp_path: Path) -> None:
    found = cleaned(tmp_path, with_recipients(sound(), C2=typed))
    assert told(found) == [("unknown_edition_language", "Recipients!C2")]
    assert found.recipients[0].language is None


@pytest.mark.parametrize("typed", ["no", "Non", False, "FAUX", "n"])
def test_nobody_switched_off_is_written_to(typed: object, tmp_path: Path) -> None:
    found = cleaned(tmp_path, with_recipients(sound(), F2=typed))
    assert found.problems == ()
    assert sent(found) == [BRUNO, DESK]


@pytest.mark.parametrize("typed", ["maybe", "?", "n/a", "not any more", 0])
def test_a_switch_that_says_neither_writes_to_nobody_and_is_told(typed: object, tmp_path: Path) -> None:
    found = cleaned(tmp_path, with_recipients(sound(), F2=typed))
    assert told(found) == [("unknown_switch", "Recipients!F2")]
    assert sent(found) == [BRUNO, DESK]


@pytest.mark.parametrize(
    "typed",
    [None, "?", "Ada", "ada.q@readers.example, bruno@journal.example", "ada.q@readers.example\n",
     "Ada <ada.q@readers.example>", "ada.q@readers.example\nBcc: bruno@journal.example", 42],
)  # fmt: skip
def test_a_cell_without_one_plain_address_writes_to_nobody(typed: object, tmp_path: Path) -> None:
    found = cleaned(tmp_path, with_recipients(sound(), B2=typed))
    [(rule, cell)] = told(found)
    assert rule in {"recipient_without_address", "unusable_address", "several_addresses"}
    assert (cell, found.problems[0].severity) == ("Recipients!B2", "error")
    assert sent(found) == [BRUNO, DESK]


def test_an_address_that_stands_twice_is_written_to_once(tmp_path: Path) -> None:
    found = cleaned(tmp_path, with_recipients(sound(), B4="Bruno@JOURNAL.example"))
    assert sent(found) == [ADA, BRUNO]
    assert str(found.problems[0]) == (
        'Recipients!B4  email says "B…@journal.example", the same address as Recipients!B3: only that row '
        "is used. Delete one of the two rows."
    )


def test_an_address_switched_off_in_one_row_is_written_to_from_none(tmp_path: Path) -> None:
    for where in ("B2", "B4"):
        found = cleaned(tmp_path, with_recipients(sound(), **{where: "zoe@readers.example"}))
        assert told(found) == [("address_switched_off", f"Recipients!{where}")]
        assert "zoe@readers.example" not in sent(found)
        assert "Recipients!B5" in found.problems[0].message


def test_the_faults_of_one_who_is_switched_off_are_not_told(tmp_path: Path) -> None:
    found = cleaned(tmp_path, with_recipients(sound(), B5="gone", C5="de", E5="Nobody"))
    assert found.problems == ()


def test_a_french_sheet_is_read_and_answered_in_french(tmp_path: Path) -> None:
    book = sound("fr")
    book["Destinataires"] = [
        ["Nom", "Courriel", "Langue", "Groupe", "Sujets", "Actif"],
        ["Zoé Wraxall", "zoe@readers.example", "français", "Presse", "toutes", "oui"],
        ["Bruno Tanneguy", "bruno", "allemand", None, "Amazone", "non sans doute"],
        ["Ada Quillfeather", "ada@readers.example", "anglais", None, "amazon", "non"],
    ]
    found = cleaned(tmp_path, book)
    assert [(each.email, each.language, each.group) for each in found.recipients] == [
        ("zoe@readers.example", "fr", "Presse")
    ]
    assert [str(problem).replace("\u00a0", " ").replace("\u202f", " ") for problem in found.problems] == [
        "Destinataires!B3  « Courriel » indique « b… », une adresse inutilisable : elle n’a pas de @ ; "
        "personne ne recevra la note au titre de cette ligne. Saisissez une adresse seule, par exemple "
        "nom@example.org.",
        "Destinataires!F3  « Actif » n’indique ni oui ni non : d’ici là, personne ne recevra la note "
        "au titre de cette ligne. Saisissez oui ou non ; une cellule vide vaut oui.",
    ]


def hide_row(workbook: Workbook) -> None:
    workbook[TAB].row_dimensions[2].hidden = True


def filter_row(workbook: Workbook) -> None:
    workbook[TAB].auto_filter.ref = "A1:F5"
    workbook[TAB].auto_filter.add_filter_column(3, ["board"])
    hide_row(workbook)


def strike(address: str) -> Callable[[Workbook], None]:
    def touch(workbook: Workbook) -> None:
        workbook[TAB][address].font = Font(strike=True)

    return touch


def error_in(address: str) -> Callable[[Workbook], None]:
    def touch(workbook: Workbook) -> None:
        workbook[TAB][address].value, workbook[TAB][address].data_type = "#N/A", "e"

    return touch


def formula_in(address: str) -> Callable[[Workbook], None]:
    def touch(workbook: Workbook) -> None:
        workbook[TAB][address].value, workbook[TAB][address].data_type = '="ada.q"&"@readers.example"', "f"

    return touch


def strike_part(workbook: Workbook) -> None:
    struck = TextBlock(InlineFont(strike=True), "zoe@readers.example")
    workbook[TAB]["B2"].value = CellRichText(struck, "ada.q@readers.example")


def hide_column(letter: str) -> Callable[[Workbook], None]:
    def touch(workbook: Workbook) -> None:
        workbook[TAB].column_dimensions[letter].hidden = True

    return touch


KEPT_BACK: dict[str, tuple[Callable[[Workbook], None], str, str]] = {
    "a hidden row": (hide_row, "hidden_row", "B2"),
    "a filtered row": (filter_row, "filtered_row", "B2"),
    "a struck row": (strike("A2"), "struck_row", "B2"),
    "a struck address": (strike("B2"), "struck_cell", "B2"),
    "an error for an address": (error_in("B2"), "error_cell", "B2"),
    "an address never worked out": (formula_in("B2"), "formula_without_value", "B2"),
    "a struck switch": (strike("F2"), "unknown_switch", "F2"),
    "an error for a switch": (error_in("F2"), "unknown_switch", "F2"),
    "a switch never worked out": (formula_in("F2"), "unknown_switch", "F2"),
}


@pytest.mark.parametrize("what", KEPT_BACK)
def test_a_row_out_of_sight_or_in_doubt_is_not_written_to(what: str, tmp_path: Path) -> None:
    touch, rule, cell = KEPT_BACK[what]
    found = cleaned(tmp_path, with_recipients(sound()), touch)
    assert told(found) == [(rule, f"Recipients!{cell}")]
    assert sent(found) == [BRUNO, DESK]


def test_of_an_address_struck_in_part_the_rest_is_read(tmp_path: Path) -> None:
    found = cleaned(tmp_path, with_recipients(sound()), strike_part)
    assert told(found) == [("partly_struck", "Recipients!B2")]
    assert sent(found) == [ADA, BRUNO, DESK]


@pytest.mark.parametrize(("letter", "rule"), [("B", "hidden_column"), ("F", "unread_switch")])
def test_with_addresses_or_switches_hidden_nobody_is_written_to(
    letter: str, rule: str, tmp_path: Path
) -> None:
    found = cleaned(tmp_path, with_recipients(sound()), hide_column(letter))
    assert told(found) == [(rule, f"Recipients!{letter}1")]
    assert sent(found) == []


@pytest.mark.parametrize(
    ("header", "typed", "rule"), [("F", "Activ", "misspelt_header"), ("G", "Actif", "same_header")]
)
def test_where_a_column_may_say_who_is_switched_off_and_is_not_read_nobody_is_written_to(
    header: str, typed: str, rule: str, tmp_path: Path
) -> None:
    book = with_recipients(sound())
    book[TAB][0] = [*book[TAB][0][: "ABCDEFG".index(header)], typed]
    found = cleaned(tmp_path, book)
    assert told(found) == [(rule, f"Recipients!{header}1"), ("unread_switch", f"Recipients!{header}1")]
    assert sent(found) == []


def test_of_a_hidden_sheet_nobody_is_written_to(tmp_path: Path) -> None:
    def hide(workbook: Workbook) -> None:
        workbook[TAB].sheet_state = "hidden"

    found = cleaned(tmp_path, with_recipients(sound()), hide)
    assert told(found) == [("hidden_sheet", "Recipients")]
    assert sent(found) == []


def test_without_a_column_of_addresses_it_is_told_once(tmp_path: Path) -> None:
    book = with_recipients(sound())
    book[TAB][0][1] = "telephone"
    found = cleaned(tmp_path, book)
    assert told(found) == [("missing_column", "Recipients!1")]
    assert sent(found) == []


def test_a_name_stays_on_one_line_and_holds_nothing_unseen(tmp_path: Path) -> None:
    found = cleaned(tmp_path, with_recipients(sound(), A2="Ada\r\nBcc: x@y.example\u202e\u2028 Q"))
    assert found.recipients[0].name == "Ada Bcc: x@y.example Q"


@pytest.fixture(scope="module")
def every_fault(tmp_path_factory: pytest.TempPathFactory) -> list[Cleaned]:
    """What is read of a sheet broken by each rule, kept from view in each way, with names in any column."""
    path = tmp_path_factory.mktemp("faults")
    swapped = with_recipients(sound())
    swapped[TAB] = [SHEET[0], *([row[1], row[0], row[0], row[1], row[1], row[0]] for row in SHEET[1:])]
    touched = (*(touch for touch, _, _ in KEPT_BACK.values()), strike_part)
    changed = [(broken_recipients.change(where, typed)(sound()), touch) for _, where, typed, touch in CELLS]
    books = [*changed, *((with_recipients(sound()), touch) for touch in touched), (swapped, None)]
    return [cleaned(path, book, touch) for book, touch in books]


@pytest.mark.xdist_group("recipients")
def test_a_row_switched_on_is_written_to_unless_it_has_an_error(every_fault: list[Cleaned]) -> None:
    for found in every_fault[:-1]:
        errors = {problem.cell.row for problem in found.problems if problem.severity == "error"}
        written_to = {recipient.cell.row for recipient in found.recipients}
        assert written_to == (set() if 1 in errors else {2, 3, 4} - errors)


@pytest.mark.xdist_group("recipients")
def test_no_complaint_repeats_a_name_or_an_address(every_fault: list[Cleaned]) -> None:
    assert all(found.problems for found in every_fault)
    said = json.dumps([problems.as_json(found.problems) for found in every_fault], ensure_ascii=False)
    assert "Recipients" in said
    assert [word for word in PRIVATE if word in said] == []


def unmarked(found: Cleaned) -> tuple[object, ...]:
    """All of what is read that an edition is made of, or that leads back to its cells."""
    return found.record, found.grids, found.addresses, found.corrections, found.unknown_columns, found.counted


@pytest.mark.xdist_group("recipients")
def test_the_record_is_the_same_without_the_sheet_and_with_any_fault_in_it(
    every_fault: list[Cleaned], tmp_path: Path
) -> None:
    plain = unmarked(cleaned(tmp_path, sound()))
    extra = put(with_recipients(sound()), TAB, 2, "telephone", "01 23")
    often = add(with_recipients(sound()), TAB, email="x@y.example", topics="AMAZON; AMAZON; AMAZON; AMAZON")
    far = put(with_recipients(sound()), TAB, 300, "name", "far away")
    misspelt = {("Recipiants" if tab == TAB else tab): rows for tab, rows in with_recipients(sound()).items()}
    headers = ["Nom", "Courriel", "Langue", "Groupe", "Sujets", "Actif"]
    french: Book = sound() | {"Destinataires": [[*headers] * 9]}
    for book in (extra, often, far, misspelt, french):
        assert unmarked(cleaned(tmp_path, book)) == plain
    assert [unmarked(found) for found in every_fault] == [plain] * len(every_fault)
    english = sound("fr") | {TAB: SHEET}
    assert unmarked(cleaned(tmp_path, english)) == unmarked(cleaned(tmp_path, sound("fr")))


def test_what_is_wrong_with_the_record_is_counted_beside_it(tmp_path: Path) -> None:
    book = with_recipients(put(sound(), "Announcements", 3, "kind", None), B3=None)
    found = cleaned(tmp_path, book)
    assert rules(found) == ["missing_kind", "recipient_without_address"]
    assert found.counted == 1


def test_a_guess_at_a_topic_never_names_a_body_that_only_a_row_out_of_sight_does(tmp_path: Path) -> None:
    book = with_recipients(sound(), E3="Halloran Instituteq")
    add(book, "Organisations", name="Halloran Institute", watch="yes", watch_from="2020-06-01")
    book["Organisations"][-1][1] = "Halloran Institutes"
    add(book, "Announcements", id="A009", organisation="Halloran Institute", announced_on="2020-06-09",
        kind="statement", summary="Says nothing", source="https://example.org/h")  # fmt: skip

    def hide(workbook: Workbook) -> None:
        for tab in ("Organisations", "Announcements"):
            workbook[tab].row_dimensions[workbook[tab].max_row].hidden = True

    for touch, guessed in ((None, True), (hide, False)):
        found = cleaned(tmp_path, book, touch)
        [problem] = [each for each in found.problems if each.rule == "unknown_topic"]
        assert ("Halloran" in problem.fix) is guessed
