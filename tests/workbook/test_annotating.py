"""Marks put into the team's own workbook: where they stand, what never changes, and how they go again."""

from __future__ import annotations

import io
import re
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from flows.workbook.annotating import apart, marking
from flows.workbook.annotating.marking import annotated, ending, is_copy
from flows.workbook.annotating.refusals import SENTENCES, CannotMark
from flows.workbook.annotating.words import OPENINGS, ours, title
from flows.workbook.reading.guard import checked
from flows.workbook.reading.limits import Limits
from flows.workbook.reading.refusals import Unreadable
from flows.workbook.reading.xmlscan import MAIN
from tests.workbook import laden, packages
from tests.workbook.laden import told

if TYPE_CHECKING:
    from flows.workbook.problems import Problem

R = "Reactions"
EDITED = {
    "[Content_Types].xml", "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/worksheets/sheet1.xml",
    "xl/worksheets/sheet2.xml", "xl/chartsheets/sheet1.xml", "xl/styles.xml", "xl/comments1.xml",
    "xl/drawings/vmlDrawing1.vml",
}  # fmt: skip
NEW = ["xl/worksheets/sheet3.xml"]
COUNTS = re.compile(rb'(?:count|tabSelected|activeTab|firstSheet|localSheetId)="\w+"')
"""What may read otherwise afterwards, since it counts what is there or says which tab is in front."""


def marked(content: bytes, *problems: Problem, language: str = "en", file: str = "team.xlsx") -> bytes:
    return annotated(content, problems, language, file)


def notes(content: bytes, sheet: str) -> dict[str, str]:
    """Each note of a sheet by its cell, as another program finds it."""
    book = laden.elsewhere(content)
    cells = (cell for row in book[sheet].iter_rows() for cell in row)
    return {cell.coordinate: cell.comment.text for cell in cells if cell.comment}


def part(content: bytes, name: str) -> ET.Element:
    with laden.opened(content) as package:
        return ET.fromstring(package.read(name))  # noqa: S314 - made here


def is_kept(before: bytes, after: bytes) -> bool:
    """Whether all that was there is there still and in order, with something put in between."""
    rest = iter(COUNTS.sub(b"", after))
    return all(byte in rest for byte in COUNTS.sub(b"", before))


EVERY = (
    told(R),
    told(R, 1, 2, "warning"),
    told(R, 2, 1),
    told(R, 2, 3),
    told(R, 3),
    told(R, 5, 3, "warning", "À voir: <b> & \x01 \ud7ff"),
    told("to FIX", 1, 1),
    told("Chart", 1, 1),
    told("Announcements"),
)


def test_every_part_that_bears_no_mark_keeps_its_very_bytes_and_its_place() -> None:
    content = laden.book()
    copy = marked(content, *EVERY)
    before, after = laden.raw(content), laden.raw(copy)
    assert {name for name in before if before[name] != after[name]} == EDITED
    added = [name for name in after if name not in before]
    assert list(after) == [*before, *added]
    assert [name for name in added if name.endswith("sheet3.xml")] == NEW
    with laden.opened(copy) as package:
        assert package.testzip() is None


def test_the_parts_that_do_are_only_put_into() -> None:
    content = laden.book()
    with laden.opened(content) as before, laden.opened(marked(content, *EVERY)) as after:
        assert [name for name in EDITED if not is_kept(before.read(name), after.read(name))] == []


def test_the_same_input_gives_the_same_bytes() -> None:
    assert marked(laden.book(), *EVERY) == marked(laden.book(), *EVERY)


def test_each_cell_has_one_note_of_ours_unless_the_team_has_its_own_there() -> None:
    copy = marked(laden.book(), *EVERY)
    found = notes(copy, R)
    assert found["A2"] == "Ask her again"
    assert found["C2"].startswith("[Threaded comment]")
    assert {cell for cell, note in found.items() if ours(note)} == {"A1", "B1", "C3", "B4"}
    assert found["A1"].startswith(
        'On Record: to put right\nThe whole sheet: Date says "x".\nType 2020-06-10.'
    )
    assert "The whole row: " in found["C3"]  # whose first cell is not in column A
    assert "C5: À voir: <b> & \ufffd" in found["B4"]  # which stands for the merged cell
    assert list(notes(copy, "to FIX")) == ["A1"]
    listed = part(copy, "xl/comments1.xml").findall(f".//{{{MAIN}}}author")
    assert [author.text for author in listed] == ["Ada", f"tc={laden.GUID}", "On Record"]


