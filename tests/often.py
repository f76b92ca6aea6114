"""How many examples a check draws that draws its own: fewer on every change, all with THOROUGH=1."""

from __future__ import annotations

import os
from typing import TypeVar

Drawn = TypeVar("Drawn")


def often(on_every_change: Drawn, thorough: Drawn) -> Drawn:
    """The number of examples, or the examples: the second where `make thorough` runs."""
    return thorough if os.environ.get("THOROUGH") else on_every_change
