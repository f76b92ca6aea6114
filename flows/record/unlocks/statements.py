"""What blank cells of any statement hold back: findings (R10), confidence (R15), quotes (R14), a side."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from flows.record import quotes
from flows.record.confidence import confidence
from flows.record.unlocks.values import Candidate

if TYPE_CHECKING:
    from collections.abc import Iterator

    from flows.record.results import KeyPoint
    from flows.record.unlocks.values import Row, Seen

SURE = "primary_seen"
LANGUAGES = ("en", "fr")


def sheet(row: Row) -> str:
    """The model's name of the sheet a statement stands on."""
    return "reactions" if hasattr(row, "actor") else "announcements"


def candidates(seen: Seen) -> Iterator[Candidate]:
    """Everything a blank cell of a statement holds back, row by row."""
    rests = _resting(seen)
    demanded = {one.reaction.id for one in seen.findings.demands if one.target is not None}
    for row in seen.rows.values():
        yield from _source(row, seen, demanded)
        yield from _quote(row, seen)
        yield from _translation(row, seen)
        yield from _verification(row, rests[row.id], seen)
        if sheet(row) == "reactions" and "." not in row.id and not getattr(row, "stance", None):
            yield _told(row, "stance", "side", row.id)
    for weak in seen.findings.weaknesses:
        if weak.kind == "not_archived" and weak.id in seen.rows:
            yield _told(seen.rows[weak.id], "archive", "archive", weak.id)


def _told(row: Row, column: str, kind: str, *ids: str) -> Candidate:
    return Candidate(sheet(row), row.origin, column, row.id, kind, ids)


def _resting(seen: Seen) -> defaultdict[str, list[KeyPoint]]:
    """The key points that rest on each row."""
    rests: defaultdict[str, list[KeyPoint]] = defaultdict(list)
    for point in seen.findings.key_points:
        for identifier in point.ids:
            rests[identifier].append(point)
    return rests


def _verification(row: Row, points: list[KeyPoint], seen: Seen) -> Iterator[Candidate]:
    """Of each key point that would be surer, this row being verified and the others as they are (R15)."""
    if row.verification is not None:
        return
    better = replace(row, verification=SURE)
    lifted = [point.ids[0] for point in points if _sure(point, better, seen) != point.confidence]
    if lifted:
        yield _told(row, "verification", "confidence", *lifted)


def _sure(point: KeyPoint, better: Row, seen: Seen) -> str:
    rows = [better if one == better.id else seen.rows[one] for one in point.ids]
    return confidence(rows, seen.findings.as_of, seen.findings.limits.checked_within)


def _source(row: Row, seen: Seen, demanded: set[str]) -> Iterator[Candidate]:
    """Of a statement without any source: its dotted rows that name none go with it (model 1.1)."""
    if row.sources or row.id not in seen.unsourced or _base_lacks(row, seen):
        return
    bare = [one for one in (row, *seen.dotted.get(row.id, ())) if not one.sources]
    yield _told(row, "source", "findings", *(one.id for one in bare))
    cells = [one.id for one in bare if one.id in demanded]
    if cells:
        yield _told(row, "source", "cell", *cells)
    withheld = [one.id for one in bare if _lacks(one, seen) == ("quote_without_source",)]
    if withheld:
        yield _told(row, "source", "quote", *withheld)


def _base_lacks(row: Row, seen: Seen) -> bool:
    """Whether a dotted row's source is to be typed in the row it belongs to."""
    base = seen.rows.get(row.id.partition(".")[0])
    return base is not None and base.id != row.id and not base.sources


def _lacks(row: Row, seen: Seen) -> tuple[str, ...]:
    return quotes.lacking(row, seen.unsourced) if quotes.printable(row.quote) else ()


def _quote(row: Row, seen: Seen) -> Iterator[Candidate]:
    """Of a quote that lacks one cell only: the words, who spoke, or their role."""
    if row.quote is None:
        return
    lacks = quotes.lacking(row, seen.unsourced)
    if row.quote.wordless and not lacks:
        yield _told(row, "quote", "quote", row.id)
    elif lacks == ("quote_without_speaker",) and quotes.printable(row.quote):
        yield _told(row, "speaker", "quote", row.id)
    elif lacks == ("quote_without_role",) and quotes.printable(row.quote) and sheet(row) == "reactions":
        yield _told(row, "speaker_role", "quote", row.id)


def _translation(row: Row, seen: Seen) -> Iterator[Candidate]:
    """Of a quote that the other edition prints in the original, for want of one cell (R14)."""
    quote = row.quote
    if quote is None or not quote.words or row.id not in seen.findings.quotable:
        return
    if quote.language not in LANGUAGES:
        return
    if quote.translation and not quote.translated_by:
        yield _told(row, "translation_by", "translated", row.id)
    elif not quote.translation and quotes.human(quote):
        yield _told(row, "translation", "translated", row.id)
