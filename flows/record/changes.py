"""What changed since an earlier edition (R9): rows held against each other by id, never by position."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from flows.record import causes, compared, known
from flows.record.columns import COLUMNS
from flows.record.compared import differences, heading_of
from flows.record.editions import HEADINGS, WITH_IDS, Aside, Change, Changes, Snapshot, Vanished
from flows.record.order import by_id, own_day
from flows.record.pairing import keyed, paired
from flows.record.periods import later
from flows.record.sifting import CITED_LATER, sift

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from datetime import date

    from flows.record.facts import Origin, Record, Response
    from flows.record.pairing import Rows


@dataclass(frozen=True, slots=True)
class Scene:
    """Two editions of one record, with what the later one's rows would have printed on the earlier's day."""

    before: Snapshot
    after: Snapshot
    then: frozenset[Origin]
    cells: compared.Known
    aside_before: Mapping[tuple[str, str], Aside]
    aside_after: Mapping[tuple[str, str], Aside]


def compare(before: Snapshot, after: Snapshot) -> Changes:
    """Everything that differs from the earlier edition to the later one (R9), in a fixed order."""
    scene = Scene(
        before=before,
        after=after,
        then=_printed(after.record, before.as_of),
        cells=compared.known(before, after),
        aside_before=_asides(before),
        aside_after=_asides(after),
    )
    rows = [change for sheet in COLUMNS for change in _of_sheet(sheet, scene)]
    gone = vanished(scene)
    computed, consequences = causes.of_results(before, after, causes.touched(rows, gone))
    return Changes(
        before=before,
        after=after,
        changes=tuple(sorted([*rows, *computed, *_settings(before, after)], key=_place)),
        consequences=consequences,
        vanished=gone,
    )


def vanished(scene: Scene) -> tuple[Vanished, ...]:
    """Ids the earlier edition told of that the later one knows nothing of (R9)."""
    here = {(sheet, row.id) for sheet in WITH_IDS for row in getattr(scene.after.record, sheet)}
    gone = scene.before.told() - here - scene.aside_after.keys()
    ordered = sorted(gone, key=lambda place: (WITH_IDS.index(place[0]), by_id(place[1])))
    return tuple(Vanished(sheet, row_id, _perhaps(sheet, row_id, scene)) for sheet, row_id in ordered)


def _perhaps(sheet: str, row_id: str, scene: Scene) -> tuple[str, ...]:
    """Rows that came, of the same body and the same day as the one that went: renumbered, perhaps (R9)."""
    old, now = keyed(sheet, scene.before.record), keyed(sheet, scene.after.record)
    was = old.get(row_id)
    if was is None:
        return ()
    alike = (key for key, row in now.items() if key not in old and _signed(row) == _signed(was))
    return tuple(sorted(alike, key=by_id))


def _signed(row: Any) -> tuple[object, ...]:  # noqa: ANN401 - a row of any sheet
    return getattr(row, "organisation", None) or getattr(row, "actor", None), own_day(row)


def _printed(record: Record, as_of: date) -> frozenset[Origin]:
    """The places of the rows these would print on the day."""
    sifted = sift(known.record(record, as_of), record, as_of)
    return frozenset(row.origin for sheet in COLUMNS for row in getattr(sifted, sheet))


def _asides(snapshot: Snapshot) -> dict[tuple[str, str], Aside]:
    """By sheet and id; of several, one to resolve before those retired, wherever each is typed."""
    ordered = sorted(snapshot.aside, key=lambda one: (one.category == "to_resolve", one.reasons))
    return {(one.sheet, one.id): one for one in ordered if one.id is not None}


def _of_sheet(sheet: str, scene: Scene) -> Iterator[Change]:
    old, now = paired(sheet, scene.before.record, scene.after.record)
    for key, row in now.items():
        if key in old:
            yield from _cells(sheet, old, now, key, scene)
        elif (came := _arrived(sheet, row, scene)) is not None:
            yield came
    went = [_gone(sheet, row, scene) for key, row in old.items() if key not in now]
    told = [one for one in went if one is not None]
    yield from told
    yield from _set_aside_at_once(sheet, told, scene)


def _cells(sheet: str, old: Rows, now: Rows, key: str, scene: Scene) -> Iterator[Change]:
    """What differs in one row: known since, or corrected; each with its cells before and after."""
    found = list(differences(sheet, old, now, key, scene.cells))
    row = now[key]
    for heading in ("new", "corrected"):
        cells = tuple(one for column, one in found if heading_of(column, row, scene.before.as_of) == heading)
        if cells:
            yield replace(
                _change(heading, sheet, row, "cells"),
                columns=cells,
                substantive=any(one.substantive for one in cells),
            )


def _change(heading: str, sheet: str, row: Any, what: str, **told: Any) -> Change:  # noqa: ANN401 - a row of any sheet
    of = {"target": row.organisation, "on": row.on} if sheet == "responses" else {}
    return Change(heading, sheet, _id(sheet, row), what, **of, **told)


def _id(sheet: str, row: Any) -> str:  # noqa: ANN401 - a row of any sheet
    named = {"responses": "demand", "organisations": "name"}.get(sheet, "id")
    return str(getattr(row, named))


def _arrived(sheet: str, row: Any, scene: Scene) -> Change | None:  # noqa: ANN401 - a row of any sheet
    """A row the earlier edition did not print: new, found late, or usable again (R9).

    What only goes with the rows that name it is no news: a source counted as of a later day, a body.
    """
    aside = scene.aside_before.get((sheet, _id(sheet, row)))
    then, day = row.origin in scene.then, own_day(row)
    if aside is not None and (aside.category == "retired" or (aside.category == "to_resolve" and then)):
        rules = ("retired",) if aside.category == "retired" else aside.reasons
        return _change("corrected", sheet, row, "restored", before=rules)
    if sheet == "organisations" and not (then or row.watch):
        return None
    if sheet == "sources" and aside is not None and not later(day, scene.before.as_of):
        return None
    heading = "found_late" if then and day is not None else "new"
    again = sheet == "responses" and _found_the_same(row, scene)
    return _change(heading, sheet, row, "row", after=day, substantive=not again)


def _set_aside_at_once(sheet: str, went: Iterable[Change], scene: Scene) -> Iterator[Change]:
    """Rows that came, or came due, and cannot be printed as they stand: told all the same (R16).

    Responses have no id: of a demand's, those set aside now that were neither so before nor printed.
    """
    knew = scene.before.told()
    more = _unresolved(scene.after) - _unresolved(scene.before)
    more.subtract((sheet, one.id) for one in went if one.what == "set_aside")
    for key, aside in scene.aside_after.items():
        known_as = scene.aside_before.get(key)
        came = key not in knew if known_as is None else known_as.category == "future"
        came = more[key] > 0 if sheet == "responses" else came and sheet in WITH_IDS
        if key[0] == sheet and aside.category == "to_resolve" and came:
            yield Change("new", sheet, key[1], "set_aside", after=aside.reasons)


def _unresolved(snapshot: Snapshot) -> Counter[tuple[str, str]]:
    """How many rows of each id are to resolve."""
    return Counter(
        (one.sheet, one.id) for one in snapshot.aside if one.id is not None and one.category == "to_resolve"
    )


def _found_the_same(row: Response, scene: Scene) -> bool:
    """True for a search that left the answer as it was: a later look, and no news."""
    key = ("outcome", row.demand, row.organisation)
    was = scene.before.results.get(key)
    return was is not None and was == scene.after.results.get(key)


def _gone(sheet: str, row: Any, scene: Scene) -> Change | None:  # noqa: ANN401 - a row of any sheet
    """A row the earlier edition printed and this one does not: retired, set aside, or left out (R9).

    A vanished id is told apart; a body whose line is set aside without its name is not taken for gone.
    """
    aside = scene.aside_after.get((sheet, _id(sheet, row)))
    if aside is not None and aside.reasons == (CITED_LATER,):
        return None  # not the source changed, but the rows that cite it
    if aside is not None and aside.category == "retired":
        return _change("withdrawn", sheet, row, "row", after=aside.reasons)
    if aside is not None:
        return _change("corrected", sheet, row, "set_aside", after=aside.reasons)
    untold = any(one.sheet == sheet and one.id is None for one in scene.after.aside)
    if sheet in WITH_IDS or untold:
        return None
    return _change("withdrawn", sheet, row, "row", after=("row_removed",))


def _settings(before: Snapshot, after: Snapshot) -> Iterator[Change]:
    """Limits that are not what they were: the method changed, not the record."""
    for name, now in after.limits.items():
        was = before.limits.get(name)
        if was is not None and was != now:
            yield Change("method", "settings", name, "setting", before=was, after=now)


def _place(change: Change) -> tuple[object, ...]:
    sheets = (*COLUMNS, "settings")
    return (
        HEADINGS.index(change.heading),
        sheets.index(change.sheet),
        by_id(change.id),
        change.target or "",
        change.what,
        change.on.first.toordinal() if change.on else 0,
    )
