"""What is sent arrives once, or is known not to have: the mail server's own list decides."""

from __future__ import annotations

from collections import Counter
from datetime import datetime, timedelta
from itertools import pairwise
from typing import TYPE_CHECKING

from flows.delivery import doubts
from flows.delivery.sending import send
from tests.delivery import mailserver, posting
from tests.often import often

if TYPE_CHECKING:
    from pathlib import Path

    from flows.delivery.ledger import Ledger
    from flows.delivery.outbox import Delivery


def test_each_gets_it_once_and_a_second_send_is_none(tmp_path: Path) -> None:
    office = mailserver.Office(tmp_path / "taken.jsonl")
    with mailserver.opened(office) as port:
        first = posting.sent(tmp_path, port, 5)
        again = posting.sent(tmp_path, port, 5)
    assert [one.state for one in first] == ["sent"] * 5 == [one.state for one in again]
    assert [one["to"] for one in mailserver.taken(office.list_file)] == [
        posting.address(each) for each in range(5)
    ]
    assert {one["id"] for one in mailserver.taken(office.list_file)} == {one.message_id for one in first}


def test_under_seven_faults_each_gets_it_once_or_the_server_s_words_are_kept(tmp_path: Path) -> None:
    people = often(110, 1000)
    office = mailserver.Office(tmp_path / "taken.jsonl", mailserver.FAULTS, stall=1.0)
    clock = posting.Clock()
    with mailserver.opened(office) as port, posting.outbox(tmp_path, clock) as box:
        keys = posting.planned(box, people)
        send(posting.post(box, port, clock, patience=0.5), keys, timedelta(hours=12))
        in_doubt = {one.recipient for one in box.deliveries("state = 'unknown'")}
        on_the_list = {one["id"] for one in mailserver.taken(office.list_file)}
        doubts.settle(box, lambda one: one.message_id in on_the_list, "the server's own list")
        send(posting.post(box, port, clock), keys, timedelta(hours=12))
        ended = {one.recipient: one for one in box.deliveries()}
    times = Counter(one["to"] for one in mailserver.taken(office.list_file))
    met = Counter(office.fault(address) for address in ended)
    assert all(met[fault] for fault in mailserver.FAULTS), "each of the faults has to be met"
    assert {office.fault(address) for address in in_doubt} >= {"gone before", "gone after", "stalls"}
    for address, one in ended.items():
        refused = office.fault(address) == "refused"
        assert times[address] == (0 if refused else 1), address
        assert one.state == ("failed" if refused else "sent")
        assert not refused or one.reply == f"5.1.1 nobody called {address} here"


def test_what_is_put_off_is_tried_again_after_longer_and_longer_pauses(tmp_path: Path) -> None:
    office = mailserver.Office(tmp_path / "taken.jsonl", ("greylisted",), share=100)
    clock = posting.Clock()
    with mailserver.opened(office) as port, posting.outbox(tmp_path, clock) as box:
        keys = posting.planned(box, 1)
        send(posting.post(box, port, clock), keys, timedelta(hours=12))
        (one,) = box.deliveries()
        tries = claimed(box.ledger, one)
    pauses = [later - earlier for earlier, later in pairwise(tries)]
    assert one.state == "sent"
    assert len(pauses) == 3
    assert pauses[0] < pauses[1] < pauses[2]
    assert pauses[0] >= timedelta(seconds=30)


def claimed(book: Ledger, one: Delivery) -> list[datetime]:
    """When it was claimed."""
    rows = book.rows("SELECT at FROM event WHERE key = ? AND what = 'claimed' ORDER BY number", one.key)
    return [datetime.fromisoformat(at) for (at,) in rows]


def test_what_cannot_be_delivered_in_two_days_has_failed(tmp_path: Path) -> None:
    office = mailserver.Office(tmp_path / "taken.jsonl")

    async def never(*_given: object) -> str:
        return "450 4.2.0 come back later"

    office.handle_RCPT = never  # type: ignore[method-assign,assignment]
    clock = posting.Clock()
    with mailserver.opened(office) as port, posting.outbox(tmp_path, clock) as box:
        keys = posting.planned(box, 1)
        send(posting.post(box, port, clock), keys, timedelta(hours=100))
        (one,) = box.deliveries()
    assert (one.state, one.code, one.reply) == ("failed", 450, "4.2.0 come back later")
    assert timedelta(hours=48) <= clock.now - posting.BEGUN < timedelta(hours=60)
