"""A workbook with a word of its own in every place that nobody outside the team may see: forty and more."""

from __future__ import annotations

import io
import re
import zipfile
from hashlib import sha256
from typing import TYPE_CHECKING

from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.chart import BarChart, Reference
from openpyxl.comments import Comment
from openpyxl.formatting.rule import Rule
from openpyxl.packaging.custom import StringProperty
from openpyxl.styles import Font, NamedStyle
from openpyxl.styles.differential import DifferentialStyle
from openpyxl.utils import column_index_from_string, get_column_letter
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.scenario import InputCells, Scenario, ScenarioList
from openpyxl.worksheet.table import Table

from tests import books

if TYPE_CHECKING:
    from pathlib import Path

    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

    from tests.books import Book

A, R = "Announcements", "Reactions"
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
THREADED = "http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

WORDS: dict[str, str] = {}
"""The word in each place, by the name of the place."""


IN_CELLS: set[str] = set()
"""The places among them that are cells, and so are read."""


def word(place: str) -> str:
    """The word for that place: no other word, name or number holds it, nor it any other."""
    digits = sha256(place.encode()).hexdigest()[:10]
    return WORDS.setdefault(place, "kanarix" + digits.translate(str.maketrans("0123456789", "ghjkmnpqrs")))


def rows() -> Book:
    """The sound workbook with rows, columns and sheets that print nothing of their words."""
    book = books.sound()
    _columns(book)
    for place in ("hidden row", "row of no height", "row folded away", "struck row"):
        _announced(book, place)
    _aside(book)
    _quotes(book)
    _people(book)
    book["Settings"] = [
        ["name", "value"],
        ["title", "What is said of it"],
        [word("unknown setting"), "3"],
        ["colour of the tie", word("value of an unknown setting")],
        ["ends_soon", word("value that is no number")],
        ["team", word("hidden setting")],
    ]
    _decisions(book)
    book["Working notes"] = [["who", "what"], ["LM", word("unknown sheet")]]
    book["Lists"] = [["kind"], [word("sheet of lists")]]
    book["Plans"] = [["what"], [word("hidden sheet")]]
    book["Context"] = [["id", "date", "summary"], ["C001", "2020-06-01", word("hidden sheet of the model")]]
    book["Plots"] = [["what"], [word("very hidden sheet")]]
    cells = " ".join(str(cell) for tab in book.values() for row in tab for cell in row)
    IN_CELLS.update(place for place, words in WORDS.items() if words in cells)
    IN_CELLS.update({"actor of a row filtered out", "summary of a row filtered out", "value of a formula"})
    IN_CELLS.discard("formula")  # of which only the value is read
    return book


def _announced(book: Book, place: str) -> None:
    """One more announcement with the word of the place in every cell that takes words."""
    number = len(book[A])
    books.add(
        book, A, id=f"A{900 + number}", organisation=word(f"organisation of a {place}"),
        announced_on="2020-06-03", kind="ban", summary=word(f"summary of a {place}"),
        source=f"https://{word(f'source of a {place}')}.example/", condition=word(f"condition of a {place}"),
        quote=word(f"quote of a {place}"), quote_lang="en", speaker=word(f"speaker of a {place}"),
    )  # fmt: skip


def _columns(book: Book) -> None:
    """Cells of rows that are printed, in columns that are not."""
    for header in ("notes", "entered_by", "checked_by", "archive"):
        books.put(book, A, 2, header, word(header))
    books.put(book, A, 3, "entered_by", word("who entered a row with a blank worth filling"))
    books.put(book, A, 2, "entered_on", "1987-03-11")
    books.put(book, A, 2, "checked_on", "1988-04-12")
    books.put(book, A, 2, "Our own view", word("unknown column"))
    books.put(book, A, 2, "reason", word("hidden column"))
    books.put(book, A, 2, "disputed", word("column of no width"))
    books.put(book, A, 2, "Worked out", f"={word('formula')}")
    books.put(book, A, 2, "Status", word("status typed by hand"))
    books.put(book, "Sources", 2, "file", word("file of a source"))
    books.put(book, "Sources", 2, "notes", word("notes of a source"))
    books.put(book, "Questions", 2, "notes", word("notes of a question"))
    books.put(book, "Organisations", 2, "notes", word("notes of an organisation"))
    books.put(book, R, 2, "grounds", f"Because of it {word('struck words in a cell')} all.")
    books.put(book, R, 2, "disputed", word("struck cell"))