def test_each_box_is_of_its_note_and_of_no_other_number() -> None:
    with laden.opened(marked(laden.book(), *EVERY)) as package:
        drawing = package.read("xl/drawings/vmlDrawing1.vml").decode()
    numbers = re.findall(r'<v:shape id="_x0000_s(\d+)"', drawing)
    assert len(numbers) == len(set(numbers)) == 6
    places = re.findall(r"<x:Row>(\d+)</x:Row><x:Column>(\d+)</x:Column>", drawing)
    assert places == [("1", "0"), ("0", "0"), ("0", "1"), ("2", "2"), ("3", "1")]
    assert drawing.count("<v:shapetype") == 1


def test_one_rule_for_each_severity_colours_the_cells_and_changes_no_other() -> None:
    sheet = part(marked(laden.book(), *EVERY), "xl/worksheets/sheet1.xml")
    rules = {
        formatting.get("sqref"): (
            rule.get("priority"),
            rule.get("dxfId"),
            rule.findtext(f"{{{MAIN}}}formula"),
        )
        for formatting in sheet.iter(f"{{{MAIN}}}conditionalFormatting")
        for rule in formatting
    }
    assert rules == {
        "A1:A9": ("7", "0", "A1=1"),
        "A1:A2 C2:C3": ("10", "1", 'N("On Record: to put right")=0'),
        "B1 B4": ("11", "2", 'N("On Record: to look at")=0'),
    }
    order = [child.tag.rpartition("}")[2] for child in sheet]
    assert order.index("mergeCells") < order.index("conditionalFormatting") < order.index("dataValidations")


def test_the_list_comes_first_and_in_front_and_what_counts_tabs_is_kept_right() -> None:
    copy = marked(laden.book(), *EVERY)
    workbook = part(copy, "xl/workbook.xml")
    tabs = [tab.get("name") for tab in workbook.iter(f"{{{MAIN}}}sheet")]
    assert tabs == ["To fix (2)", R, "to FIX", "Chart"]
    views = [
        (view.get("activeTab"), view.get("firstSheet")) for view in workbook.iter(f"{{{MAIN}}}workbookView")
    ]
    assert views == [("0", "0"), ("3", None)]
    names = {name.get("name"): name.get("localSheetId") for name in workbook.iter(f"{{{MAIN}}}definedName")}
    assert names == {
        "_xlnm.Print_Area": "2", "All": None, "_xlnm._FilterDatabase": "0", "_xlnm.Print_Titles": "0",
        "_OnRecord_list": "0",
    }  # fmt: skip
    with laden.opened(copy) as package:
        selected = [
            name for name in package.namelist() if re.search(rb'tabSelected="(1|true)"', package.read(name))
        ]
    assert selected == NEW


def test_the_list_has_each_problem_with_a_link_to_its_cell_and_nothing_in_it_is_a_formula() -> None:
    copy = marked(laden.book(), *EVERY)
    sheet = laden.elsewhere(copy).worksheets[0]
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=6, max_col=8)]
    assert [row[:4] for row in rows] == [
        [1, R, "all of it", "To put right"],
        [2, R, "B1", "To look at"],
        [3, R, "A2", "To put right"],
        [4, R, "C2", "To put right"],
        [5, R, "row 3", "To put right"],
        [6, R, "C5", "To look at"],
        [7, "to FIX", "A1", "To put right"],
        [8, "Chart", "A1", "To put right"],
        [9, "Announcements", "all of it", "To put right"],
    ]
    assert {row[4] for row in rows} == {"=1+1"}
    assert {cell.data_type for row in sheet.iter_rows() for cell in row} == {"s", "n"}
    assert {cell.quotePrefix for row in sheet.iter_rows(min_row=6, max_col=8) for cell in row} == {True}
    links = {
        cell.coordinate: cell.hyperlink.location
        for row in sheet.iter_rows()
        for cell in row
        if cell.hyperlink
    }
    assert links["C7"] == "'Reactions'!B1"
    assert links["C12"] == "'to FIX'!A1"
    assert "C14" not in links  # which has no sheet to lead to
    assert sheet.freeze_panes == "A6"
    assert sheet.print_title_rows == "$5:$5"
    assert sheet["A1"].value == "To fix: 7 to put right, 2 to look at"


