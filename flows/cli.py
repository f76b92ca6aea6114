"""The door to the command `onrecord`, light enough to stand open before anything is loaded.

What its commands do stands in `commands`, what may be typed after it in `usage`, exit codes in `terminal`.
"""

from __future__ import annotations

import sys

TYPE_CHECKING = False  # checkers take the name for typing's own, which takes its time to load
if TYPE_CHECKING:
    from collections.abc import Callable


def main(words: list[str] | None = None) -> int:
    """Run one command; return its exit code. Bad input ends in a sentence, never in a traceback."""

    def command() -> int:
        from flows import commands  # noqa: PLC0415 - it takes half a second to load

        return commands.run(words)

    return stoppable(command)


def stoppable(work: Callable[[], int]) -> int:
    """The exit code of the work, which may be stopped by Ctrl-C while it still loads."""
    try:
        from flows import terminal  # noqa: PLC0415 - inside, for that reason
    except KeyboardInterrupt:
        from flows import terminal  # noqa: PLC0415 - once more, for its sentence

        return terminal.stopped()
    return terminal.in_sentences(work)


if __name__ == "__main__":
    sys.exit(main())
