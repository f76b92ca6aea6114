"""What docs/server.md promises: its commands exist, its files and settings too."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

from flows import usage

ROOT = Path(__file__).parents[1]
PAGE = (ROOT / "docs" / "server.md").read_text(encoding="utf-8")
COMMANDS = [
    line
    for block in re.findall(r"^```\n(.*?)^```", PAGE, re.DOTALL | re.MULTILINE)
    for line in block.splitlines()
]


def test_its_make_commands_are_targets() -> None:
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    named = set(re.findall(r"\bmake ([a-z]+)", PAGE.replace("make only", "")))
    assert "setup" in named
    assert named - targets == set()


def test_its_onrecord_commands_are_understood() -> None:
    typed = [line for line in COMMANDS if line.startswith(".venv/bin/onrecord")]
    assert typed
    assert all(usage.parser().parse_args(shlex.split(line)[1:]) for line in typed)


def test_the_files_it_names_are_there() -> None:
    named = set(re.findall(r"docs/server/[\w.-]+|prefect\.yaml|\.ci/\w+", PAGE))
    assert {"docs/server/Dockerfile", "docs/server/compose.yaml", "docs/server/kubernetes-job.json"} <= named
    assert [name for name in named if not (ROOT / name).exists()] == []
    links = re.findall(r"\]\(([^)]+)\)", PAGE)
    assert [link for link in links if not (ROOT / "docs" / link).exists()] == []


def test_its_work_pools_are_those_of_the_deployments() -> None:
    plan = (ROOT / "prefect.yaml").read_text(encoding="utf-8")
    made = set(re.findall(r"work-pool create (\S+)", PAGE))
    assert made == set(re.findall(r"name: (on-record-(?:process|docker|kubernetes))\b", plan))
    assert set(re.findall(r"--pool (\S+)", PAGE)) <= made


def test_the_settings_it_names_are_read_by_the_code() -> None:
    code = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "flows").rglob("*.py"))
    own = set(re.findall(r"\bON_RECORD_[A-Z_]+", PAGE)) - {"ON_RECORD_SECRETS"}  # the last is compose.yaml's
    assert {"ON_RECORD_URL", "ON_RECORD_AUTH_FILE", "ON_RECORD_ORIGIN"} <= own
    assert [name for name in own if name not in code] == []