def _aside(book: Book) -> None:
    """Rows that are accounted for, but not printed."""
    common = {"organisation": "IBM", "kind": "statement", "source": "S001"}
    late, gone = word("row of a later day"), word("retired row")
    books.add(book, A, id="A801", announced_on="2020-07-01", summary=late, **common)
    books.add(book, A, id="A802", announced_on="2020-06-02", summary=gone, retired="twice", **common)
    unclear = word("row set aside")
    books.add(book, A, id="A803", announced_on="10/06/2020", summary=unclear, **common)
    books.add(book, A, id=None, announced_on="2020-06-02", summary=word("row without an id"), **common)
    for place in ("first of two rows with one id", "second of two rows with one id"):
        books.add(book, A, id="A804", announced_on="2020-06-02", summary=word(place), **common)
    books.add(book, "Organisations", name=word("hidden organisation"), watch="yes", watch_from="2020-06-01")


def _quotes(book: Book) -> None:
    """Quotes that may not be printed (R14)."""
    books.put(book, R, 4, "quote", word("quote without a speaker"))
    books.put(book, R, 4, "quote_lang", "en")
    books.put(book, A, 3, "quote", "Wir hören auf.")
    books.put(book, A, 3, "quote_lang", "de")
    books.put(book, A, 3, "speaker", "The chair")
    books.put(book, A, 3, "translation", word("translation by a machine"))
    books.put(book, A, 3, "translation_by", "machine")


def _people(book: Book) -> None:
    book["Recipients"] = [
        ["name", "email", "language", "group", "topics", "active", "remark"],
        [word("name of a recipient"), f"{word('address of a recipient')}@example.org", "en",
         word("group of recipients"), word("topic of a recipient"), "yes", word("remark on a recipient")],
        [word("name of a hidden recipient"), f"{word('address of a hidden recipient')}@example.org"],
        [word("name of one switched off"), f"{word('address of one switched off')}@example.org",
         None, None, None, "no"],
        [word("name of one without address"), word("address that is none")],
    ]  # fmt: skip
    book["Destinataires"] = [["nom", "courriel"], [word("recipient on a hidden sheet"), "x@example.org"]]


def _decisions(book: Book) -> None:
    """One that takes a complaint away, one that reads a name, one with a fault, one out of sight."""
    book["Decisions"] = [
        ["content", "rule", "row", "read_as", "reason", "decided_by", "decided_on", "remark"],
        ["The chair", "quote_without_role", "A002", None, word("reason of a decision"), word("who decided"),
         "1989-05-13", word("remark on a decision")],
        ["Police officers' union", "near_name", None, "ACLU", word("reason for a name"), word("who knew")],
        ["10/06/2020", "ambiguous_date", "A803", None, word("reason for an error"), word("who erred"), None],
        [word("content of a hidden decision"), "too_long", None, word("reading of a hidden decision"),
         word("reason of a hidden decision"), word("who hid it")],
    ]  # fmt: skip


def touched(workbook: Workbook) -> None:
    """Hide, strike, note and name; what openpyxl cannot write follows in `packed`."""
    sheet = workbook[A]
    _out_of_sight(workbook, sheet)
    _struck(workbook)
    _said_of_cells(sheet)
    _said_of_sheet(sheet)
    _drawn(sheet)
    _said_of_the_file(workbook)


def _row(sheet: Worksheet, words: str) -> int:
    return next(number for number, row in enumerate(sheet.values, 1) if words in row)


def _column(sheet: Worksheet, header: str) -> str:
    letters: str = get_column_letter(1 + [cell.value for cell in sheet[1]].index(header))
    return letters


