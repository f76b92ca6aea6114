"""The empty workbook: every sheet of the schema, drop-downs, guards, prompts, colours; the same bytes."""

from __future__ import annotations

import re
import zipfile
from io import BytesIO
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree as ET

import pytest

from flows.workbook import headers, tabs
from flows.workbook.blank import drawing, entries, making, marks, messages, plan, titles
from flows.workbook.blank.lists import UNFINISHED, letters_of
from flows.workbook.schema import LISTS, REQUIRED_SHEETS, SHEETS
from flows.workbook.text import key
from tests.workbook import blanks
from tests.workbook.blanks import KINDS, content, kind, planned, rules, seen

if TYPE_CHECKING:
    from openpyxl import Workbook

    from flows.workbook.blank.plan import Plan, Slot

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
every_kind = pytest.mark.parametrize(("language", "portable"), KINDS)
both_languages = pytest.mark.parametrize("language", ["en", "fr"])


def parts(language: str, *, portable: bool = False) -> dict[str, bytes]:
    with zipfile.ZipFile(BytesIO(content(language, portable=portable))) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


@every_kind
def test_every_sheet_of_the_schema_is_there_between_read_me_and_the_lists(
    language: str, *, portable: bool
) -> None:
    names = seen(language, portable=portable).sheetnames
    assert names == [
        titles.READ_ME[language],
        *(tabs.title(sheet, language) for sheet in SHEETS),
        titles.LISTED[language],
    ]


@both_languages
def test_every_column_of_the_schema_is_there_under_a_header_that_is_read_as_it(language: str) -> None:
    book = seen(language)
    for each in planned(language).values():
        shown = [cell.value for cell in book[each.tab][plan.HEADER_ROW]]
        assert shown == [slot.title for slot in each.slots]
        meant = [headers.names(each.sheet)[key(title)] for title in shown]
        read = [name if not twin else f"{name}_{twin}" for name, twin in meant]
        assert read == [slot.name for slot in each.slots]
        twins = {f"{column.name}_{titles.other(language)}" for column in each.sheet.columns if column.twin}
        assert set(read) == {column.name for column in each.sheet.columns} | twins


@both_languages
def test_headers_read_as_people_write_them(language: str) -> None:
    shown = {slot.title for each in planned(language).values() for slot in each.slots}
    wanted = {
        "en": {"ID", "Announced on", "URL", "Summary FR", "Previous ID"},
        "fr": {"Identifiant", "Date d’annonce", "Date de fin", "À propos de", "Objet EN", "Suite de"},
    }
    assert wanted[language] <= shown
    assert not [title for title in shown if "_" in title or title[0].islower()]


