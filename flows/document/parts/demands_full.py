"""Section 5, full extent: each demand with its outcome and its gap line (R6, R7)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from flows.document import sections, terms
from flows.document.extras import extras
from flows.document.lens import capital
from flows.document.parts.demands import lacking_demands, sourced
from flows.document.quotations import Quotation, quotation
from flows.document.strips import strip
from flows.document.values import Line, Run
from flows.document.wording.words import GLYPHS
from flows.record.facts import SECTOR

if TYPE_CHECKING:
    from flows.document.figures import Figure
    from flows.document.lens import Lens
    from flows.record.findings import Answer

MACHINES_OWN = ("not_addressed", "not_checked", "none_found", "lapsed")
"""What the machine prints by itself (R7): no person has to have coded it."""

GAP_ORDER = ("narrower", "covers", "unclear", "not_coded", "not_asked")


@dataclass(frozen=True, slots=True)
class Asked:
    """One demand: who asks whom, the words, what came of it, the gap line."""

    title: str
    id: str
    when: str
    words: tuple[Run, ...]
    quote: Quotation | None
    glyph: str
    outcome: str
    checked: str | None
    details: tuple[Line, ...]
    strip: Figure | None  # the gap as six marks
    gap: tuple[Line, ...]  # and in words


@dataclass(frozen=True, slots=True)
class DemandsFull:
    """Every demand of the edition, in the order of the record."""

    heading: str
    demands: tuple[Asked, ...]
    empty: str | None


def demands_full(lens: Lens) -> DemandsFull:
    """Every demand, oldest first."""
    asked = tuple(_asked(lens, answer) for answer in sourced(lens))
    return DemandsFull(sections.heading(lens, "demands"), asked, None if asked else lacking_demands(lens))


def _asked(lens: Lens, answer: Answer) -> Asked:
    row = answer.reaction
    checked = answer.checked_on
    return Asked(
        title=_title(lens, answer),
        id=row.id,
        when=lens.day(row.reacted_on),
        words=lens.text(row.demand.words) if row.demand else (),
        quote=quotation(lens, row),
        glyph=GLYPHS[answer.outcome],
        outcome=lens.say("asked_sector") if answer.target == SECTOR else lens.word("outcome", answer.outcome),
        checked=lens.say("outcome_checked", on=lens.on(checked)) if checked else None,
        details=tuple(_details(lens, answer)),
        strip=strip(lens, answer) if answer.target not in {None, SECTOR} else None,
        gap=tuple(_gap(lens, answer)) if answer.target not in {None, SECTOR} else (),
    )


def _title(lens: Lens, answer: Answer) -> str:
    actor = lens.name(answer.reaction.actor)
    if answer.target is None:
        return lens.say("asks_nobody", actor=actor)
    if answer.target == SECTOR:
        return lens.say("asks_sector", actor=actor)
    return lens.say("asks", actor=actor, target=lens.name(answer.target))


def _details(lens: Lens, answer: Answer) -> list[Line]:
    row = answer.reaction
    lines: list[Line] = []
    asked = row.demand
    if asked is not None and asked.aimed_at:
        names = lens.listed([lens.name(one) for one in asked.aimed_at])
        lines.append(lens.line("aimed_at", (row.id,), names=capital(names)))
    lines += lens.told("test", row.id, asked.test if asked else None)
    lines += lens.told("grounds", row.id, row.grounds)
    lines += lens.told("disputed", row.id, row.disputed)
    if row.id != row.base:  # those of a whole statement stand beside it
        lines += extras(lens, row)
    return lines + _judged(lens, answer)


def _judged(lens: Lens, answer: Answer) -> list[Line]:
    """Evidence, the machine's proposal beside the code, what moved, what blocks."""
    lines: list[Line] = []
    if gone := evidence_gone(lens, answer):
        lines.append(lens.line("evidence_gone", gone, coded=lens.word("outcome", answer.coded or "")))
    elif answer.evidence:
        lines.append(lens.line("outcome_evidence", answer.evidence))
    if answer.according_to is not None:
        lines.append(lens.line("outcome_according", actor=lens.name(answer.according_to)))
    if answer.lapsed_on is not None:
        chain = lens.chains.get(answer.against or "")
        ran_out = chain is not None and chain.status == "expired_no_news"
        name = "outcome_ran_out" if ran_out else "outcome_lapsed"
        lines.append(lens.line(name, on=lens.on(answer.lapsed_on), since=lens.on(answer.lapsed_on, "since")))
    lines += _proposal(lens, answer)
    if answer.moved:
        names = lens.listed([lens.word("dimension", name) for name in answer.moved])
        lines.append(lens.line("outcome_moved", (), dimensions=names))
    if answer.blocked:
        reasons = lens.listed([lens.word("block", code) for code in answer.blocked])
        lines.append(lens.line("outcome_blocked", (), reasons=reasons))
    return lines


def evidence_gone(lens: Lens, answer: Answer) -> tuple[str, ...]:
    """The evidence of a coded outcome that is not printed as coded, where none of it is in the record.

    Retired, set aside, or absent: R7 then finds nothing, although a person had found something.
    """
    silent = answer.outcome in {"none_found", "to_establish"} and answer.coded != answer.outcome
    found = answer.coded not in {None, "none_found", "not_checked"}
    lost = bool(answer.evidence) and all(one in lens.aside for one in answer.evidence)
    return answer.evidence if silent and found and lost else ()


def _proposal(lens: Lens, answer: Answer) -> list[Line]:
    """The code beside what the rules propose (R7); nothing where the machine's own word is all there is."""
    if answer.coded in {None, answer.proposed} and answer.proposed in MACHINES_OWN:
        return []
    proposed = lens.word("outcome", answer.proposed)
    if answer.coded is None:
        return [lens.line("outcome_uncoded", (), proposed=proposed)]
    name = "outcome_agreed" if answer.coded == answer.proposed else "outcome_proposed"
    values = {"coded": lens.word("outcome", answer.coded), "proposed": proposed}
    return [lens.line(name, (), **values)]


def _gap(lens: Lens, answer: Answer) -> list[Line]:
    """Asked, announced, then the dimensions by verdict; every verdict kept apart."""
    asked = answer.reaction.demand
    if asked is None:
        return []
    if all(verdict == "not_asked" for _, verdict in answer.gaps):
        return [lens.line("gap_vague")]
    words = terms.said(lens, asked.terms) or (Run(lens.word("term", terms.SILENT)),)
    lines = [lens.line("asked", (answer.reaction.id,), words=words), *_announced(lens, answer)]
    return lines + _verdicts(lens, answer) if answer.against else lines


def _announced(lens: Lens, answer: Answer) -> list[Line]:
    chain = lens.chains.get(answer.against or "")
    if chain is None:
        return [lens.line("gap_no_commitment", organisation=capital(lens.name(answer.target)))]
    words = terms.said(lens, chain.terms)
    refs = (chain.head.id,)
    return [lens.line("offered", refs, words=words) if words else lens.line("offered_nothing", refs)]


def _verdicts(lens: Lens, answer: Answer) -> list[Line]:
    """One short sentence for each verdict that occurs; "different" counts as a gap."""
    groups: dict[str, list[str]] = {code: [] for code in GAP_ORDER}
    for name, verdict in answer.gaps:
        groups["narrower" if verdict == "different" else verdict].append(lens.word("dimension", name))
    lines = [
        lens.line(f"gap_{code}", dimensions=lens.listed(names)) for code, names in groups.items() if names
    ]
    without_gap = not any(groups[code] for code in ("narrower", "unclear", "not_coded"))
    return [lens.line("gap_none"), *lines] if without_gap else lines
