"""An older or a foreign workbook carried over: nothing lost, nothing guessed, nothing dropped unlisted."""

from __future__ import annotations

from datetime import date, datetime
from io import BytesIO
from typing import TYPE_CHECKING, Any

import openpyxl
import pytest
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.styles import Font

from flows.record import as_json, findings
from flows.workbook import clean, headers
from flows.workbook.blank import making
from flows.workbook.blank.carrying import aliases, carry, leftovers, matching, telling, told
from flows.workbook.blank.carrying.filling import escaped
from flows.workbook.blank.refusals import CannotWrite
from flows.workbook.reading.values import unescaped
from flows.workbook.schema import SHEETS
from flows.workbook.text import key
from tests import books
from tests.books import put, sound
from tests.conftest import ROOT
from tests.workbook.blanks import planned, rules
from tests.workbook.flat import flattened

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from openpyxl import Workbook

    from flows.workbook.blank.carrying.carry import Carried
    from flows.workbook.clean import Cleaned
    from tests.books import Book

DAY = date(2021, 6, 15)
FOREIGN: Book = {
    "Tracker": [
        ["Company", "Date", "Type", "Description", "Source URL", "Region", "Comments"],
        ["Amazon", date(2020, 6, 10), "moratorium", "Stops police use", "https://example.org/a", "US",
         "=1+1"],
        ["IBM", "June 2020", "withdrawal", "Leaves the market", "https://example.org/b", "US", None],
    ]
}  # fmt: skip


def carried(
    folder: Path,
    book: Book,
    touch: Callable[[Workbook], None] | None = None,
    language: str | None = None,
    *,
    portable: bool = False,
) -> Carried:
    old = books.cells(books.written(folder / "old.xlsx", book, touch))
    return carry.carried(old, language, "en", portable=portable)


def new(found: Carried) -> Workbook:
    return openpyxl.load_workbook(BytesIO(found.content), rich_text=True)


def read(folder: Path, found: Carried) -> Cleaned:
    (folder / "new.xlsx").write_bytes(found.content)
    return clean.record(books.cells(folder / "new.xlsx"))


def kinds(found: Carried) -> list[str]:
    """The kinds of what is told, but for what is told of every workbook."""
    return [left.kind for left in found.told if left.kind != "stays_behind"]


def moment(*when: int) -> datetime:
    """A day or an instant as Excel has it, which knows no zones."""
    return datetime(*when)  # type: ignore[arg-type]  # noqa: DTZ001 - for that reason


def one(found: Carried, kind: str) -> telling.Left:
    (left,) = [left for left in found.told if left.kind == kind]
    return left


def values(book: Workbook, tab: str, row: int = 4) -> dict[str, Any]:
    sheet = book[tab]
    return {str(sheet.cell(3, n).value): sheet.cell(row, n).value for n in range(1, sheet.max_column + 1)}


def computed(found: Cleaned, day: date) -> dict[str, Any]:
    """Its findings, but for where the rows stand and for sheets without any."""
    result = as_json.as_dict(findings.compute(found.record, as_of=day))
    result["set_aside"] = [each | {"row": None} for each in result["set_aside"]]
    result["reconciliation"] = {
        name: tally for name, tally in result["reconciliation"].items() if tally["read"]
    }
    return result


def shipped() -> Carried:
    return carry.carried(books.cells(ROOT / "inputs" / "facial-recognition.xlsx"), None, "fr", portable=False)


def test_the_shipped_workbook_loses_no_row_and_its_findings_are_the_same(tmp_path: Path) -> None:
    found = shipped()
    before = clean.record(books.cells(ROOT / "inputs" / "facial-recognition.xlsx"))
    after = read(tmp_path, found)
    assert found.language == "en"
    assert (after.problems, after.unknown_columns) == ((), ())
    assert len(found.rows) == len(before.record.sheets) + 1  # and the settings
    assert [(each.sheet, each.read) for each in after.record.sheets] == [
        (each.sheet, each.read - each.empty) for each in before.record.sheets
    ]
    assert computed(after, date(2024, 2, 1)) == computed(before, date(2024, 2, 1))


