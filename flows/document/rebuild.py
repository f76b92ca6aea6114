"""What a finished PDF carries so that it can be drawn again: its words as plain values, and with what.

Only what is printed is in a briefing, so nothing else is in here. What lies in the PDF beside it (the record
and its tables) and what follows from the layout (the annex's page numbers) is left out.
"""

from __future__ import annotations

import base64
from collections.abc import Mapping
from dataclasses import dataclass, fields, is_dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Any

from flows.document.parts.attached import Attached
from flows.document.wording import sentences
from flows.record.plain import json_text

if TYPE_CHECKING:
    from flows.document.compose import Briefing, Core, Full
    from flows.document.parts.annex import Annex, SheetTrails, Trail
    from flows.document.parts.furniture import Furniture
    from flows.document.parts.masthead import Masthead

NAME = "rebuild.json"
FORMAT = 1
"""Changes when what was written by an older version can no longer be read."""


@dataclass(frozen=True, slots=True)
class Printed:
    """All that a document's pages are drawn from: a briefing without what is for the screen alone."""

    furniture: Furniture
    masthead: Masthead
    core: Core
    full: Full | None
    annex: Annex | None  # without pages: those follow from the layout
    anchors: frozenset[str]


@dataclass(frozen=True, slots=True)
class Rebuild:
    """What is printed, and the versions of what drew it (see `paper.versions`)."""

    printed: Printed
    versions: Mapping[str, object]


def printed(briefing: Briefing) -> Printed:
    """What of a briefing is printed; `briefing.annex` has its pages, so that it names no id without one."""
    return Printed(
        furniture=briefing.furniture,
        masthead=briefing.masthead,
        core=briefing.core,
        full=briefing.full,
        annex=_bare(briefing.annex) if briefing.annex else None,
        anchors=briefing.anchors,
    )


def _bare(annex: Annex) -> Annex:
    """The annex as it was before its pages were known."""
    return replace(
        annex,
        sheets=tuple(_unplaced(sheet) for sheet in annex.sheets),
        bodies=replace(annex.bodies, page=None) if annex.bodies else None,
        asides=_nowhere(annex.asides),
        named=_nowhere(annex.named),
        future=replace(annex.future, page=None) if annex.future else None,
    )


def _unplaced(sheet: SheetTrails) -> SheetTrails:
    return replace(sheet, trails=_nowhere(sheet.trails))


def _nowhere(trails: tuple[Trail, ...]) -> tuple[Trail, ...]:
    return tuple(replace(one, spots=()) for one in trails)


def as_bytes(whole: Rebuild) -> bytes:
    """Canonical JSON, as `record.json` is: sorted keys, two spaces in, UTF-8, one line end at the end."""
    told = {
        "briefing": plain(whole.printed),
        "format": FORMAT,
        "language": whole.printed.furniture.language,
        "versions": dict(whole.versions),
    }
    return json_text(told).encode()


def plain(value: object) -> Any:  # noqa: ANN401 - what json takes
    """The value in JSON's own kinds. Pairs stay in their order, for a page may print them in it."""
    if is_dataclass(value):
        return {field.name: plain(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, bytes):
        return base64.b64encode(value).decode()
    if isinstance(value, frozenset):
        return sorted(value)
    if isinstance(value, tuple):
        return [plain(item) for item in value]
    if isinstance(value, Mapping):
        return [[name, plain(item)] for name, item in value.items()]
    return value


def attached(whole: Rebuild) -> Attached:
    """The same as a file within the document."""
    frame = whole.printed.furniture
    words = sentences.say("data_rebuild", frame.language)
    return Attached(NAME, words, as_bytes(whole), date.fromisoformat(frame.created))
