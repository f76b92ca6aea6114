"""A room to visit, empty unless the test puts something in."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.reading_room import rooms

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def room(tmp_path: Path) -> Iterator[rooms.Visitor]:
    """A visitor of an empty room."""
    with rooms.visiting(tmp_path) as visitor:
        yield visitor