def _out_of_sight(workbook: Workbook, sheet: Worksheet) -> None:
    for place in ("hidden row", "row of no height", "row folded away"):
        row = sheet.row_dimensions[_row(sheet, word(f"summary of a {place}"))]
        row.hidden = place != "row of no height"
        row.height = 0 if place == "row of no height" else None
        row.outlineLevel = int(place == "row folded away")
    sheet.column_dimensions[_column(sheet, "reason")].hidden = True
    sheet.column_dimensions[_column(sheet, "disputed")].width = 0
    for tab, words in (("Settings", "hidden setting"), ("Organisations", "hidden organisation"),
                       ("Recipients", "name of a hidden recipient"),
                       ("Decisions", "content of a hidden decision")):  # fmt: skip
        workbook[tab].row_dimensions[_row(workbook[tab], word(words))].hidden = True
    for tab in ("Plans", "Context", "Destinataires"):
        workbook[tab].sheet_state = "hidden"
    workbook["Plots"].sheet_state = "veryHidden"
    filtered = workbook[R]
    filtered.append(["R901", word("actor of a row filtered out"), "2020-06-10", "A001",
                     word("summary of a row filtered out"), "S001"])  # fmt: skip
    filtered.row_dimensions[filtered.max_row].hidden = True
    filtered.auto_filter.ref = f"A1:{filtered.cell(filtered.max_row, 6).coordinate}"
    filtered.auto_filter.add_filter_column(0, ["R001"])


def _struck(workbook: Workbook) -> None:
    sheet, row = workbook[A], _row(workbook[A], word("summary of a struck row"))
    sheet.cell(row, 1).font = Font(strike=True)
    sheet = workbook[R]
    sheet[f"{_column(sheet, 'disputed')}2"].font = Font(strike=True)
    gone = TextBlock(InlineFont(strike=True), word("struck words in a cell"))
    sheet[f"{_column(sheet, 'grounds')}2"].value = CellRichText("Because of it ", gone, " all.")


def _said_of_cells(sheet: Worksheet) -> None:
    sheet["B2"].comment = Comment(word("comment"), word("author of a comment"))
    choice = DataValidation(
        type="list", formula1=f'"Amazon,{word("list of a validation")}"', promptTitle=word("prompt's title"),
        prompt=word("prompt"), errorTitle=word("title of an error"), error=word("error"),
    )  # fmt: skip
    choice.add("B2:B9")
    sheet.add_data_validation(choice)
    looks = Rule(type="containsText", operator="containsText", text=word("condition of a format"),
                 dxf=DifferentialStyle(font=Font(bold=True)),
                 formula=[f'NOT(ISERROR(SEARCH("{word("formula of a format")}",E2)))'])  # fmt: skip
    sheet.conditional_formatting.add("E2:E9", looks)
    sheet["E3"].hyperlink = f"https://{word('target of a link')}.example/"
    sheet["E3"].hyperlink.tooltip = word("tooltip of a link")
    sheet["E3"].hyperlink.display = word("display of a link")
    style = NamedStyle(word("name of a style"))
    style.number_format = f'@"{word("number format")}"'
    sheet["E4"].style = style


def _said_of_sheet(sheet: Worksheet) -> None:
    sheet.oddHeader.center.text, sheet.oddFooter.left.text = word("header"), word("footer")
    sheet.evenHeader.right.text = word("header of even pages")
    sheet.sheet_properties.codeName = word("code name of a sheet")
    sheet.scenarios = ScenarioList(
        [Scenario(name=word("scenario"), inputCells=[InputCells("B2", val=word("input of a scenario"))],
                  user=word("user of a scenario"), comment=word("comment of a scenario"))]
    )  # fmt: skip
    table = Table(displayName=word("name of a table"), ref="A1:B2", comment=word("comment of a table"))
    sheet.parent["Working notes"].add_table(table)


def _drawn(sheet: Worksheet) -> None:
    chart = BarChart()
    chart.title, chart.x_axis.title = word("title of a chart"), word("axis of a chart")
    chart.add_data(Reference(sheet, min_col=2, min_row=1, max_row=3), titles_from_data=True)
    sheet.add_chart(chart, "B30")


def _said_of_the_file(workbook: Workbook) -> None:
    told = workbook.properties
    for name in ("creator", "lastModifiedBy", "title", "subject", "keywords", "description", "category",
                 "identifier", "version", "contentStatus"):  # fmt: skip
        setattr(told, name, word(f"property {name}"))
    workbook.custom_doc_props.append(
        StringProperty(name=word("name of a property"), value=word("custom property"))
    )
    name = DefinedName(word("defined name"), attr_text=f'"{word("value of a name")}"')
    name.comment, name.description = word("comment of a name"), word("description of a name")
    workbook.defined_names[name.name] = name
    unseen = DefinedName(word("hidden name"), attr_text="Announcements!$A$1", hidden=True)
    workbook.defined_names[unseen.name] = unseen


