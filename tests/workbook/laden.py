"""A workbook put together part by part, with all that a spreadsheet library would lose, to put marks into."""

from __future__ import annotations

import io
import re
import warnings
import zipfile
from typing import TYPE_CHECKING

import openpyxl

from flows.workbook.problems import Cell, Problem, at
from tests.workbook import packages
from tests.workbook.packages import HEAD, MAIN, OFFICE, PACKAGE, packed, relations, row, sheet, text, value

if TYPE_CHECKING:
    from flows.workbook.problems import Severity

MICROSOFT = "http://schemas.microsoft.com/office"
VML = "application/vnd.openxmlformats-officedocument.vmlDrawing"
SPREADSHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml"
RELS = '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
GUID = "{0A1B2C3D-0000-4000-8000-000000000001}"
UNTOUCHED = {
    "xl/threadedComments/threadedComment1.xml": "<ThreadedComments"
    f' xmlns="{MICROSOFT}/spreadsheetml/2018/threadedcomments"><threadedComment ref="C2" personId="{GUID}"'
    f' id="{GUID}"><text>Is this right?</text></threadedComment></ThreadedComments>',
    "xl/persons/person.xml": f'<personList xmlns="{MICROSOFT}/spreadsheetml/2018/threadedcomments">'
    f'<person displayName="Ada" id="{GUID}" userId="ada" providerId="None"/></personList>',
    "xl/drawings/drawing1.xml": '<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/'
    'spreadsheetDrawing"><xdr:twoCellAnchor><xdr:sp><xdr:txBody>A box of words</xdr:txBody></xdr:sp>'
    "</xdr:twoCellAnchor></xdr:wsDr>",
    "xl/charts/chart1.xml": '<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"/>',
    "xl/pivotTables/pivotTable1.xml": f'<pivotTableDefinition xmlns="{MAIN}" name="P" cacheId="1"/>',
    "xl/pivotCache/pivotCacheDefinition1.xml": f'<pivotCacheDefinition xmlns="{MAIN}"/>',
    "xl/tables/table1.xml": f'<table xmlns="{MAIN}" id="1" name="T" displayName="T" ref="A1:C3">'
    '<tableColumns count="3"/></table>',
    "xl/printerSettings/printerSettings1.bin": "\x01\x02 printer",
    "xl/vbaProject.bin": "\x03\x04 macros",
    "xl/media/image1.emf": "\x05 picture",
    "customXml/item1.xml": "<mine><kept/></mine>",
    "xl/sharedStrings.xml": f'<sst xmlns="{MAIN}"><si><r><rPr><b/></rPr><t>Rich</t></r><r><t> text</t></r>'
    "</si></sst>",
}
"""Parts that no mark has anything to do with, some of them not even sound: they are not looked into."""

