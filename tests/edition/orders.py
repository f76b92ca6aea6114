"""What an edition of the tests is made from, where no page is drawn."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from flows.edition import manifest

DAY = date(2020, 6, 15)


def asked(**otherwise: Any) -> manifest.Asked:  # noqa: ANN401 - what a manifest tells
    """A first edition of that day in full, in both languages, but for what is named."""
    plain = manifest.Asked(
        workbook="record.xlsx",
        sha256="0" * 64,
        number=1,
        as_of=DAY,
        next_on=None,
        languages=("en", "fr"),
        extent="full",
        previous=None,
    )
    return replace(plain, **otherwise)
