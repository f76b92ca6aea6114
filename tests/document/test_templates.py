"""Templates and styles know one another: no class without a style, no style without a class."""

from __future__ import annotations

import re
from pathlib import Path

TEMPLATES = Path(__file__).parents[2] / "templates"
SOURCE = "\n".join(path.read_text(encoding="utf-8") for path in sorted(TEMPLATES.rglob("*.j2")))
STYLES = "\n".join(path.read_text(encoding="utf-8") for path in sorted(TEMPLATES.rglob("*.css")))
PARTS = {path.name.partition(".")[0].replace("_", "-") for path in (TEMPLATES / "partials").iterdir()}


SHEETS = {"sheet", "first", "full"}
"""The empty sheets on which heads and feet are drawn: of no template, since they hold nothing."""


def used() -> set[str]:
    """Every class a template sets, conditions taken away."""
    return SHEETS | {
        name for found in re.findall(r'class="([^"]+)"', SOURCE) for name in _plain(found).split()
    }


def _plain(classes: str) -> str:
    return re.sub(r"\{[{%].*?[%}]\}", " ", classes)


def styled() -> set[str]:
    """Every class a rule speaks of."""
    rules = re.sub(r"/\*.*?\*/|\{[^{}]*\}", " ", STYLES, flags=re.DOTALL)
    return set(re.findall(r"\.([a-z][a-z-]*)", rules))


def test_every_class_that_is_no_part_has_a_style() -> None:
    assert sorted(used() - styled() - PARTS) == []


def test_every_style_has_a_class_that_bears_it() -> None:
    assert styled()
    assert sorted(styled() - used()) == []
