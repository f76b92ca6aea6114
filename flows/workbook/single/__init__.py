"""A workbook whose rows all stand on one sheet, told apart by a column `kind` (model 1.1).

Its one tab is taken apart into the sheets of the model, read like any others, and whatever is said of them
afterwards names the real tab and cell again.
"""

from __future__ import annotations

from flows.workbook.single.joined import joined
from flows.workbook.single.split import Split, split

__all__ = ["Split", "joined", "split"]