def packed(content: bytes) -> bytes:
    """The package with the parts that openpyxl does not write."""
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        parts = {entry.filename: package.read(entry) for entry in package.infolist()}
    parts |= _added(parts)
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as package:
        package.comment = word("comment of the package").encode()
        for name, part in parts.items():
            package.writestr(name, part)
    return written.getvalue()


def _added(parts: dict[str, bytes]) -> dict[str, bytes]:
    sheet = next(name for name in parts if re.fullmatch(r"xl/worksheets/sheet1\.xml", name))
    drawing = parts["xl/drawings/drawing1.xml"].decode()
    shape = (
        '<xdr:absoluteAnchor xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" '
        'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><xdr:pos x="0" y="0"/>'
        f'<xdr:ext cx="9" cy="9"/><xdr:sp><xdr:nvSpPr><xdr:cNvPr id="7" name="{word("name of a shape")}" '
        f'descr="{word("alternative text of a shape")}"/><xdr:cNvSpPr txBox="1"/></xdr:nvSpPr><xdr:spPr/>'
        f"<xdr:txBody><a:bodyPr/><a:p><a:r><a:t>{word('text box')}</a:t></a:r></a:p></xdr:txBody></xdr:sp>"
        "<xdr:clientData/></xdr:absoluteAnchor>"
    )
    end = drawing.rindex("</")
    return {
        **_beside(),
        "xl/drawings/drawing1.xml": f"{drawing[:end]}{shape}{drawing[end:]}".encode(),
        "docProps/app.xml": _app(),
        "[Content_Types].xml": _types(parts["[Content_Types].xml"].decode()),
        "xl/_rels/workbook.xml.rels": _related(parts["xl/_rels/workbook.xml.rels"].decode(), "workbook"),
        "xl/worksheets/_rels/sheet1.xml.rels": _related(
            parts["xl/worksheets/_rels/sheet1.xml.rels"].decode(), "sheet"
        ),
        sheet: _worked_out(parts[sheet].decode()),
    }


def _worked_out(sheet: str) -> bytes:
    """The formula with the value it had; a column of no width; and a value under a merged cell."""
    typed = f"<is><t>={word('formula')}</t></is>"
    worked = f'<f>"{word("formula")}"</f><v>{word("value of a formula")}</v>'
    assert f't="inlineStr">{typed}' in sheet
    sheet = sheet.replace(f't="inlineStr">{typed}', f't="str">{worked}')
    at = re.search(f'r="([A-Z]+)2"[^>]*><is><t>{word("column of no width")}', sheet)
    number = column_index_from_string(at[1] if at else "")
    sheet = sheet.replace("</cols>", f'<col min="{number}" max="{number}" width="0"/></cols>')
    covered = f'<c r="B25" t="inlineStr"><is><t>{word("covered cell")}</t></is></c>'
    corner = '<c r="A25" t="inlineStr"><is><t>A810</t></is></c>'
    sheet = sheet.replace("</sheetData>", f'<row r="25">{corner}{covered}</row></sheetData>')
    merged = '<mergeCells count="1"><mergeCell ref="A25:B25"/></mergeCells><conditionalFormatting'
    assert 'customHeight="1"' in sheet
    sheet = sheet.replace('customHeight="1"', 'customHeight="1" ht="0.0"')  # openpyxl leaves a nought out
    return sheet.replace("<conditionalFormatting", merged, 1).encode()


def _app() -> bytes:
    space = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"
    told = "".join(
        f"<{name}>{word(f'property {name}')}</{name}>"
        for name in ("Company", "Manager", "Template", "HyperlinkBase")
    )
    return f'{HEAD}<Properties xmlns="{space}"><Application>Excel</Application>{told}</Properties>'.encode()


