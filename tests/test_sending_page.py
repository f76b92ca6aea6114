"""What docs/sending.md promises: its commands and options exist, its settings are read, its links lead on."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

from flows import usage

ROOT = Path(__file__).parents[1]
PAGE = (ROOT / "docs" / "sending.md").read_text(encoding="utf-8")


def test_its_commands_are_understood() -> None:
    blocks = re.findall(r"^```\n(.*?)^```", PAGE, re.DOTALL | re.MULTILINE)
    typed = [line for block in blocks for line in block.splitlines() if "onrecord" in line]
    named = [line.replace("FINGERPRINT", "0" * 64) for line in typed if line.startswith(".venv/bin/onrecord")]
    assert len(named) >= 6
    assert all(usage.parser().parse_args(shlex.split(line)[1:]) for line in named)


def test_its_options_are_those_of_send() -> None:
    for row in re.findall(r"^\| `(--[^|]+)` \|", PAGE, re.MULTILINE):
        for words in re.split("`, `", row):
            typed = words.replace("MINUTES", "5").replace("FILE.xlsx", "people.xlsx")
            assert usage.parser().parse_args(["send", "outputs/record/2020-06-15-01", *shlex.split(typed)])


def test_the_settings_it_names_are_read_by_the_code() -> None:
    code = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "flows").rglob("*.py"))
    own = set(re.findall(r"\bON_RECORD_[A-Z_]+", PAGE))
    assert {"ON_RECORD_MAIL", "ON_RECORD_SIGNING_KEY", "ON_RECORD_LEDGER"} <= own
    assert [name for name in own if f'"{name}"' not in code] == []


def test_its_links_lead_somewhere() -> None:
    links = re.findall(r"\]\(([^)]+)\)", PAGE)
    assert links
    assert [link for link in links if not (ROOT / "docs" / link).exists()] == []
