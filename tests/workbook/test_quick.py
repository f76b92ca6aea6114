"""A long sheet is read the quick way, and gives the very same cells as a short one."""

from __future__ import annotations

import random
import tempfile
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from flows.workbook.read import Limits, Unreadable
from flows.workbook.reading.places import address
from tests.bench import rows
from tests.books import cells
from tests.often import often
from tests.workbook import packages as p

if TYPE_CHECKING:
    from flows.workbook.read import Book

SHIPPED = Path(__file__).parents[2] / "inputs" / "facial-recognition.xlsx"
QUICK = Limits(long_rows=0)
SLOW = Limits(long_rows=10**9, long_values=10**9)
SHARED = p.strings(
    "<t>plain</t>",
    "<t xml:space='preserve'> two_x000D_lines&amp;more&#8217; </t>",
    "<r><t>kept </t></r><r><rPr><strike/></rPr><t>gone</t></r>",
    "<r><rPr><strike/></rPr><t>all gone</t></r>",
    "<t>\u6771\u4eac</t><rPh sb='0' eb='2'><t>\u3068\u3046</t></rPh>",
    "<t/>",
)
CELLS = (  # {a} is the cell's own address, {s} the number of a format
    '<c r="{a}" s="{s}" t="s"><v>0</v></c>',
    '<c r="{a}" t="s"><v>1</v></c>',
    '<c r="{a}" s="{s}" t="s"><v>2</v></c>',
    '<c r="{a}" s="{s}" t="s"><v>3</v></c>',
    '<c r="{a}" t="s"><v>4</v></c>',
    '<c r="{a}" t="s"><v>5</v></c>',
    '<c r="{a}" t="s"><v>77</v></c>',
    '<c r="{a}" s="{s}"/>',
    '<c r="{a}" s="{s}"></c>',
    '<c s="{s}" r="{a}"/>',
    '<c r="{a}" s="{s}"><v>2020</v></c>',
    '<c r="{a}" s="{s}"><v>0.1234567890123456789</v></c>',
    '<c r="{a}" s="{s}"><v>43992.604166666664</v></c>',
    '<c r="{a}" s="{s}" t="n"><v>60</v></c>',
    '<c r="{a}" s="{s}"><v>-3.5</v></c>',
    '<c r="{a}" s="{s}"><v>1E+25</v></c>',
    '<c r="{a}" s="{s}"><v>nonsense</v></c>',
    '<c r="{a}" s="{s}" t="inlineStr"><is><t>in place &lt;b&gt; &#x2019;</t></is></c>',
    '<c r="{a}" s="{s}" t="inlineStr"><is><t xml:space="preserve"> _x000D_ spaced </t></is></c>',
    '<c r="{a}" t="inlineStr"><is><r><t>a</t></r><r><rPr><strike/></rPr><t>b</t></r></is></c>',
    '<c r="{a}" t="inlineStr"><is><t>two\r\nlines</t></is></c>',
    '<c r="{a}" t="inlineStr"><v>odd</v></c>',
    '<c r="{a}" t="n"><is><t>odder</t></is></c>',
    '<c r="{a}" t="b"><v>1</v></c>',
    '<c r="{a}" t="e"><v>#N/A</v></c>',
    '<c r="{a}" t="d"><v>2020-06-10T14:30:00</v></c>',
    '<c r="{a}" t="str"><v>shown &amp; told</v></c>',
    '<c r="{a}"><f>1+1</f><v>2</v></c>',
    '<c r="{a}" s="{s}"><f>TODAY()-1</f><v>43983</v></c>',
    '<c r="{a}" s="{s}"><v>43983</v></c>',
    '<c r="{a}" s="{s}"><v>43831</v></c>',
    '<c r="{a}"><f>1+1</f></c>',
    '<c r="{a}" t="str"><f>""</f><v></v></c>',
    '<c r="{a}" t="str"><f>HYPERLINK("https://e.org/a","x")</f><v>x</v></c>',
    '<c r="{a}"><f t="shared" ref="A1:A9" si="0">B1+1</f></c>',
    '<c r="{a}"><f t="shared" si="0"/></c>',
    '<c r="{a}" t="s" cm="1"><v>0</v></c>',
    '<c r="{a}"><v>1</v><extLst><ext/></extLst></c>',
    "<c r='{a}' s='{s}'><v>7</v></c>",
    '<c x=\' r="Z9"\' r="{a}"><v>8</v></c>',
    '<c r="{a}" s="0{s}"><v>9</v></c>',
    '<c r="{a}" s="{s}" t="s"><v> 00 </v></c>',
    '<c r="{a}" s="{s}" t="str"><v>it&#00000000039;s &#x00000041;</v></c>',
    "<c><v>5</v></c>",
)
ROWS = ("", ' hidden="1"', ' ht="0" customHeight="1"', ' spans="1:9" ht="15.5"', ' x="a&gt;b"', " s='1'")
BEFORE = ("", '<cols><col min="2" max="3" width="9" hidden="1"/></cols>')
FULL = {"characters": 8, "many_characters": 8}
STRUCK = ('<cellXfs><xf numFmtId="0" fontId="0"/>', '<cellXfs><xf numFmtId="0" fontId="1"/>')
PREFIXED = (
    p.sheet('<row r="1"><c r="A1"><v>1</v></c></row>')
    .replace("<row", "<x:row")
    .replace("</row", "</x:row")
    .replace("<worksheet ", f'<worksheet xmlns:x="{p.MAIN}" ')
)
AFTER = (
    "",
    '<mergeCells><mergeCell ref="A1:B3"/><mergeCell ref="D2:F2"/></mergeCells>',
    '<autoFilter ref="A1:C9"><filterColumn colId="0"><filters/></filterColumn></autoFilter>',
    '<hyperlinks><hyperlink ref="A1:C400" r:id="h1"/><hyperlink ref="B2" location="There!A1"/>'
    '<hyperlink ref="A1:A3" r:id="h1" location="x"/></hyperlinks>',
)


