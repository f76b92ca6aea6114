"""An edition in a few words, for the mail that carries it: its title, its key points, whom each concerns.

Kept with the edition, so that what is sent is what was printed, whatever the workbook says by then.
"""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Any

from flows.document.lens import Lens
from flows.document.parts.key_points import key_points
from flows.record.concerns import concerns
from flows.record.plain import json_text

if TYPE_CHECKING:
    from collections.abc import Iterable

    from flows.document.values import Line
    from flows.record.editions import Changes
    from flows.record.findings import Findings, KeyPoint

NAME = "digest.json"
SETTINGS = ("team", "contact", "licence", "footer")
"""What the team says of itself on the page: whoever stands there is no secret, though on the list too."""


def digest(findings: Findings, changes: Changes | None, number: int, languages: Iterable[str]) -> bytes:
    """The content of `digest.json`: canonical JSON, the words in each of the languages."""
    told = {
        "number": number,
        "as_of": findings.as_of.isoformat(),
        "release": findings.release,
        "about": _about(findings),
        "words": {language: _words(Lens(findings, language, changes)) for language in languages},
    }
    return json_text(told).encode()


def _about(findings: Findings) -> list[list[str]]:
    """Whom each key point concerns, in their order."""
    known = concerns(findings.record)
    return [sorted({*known.of_rows(_rows(point)), *_target(point)}) for point in findings.key_points]


def _rows(point: KeyPoint) -> tuple[str, ...]:
    return (*point.ids, point.chain) if point.chain else point.ids


def _target(point: KeyPoint) -> tuple[str, ...]:
    return (point.target,) if point.target else ()


def _words(lens: Lens) -> dict[str, Any]:
    return {
        "title": lens.setting("title") or lens.say("title"),
        **{name: lens.setting(name) or "" for name in SETTINGS},
        "key_points": [
            {"runs": _runs(point.line), "refs": list(point.line.refs), "confidence": point.confidence}
            for point in key_points(lens).points
        ],
    }


def _runs(line: Line) -> list[list[str | None]]:
    """The sentence's words, in pieces where the language changes: each with its own, if not the letter's."""
    by_language = groupby(line.runs, key=lambda run: run.language)
    return [["".join(run.words for run in runs), language] for language, runs in by_language]
