"""The ledger is as safe as it says, keeps what it was told, and refuses what must not be."""

from __future__ import annotations

import pickle
import sqlite3
import stat
import sys
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest

from flows.delivery import doubts, drives, ledger, owners, planning, refusals
from flows.delivery.backoff import Backoff
from flows.delivery.refusals import CannotSend
from tests.delivery import posting

if TYPE_CHECKING:
    from pathlib import Path


def pragma(book: ledger.Ledger, name: str) -> object:
    return book.rows(f"PRAGMA {name}")[0][0]


def test_the_ledger_writes_ahead_and_syncs_at_every_commit(tmp_path: Path) -> None:
    with ledger.opened(tmp_path / "ledger.sqlite3") as book:
        assert pragma(book, "journal_mode") == "wal"
        assert pragma(book, "synchronous") == 2
        assert pragma(book, "busy_timeout") == 30_000
        assert book.line.isolation_level is None


def test_on_a_drive_of_a_network_it_syncs_the_folder_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(drives, "is_shared", lambda _: True)
    with ledger.opened(tmp_path / "ledger.sqlite3") as book:
        assert pragma(book, "journal_mode") == "delete"
        assert pragma(book, "synchronous") == 3


def test_a_drive_of_a_network_is_known_by_what_the_system_says_of_it(tmp_path: Path) -> None:
    mounts = tmp_path / "mounts"
    lines = [
        "22 1 8:1 / / rw - ext4 /dev/sda1 rw",
        f"40 22 0:40 / {str(tmp_path).replace(' ', chr(92) + '040')} rw - nfs4 server:/export rw",
        f"41 40 0:41 / {tmp_path}/own rw - tmpfs none rw",
    ]
    mounts.write_text("\n".join(lines) + "\n")
    (tmp_path / "own").mkdir()
    assert drives.is_shared(tmp_path, mounts)
    assert drives.is_shared(tmp_path / "below", mounts)
    assert not drives.is_shared(tmp_path / "own", mounts)
    assert not drives.is_shared(tmp_path.parent, mounts)
    assert not drives.is_shared(tmp_path, tmp_path / "nowhere")


def test_a_ledger_that_cannot_write_as_it_has_to_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "ledger.sqlite3"
    with ledger.opened(file) as book, sqlite3.connect(file) as other:
        other.execute("BEGIN IMMEDIATE")
        monkeypatch.setattr(
            drives, "is_shared", lambda _: True
        )  # asked for DELETE while another reads in WAL
        monkeypatch.setattr(ledger, "PATIENCE", 0)
        with pytest.raises(CannotSend) as refused, ledger.opened(file):
            pass
        assert refused.value.kind in {"ledger_unsafe", "ledger"}
        assert book.rows("SELECT count(*) FROM delivery")[0][0] == 0


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such rights")
def test_only_its_owner_can_read_it(tmp_path: Path) -> None:
    with ledger.opened(tmp_path / "ledger.sqlite3") as book:
        assert stat.S_IMODE(book.file.stat().st_mode) == 0o600


def test_what_is_no_ledger_and_what_a_newer_version_keeps_is_refused(tmp_path: Path) -> None:
    (tmp_path / "text").write_text("not a database, and long enough to be looked at as one " * 40)
    with pytest.raises(CannotSend) as damaged, ledger.opened(tmp_path / "text"):
        pass
    assert damaged.value.kind == "ledger_damaged"
    with ledger.opened(tmp_path / "newer") as book:
        book.line.execute("PRAGMA user_version = 99")
    with pytest.raises(CannotSend) as newer, ledger.opened(tmp_path / "newer"):
        pass
    assert newer.value.kind == "ledger_newer"
    with pytest.raises(CannotSend) as nowhere, ledger.opened(tmp_path / "text" / "ledger"):
        pass
    assert nowhere.value.kind == "ledger"


def test_nothing_on_it_is_ever_deleted_and_no_event_changed(tmp_path: Path) -> None:
    with posting.outbox(tmp_path, posting.Clock()) as box:
        posting.planned(box, 1)
        for statement in (
            "DELETE FROM event", "DELETE FROM delivery", "DELETE FROM edition", "DELETE FROM document",
            "DELETE FROM content", "UPDATE event SET what = 'sent'", "UPDATE document SET sha256 = 'x'",
            "UPDATE delivery SET recipient = 'x@example.org'", "UPDATE delivery SET message_id = '<x@y>'",
            "UPDATE delivery SET state = 'sent'", "UPDATE delivery SET state = 'unknown'",
        ):  # fmt: skip
            with pytest.raises(sqlite3.IntegrityError):
                box.ledger.line.execute(statement)


def test_what_was_sent_stays_sent(tmp_path: Path) -> None:
    with posting.outbox(tmp_path, posting.Clock()) as box:
        keys = posting.planned(box, 1)
        one = box.claim(keys)
        assert one is not None
        box.in_flight(one)
        box.settled(one, "sent", 250, "taken")
        doubts.resolve(box, one.key, arrived=False, by="Ada")
        doubts.again(box, one.key, "Ada")
        posting.planned(box, 1)
        assert box.claim(keys) is None
        for state in ledger.STATES:
            if state != "sent":
                with pytest.raises(sqlite3.IntegrityError):
                    box.ledger.line.execute("UPDATE delivery SET state = ?", (state,))


