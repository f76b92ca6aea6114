"""Who gets what and who got what, in words: each person masked, with the cell where the rest stands."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from flows.delivery.outbox import MAIL, key_of
from flows.dispatch import copies
from flows.spoken import said
from flows.workbook import people

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from flows.delivery.deciding import Decided
    from flows.delivery.outbox import Delivery
    from flows.dispatch.outgoing import Outgoing
    from flows.dispatch.sending import Sent

DIGITS = 12  # of a delivery's key: what a person types to name it


def why(one: Decided, language: str) -> str:
    """Why somebody gets it, or does not."""
    news = said("news_one", language) if one.news == 1 else said("news_some", language, count=one.news)
    return said(f"get_{one.why}", language, since=one.since, news=news)


def preview(out: Outgoing, language: str) -> Iterator[str]:
    """What a send would do, a line a person."""
    for one in out.everyone:
        yield f"{whom(one)}: {one.document}, {why(one, language)}"


def whom(one: Decided) -> str:
    """Who it is: the cell, and the person masked."""
    return f"{one.reader.cell}  {people.masked(one.reader)}"


def outcome(came: Sent, language: str) -> Iterator[str]:
    """What came of it, a line a person and a line a copy."""
    for one, line in people_of(came):
        told = state(line, language) if line else why(one, language)
        number = f" [{line.key[:DIGITS]}]" if line and line.state in {"failed", "unknown"} else ""
        yield f"{whom(one)}: {one.document}, {told}{number}"
    for line in copies_of(came):
        yield f"{place(line)}: {line.document}, {state(line, language)}"


def people_of(came: Sent) -> Iterator[tuple[Decided, Delivery | None]]:
    """Each person with the ledger's line of them, where there is one."""
    lines = by_key(came.deliveries)
    return ((one, lines.get(key(came.out, one))) for one in came.out.everyone)


def copies_of(came: Sent) -> Iterator[Delivery]:
    """The ledger's lines of copies at places."""
    return (line for line in came.deliveries if line.channel == copies.CHANNEL)


def place(line: Delivery) -> str:
    """Where a copy goes, as the ledger has it."""
    return line.recipient.rpartition("|")[0]


def key(out: Outgoing, one: Decided) -> str:
    """What the ledger's line of it goes by, where there is one."""
    return key_of(out.issue.edition, out.issue.revision, MAIL, one.reader.email)


def by_key(deliveries: Sequence[Delivery]) -> dict[str, Delivery]:
    """The ledger's lines by what they go by."""
    return {one.key: one for one in deliveries}


def briefly(now: str) -> str:
    """What has just become of a delivery, in English, for a run's log."""
    return "it will be tried again" if now == "pending" else {"unknown": "in doubt"}.get(now, now)


def state(one: Delivery, language: str) -> str:
    """What became of a delivery."""
    if one.removed and one.state == "pending":
        return said("state_removed", language)
    if one.channel == copies.CHANNEL:
        return said(
            f"state_{one.state}", language, reply=copies.why(one, language) if one.reply else ""
        ).strip()
    reply = " ".join(filter(None, (str(one.code or ""), one.reply)))
    return said(
        f"state_{one.state}", language, reply=f"({reply})" if reply and one.state == "pending" else reply
    ).strip()


def counts(came: Sent) -> dict[str, int]:
    """How many deliveries stand where; `others` are the people it is not meant for."""
    others = sum(line is None for _, line in people_of(came))
    return {
        "sent": len(came.of("sent")),
        "failed": len(came.of("failed")),
        "doubt": len(came.of("unknown")),
        "waiting": len(came.of("pending", "claimed", "in flight")),
        "others": others,
    }


def summary(came: Sent, language: str) -> str:
    """How many were sent, failed, are in doubt or wait, as a sentence; what is none is left out."""
    if not came.deliveries:
        return said("nothing_new", language)
    found = {name: count for name, count in counts(came).items() if count}
    told = [
        said(f"sum_{name}{'_one' if count == 1 else ''}", language, count=count)
        for name, count in found.items()
    ]
    return f"{', '.join(told)}."


def as_object(out: Outgoing, deliveries: Sequence[Delivery]) -> list[dict[str, Any]]:
    """The same for a script: a person each, masked."""
    lines = by_key(deliveries)
    return [_person(one, lines.get(key(out, one))) for one in out.everyone]


def _person(one: Decided, line: Delivery | None) -> dict[str, Any]:
    return {
        "who": people.masked(one.reader),
        "cell": str(one.reader.cell),
        "language": one.language,
        "file": one.document,
        "gets": one.sends,
        "why": one.why,
        "since": one.since or None,
        "news": one.news,
        **of_ledger(line),
    }


def of_ledger(line: Delivery | None) -> Mapping[str, Any]:
    """What the ledger says of a delivery, for a script."""
    if line is None:
        return {"id": None, "state": None, "code": None, "reply": None}
    return {"id": line.key[:DIGITS], "state": line.state, "code": line.code, "reply": line.reply}