@pytest.mark.parametrize("language", ["en", "fr"])
def test_headers_that_say_what_is_required_come_over_and_vote_as_they_are_read(
    language: str, tmp_path: Path
) -> None:
    behind = {"en": "(required)", "fr": "(obligatoire)"}[language]
    english = {"Annonces": "Announcements", "Réactions": "Reactions"}
    book = {english.get(tab, tab): [list(row) for row in rows] for tab, rows in sound(language).items()}
    for rows in book.values():
        rows[0] = [f"{header} {behind}" for header in rows[0]]
    found = carried(tmp_path, book)
    assert (kinds(found), found.whole, found.language) == ([], True, language)
    before, after = books.cleaned(tmp_path, book), read(tmp_path, found)
    assert (before.record.language, after.problems) == (language, ())
    assert computed(after, DAY) == computed(before, DAY)


@pytest.mark.parametrize("language", ["en", "fr"])
def test_a_sound_workbook_comes_over_whole_in_its_own_language(language: str, tmp_path: Path) -> None:
    found = carried(tmp_path, sound(language))
    assert (kinds(found), found.whole, found.language) == ([], True, language)
    before, after = books.cleaned(tmp_path, sound(language)), read(tmp_path, found)
    assert after.problems == ()
    assert computed(after, DAY) == computed(before, DAY)


def test_what_was_carried_over_can_be_carried_over_again_without_a_word(tmp_path: Path) -> None:
    first = carried(tmp_path, sound())
    (tmp_path / "first.xlsx").write_bytes(first.content)
    again = carry.carried(books.cells(tmp_path / "first.xlsx"), None, "fr", portable=True)
    assert (kinds(again), again.language, again.rows) == (["own_sheet"], "en", again.rows)
    assert one(again, "own_sheet").sheet == leftovers.TITLE["en"]


@pytest.mark.parametrize("language", ["en", "fr"])
def test_an_empty_new_workbook_carried_over_is_an_empty_new_workbook(language: str, tmp_path: Path) -> None:
    (tmp_path / "old.xlsx").write_bytes(making.empty(language))
    again = carry.carried(books.cells(tmp_path / "old.xlsx"), None, "en", portable=False)
    assert (kinds(again), again.language, again.whole) == ([], language, True)
    assert {count for _, count in again.rows} == {0}


def test_values_come_over_as_they_were_typed(tmp_path: Path) -> None:
    book = sound()
    put(book, "Announcements", 2, "quote", "“Curly” and 'straight' \u202f; \u00a0kept ")
    put(book, "Announcements", 2, "notes", moment(2020, 6, 10, 14, 30))
    put(book, "Announcements", 3, "notes", 12.5)
    put(book, "Announcements", 4, "notes", value=True)
    put(book, "Announcements", 3, "announced_on", 2020)
    sheet = new(carried(tmp_path, book))
    first, second, third = (values(sheet, "Announcements", row) for row in (4, 5, 6))
    assert first["Announced on"] == moment(2020, 6, 10)
    assert first["Quote"] == "“Curly” and 'straight' \u202f; \u00a0kept "
    assert first["Notes"] == moment(2020, 6, 10, 14, 30)
    assert (second["Notes"], third["Notes"]) == (12.5, True)
    assert second["Announced on"] == 2020  # and not a day of 1905
    number = sheet["Announcements"].cell(5, planned("en")["announcements"].slots[2].number)
    assert number.number_format == "General"
    assert third["Announced on"] == "2021-05-18"  # as text, which it was


def test_a_text_that_looks_like_a_formula_stays_a_text(tmp_path: Path) -> None:
    typed = ["=1+1", "=HYPERLINK(1)", "+33 1", "-5+3", "@sum", "=cmd|' /c calc'!A1"]
    book = sound()
    for number, each in enumerate(typed):
        put(book, "Announcements", 2, f"own {number}", each)
    cells = {cell.value: cell for cell in new(carried(tmp_path, book))["Announcements"][4]}
    for each in typed:
        assert cells[each].data_type == "s", each
        assert cells[each].quotePrefix, each


