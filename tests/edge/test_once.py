"""The flow run once from a terminal: what the environment asks for, and what is said and returned."""

from __future__ import annotations

import os
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from flows import once, settings
from flows.report import Edition
from flows.spoken import Refusal
from flows.typed import Mistyped
from flows.workbook.read import Unreadable

if TYPE_CHECKING:
    from tests.conftest import Python

FINAL = Edition(Path("outputs/record/2020-06-15-01"), 1, "final", (), 0, 0, (Path("a.pdf"), Path("b.pdf")))
ASKED = ("WORKBOOK", "AS_OF", "NEXT", "LANGUAGES")


@pytest.fixture(autouse=True)
def nothing_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in (*ASKED, "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LC_ALL", "C.UTF-8")


def test_what_is_not_asked_for_keeps_the_flow_s_own_default(monkeypatch: pytest.MonkeyPatch) -> None:
    assert once.parameters() == {}
    monkeypatch.setenv("WORKBOOK", "")
    assert once.parameters() == {}


def test_the_environment_chooses_workbook_days_and_languages(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, words in zip(
        ASKED, ("facial-recognition.xlsx", "2020-06-15", "2020-07-01", "fr,en"), strict=True
    ):
        monkeypatch.setenv(name, words)
    assert once.parameters() == {
        "workbook": str(settings.INPUTS / "facial-recognition.xlsx"),
        "as_of": date(2020, 6, 15),
        "next_edition": date(2020, 7, 1),
        "languages": ["fr", "en"],
    }


@pytest.mark.parametrize(
    ("name", "words", "said"),
    [
        ("AS_OF", "15/06/2020", "“15/06/2020” is not a date; type it like 2020-06-15."),
        ("NEXT", "soon", "“soon” is not a date; type it like 2020-06-15."),
        ("LANGUAGES", "en de", "“de” is not a language of the briefing; type en, fr, or both."),
        ("LANGUAGES", ",", "“,” is not a language of the briefing; type en, fr, or both."),
    ],
)
def test_what_cannot_be_meant_ends_in_one_sentence_and_2(
    name: str, words: str, said: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv(name, words)
    with pytest.raises(Mistyped):
        once.parameters()
    assert once.main() == 2
    assert capsys.readouterr() == ("", f"{said}\n")


def test_a_final_edition_is_told_and_its_paths_are_the_result(capsys: pytest.CaptureFixture[str]) -> None:
    from prefect.states import Completed  # noqa: PLC0415 - not before the settings of the tests stand

    assert once.tell(Completed(data=FINAL), "make check") == 0
    assert capsys.readouterr() == ("a.pdf\nb.pdf\n", "Final edition no. 1.\n")


def test_problems_are_told_with_the_command_that_lists_them(capsys: pytest.CaptureFixture[str]) -> None:
    from prefect.states import Completed  # noqa: PLC0415 - as above

    assert once.tell(Completed(data=replace(FINAL, problems=3)), once.check_command(None)) == 0
    told = capsys.readouterr().err.splitlines()
    assert told[-1] == "To see every problem, cell by cell: make check"


@pytest.mark.parametrize(
    ("workbook", "command"),
    [
        (settings.INPUTS / settings.SHIPPED, "make check"),
        (settings.INPUTS / "other.xlsx", "WORKBOOK=inputs/other.xlsx make check"),
        (Path("/some where/l'été.xlsx"), "WORKBOOK='/some where/l'\"'\"'été.xlsx' make check"),
    ],
)
@pytest.mark.skipif(os.name == "nt", reason="quotes as a shell on Unix takes them")
def test_the_command_that_lists_problems_names_the_workbook_where_it_has_to(
    workbook: Path, command: str
) -> None:
    assert once.check_command(str(workbook)) == command


@pytest.mark.parametrize(
    ("refusal", "said"),
    [
        (Unreadable("missing", "x.xlsx"), "«\u00a0x.xlsx\u00a0» est introuvable."),
        (
            Refusal("not_whole", detail="no glyph"),
            "Une page n’a pas pu être dessinée en entier\u00a0: no glyph",
        ),
        (ZeroDivisionError("by zero"), "C’est le programme lui-même qui est en cause"),
    ],
)
def test_what_stopped_the_flow_is_told_in_the_reader_s_language_and_2(
    refusal: Exception, said: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from prefect.states import Failed  # noqa: PLC0415 - as above

    monkeypatch.setenv("LC_ALL", "fr_FR.UTF-8")
    assert once.tell(Failed(message="in English, for the page", data=refusal), "make check") == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err.startswith(said)


@pytest.mark.slow
@pytest.mark.xdist_group("prefect")
@pytest.mark.usefixtures("prefect_server")
class TestOnTheServerThatRuns:
    """In a process of its own, on the tests' Prefect server."""

    @pytest.fixture
    def server(self, tmp_path: Path) -> dict[str, str]:
        """What a process has to know to find that server, and to keep its editions apart."""
        from prefect.settings import PREFECT_API_URL  # noqa: PLC0415 - as above

        port = str(PREFECT_API_URL.value()).removesuffix("/api").rpartition(":")[2]
        return {
            "PREFECT_SERVER_API_PORT": port,
            "OUTPUTS": str(tmp_path / "outputs"),
            "LC_ALL": "fr_FR.UTF-8",
        }

    def test_a_draft_is_made_told_in_french_and_is_no_failure(
        self, python: Python, doubled: Path, server: dict[str, str], tmp_path: Path
    ) -> None:
        run = python(
            "-m", "flows.briefing", **server, WORKBOOK=str(doubled), AS_OF="2020-06-15", LANGUAGES="fr"
        )  # fmt: skip
        assert run.returncode == 0, run.stderr
        assert run.stdout == f"{tmp_path}/outputs/record/2020-06-15-01/briefing-fr.pdf\n".replace("/", os.sep)
        running, making, told, see = run.stderr.splitlines()
        assert running.startswith("Le serveur de Prefect tourne déjà\u00a0: ")
        assert making == "Production de l’édition de record.xlsx…"
        command = f"WORKBOOK={doubled} make check"
        assert see == f"Pour voir chaque problème, cellule par cellule\u00a0: {command}"
        assert told.startswith(
            "L’édition n°\u00a01 est un projet, à ne pas diffuser\u00a0: deux lignes portent"
        )

    def test_a_workbook_below_the_home_of_nobody_is_not_there(
        self, python: Python, server: dict[str, str]
    ) -> None:
        run = python("-m", "flows.briefing", **server, WORKBOOK="~zz/x.xlsx")
        assert (run.returncode, run.stdout) == (2, "")
        told = "«\u00a0x.xlsx\u00a0» est introuvable. Vérifiez son nom et son dossier, puis réessayez."
        assert run.stderr.splitlines()[-1] == told