@st.composite
def sheets(draw: st.DrawFn) -> str:
    """A sheet with whatever cells, gaps, merges and links."""
    chosen = random.Random(draw(st.integers(0, 2**32)))  # noqa: S311 - a sheet has too many parts to draw one by one
    lines, number = [], 0
    for _ in range(chosen.randint(1, 30)):
        number += chosen.choice((1, 1, 1, 1, 2, 30, 70))
        column, line = 0, ""
        for _ in range(chosen.randint(0, 8)):
            column += chosen.choice((1, 1, 1, 2, 5, 80 if chosen.random() < 0.1 else 1))
            line += chosen.choice(CELLS).format(a=address(number, column), s=chosen.randint(0, 7))
        lines.append(f'<row r="{number}"{chosen.choice(ROWS) if chosen.random() < 0.3 else ""}>{line}</row>')
    return p.sheet(
        "".join(lines),
        before=chosen.choice(BEFORE),
        after="".join(after for after in AFTER if chosen.random() < 0.4),
    )


def written(folder: Path, sheet: str, *, from_1904: bool = False, struck: bool = False) -> Path:
    properties = '<workbookPr date1904="1"/>' if from_1904 else ""
    links = p.relations(h1=("hyperlink", "https://example.org/a"))
    path = folder / "book.xlsx"
    path.write_bytes(p.packed(p.parts() | {
        p.SHEET: sheet, p.STRINGS: SHARED, p.WORKBOOK: p.workbook(p.tab("Reactions"), properties=properties),
        "xl/worksheets/_rels/sheet1.xml.rels": links,
        p.STYLES: p.FORMATS.replace(*STRUCK) if struck else p.FORMATS,
    }))  # fmt: skip
    return path


def alike(path: Path) -> Book:
    """The book read the quick way, once the slow way has given the same."""
    quick, slow = cells(path, QUICK), cells(path, SLOW)
    assert quick.sheets == slow.sheets
    assert quick.cells.equals(slow.cells)
    return quick


@settings(max_examples=often(60, 2000), deadline=None)
@given(sheets(), st.booleans())
def test_both_ways_give_the_same_cells_whatever_the_sheet(sheet: str, from_1904: bool) -> None:  # noqa: FBT001
    with tempfile.TemporaryDirectory() as folder:
        alike(written(Path(folder), sheet, from_1904=from_1904))


@pytest.mark.parametrize("cell", CELLS)
def test_both_ways_give_the_same_for_each_way_to_write_a_cell(tmp_path: Path, cell: str) -> None:
    line = "".join(cell.format(a=address(1, 1 + number), s=number) for number in range(6))
    alike(written(tmp_path, p.sheet(f'<row r="1">{line}</row>', after=AFTER[3])))


@pytest.mark.parametrize(
    "sheet",
    [
        p.sheet('<row r="2"><c r="A2"><v>1</v></c></row><row r="1"><c r="A1"><v>2</v></c></row>'),
        p.sheet('<row r="1"><c r="B1"><v>1</v></c><c r="A1"><v>2</v></c></row>'),
        p.sheet('<row><c r="A9"><v>1</v></c></row>'),
        p.sheet('<row r="1"><c r="A1" x="y"><v>1</v></c ><c r="B1"><v>2</v></c></row>'),
        p.sheet('<row r="1"><c r="A1"><mergeCell ref="B1:C1"/><v>1</v></c><c r="C1"><v>2</v></c></row>'),
        p.sheet('<row r="1"><c r="A1"/><c r="B1"><v>2</v></c></row><row xmlns="x:y" r="2"><c r="A2"/></row>'),
        p.sheet('<row r="1"><c xmlns="x:y" r="A1"><v>1</v></c><c r="B1"><v>2</v></c></row>'),
        p.sheet('<row r="1"><c r="A1"><v>1</v></c></row>', before='<row r="1" hidden="1"/>'),
        p.sheet('<row r="1"><c r="A1" t="str"><v>\u00e9</v></c></row>').replace('"UTF-8"', '"iso-8859-1"'),
        p.sheet('<row r="1"><!-- <c r="B1"><v>9</v></c> --><c r="A1"><v>1</v></c></row>'),
        p.sheet('<row r="1"><c r="A1" t="inlineStr"><is><t><![CDATA[</c></row>]]></t></is></c></row>'),
        PREFIXED,
        p.sheet("<row><c><v>1</v></c><c><v>2</v></c></row><row/><row><c><v>3</v></c></row>"),
    ],
)  # fmt: skip
def test_a_sheet_in_no_order_is_read_the_slow_way_after_all(tmp_path: Path, sheet: str) -> None:
    assert alike(written(tmp_path, sheet)).cells.height > 0