@pytest.mark.parametrize(
    "text", ["bell \x07", "a_x0041_b", "_x005F_x0041_", "line\r\nend", "nul\ufffe", "tab\tand\nbreak", "\x85"]
)
def test_what_xml_cannot_say_is_read_again_as_it_was(text: str) -> None:
    assert unescaped(escaped(text)) == text


def test_a_control_character_comes_over(tmp_path: Path) -> None:
    found = carried(tmp_path, put(sound(), "Announcements", 2, "notes", "_x0007_bell_x000D_"))
    (tmp_path / "new.xlsx").write_bytes(found.content)
    cells = books.cells(tmp_path / "new.xlsx").cells
    assert "\x07bell\r" in cells["text"].to_list()


def test_a_link_behind_a_name_comes_over_with_it(tmp_path: Path) -> None:
    def touch(book: Workbook) -> None:
        book["Announcements"]["F2"].hyperlink = "https://example.org/behind?a=1&b=2"

    book = put(sound(), "Announcements", 2, "source", "Amazon")
    found = carried(tmp_path, book, touch)
    cell = next(cell for cell in new(found)["Announcements"][4] if cell.hyperlink)
    assert (cell.value, cell.hyperlink.target) == ("Amazon", "https://example.org/behind?a=1&b=2")
    source = read(tmp_path, found).record.announcements[0].sources[0]
    assert source.value == "https://example.org/behind?a=1&b=2"


def test_columns_of_the_team_s_own_go_to_the_right_and_are_told(tmp_path: Path) -> None:
    book = put(sound(), "Announcements", 2, "Internal ref", "X-12")
    found = carried(tmp_path, book)
    assert kinds(found) == ["own_column"]
    assert found.whole
    there = new(found)["Announcements"]
    last = len(planned("en")["announcements"].slots) + 1
    assert (there.cell(3, last).value, there.cell(4, last).value) == ("Internal ref", "X-12")
    assert [column.name for column in there.tables["tblAnnouncements"].tableColumns][-1] == "Internal ref"
    assert [cell.header for cell in read(tmp_path, found).unknown_columns] == ["Internal ref"]


def test_a_header_that_is_only_like_one_is_a_question_and_its_column_is_kept(tmp_path: Path) -> None:
    book = sound()
    book["Announcements"][0][8] = "Duraton"
    found = carried(tmp_path, book)
    left = one(found, "near_header")
    assert (left.sheet, left.cells, left.found, left.eye) == ("Announcements", "I1", "Duraton", True)
    assert "Duration" in left.why
    row = values(new(found), "Announcements")
    assert (row["Duration"], row["Duraton"]) == (None, "1 year")


def test_a_second_column_for_the_same_is_kept_under_another_header(tmp_path: Path) -> None:
    book = sound()
    book["Announcements"][0].append("Date")
    book["Announcements"][1].append("10 June")
    found = carried(tmp_path, book)
    assert kinds(found) == ["second_header"]
    row = values(new(found), "Announcements")
    assert (row["Announced on"], row["Date (2)"]) == (moment(2020, 6, 10), "10 June")
    assert [problem.rule for problem in read(tmp_path, found).problems] == []


def test_cells_under_no_header_are_kept_under_one_that_says_where_they_stood(tmp_path: Path) -> None:
    book = sound()
    book["Announcements"][1].append("stray")
    found = carried(tmp_path, book)
    assert kinds(found) == ["without_header"]
    assert values(new(found), "Announcements")["Column AA"] == "stray"


