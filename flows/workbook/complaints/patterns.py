"""What one rule says: how severe it is, and its two sentences in both languages."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from flows.workbook.reading.reasons import spaced

if TYPE_CHECKING:
    from flows.workbook.problems import Severity


@dataclass(frozen=True, slots=True)
class Complaint:
    """What stands there (`message`) and what to do (`fix`), as patterns, in English then French.

    `why` says in either language what would go wrong on the page without the rule.
    """

    severity: Severity
    en: tuple[str, str]
    fr: tuple[str, str]
    why: tuple[str, str] = ("", "")

    def patterns(self, language: str) -> tuple[str, str]:
        """The message's and the fix's pattern in that language."""
        return self.fr if language == "fr" else self.en


def error(en: tuple[str, str], fr: tuple[str, str]) -> Complaint:
    """A complaint that sets its row aside."""
    return Complaint("error", en, (spaced(fr[0]), spaced(fr[1])))


def warning(en: tuple[str, str], fr: tuple[str, str]) -> Complaint:
    """A complaint that leaves its row in use."""
    return Complaint("warning", en, (spaced(fr[0]), spaced(fr[1])))
