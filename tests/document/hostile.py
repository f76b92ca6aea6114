"""What somebody might paste into a cell to make the page act, lie or break, and how each is to be read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flows.workbook.schema import SHEETS

if TYPE_CHECKING:
    from tests import books

TEXT = {
    "prose",
    "words",
    "name",
    "names",
    "organisation",
    "organisations",
    "exceptions",
    "sources",
    "address",
}
"""Kinds of column that take any text."""

AS_TYPED = (
    # HTML, CSS, XML
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<img src='http://198.51.100.7/x.png'>",
    "<link rel=attachment href='file:///etc/passwd'>",
    "<link rel=stylesheet href=http://198.51.100.7/x.css>",
    "<a rel=attachment href='file:///etc/passwd'>x</a>",
    "<iframe src=file:///etc/passwd></iframe>",
    "<object data='file:///etc/passwd'></object>",
    "<embed src=http://198.51.100.7/x>",
    "<base href=http://198.51.100.7/>",
    "<meta http-equiv=refresh content='0;url=http://198.51.100.7'>",
    "<style>@import url(http://198.51.100.7/x.css);</style>",
    "<style>*{display:none}</style>",
    "--></style><script>alert(1)</script><style><!--",
    "]]><script>alert(1)</script>",
    "</title><script>alert(1)</script>",
    "</p></section></body></html>",
    "<!--",
    "<svg onload=alert(1)><use href='http://198.51.100.7/x.svg#a'/></svg>",
    "<svg><image href='file:///etc/passwd'/></svg>",
    "<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]><a>&b;</a>",
    "<?xml version='1.0'?><!ENTITY lol 'lol'>&lol;",
    "&lt;b&gt; &#60;script&#62; &amp;amp; &nbsp;",
    '" onmouseover="alert(1)',
    "' style='position:fixed;top:0",
    "x\" style=\"background:url('http://198.51.100.7/x.png')",
    "background:url(http://198.51.100.7/x.png)",
    "@import 'http://198.51.100.7/x.css'; @page { size: 1mm }",
    "} body { display: none } {",
    "expression(alert(1))",
    # templates
    "{{ 7 * 7 }}",
    "{{ briefing.__class__.__mro__ }}",
    "{% for x in range(9) %}x{% endfor %}",
    "{# a remark #}",
    "${7*7} #{7*7} <%= 7*7 %>",
    "{organisation} {date} {words} {0} %s %(a)s",
    "**bold** _x_ `code`",
    # addresses
    "javascript:alert(1)",
    "data:text/html;base64,PHNjcmlwdD4=",
    "file:///etc/passwd",
    "vbscript:msgbox(1)",
    "http://user:word@example.org/",
    "//198.51.100.7/x",
    "mailto:a@example.org?bcc=b@example.org",
    "../../../../etc/passwd",
    # spreadsheets, shells, headers, PDF
    "=cmd|'/C calc'!A0",
    "+1+1 @SUM(1) -2+3",
    "'; DROP TABLE editions; --",
    "$(touch x) `touch x` | touch x",
    ") Tj ET (x) Tj \\) \\( << /S /JavaScript /JS (app.alert(1)) >>",
    "endstream endobj trailer << /OpenAction << /S /Launch >> >>",
    "\\u0041\\x41 \\n \\\\",
    # letters
    "שלום עולם",
    "مرحبا بالعالم",
    "中文字符 日本語 한국어",
    "👩\u200d👩\u200d👧\u200d👦 🏳️\u200d🌈 🇫🇷 👍🏽".replace("\ufe0f", ""),
    "\ue000 private \uf8ff use",
    "ﬁ ﬀ ﬃ ﷺ ㎏ Ⅷ ½",
    "Ђ ж Ω ς ẞ ß İ ı ǅ",
    "𝒜𝓁𝑒𝓍 𝔉𝔯𝔞𝔨",
    "left\u200eright\u200f 12-34 \u200fmark\u061c",  # without effect on the page: see `measure.printable`
    "supercalifragilistic" * 15,
)
"""Read on the page as they stand in the cell."""

TAKEN_OUT = {
    "to \u202egnp.exe\u202c end": "to gnp.exe end",
    "one \u2066two\u2069 \u2067three\u2069 \u2068four\u2069": "one two three four",
    "ze\u200bro wi\u2060dth \ufeffmark": "zero width mark",
    "tag\U000e0041\U000e0042ged": "tagged",
    "soft\u00adhyphen": "softhyphen",
    "shape\ufe0f \ufe0e of it": "shape  of it",
    # as Excel writes what XML may not hold
    "bell_x0007_ null_x0000_ esc_x001B_[31m": "bell\ufffd null\ufffd esc\ufffd[31m",
    "half_xD800_ last_xFFFF_ turn_x202E_": "half\ufffd last\ufffd turn",
    "zalgo " + "e" + "\u0301" * 40: "zalgo é" + "\u0301" * 8,
    "line\r\nSet-Cookie: a=b": "line Set-Cookie: a=b",
}
"""Read without what hides or reorders words, or in its place U+FFFD."""


def payloads() -> dict[str, str]:
    """Each text, with how it is to be read on the page."""
    return {one: one for one in AS_TYPED} | TAKEN_OUT


def text_columns(sheet: str) -> list[str]:
    """The columns of that sheet that take any text, twins in the other language among them."""
    (found,) = (one for one in SHEETS if one.name == sheet)
    columns = [column for column in found.columns if column.kind in TEXT and column.name != "retired"]
    return [column.name for column in columns] + [f"{column.name}_fr" for column in columns if column.twin]


def book() -> books.Book:
    """A sound workbook of rows each of whose texts are one payload, on every sheet that is printed."""
    made: books.Book = {}
    for sheet, fixed in FIXED.items():
        columns = text_columns(sheet)
        headers = [*fixed, *(one for one in columns if one not in fixed)]
        rows: list[list[object]] = [list(headers)]
        for number, payload in enumerate(payloads(), 1):
            told = {name: value.format(n=number) for name, value in fixed.items()}
            rows.append([told.get(name, payload) for name in headers])
        made[sheet.capitalize()] = rows
    return made


FIXED: dict[str, dict[str, str]] = {
    "announcements": {
        "id": "A{n:03}", "announced_on": "2020-06-10", "kind": "moratorium", "term": "condition",
        "quote_lang": "en", "translation_by": "team: LM", "verification": "primary_seen",
    },
    "reactions": {
        "id": "R{n:03}", "reacted_on": "2020-06-11", "about": "A{n:03}", "stance": "insufficient",
        "demand_term": "condition", "quote_lang": "en", "translation_by": "team: LM",
        "verification": "primary_seen", "outcome": "none_found", "outcome_checked_on": "2020-06-15",
        "outcome_evidence": "", "same_demand_as": "",
    },
    "questions": {
        "id": "Q{n:03}", "about": "A{n:03}", "asked_by": "team", "asked_on": "2020-06-12",
        "status": "answered", "answered_on": "2020-06-13",
    },
    "context": {"id": "C{n:03}", "date": "2020-05-25"},
    "sources": {"id": "S{n:03}", "published_on": "2020-06-09", "lang": "en"},
}  # fmt: skip
"""What else the rows of a sheet hold, so that nothing but the texts could be at fault."""