def test_hidden_filtered_and_struck_rows_come_over_as_what_they_are(tmp_path: Path) -> None:
    def touch(book: Workbook) -> None:
        sheet = book["Announcements"]
        sheet.row_dimensions[2].hidden = True
        sheet["A3"].font = Font(strike=True)
        book["Reactions"].column_dimensions["G"].hidden = True

    found = carried(tmp_path, sound(), touch)
    assert kinds(found) == ["hidden_row", "struck_row", "hidden_column"]
    assert found.whole
    there = new(found)
    assert there["Announcements"].row_dimensions[4].hidden
    assert there["Announcements"]["A5"].font.strike
    before, after = books.cleaned(tmp_path, sound(), touch), read(tmp_path, found)
    assert books.rules(after) == books.rules(before)


def test_of_a_cell_struck_in_part_what_stands_comes_over_and_the_rest_is_told(tmp_path: Path) -> None:
    def touch(book: Workbook) -> None:
        cell = CellRichText("Stops ", TextBlock(InlineFont(strike=True), "selling"), "use")
        book["Announcements"]["E2"] = cell

    found = carried(tmp_path, sound(), touch)
    left = one(found, "partly_struck")
    assert (left.cells, left.found) == ("E2", "Stops sellinguse")
    assert values(new(found), "Announcements")["Summary"] == "Stops use"


def test_what_stands_of_a_cell_struck_in_part_is_told_as_typed(tmp_path: Path) -> None:
    def touch(book: Workbook) -> None:
        book["Annonces"]["E2"] = CellRichText("Fin : « un an » ?", TextBlock(InlineFont(strike=True), "non"))

    left = one(carried(tmp_path, sound("fr"), touch), "partly_struck")
    assert left.why == (
        "Une partie de cette cellule est barrée\u202f; seuls les mots restants ont été repris\u00a0: "
        "Fin : « un an » ?"
    )


def test_errors_and_formulas_without_a_value_are_left_blank_and_told(tmp_path: Path) -> None:
    def touch(book: Workbook) -> None:
        book["Announcements"]["E2"] = "=A1&B1"
        book["Announcements"]["X2"] = "#N/A"

    found = carried(tmp_path, sound(), touch)
    assert sorted(kinds(found)) == ["error_cell", "formula"]
    assert (one(found, "formula").cells, one(found, "formula").found) == ("E2", "=A1&B1")
    row = values(new(found), "Announcements")
    assert (row["Summary"], row["Notes"]) == (None, None)
    assert not found.whole


def test_a_row_of_totals_is_told_and_left_out_but_a_body_called_total_is_not(tmp_path: Path) -> None:
    book = put(sound(), "Announcements", 3, "organisation", "TotalEnergies")
    book["Announcements"].append(["Total", 3])
    found = carried(tmp_path, book)
    left = one(found, "total_row")
    assert (left.cells, left.found) == ("A5:B5", "Total | 3")
    assert dict(found.rows)["Announcements"] == 3


@pytest.mark.parametrize(
    "words", ["Our tracker, kept by the team", "Next meeting: 12 June", "Next: ask Amazon", "Libre accès"]
)
def test_words_above_the_headers_are_told(words: str, tmp_path: Path) -> None:
    book = sound()
    book["Announcements"].insert(0, [words])
    left = one(carried(tmp_path, book), "above")
    assert (left.cells, left.found, left.eye) == ("A1", words, True)


def test_the_next_free_id_above_the_headers_is_ours_and_not_told(tmp_path: Path) -> None:
    book = sound()
    book["Announcements"].insert(0, ["Next: A004", "Libre\u00a0: A1004", "Next: ?"])
    assert kinds(carried(tmp_path, book)) == []


def test_every_other_sheet_is_told_with_what_to_do(tmp_path: Path) -> None:
    def touch(book: Workbook) -> None:
        book["Réactions"].sheet_state = "hidden"

    book = sound() | {
        "Announcement": [["id", "organisation"], ["A009", "Axon"]],
        "Réactions": [["id"], ["R009"]],
        "Scratch": [["some"], ["words"]],
        "_private": [["more"]],
        "To fix": [["a list", "of ours"]],
        "Recipient list": [["a", "b"], ["Ada", "ada@example.org"]],
    }
    found = carried(tmp_path, book, touch)
    told_of = {left.sheet: left for left in found.told if left.kind != "stays_behind"}
    assert {tab: left.kind for tab, left in told_of.items()} == {
        "Announcement": "second_sheet",
        "Réactions": "hidden_sheet",
        "Scratch": "unread_sheet",
        "_private": "unread_sheet",
        "To fix": "unread_sheet",
        "Recipient list": "unread_sheet",
    }
    assert told_of["Announcement"].cells == "A1:B2"
    assert "Announcements" in told_of["Announcement"].fix
    assert not found.whole


