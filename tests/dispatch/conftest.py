"""What the tests of sending share."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.delivery import mailserver
from tests.dispatch import desk

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def team(tmp_path: Path) -> Iterator[desk.Desk]:
    """A team's folder, and a mail server that takes everything."""
    desk.furnished(tmp_path)
    with mailserver.opened(mailserver.Office(tmp_path / "taken.jsonl")) as port:
        yield desk.Desk(tmp_path, port)
