"""How many examples a check draws that draws its own: fewer on every change, all with THOROUGH=1."""

from __future__ import annotations

import os


def often(on_every_change: int, thorough: int) -> int:
    """The number of examples: the second where `make thorough` runs."""
    return thorough if os.environ.get("THOROUGH") else on_every_change