def test_a_misspelt_sheet_is_a_question_never_a_guess(tmp_path: Path) -> None:
    book = {("Reactoins" if tab == "Reactions" else tab): rows for tab, rows in sound().items()}
    for row in book["Reactoins"]:
        del row[1:6]
    found = carried(tmp_path, book)
    left = one(found, "like_sheet")
    assert left.sheet == "Reactoins"
    assert "Reactions" in left.fix


def test_the_words_of_recipients_are_told_nowhere(tmp_path: Path) -> None:
    book = sound() | {"Recipients": [*books.RECIPIENTS, ["Secret Name", "#N/A"]]}
    book["Recipients"].insert(0, ["Secret title"])
    found = carried(tmp_path, book)
    assert "above" in kinds(found)
    assert "Secret" not in "".join(map(str, found.told))
    listed = new(found)[leftovers.TITLE["en"]]
    assert "Secret" not in str(list(listed.iter_rows(values_only=True)))


def test_a_foreign_tracker_comes_over_by_its_headers_and_each_guess_is_said(tmp_path: Path) -> None:
    found = carried(tmp_path, FOREIGN)
    assert sorted(kinds(found)) == [
        "meant_header", "meant_header", "meant_header", "numbered", "own_column", "taken_for",
    ]  # fmt: skip
    assert found.whole
    row = values(new(found), "Announcements", 4)
    wanted = {
        "ID": "A001",
        "Organisation": "Amazon",
        "Announced on": moment(2020, 6, 10),
        "Kind": "moratorium",
        "Summary": "Stops police use",
        "Source": "https://example.org/a",
        "Notes": "=1+1",
        "Region": "US",
    }
    assert {header: row[header] for header in wanted} == wanted
    after = read(tmp_path, found)
    assert after.problems == ()
    assert [each.id for each in after.record.announcements] == ["A001", "A002"]


def test_rows_of_several_kinds_on_one_sheet_go_to_the_sheets_of_their_kinds(tmp_path: Path) -> None:
    book = flattened(sound())
    found = carried(tmp_path, book)
    assert (set(kinds(found)), found.whole) == ({"taken_apart"}, True)
    assert {left.sheet for left in found.told} == {"Follow_up", "old.xlsx"}
    assert "these went to Reactions: 3." in "".join(map(str, found.told))
    before, after = books.cleaned(tmp_path, sound()), read(tmp_path, found)
    assert after.problems == ()
    assert computed(after, DAY) == computed(before, DAY)


def test_a_row_nothing_tells_the_kind_of_and_a_cell_of_another_kind_are_told(tmp_path: Path) -> None:
    found = carried(tmp_path, flattened(sound(), {4: "perhaps"}, {(2, "stance"): "welcomes"}))
    assert one(found, "kind_unknown").cells.startswith("A4:")
    own = [(left.sheet, left.found) for left in found.told if left.kind == "own_column"]
    assert own == [("Follow_up", "row kind"), ("Follow_up", "stance")]
    assert values(new(found), "Announcements")["stance"] == "welcomes"
    assert values(new(found), "Announcements", 6)["row kind"] == "perhaps"


def test_a_foreign_tracker_s_language_is_the_one_asked_for(tmp_path: Path) -> None:
    found = carried(tmp_path, FOREIGN, language="fr")
    assert found.language == "fr"
    assert values(new(found), "Annonces")["Objet"] == "Stops police use"


def test_a_workbook_in_another_language_than_asked_for_is_refused(tmp_path: Path) -> None:
    with pytest.raises(CannotWrite) as refused:
        carried(tmp_path, sound("fr"), language="en")
    assert "French" in refused.value.sentence("en")
    assert "français" in refused.value.sentence("fr")


