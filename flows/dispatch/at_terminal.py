"""`onrecord send` and `onrecord deliveries`: an edition goes out, and who has which one is looked up."""

from __future__ import annotations

import getpass
import json
from contextlib import suppress
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

from flows import reaching, settings, steps, terminal, typed
from flows.delivery import deciding, doubts
from flows.delivery.deciding import folder_of
from flows.delivery.outbox import MAIL
from flows.delivery.places import Place
from flows.dispatch import evidence, finishing, hours, lists, sending, servers, told
from flows.dispatch.asked import Asked
from flows.edition import manifest
from flows.spoken import Refusal, said
from flows.terminal import FINE, LOOK, REFUSED
from flows.verifying import password_in
from flows.workbook import people

if TYPE_CHECKING:
    import argparse
    from collections.abc import Sequence

    from flows.delivery.outbox import Delivery, Outbox
    from flows.delivery.relay import Relay
    from flows.dispatch.outgoing import Outgoing
    from flows.dispatch.sending import Sent
    from flows.workbook.people import Recipient


def send(arguments: argparse.Namespace) -> int:
    """Send an edition, or say what a send would do."""
    asked = _asked(arguments)
    if arguments.preview:
        return _previewed(sending.previewed(asked), as_json=arguments.json)
    relay = _relay(arguments) if asked.mail else None
    terminal.complain(said("going_on", doing=said("sending", edition=asked.edition.resolve().name)))
    progress = terminal.Progress(steps=max(len(asked.readers), 1))
    means = sending.Means(
        relay,
        finishing.finished(finishing.named(), asked.password, sending.now()),
        lambda _one, state: progress.further(f"{progress.done + 1}: {state}"),
    )
    try:
        came = sending.sent(asked, means)
    finally:
        progress.end()
    return _told(came, as_json=arguments.json)


def _asked(arguments: argparse.Namespace) -> Asked:
    """What the options ask for.

    Raises `Refusal` where a channel is none, or the list of recipients cannot be found.
    """
    channels = arguments.channels or [MAIL]
    hour = arguments.not_before
    return Asked(
        edition=_folder(arguments.edition),
        readers=_readers(arguments) if MAIL in channels else (),
        let_go_by=arguments.name or _account(),
        group=arguments.only or "",
        mail=MAIL in channels,
        places=tuple(_place(channel) for channel in channels if channel != MAIL),
        web_address=arguments.web_address or "",
        not_before=hour,
        zone=hours.shown(hour) if hour else "",
        draft=arguments.draft or "",
        password=password_in(arguments.password_file) if arguments.password_file else "",
        patience=timedelta(minutes=arguments.wait),
    )


def _folder(typed: Path) -> Path:
    folder = typed.resolve()
    manifest.read(folder)  # says what it is where it is none
    with suppress(ValueError):
        deciding.named(folder)
        return folder
    raise Refusal("not_an_edition_named", folder=typed)


def _readers(arguments: argparse.Namespace) -> tuple[Recipient, ...]:
    """The list of recipients: of the workbook named, or of the edition's own in the folder inputs."""
    if arguments.recipients:
        return steps.recipients(settings.workbook(str(arguments.recipients)))
    return lists.of_its_workbook(arguments.edition)


def _place(channel: str) -> Place:
    if "://" in channel or Path(channel).is_absolute():
        return Place(channel)
    raise Refusal("no_channel", channel=channel)


def _account() -> str:
    """The name of whoever is signed in to this machine."""
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return "?"


def _relay(arguments: argparse.Namespace) -> Relay:
    """The mail server: of Prefect's page where one is named, else the environment's."""
    if arguments.server:
        reaching.settled(arguments.port or typed.port_set())
        from flows import notices  # noqa: PLC0415 - Prefect takes seconds to load

        return notices.loaded(arguments.server).relay()
    relay = servers.relay()
    if relay is None:
        raise Refusal("no_mail_server_named", variable=servers.MAIL)
    return relay


def _previewed(out: Outgoing, *, as_json: bool) -> int:
    if as_json:
        whole = {
            "edition": out.issue.edition,
            "revision": out.issue.revision,
            "recipients": told.as_object(out, ()),
        }
        terminal.result(json.dumps(whole, ensure_ascii=False, indent=2))
        return FINE
    for line in told.preview(out, settings.language()):
        terminal.result(terminal.one_line(line))
    others = len(out.everyone) - len(out.sends)
    terminal.complain(said("sum_sends", count=len(out.sends), others=others))
    return FINE


