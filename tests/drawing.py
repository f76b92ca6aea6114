"""Pages drawn in the tests' own process, and the same pages once: for tests of what becomes of them."""

from __future__ import annotations

import pickle
from contextlib import contextmanager
from functools import cache
from typing import TYPE_CHECKING, Any
from unittest.mock import patch

from flows.document.apart import child, process

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from flows.document.apart.child import Message


@cache
def _said(content: bytes) -> bytes:
    return child.told(content, child.answer)


class Here(process.Drawing):
    """What `Drawing` is, without a process of its own: to start one takes as long as to draw a short core.

    That both give the same is shown in test_process, and what the process is for.
    """

    def __init__(self, work: Any, environment: Mapping[str, str]) -> None:  # noqa: ANN401 - as `Drawing` takes it
        """Keep the work until somebody asks for it."""
        del environment  # the child's, which is told of nothing
        self.limits = process._allowed(work)  # noqa: SLF001 - as it would be
        self.content = pickle.dumps(work)

    def heard(self) -> Message:
        """The answer, as if it had come from a child."""
        kind, what = pickle.loads(_said(self.content))  # noqa: S301 - pickled here
        return kind, what

    def stop(self) -> None:
        """Nothing runs that could be stopped."""


@contextmanager
def here() -> Iterator[None]:
    """As long as it is open, editions have their pages drawn in this process."""
    with patch.object(process, "Drawing", Here):
        yield