def test_parts_with_prefixes_or_in_other_encodings_are_put_into_all_the_same() -> None:
    parts = laden.parts()
    noted = str(parts["xl/comments1.xml"]).replace("UTF-8", "ISO-8859-1").replace("Ada", "Zoé")
    other: dict[str, bytes | str] = {
        "sheet1": laden.wide(laden.prefixed(str(parts["xl/worksheets/sheet1.xml"]))),
        "workbook": "\ufeff" + laden.prefixed(str(parts["xl/workbook.xml"])),
        "comments1": laden.prefixed(noted).encode("latin-1"),
        "styles": laden.wide(laden.prefixed(str(parts["xl/styles.xml"]))),
    }  # fmt: skip
    content = packages.packed(
        parts
        | {
            "xl/worksheets/sheet1.xml": other["sheet1"],
            "xl/workbook.xml": other["workbook"],
            "xl/comments1.xml": other["comments1"],
            "xl/styles.xml": other["styles"],
        }
    )
    copy = marked(content, *EVERY)
    with laden.opened(copy) as package:
        assert b"<x:legacyDrawing".decode().encode("utf-16-le") not in package.read("xl/styles.xml")
        assert package.read("xl/worksheets/sheet1.xml").startswith(b"\xff\xfe")
        assert "<x:conditionalFormatting" in package.read("xl/worksheets/sheet1.xml").decode("utf-16")
        assert "Zoé".encode("latin-1") in package.read("xl/comments1.xml")
    found = notes(copy, R)
    assert {cell for cell, note in found.items() if ours(note)} == {"A1", "B1", "C3", "B4"}


def test_a_sheet_that_never_had_a_note_gets_all_that_notes_need() -> None:
    copy = marked(laden.plain(), told(R, 2, 2))
    assert list(notes(copy, R)) == ["B2"]
    with laden.opened(copy) as package:
        kinds = package.read("[Content_Types].xml").decode()
        sheet = package.read(packages.SHEET).decode()
    assert kinds.count('Extension="vml"') == 1
    assert re.search(r"</sheetData><conditionalFormatting .*</conditionalFormatting><legacyDrawing ", sheet)


@pytest.mark.parametrize(
    "emptied",
    [
        {"styles": f'{packages.HEAD}<styleSheet xmlns="{MAIN}"/>'},
        {
            "relations": packages.relations(s1=("worksheet", "worksheets/sheet1.xml")),
            "styles": "",
            "sheet": packages.sheet(packages.row(1, packages.text("A1", "x", style=12))),
        },
        {"sheet": f'{packages.HEAD}<worksheet xmlns="{MAIN}"><sheetData/></worksheet>'},
    ],
)
def test_a_part_with_nothing_in_it_or_none_at_all_is_filled(emptied: dict[str, str]) -> None:
    copy = marked(laden.plain(**emptied), told(R, 1, 1), told(R, 2, 1, "warning"))
    book = laden.elsewhere(copy)
    assert book.sheetnames == ["To fix", R]
    assert book.worksheets[0]["A5"].font.bold
    assert [cell.comment is not None for cell in (book[R]["A1"], book[R]["A2"])] == [True, True]


