"""Every sentence of the room is there in both languages, and every one is said."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from string import Formatter

from flows.document.wording.dates import clock, french
from flows.reading_room.wording import SENTENCES
from tests.conftest import ROOT

FROM_PARTS = re.compile(r"error|warning|due_\w+|came_\w+|(?:pdf|html)_(?:en|fr)|\w+_why")
"""Named from parts in the code."""


def test_the_time_of_day_is_written_as_each_language_does() -> None:
    moment = datetime(2026, 11, 26, 9, 5, 59, tzinfo=UTC)
    assert [clock(moment, language) for language in ("en", "fr")] == ["09:05", "09\u00a0h\u00a005"]


def blanks(pattern: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(pattern) if name is not None}


def test_both_languages_of_a_sentence_have_the_same_blanks() -> None:
    odd = [kind for kind, (english, other) in SENTENCES.items() if blanks(english) != blanks(other)]
    assert odd == []


def test_the_french_has_the_spaces_and_the_apostrophes_french_asks_for() -> None:
    typeset = [french(translated) for _, translated in SENTENCES.values()]
    assert [words for words in typeset if re.search(r" [;:!?%»]|« |'|\.\.\.", words)] == []
    assert [words for words in typeset if re.search(r"(?<![\s\u00a0\u202f])[;!?»]", words)] == []


def test_every_sentence_is_said_somewhere_and_every_one_said_is_there() -> None:
    code = [
        path.read_text() for path in (ROOT / "flows" / "reading_room").glob("*.py") if path.stem != "wording"
    ]
    pages = [path.read_text() for path in (ROOT / "templates" / "room").glob("*.j2")]
    named = set(re.findall(r"[\"'](\w+)[\"']", "\n".join(code + pages)))
    assert [kind for kind in SENTENCES if kind not in named and not FROM_PARTS.fullmatch(kind)] == []
    said = re.findall(r"\b(?:say|said)\(\s*[\"'](\w+)[\"'][,)]", "\n".join(code + pages))
    assert set(said) <= SENTENCES.keys()
    assert len(said) > len(SENTENCES) / 2
