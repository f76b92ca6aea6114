"""Writes a page for every rule of `onrecord check` into docs/rules, from the table of rules: `make guide`.

What a page quotes is said by the check itself of a small workbook that breaks the rule, in either language.
"""

from __future__ import annotations

import sys
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from flows.workbook import clean
from flows.workbook.complaints import GROUPS, RULES
from flows.workbook.reading.reasons import spaced
from tests.books import cells, cleaned
from tests.workbook.broken_cells import BREAKS
from tests.workbook.translated import french, renaming

if TYPE_CHECKING:
    from flows.workbook.problems import Problem
    from tests.workbook.broken_cells import Break

FOLDER = Path(__file__).parent / "rules"
TITLES = {
    "sheets": ("Sheets, headers and tables", "Feuilles, en-têtes et tableaux"),
    "rows": ("Rows and ids", "Lignes et identifiants"),
    "cells": ("Cells and their neighbours", "Cellules et leurs voisines"),
    "days": ("Days", "Dates"),
    "texts": ("Words, names and quotes", "Mots, noms et citations"),
    "sources": ("Sources and addresses", "Sources et adresses"),
    "outcomes": ("Outcomes and their evidence", "Suites données et preuves"),
    "settings": ("Settings", "Réglages"),
    "recipients": ("Recipients", "Destinataires"),
    "decisions": ("Decisions", "Décisions"),
}
WEIGHT = {
    "error": ("**Error.** The row cannot be used as it stands: it is set aside, and listed, until this is "
              "put right.",
              "**Erreur.** La ligne ne peut servir telle quelle : elle est mise de côté, et listée, "
              "jusqu’à correction."),
    "warning": ("**Warning.** The row is used, and the page says what is doubtful.",
                "**Avertissement.** La ligne est utilisée, et la note dit ce qui est douteux."),
}  # fmt: skip
HEAD = """# What the check says

Every complaint of `onrecord check` has one of these rules; its name stands under `rule` in `check --json`
and does not change. Each page says what is wrong, what to do and why it matters, with an example. These
pages are written by `make guide`.

Chaque remarque de `onrecord check` relève d’une de ces règles ; son nom figure sous `rule` dans
`check --json` et ne change pas. Chaque page dit ce qui ne va pas, quoi faire et pourquoi, avec un exemple.
"""


def index() -> str:
    """The list of all rules, by what they are about, with their severity and their reason."""
    parts = [spaced(HEAD)]
    for group, rules in GROUPS.items():
        english, french_title = TITLES[group]
        lines = [f"| [`{rule}`]({rule}.md) | {RULES[rule].severity} | {_reason(rule)} |" for rule in rules]
        parts.append(
            f"## {english} · {french_title}\n\n| Rule | Severity | Why · Pourquoi |\n|---|---|---|\n"
            + "\n".join(lines)
        )
    return "\n".join((*parts[:1], "\n\n".join(parts[1:]))) + "\n"


def page(rule: str, english: Problem, in_french: Problem) -> str:
    """The page of one rule, with what the check says of an example in either language."""
    complaint = RULES[rule]
    heavy, lourd = WEIGHT[complaint.severity]
    why, pourquoi = complaint.why
    return "\n\n".join((
        f"# {rule}",
        "## English", heavy, _quoted(english), f"**To do.** {english.fix}", f"**Why.** {why}",
        "## Français", spaced(lourd), _quoted(in_french), spaced(f"**À faire.** {in_french.fix}"),
        spaced(f"**Pourquoi.** {pourquoi}"),
        "[All rules · Toutes les règles](README.md)\n",
    ))  # fmt: skip


def example(rule: str) -> Problem:
    """What the check says of the workbook that breaks the rule."""
    broken = _broken(rule)
    return next(one for one in broken.read().problems if one.rule == rule)


@cache
def example_in_french(rule: str) -> Problem:
    """The same of that workbook in French."""
    broken = _broken(rule)
    with TemporaryDirectory() as folder:
        if broken.beside:
            broken.beside(Path(folder))
        book = french(broken.broken())
        book = broken.in_french(book) if broken.in_french else book
        if broken.door:
            found = clean.record(cells(broken.door(Path(folder), book))).problems
        else:
            found = cleaned(Path(folder), book, renaming(broken.touch) if broken.touch else None).problems
    return next(one for one in found if one.rule == rule)


def pages() -> dict[str, str]:
    """Every page by its file's name."""
    written = {f"{rule}.md": page(rule, example(rule), example_in_french(rule)) for rule in RULES}
    return {"README.md": index()} | written


def _reason(rule: str) -> str:
    why, pourquoi = RULES[rule].why
    return f"{why}<br>{pourquoi}"


def _broken(rule: str) -> Break:
    return next(broken for broken in BREAKS if broken.rule == rule)


def _quoted(problem: Problem) -> str:
    message = " ".join(problem.message.split())
    return f"> `{problem.cell}`  {message}".replace("<", "&lt;")


def main() -> int:
    """Write the pages anew, and take away those of rules that are no more."""
    FOLDER.mkdir(exist_ok=True)
    written = pages()
    for old in FOLDER.glob("*.md"):
        if old.name not in written:
            old.unlink()
    for name, text in written.items():
        (FOLDER / name).write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