def test_another_file_under_the_same_revision_is_refused(tmp_path: Path) -> None:
    with posting.outbox(tmp_path, posting.Clock()) as box:
        posting.planned(box, 1)
        for otherwise in ({"documents": {"briefing-en.pdf": "0" * 64}}, {"manifest": "n" * 64}):
            with pytest.raises(CannotSend) as refused:
                posting.planned(box, 2, **otherwise)
            assert "goes out as revision 2" in str(refused.value)
        assert len(box.deliveries()) == 1
        posting.planned(box, 2, documents={"briefing-en.pdf": "0" * 64}, revision=2)
        assert len(box.deliveries()) == 3


def test_an_hour_can_be_put_off_and_never_brought_forward(tmp_path: Path) -> None:
    hour = posting.BEGUN + timedelta(hours=2)
    with posting.outbox(tmp_path, posting.Clock()) as box:
        posting.planned(box, 1, not_before=hour)
        posting.planned(box, 1)  # without an hour the one that was set stays
        assert box.not_before("record/2020-06-15", 1) == hour
        posting.planned(box, 1, not_before=hour + timedelta(hours=1))
        with pytest.raises(CannotSend) as refused:
            posting.planned(box, 1, not_before=hour)
        assert refused.value.kind == "hour_earlier"
        assert box.not_before("record/2020-06-15", 1) == hour + timedelta(hours=1)


def test_capitals_alone_do_not_make_another_recipient(tmp_path: Path) -> None:
    with posting.outbox(tmp_path, posting.Clock()) as box:
        for typed in ("ada@example.org", "Ada@example.org"):
            of = posting.issue()
            one = planning.Parcel("mail", typed, "", posting.LETTER.key(), "briefing-en.pdf")
            planning.plan(box, of, [one], {posting.LETTER.key(): posting.LETTER.kept()}, {typed})
        assert [one.recipient for one in box.deliveries()] == ["ada@example.org"]


def test_whoever_is_taken_off_the_list_before_it_is_sent_gets_nothing(tmp_path: Path) -> None:
    with posting.outbox(tmp_path, posting.Clock()) as box:
        posting.planned(box, 3)
        left = posting.parcels(2)
        planning.plan(box, posting.issue(), left, {}, {one.recipient for one in left})
        keys = {one.key for one in box.deliveries()}
        claimed = [one.recipient for one in iter(lambda: box.claim(keys), None)]
        assert claimed == [posting.address(0), posting.address(1)]
        assert [one.removed for one in box.deliveries()] == [0, 0, 1]
        posting.planned(box, 3)  # and is back on it
        assert [one.removed for one in box.deliveries()] == [0, 0, 0]


def test_a_process_at_work_is_known_by_its_lock_and_one_that_has_ended_is_not(tmp_path: Path) -> None:
    with owners.at_work(tmp_path) as me:
        assert owners.is_alive(tmp_path, me)
        owners.sweep(tmp_path)
        assert owners.is_alive(tmp_path, me)
    assert not owners.is_alive(tmp_path, me)
    assert not owners.is_alive(tmp_path, "never-was")
    (tmp_path / "dead").touch()
    owners.sweep(tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_what_another_process_is_sending_is_not_sent_by_this_one(tmp_path: Path) -> None:
    clock = posting.Clock()
    with posting.outbox(tmp_path, clock) as one, posting.outbox(tmp_path, clock) as other:
        keys = posting.planned(one, 1)
        claimed = one.claim(keys)
        assert claimed is not None
        doubts.recover(other)
        assert other.claim(keys) is None
        with pytest.raises(CannotSend) as refused:
            other.in_flight(claimed)
        assert refused.value.kind == "not_mine"


def test_evidence_settles_what_is_in_doubt_and_a_resend_has_the_same_message_id(tmp_path: Path) -> None:
    with posting.outbox(tmp_path, posting.Clock()) as box:
        keys = posting.planned(box, 3)
        for _ in range(3):
            one = box.claim(keys)
            assert one is not None
            box.in_flight(one)
            box.settled(one, "unknown")
        before = {one.key: one.message_id for one in box.deliveries()}
        told = dict(zip(sorted(before), (True, False, None), strict=True))
        doubts.settle(box, lambda one: told[one.key], "a log")
        ended = {one.key: one for one in box.deliveries()}
        assert [ended[key].state for key in sorted(before)] == ["sent", "pending", "unknown"]
        assert {key: one.message_id for key, one in ended.items()} == before


def test_pauses_double_up_to_the_longest_and_are_not_all_the_same() -> None:
    backoff = Backoff(timedelta(minutes=1), timedelta(hours=1), timedelta(hours=48))
    pauses = [backoff.pause(tries, "key") for tries in range(1, 12)]
    for shorter, longer in pairwise(pauses[:6]):
        assert longer > 1.5 * shorter
    assert max(pauses) <= timedelta(hours=1) * 1.25
    assert len({backoff.pause(1, str(key)) for key in range(50)}) == 50
    first = "2026-11-26T10:00:00.000000Z"
    at = datetime(2026, 11, 28, 10, 0, tzinfo=UTC)
    assert backoff.is_over(first, at)
    assert not backoff.is_over(first, at - timedelta(microseconds=1))


@pytest.mark.parametrize("kind", refusals.SENTENCES)
def test_each_refusal_speaks_both_languages_and_survives_pickling(kind: str) -> None:
    import string  # noqa: PLC0415

    english, french = refusals.SENTENCES[kind]
    names = [
        {name for _, name, _, _ in string.Formatter().parse(words) if name} for words in (english, french)
    ]
    assert names[0] == names[1]
    refusal = CannotSend(kind, **dict.fromkeys(names[0], "X"))
    again = pickle.loads(pickle.dumps(refusal))  # noqa: S301 - our own
    assert again.sentence("fr") == refusal.sentence("fr") != refusal.sentence("en") == str(again)
