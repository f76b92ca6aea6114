"""Workbooks that came to harm, each with the refusal it deserves."""

import struct

from tests.workbook import packages as p
from tests.workbook.broken import Broken


def torn() -> list[Broken]:
    """Workbooks cut short, damaged on the way, or with parts missing."""
    whole = p.book()
    return [
        Broken("half", "truncated", lambda: whole[: len(whole) // 2]),
        Broken("first bytes", "truncated", lambda: whole[:40]),
        Broken("half synchronised", "half_synced", lambda: whole[:800] + bytes(len(whole))),
        Broken("one byte flipped", "damaged", lambda: _flipped(whole), p.SHEET),
        Broken("wrong checksum", "damaged", _wrong_checksum, p.SHEET),
        Broken("wrong size", "damaged", _wrong_size, p.SHEET),
        Broken(
            "other name inside", "damaged", lambda: whole.replace(b"sheet1.xml", b"sheet9.xml", 1), p.SHEET
        ),
        Broken("broken list of parts", "damaged_index", lambda: _newer_zip(whole)),
        Broken("no workbook part", "missing_part", lambda: _without(p.WORKBOOK), p.WORKBOOK),
        Broken("no sheet part", "missing_part", lambda: _without(p.SHEET), p.SHEET),
        Broken("no strings part", "missing_part", lambda: _without(p.STRINGS), p.STRINGS),
        Broken("no relations", "missing_part", lambda: _without("_rels/.rels"), "_rels/.rels"),
        Broken(
            "sheet on the web", "missing_part", lambda: _sheet_at("http://x.example/s"), "http://x.example/s"
        ),
        Broken("sheet outside", "missing_part", lambda: _sheet_at("../../../etc/passwd"), "etc/passwd"),
        Broken("tab without relation", "lost_sheet", lambda: p.book(workbook=p.workbook(p.tab("A", 7))), "A"),
        Broken("sheet cut off", "bad_xml", lambda: p.book(sheet=p.sheet("")[:-20]), p.SHEET),
        Broken("control bytes", "bad_xml", lambda: _cell_text("a\x01b"), p.SHEET),
        Broken("NUL by number", "bad_xml", lambda: _cell_text("a&#0;b"), p.SHEET),
        Broken("half a character", "bad_xml", lambda: _cell_text("a&#xD800;b"), p.SHEET),
        Broken("bad letters", "bad_xml", lambda: p.book(sheet=p.sheet("\xe9").encode("latin-1")), p.SHEET),
        Broken(
            "unknown alphabet",
            "bad_xml",
            lambda: p.book(strings='<?xml version="1.0" encoding="moon"?><a/>'),
            p.STRINGS,
        ),
        Broken("no tabs", "no_sheet", lambda: p.book(workbook=p.workbook())),
        Broken("only a chart", "no_sheet", _only_a_chart),
        Broken(
            "same tab twice",
            "duplicate_sheet",
            lambda: p.book(workbook=p.workbook(p.tab("A"), p.tab("a"))),
            "a",
        ),
        Broken("other main part", "unknown", lambda: p.book(workbook="<mimetype/>")),
        Broken(
            "impossible column",
            "bad_address",
            lambda: p.book(sheet=p.sheet("", before='<cols><col hidden="1" min="x"/></cols>')),
            "Reactions!x",
        ),
        Broken("Strict", "strict", lambda: p.book(workbook=p.strict())),
    ]


def _flipped(whole: bytes) -> bytes:
    at = whole.index(p.SHEET.encode()) + len(p.SHEET) + 60
    return whole[:at] + bytes([whole[at] ^ 0x10]) + whole[at + 1 :]


def _wrong_checksum() -> bytes:
    part = p.entry(p.SHEET, p.sheet(""))
    return p.replaced(p.Entry(part.name, part.packed, part.size, part.checksum ^ 1))


def _wrong_size() -> bytes:
    part = p.entry(p.SHEET, p.sheet(""))
    return p.replaced(p.Entry(part.name, part.packed, part.size + 1, part.checksum))


def _newer_zip(whole: bytes) -> bytes:
    at = whole.index(b"PK\x01\x02")
    return whole[: at + 6] + struct.pack("<H", 99) + whole[at + 8 :]


def _without(name: str) -> bytes:
    return p.packed({part: content for part, content in p.parts().items() if part != name})


def _sheet_at(target: str) -> bytes:
    return p.book(relations=p.relations(s1=("worksheet", target)))


def _only_a_chart() -> bytes:
    chart: dict[str, bytes | str] = {
        p.RELATIONS: p.relations(s1=("chartsheet", "chartsheets/sheet1.xml")),
        "xl/chartsheets/sheet1.xml": "<a/>",
    }
    return p.packed(p.parts() | chart)


def _cell_text(words: str) -> bytes:
    return p.book(sheet=p.sheet(p.row(1, p.text("A1", words))))
