"""`make preview`: the core first, then the rest; a slip is said by file and line; a save draws anew."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from tests import books
from tests.conftest import ROOT

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.skipif(os.name == "nt", reason="ended by a signal of Unix")


@pytest.fixture
def house(tmp_path: Path) -> Path:
    """A copy of the code and the templates, to break a line of."""
    for folder in ("flows", "templates", ".ci"):
        ignored = shutil.ignore_patterns("__pycache__")
        shutil.copytree(ROOT / folder, tmp_path / "house" / folder, ignore=ignored)
    return tmp_path / "house"


def preview(house: Path, *arguments: str) -> subprocess.Popen[str]:
    """The preview of the sound workbook, running."""
    workbook = books.written(house / "record.xlsx", books.sound())
    asked = os.environ | {"WORKBOOK": str(workbook), "AS_OF": "2020-06-15", "PYTHONPATH": str(house)}
    return subprocess.Popen(  # noqa: S603 - our own file
        [sys.executable, str(house / ".ci" / "preview.py"), *arguments],
        env=asked,
        cwd=house,
        stdout=subprocess.PIPE,
        encoding="utf-8",
    )


def said(running: subprocess.Popen[str]) -> str:
    """The next line, without its time."""
    assert running.stdout is not None
    return running.stdout.readline().partition("  ")[2].strip()


def broken(house: Path, name: str, was: str, now: str) -> None:
    file = house / name
    words = file.read_text(encoding="utf-8")
    assert was in words
    file.write_text(words.replace(was, now, 1), encoding="utf-8")


def test_the_core_is_drawn_before_the_rest_for_paper_and_for_the_screen(house: Path) -> None:
    with preview(house, "--once") as running:
        lines = [said(running) for _ in range(4)]
    assert running.returncode == 0
    assert [line.partition(":")[0] for line in lines] == [
        f"briefing-{language}.pdf and .html, {extent}"
        for extent in ("core", "full")
        for language in ("en", "fr")
    ]
    kept = {path.name for path in (house / "outputs" / "preview").iterdir()}
    assert kept == {f"briefing-{language}.{kind}" for language in ("en", "fr") for kind in ("pdf", "html")}


@pytest.mark.parametrize(
    ("name", "was", "now", "told"),
    [
        ("templates/partials/masthead.html.j2", "{{ part.title }}", "{{ part.titel }}",
         "templates/partials/masthead.html.j2, line "),
        ("templates/partials/limits.html.j2", "{% endmacro %}", "{% endmacr %}",
         "templates/partials/limits.html.j2, line "),
        ("flows/document/figures.py", "from __future__ import annotations", "from __future__ import",
         "flows/document/figures.py, line "),
    ],
)  # fmt: skip
def test_a_slip_is_said_on_one_line_with_its_file_and_its_line(
    house: Path, name: str, was: str, now: str, told: str
) -> None:
    broken(house, name, was, now)
    with preview(house, "--once") as running:
        line, more = said(running), said(running)
    assert line.startswith(told)
    assert more == ""
    assert running.returncode == 1


def test_a_save_draws_anew_and_ctrl_c_ends_it(house: Path) -> None:
    with preview(house) as running:
        first = [said(running), said(running)]
        broken(house, "templates/partials/masthead.html.j2", "{{ part.title }}", "{{ part.titel }}")
        lines = iter(lambda: said(running), "")
        slip = next(line for line in lines if not line.startswith("briefing-"))
        running.send_signal(signal.SIGINT)
        last = said(running)
    assert first[0].startswith("Watching templates and code for record.xlsx")
    assert first[1].startswith("briefing-en.pdf and .html, core: 2 pages")
    assert slip.startswith("templates/partials/masthead.html.j2, line ")
    assert (last, running.returncode) == ("Stopped.", 0)
