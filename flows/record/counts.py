"""How many there are (R17): always with the whole they are part of; no score, no ranking."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from flows.record.chains import roots
from flows.record.facts import SECTOR
from flows.record.results import Counts

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from flows.record.results import Answer, Commitment, QuestionState


def counted(
    commitments: Iterable[Commitment],
    answers: Iterable[Answer],
    questions: Iterable[QuestionState],
    unsourced: Collection[str],
) -> Counts:
    """The figures of an edition; each breakdown sums to its whole, in order of codes (R17).

    A demand without a usable source is in no matrix cell (R10), so in no sum either: it is counted apart.
    """
    statuses = Counter(one.status for one in commitments if one.status != "one_off")
    every, states = tuple(answers), tuple(questions)
    demands = tuple(one for one in every if one.reaction.id not in unsourced)
    return Counts(
        commitments=statuses.total(),
        by_status=tuple(sorted(statuses.items())),
        demands=len(demands),
        distinct_demands=distinct(demands, every),
        unsourced_demands=len(every) - len(demands),
        to_sector=sum(one.target == SECTOR for one in demands),
        by_outcome=tuple(sorted(Counter(one.outcome for one in demands).items())),
        questions=len(states),
        open_questions=sum(one.status == "open" for one in states),
    )


def distinct(demands: Iterable[Answer], every: Iterable[Answer]) -> int:
    """How many demands remain when those said to be the same are one (R17), whoever they are made to.

    Two may be the same by way of a third of `every` one. One that names an absent one counts by itself.
    """
    named = {row.reaction.id: row.reaction.demand.same_as for row in every if row.reaction.demand}
    same = {identifier: other for identifier, other in named.items() if other in named}
    trails, _ = roots(same, named)
    return len({trails[row.reaction.id] for row in demands})
