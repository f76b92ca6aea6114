"""Cells that mean to run, to point, to hide or to break what shows them: read to the letter, never run."""

from tests.workbook import packages as p
from tests.workbook.broken import Build
from tests.workbook.hostile.tame import Tame

# what, as stored, as read
TYPED = [
    ("command behind an equals sign", "=cmd|' /C calc'!A0", "=cmd|' /C calc'!A0"),
    ("command behind a plus", "+cmd|' /C calc'!A0", "+cmd|' /C calc'!A0"),
    ("command behind a minus", "-2+3+cmd|' /C calc'!A0", "-2+3+cmd|' /C calc'!A0"),
    ("command behind an at", "@SUM(1+1)*cmd|' /C calc'!A0", "@SUM(1+1)*cmd|' /C calc'!A0"),
    ("command behind a tab", "\t=1+1", "\t=1+1"),
    ("command behind a wide sign", "＝1+1", "＝1+1"),
    ("script", "&lt;script&gt;alert(1)&lt;/script&gt;", "<script>alert(1)</script>"),
    ("picture that runs", "&lt;img src=x onerror=alert(1)&gt;", "<img src=x onerror=alert(1)>"),
    ("template", "{{ 7*7 }}{% raw %}${7*7}", "{{ 7*7 }}{% raw %}${7*7}"),
    ("format", "%s%n{0.__class__}", "%s%n{0.__class__}"),
    ("query", "'; DROP TABLE deliveries; --", "'; DROP TABLE deliveries; --"),
    ("NUL", "a_x0000_b", "a\ufffdb"),
    ("half a letter", "a_xD800_b", "a\ufffdb"),
    ("halves the wrong way round", "_xDE00__xD83D_", "\ufffd\ufffd"),
    ("two halves of one", "_xD83D__xDE00_", "😀"),
    ("letter that is none", "a_xFFFF_b", "a\uffffb"),
    ("bell", "a_x0007_b", "a\x07b"),
    ("escape that clears the screen", "a_x001B_[2Jb", "a\x1b[2Jb"),
    ("escape in one letter", "a\u009b2Jb", "a\u009b2Jb"),
    ("escaped escape", "_x005F_x0000_", "_x0000_"),
    ("escape cut short", "_x000", "_x000"),
    ("read backwards", "a\u202ecba", "a\u202ecba"),
    ("turned without an end", "\u2066\u2067\u2068", "\u2066\u2067\u2068"),
    ("marks nobody sees", "A\u200b0\u2060\ufeff1", "A\u200b0\u2060\ufeff1"),
    ("letters of tags", "a\U000e0041\U000e0042", "a\U000e0041\U000e0042"),
    ("accents without end", "a" + "\u0301" * 5000, "a" + "\u0301" * 5000),
    ("section", "<![CDATA[<b>&amp;</b>]]>", "<b>&amp;</b>"),
    ("remark in the middle", "12<!-- 3 -->45", "1245"),
    ("instruction in the middle", "12<?x y?>45", "1245"),
    ("as long as a cell keeps", "x" * 32_767, "x" * 32_767),
]
# what, the cell, its kind, its text
STORED = [
    ("date without end", p.value("A1", "1e308", "n", 1), "error", "1e308"),
    ("length of time without end", p.value("A1", "1e308", "n", 3), "error", "1e308"),
    ("day before all days", p.value("A1", "-1", "n", 1), "error", "-1"),
    ("day after all days", p.value("A1", "2958466", "n", 1), "error", "2958466"),
    ("day that never was", p.value("A1", "60", "n", 1), "error", "60"),
    ("number that is none", p.value("A1", "NaN"), "error", "NaN"),
    ("number without end", p.value("A1", "INF"), "error", "INF"),
    ("number past all", p.value("A1", "1e400"), "error", "1e400"),
    ("number next to nought", p.value("A1", "5e-324"), "number", "4.94065645841247E-324"),
    ("number in sixteens", p.value("A1", "0x10"), "error", "0x10"),
    ("number in other digits", p.value("A1", "٣"), "error", "٣"),
    ("number in thousands", p.value("A1", "1_000"), "error", "1_000"),
    ("number of ten thousand digits", p.value("A1", "1" * 10_000), "error", "1" * 10_000),
    ("number of four hundred noughts", p.value("A1", "0" * 399 + "7"), "number", "7"),
    ("exponent of a thousand digits", p.value("A1", f"1e{'9' * 390}"), "error", f"1e{'9' * 390}"),
    ("date in words", p.value("A1", "yesterday", "d"), "error", "yesterday"),
    ("date of year nought", p.value("A1", "0000-01-01", "d"), "error", "0000-01-01"),
    ("date of the first year", p.value("A1", "0001-01-01", "d"), "date", "0001-01-01"),
    ("yes that is maybe", p.value("A1", "maybe", "b"), "boolean", "FALSE"),
    ("type nobody knows", p.value("A1", "x", "moon"), "error", "x"),
    ("error in words", p.value("A1", "#HACKED!", "e"), "error", "#HACKED!"),
    ("text past the last", p.value("A1", "99", "s"), "error", "99"),
    ("text below nought", p.value("A1", "-1", "s"), "error", "-1"),
    ("text with noughts in front", p.value("A1", "0" * 12 + "99", "s"), "error", "0" * 12 + "99"),
    ("text of five thousand digits", p.value("A1", "9" * 5000, "s"), "error", "9" * 5000),
    ("text in words", p.value("A1", "first", "s"), "error", "first"),
    ("format past the last", p.value("A1", "1", "n", 99), "number", "1"),
    ("format below nought", p.value("A1", "1", "n", -1), "number", "1"),
    ("format in words", '<c r="A1" s="x"><v>1</v></c>', "number", "1"),
    ("format of five thousand digits", f'<c r="A1" s="{"9" * 5000}"><v>1</v></c>', "number", "1"),
    ("values side by side", '<c r="A1"><v>1</v><v>2</v></c>', "number", "1"),
    ("element in a value", '<c r="A1" t="str"><v>a<b/>c</v></c>', "text", "a"),
    ("cell in a cell", '<c r="A1"><v>1</v><c r="A1"/></c>', "number", "1"),
    ("command with a result", p.formula("A1", "cmd|'/C calc'!A0", "17"), "number", "17"),
    ("command without one", p.formula("A1", "cmd|'/C calc'!A0", None), "formula", "=cmd|'/C calc'!A0"),
    (
        "call to the web",
        p.formula("A1", "WEBSERVICE(&quot;http://x.example&quot;)", None),
        "formula",
        '=WEBSERVICE("http://x.example")',
    ),
    ("formula of a group that is not there", '<c r="A1"><f t="shared" si="9"/></c>', "formula", "="),
    ("formula of its own group", '<c r="A1"><f t="shared" si="0" ref="A1">A1</f></c>', "formula", "=A1"),
    (
        "formula over the whole sheet",
        '<c r="A1"><f t="array" ref="A1:XFD1048576">B1</f></c>',
        "formula",
        "=B1",
    ),
    (
        "formula nobody can take apart",
        '<c r="A1"><f t="shared" si="0">"""((({{</f></c>',
        "formula",
        '="""((({{',
    ),
    (
        "table of data over everything",
        '<c r="A1"><f t="dataTable" ref="A1:XFD1048576" r1="A1"/></c>',
        "formula",
        "=",
    ),
]
LINKS = [
    "javascript:alert(1)",
    "file:///etc/passwd",
    "file://server/share/x.exe",
    "\\\\server\\share\\x.exe",
    "data:text/html,&lt;script&gt;alert(1)&lt;/script&gt;",
    "mailto:a@x.example?bcc=b@x.example",
    "ms-excel:ofe|u|http://x.example/x.xlsm",
    "http://x.example/\u202egnp.exe",
]


