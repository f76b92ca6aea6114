"""Text made fit for a cell or a note: nothing in it is markup, a formula or a control character."""

from __future__ import annotations

import re

UNBEARABLE = re.compile("[^\t\n\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
LINE_ENDS = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")
READ_AS_ANOTHER = re.compile("_(?=x[0-9A-Fa-f]{4}_)")  # Excel reads _x0041_ as A
MOST = 32_767  # characters that Excel takes in a cell or a note


def escaped(text: str) -> str:
    """The text as it stands between tags, in ASCII: any encoding can hold it."""
    return _said(READ_AS_ANOTHER.sub("_x005F_", LINE_ENDS.sub("\n", text)))


def attribute(text: str) -> str:
    """The text as it stands in an attribute, in which a line break would be read as a space."""
    return _said(text).replace("\n", "&#10;").replace("\t", "&#9;")


def _said(text: str) -> str:
    safe = UNBEARABLE.sub("\ufffd", text)
    marked = safe.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")
    return marked.encode("ascii", "xmlcharrefreplace").decode()


def clipped(text: str, most: int = MOST) -> str:
    """The text, or its beginning where it is longer than that."""
    return text if len(text) <= most else text[: most - 1] + "…"
