"""The words of a small briefing, in both languages, as they stood when somebody last read them through.

Renew them with `python -m tests.document.test_golden` and read the difference before it is committed.
"""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest

from tests import books
from tests.document import making
from tests.reading import squeezed, text

GOLDEN = Path(__file__).parents[1] / "golden"


def words(folder: Path, language: str) -> str:
    """The text of the sound workbook's briefing, line by line as it is laid out."""
    return text(making.drawn(making.found(folder, books.sound()), language).pdf)


@pytest.mark.parametrize("language", ["en", "fr"])
def test_the_words_are_those_somebody_read_through(tmp_path: Path, language: str) -> None:
    golden = (GOLDEN / f"sound-{language}.txt").read_text(encoding="utf-8")
    assert squeezed(words(tmp_path, language)) == squeezed(golden)


if __name__ == "__main__":
    for spoken in ("en", "fr"):
        with tempfile.TemporaryDirectory() as folder:
            lines = words(Path(folder), spoken).replace("\r\n", "\n").splitlines()
        kept = "\n".join(line.rstrip() for line in lines)
        (GOLDEN / f"sound-{spoken}.txt").write_text(kept + "\n", encoding="utf-8")