def test_a_note_somebody_has_written_in_is_theirs_and_stays() -> None:
    copy = marked(laden.plain(), told(R, 1, 1), told(R, 2, 2))
    with laden.opened(copy) as package:
        name = next(name for name in package.namelist() if "comments" in name)
        parts = {each: package.read(each) for each in package.namelist()}
    parts[name] = parts[name].replace(b"mended.)</t>", b"mended.)\nDone. LM</t>", 1)
    again = marked(packages.packed({**parts}))
    assert [note.endswith("Done. LM") for note in notes(again, R).values()] == [True]


def test_without_problems_the_marks_of_before_are_taken_away_and_nothing_else() -> None:
    for content in (laden.book(), laden.plain()):
        assert marked(content) == content
        cleared = marked(marked(content, *EVERY))
        before, after = laden.opened(content), laden.opened(cleared)
        assert before.namelist() == after.namelist()
        alike = [name for name in before.namelist() if before.read(name) == after.read(name)]
        assert {"xl/_rels/workbook.xml.rels", *laden.UNTOUCHED} & set(before.namelist()) <= set(alike)
        for name in before.namelist():
            rest = after.read(name).replace(
                b'<Default Extension="vml" ContentType="' + laden.VML.encode() + b'"/>', b""
            )
            assert COUNTS.sub(b"", rest).replace(b" ", b"").replace(b"<dxfs></dxfs>", b"") == COUNTS.sub(
                b"", before.read(name)
            ).replace(b" ", b""), name


def test_a_copy_marked_again_has_the_new_marks_alone() -> None:
    copy = marked(marked(laden.book(), *EVERY), told(R, 1, 3), language="fr")
    book = laden.elsewhere(copy)
    assert book.sheetnames == ["À corriger", R, "to FIX", "Chart"]
    assert {cell for cell, note in notes(copy, R).items() if ours(note)} == {"C1"}
    assert notes(copy, R)["C1"].startswith("On Record\u00a0: à corriger\n")
    assert "On Record: to" not in str(ET.tostring(part(copy, "xl/worksheets/sheet1.xml")))
    with laden.opened(copy) as package:
        assert [name for name in package.namelist() if name not in laden.parts()] == NEW


def test_marks_are_known_again_after_another_program_has_saved_the_copy() -> None:
    """It renumbers looks and parts, writes texts elsewhere, and leaves our seal out."""
    saved = io.BytesIO()
    laden.elsewhere(marked(laden.plain(), told(R, 1, 1), told(R, 2, 2))).save(saved)
    assert not is_copy(saved.getvalue())
    cleared = marked(saved.getvalue())
    assert laden.elsewhere(cleared).sheetnames == [R]
    assert notes(cleared, R) == {}
    assert b"On Record" not in b"".join(
        laden.opened(cleared).read(name) for name in laden.opened(cleared).namelist()
    )


@pytest.mark.parametrize("tab", ["", ' localSheetId="9"'])
def test_our_hidden_name_left_behind_without_its_tab_takes_no_sheet_of_the_team_s(tab: str) -> None:
    name = f'<definedName name="_OnRecord_list"{tab} hidden="1">#REF!</definedName><definedName name="All">'
    parts = laden.parts()
    parts["xl/workbook.xml"] = str(parts["xl/workbook.xml"]).replace('<definedName name="All">', name)
    content = packages.packed(parts)
    assert marked(content) == content
    assert laden.elsewhere(marked(content, *EVERY)).sheetnames == ["To fix (2)", R, "to FIX", "Chart"]


def test_only_a_copy_nobody_has_saved_since_may_be_replaced() -> None:
    copy = marked(laden.book(), *EVERY)
    assert is_copy(copy)
    assert not is_copy(laden.book())
    assert not is_copy(b"words")
    with laden.opened(copy) as package:
        parts: dict[str, bytes | str] = {name: package.read(name) for name in package.namelist()}
        typed = package.read("xl/worksheets/sheet2.xml").replace(b"theirs", b"ours")
    assert not is_copy(packages.packed(parts | {"xl/worksheets/sheet2.xml": typed}))


def test_the_name_of_a_copy_ends_as_its_kind_of_workbook_wants() -> None:
    assert ending(laden.book(), "team.xlsm") == ".xlsm"
    assert ending(laden.plain(), "team.xlsx") == ".xlsx"


