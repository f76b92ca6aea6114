"""Each key point tells of the rows it names."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from flows.document.lens import Lens
from flows.document.parts.key_points import key_points
from flows.record import findings
from tests.books import add, cleaned, put, sound

if TYPE_CHECKING:
    from pathlib import Path


def test_a_commitment_narrowed_is_told_by_the_row_that_narrowed_it_also_when_another_follows(
    tmp_path: Path,
) -> None:
    book = sound()
    later = {"organisation": "Amazon", "kind": "moratorium", "source": "S001", "verification": "reported"}
    add(book, "Announcements", id="A004", announced_on="2020-06-20", summary="Lets county police use it",
        previous_id="A001", relation="narrows", **later)  # fmt: skip
    add(book, "Announcements", id="A005", announced_on="2020-06-25", summary="Says it again",
        previous_id="A004", relation="confirms", **later)  # fmt: skip
    put(book, "Announcements", 4, "previous_id", "A005")
    found = findings.compute(cleaned(tmp_path, book).record, as_of=date(2020, 6, 30))
    told = {point.line.refs: point.line.words for point in key_points(Lens(found, "en")).points}
    assert " ".join(told["A004",].split()) == (
        "Amazon, moratorium: scope narrowed on 20 June 2020. Lets county police use it"
    )
