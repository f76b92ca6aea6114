"""Copies of an edition at places, and the lists by which feed readers find them there."""

from __future__ import annotations

import json
from datetime import datetime
from typing import TYPE_CHECKING

from flows.delivery import doubts, feed, issued, names, news, places
from flows.delivery.deciding import folder_of
from flows.delivery.place_refusals import CannotPut
from flows.delivery.planning import Parcel
from flows.delivery.refusals import CannotSend
from flows.delivery.wording import say
from flows.dispatch.outgoing import HIDDEN
from flows.document.wording import dates
from flows.edition import manifest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from flows.delivery.news import Point
    from flows.delivery.outbox import Delivery, Outbox
    from flows.delivery.places import Place
    from flows.dispatch.asked import Asked
    from flows.dispatch.outgoing import Outgoing

CHANNEL = "place"


def parcels(asked: Asked, out: Outgoing) -> list[Parcel]:
    """A parcel for each file and each place."""
    return [
        Parcel(CHANNEL, f"{place.address}|{name}", "", "", name)
        for place in asked.places
        for name in out.issue.documents
    ]


def put(
    asked: Asked, outbox: Outbox, out: Outgoing, told: Callable[[Delivery, str], None]
) -> tuple[CannotPut, ...]:
    """Put the copies where they go, those that are due; the same there already is done. Then the lists.

    Returns why lists could not be put; what became of the copies the ledger says.
    """
    faults = []
    for place in asked.places:
        mine = {one.key(out.issue) for one in parcels(asked, out) if _at(place, one.recipient)}
        for failed in [one for one in outbox.deliveries("state = 'failed'") if one.key in mine]:
            # Whoever sends again has mended it, or hopes so.
            doubts.again(outbox, failed.key, asked.let_go_by)
        while (one := outbox.claim(mine)) is not None:
            told(one, _put(asked, outbox, place, one))
        try:
            _listed(asked, outbox, place)
        except CannotPut as refusal:
            faults.append(refusal)
    return tuple(faults)


def _at(place: Place, recipient: str) -> bool:
    """Whether what the ledger has as the recipient is a file at that place."""
    return recipient.rpartition("|")[0] == place.address


def _put(asked: Asked, outbox: Outbox, place: Place, one: Delivery) -> str:
    """Its new state, once the copy is there or the place has refused it."""
    digest = outbox.frozen(one.edition, one.revision, one.document) or ""
    content = issued.read(asked.outputs / HIDDEN, digest)
    if content is None:
        outbox.settled(one, "pending")
        raise CannotSend("file_gone", file=one.document, edition=one.edition)
    outbox.in_flight(one)
    try:
        places.put(place, _name(one), content)
    except CannotPut as refusal:
        if refusal.passing:
            return outbox.later(one, None, _kept(refusal))
        outbox.settled(one, "failed", None, _kept(refusal))
        return "failed"
    outbox.settled(one, "sent")
    return "sent"


def _kept(refusal: CannotPut) -> str:
    """A refusal as the ledger keeps it, to be said in anyone's language."""
    return json.dumps([refusal.kind, refusal.place, refusal.detail])


def why(one: Delivery, language: str) -> str:
    """Why a copy could not be put, in that language."""
    try:
        return CannotPut(*json.loads(one.reply)).sentence(language)
    except (ValueError, TypeError, KeyError):
        return one.reply


def _name(one: Delivery) -> str:
    return names.of(one.edition.rpartition("/")[0], folder_of(one.edition, one.revision), one.document)


def _listed(asked: Asked, outbox: Outbox, place: Place) -> None:
    """Put the lists there of all of this shelf that was put there before; none without a web address."""
    if not asked.web_address:
        return
    every = outbox.deliveries("channel = ? AND state = 'sent'", CHANNEL)
    there = [one for one in every if _at(place, one.recipient) and one.edition.startswith(f"{asked.stem}/")]
    entries = [entry for one in there for entry in _entry(asked, outbox, one)]
    titles = {one.language: one.title.partition(" – ")[0] for one in entries}
    about = {
        language: feed.About(title, say("feed", language), asked.web_address)
        for language, title in titles.items()
    }
    feed.publish(place, entries, about, asked.stem)


def _entry(asked: Asked, outbox: Outbox, one: Delivery) -> Iterator[feed.Entry]:
    """How the lists tell of it; not where the edition itself is no longer kept."""
    folder = asked.outputs / asked.stem / folder_of(one.edition, one.revision)
    language = one.document.removeprefix("briefing-").removesuffix(".pdf")
    digest = outbox.frozen(one.edition, one.revision, one.document) or ""
    content = issued.read(asked.outputs / HIDDEN, digest)
    if content is None or not manifest.is_final(folder):
        return
    told = news.read(folder, language)
    day = dates.day(told.as_of, language)
    yield feed.Entry(
        edition=folder.name,
        revision=one.revision,
        language=language,
        title=f"{told.title} – {say('edition', language, number=told.number, date=day)}",
        as_of=told.as_of,
        issued_at=datetime.fromisoformat(one.moved_at or outbox.planned_at(one)),
        key_points=tuple(map(_words, told.points)),
        enclosure=feed.Enclosure(names.addressed(_name(one), content), len(content), digest),
        release="final",
    )


def _words(point: Point) -> str:
    return "".join(words for words, _ in point.runs) + "".join(f" [{ref}]" for ref in point.refs)
