"""The sound workbooks that fuzzing begins with: between them they use all that the reader knows."""

from tests.workbook import packages as p

Parts = dict[str, bytes]

SHEET_WAYS = "xl/worksheets/_rels/sheet1.xml.rels"


def seeds() -> list[Parts]:
    """Some workbooks as parts by name."""
    return [{name: _bytes(part) for name, part in parts.items()} for parts in (p.parts(), _full(), _bare())]


def _full() -> dict[str, bytes | str]:
    """Every kind of cell, and all that is said about rows, columns and ranges."""
    rows = (
        p.row(1, p.value("A1", "0", "s"), p.text("B1", "in place_x000D_"), p.value("C1", "1", "s"))
        + p.row(
            2, p.value("A2", "43992", "n", 1), p.value("B2", "0.5", "n", 2), p.value("C2", "1.25", "n", 3)
        )
        + p.row(
            3, p.value("A3", "1", "b"), p.value("B3", "#N/A", "e"), p.value("C3", "2020-06-10T14:30:00", "d")
        )
        + p.row(4, '<c r="A4"><f t="shared" si="0" ref="A4:A5">$B1+B2*SUM(C$1:C2)</f></c>', hidden="1")
        + p.row(5, '<c r="A5"><f t="shared" si="0"/></c>', "<c><v>7</v></c>", ht="0")
        + p.row(6, p.formula("A6", "HYPERLINK(&quot;https://a.example&quot;,&quot;x&quot;)", "x", "str"))
        + p.row(7, p.value("A7", "2", "n", 4), '<c r="B7" s="1"/>', p.formula("C7", "1+1", None))
        + p.row(80, p.value("BZ80", "9"))
    )
    before = '<cols><col min="2" max="3" hidden="1"/><col min="4" max="4" width="0"/></cols>'
    after = (
        '<autoFilter ref="A1:C7"><filterColumn colId="0"/></autoFilter>'
        '<mergeCells><mergeCell ref="A1:B1"/><mergeCell ref="C5:D9"/></mergeCells>'
        '<hyperlinks><hyperlink ref="A1" r:id="h"/><hyperlink ref="A2:C3" location="A1"/></hyperlinks>'
    )
    ways = p.relations(h=("hyperlink", "https://a.example/"), t=("table", "../tables/table1.xml"))
    runs = '<r><t>old</t></r><r><rPr><strike/></rPr><t xml:space="preserve"> new</t></r>'
    return p.parts() | {
        p.SHEET: p.sheet(rows, before=before, after=after),
        p.STRINGS: p.strings("<t>Reaction</t>", runs + '<rPh sb="0" eb="1"><t>x</t></rPh>'),
        SHEET_WAYS: ways,
        "xl/tables/table1.xml": f'<table xmlns="{p.MAIN}"><autoFilter><filterColumn/></autoFilter></table>',
        "docProps/core.xml": "<a/>",
        "xl/media/a.png": "\x89PNG",
    }


def _bare() -> dict[str, bytes | str]:
    """Two tabs, one hidden, without shared texts or formats; days from 1904; another prefix."""
    row = (
        '<x:row><x:c><x:v>5</x:v></x:c><x:c t="inlineStr"><x:is><x:r><x:t>a</x:t></x:r></x:is></x:c></x:row>'
    )
    other = f'<x:worksheet xmlns:x="{p.MAIN}"><x:sheetData>{row}</x:sheetData></x:worksheet>'
    kept = {name: part for name, part in p.parts().items() if name not in (p.STRINGS, p.STYLES)}
    tabs = p.workbook(p.tab("A"), p.tab("B", 2, "hidden"), properties='<workbookPr date1904="1"/>')
    return kept | {
        p.WORKBOOK: tabs,
        p.RELATIONS: p.relations(
            s1=("worksheet", "worksheets/sheet1.xml"), s2=("worksheet", "/xl/worksheets/sheet2.xml")
        ),
        p.SHEET: p.sheet(p.row(1, p.text("A1", "x")) + "<row/>" + p.row(9, p.value("C9", "1"))),
        "xl/worksheets/sheet2.xml": other,
    }


def _bytes(part: bytes | str) -> bytes:
    return part.encode() if isinstance(part, str) else part