def told() -> list[Tame]:
    """One cell each, and the links."""
    return [
        *(Tame(f"text: {what}", _text(stored), {"A1": ("text", read)}) for what, stored, read in TYPED),
        *(Tame(f"value: {what}", _cell(cell), {"A1": (kind, read)}) for what, cell, kind, read in STORED),
        *(Tame(f"link: {to[:12]}", _link(to), {"A1": ("text", "x")}, {"A1": _plain(to)}) for to in LINKS),
        Tame(
            "link by formula",
            _cell(p.formula("A1", "HYPERLINK(&quot;javascript:alert(1)&quot;,&quot;go&quot;)", "go", "str")),
            {"A1": ("text", "go")},
            {"A1": "javascript:alert(1)"},
        ),
    ]


def _text(stored: str) -> Build:
    return lambda: p.book(sheet=p.sheet(p.row(1, p.text("A1", stored))))


def _cell(cell: str) -> Build:
    return lambda: p.book(sheet=p.sheet(p.row(1, cell)))


def _plain(target: str) -> str:
    return target.replace("&lt;", "<").replace("&gt;", ">")


def _link(target: str) -> Build:
    one = '<hyperlinks><hyperlink ref="A1" r:id="h"/></hyperlinks>'
    way = f'<Relationship Id="h" Type="{p.OFFICE}/hyperlink" Target="{target}" TargetMode="External"/>'
    ways = p.relations().replace("</Relationships>", f"{way}</Relationships>")
    changed: dict[str, bytes | str] = {
        "xl/worksheets/_rels/sheet1.xml.rels": ways,
        p.SHEET: p.sheet(p.row(1, p.text("A1", "x")), after=one),
    }
    return lambda: p.packed(p.parts() | changed)
