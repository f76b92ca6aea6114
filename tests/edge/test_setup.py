"""Setting up a checkout: nothing twice, and what to type where the machine lacks something."""

from __future__ import annotations

import importlib.util
import os
import re
import shutil
import subprocess
import sys
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from tests.conftest import ROOT

if TYPE_CHECKING:
    from pathlib import Path

LOCKS = ("requirements.lock", "requirements-dev.lock")


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A checkout with nothing but what setting up goes by."""
    (tmp_path / ".ci").mkdir()
    for name in (".ci/setup.py", "pyproject.toml", *LOCKS):
        shutil.copyfile(ROOT / name, tmp_path / name)
    return tmp_path


@pytest.fixture
def program(checkout: Path, monkeypatch: pytest.MonkeyPatch) -> Any:  # noqa: ANN401 - a module
    """Its set-up program, imported."""
    spec = importlib.util.spec_from_file_location("set_up", checkout / ".ci" / "setup.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    monkeypatch.setitem(sys.modules, "set_up", module)
    spec.loader.exec_module(module)
    return module


def filled(program: Any) -> None:  # noqa: ANN401 - a module
    """Remember .venv as filled from both locks as they are."""
    program.VENV.mkdir()
    for lock in LOCKS:
        program.stamp(lock).write_text(program.fingerprint(lock))


def test_a_second_run_installs_nothing_and_says_nothing(program: Any, checkout: Path) -> None:  # noqa: ANN401
    filled(program)
    before = {path: path.stat().st_mtime_ns for path in (checkout / ".venv").iterdir()}
    run = subprocess.run(  # noqa: S603 - this very Python
        [sys.executable, str(checkout / ".ci" / "setup.py"), "--dev"],
        capture_output=True,
        timeout=60,
        check=False,
    )
    assert (run.returncode, run.stdout, run.stderr) == (0, b"", b"")
    assert {path: path.stat().st_mtime_ns for path in (checkout / ".venv").iterdir()} == before


@pytest.mark.parametrize("changed", [*LOCKS, "pyproject.toml"])
def test_a_changed_lock_or_project_file_is_installed_anew(
    changed: str,
    program: Any,  # noqa: ANN401 - a module
    checkout: Path,
) -> None:
    filled(program)
    with (checkout / changed).open("a") as file:
        file.write("# changed\n")
    stale = {lock for lock in LOCKS if not program.filled_from(lock)}
    assert stale == ({changed} if changed in LOCKS else set(LOCKS))


SYSTEMS = ["Debian, Ubuntu", "Fedora", "macOS", "Windows"]


@pytest.mark.parametrize(
    ("locale", "lacking"),
    [
        ("C.UTF-8", "Pango, which lays out the pages, is missing"),
        ("fr_FR.UTF-8", "Pango, qui met en page, manque"),
    ],
)
def test_without_pango_each_system_s_people_are_told_what_to_type(
    locale: str,
    lacking: str,
    program: Any,  # noqa: ANN401 - a module
    monkeypatch: pytest.MonkeyPatch,
    checkout: Path,
) -> None:
    monkeypatch.setenv("LC_ALL", locale)
    monkeypatch.setenv("PATH", str(checkout))  # where no apt-get is
    absent = program.Library(("libnowhere.so.0", "libnowhere.dylib", "nowhere.dll"), "libpango-1.0-0")
    monkeypatch.setattr(program, "LIBRARIES", (absent,))
    with pytest.raises(program.CannotSetUpError) as refused:
        program.provide_pango()
    first, *lines = str(refused.value).splitlines()
    assert first.startswith(lacking)
    assert [line.split(":")[0].strip() for line in lines] == SYSTEMS
    assert lines[0].endswith("sudo apt-get update && sudo apt-get install libpango-1.0-0")


@pytest.mark.parametrize(
    ("locale", "told"),
    [
        (
            "C.UTF-8",
            [
                "The tests will not ask veraPDF",
                "The tests will not open the HTML edition",
                "The tests will not hold the HTML edition against axe-core",
            ],
        ),
        (
            "fr_FR.UTF-8",
            [
                "Les tests n’interrogeront pas veraPDF",
                "Les tests n’ouvriront pas l’édition HTML",
                "Les tests ne soumettront pas l’édition HTML à axe-core",
            ],
        ),
    ],
)
def test_without_what_only_tests_need_setting_up_goes_on_and_says_what_is_not_checked(
    locale: str,
    told: list[str],
    program: Any,  # noqa: ANN401 - a module
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setenv("LC_ALL", locale)
    monkeypatch.setenv("PATH", str(program.ROOT))  # where there is none of it, nor an apt-get to install it
    program.provide_checkers()
    out, said = capsys.readouterr()
    assert out == ""
    assert [line.startswith(each) for line, each in zip(said.splitlines(), told, strict=True)] == [True] * 3
    assert [line.rpartition(": ")[2] for line in said.replace("\u00a0", "").splitlines()] == [
        "sudo apt-get install default-jre-headless libjaxb-java",
        "sudo apt-get install chromium",
        "sudo apt-get install npm",
    ]


@pytest.mark.skipif(os.name == "nt", reason="apt-get is a program for Debian")
def test_what_only_the_tests_need_is_installed_one_by_one_where_that_takes_no_password(
    program: Any,  # noqa: ANN401 - a module
    monkeypatch: pytest.MonkeyPatch,
    checkout: Path,
) -> None:
    typed = checkout / "typed"
    apt = checkout / "apt-get"
    apt.write_text(f'#!/bin/sh\necho "$*" >> "{typed}"\ncase "$*" in *chromium*) exit 100;; esac\n')
    apt.chmod(0o755)
    monkeypatch.setattr(program, "apt_get", lambda: [str(apt)])
    monkeypatch.setenv("PATH", str(checkout) + os.pathsep + "/bin")
    monkeypatch.setattr(program, "CHECKERS", tuple(replace(one, commands=()) for one in program.CHECKERS))
    program.provide_checkers()
    assert typed.read_text().splitlines() == [
        "update",
        "install --yes --no-install-recommends default-jre-headless libjaxb-java",
        "update",
        "install --yes --no-install-recommends chromium",
        "update",
        "install --yes --no-install-recommends npm",
    ]


def test_a_briefing_needs_neither_java_nor_a_browser(
    program: Any,  # noqa: ANN401 - a module
    monkeypatch: pytest.MonkeyPatch,
    checkout: Path,
) -> None:
    monkeypatch.setenv("PATH", str(checkout))
    filled(program)
    program.set_up([program.RUNTIME])
    assert program.missing_checkers() == list(program.CHECKERS)
    assert not (checkout / ".venv" / "bin").exists()


def test_both_languages_of_what_setting_up_says_have_the_same_blanks(program: Any) -> None:  # noqa: ANN401
    for english, french in program.SENTENCES.values():
        assert english != french
        assert re.findall(r"{\w+}", english) == re.findall(r"{\w+}", french)
        assert re.findall(r" [;:!?%»]|'|« ", french) == []


@pytest.mark.skipif(sys.platform == "win32", reason="a program for a shell")
@pytest.mark.parametrize(
    ("locale", "told"),
    [("C", "Python 3.11 or later is needed"), ("fr_FR", "Il faut Python 3.11 ou plus récent")],
)
def test_without_a_python_one_sentence_says_what_to_install(locale: str, told: str, tmp_path: Path) -> None:
    shell = shutil.which("sh")
    assert shell
    run = subprocess.run(  # noqa: S603 - the system's own shell
        [shell, str(ROOT / ".ci" / "python")],
        cwd=tmp_path,
        env={"PATH": str(tmp_path), "LC_ALL": locale},
        capture_output=True,
        timeout=60,
        check=False,
    )
    assert (run.returncode, run.stdout) == (1, b"")
    assert run.stderr.decode().startswith(told)
    assert run.stderr.count(b"\n") == 1