AFTER = (
    '<mergeCells count="1"><mergeCell ref="B4:C5"/></mergeCells>'
    '<conditionalFormatting sqref="A1:A9"><cfRule type="expression" dxfId="0" priority="7"><formula>A1=1'
    "</formula></cfRule></conditionalFormatting>"
    '<dataValidations count="1"><dataValidation type="list" sqref="A2"><formula1>"x,y"</formula1>'
    "</dataValidation></dataValidations>"
    '<pageMargins left="1" right="1" top="1" bottom="1" header="0" footer="0"/>'
    '<pageSetup orientation="landscape" r:id="p"/><drawing r:id="d"/><legacyDrawing r:id="v"/>'
    '<tableParts count="1"><tablePart r:id="t"/></tableParts>'
    f'<extLst><ext xmlns:x14="{MICROSOFT}/spreadsheetml/2009/9/main" '
    'uri="{78C0D931-6437-407d-A8EE-F0AAD7539E65}">'
    '<x14:conditionalFormattings><x14:conditionalFormatting><x14:cfRule type="expression" priority="9"/>'
    "</x14:conditionalFormatting></x14:conditionalFormattings><x14:dataValidations/><x14:sparklineGroups/>"
    "</ext></extLst>"
)
COMMENTS = (
    f'{HEAD}<comments xmlns="{MAIN}"><authors><author>Ada</author><author>tc={GUID}</author></authors>'
    '<commentList><comment ref="A2" authorId="0"><text><r><t>Ask her again</t></r></text></comment>'
    '<comment ref="C2" authorId="1"><text><t>[Threaded comment] Is this right?</t></text></comment>'
    "</commentList></comments>"
)
DRAWING = (
    '<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"'
    ' xmlns:x="urn:schemas-microsoft-com:office:excel"><o:shapelayout v:ext="edit">'
    '<o:idmap v:ext="edit" data="1"/>'
    '</o:shapelayout><v:shapetype id="_x0000_t202" path="m,l,21600r21600,l21600,xe"/>'
    '<v:shape id="_x0000_s1025" type="#_x0000_t202"><x:ClientData ObjectType="Note"><x:Row>1</x:Row>'
    '<x:Column>0</x:Column></x:ClientData></v:shape>\r\n<v:shape id="_x0000_s1026" type="#_x0000_t202">'
    '<v:textbox><br></v:textbox><x:ClientData ObjectType="Button"/></v:shape></xml>'
)
STYLES = (
    f'{HEAD}<styleSheet xmlns="{MAIN}"><fonts count="1"><font><sz val="10"/><name val="Aptos"/></font>'
    "</fonts>"
    '<fills count="1"><fill><patternFill/></fill></fills><borders count="1"><border/></borders>'
    '<cellStyleXfs count="1"><xf/>'
    '</cellStyleXfs><cellXfs count="2"><xf fontId="0"/><xf fontId="0" numFmtId="14"/></cellXfs>'
    '<dxfs count="1"><dxf><font><b/></font></dxf></dxfs></styleSheet>'
)
WORKBOOK = (
    f'{HEAD}<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><bookViews>'
    '<workbookView firstSheet="1" activeTab="1"/>'
    '<workbookView activeTab="2"/></bookViews><sheets><sheet name="Reactions" sheetId="4" r:id="s1"/>'
    '<sheet name="to FIX" sheetId="9" r:id="s2"/><sheet name="Chart" sheetId="2" r:id="s3"/></sheets>'
    '<definedNames><definedName name="_xlnm.Print_Area" localSheetId="1">\'to FIX\'!$A$1</definedName>'
    '<definedName name="All">Reactions!$A$1</definedName></definedNames></workbook>'
)
OVERRIDES = {
    "xl/workbook.xml": "application/vnd.ms-excel.sheet.macroEnabled.main+xml",
    "xl/worksheets/sheet1.xml": f"{SPREADSHEET}.worksheet+xml",
    "xl/worksheets/sheet2.xml": f"{SPREADSHEET}.worksheet+xml",
    "xl/chartsheets/sheet1.xml": f"{SPREADSHEET}.chartsheet+xml",
    "xl/styles.xml": f"{SPREADSHEET}.styles+xml",
    "xl/sharedStrings.xml": f"{SPREADSHEET}.sharedStrings+xml",
    "xl/comments1.xml": f"{SPREADSHEET}.comments+xml",
}
CHART = (
    f'<chartsheet xmlns="{MAIN}"><sheetViews><sheetView tabSelected="true" workbookViewId="0"/>'
    "</sheetViews></chartsheet>"
)