def _told(came: Sent, *, as_json: bool) -> int:
    """Say what came of it; 0 where all that was meant to go out has gone."""
    counts = told.counts(came)
    if as_json:
        terminal.result(json.dumps(_object(came, counts), ensure_ascii=False, indent=2))
    else:
        for line in told.outcome(came, settings.language()):
            terminal.result(terminal.one_line(line))
    for fault in came.faults:
        terminal.complain(fault.sentence(settings.language()))
    terminal.complain(told.summary(came, settings.language()))
    if came.waits_until:
        terminal.complain(said("waits_until", hour=came.out.issue.zone or hours.shown(came.waits_until)))
    if counts["doubt"]:
        terminal.complain(said("settle_doubts"))
    if came.faults and not counts["sent"]:
        return REFUSED
    return LOOK if came.faults or counts["failed"] or counts["doubt"] or counts["waiting"] else FINE


def _object(came: Sent, counts: dict[str, int]) -> dict[str, Any]:
    return {
        "edition": came.out.issue.edition,
        "revision": came.out.issue.revision,
        "counts": counts,
        "not_before": came.waits_until.isoformat() if came.waits_until else None,
        "recipients": told.as_object(came.out, came.deliveries),
        "copies": [
            {"place": told.place(one), "file": one.document, **told.of_ledger(one)}
            for one in told.copies_of(came)
        ],
    }


def deliveries(arguments: argparse.Namespace) -> int:
    """Print who got which copy, and settle what is in doubt."""
    outputs = arguments.outputs.resolve()
    if not servers.ledger(outputs).exists():
        terminal.complain(said("no_deliveries"))
        return FINE
    with sending.outbox(outputs) as box:
        doubts.recover(box)
        _settled(box, arguments)
        found = _chosen(box.deliveries(), arguments.edition)
        lines = [{**told.of_ledger(one), **_line(box, one)} for one in found]
    if arguments.json:
        terminal.result(json.dumps(lines, ensure_ascii=False, indent=2))
    else:
        for one, line in zip(found, lines, strict=True):
            state = told.state(one, settings.language())
            shown = (one.key[: told.DIGITS], line["edition"], line["to"], line["file"], line["sha256"][:16])
            terminal.result(terminal.one_line("  ".join((*shown, _when(line["at"]), state))))
    return LOOK if any(one.state in {"unknown", "failed"} for one in found) else FINE


def _when(at: str | None) -> str:
    """An instant of the ledger, to the second, in UTC."""
    return f"{at[:10]} {at[11:19]} UTC" if at else ""


def _settled(box: Outbox, arguments: argparse.Namespace) -> None:
    by = _account()
    if arguments.log:
        doubts.settle(
            box, evidence.in_log(arguments.log, whole=arguments.whole, now=sending.now()), f"{by}, by a log"
        )
    for number in arguments.arrived:
        doubts.resolve(box, _one(box, number, "unknown").key, arrived=True, by=by)
        terminal.complain(said("settled", id=number))
    for number in arguments.again:
        one = _one(box, number, "unknown", "failed")
        if one.state == "unknown":
            doubts.resolve(box, one.key, arrived=False, by=by)
        else:
            doubts.again(box, one.key, by)
        terminal.complain(said("settled", id=number))


def _one(box: Outbox, number: str, *states: str) -> Delivery:
    """The delivery of that number, in one of these states.

    Raises `Refusal` where there is not exactly one.
    """
    found = [one for one in box.deliveries() if one.key.startswith(number) and one.state in states]
    if len(found) != 1 or len(number) < told.DIGITS:
        raise Refusal("no_such_delivery", id=number)
    return found[0]


def _chosen(every: Sequence[Delivery], edition: Path | None) -> list[Delivery]:
    if edition is None:
        return list(every)
    named = deciding.named(edition)
    return [one for one in every if (one.edition, one.revision) == named]


def _line(box: Outbox, one: Delivery) -> dict[str, Any]:
    shelf = one.edition.rpartition("/")[0]
    return {
        "edition": f"{shelf}/{folder_of(one.edition, one.revision)}",
        "channel": one.channel,
        "to": people.hint(one.recipient) if one.channel == MAIL else told.place(one),
        "file": one.document,
        "sha256": box.frozen(one.edition, one.revision, one.document) or "",
        "at": one.moved_at,
        "let_go_by": box.let_go_by(one),
        "message_id": one.message_id if one.channel == MAIL else None,
    }