@pytest.mark.parametrize(
    ("name", "kind"), [("_xmlsignatures/sig1.xml", "signed"), ("xl/revisions/log.xml", "shared")]
)
def test_a_workbook_that_marks_would_harm_is_refused_with_the_reason(name: str, kind: str) -> None:
    content = packages.packed(packages.parts() | {name: "<x/>"})
    with pytest.raises(CannotMark) as refused:
        marked(content, told(R, 1, 1))
    assert refused.value.kind == kind
    assert "team.xlsx" in refused.value.sentence("fr")


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (packages.book(workbook=packages.strict()), "strict"),
        (b"id;date\n1;2\n", "plain_text"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "Workbook".encode("utf-16-le"), "old_xls"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "password"),
        (packages.packed({"mimetype": "application/vnd.oasis.opendocument.spreadsheet"}), "ods"),
        (packages.packed(packages.parts() | {"xl/workbook.bin": ""}), "xlsb"),
    ],
)
def test_what_is_no_xlsx_at_all_is_refused_as_the_reader_refuses_it(content: bytes, kind: str) -> None:
    with pytest.raises(Unreadable) as refused:
        marked(content, told(R, 1, 1))
    assert refused.value.kind == kind


def test_a_sheet_whose_drawing_is_missing_keeps_its_colours_and_the_list() -> None:
    content = laden.plain(
        sheet=packages.sheet(packages.row(1, packages.text("A1", "x")), after='<legacyDrawing r:id="lost"/>')
    )
    copy = marked(content, told(R, 1, 1))
    assert notes(copy, R) == {}
    assert part(copy, packages.SHEET).find(f"{{{MAIN}}}conditionalFormatting") is not None


@pytest.mark.parametrize("kind", SENTENCES)
def test_every_refusal_is_said_in_both_languages(kind: str) -> None:
    refusal = CannotMark(kind, "team.xlsx")
    assert str(refusal) == refusal.sentence("en") != refusal.sentence("fr")
    assert "team.xlsx" in refusal.sentence("en")
    assert not re.search(r" [;:?!]|« | »", refusal.sentence("fr"))


def test_ten_thousand_problems_are_listed_and_marked() -> None:
    many = [told(R, row, column, "warning") for row in range(2, 2002) for column in range(1, 6)]
    copy = annotated(laden.plain(), many, "en", "team.xlsx")
    with laden.opened(copy) as package:
        sheet = package.read("xl/worksheets/sheet2.xml")
        comments = package.read("xl/comments1.xml")
        drawing = package.read("xl/drawings/vmlDrawing1.vml")
    parts = ((sheet, b"<hyperlink "), (comments, b"<comment "), (drawing, b"<v:shape "))
    assert [each.count(one) for each, one in parts] == [10_000] * 3
    coloured = part(copy, packages.SHEET).find(f"{{{MAIN}}}conditionalFormatting")
    assert coloured is not None
    assert coloured.get("sqref") == "A2:A2001 B2:B2001 C2:C2001 D2:D2001 E2:E2001"


CELLS = st.tuples(st.integers(1, 30), st.one_of(st.none(), st.integers(1, 12)))
PROBLEMS = st.lists(
    st.builds(
        lambda sheet, cell, severity, message: told(sheet, cell[0], cell[1], severity, message),
        st.sampled_from([R, "to FIX", "Nowhere"]),
        CELLS,
        st.sampled_from(["error", "warning"]),
        st.text(max_size=60),
    ),
    max_size=25,
)


