"""Addresses that lead through a mail filter, a search or a network on their way to the page."""

from __future__ import annotations

import re
from urllib.parse import parse_qs, urlsplit

THROUGH = re.compile(
    r"(?i)^https?://(?:[\w.-]+\.)?(?:safelinks\.protection\.outlook\.com/|urldefense\.(?:com|us|proofpoint\.com)/|"
    r"linkprotect\.cudasvc\.com/url|(?:www\.|news\.)?google\.[a-z.]{2,6}/url\b|(?:l|lm)\.facebook\.com/l\.php|"
    r"l\.instagram\.com/|(?:www\.)?linkedin\.com/(?:redir|safety)|out\.reddit\.com/|href\.li/|"
    r"(?:[\w-]+\.)*mimecast(?:protect)?\.com/s/|protect2?\.fireeye\.com/|secure-web\.cisco\.com/)"
)
HINT = (
    "safelinks|urldefense|linkprotect|l[.]php|l[.]instagram|/redir|/safety|out[.]reddit|href[.]li|mimecast|"
    "fireeye|secure-web"
)
"""What an address has in it that may be one of those."""

HOLDS_IT = ("url", "u", "q", "a", "target", "dest", "to")
"""The names under which such an address carries the page's own."""

WRITTEN_OUT = re.compile(r"/v3/__(https?:/{1,2}[^_]+(?:_[^_]+)*?)__;")
"""How one filter carries it within its path."""


def through(address: str) -> bool:
    """Whether the address is one of those."""
    return bool(THROUGH.match(address))


def end_of(address: str) -> str | None:
    """The page's own address, as far as it stands in the other one; None where it is encoded or left out."""
    try:
        asked = parse_qs(urlsplit(address).query)
    except ValueError:
        return None
    held = (value for name in HOLDS_IT for value in asked.get(name, ()))
    written = WRITTEN_OUT.search(address)
    found = next((value for value in held if re.match(r"(?i)https?://\S+$", value)), None)
    return found or (re.sub(r":/+", "://", written[1], count=1) if written else None)
