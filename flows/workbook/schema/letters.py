"""The characters that can be printed, and the columns that never are. Data only.

Both sets of characters are the inside of a regular expression's [ ]: the same for Polars and for Python.
"""

from __future__ import annotations

SET_IN_TYPE = (
    "\x20-\x7e\xa0-\xac\xae-\u0148\u014a-\u017e\u018f\u0192\u01a0\u01a1\u01af\u01b0\u01c5-\u01dc"
    "\u01e6\u01e7\u01ea\u01eb\u01fa-\u021b\u022a-\u022d\u0230-\u0233\u0237\u02b9-\u02bc\u02be\u02bf"
    "\u02c6-\u02cc\u02d8-\u02dd\u0300-\u0304\u0306-\u030a\u030c\u030f\u031b\u0323\u0326-\u0328"
    "\u0374\u0375\u037a\u037e\u0384-\u038a\u038c\u038e-\u03a1\u03a3-\u03ce\u03d7\u03dc\u03dd"
    "\u0401-\u044f\u0451-\u045f\u0462\u0463\u046a\u046b\u0490-\u0493\u0496\u0497\u049a\u049b"
    "\u04a2\u04a3\u04ae-\u04b1\u04ba\u04bb\u04d8\u04d9\u04e8\u04e9\u1e08\u1e09\u1e0c-\u1e0f"
    "\u1e14-\u1e17\u1e1c\u1e1d\u1e20\u1e21\u1e24\u1e25\u1e2a\u1e2b\u1e2e\u1e2f\u1e36-\u1e3b"
    "\u1e42-\u1e49\u1e4c-\u1e53\u1e5a-\u1e69\u1e6c-\u1e6f\u1e78-\u1e7b\u1e80-\u1e85\u1e8e\u1e8f"
    "\u1e92\u1e93\u1e97\u1e9e\u1ea0-\u1ef9\u2007-\u200b\u2010-\u2015\u2018-\u201a\u201c-\u201e"
    "\u2020-\u2022\u2026\u202f\u2030\u2032\u2033\u2039\u203a\u2042\u2044\u2070\u2074-\u2079"
    "\u207d-\u2089\u208d\u208e\u20a1\u20a3\u20a4\u20a6\u20a7\u20a9\u20ab-\u20ae\u20b1\u20b2"
    "\u20b4\u20b5\u20b8-\u20ba\u20bc\u20bd\u2113\u2116\u2117\u2120\u2122\u2126\u212e\u2153\u2154"
    "\u215b-\u215e\u2190-\u2193\u2202\u2205\u2206\u220f\u2211\u2212\u221a\u221e\u222b\u2248\u2260"
    "\u2264\u2265\u25a0\u25a1\u25b2\u25b3\u25b6\u25b7\u25bc\u25bd\u25c0\u25c1\u25c6\u25c7\u25ca"
)
"""What every face in `templates/fonts` has: another face of the two families may stand beside any of them."""

KEPT = "\t\n\u200c\u200d\u200e\u200f\u061c"
"""Without a shape of their own, and kept by the cleaning: white space, joiners, directions."""

PRINTABLE = SET_IN_TYPE + KEPT

NEVER_PRINTED = (
    "aliases", "archive", "checked_by", "coded_by", "country", "entered_by", "file", "notes",
    "owner", "related_to",
)  # fmt: skip
"""Columns of words that no page shows; nor is any of the sheet of recipients shown."""
