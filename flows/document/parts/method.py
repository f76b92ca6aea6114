"""Section 11: what do the words mean? Only the words this edition uses; the tally, the versions."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from unicodedata import combining, normalize

from flows.document import sections
from flows.document.parts.commitments import ORDER, has_terms
from flows.document.parts.look import notes as of_the_look
from flows.document.parts.masthead import TALLY
from flows.document.wording.words import GLYPHS
from flows.record.defaults import RULES_VERSION

if TYPE_CHECKING:
    from flows.document.lens import Lens
    from flows.document.parts.masthead import Edition


@dataclass(frozen=True, slots=True)
class Meaning:
    """A word and what it means here."""

    glyph: str
    word: str
    means: str


@dataclass(frozen=True, slots=True)
class Tally:
    """One sheet's row of the table: how many rows were read, and where they went."""

    sheet: str
    figures: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Method:
    """How the page was made and what its words mean."""

    heading: str
    how: tuple[str, ...]
    status_heading: str
    statuses: tuple[Meaning, ...]
    outcome_heading: str
    outcomes: tuple[Meaning, ...]
    rows_heading: str
    rows_intro: str
    headers: tuple[str, ...]
    rows: tuple[Tally, ...]
    notes: tuple[str, ...]


def method(lens: Lens, edition: Edition, problems: int, marked: int) -> Method:
    """The method half-page; `marked` passages stand in the other language."""
    tallies = lens.findings.reconciliation
    checked = lens.count(lens.findings.limits.checked_within, "day")
    return Method(
        heading=sections.heading(lens, "method"),
        how=(
            *(lens.say(name) for name in ("method_how", "method_dates", "method_blank")),
            lens.say("method_confidence", days=checked),
        ),
        status_heading=lens.say("method_status"),
        statuses=_statuses(lens),
        outcome_heading=lens.say("method_outcome"),
        outcomes=_outcomes(lens),
        rows_heading=lens.say("method_rows"),
        rows_intro=lens.say("method_rows_intro"),
        headers=tuple(lens.say(f"col_{name}") for name in ("sheet", *TALLY)),
        rows=tuple(
            Tally(lens.word("sheet", one.sheet), tuple(str(getattr(one, name)) for name in TALLY))
            for one in tallies
        ),
        notes=_notes(lens, edition, problems, marked),
    )


def _statuses(lens: Lens) -> tuple[Meaning, ...]:
    if not has_terms(lens):
        return ()
    used = {chain.status for chain in lens.findings.commitments}
    codes = [code for code in (*ORDER, "one_off") if code in used]
    return tuple(Meaning("", lens.word("status", code), lens.word("status_means", code)) for code in codes)


def _outcomes(lens: Lens) -> tuple[Meaning, ...]:
    used = {answer.outcome for answer in lens.findings.demands}
    if used:
        used.add("not_addressed")
    codes = [code for code in GLYPHS if code in used]
    return tuple(
        Meaning(GLYPHS[code], lens.word("outcome", code), lens.word("outcome_means", code)) for code in codes
    )


def _as_filed(name: str) -> str:
    """The name as an index files it: accents and capitals apart."""
    return "".join(letter for letter in normalize("NFKD", name) if not combining(letter)).casefold()


def _notes(lens: Lens, edition: Edition, problems: int, marked: int) -> tuple[str, ...]:
    found = lens.findings
    notes: list[str] = []
    if found.organisations:
        names = lens.joined(sorted((lens.name(one) for one in found.organisations), key=_as_filed))
        notes.append(lens.say("organisations_named", count=str(len(found.organisations)), names=names))
    notes.append(
        lens.say("translated_count", rows=lens.count(marked, "passage"))
        if marked
        else lens.say("translated_none")
    )
    notes.append(
        lens.say("problems_count", rows=lens.count(problems, "problem"))
        if problems
        else lens.say("problems_none")
    )
    versions = {"rules": RULES_VERSION, "workbook": edition.workbook, "fingerprint": edition.sha256}
    notes.append(lens.say("method_versions", **versions))
    notes += (*sections.notes(lens), *of_the_look(lens))
    for name in ("licence", "contact"):
        typed = lens.setting(name)
        if typed:
            notes.append(lens.say(name, **{name: typed}))
    return tuple(notes)
