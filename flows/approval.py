"""Nothing goes out before a person said so: the question a run stops at, and what came of it.

The run is suspended, so no process waits and a restart changes nothing. What was asked and what was answered
is written down (`edition.decisions`) before anything follows from it.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, datetime
from hashlib import sha256
from typing import TYPE_CHECKING, Annotated, Any

from prefect.flow_runs import suspend_flow_run
from prefect.input import RunInput
from pydantic import Field

from flows.edition import decisions
from flows.edition.decisions import Decision
from flows.publishing import question
from flows.workbook import people

if TYPE_CHECKING:
    from flows.edition.decisions import Step
    from flows.report import Edition
    from flows.workbook.people import Recipient

APPROVE, REFUSE, REGROUP = "Approve", "Refuse", "Change the recipients"
EVERYONE = "everyone"
DAYS = 7  # within which somebody has to decide
NO_REASON = "Please say why you refuse. Nothing has been decided yet."
OTHERS = "You chose other recipients: here is who they are. Nothing has been decided yet."
LIST_CHANGED = "The list of recipients has changed since you were asked. Nothing has been decided yet."
PREFECTS_OWN = 60  # days: long after ours, so that it is ours that ends the wait, with a sentence


@dataclass(frozen=True, slots=True)
class Asking:
    """What is asked about: an edition, and who would get it."""

    run: str
    edition: Edition
    readers: tuple[Recipient, ...]  # of every group
    group: str = EVERYONE
    round: int = 1
    missing: str = ""  # what the last answer lacked

    @property
    def chosen(self) -> tuple[Recipient, ...]:
        """Who would get it."""
        return people.addressed(self.readers, "" if self.group == EVERYONE else self.group)


class Answer(RunInput):
    """What the form gives back; what may be chosen in it stands in the form itself."""

    decision: str = ""
    recipients: str = EVERYONE
    name: str = ""
    reason: str = ""


def decided(asking: Asking) -> Decision:
    """What somebody decided: approved or refused. The run ends here, suspended, until somebody does."""
    asking = where_it_stands(asking)
    while True:
        question_asked = write_down(asking, "asked")
        answer = asked(asking)
        following = next_round(asking, answer, same_readers=question_asked.readers == readers_of(asking))
        if following is None:
            return write_down(asking, "approved" if answer.decision == APPROVE else "refused", answer)
        if answer.decision == REGROUP:
            write_down(following, "regrouped", answer)
        asking = following


def where_it_stands(asking: Asking) -> Asking:
    """The same at the round its run has come to: what was settled before is not asked about again."""
    rounds = [one for one in _written(asking) if one.step == "asked"]
    return replace(asking, round=rounds[-1].round, group=rounds[-1].group or EVERYONE) if rounds else asking


def asked(asking: Asking) -> Answer:
    """The answer to this round's question; the run is suspended where there is none yet."""
    form = form_of(asking).with_initial_data(
        description=question.text(asking.edition, asking.chosen, asking.group, asking.missing)
    )
    answer: Any = suspend_flow_run(
        wait_for_input=form, timeout=PREFECTS_OWN * 86_400, key=f"approval-{asking.round}"
    )
    return Answer(**{name: getattr(answer, name) for name in ("decision", "recipients", "name", "reason")})


def form_of(asking: Asking) -> type[RunInput]:
    """The form: what to decide, for whom, who says so, and why not."""
    groups = [EVERYONE, *people.groups(asking.readers)]

    class Approval(RunInput):
        decision: Annotated[str, _field("Decision", "", enum=[APPROVE, REFUSE, REGROUP])]
        name: Annotated[
            str,
            _field(
                "Your name",
                "Recorded as you state it: everybody here shares one login, so nobody can check it.",
                minLength=2,
                maxLength=100,
                pattern=r"\S.*\S",
            ),
        ]
        recipients: Annotated[
            str, _field("Recipients", "To choose others, decide “Change the recipients”.", enum=groups)
        ] = asking.group
        reason: Annotated[str, _field("Reason", "Needed to refuse; recorded.", maxLength=1000)] = ""

    return Approval


def _field(title: str, help_: str, **rules: Any) -> Any:  # noqa: ANN401 - what pydantic's Field takes and gives
    """A field whose rules the server holds the form against; Python itself takes what passed there."""
    return Field(title=title, description=help_, json_schema_extra=rules)


def next_round(asking: Asking, answer: Answer, *, same_readers: bool) -> Asking | None:
    """What to ask next, where the answer does not settle it: other readers, or something is missing."""
    again = replace(asking, round=asking.round + 1, missing="")
    if answer.decision == REGROUP:
        return replace(again, group=answer.recipients)
    if answer.decision == REFUSE:
        return None if answer.reason.strip() else replace(again, missing=NO_REASON)
    if answer.recipients != asking.group:
        return replace(again, group=answer.recipients, missing=OTHERS)
    return None if same_readers else replace(again, missing=LIST_CHANGED)


def write_down(asking: Asking, step: Step, answer: Answer | None = None) -> Decision:
    """The step, once it is on the disk; as it was written before, for the same round of the same run."""
    for one in _written(asking):
        if (one.step, one.round) == (step, asking.round):
            return one
    folder = asking.edition.folder
    decision = Decision(
        step=step,
        at=datetime.now(UTC).isoformat(timespec="seconds"),
        run=asking.run,
        edition=folder.name,
        manifest=decisions.fingerprint(folder),
        group="" if asking.group == EVERYONE else asking.group,
        people=len(asking.chosen),
        readers=readers_of(asking),
        round=asking.round,
        stated_name=answer.name.strip() if answer else "",
        reason=answer.reason.strip() if answer else "",
    )
    decisions.add(folder.parent, decision)
    return decision


def _written(asking: Asking) -> tuple[Decision, ...]:
    """What was written down of this run before."""
    return decisions.of(asking.edition.folder.parent, asking.run)


def readers_of(asking: Asking) -> str:
    """What the list of readers, and what each gets, is recognised by; no address can be read from it."""
    told = sorted(repr((reader.email, reader.language, reader.topics)) for reader in asking.chosen)
    return sha256("\n".join(told).encode()).hexdigest()
