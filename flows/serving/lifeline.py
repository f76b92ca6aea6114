"""What ties a run to the process that serves the flow: it does not go on without it."""

from __future__ import annotations

import os
import signal
import sys
import time
from threading import Thread

EVERY = 1.0  # seconds between two looks
GRACE = 2.0  # seconds to stop in order: it must not speak to a server started again in the meantime


def follow_parent() -> None:
    """Have this process end soon after `onrecord ui` has, where that is what started it; nothing elsewhere.

    Not on Windows, where nothing tells: a run goes on to its own end there.
    """
    launcher = os.environ.get("ON_RECORD_LAUNCHER", "")
    if launcher.isdecimal() and sys.platform != "win32":
        Thread(target=follow, args=(int(launcher),), name="lifeline", daemon=True).start()


def follow(launcher: int) -> None:
    """End when the process that started this one is gone."""
    parent = os.getppid()
    while parent == launcher or is_there(launcher):
        time.sleep(EVERY)
        if os.getppid() != parent:
            break
    os.kill(os.getpid(), signal.SIGTERM)
    time.sleep(GRACE)
    os._exit(1)  # what draws its pages ends with it


def is_there(process: int) -> bool:
    """Whether such a process still exists."""
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True
