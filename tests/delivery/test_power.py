"""The power cut in the middle of a send: what the disk had by then, and nothing else, is what goes on.

The ledger lies on a small disk of its own, an image mounted by a loop device. At one of the places the sender
is stopped and the image copied: what was not synced is not in it. That takes root and a loop device; where
there is none, the order of the syncs is looked at instead (test_syncs).
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from collections import Counter
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from flows.delivery import doubts
from flows.delivery.sending import send
from tests.delivery import apart, mailserver, posting
from tests.often import often

if TYPE_CHECKING:
    from collections.abc import Iterator

    from flows.delivery.outbox import Delivery

PEOPLE = often(4, 7)
NORMAL = 1  # SQLite's usual advice for WAL, which forgets


def can_mount() -> bool:
    """Whether a disk can be mounted here."""
    if sys.platform != "linux" or os.geteuid() != 0 or not shutil.which("mkfs.ext4"):
        return False
    found = subprocess.run(["losetup", "--find"], capture_output=True, check=False)  # noqa: S607
    return found.returncode == 0


pytestmark = [
    pytest.mark.skipif(
        not can_mount(), reason="no root or no loop device: a disk's power cannot be cut here"
    ),
    pytest.mark.slow,
    pytest.mark.xdist_group("loop devices"),
]


def disk(image: Path) -> None:
    """A small empty disk in a file."""
    with image.open("wb") as file:
        file.truncate(24 * 1024 * 1024)
    subprocess.run(["mkfs.ext4", "-q", "-F", str(image)], check=True)  # noqa: S603, S607


@contextmanager
def mounted(image: Path, at: Path) -> Iterator[Path]:
    """The disk, until it is left."""
    at.mkdir(parents=True, exist_ok=True)
    subprocess.run(["mount", "-o", "loop", str(image), str(at)], check=True)  # noqa: S603, S607
    try:
        yield at
    finally:
        subprocess.run(["umount", "-l", str(at)], check=True)  # noqa: S603, S607


def cut(folder: Path, port: int, place: int, synchronous: int | None) -> Path | None:
    """The disk as it was when the power went at that place; None where there is no such place."""
    image, then = folder / "disk.img", folder / "then.img"
    disk(image)
    with mounted(image, folder / "disk") as at:
        given = (at / "box", port, PEOPLE, synchronous)
        process = apart.begun(apart.sending, *given, kill_at=place, by=signal.SIGSTOP)
        pid = process.pid
        assert pid is not None
        status = _state(pid)
        if status == "T":
            shutil.copyfile(image, then)
        process.kill()
        process.join(10)
        apart.heard_out(port)
    return then if status == "T" else None


def _state(pid: int) -> str:
    """T once the process has stopped, Z or "" once it has ended."""

    for _ in range(3000):
        try:
            told = Path(f"/proc/{pid}/stat").read_text("utf-8").rpartition(")")[2].split()[0]
        except OSError:
            return ""
        if told in "TZ":
            return told if told == "T" else ""
        time.sleep(0.01)
    raise AssertionError("neither stopped nor ended")


def resumed(folder: Path, then: Path, port: int, taken: Path, *, evidence: bool) -> list[Delivery]:
    """The ledger once a sender has gone on from what the disk had."""
    clock = posting.Clock()
    with mounted(then, folder / "then") as at, posting.outbox(at / "box", clock) as box:
        assert box.ledger.rows("PRAGMA integrity_check")[0][0] == "ok"
        keys = posting.planned(box, PEOPLE)
        work = posting.post(box, port, clock)
        send(work, keys, timedelta(hours=12))
        if evidence:
            on_it = {one["id"] for one in mailserver.taken(taken)}
            doubts.settle(box, lambda one: one.message_id in on_it, "the server's list")
            send(work, keys, timedelta(hours=12))
        return box.deliveries()


def duplicates(tmp_path: Path, places: range, synchronous: int | None) -> tuple[int, int]:
    """How many mails came twice, over how many cuts; none may be lost in silence at any of them."""
    twice = cuts = 0
    with apart.mail_server(tmp_path / "office") as port:
        taken = tmp_path / "office" / "taken.jsonl"
        for place in places:
            taken.write_bytes(b"")
            folder = tmp_path / f"cut-{place}"
            folder.mkdir()
            then = cut(folder, port, place, synchronous)
            if then is None:
                break
            ended = resumed(folder, then, port, taken, evidence=bool(place % 2))
            times = Counter(one["to"] for one in mailserver.taken(taken))
            twice += sum(many - 1 for many in times.values())
            lost = [one for one in ended if not times[one.recipient] and one.state != "unknown"]
            assert not lost, f"place {place}: {lost}"
            cuts += 1
            shutil.rmtree(folder)
    return twice, cuts


def test_no_power_cut_sends_twice_or_loses_in_silence(tmp_path: Path) -> None:
    twice, cuts = duplicates(tmp_path, range(1, 200, often(8, 1)), None)
    assert cuts >= often(8, 100)
    assert twice == 0


def test_with_the_usual_setting_the_same_cuts_send_twice(tmp_path: Path) -> None:
    twice, cuts = duplicates(tmp_path, range(30, 60, often(10, 3)), NORMAL)
    assert cuts >= 3
    assert twice > 0
