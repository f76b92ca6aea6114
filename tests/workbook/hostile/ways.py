"""Workbooks whose parts lead nowhere, in circles, outside, or to something else than they say."""

from tests.workbook import packages as p
from tests.workbook.broken import Broken, Build

SECOND = "xl/worksheets/sheet2.xml"
STRICT = "http://purl.oclc.org/ooxml/spreadsheetml/main"


def leading() -> list[Broken]:
    """Ways between parts that no program of Office lays."""
    return [
        Broken("sheet that is the workbook", "wrong_part", _to("workbook.xml"), p.WORKBOOK),
        Broken("sheet that is the texts", "shared_sheet", _tabs(("A", SHEET), ("B", SHEET)), "B"),
        Broken("sheet that is its own relations", "wrong_part", _to("_rels/workbook.xml.rels"), p.RELATIONS),
        Broken(
            "sheet without a name space", "wrong_part", _sheet("<worksheet><sheetData/></worksheet>"), p.SHEET
        ),
        Broken(
            "sheet of another name space", "wrong_part", _sheet(p.sheet("").replace(p.MAIN, "urn:x")), p.SHEET
        ),
        Broken("Strict sheet in a plain workbook", "strict", _sheet(p.sheet("").replace(p.MAIN, STRICT))),
        Broken(
            "chart under a sheet's name", "wrong_part", _sheet(f'<chartsheet xmlns="{p.MAIN}"/>'), p.SHEET
        ),
        Broken(
            "dialog under a sheet's name", "wrong_part", _sheet(f'<dialogsheet xmlns="{p.MAIN}"/>'), p.SHEET
        ),
        Broken(
            "macros under a sheet's name", "wrong_part", _sheet('<xm:macrosheet xmlns:xm="urn:x"/>'), p.SHEET
        ),
        Broken("only a dialog", "no_sheet", _only("dialogsheet")),
        Broken("only macros of Excel 4", "no_sheet", _only("xlMacrosheet")),
        Broken("sheet kept in a file", "missing_part", _to("file:///etc/passwd"), "file:///etc/passwd"),
        Broken(
            "sheet kept on a server",
            "missing_part",
            _to("file://server/share/s.xml"),
            "file://server/share/s.xml",
        ),
        Broken(
            "sheet kept in a query",
            "missing_part",
            _to("worksheets/sheet1.xml?a=1"),
            "xl/worksheets/sheet1.xml?a=1",
        ),
        Broken("sheet far up", "missing_part", _to("../" * 300 + "etc/passwd"), "etc/passwd"),
        Broken(
            "sheet with a way of ten thousand steps",
            "missing_part",
            _to("a/" * 10_000),
            "xl/" + "a/" * 58 + "…",
        ),
        Broken(
            "sheet in other capitals",
            "missing_part",
            _to("Worksheets/Sheet1.xml"),
            "xl/Worksheets/Sheet1.xml",
        ),
        Broken(
            "tab without a name",
            "bad_xml",
            lambda: p.book(workbook=p.workbook('<sheet r:id="s1"/>')),
            p.WORKBOOK,
        ),
        Broken("tab that leads to the texts", "no_sheet", lambda: p.book(workbook=_tab("t"))),
        Broken("tab whose way has a name space of its own", "lost_sheet", _own_space, "Reactions"),
        Broken(
            "ten thousand tabs to one sheet",
            "shared_sheet",
            _tabs(*((f"T{n}", SHEET) for n in range(10_000))),
            "T1",
        ),
        Broken("two tabs that differ by an accent's case", "duplicate_sheet", _two_tabs("É", "é"), "é"),
        Broken("two tabs that differ by a sharp s", "duplicate_sheet", _two_tabs("Maße", "MASSE"), "MASSE"),
        Broken("two workbooks", "twofold", _second_workbook, "officeDocument"),
        Broken(
            "two parts of texts", "twofold", _twice("sharedStrings", "sharedStrings2.xml"), "sharedStrings"
        ),
        Broken("two parts of formats", "twofold", _twice("styles", "styles2.xml"), "styles"),
        Broken("one id for two ways", "twofold", _one_id, "s1"),
        Broken("workbook that is its own relations", "unknown", lambda: _main("_rels/.rels")),
        Broken("workbook that is the list of kinds", "unknown", lambda: _main("[Content_Types].xml")),
        Broken("workbook outside", "missing_part", lambda: _main("../../x.xml"), "x.xml"),
        Broken("workbook on the web", "missing_part", lambda: _main("http://x.example/w.xml"), "_rels/.rels"),
        Broken("workbook that is a sheet", "unknown", lambda: _main(p.SHEET)),
        Broken("texts that are formats", "wrong_part", lambda: p.book(strings=p.FORMATS), p.STRINGS),
        Broken("formats that are texts", "wrong_part", lambda: p.book(styles=p.strings()), p.STYLES),
        Broken(
            "Strict texts in a plain workbook",
            "strict",
            lambda: p.book(strings=p.strings().replace(p.MAIN, STRICT)),
        ),
        Broken("texts that are a sheet", "wrong_part", _texts_are_a_sheet, p.SHEET),
        Broken(
            "binary sheet in a plain workbook", "bad_xml", _sheet(b"\x81\x01\x00\x93\x01\x17" * 9), p.SHEET
        ),
        Broken("binary workbook beside a plain one", "xlsb", _beside("xl/workbook.bin")),
        Broken("Word document beside a workbook", "word", _beside("word/document.xml")),
        Broken("no list of kinds", "archive", _without_kinds),
    ]


