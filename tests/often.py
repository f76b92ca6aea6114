"""What every change has no time for: further examples of a check, and whole checks, with THOROUGH=1 only."""

from __future__ import annotations

import os
from typing import TypeVar

import pytest

Drawn = TypeVar("Drawn")
AT_LENGTH = (pytest.mark.slow, pytest.mark.thorough)
"""The marks of a check that `make thorough` alone runs: what it adds to its neighbours takes too long."""


def often(on_every_change: Drawn, thorough: Drawn) -> Drawn:
    """The number of examples, or the examples: the second where `make thorough` runs."""
    return thorough if os.environ.get("THOROUGH") else on_every_change
