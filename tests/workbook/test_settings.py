"""Settings: names in either language, limits that are numbers, and nothing that changes nothing unsaid."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from openpyxl.styles import Font

from flows.record import defaults
from flows.record.defaults import Limits
from flows.workbook.schema.settings import LIMITS, MOST
from tests.books import Rows, cleaned, sound

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from openpyxl import Workbook

    from flows.workbook.clean import Cleaned


def setting(
    path: Path, *rows: tuple[object, object], touch: Callable[[Workbook], None] | None = None
) -> Cleaned:
    """What is read of the sound workbook with these settings."""
    sheet: Rows = [["name", "value"], *map(list, rows)]
    return cleaned(path, sound() | {"Settings": sheet}, touch)


def test_the_limits_are_those_of_the_rules_with_their_usual_numbers() -> None:
    assert tuple(limit.code for limit in LIMITS) == defaults.NAMES
    usual = [f"[{getattr(Limits(), limit.code)}]" for limit in LIMITS]
    assert [limit.en_means[-len(number) :] for limit, number in zip(LIMITS, usual, strict=True)] == usual
    assert [limit.fr_means[-len(number) :] for limit, number in zip(LIMITS, usual, strict=True)] == usual
    assert MOST == defaults.MOST


@pytest.mark.parametrize(
    ("typed", "read"),
    [("Ends soon", "ends_soon"), ("ends-soon", "ends_soon"), ("Fin proche", "ends_soon"), ("TITRE", "title"),
     ("titre_en", "title_en"), ("Title (FR)", "title_fr"), ("Équipe fr", "team_fr"), ("contacts", "contact")],
)  # fmt: skip
def test_a_setting_is_named_in_either_language(typed: str, read: str, tmp_path: Path) -> None:
    found = setting(tmp_path, (typed, 40))
    assert found.record.settings == ((read, "40"),)
    assert found.problems == ()


def test_an_unknown_setting_is_told_with_what_it_may_have_meant(tmp_path: Path) -> None:
    found = setting(tmp_path, ("end soon", 40), ("shade", "red"))
    assert [problem.rule for problem in found.problems] == ["unknown_setting"] * 2
    assert found.problems[0].fix.startswith("Did you mean ends_soon? Type one of: title, team, ")
    assert found.problems[1].fix.startswith("Type one of: title")
    assert found.record.settings == ()


@pytest.mark.parametrize("typed", ["often", "-3", "30.5", "30 days", True])
def test_a_limit_that_is_no_whole_number_sets_nothing_and_is_told(typed: object, tmp_path: Path) -> None:
    found = setting(tmp_path, ("ends soon", typed))
    assert [(problem.rule, str(problem.cell)) for problem in found.problems] == [
        ("not_a_number", "Settings!B2")
    ]
    assert found.record.settings == ()


def test_the_last_of_two_rows_for_one_setting_counts_and_the_first_is_told(tmp_path: Path) -> None:
    found = setting(tmp_path, ("title", "One"), ("Titre", "Two"))
    assert dict(found.record.settings) == {"title": "Two"}
    assert [(problem.rule, str(problem.cell)) for problem in found.problems] == [
        ("setting_twice", "Settings!A2")
    ]


def test_a_setting_struck_through_or_hidden_changes_nothing(tmp_path: Path) -> None:
    def strike(workbook: Workbook) -> None:
        workbook["Settings"]["A2"].font = Font(strike=True)
        workbook["Settings"].row_dimensions[3].hidden = True

    found = setting(tmp_path, ("title", "One"), ("team", "Us"), touch=strike)
    assert found.record.settings == ()
    assert [problem.rule for problem in found.problems] == ["setting_set_aside"] * 2


def test_a_title_the_typefaces_cannot_set_is_told_and_a_limit_s_name_is_not(tmp_path: Path) -> None:
    found = setting(tmp_path, ("title", "Faces 🎭"), ("ours 🎭", "🎭"))
    assert [problem.rule for problem in found.problems] == ["unprintable_character", "unknown_setting"]


@pytest.mark.parametrize(
    ("name", "typed", "read"),
    [("accent", "#1F4E79", "#1f4e79"), ("Couleur", "1f4e79", "#1f4e79"), ("color", "#FD0", "#ffdd00"),
     ("accent", "Bleu marine", "#1f3a5f"), ("accent", "navy", "#1f3a5f"), ("accent", 112233, "#112233"),
     ("paper", "US Letter", "letter"), ("Papier", "lettre", "letter"), ("format", "a4", "A4"),
     ("pied de page", "Us", "Us")],
)  # fmt: skip
def test_the_look_is_read_in_either_language(name: str, typed: object, read: str, tmp_path: Path) -> None:
    found = setting(tmp_path, (name, typed))
    assert [value for _, value in found.record.settings] == [read]
    assert found.problems == ()


@pytest.mark.parametrize(
    ("name", "typed", "rule", "fix"),
    [("accent", "nvy", "unknown_colour", "Did you mean navy? Type # and six digits"),
     ("accent", "#12345", "unknown_colour", "Type # and six digits"),
     ("accent", "red; } body { color: red", "unknown_colour", "Type # and six digits"),
     ("accent", "#１２３４５６", "unknown_colour", "Type # and six digits"),
     ("paper", "lettter", "unknown_paper", "Did you mean letter? Type one of: A4, letter.")],
)  # fmt: skip
def test_a_look_we_do_not_know_changes_nothing_and_is_told_at_its_cell(
    name: str, typed: str, rule: str, fix: str, tmp_path: Path
) -> None:
    found = setting(tmp_path, (name, typed))
    (problem,) = found.problems
    assert (problem.rule, str(problem.cell)) == (rule, "Settings!B2")
    assert problem.fix.startswith(fix)
    assert found.record.settings == ()


def test_a_colour_is_complained_of_in_french_in_a_french_workbook(tmp_path: Path) -> None:
    found = cleaned(tmp_path, sound("fr") | {"Réglages": [["Nom", "Valeur"], ["Couleur", "bordaux"]]})
    (problem,) = found.problems
    assert "qui n’est pas une couleur connue\N{NARROW NO-BREAK SPACE}; la page garde" in problem.message
    assert problem.fix.startswith("Vouliez-vous dire bordeaux")


def test_a_foot_of_too_many_characters_is_told_and_kept(tmp_path: Path) -> None:
    long = "word " * 25
    found = setting(tmp_path, ("footer", long))
    assert [problem.rule for problem in found.problems] == ["long_footer"]
    assert found.record.settings == (("footer", long.strip()),)


@pytest.mark.parametrize(
    ("name", "typed", "read"),
    [("hide", "chronology; Open questions in full", ("hide", "chronology;questions")),
     ("Masquer", "Chronologie ; Les engagements en détail", ("hide", "chronology;commitments")),
     ("order", "Contexte\nsources", ("order", "background;sources")),
     ("Ordre", "tableau; tableau; demandes", ("order", "matrix;demands")),
     ("Section chronology", "What happened when", ("section_chronology", "What happened when")),
     ("section_chronologie (fr)", "Dans l’ordre", ("section_chronology_fr", "Dans l’ordre"))],
)  # fmt: skip
def test_sections_are_named_by_code_label_or_as_they_are_printed(
    name: str, typed: str, read: tuple[str, str], tmp_path: Path
) -> None:
    found = setting(tmp_path, (name, typed))
    assert found.record.settings == (read,)
    assert found.problems == ()


def test_a_section_may_be_hidden_under_the_heading_the_team_gave_it(tmp_path: Path) -> None:
    found = setting(tmp_path, ("hide", "What happened when"), ("section_chronology", "What happened when"))
    assert dict(found.record.settings)["hide"] == "chronology"
    assert found.problems == ()


@pytest.mark.parametrize(
    ("row", "rule", "words", "read"),
    [(("hide", "limits; chronology"), "never_hidden", "but limits is always printed", "chronology"),
     (("hide", "Sources; Méthode"), "never_hidden", "but Sources or Méthode is always printed", None),
     (("hide", "chronolgy"), "unknown_section", 'names "chronolgy"', None),
     (("order", "key points; demands"), "unknown_section", 'names "key points"', "demands"),
     (("section_demands", "w" * 61), "long_heading", "has 61 characters", None)],
)  # fmt: skip
def test_what_cannot_be_arranged_is_told_and_the_rest_holds(
    row: tuple[str, str], rule: str, words: str, read: str | None, tmp_path: Path
) -> None:
    found = setting(tmp_path, row)
    (problem,) = found.problems
    assert (problem.rule, str(problem.cell)) == (rule, "Settings!B2")
    assert words in problem.message
    assert dict(found.record.settings).get(row[0]) == read
