"""What each HTML element is called in a PDF's structure tree (ISO 32000-1, 14.8.4). Data only."""

from __future__ import annotations

ROLES = {
    "main": "Part",
    "article": "Art",
    "section": "Sect",
    "nav": "Sect",
    "aside": "Sect",
    "header": "Div",
    "footer": "Div",
    "div": "Div",
    "figure": "Div",
    "h1": "H1",
    "h2": "H2",
    "h3": "H3",
    "h4": "H4",
    "h5": "H5",
    "h6": "H6",
    "p": "P",
    "figcaption": "P",
    "blockquote": "BlockQuote",
    "q": "Quote",
    "code": "Code",
    "ul": "L",
    "ol": "L",
    "dl": "L",
    "li": "LI",
    "dt": "LI",
    "dd": "LI",
    "table": "Table",
    "caption": "Caption",
    "thead": "THead",
    "tbody": "TBody",
    "tfoot": "TFoot",
    "tr": "TR",
    "th": "TH",
    "td": "TD",
    "a": "Link",
}
"""Any other element is only a way of setting words: what it holds belongs to the element around it."""

IN_CONTENTS = {"L": "TOC", "LI": "TOCI", "LBody": "Reference"}
"""What a list is called within `nav`, where it is the table of contents."""

BODY_OF = {"LI": "LBody"}
"""The part of a part that holds its words."""

GROUPS = frozenset({"Document", "Part", "Art", "Sect", "Div", "BlockQuote"})
"""These hold paragraphs, never bare words."""

IN_LINE = frozenset({"Link", "Span", "Quote", "Code", "Figure"})
"""These stand among words, so among bare words they stand in the same paragraph."""

MEANT_WHEN_EMPTY = frozenset({"Table", "TR", "TH", "TD"})
"""Without one of these a table's columns would shift; any other part without words says nothing."""

SCOPES = {"row": "Row"}
"""What a header cell speaks for, by its `scope`; all others speak for what stands below them."""

NUMBERINGS = {
    "decimal": "Decimal",
    "lower-roman": "LowerRoman",
    "upper-roman": "UpperRoman",
    "lower-alpha": "LowerAlpha",
    "upper-alpha": "UpperAlpha",
}
"""How a list's labels count, by its `list-style-type`; any other only decorates."""
