"""Characters that are spelt out in a part's text."""

import re

SPELT = re.compile(r"&(?:#x0*([0-9A-Fa-f]+)|#0*([0-9]+)|([a-z]{2,4}));")
NAMED = {"amp": "&", "lt": "<", "gt": ">", "quot": '"', "apos": "'"}


def unspelt(text: str) -> str:
    """The text with the characters themselves, where they are spelt as &amp; or &#8217;."""
    return SPELT.sub(_character, text)


def _character(spelt: re.Match[str]) -> str:
    if spelt[3]:
        return NAMED[spelt[3]]
    return chr(int(spelt[1], 16) if spelt[1] else int(spelt[2]))