APART = p.sheet(p.row(1, p.text("B1", "a")) + p.row(99, p.text("B99", "b")), after=AFTER[3])


@pytest.mark.parametrize(
    ("sheet", "limits"),
    [
        (p.sheet('<row r="1"><c r="A1"><v>1</v></c><c r="A1"><v>2</v></c></row>'), {}),
        (p.sheet('<row r="1"><c r="A9"><v>1</v></c></row>'), {}),
        (p.sheet(p.row(1, p.text("A1", "short"), p.text("B1", "too long"))), {"cell_characters": 7}),
        (p.sheet(p.row(1, p.value("A1", "123456789"), p.value("B1", "9"))), {"cell_characters": 7}),
        (p.sheet(p.row(1, p.formula("B1", "1234567", None))), {"cell_characters": 7}),
        (p.sheet(p.row(1, p.text("A1", "four")) + p.row(90, p.text("B90", "five5"))), FULL),
        (p.sheet(p.row(1, p.value("A1", "0", "s"), p.text("B1", "five5"))), FULL),
        (p.sheet(p.row(1, p.text("A1", "a"), p.text("B1", "b")), after=AFTER[3]), {"linked_cells": 4}),
        (APART, {"linked_cells": 2}),
    ],
)  # fmt: skip
def test_both_ways_refuse_for_the_same_reason(tmp_path: Path, sheet: str, limits: dict[str, int]) -> None:
    path, said = written(tmp_path, sheet), []
    for way in (QUICK, SLOW):
        with pytest.raises(Unreadable) as refused:
            cells(path, replace(way, **limits))
        said.append((refused.value.kind, refused.value.detail))
    assert said[0] == said[1]


def test_both_ways_give_the_same_where_cells_without_a_format_are_struck_through(tmp_path: Path) -> None:
    path = written(
        tmp_path, p.sheet(p.row(1, '<c r="A1" t="s"><v>0</v></c>', p.text("B1", "b"))), struck=True
    )
    assert alike(path).cells["struck"].to_list() == ["all", "all"]


def test_shared_formulas_are_said_anew_no_further_the_quick_way(tmp_path: Path) -> None:
    first = '<c r="A{n}"><f t="shared" ref="A1:A9" si="0">B1+1</f></c>'
    rest = "".join(p.row(n, f'<c r="A{n}"><f t="shared" si="0"/></c>') for n in range(2, 10))
    path = written(tmp_path, p.sheet(p.row(1, first.format(n=1)) + rest))
    quick, slow = (cells(path, replace(way, translated=20)).cells for way in (QUICK, SLOW))
    assert quick.equals(slow)
    assert quick["text"].to_list() == [*(f"=B{n}+1" for n in range(1, 6)), *["=B1+1"] * 4]


def test_text_is_counted_over_all_sheets(tmp_path: Path) -> None:
    path = tmp_path / "book.xlsx"
    ways = p.relations(s1=("worksheet", "worksheets/sheet1.xml"), s2=("worksheet", "worksheets/sheet2.xml"))
    tabs = p.workbook(p.tab("Reactions"), p.tab("Second", 2))
    sheet = p.sheet(p.row(1, p.text("A1", "words")))
    path.write_bytes(p.packed(p.parts() | {
        p.WORKBOOK: tabs, p.RELATIONS: ways, p.SHEET: sheet, "xl/worksheets/sheet2.xml": sheet,
    }))  # fmt: skip
    for way in (QUICK, SLOW):
        with pytest.raises(Unreadable) as refused:
            cells(path, replace(way, characters=9, many_characters=9))
        assert (refused.value.kind, refused.value.detail) == ("too_much_text", "Second!A1")


def test_the_shipped_workbook_is_the_same_both_ways() -> None:
    assert alike(SHIPPED).cells.height > 5_000


def test_a_sheet_of_more_rows_than_a_team_s_is_read_the_quick_way_by_itself(tmp_path: Path) -> None:
    path = rows.written(tmp_path / "long.xlsx", SHIPPED, 300)
    few = Limits(long_rows=250, values=6_000)  # too few for the slow way
    assert cells(path, few).cells.equals(cells(path, SLOW).cells)


def test_a_long_sheet_in_no_order_is_refused_where_the_slow_way_takes_no_more(tmp_path: Path) -> None:
    line = '<row r="1"><c r="B1"><v>1</v></c><c r="A1"><v>1</v></c></row>' + "".join(
        f'<row r="{number}"><c r="A{number}"><v>1</v></c></row>' for number in range(2, 400)
    )
    with pytest.raises(Unreadable) as refused:
        cells(written(tmp_path, p.sheet(line)), Limits(long_rows=250, values=300))
    assert refused.value.kind == "too_many_values"