SHEET = "worksheets/sheet1.xml"


def _to(target: str) -> Build:
    return lambda: p.book(relations=p.relations(s1=("worksheet", target)))


def _sheet(content: bytes | str) -> Build:
    return lambda: p.book(sheet=content)


def _tab(relation: str) -> str:
    return p.workbook(f'<sheet name="A" sheetId="1" r:id="{relation}"/>')


def _tabs(*listed: tuple[str, str]) -> Build:
    """A workbook with those tabs, each leading to a part of `xl`."""
    tabs = "".join(p.tab(name, number) for number, (name, _) in enumerate(listed))
    ways = {f"s{number}": ("worksheet", target) for number, (_, target) in enumerate(listed)}
    return lambda: p.book(workbook=p.workbook(tabs), relations=p.relations(**ways))


def _two_tabs(first: str, second: str) -> Build:
    ways = p.relations(s1=("worksheet", SHEET), s2=("worksheet", "worksheets/sheet2.xml"))
    changed: dict[str, bytes | str] = {
        p.WORKBOOK: p.workbook(p.tab(first, 1), p.tab(second, 2)),
        p.RELATIONS: ways,
        SECOND: p.sheet(""),
    }
    return lambda: p.packed(p.parts() | changed)


def _only(kind: str) -> Build:
    changed: dict[str, bytes | str] = {
        p.RELATIONS: p.relations(s1=(kind, "other/sheet1.xml")),
        "xl/other/sheet1.xml": f'<worksheet xmlns="{p.MAIN}"/>',
    }
    return lambda: p.packed(p.parts() | changed)


def _own_space() -> bytes:
    return p.book(workbook=p.workbook(p.tab("Reactions")).replace(p.OFFICE, "urn:x"))


def _second_workbook() -> bytes:
    ways = p.relations(w=("officeDocument", p.WORKBOOK), v=("officeDocument", "xl/workbook2.xml"))
    changed: dict[str, bytes | str] = {"_rels/.rels": ways, "xl/workbook2.xml": p.workbook(p.tab("B"))}
    return p.packed(p.parts() | changed)


def _twice(kind: str, target: str) -> Build:
    ways = str(p.parts()[p.RELATIONS]).replace("</Relationships>", "")
    more = f'<Relationship Id="z" Type="{p.OFFICE}/{kind}" Target="{target}"/></Relationships>'
    return lambda: p.book(relations=ways + more)


def _one_id() -> bytes:
    ways = str(p.parts()[p.RELATIONS]).replace('Id="t"', 'Id="s1"')
    return p.book(relations=ways)


def _main(target: str) -> bytes:
    return p.packed(p.parts() | {"_rels/.rels": p.relations(w=("officeDocument", target))})


def _texts_are_a_sheet() -> bytes:
    ways = p.relations(s1=("worksheet", SHEET), t=("sharedStrings", SHEET))
    return p.book(relations=ways)


def _beside(part: str) -> Build:
    return lambda: p.packed(p.parts() | {part: "<a/>"})


def _without_kinds() -> bytes:
    return p.packed({name: part for name, part in p.parts().items() if name != "[Content_Types].xml"})
