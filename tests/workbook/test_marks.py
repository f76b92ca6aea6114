"""What a cell bears beside its value: a link, words struck through, a row or column out of sight."""

from pathlib import Path

import pytest

from tests.workbook import packages as p
from tests.workbook.cells import booked, of_rows


def test_links_are_whole_wherever_they_are_kept(tmp_path: Path) -> None:
    rows = [
        p.row(1, p.text("A1", "site"), p.text("B1", "here"), p.text("C1", "both"), p.text("D1", "none")),
        p.row(2, p.formula("A2", 'HYPERLINK("https://b.example/?a=1","shown")', "shown", "str")),
        p.row(3, p.formula("A3", "HYPERLINK(B1,1)", "1"), p.text("B3", "range"), p.text("C3", "range")),
    ]
    links = (
        '<hyperlink ref="A1" r:id="l1" location="part"/><hyperlink ref="B1" location="Sources!A3"/>'
        '<hyperlink ref="C1" r:id="l2"/><hyperlink ref="B3:C9" r:id="l2"/><hyperlink ref="D1" r:id="gone"/>'
    )
    to = p.relations(l1=("hyperlink", "https://a.example/x"), l2=("hyperlink", "mailto:a@a.example"))
    more: dict[str, bytes | str] = {
        "xl/worksheets/_rels/sheet1.xml.rels": to,
        p.SHEET: p.sheet("".join(rows), after=f"<hyperlinks>{links}</hyperlinks>"),
    }
    book = booked(tmp_path, p.packed(p.parts() | more))
    found = dict(book.cells.select("address", "link").iter_rows())
    assert found == {
        "A1": "https://a.example/x#part",
        "B1": "#Sources!A3",
        "C1": "mailto:a@a.example",
        "D1": None,
        "A2": "https://b.example/?a=1",
        "A3": None,
        "B3": "mailto:a@a.example",
        "C3": "mailto:a@a.example",
    }


def test_struck_words_are_told_from_those_left_standing(tmp_path: Path) -> None:
    struck, plain = "<rPr><strike/></rPr>", "<rPr><b/></rPr>"
    items = [
        f"<r>{struck}<t>old </t></r><r>{plain}<t>new</t></r>",
        f"<r>{struck}<t>all</t></r><r>{plain}<t xml:space='preserve'> </t></r>",
        f"<r>{plain}<t>none</t></r><r><rPr><strike val='0'/></rPr><t> at all</t></r>",
        f"<r><t>inherits </t></r><r>{plain}<t>stands</t></r>",
        "<t>whole</t>",
    ]
    styles = [0, 0, 0, 4, 4]
    cells = [p.value(f"{'ABCDE'[at]}1", str(at), "s", style) for at, style in enumerate(styles)]
    row = p.row(1, *cells, p.value("F1", "7", style=4))
    book = booked(tmp_path, p.book(sheet=p.sheet(row), strings=p.strings(*items)))
    assert book.cells.select("text", "struck", "live").rows() == [
        ("old new", "part", "new"),
        ("all ", "all", None),
        ("none at all", "no", None),
        ("inherits stands", "part", "stands"),
        ("whole", "all", None),
        ("7", "all", None),
    ]


@pytest.mark.parametrize("nothing", ["0", "0.0", "0.", "00.000", "0E0"])
def test_hidden_rows_and_columns_are_read_and_marked(nothing: str, tmp_path: Path) -> None:
    rows = [
        p.row(1, p.text("A1", "a"), p.text("B1", "b"), p.text("D1", "d")),
        p.row(2, p.text("A2", "c"), hidden="1"),
        p.row(3, p.text("A3", "e"), ht=nothing),
        p.row(4, p.text("A4", "f"), ht="0.5"),
    ]
    columns = f'<cols><col min="2" max="3" hidden="1"/><col min="4" max="4" width="{nothing}"/></cols>'
    book = of_rows(tmp_path, *rows, before=columns)
    assert dict(book.cells.select("address", "hidden").iter_rows()) == {
        "A1": False,
        "B1": True,
        "D1": True,
        "A2": True,
        "A3": True,
        "A4": False,
    }
    assert not book.cells["filtered"].any()


@pytest.mark.parametrize(("columns", "filtered"), [("", False), ('<filterColumn colId="0"/>', True)])
def test_rows_hidden_by_a_filter_say_so_and_those_hidden_by_hand_beside_its_arrows_do_not(
    columns: str, *, filtered: bool, tmp_path: Path
) -> None:
    rows = (
        p.row(1, p.text("A1", "head")) + p.row(2, p.text("A2", "x"), hidden="1") + p.row(3, p.text("A3", "y"))
    )
    book = of_rows(tmp_path, rows, after=f'<autoFilter ref="A1:A3">{columns}</autoFilter>')
    rest = (False, False)
    assert book.cells.select("hidden", "filtered").rows() == [rest, (True, filtered), rest]


@pytest.mark.parametrize(("columns", "filtered"), [("", False), ('<filterColumn colId="0"/>', True)])
def test_a_table_filters_only_when_a_column_is_chosen(
    columns: str, *, filtered: bool, tmp_path: Path
) -> None:
    table = f'<table xmlns="{p.MAIN}" ref="A1:A2"><autoFilter ref="A1:A2">{columns}</autoFilter></table>'
    more: dict[str, bytes | str] = {
        p.SHEET: p.sheet(p.row(1, p.text("A1", "head")) + p.row(2, p.text("A2", "x"), hidden="true")),
        "xl/worksheets/_rels/sheet1.xml.rels": p.relations(t1=("table", "../tables/table1.xml")),
        "xl/tables/table1.xml": table,
    }
    assert booked(tmp_path, p.packed(p.parts() | more)).cells["filtered"].to_list() == [False, filtered]