def parts() -> dict[str, bytes | str]:
    """Every part: a sheet with all of that, one of the team's own called "to FIX", and a chart's."""
    said = "".join(f'<Override PartName="/{name}" ContentType="{kind}"/>' for name, kind in OVERRIDES.items())
    rows = row(1, text("A1", "id"), text("B1", "Date"), value("C1", "0", "s")) + row(3, text("C3", "x"))
    view = '<sheetViews><sheetView workbookViewId="0"/></sheetViews>'
    view += '<cols><col min="2" max="2" width="40"/></cols>'
    return {
        "[Content_Types].xml": f'{HEAD}<!-- by hand --><Types xmlns="{PACKAGE}/content-types">'
        f'{RELS}<Default Extension="VML" ContentType="{VML}"/>{said}</Types>',
        "_rels/.rels": relations(w=("officeDocument", "xl/workbook.xml")),
        "xl/workbook.xml": WORKBOOK,
        "xl/_rels/workbook.xml.rels": relations(
            s1=("worksheet", "worksheets/sheet1.xml"),
            s2=("worksheet", "worksheets/sheet2.xml"),
            s3=("chartsheet", "chartsheets/sheet1.xml"),
            f=("styles", "styles.xml"),
            t=("sharedStrings", "sharedStrings.xml"),
            m=("vbaProject", "vbaProject.bin"),
        ),
        "xl/worksheets/sheet1.xml": sheet(rows, before=view, after=AFTER),
        "xl/worksheets/_rels/sheet1.xml.rels": relations(
            v=("vmlDrawing", "../drawings/vmlDrawing1.vml"),
            c=("comments", "../comments1.xml"),
            h=("threadedComment", "../threadedComments/threadedComment1.xml"),
            d=("drawing", "../drawings/drawing1.xml"),
            p=("printerSettings", "../printerSettings/printerSettings1.bin"),
            t=("table", "../tables/table1.xml"),
        ),
        "xl/worksheets/sheet2.xml": sheet(
            row(1, text("A1", "theirs")),
            before='<sheetViews><sheetView tabSelected="1" workbookViewId="0"/></sheetViews>',
        ),
        "xl/chartsheets/sheet1.xml": CHART,
        "xl/chartsheets/_rels/sheet1.xml.rels": relations(c=("chart", "../charts/chart1.xml")),
        "xl/styles.xml": STYLES,
        "xl/comments1.xml": COMMENTS,
        "xl/drawings/vmlDrawing1.vml": DRAWING,
        **UNTOUCHED,
    }


def book() -> bytes:
    """The package of them all."""
    return packed(parts())


def plain(**changed: bytes | str) -> bytes:
    """The smallest workbook another program can read as well; parts changed (sheet=, styles=) or left out."""
    kinds = {packages.WORKBOOK: "sheet.main", packages.SHEET: "worksheet", packages.STYLES: "styles"}
    kinds |= {packages.STRINGS: "sharedStrings"}
    said = "".join(
        f'<Override PartName="/{name}" ContentType="{SPREADSHEET}.{kind}+xml"/>'
        for name, kind in kinds.items()
    )
    names = {"sheet": packages.SHEET, "styles": packages.STYLES, "relations": packages.RELATIONS}
    whole = (
        packages.parts()
        | {
            "[Content_Types].xml": f'{HEAD}<Types xmlns="{PACKAGE}/content-types">{RELS}{said}</Types>',
            packages.STYLES: packages.FORMATS.replace("<fill/>", "<fill><patternFill/></fill>"),
        }
        | {names[short]: content for short, content in changed.items()}
    )
    return packed({name: content for name, content in whole.items() if content})


def prefixed(part: str) -> str:
    """The part with every element of its own namespace written as x:name."""
    named = re.sub(r"<(/?)(?=[A-Za-z]+[\s/>])(?!xml\b)", r"<\1x:", part)
    return named.replace(f'xmlns="{MAIN}"', f'xmlns:x="{MAIN}"').replace(
        f'xmlns="{PACKAGE}/content-types"', f'xmlns:x="{PACKAGE}/content-types"'
    )


def wide(part: str) -> bytes:
    """The part in UTF-16, with the mark that says so."""
    return part.replace('encoding="UTF-8"', 'encoding="UTF-16"').encode("utf-16")


def told(
    sheet: str,
    row: int | None = None,
    column: int | None = None,
    severity: Severity = "error",
    message: str = 'Date says "x".',
) -> Problem:
    """A complaint."""
    cell = at(sheet, row, column, None) if row else Cell(sheet)
    return Problem(cell, severity, "some_rule", "=1+1", message, "Type 2020-06-10.")


def elsewhere(content: bytes) -> openpyxl.Workbook:
    """The workbook as another program reads it, whatever it says of what it will not keep."""
    with warnings.catch_warnings(action="ignore"):
        return openpyxl.load_workbook(io.BytesIO(content))


def opened(content: bytes) -> zipfile.ZipFile:
    """The package, to be looked into."""
    return zipfile.ZipFile(io.BytesIO(content))


def raw(content: bytes) -> dict[str, bytes]:
    """Each entry with its head and its packed bytes, as they lie in the package."""
    with opened(content) as package:
        infos = sorted(package.infolist(), key=lambda info: info.header_offset)
        ends = [*(info.header_offset for info in infos[1:]), package.start_dir]
    return {info.filename: content[info.header_offset : end] for info, end in zip(infos, ends, strict=True)}
