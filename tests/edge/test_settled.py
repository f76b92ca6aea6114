"""What a team has decided, as `check` tells it: how much, in words, and none among the complaints."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from flows import settled
from tests import books
from tests.workbook.broken_decisions import decided, waved

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Python

LONG, BARE = waved("word " * 26, "too_long"), waved("Amazon said so", "incomplete_source")


def odd() -> books.Book:
    book = books.put(books.sound(), "Announcements", 3, "summary", "word " * 26)
    return books.put(book, "Announcements", 3, "source", "Amazon said so")


def test_check_lists_no_decided_complaint_and_says_how_many_there_are(python: Python, tmp_path: Path) -> None:
    path = books.written(tmp_path / "book.xlsx", decided(odd(), LONG))
    run = python("-m", "flows.cli", "check", path, "--as-of", "2020-06-15")
    assert run.returncode == 1
    assert [line.split()[0] for line in run.stdout.splitlines()] == ["Announcements!F3"]
    assert "nothing to put right, 1 to look at." in run.stderr
    assert "One more was decided by the team and is not listed." in run.stderr.splitlines()
    assert "looked into" not in run.stdout + run.stderr


def test_with_json_the_list_is_the_promised_one_without_them(python: Python, tmp_path: Path) -> None:
    path = books.written(tmp_path / "book.xlsx", decided(odd(), LONG, BARE))
    run = python("-m", "flows.cli", "check", path, "--json")
    assert (run.returncode, json.loads(run.stdout)) == (0, [])
    assert "2 more were decided by the team and are not listed." in run.stderr


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("en", ["One more was decided by the team and is not listed.",
                "2 decisions fit nothing that stands in the workbook now (Decisions!A3 and Decisions!A4): "
                "they may stay, or go."]),
        ("fr", ["Une autre remarque a été réglée par l’équipe et n’est pas répétée.",
                "2 décisions ne correspondent plus à rien dans le classeur (Decisions!A3 et Decisions!A4)"
                "\u00a0: elles peuvent rester, ou partir."]),
    ],
)  # fmt: skip
def test_what_was_decided_is_said_in_the_person_s_language(
    language: str, told: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LC_ALL", f"{language}_XX.UTF-8")
    gone = waved("words that were there", "too_long"), waved("A999", "unknown_reference")
    found = books.cleaned(tmp_path, decided(odd(), LONG, *gone))
    assert list(settled.lines(found)) == told


def test_of_a_workbook_without_decisions_nothing_is_said(tmp_path: Path) -> None:
    assert list(settled.lines(books.cleaned(tmp_path, odd()))) == []
