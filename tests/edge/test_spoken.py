"""What the person at the terminal is told, in the language of the locale."""

from __future__ import annotations

import ast
import pickle
import re
import socket
from string import Formatter
from typing import TYPE_CHECKING, get_args

import pytest

from flows import spoken
from flows.delivery import deciding, ledger
from flows.document.wording.dates import french
from tests.conftest import ROOT

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Python

DAY = ("--as-of", "2020-06-15")
FRENCH = {"LC_ALL": "", "LC_MESSAGES": "", "LANG": "fr_FR.UTF-8"}
EDGE = [
    path
    for folder in ("", "serving", "blocks", "dispatch")
    for path in (ROOT / "flows" / folder).glob("*.py")
]
SUMS = ("sent", "failed", "doubt", "waiting", "others")
MADE_UP = {  # named from parts in the code
    "checked_final", "checked_draft", "rendering_en", "rendering_fr",
    "pages_too_slow", "pages_too_heavy", "pages_crashed", "pages_no_pango",
    "pages_lost", "pages_lost_word",
    *(f"get_{why}" for why in get_args(deciding.Why)), *(f"state_{state}" for state in ledger.STATES),
    *(f"sum_{name}{one}" for name in SUMS for one in ("", "_one")),
}  # fmt: skip


def blanks(pattern: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(pattern) if name is not None}


@pytest.mark.parametrize("kind", spoken.SENTENCES)
def test_both_languages_of_a_sentence_have_the_same_blanks(kind: str) -> None:
    english, translated = spoken.SENTENCES[kind]
    assert blanks(english) == blanks(translated)
    assert "" not in blanks(english)


@pytest.mark.parametrize("kind", spoken.SENTENCES)
def test_the_french_has_the_spaces_and_the_apostrophes_french_asks_for(kind: str) -> None:
    typeset = french(spoken.SENTENCES[kind][1])
    assert re.findall(r" [;:!?%»]|« |'|\.\.\.", typeset) == []
    assert re.findall(r"(?<![\s\u00a0\u202f])[;!?»]", typeset) == []


def test_every_sentence_the_code_says_is_in_the_table_and_none_there_goes_unsaid() -> None:
    words = set()
    for path in EDGE:
        if path.stem not in {"spoken", "sentences", "notice_words", "check_words", "words"}:
            tree = ast.parse(path.read_bytes())
            words |= {node.value for node in ast.walk(tree) if isinstance(node, ast.Constant)}
    assert spoken.SENTENCES.keys() - words == MADE_UP
    kinds = r"\b(?:said|Refusal|Mistyped|Objection)\((?:\d+, )?\s*\"(\w+)\""
    said = re.findall(kinds, "".join(path.read_text() for path in EDGE))
    assert set(said) <= spoken.SENTENCES.keys()
    assert len(said) > len(spoken.SENTENCES) / 2


def test_a_refusal_keeps_its_sentences_when_prefect_pickles_it() -> None:
    refusal = spoken.Refusal("not_a_date", typed="soon")
    again = pickle.loads(pickle.dumps(refusal))  # noqa: S301 - our own, made on the line before
    assert (
        again.sentence("fr")
        == "«\u00a0soon\u00a0» n’est pas une date\u202f; saisissez-la sous la forme 2020-06-15."
    )
    assert str(again) == "“soon” is not a date; type it like 2020-06-15."


def test_a_draft_is_built_in_french_from_its_first_line_to_its_last(python: Python, doubled: Path) -> None:
    run = python("-m", "flows.cli", "build", doubled, *DAY, "--language", "en", "--extent", "core", **FRENCH)
    assert run.returncode == 1
    assert run.stderr.splitlines() == [
        "Lecture de record.xlsx…",
        "Nettoyage…",
        "Calcul de ce qui en découle au 2020-06-15…",
        "Mise en page de la version anglaise…",
        "Enregistrement de l’édition…",
        "L’édition n°\u00a01 est un projet, à ne pas diffuser\u00a0: deux lignes portent l’identifiant A001. "
        "2 lignes sont mises de côté en attendant qu’une cellule de chacune soit corrigée.",
        f"Pour voir chaque problème, cellule par cellule\u00a0: onrecord check {doubled}",
    ]


def test_check_sums_up_in_french(python: Python, doubled: Path) -> None:
    run = python("-m", "flows.cli", "check", doubled, *DAY, **FRENCH)
    summed = (
        "record.xlsx\u00a0: 2 à corriger, 1 à vérifier. Une édition au 2020-06-15 serait un projet.\n"
        "2 de ses 11 lignes seraient mises de côté\u00a0: rien n’en serait imprimé tant qu’une cellule de "
        "chacune n’est pas corrigée.\n"
    )
    assert run.stderr == summed


def test_check_finds_nothing_in_french_too(python: Python, workbook: Path) -> None:
    run = python("-m", "flows.cli", "check", workbook, *DAY, **FRENCH)
    assert (
        "\u00a0: rien à corriger, rien à vérifier. Une édition au 2020-06-15 serait définitive." in run.stderr
    )


def test_findings_name_in_french_the_rows_they_set_aside(python: Python, doubled: Path) -> None:
    run = python("-m", "flows.cli", "findings", doubled, *DAY, **FRENCH)
    assert run.stderr.splitlines() == [
        f"Mise de côté en attendant d’être corrigée\u00a0: Announcements, ligne {row}" for row in (2, 3)
    ]


def test_a_taken_port_is_told_in_french(python: Python) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        run = python("-m", "flows.cli", "ui", "--port", port, **FRENCH)
    assert run.returncode == 2
    assert run.stderr.startswith(f"Le port {port} est occupé par ")
    assert "Arrêtez d’abord ce programme, ou tapez\u00a0: onrecord ui --port " in run.stderr


@pytest.mark.parametrize(
    ("words", "wrong"),
    [
        (["build", "record.xlsx", "--as-of", "soon"], "--as-of\u00a0: «\u00a0soon\u00a0» n’est pas une date"),
        (["build", "record.xlsx", "--language", "de"], "les voici\u00a0: en, fr"),
        (["build", "record.xlsx", "--next"], "--next attend une valeur à sa suite"),
        (["check", "record.xlsx", "--json=yes"], "--json ne prend pas de valeur"),
        (["build", "record.xlsx", "--foo"], "Il n’y a pas ici d’option --foo"),
        (["build", "my", "record.xlsx"], "«\u00a0record.xlsx\u00a0» est de trop"),
        (["build"], "Il manque WORKBOOK"),
        (["ui", "--port", "http"], "n’est pas un port"),
    ],
)
def test_what_is_typed_wrong_is_told_in_french_and_the_help_said_to_be_english(
    words: list[str], wrong: str, python: Python
) -> None:
    run = python("-m", "flows.cli", *words, **FRENCH)
    assert run.returncode == 2
    assert wrong in run.stderr
    assert run.stderr.endswith("(l’aide est en anglais).\n")
