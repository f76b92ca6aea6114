from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
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
]


@pytest.mark.parametrize("module", PURE)
def test_a_room_is_entered_without_prefect(module: str, python: Python) -> None:
    run = python("-c", f"import sys, {module}; print('prefect' in sys.modules)")
    assert run.stderr == ""
    assert run.stdout == "False\n"


def test_the_command_line_is_entered_without_the_engine_of_the_pages(python: Python) -> None:
    run = python("-c", "import sys, flows.cli; print('weasyprint' in sys.modules)")
    assert run.stdout == "False\n"


@pytest.mark.parametrize(
    "first",
    [
        "from flows import briefing",
        "import flows.briefing; from flows import briefing",
        "from flows.briefing import made; from flows import briefing",
        "from flows import briefing; from flows.briefing import made; from flows import briefing",
        "from flows.briefing import briefing",
        "import importlib; briefing = importlib.import_module('flows.briefing').briefing",
    ],
)
def test_briefing_is_the_flow_however_it_is_imported(first: str, python: Python) -> None:
    run = python("-c", f"{first}; from prefect import Flow; print(isinstance(briefing, Flow), briefing.name)")
    assert run.stdout == "True briefing\n", run.stderr
