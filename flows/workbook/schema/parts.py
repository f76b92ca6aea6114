"""What a schema is made of: sheets, columns, choices. Classes only; the data stands beside it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Language = Literal["en", "fr"]
Kind = Literal[
    "id", "ids", "name", "names", "organisation", "organisations", "day", "duration", "choice", "choices",
    "prose", "words", "exceptions", "sources", "language", "count", "yes_no", "address",
]  # fmt: skip
"""What may stand in a cell: `prose` is printed and may have a twin, `words` is kept as typed."""

Need = Literal["required", "unlocks", "recommended", "optional"]


@dataclass(frozen=True, slots=True)
class Choice:
    """One allowed value: its code, the French label, further spellings, what it means."""

    code: str
    fr: str
    en_means: str
    fr_means: str
    also: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Column:
    """One column: `name` is the English header, `fr` the French one, `also` further spellings."""

    name: str
    fr: str
    kind: Kind
    need: Need
    en_help: str
    fr_help: str
    also: tuple[str, ...] = ()
    choices: str | None = None  # the list in `choices.LISTS`
    twin: bool = False  # may have <name>_fr in an English workbook, <name>_en in a French one


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet: `name` is the model's, `prefix` the letter of its ids, `key` what names its rows."""

    name: str
    fr: str
    prefix: str | None
    key: str | None
    en_help: str
    fr_help: str
    columns: tuple[Column, ...]
    also: tuple[str, ...] = ()

    def column(self, name: str) -> Column:
        """The column of that name.

        Raises:
            KeyError: the sheet has no such column.
        """
        for column in self.columns:
            if column.name == name:
                return column
        raise KeyError(name)
