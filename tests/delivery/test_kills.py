"""A sender killed with SIGKILL at every step, and started again: the mail server's own list decides."""

from __future__ import annotations

import shutil
import sys
from collections import Counter
from datetime import timedelta
from itertools import count
from random import Random
from typing import TYPE_CHECKING

import pytest

from flows.delivery import doubts
from flows.delivery.sending import send
from tests.delivery import apart, mailserver, posting
from tests.often import often

if TYPE_CHECKING:
    from pathlib import Path

    from flows.delivery.outbox import Delivery

pytestmark = [
    pytest.mark.skipif(sys.platform == "win32", reason="Windows has no locks that end with their process"),
    pytest.mark.slow,
]
PEOPLE = 4
EVERY = range(PEOPLE)


def resumed(folder: Path, port: int, *, evidence: Path | None = None) -> list[Delivery]:
    """The ledger once a second sender has gone on, with the mail server's list as evidence or without any."""
    clock = posting.Clock()
    with posting.outbox(folder, clock) as box:
        keys = posting.planned(box, PEOPLE)
        work = posting.post(box, port, clock)
        send(work, keys, timedelta(hours=12))
        if evidence is not None:
            arrived = {one["id"] for one in mailserver.taken(evidence)}
            doubts.settle(box, lambda one: one.message_id in arrived, "the server's list")
            send(work, keys, timedelta(hours=12))
        return box.deliveries()


def arrived(list_file: Path) -> Counter[str]:
    """How often each has it."""
    return Counter(one["to"] for one in mailserver.taken(list_file))


def test_killed_at_every_step_each_gets_it_once_with_evidence_and_none_is_lost_in_silence_without(
    tmp_path: Path,
) -> None:
    doubtful, step = 0, often(5, 1)
    with apart.mail_server(tmp_path / "office") as port:
        taken = tmp_path / "office" / "taken.jsonl"
        for place in count(step, step):
            taken.write_bytes(b"")
            folder = tmp_path / f"killed-{place}"
            if not apart.killed(apart.sending, folder, port, PEOPLE, kill_at=place):
                break
            apart.heard_out(port)
            left, list_then = tmp_path / f"left-{place}", taken.read_bytes()
            shutil.copytree(folder, left)

            ended = resumed(folder, port)  # without evidence
            times = arrived(taken)
            assert max(times.values()) == 1, f"place {place}: {times}"
            for one in ended:
                assert one.state in {"sent", "unknown"}, f"place {place}: {one.state}"
                assert times[one.recipient] == 1 or one.state == "unknown", f"place {place}: lost in silence"
            doubtful += sum(one.state == "unknown" for one in ended)

            taken.write_bytes(list_then)
            ended = resumed(left, port, evidence=taken)
            assert arrived(taken) == Counter(map(posting.address, EVERY)), f"place {place}"
            assert {one.state for one in ended} == {"sent"}, f"place {place}"
    assert place > 60, f"only {place - 1} places"
    assert doubtful, "some place has to leave one in doubt, or there was nothing to tell"


def test_the_usual_way_of_sending_is_found_out(tmp_path: Path) -> None:
    twice = 0
    with apart.mail_server(tmp_path / "office") as port:
        taken = tmp_path / "office" / "taken.jsonl"
        for place in range(1, 7):
            taken.write_bytes(b"")
            folder = tmp_path / f"killed-{place}"
            folder.mkdir()
            assert apart.killed(posting.naively, folder, port, PEOPLE, kill_at=place)
            apart.heard_out(port)
            posting.naively(folder, port, PEOPLE)
            twice += sum(times - 1 for times in arrived(taken).values())
    assert twice >= 2


def test_two_senders_killed_at_random_send_nothing_twice(tmp_path: Path) -> None:
    people, lot = often(60, 200), Random(20261126)  # noqa: S311 - no secret
    with apart.mail_server(tmp_path / "office") as port:
        taken = tmp_path / "office" / "taken.jsonl"
        kills = 0
        for _ in range(often(8, 30)):
            two = [
                apart.begun(apart.sending, tmp_path / "box", port, people, kill_at=lot.randint(5, 150))
                for _ in range(2)
            ]
            for process in two:
                process.join(120)
                kills += process.exitcode != 0
        apart.heard_out(port)
        posting.sent(tmp_path / "box", port, people)
        with posting.outbox(tmp_path / "box", posting.Clock()) as box:
            on_it = {one["id"] for one in mailserver.taken(taken)}
            doubts.settle(box, lambda one: one.message_id in on_it, "the server's list")
        ended = posting.sent(tmp_path / "box", port, people)
    assert kills >= often(8, 22)
    assert arrived(taken) == Counter(map(posting.address, range(people)))
    assert {one.state for one in ended} == {"sent"}
