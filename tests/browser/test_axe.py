"""WCAG 2.2 AA as far as a machine can tell: axe-core finds nothing to mend, however a page is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from tests.browser import screens
from tests.often import often

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from tests.browser.opened import Scheme, Visit

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("shipped")]

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


def violations(page: Page, axe: str) -> dict[str, list[str]]:
    """What axe-core complains of: by rule the elements that break it."""
    page.evaluate(axe)
    told: dict[str, Any] = page.evaluate(
        "rules => axe.run(document, {runOnly: rules, resultTypes: ['violations']})", RULES
    )
    assert len(told["passes"]) > 20
    return {one["id"]: [node["html"][:200] for node in one["nodes"]] for one in told["violations"]}


def views() -> list[tuple[str, int, Scheme]]:
    """Every page, narrow and wide; on every change by turns narrow in English and wide in French."""
    sizes: tuple[tuple[int, Scheme], ...] = ((320, "dark"), (1280, "light"))
    both: list[tuple[str, int, Scheme]] = [(name, *size) for name in screens.NAMES for size in sizes]
    turns = [(f"{kind}-{('en', 'fr')[at % 2]}", *sizes[at % 2]) for at, kind in enumerate(screens.KINDS)]
    return often(turns, both)


@pytest.mark.parametrize(("name", "width", "scheme"), views())
def test_axe_finds_nothing_to_mend(visit: Visit, axe: str, name: str, width: int, scheme: Scheme) -> None:
    assert violations(visit(name, width=width, scheme=scheme).page, axe) == {}


@pytest.mark.parametrize(("width", "scheme"), [(320, "light"), (1280, "dark")])
@pytest.mark.parametrize("name", often(screens.SHORT[::3], screens.SHORT))
def test_nor_where_a_short_page_is_shown_the_other_way(
    visit: Visit, axe: str, name: str, width: int, scheme: Scheme
) -> None:
    assert violations(visit(name, width=width, scheme=scheme).page, axe) == {}


@pytest.mark.parametrize(
    ("fault", "rule"),
    [
        ("document.documentElement.removeAttribute('lang')", "html-has-lang"),
        ("document.querySelector('h2').outerHTML = '<h4>Too deep</h4>'", "heading-order"),
        ("document.querySelector('svg').removeAttribute('aria-label')", "svg-img-alt"),
        ("document.querySelector('main p').style.color = '#bbbbbb'", "color-contrast"),
        ("document.querySelector('main').outerHTML = '<div>No main</div>'", "landmark-one-main"),
    ],
)
def test_axe_would_find_a_fault(visit: Visit, axe: str, fault: str, rule: str) -> None:
    opened = visit("core-en")
    opened.page.evaluate(fault)
    assert rule in violations(opened.page, axe)
