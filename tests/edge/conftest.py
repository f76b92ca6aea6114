"""What the edge's tests share: one running server for all that only ask it something."""

from __future__ import annotations

from contextlib import ExitStack
from typing import TYPE_CHECKING

import pytest

from tests.edge.served import started

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.edge.served import Served


@pytest.fixture(scope="session")
def starts() -> Iterator[tuple[ExitStack, list[Served]]]:
    """Every server started in this process, the last one last; all end with the tests."""
    with ExitStack() as stack:
        yield stack, []


@pytest.fixture
def served(starts: tuple[ExitStack, list[Served]], tmp_path_factory: pytest.TempPathFactory) -> Served:
    """`onrecord ui` on a free port: the one that runs already, unless a test has ended it."""
    stack, all_of_them = starts
    if not all_of_them or all_of_them[-1].process.poll() is not None:
        all_of_them.append(stack.enter_context(started(tmp_path_factory.mktemp("served"))))
    return all_of_them[-1]
