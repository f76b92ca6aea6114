"""`onrecord` as it is typed, in processes that need not load it first: copies of one that has.

To load what a command needs takes as long as most commands do, and the tests type some four hundred. Where
a process cannot be copied (Windows), and wherever the interpreter itself is to be another, each is begun
from nothing, as `python -m flows.cli`.
"""

from __future__ import annotations

import atexit
import json
import os
import socket
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryFile
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

ROOT = Path(__file__).parent.parent
LONGEST = 1_000_000  # bytes of what is asked: the words and the environment
OF_THE_INTERPRETER = {"PYTHONHASHSEED", "PYTHONWARNINGS", "PYTHONOPTIMIZE", "PYTHONUTF8", "LD_PRELOAD"}
"""What Python reads before any of our code runs, but what `typed` sets itself."""


def typed(
    words: list[str], folder: Path, environment: Mapping[str, str], seconds: int = 300
) -> subprocess.CompletedProcess[str]:
    """What the command says, in that folder and with that environment alone."""
    other = OF_THE_INTERPRETER & environment.keys() or environment.get("PYTHONPATH") != str(ROOT)
    if not hasattr(os, "fork") or other:
        return begun([sys.executable, "-m", "flows.cli", *words], folder, environment, seconds)
    with TemporaryFile() as out, TemporaryFile() as aside:
        code = _Copied.one().run(words, folder, environment, (out.fileno(), aside.fileno()), seconds)
        said = []
        for stream in (out, aside):
            stream.seek(0)
            said.append(stream.read().decode().replace("\r\n", "\n"))
    return subprocess.CompletedProcess(["onrecord", *words], code, *said)


def begun(
    command: list[str], folder: Path, environment: Mapping[str, str], seconds: int = 300
) -> subprocess.CompletedProcess[str]:
    """What a process begun from nothing says."""
    return subprocess.run(  # noqa: S603 - this very Python, with what a test says
        command, cwd=folder, env=dict(environment), timeout=seconds,
        capture_output=True, encoding="utf-8", check=False,
    )  # fmt: skip


class _Copied:
    """The process that is copied, from the first command to the end of the tests."""

    _only: _Copied | None = None

    def __init__(self) -> None:
        self.line, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_STREAM)
        with theirs:
            self.process = subprocess.Popen(  # noqa: S603 - this very Python
                [sys.executable, "-m", "tests.commands", str(theirs.fileno())],
                cwd=ROOT, pass_fds=[theirs.fileno()], env={**os.environ, "PYTHONPATH": str(ROOT)},
            )  # fmt: skip
        atexit.register(self.end)

    @classmethod
    def one(cls) -> _Copied:
        """The one there is."""
        if cls._only is None or cls._only.process.poll() is not None:
            cls._only = cls()
        return cls._only

    def run(
        self, words: list[str], folder: Path, environment: Mapping[str, str], streams: tuple[int, int],
        seconds: int,
    ) -> int:  # fmt: skip
        """The exit code of the command, which writes to those two files."""
        asked = json.dumps({"words": words, "folder": str(folder), "environment": dict(environment)}).encode()
        self.line.settimeout(seconds)
        try:
            socket.send_fds(self.line, [len(asked).to_bytes(8, "big")], streams)
            self.line.sendall(asked)
            return int.from_bytes(_all(self.line, 8), "big", signed=True)
        except (TimeoutError, EOFError):
            self.end()
            raise

    def end(self) -> None:
        """End it, and what it may be at."""
        self.line.close()
        self.process.kill()
        self.process.wait()


def _all(line: socket.socket, many: int) -> bytes:
    """So many bytes of the line."""
    content = b""
    while len(content) < many:
        part = line.recv(many - len(content))
        if not part:
            raise EOFError
        content += part
    return content


def copy_for_each(line: socket.socket) -> None:
    """Answer for commands, one after the other, until nobody can ask for any more."""
    from flows import building, checking, commands, early, keeping, settled, starting, to_fix, verifying  # noqa: F401, PLC0415 - what most commands load
    from flows.dispatch import at_terminal  # noqa: F401, PLC0415 - the same
    from flows.mending import next_rows, unlocked  # noqa: F401, PLC0415 - the same

    with suppress(EOFError):
        while True:
            content, streams, *_ = socket.recv_fds(line, 8, 2)
            if not content:
                return
            asked = json.loads(_all(line, min(int.from_bytes(content, "big"), LONGEST)))
            process = os.fork()
            if not process:
                line.close()
                _run(streams, **asked)
            for stream in streams:
                os.close(stream)
            _, ended = os.waitpid(process, 0)
            line.sendall(os.waitstatus_to_exitcode(ended).to_bytes(8, "big", signed=True))


def _run(streams: list[int], words: list[str], folder: str, environment: dict[str, str]) -> None:
    """What the process of a command does, and nothing after it."""
    from flows import cli  # noqa: PLC0415 - loaded long since

    os.chdir(folder)
    os.environ.clear()
    os.environ.update(environment)
    time.tzset()
    nothing = os.open(os.devnull, os.O_RDONLY)
    for number, stream in enumerate((nothing, *streams)):
        os.dup2(stream, number)
    coding = environment.get("PYTHONIOENCODING", "utf-8").partition(":")[0]
    sys.stdin, sys.stdout, sys.stderr = (
        open(number, mode, encoding=coding, errors=errors, closefd=False)  # noqa: SIM115 - as it begins with
        for number, mode, errors in ((0, "r", "strict"), (1, "w", "strict"), (2, "w", "backslashreplace"))
    )
    sys.argv = ["onrecord", *words]
    code: Any = 1
    try:
        code = cli.main(words)
        atexit._run_exitfuncs()  # noqa: SLF001 - as the interpreter does at the end
        sys.stdout.flush()
    finally:
        os._exit(code)


if __name__ == "__main__":
    copy_for_each(socket.socket(fileno=int(sys.argv[1])))
