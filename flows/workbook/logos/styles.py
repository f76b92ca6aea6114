"""The styles of an SVG: simple rules of how its shapes are painted, written anew."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from flows.workbook.logos.found import Unsuitable
from flows.workbook.logos.shapes import PAINTS, PASSED_OVER, SELECTOR, VALUES

if TYPE_CHECKING:
    from collections.abc import Iterator

FARTHEST = 1e6  # of any number: beyond every drawing, and about what a PDF can say
NUMBER = re.compile(r"(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?", re.ASCII | re.IGNORECASE)
RULE = re.compile(r"([^{}]*)\{([^{}]*)\}")
OUTSIDE = re.compile(r"@|\\|url\(\s*['\"]?(?!\s*['\"]?#)|expression|javascript", re.IGNORECASE)
EMPTY = frozenset({"none", "normal", ""})


def sheet(words: str) -> str:
    """A style sheet's rules.

    Raises:
        Unsuitable: it holds more than rules for classes, ids and elements.
    """
    words = re.sub(r"<!--|-->|/\*.*?\*/", "", words, flags=re.DOTALL)
    if RULE.sub("", words).strip():
        raise Unsuitable("logo_holds", holds="link" if OUTSIDE.search(words) else "other")
    return "".join(_rule(selectors, rules) for selectors, rules in RULE.findall(words))


def _rule(selectors: str, rules: str) -> str:
    if not all(SELECTOR.fullmatch(one) for one in selectors.split(",")):
        raise Unsuitable("logo_holds", holds="other")
    return f"{selectors.strip()}{{{rule(rules)}}}"


def rule(words: str) -> str:
    """What stands in a style attribute, or between the braces of a rule."""
    return ";".join(f"{name}:{value}" for name, value in _painted(words))


def _painted(words: str) -> Iterator[tuple[str, str]]:
    for one in filter(str.strip, words.split(";")):
        name, _, typed = (part.strip() for part in one.partition(":"))
        if name in PAINTS:
            yield name, value(name, typed)
        elif typed not in EMPTY and (OUTSIDE.search(typed) or not PASSED_OVER.fullmatch(name)):
            raise Unsuitable("logo_holds", holds="link" if OUTSIDE.search(typed) else "other")


def value(name: str, typed: str) -> str:
    """What stands in that attribute, as it is.

    Raises:
        Unsuitable: it is none of what may stand there.
    """
    plain = re.sub(r"['\"]", "", typed) if "url(" in typed else typed
    if VALUES[name].fullmatch(plain) is None:
        raise Unsuitable("logo_holds", holds="link" if OUTSIDE.search(typed) else "other")
    if name not in {"id", "class"} and any(float(number) > FARTHEST for number in _numbers(plain)):
        raise Unsuitable("logo_holds", holds="other")
    return plain


def _numbers(plain: str) -> list[str]:
    return NUMBER.findall(re.sub(r"#[\w.:-]+", "", plain))  # neither ids nor #rrggbb
