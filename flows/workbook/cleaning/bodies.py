"""Who acts in a row, held against the rows it names and the people who speak in it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from flows.workbook.cleaning.inheritance import base_of, dotted, statements
from flows.workbook.cleaning.rows import WHOSE, by_key
from flows.workbook.complaints import problem, words
from flows.workbook.nearest import nearest_name
from flows.workbook.text import key

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from flows.workbook.cleaning.rows import Row
    from flows.workbook.problems import Problem

    Known = Mapping[str, Row]

OWN_RELATIONS = frozenset(("extends", "shortens", "narrows", "widens", "clarifies", "confirms"))
"""What only whoever made a commitment does to it; others may end, replace or reverse it (1.2g)."""

ROLE = re.compile(
    r"(?i)\b(?:director|president|chief|ceo|cto|officer|lead|head|manager|spokes\w+|founder|counsel|attorney|"
    r"minister|senator|mayor|commissioner|professor|analyst|chair\w*|secretary|fellow|adviser|advisor|"
    r"direct(?:eur|rice)|présidente?|porte-parole|responsable|chargée?|ministre|sénat(?:eur|rice)|maire|"
    r"commissaire|professeure?|fondat(?:eur|rice)|avocate?|secrétaire|députée?)\b"
)
PERSON = re.compile(r"(?:[^\W\d_a-zà-ÿ][\w.’'-]+ ){1,3}[^\W\d_a-zà-ÿ][\w’'-]+")
"""Two to four words with a capital each, as names of people are written."""

LEGAL = "legal"
MANY = 3  # rows that go on with another body's: one slip makes no more than two
LONG_ENOUGH = 6  # letters of a body's name that is looked for in a speaker's description


def bodies(rows: Sequence[Row]) -> Iterator[Problem]:
    """The complaints about whose act a row is, and about those who speak in it."""
    listed = by_key(row for row in rows if row.table.sheet.name == "organisations")
    acts = by_key(row for row in rows if row.table.sheet.name == "announcements")
    whole = statements(rows)
    speakers, any_of_them = _speakers(rows), _long_names(listed)
    for row in rows:
        if row.table.sheet.name in WHOSE:
            yield from _swapped(row)
            yield from _of_another_body(row, listed, any_of_them)
            yield from _a_person(row, listed, speakers)
        if row.table.sheet.name == "reactions":
            yield from _of_itself(row)
            yield from _part_by_another(row, whole, listed)
    own = [row for row in rows if row.table.sheet.name == "announcements"]
    yield from _successors(own, acts, listed)


def _of_itself(row: Row) -> Iterator[Problem]:
    """A demand that is made to the one who makes it."""
    target = row.get("target")
    if row.holds("demand") and target and target == row.get("actor") and row.said("target"):
        yield problem(
            "demand_of_itself", row.cell("target"), row.table.language, row.said("target"),
            column=row.table.header("actor"),
        )  # fmt: skip


def _part_by_another(row: Row, whole: Known, listed: Known) -> Iterator[Problem]:
    """A dotted row by a body that has nothing to do with the one whose statement it is a part of."""
    base, own = whole.get(base_of(row)) if dotted(row) else None, row.get("actor")
    other = base.get("actor") if base and not base.get("retired") else None
    if other and own and row.said("actor") and not _of_one(own, other, listed):
        yield problem(
            "part_by_another", row.cell("actor"), row.table.language, row.said("actor"),
            id=base_of(row), other=words.clip(other),
        )  # fmt: skip


def _of_one(own: str, other: str, listed: Known) -> bool:
    """Whether two names are of one body, or of two that are tied; or one is a slip, which is told as such."""
    return _are_tied(own, other, listed) or bool(nearest_name(key(own), [key(other)]))


def _successors(rows: Sequence[Row], acts: Known, listed: Known) -> Iterator[Problem]:
    """The rows that go on with the commitment of a body that has nothing to do with their own.

    A few name the wrong row; of many in one column it is the names that have come out of their rows.
    """
    found = [(row, other) for row in rows if (other := _goes_on_with(row, acts, listed))]
    for row, other in found:
        if len(found) < MANY:
            yield problem(
                "previous_of_another", row.cell("previous_id"), row.table.language, row.said("previous_id"),
                id=row.get("previous_id"), other=words.clip(other), own=words.clip(row.get("organisation")),
                column=row.table.header("organisation"),
            )  # fmt: skip
        else:
            yield problem(
                "successor_of_another", row.cell("organisation"), row.table.language,
                row.said("organisation"),
                id=row.get("previous_id"), other=words.clip(other), column=row.table.header("previous_id"),
            )  # fmt: skip


def _goes_on_with(row: Row, acts: Known, listed: Known) -> str | None:
    """Whose commitment the row goes on with, where that is neither its own body nor one tied to it."""
    previous, own = acts.get(row.get("previous_id") or ""), row.get("organisation")
    if not previous or not own or row.get("relation") not in OWN_RELATIONS:
        return None
    if LEGAL in (row.get("kind"), previous.get("kind")):  # what a regulator finds a court confirms
        return None
    other: str | None = previous.get("organisation")
    return other if other and not _of_one(own, other, listed) else None


def _are_tied(one: str, other: str, listed: Known) -> bool:
    return one == other or other in _tied(one, listed) or one in _tied(other, listed)


def _tied(name: str, listed: Known) -> Collection[str]:
    return (listed[name].get("related_to") or ()) if name in listed else ()


def _speakers(rows: Sequence[Row]) -> dict[str, Row]:
    """Everybody who speaks, by name, each with the first row they speak in."""
    found: dict[str, Row] = {}
    for row in rows:
        name = key((row.get("speaker") or "").partition(",")[0])
        if name and row.table.sheet.name in WHOSE:
            found.setdefault(name, row)
    return found


def _a_person(row: Row, listed: Known, speakers: Mapping[str, Row]) -> Iterator[Problem]:
    """Somebody who speaks for a body stands where the body belongs; who answers it may be a person."""
    name = WHOSE[row.table.sheet.name]
    own = row.get(name)
    heard = speakers.get(key(own)) if own and listed and own not in listed and row.said(name) else None
    if heard is None or not PERSON.fullmatch(own):
        return
    if name == "organisation" or heard.get(WHOSE[heard.table.sheet.name]) != own:
        yield problem(
            "person_for_body", row.cell(name), row.table.language, row.said(name),
            place=str(heard.cell("speaker")), column=row.table.header("speaker"),
        )  # fmt: skip


def _swapped(row: Row) -> Iterator[Problem]:
    """A role where the name belongs, and a name where the role does."""
    speaker, role = row.get("speaker") or "", row.get("speaker_role") or ""
    if ROLE.search(speaker) and PERSON.fullmatch(role.strip()) and not ROLE.search(role):
        yield problem(
            "speaker_and_role_swapped", row.cell("speaker"), row.table.language, row.said("speaker"),
            column=row.table.header("speaker_role"), other=words.clip(role),
        )  # fmt: skip


def _of_another_body(row: Row, listed: Known, any_of_them: re.Pattern[str]) -> Iterator[Problem]:
    """A speaker described as speaking for another body of the sheet than the one that acts."""
    own, role = row.get(WHOSE[row.table.sheet.name]), row.get("speaker_role") or ""
    described = role or (row.get("speaker") or "").partition(",")[2]
    if not own or not described or any(key(each) in key(described) for each in _names(own, listed)):
        return
    found = {key(each) for each in any_of_them.findall(described)}
    others = [name for name in listed if key(name) in found and not _same(name, own, listed)]
    if len(others) == 1:
        column = "speaker_role" if role else "speaker"
        yield problem(
            "speaker_of_another", row.cell(column), row.table.language, row.said(column),
            other=words.clip(others[0]), name=words.clip(own),
            column=row.table.header(WHOSE[row.table.sheet.name]),
        )  # fmt: skip


def _long_names(listed: Known) -> re.Pattern[str]:
    """Any name of the sheet that is long enough to be told from a word."""
    names = sorted((name for name in listed if len(name) >= LONG_ENOUGH), key=len, reverse=True)
    return re.compile(rf"(?i)\b(?:{'|'.join(map(re.escape, names))})\b" if names else r"(?!)")


def _names(own: str, listed: Known) -> set[str]:
    """What the body is called: by its name, and by its other names."""
    aliases = (listed[own].get("aliases") or ()) if own in listed else ()
    return {own, *aliases}


def _same(name: str, own: str, listed: Known) -> bool:
    """Whether both are one body, or tied, or one is named after the other."""
    return _are_tied(name, own, listed) or key(own) in key(name) or key(name) in key(own)
