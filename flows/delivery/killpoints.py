"""Points at which a test ends the process as a power cut would, to see what is left behind.

Nothing else sets the variable; without it a point costs one look at the environment.
"""

from __future__ import annotations

import os
import signal
from itertools import count

AT = "ON_RECORD_KILL_AT"
_passed = count(1)


def kp(name: str) -> None:
    """End the process at once, unasked and untidied, where this is the n-th point passed; else do nothing."""
    at = os.environ.get(AT)
    if at is not None and at == str(next(_passed)):
        os.write(2, f"killed at: {name}\n".encode())
        os.kill(os.getpid(), signal.SIGKILL)
