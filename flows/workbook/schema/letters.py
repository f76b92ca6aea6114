"""The characters that can be printed, and the columns that never are. Data only.

Both sets of characters are the inside of a regular expression's [ ]: the same for Polars and for Python.
"""

from __future__ import annotations

SET_IN_TYPE = (
    "\x20-\x7e\xa0-\u024f\u02b0-\u0304\u0306-\u030c\u030f\u0311-\u0313\u0315\u031b\u0323\u0324"
    "\u0326-\u0328\u032c\u032e\u0331\u0337\u0338\u0342\u0343\u0346-\u036f\u0374-\u0376"
    "\u037a-\u037f\u0384-\u038a\u038c\u038e-\u03a1\u03a3-\u03e1\u03f0-\u03f6\u03f9\u03fa"
    "\u03fc-\u0479\u0480-\u049d\u04a0-\u04ff\u052f\u1e00-\u1e9b\u1e9d-\u1eff\u2000-\u200b"
    "\u2010-\u2027\u202f-\u2055\u2057\u205f\u2070\u2071\u2074-\u208e\u2090-\u209c\u20a0-\u20af"
    "\u20b1-\u20b5\u20b8-\u20ba\u20bc-\u20bf\u2100\u2101\u2103\u2105\u2106\u2109\u2113"
    "\u2116\u2117\u211e-\u2122\u2126\u212a\u212b\u212e\u2132\u213b\u214d\u2150-\u217f"
    "\u2183-\u2186\u2189\u2190-\u2199\u21a9\u21aa\u21b0\u21b1\u21b3-\u21b5\u21ba\u21bb\u21d0"
    "\u21d2\u21d4\u21de\u21df\u21e4\u21e5\u21e7\u21ea\u2202\u2205\u2206\u220f\u2211\u2212\u2215"
    "\u2219\u221a\u221e\u222b\u2236\u2248\u2260\u2264\u2265\u2295-\u2298\u2460-\u2468"
    "\u24b6-\u24cf\u24ea\u25a0-\u25a2\u25a8\u25aa\u25b2\u25b3\u25b6\u25b7\u25ba-\u25bd"
    "\u25c0\u25c1\u25c4-\u25c7\u25ca\u25cb\u25cf\u25d0\u25e6\u25ef\u2600\u2605\u2606\u263c\u2661"
    "\u2665\u26a0\u2713\u2715\u2717\u2756\u2764\u2780-\u2788\u2b06\u2b12\u2b13\u2b1c\u2b24"
)
"""What either family in `templates/fonts` has in all its faces: the other steps in for it."""

KEPT = "\t\n\u200c\u200d\u200e\u200f\u061c"
"""Without a shape of their own, and kept by the cleaning: white space, joiners, directions."""

PRINTABLE = SET_IN_TYPE + KEPT

NEVER_PRINTED = (
    "aliases", "archive", "checked_by", "coded_by", "country", "entered_by", "file", "notes",
    "owner", "related_to",
)  # fmt: skip
"""Columns of words that no page shows; nor is any of the sheet of recipients shown."""
