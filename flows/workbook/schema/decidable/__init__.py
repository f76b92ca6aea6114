"""The rules a decision may be about, named as in problems.json: warnings, never an error. Data only.

They come as the pages of docs/rules have them.
"""

from __future__ import annotations

from flows.workbook.schema.decidable import cells, contradictions, settings, tables, words

DECIDABLE = tables.RULES + cells.RULES + contradictions.RULES + words.RULES + settings.RULES

__all__ = ["DECIDABLE"]