def test_a_workbook_of_which_nothing_is_known_is_refused(tmp_path: Path) -> None:
    with pytest.raises(CannotWrite, match="Scratch"):
        carried(tmp_path, {"Scratch": [["some", "words"], ["and", "more"]]})


def test_a_sheet_that_may_be_either_is_refused_with_both_ways_out(tmp_path: Path) -> None:
    book: Book = {
        "Tracker": [
            ["Kind", "Organisation", "Date", "Summary", "Source"],
            ["Bans", "Oakland", 2019, "Bans use", "https://example.org/a"],
        ]
    }
    with pytest.raises(CannotWrite, match=r"several sheets of the record \(Tracker\).*column “kind”"):
        carried(tmp_path, book)


def test_a_twin_column_goes_to_its_twin(tmp_path: Path) -> None:
    row = values(new(carried(tmp_path, sound())), "Announcements")
    assert row["Summary FR"] == "Suspend pour un an l’usage de son logiciel par la police"
    french = values(new(carried(tmp_path, sound("fr"))), "Annonces")
    assert french["Objet EN"] == "Stops police use for a year"


def test_blank_rows_close_up_and_the_table_covers_them_all(tmp_path: Path) -> None:
    book = sound()
    book["Organisations"] = [["name"]]
    for number in range(1, 120):
        book["Organisations"].append([f"Body {number}" if number % 2 else None])
    found = carried(tmp_path, book)
    assert dict(found.rows)["Organisations"] == 60
    (table,) = new(found)["Organisations"].tables.values()
    assert table.ref.endswith("64")


def test_the_list_of_what_was_not_placed_is_in_the_workbook_and_never_read(tmp_path: Path) -> None:
    book = sound() | {"Scratch": [["=cmd|' /c calc'!A1"], ["words"]]}
    found = carried(tmp_path, book)
    sheet = new(found)["_Not placed"]
    rows = list(sheet.iter_rows(min_row=3, values_only=True))
    assert rows[0][:4] == ("yes", "Scratch", "A1:A2", "=cmd|' /c calc'!A1 | words")
    assert sheet["D3"].data_type == "s"
    assert len(rows) == len(found.told)
    assert read(tmp_path, found).problems == ()


def test_what_is_carried_over_twice_is_the_same_file(tmp_path: Path) -> None:
    first, second = (carried(tmp_path, sound(), portable=True).content for _ in range(2))
    assert first == second


def test_every_sentence_has_the_same_blanks_in_both_languages() -> None:
    for kind, (_, english, french) in told.SENTENCES.items():
        for there, here in zip(english, french, strict=True):
            assert there.count("{") <= here.count("{") + 1, kind
            assert set(_blanks(there)) == set(_blanks(here)), kind


def _blanks(pattern: str) -> list[str]:
    return [piece.partition("}")[0] for piece in pattern.split("{")[1:]]


def test_headers_of_other_teams_name_columns_that_are_there_and_hide_none_of_ours() -> None:
    by_name = {sheet.name: sheet for sheet in SHEETS}
    for name, columns in aliases.FOREIGN.items():
        sheet = by_name[name]
        for column, every in columns.items():
            assert sheet.column(column)
            for each in every:
                meant = matching.known(sheet)[key(each)]
                assert meant[0] == column, (name, column, each, meant)
                assert headers.names(sheet).get(key(each), meant) == meant, (name, each)


def test_where_there_are_many_rows_the_rules_reach_beyond_them(tmp_path: Path) -> None:
    book = sound()
    book["Organisations"] += [[f"Body {number}"] for number in range(1_100)]
    found = carried(tmp_path, book)
    there = new(found)
    wanted = len(book["Organisations"]) - 1 + 4 + 1_000
    assert f"A4:A{wanted}" in rules(there["Organisations"])
    assert f"$A${wanted}" in there.defined_names["names_organisations"].attr_text
