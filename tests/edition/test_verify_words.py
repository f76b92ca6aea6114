"""What is said of a checked file: a sentence for each kind in both languages, and none for nothing."""

from __future__ import annotations

import re
from string import Formatter

import pytest

from flows.document.wording.dates import french
from flows.edition.sealing import faults
from flows.edition.verification.sentences import VERDICTS
from flows.edition.verification.where import PLACES
from tests.conftest import ROOT

ALL = {**VERDICTS, **PLACES}
CODE = "".join(
    path.read_text(encoding="utf-8") for path in (ROOT / "flows").glob("edition/verification/*.py")
)
FROM_THE_PROCESS = {"too_slow", "too_heavy", "crashed", "no_pango", "system", "fault", "stopped_early"}
FROM_PARTS = {  # named from parts in the code
    *("status_claimed", "outcome_claimed", "status_printed", "outcome_printed"),
    *(f"signature_{kind}" for kind in faults.SENTENCES),
    *(f"shelf_{outcome}" for outcome in ("identical", "altered", "same_words", "unchecked")),
}


def blanks(pattern: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(pattern) if name is not None}


@pytest.mark.parametrize("kind", ALL)
def test_both_languages_say_the_same_with_the_spaces_each_asks_for(kind: str) -> None:
    english, translated = ALL[kind]
    assert blanks(english) == blanks(translated)
    assert english != translated
    assert re.findall(r" [;:!?%»]|« |'|\.\.\.", french(translated)) == []


def test_every_kind_that_the_code_names_has_its_sentence_and_no_sentence_goes_unsaid() -> None:
    named = set(re.findall(r'Place\(\s*"(\w+)"', CODE)) | set(re.findall(r'Verdict\(\s*"\w+", "(\w+)"', CODE))
    assert named <= ALL.keys()
    words = set(
        re.findall(r'"(\w+)"', "".join(line for line in CODE.splitlines() if not line.startswith('    "')))
    )
    edge = (ROOT / "flows" / "verifying.py").read_text(encoding="utf-8")
    said = words | FROM_PARTS | FROM_THE_PROCESS | set(re.findall(r'"(\w+)"', edge))
    assert ALL.keys() - said == set()
