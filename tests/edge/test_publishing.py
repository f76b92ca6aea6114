"""What Prefect's page is given to show: words as they were typed, a row for each problem."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests import books

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = [pytest.mark.xdist_group("prefect"), pytest.mark.usefixtures("prefect_server")]


def test_words_from_a_cell_are_shown_as_typed_and_never_as_markdown() -> None:
    from flows import publishing  # noqa: PLC0415 - not before the settings of the tests stand

    assert (
        publishing.plain("[click](http://x.example) <b>")
        == "\\[click\\]\\(http\u2060\\://x\\.example\\) \\<b\\>"
    )


def test_a_row_of_the_problems_says_what_is_wrong_though_nothing_stands_in_the_cell(tmp_path: Path) -> None:
    from flows import publishing  # noqa: PLC0415 - not before the settings of the tests stand

    book = books.put(books.sound(), "Reactions", 2, "reacted_on", None)
    assert publishing.table(books.cleaned(tmp_path, book).problems)[0] == {
        "Cell": "Reactions!C2",
        "What is wrong": "reacted_on is blank.",
        "What to do": "Type a date, such as 2020-06-10 or 10 June 2020.",
    }
