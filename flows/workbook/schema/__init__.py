"""Every sheet, column and allowed value, with its names and its help in English and French.

Data only, nothing runs. The reader's aliases, the drop-downs and the tables of `inputs/README.md`
all come from here.
"""

from __future__ import annotations

from flows.workbook.schema.announcements import ANNOUNCEMENTS
from flows.workbook.schema.choices import LISTS
from flows.workbook.schema.decisions import DECISIONS
from flows.workbook.schema.others import (
    CONTEXT,
    ORGANISATIONS,
    QUESTIONS,
    RECIPIENTS,
    RESPONSES,
    SETTINGS,
    SOURCES,
)
from flows.workbook.schema.parts import Choice, Column, Language, Sheet
from flows.workbook.schema.reactions import REACTIONS

SHEETS = (
    ANNOUNCEMENTS,
    REACTIONS,
    RESPONSES,
    QUESTIONS,
    ORGANISATIONS,
    SOURCES,
    CONTEXT,
    RECIPIENTS,
    SETTINGS,
    DECISIONS,
)
REQUIRED_SHEETS = ("announcements", "reactions")
COUNTED_SHEETS = (
    "announcements",
    "reactions",
    "responses",
    "questions",
    "organisations",
    "sources",
    "context",
)
"""Sheets whose rows the edition accounts for (R16)."""

KEPT_IN = ("recipients", "decisions")
"""Sheets of which nothing is ever told in an edition, not even that they are there (model 1.6)."""

TYPED_STATUS = ("status", "statut", "days_left", "jours_restants", "expired", "échu", "situation")
"""Headers of columns that hold a status typed by hand: ignored, and reported (model, section 4)."""

__all__ = [
    "ANNOUNCEMENTS",
    "COUNTED_SHEETS",
    "KEPT_IN",
    "LISTS",
    "REACTIONS",
    "REQUIRED_SHEETS",
    "SHEETS",
    "TYPED_STATUS",
    "Choice",
    "Column",
    "Language",
    "Sheet",
]
