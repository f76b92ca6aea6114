"""A file that must be refused: no workbook, or a broken one, built on the spot."""

import re
from collections.abc import Callable
from dataclasses import dataclass

Build = Callable[[], bytes]
MACHINE_WORDS = re.compile(
    r"\b(None|Error|Exception|Traceback|zip|XML part|utf|bytes object|KeyError|null)\b|[{}<]"
)


@dataclass(frozen=True, slots=True)
class Broken:
    """A file and the refusal it must meet; `detail` is what the sentence names."""

    what: str
    kind: str
    build: Build
    detail: str | None = None
    name: str = "team.xlsx"

    def is_said(self, sentence: str) -> bool:
        """Whether the sentence names the file and what it is about, in no word of a machine."""
        rest = sentence.replace(self.detail or "\n", "")
        return self.name in sentence and (self.detail or "") in sentence and not MACHINE_WORDS.search(rest)