@settings(max_examples=25, deadline=None)
@given(problems=PROBLEMS)
def test_whatever_the_problems_the_rest_stays_and_all_marks_go_again(problems: list[Problem]) -> None:
    content = laden.book()
    copy = annotated(content, problems, "fr", "équipe.xlsm")
    before, after = laden.raw(content), laden.raw(copy)
    assert {name for name in before if before[name] != after[name]} <= EDITED
    for sheet in (R, "to FIX"):
        told_of = [each for each in problems if each.cell.sheet == sheet]
        mine = {cell for cell, note in notes(copy, sheet).items() if ours(note)}
        assert bool(mine) <= bool(told_of)
        assert len(mine) <= len({(each.cell.row, each.cell.column) for each in told_of})
    back = laden.opened(annotated(copy, (), "fr", "équipe.xlsm"))
    assert set(back.namelist()) == set(before)
    assert not any(
        opening.encode("ascii", "xmlcharrefreplace") in back.read(name)
        for opening in OPENINGS
        for name in back.namelist()
    )


def test_the_list_is_cut_short_where_the_copy_could_not_be_read_again_with_all_of_it() -> None:
    limits = Limits(values=200)
    many = [told(R, row, 1, "warning") for row in range(1, 41)]
    copy = annotated(laden.plain(), many, "en", "team.xlsx", limits)
    checked("copy.xlsx", copy, limits)
    sheet = laden.elsewhere(copy).worksheets[0]
    assert [sheet.cell(row, 1).value for row in (6, 24, 25)] == [1, 19, None]
    assert sheet["B25"].value == "21 more: mend these first, then check again."
    assert len(notes(copy, R)) == 40


def test_a_long_sheet_leaves_the_list_all_the_room_that_short_ones_do() -> None:
    limits = Limits(values=200, long_rows=100)
    rows = "".join(packages.row(number, packages.text(f"A{number}", "x")) for number in range(1, 301))
    many = [told(R, row, 1, "warning") for row in range(1, 41)]
    copy = annotated(laden.plain(sheet=packages.sheet(rows)), many, "en", "team.xlsx", limits)
    checked("copy.xlsx", copy, limits)
    assert laden.elsewhere(copy).worksheets[0]["B26"].value == "20 more: mend these first, then check again."


def test_a_process_of_its_own_gives_the_same_bytes_and_the_same_refusals() -> None:
    content = laden.book()
    here = marked(content, *EVERY, language="fr", file="a.xlsm")
    assert apart.annotated(content, EVERY, "fr", "a.xlsm") == apart.Copy(
        here, marking.ending(content, "a.xlsm")
    )
    signed = packages.packed(packages.parts() | {"_xmlsignatures/a.xml": "<x/>"})
    with pytest.raises(CannotMark) as refused:
        apart.annotated(signed, EVERY, "en", "a.xlsx")
    assert (refused.value.kind, refused.value.file) == ("signed", "a.xlsx")
    with pytest.raises(Unreadable) as unreadable:
        apart.annotated(b"id;date\n", EVERY, "en", "a.csv")
    assert (unreadable.value.kind, unreadable.value.file) == ("plain_text", "a.csv")


def test_a_process_that_is_ended_for_its_time_is_not_said_to_have_wanted_memory() -> None:
    with pytest.raises(CannotMark) as refused:
        apart.annotated(laden.book(), EVERY, "en", "a.xlsx", Limits(cpu_seconds=0))
    assert refused.value.kind == "too_slow"


def test_what_looks_like_the_end_of_the_rows_within_them_or_after_does_no_harm() -> None:
    odd = "<is><t><![CDATA[</sheetData><sheetData>]]></t></is>"
    for after in (
        "",
        "<!-- </sheetData> --><pageMargins/>",
        '<extLst><ext uri="x">of the sheetData</ext></extLst>',
    ):
        rows = packages.row(1, f'<c r="A1" t="inlineStr">{odd}</c>')
        content = laden.plain(sheet=packages.sheet(rows, after=after))
        copy = marked(content, told(R, 1, 1))
        assert list(notes(copy, R)) == ["A1"]
        assert part(copy, packages.SHEET).find(f"{{{MAIN}}}conditionalFormatting") is not None


def test_the_list_begins_with_a_capital_where_there_is_nothing_to_put_right() -> None:
    doubt = told("Annonces", 2, 1, "warning")
    assert title([doubt], "fr") == "Rien à corriger, 1 à vérifier"
    assert title([doubt], "en") == "To fix: nothing to put right, 1 to look at"
