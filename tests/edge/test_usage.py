"""What may be typed after `onrecord`, and what a wrong word, file or port is told."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Python

DAY = ("--as-of", "2020-06-15")


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["build", "record.xlsx", "--as-of", "2020-13-01"], "“2020-13-01” is not a date"),
        (["build", "record.xlsx", "--as-of", "20200615"], "“20200615” is not a date"),
        (["build", "record.xlsx", "--as-of", "2020-06-15", "--next", "2020-06-15"], "has to come after"),
        (["build", "record.xlsx", "--language", "de"], "--language"),
        (["build"], "WORKBOOK"),
        (["bake"], "bake"),
        (["check", "record.xlsx", "--next", "2020-07-01"], "There is no option --next here"),
        (["check", "record.xlsx", "--next=2020-07-01"], "There is no option --next here"),
        (["build", "my", "record.xlsx"], "needs quotes"),
        (["ui", "--port", "99999"], "“99999” is not a port"),
        (["ui", "--port", "http"], "“http” is not a port"),
        (["build", "nowhere.xlsx", *DAY], "“nowhere.xlsx” is not there"),
        (["notify"], "Type one of --webhook --mail --off"),
        (["notify", "--off", "--mail", "a@example.org"], "--mail and --off do not go together"),
        (["notify", "--mail", "a@example.org, b@example.org"], "is not one e-mail address"),
        (["notify", "--webhook", "mailto:secret@example.org"], "begins with https:// or http://"),
        (["notify", "--webhook", "https://example.org/x", "--server", "x"], "--server goes with --mail only"),
        (["notify", "--webhook", "-"], "Nothing came on standard input"),
        (
            ["notify", "--off", "--port", "1"],
            "No server is running at http://127.0.0.1:1; start it with make ui",
        ),
        (["check", ""], "WORKBOOK: An empty value"),
        (["build", "record.xlsx", "--outputs", ""], "--outputs: An empty value"),
        (["build", "record.xlsx", "--previous", " "], "--previous: An empty value"),
        (["findings", "record.xlsx", "--previous", ""], "--previous: An empty value"),
        (["check", "nowhere.xlsx"], "“nowhere.xlsx” is not there"),
        (["findings", "nowhere.xlsx"], "“nowhere.xlsx” is not there"),
        (["check", "."], "“.” is a folder"),
        (["build", "record.xlsx", *DAY, "--previous", "nowhere"], "“nowhere” is not an edition"),
        (["build", "record.xlsx", *DAY, "--outputs", "record.xlsx"], "is a file where a folder is needed"),
    ],
)
def test_bad_usage_and_bad_input_end_in_one_sentence_and_2(
    arguments: list[str], words: str, python: Python, workbook: Path
) -> None:
    assert workbook.name == "record.xlsx"
    run = python("-m", "flows.cli", *arguments)
    assert run.returncode == 2
    assert run.stdout == ""
    last = run.stderr.splitlines()[-1]
    assert words in last
    assert last.endswith(".")
    assert "Traceback" not in run.stderr


@pytest.mark.parametrize("words", [["flows.cli", "ui"], ["flows.briefing"]])
@pytest.mark.parametrize(("port", "locale"), [("99999", "C.UTF-8"), ("http", "fr_FR.UTF-8")])
def test_what_is_set_as_the_server_s_port_and_is_none_ends_in_one_sentence_and_2(
    port: str, locale: str, words: list[str], python: Python
) -> None:
    run = python("-m", *words, PREFECT_SERVER_API_PORT=port, LC_ALL=locale)
    assert (run.returncode, run.stdout) == (2, "")
    said = {
        "C.UTF-8": f"PREFECT_SERVER_API_PORT is “{port}”, which is not a port; ",
        "fr_FR.UTF-8": f"PREFECT_SERVER_API_PORT vaut «\u00a0{port}\u00a0», ce qui n’est pas un port\u202f; ",
    }
    assert run.stderr.startswith(said[locale])
    assert run.stderr.count("\n") == 1


def test_a_refusal_speaks_the_language_of_the_locale(python: Python) -> None:
    run = python("-m", "flows.cli", "check", "absent.xlsx", LC_ALL="fr_FR.UTF-8")
    assert "est introuvable" in run.stderr


@pytest.mark.parametrize("command", [[], ["build"], ["check"], ["findings"], ["new"], ["ui"], ["notify"]])
def test_help_ends_with_an_example(command: list[str], python: Python) -> None:
    run = python("-m", "flows.cli", *command, "--help")
    assert run.returncode == 0
    assert "example: onrecord" in run.stdout


@pytest.mark.parametrize(("locale", "words"), [("C.UTF-8", "Type after"), ("fr_FR.UTF-8", "Tapez après")])
def test_without_a_command_the_short_help_is_shown_with_an_example(
    locale: str, words: str, python: Python
) -> None:
    run = python("-m", "flows.cli", LC_ALL=locale)
    assert run.returncode == 2
    assert run.stdout == ""
    first, *_, last = run.stderr.splitlines()
    assert first.startswith(f"{words} onrecord")
    assert "list every problem" in run.stderr
    assert last.startswith("example: onrecord build")


def test_a_name_that_moves_the_cursor_is_told_without(python: Python) -> None:
    run = python("-m", "flows.cli", "build", "a\x1b[2Jb.xlsx")
    assert run.returncode == 2
    assert "\x1b" not in run.stderr


@pytest.mark.parametrize("command", ["check", "findings"])
@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31"])
def test_the_first_and_the_last_day_there_is_are_days_too(
    command: str, day: str, python: Python, workbook: Path
) -> None:
    run = python("-m", "flows.cli", command, workbook, "--as-of", day)
    assert run.returncode == 0, run.stderr