@both_languages
def test_a_sheet_that_joins_the_schema_appears_by_itself(
    language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = next(sheet for sheet in SHEETS if sheet.name == "context")
    added = type(source)("watch_list", "liste_de_veille", "W", "id", "To watch.", "À suivre.", source.columns)
    monkeypatch.setattr(plan, "SHEETS", (*SHEETS, added))
    book = making.made(plan.plans(language), portable=False)
    tab = {"en": "Watch list", "fr": "Liste de veille"}[language]
    assert book.sheetnames[-2] == tab
    assert list(book[tab].tables) == ["tblWatchList"]
    assert book[tab]["A2"].value.count("W") == 1
    assert "ids_watch_list" in book.defined_names


@every_kind
def test_the_same_language_and_flags_give_the_same_bytes(language: str, *, portable: bool) -> None:
    assert making.empty(language, portable=portable) == content(language, portable=portable)
    with zipfile.ZipFile(BytesIO(content(language, portable=portable))) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


@every_kind
def test_each_sheet_holds_an_excel_table_from_its_headers_down(language: str, *, portable: bool) -> None:
    book = seen(language, portable=portable)
    names = set()
    for each in planned(language).values():
        (table,) = book[each.tab].tables.values()
        names.add(table.displayName)
        last = plan.FIRST_ROW + drawing.ROWS - 1
        assert table.ref == f"A{plan.HEADER_ROW}:{each.last.letter}{last}"
        assert [column.name for column in table.tableColumns] == [slot.title for slot in each.slots]
        folded = [column.name.casefold() for column in table.tableColumns]
        assert len(set(folded)) == len(folded)
    assert names == {titles.table(sheet) for sheet in SHEETS}


@both_languages
def test_every_header_is_guarded_and_says_what_its_column_is_for(language: str) -> None:
    book = seen(language)
    for each in planned(language).values():
        guarded = rules(book[each.tab])
        for slot in each.slots:
            guard = guarded[f"{slot.letter}{plan.HEADER_ROW}"]
            assert (guard.type, guard.formula1, guard.errorStyle) == ("custom", "FALSE", "stop")
            assert guard.showErrorMessage
            assert guard.promptTitle
            assert slot.title.startswith(guard.promptTitle)
            assert len(guard.prompt) > 10


def cell_rules(language: str, *, portable: bool = False) -> list[tuple[Plan, Slot, Any]]:
    book = seen(language, portable=portable)
    return [
        (each, slot, rules(book[each.tab])[slot.cells])
        for each in planned(language).values()
        for slot in each.slots
    ]


@every_kind
def test_every_cell_has_a_prompt_and_a_closed_list_stops_what_is_not_on_it(
    language: str, *, portable: bool
) -> None:
    stopped = set()
    for each, slot, rule in cell_rules(language, portable=portable):
        assert rule.showInputMessage
        assert rule.promptTitle
        assert rule.prompt
        column = kind(slot)
        if slot.twin or not column.choices:
            continue
        assert rule.type == "list"
        assert rule.formula1
        if column.kind != "choices" and column.choices not in entries.FOLLOWED_BY_WORDS:
            assert (rule.errorStyle, rule.showErrorMessage) == ("stop", True), (each.tab, slot.name)
            stopped.add(column.choices)
    assert {"kind", "term", "users", "stance", "outcome", "relation", "yes_no", "category"} <= stopped


@both_languages
def test_what_may_have_exceptions_only_warns(language: str) -> None:
    firm = {(each.sheet.name, slot.name): rule for each, slot, rule in cell_rules(language)}
    for name in (
        ("announcements", "organisation"), ("reactions", "actor"), ("reactions", "target"),
        ("announcements", "announced_on"), ("announcements", "ends_on"), ("announcements", "source"),
        ("sources", "url"), ("questions", "asked_by"), ("questions", "status"),
    ):  # fmt: skip
        assert firm[name].errorStyle == "warning", name
        assert firm[name].showErrorMessage
    for name in (
        ("announcements", "id"), ("announcements", "previous_id"), ("responses", "demand"),
        ("reactions", "same_demand_as"), ("sources", "id"), ("questions", "review_days"),
    ):  # fmt: skip
        assert firm[name].errorStyle == "stop", name
    for name in (("reactions", "about"), ("announcements", "activity"), ("organisations", "related_to")):
        assert firm[name].type == "list"
        assert not firm[name].showErrorMessage, name  # several values, which no list can hold


@both_languages
def test_a_date_is_a_real_one_of_our_time_or_asked_about(language: str) -> None:
    dates = [rule for _, slot, rule in cell_rules(language) if kind(slot).kind == "day"]
    assert len(dates) > 20
    for rule in dates:
        assert (rule.type, rule.formula1, rule.formula2) == ("date", "18264", "73415")
        assert "'2020-06" in rule.error
    book = seen(language)
    for each in planned(language).values():
        for slot in each.slots:
            shown = book[each.tab].column_dimensions[slot.letter].number_format
            assert (shown == "yyyy-mm-dd") == (kind(slot).kind == "day"), slot.name


@every_kind
def test_what_excel_says_fits_into_what_excel_shows(language: str, *, portable: bool) -> None:
    book = seen(language, portable=portable)
    texts = [rule for sheet in book.worksheets for rule in sheet.data_validations.dataValidation]
    assert len(texts) > 300
    for rule in texts:
        assert len(rule.promptTitle or "") <= 32
        assert len(rule.errorTitle or "") <= 32
        assert len(rule.prompt or "") <= 255
        assert len(rule.error or "") <= 225
        assert len(rule.formula1 or "") <= 255


def test_every_message_exists_in_both_languages_with_the_same_blanks() -> None:
    assert messages.ENGLISH.keys() == messages.FRENCH.keys()
    for name, (_, text) in messages.ENGLISH.items():
        assert re.findall(r"{\w+}", text) == re.findall(r"{\w+}", messages.FRENCH[name][1]), name


@both_languages
def test_a_column_that_names_rows_of_one_sheet_offers_their_ids(language: str) -> None:
    found = {
        (each.sheet.name, slot.name): rule.formula1
        for each, slot, rule in cell_rules(language)
        if kind(slot).kind in ("id", "ids") and len(letters_of(each, kind(slot))) == 1
    }
    assert found == {
        ("announcements", "previous_id"): "ids_announcements",
        ("announcements", "responds_to"): "ids_reactions",
        ("reactions", "about"): "ids_announcements",
        ("reactions", "same_demand_as"): "ids_reactions",
        ("responses", "demand"): "ids_reactions",
        ("questions", "asked_by"): "ids_reactions",
    }


@both_languages
def test_the_lists_that_grow_reach_the_last_filled_cell_of_their_sheet(language: str) -> None:
    names = seen(language).defined_names
    there = planned(language)
    for name in ("ids_announcements", "ids_reactions", "ids_sources", "names_organisations"):
        sheet = there[name.partition("_")[2]]
        grows = names[name].attr_text
        tab = sheet.tab if sheet.tab.isascii() else f"'{sheet.tab}'"
        assert grows.startswith(f"OFFSET({tab}!$A${plan.HEADER_ROW},1,0,MAX(1,")
        assert f"$A${plan.LAST_ROW}" in grows
    assert names["targets"].attr_text.startswith("OFFSET(")


@both_languages
def test_a_portable_workbook_has_plain_ranges_only(language: str) -> None:
    book = seen(language, portable=True)
    assert list(book.defined_names) == []
    lists = [rule for _, _, rule in cell_rules(language, portable=True) if rule.type == "list"]
    assert len(lists) > 40
    plain = re.compile(r"(?:\w+|'[^']+')!\$[A-Z]+\$\d+:\$[A-Z]+\$\d+")
    for rule in lists:
        assert plain.fullmatch(rule.formula1), rule.formula1
    raw = b"".join(parts(language, portable=True).values())
    assert b"INDIRECT" not in raw
    assert b"OFFSET" not in raw


@every_kind
def test_every_list_of_a_drop_down_holds_its_labels_and_nothing_else(
    language: str, *, portable: bool
) -> None:
    book = seen(language, portable=portable)
    met = set()
    for _, slot, rule in cell_rules(language, portable=portable):
        name = kind(slot).choices
        if name and not slot.twin:
            assert offered(book, rule.formula1) == [
                one.fr if language == "fr" else one.code
                for one in LISTS[name]
                if one.code not in UNFINISHED.get(name, ())
            ]
            met.add(name)
    assert met == {column.choices for sheet in SHEETS for column in sheet.columns if column.choices}


def offered(book: Workbook, formula: str) -> list[object]:
    named = book.defined_names.get(formula)
    tab, _, cells = (named.attr_text if named else formula).rpartition("!")
    return [row[0].value for row in book[tab.strip("'")][cells.replace("$", "")]]


@every_kind
def test_colours_say_what_is_missing_near_over_or_twice_and_never_by_colour_alone(
    language: str, *, portable: bool
) -> None:
    book = seen(language, portable=portable)
    there = planned(language)["announcements"]
    ends, required = (
        blanks.slot(language, "announcements", "ends_on"),
        [slot for slot in there.slots if slot.required],
    )
    found = {
        (str(area.sqref), rule.formula[0]): rule
        for area in book[there.tab].conditional_formatting
        for rule in area.rules
    }
    by_cells: dict[str, list[tuple[str, Any]]] = {cells: [] for cells, _ in found}
    for (cells, formula), rule in found.items():
        by_cells[cells].append((formula, rule))
        assert rule.dxf.font or rule.dxf.border
        if rule.dxf.fill:
            assert rule.dxf.border.left.style == "thin"
    assert {slot.cells for slot in required} <= by_cells.keys()
    assert any("COUNTIF" in formula and ">1" in formula for formula, _ in by_cells[there.key.cells])
    over, soon = by_cells[ends.cells]
    assert "<TODAY()" in over[0]
    assert over[1].stopIfTrue
    assert over[1].dxf.font.i
    assert f"<={marks.SOON}" in soon[0]
    assert soon[1].dxf.font.b


@every_kind
def test_sheets_are_ready_for_the_screen_and_for_paper(language: str, *, portable: bool) -> None:
    book = seen(language, portable=portable)
    for each in planned(language).values():
        sheet = book[each.tab]
        named = each.sheet.name in ("announcements", "reactions", "responses")
        assert sheet.freeze_panes == ("C4" if named else "B4")
        assert sheet.page_setup.orientation == "landscape"
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
        assert sheet.page_setup.fitToHeight == 0
        assert sheet.print_title_rows == "$3:$3"
        assert "&P" in sheet.oddFooter.right.text
        assert not sheet.sheet_view.showGridLines
        assert sheet.sheet_properties.tabColor
        assert not sheet.protection.sheet  # a table on a protected sheet does not grow
        assert sorted(sheet.row_dimensions) == [1, 2, 3]  # an empty row's height is its own affair
        widths = [sheet.column_dimensions[slot.letter].width for slot in each.slots]
        longest = [max(map(len, slot.title.split())) for slot in each.slots]
        assert all(width > word for width, word in zip(widths, longest, strict=True))
    assert book[titles.READ_ME[language]].protection.sheet
    assert book.active.title == titles.READ_ME[language]
    assert REQUIRED_SHEETS[0] in planned(language)


@every_kind
def test_the_layout_s_version_is_in_the_file_and_in_sight(language: str, *, portable: bool) -> None:
    book = seen(language, portable=portable)
    said = {each.name: each.value for each in book.custom_doc_props.props}
    assert said == {"on_record.schema_version": titles.VERSION, "on_record.schema": titles.fingerprint()}
    shown = [str(row[1]) for row in book[titles.READ_ME[language]].iter_rows(values_only=True)]
    assert any(str(titles.VERSION) in line and titles.fingerprint() in line for line in shown)
    assert book.properties.creator == "On Record"


@both_languages
def test_the_two_read_mes_have_the_same_parts(language: str) -> None:
    english, french = (seen(each)[titles.READ_ME[each]] for each in ("en", "fr"))
    kinds = [[bool(cell.value) for cell in sheet["B"]] for sheet in (english, french)]
    assert abs(sum(kinds[0]) - sum(kinds[1])) <= 2  # the French quote is translated
    words = [cell.value for cell in seen(language)[titles.READ_ME[language]]["B"] if cell.value]
    assert len([line for line in words if re.match(r"[1-5]\. ", line)]) == 5


def test_every_part_is_sound_xml_with_its_children_in_excel_s_order() -> None:
    order = ["sheetPr", "dimension", "sheetViews", "sheetFormatPr", "cols", "sheetData", "sheetProtection",
             "mergeCells", "conditionalFormatting", "dataValidations", "hyperlinks", "printOptions",
             "pageMargins", "pageSetup", "headerFooter", "tableParts"]  # fmt: skip
    for name, part in parts("fr").items():
        root = ET.fromstring(part)  # noqa: S314 - our own file
        if name.startswith("xl/worksheets/sheet"):
            tags = [child.tag.removeprefix(MAIN) for child in root]
            assert set(tags) <= set(order), name
            assert [order.index(tag) for tag in tags] == sorted(order.index(tag) for tag in tags), name


@both_languages
def test_no_text_of_the_file_is_a_formula_but_the_next_ids_and_the_targets(language: str) -> None:
    book = seen(language)
    formulas = [
        (sheet.title, cell.coordinate)
        for sheet in book.worksheets
        for row in sheet.iter_rows()
        for cell in row
        if cell.data_type == "f"
    ]
    shown = {place for _, place in formulas if place == "A2"}
    assert shown == {"A2"}
    assert {tab for tab, place in formulas if place != "A2"} == {titles.LISTED[language]}
