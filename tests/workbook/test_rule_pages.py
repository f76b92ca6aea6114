"""A page for every rule, as the table of rules has it; and names that stay."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from docs import rules as written
from flows.workbook.complaints import GROUPS, RULES
from tests.often import often
from tests.workbook.stable_rules import STABLE

HELD = often(sorted(RULES)[5::16], sorted(RULES))
SECOND_PERSON = re.compile(r"\b(?:you (?:failed|forgot)|wrong of you|votre erreur)\b", re.IGNORECASE)


def text(rule: str) -> str:
    return (written.FOLDER / f"{rule}.md").read_text(encoding="utf-8")


def test_no_rule_vanishes_or_changes_its_name() -> None:
    assert [rule for rule in STABLE if rule not in RULES] == []


def test_the_index_is_that_of_the_table() -> None:
    assert text("README") == written.index()


def test_every_rule_has_a_page_and_no_page_is_left_of_a_rule_that_is_no_more() -> None:
    assert {path.stem for path in Path(written.FOLDER).glob("*.md")} == {*RULES, "README"}


def test_every_rule_is_in_one_group() -> None:
    assert sorted(rule for group in GROUPS.values() for rule in group) == sorted(RULES)


@pytest.mark.parametrize("rule", RULES)
def test_every_rule_says_why_in_both_languages_and_so_does_its_page(rule: str) -> None:
    english, french = RULES[rule].why
    for why in (english, french):
        assert why.endswith((".", "…", ".”"))
        assert why in text(rule)
        assert not SECOND_PERSON.search(why)
    assert f"# {rule}\n" in text(rule)


@pytest.mark.parametrize("rule", HELD)
def test_a_page_quotes_what_the_check_says(rule: str) -> None:
    assert text(rule) == written.page(rule, written.example(rule), written.example_in_french(rule))
