from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Python

PURE = [
    "flows",
    "flows.record.findings",
    "flows.workbook.read",
    "flows.workbook.clean",
    "flows.document.compose",
    "flows.document.render",
    "flows.edition.store",
    "flows.steps",
    "flows.cli",
    "flows.commands",
]
COMMAND = """
import sys
from flows import cli
try:
    cli.main(sys.argv[1:])
finally:
    print({"prefect", "weasyprint", "jinja2", "openpyxl", "fontTools", "pydantic"} & sys.modules.keys())
"""


@pytest.mark.parametrize("module", PURE)
def test_a_room_is_entered_without_prefect(module: str, python: Python) -> None:
    run = python("-c", f"import sys, {module}; print('prefect' in sys.modules)")
    assert run.stderr == ""
    assert run.stdout == "False\n"


@pytest.mark.parametrize("words", [["--help"], ["check"], ["findings"]])
def test_a_command_loads_nothing_but_what_it_needs(words: list[str], python: Python, workbook: Path) -> None:
    given = [*words, str(workbook)] if words != ["--help"] else words
    run = python("-c", COMMAND, *given)
    assert run.stdout.splitlines()[-1] == "set()", run.stderr


@pytest.mark.parametrize(
    "first",
    [
        "from flows import briefing",
        "import flows.briefing; from flows import briefing",
        "from flows.briefing import order; from flows import briefing",
        "from flows import briefing; from flows.briefing import order; from flows import briefing",
        "from flows.briefing import briefing",
        "import importlib; briefing = importlib.import_module('flows.briefing').briefing",
    ],
)
def test_briefing_is_the_flow_however_it_is_imported(first: str, python: Python) -> None:
    run = python("-c", f"{first}; from prefect import Flow; print(isinstance(briefing, Flow), briefing.name)")
    assert run.stdout == "True briefing\n", run.stderr