BESIDE = {
    "xl/persons/person.xml": ("person", "workbook"),
    "xl/threadedComments/threadedComment1.xml": ("threadedComment", "sheet"),
    "xl/externalLinks/externalLink1.xml": ("externalLink", "workbook"),
    "xl/pivotCache/pivotCacheDefinition1.xml": ("pivotCacheDefinition", "workbook"),
    "customXml/item1.xml": ("customXml", "workbook"),
    "xl/connections.xml": ("connections", "workbook"),
    "xl/sharedStrings.xml": ("sharedStrings", "workbook"),
}


def _beside() -> dict[str, bytes]:
    link = f"https://{word('path of another workbook')}.example/book.xlsx"
    path = f'<Relationship Id="r1" Type="{OFFICE}/externalLinkPath" Target="{link}" TargetMode="External"/>'
    package = "http://schemas.openxmlformats.org/package/2006/relationships"
    texts = {
        "xl/persons/person.xml": f'<personList xmlns="{THREADED}"><person displayName="{word("person")}" '
        f'id="{{1}}" userId="{word("account of a person")}" providerId="AD"/></personList>',
        "xl/threadedComments/threadedComment1.xml": f'<ThreadedComments xmlns="{THREADED}">'
        f'<threadedComment ref="B2" dT="2020-06-11T00:00:00" personId="{{1}}" id="{{2}}">'
        f"<text>{word('threaded comment')}</text></threadedComment></ThreadedComments>",
        "xl/externalLinks/externalLink1.xml": f'<externalLink xmlns="{MAIN}" xmlns:r="{OFFICE}">'
        f'<externalBook r:id="r1"><sheetNames><sheetName val="{word("sheet of another workbook")}"/>'
        f'</sheetNames><sheetDataSet><sheetData sheetId="0"><row r="1"><cell r="A1" t="str"><v>'
        f"{word('cell of another workbook')}</v></cell></row></sheetData></sheetDataSet></externalBook>"
        "</externalLink>",
        "xl/externalLinks/_rels/externalLink1.xml.rels": f'<Relationships xmlns="{package}">{path}'
        "</Relationships>",
        "xl/pivotCache/pivotCacheDefinition1.xml": f'<pivotCacheDefinition xmlns="{MAIN}" refreshedBy="'
        f'{word("who refreshed a pivot")}"><cacheFields count="1"><cacheField name="x"><sharedItems>'
        f'<s v="{word("pivot cache")}"/></sharedItems></cacheField></cacheFields></pivotCacheDefinition>',
        "xl/sharedStrings.xml": f'<sst xmlns="{MAIN}"><si><t>{word("text that no cell uses")}</t></si></sst>',
        "customXml/item1.xml": f"<own>{word('custom XML')}</own>",
        "xl/connections.xml": f'<connections xmlns="{MAIN}"><connection id="1" name="{word("connection")}" '
        f'type="1"><dbPr connection="{word("connection string")}"/></connection></connections>',
    }
    written = {name: (HEAD + text).encode() for name, text in texts.items()}
    return written | {
        f"xl/embeddings/{word('name of an embedded file')}.bin": word("embedded file").encode(),
        "docProps/thumbnail.jpeg": b"\xff\xd8\xff\xe0" + word("thumbnail").encode(),
    }


def _types(listed: str) -> bytes:
    kinds = '<Default Extension="bin" ContentType="application/octet-stream"/>'
    kinds += '<Default Extension="jpeg" ContentType="image/jpeg"/>'
    return listed.replace("</Types>", f"{kinds}</Types>").encode()


def _related(listed: str, owner: str) -> bytes:
    up = "" if owner == "workbook" else "../"
    links = "".join(
        f'<Relationship Id="own{number}" Type="{OFFICE}/{kind}" '
        f'Target="{"/" + part if part.startswith("customXml") else up + part.removeprefix("xl/")}"/>'
        for number, (part, (kind, whose)) in enumerate(BESIDE.items())
        if whose == owner
    )
    return listed.replace("</Relationships>", f"{links}</Relationships>").encode()


def written(folder: Path) -> Path:
    """The workbook as a file, in a folder whose name is a secret too."""
    path = folder / word("folder") / "record.xlsx"
    path.parent.mkdir()
    books.written(path, rows(), touched)
    path.write_bytes(packed(path.read_bytes()))
    return path
