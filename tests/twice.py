"""The shipped workbook built in two environments set up afresh from the lock: `make twice` compares bytes."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from hashlib import sha256
from pathlib import Path

from tests.conftest import ROOT

AS_OF = "2020-06-15"


def files(folder: Path) -> dict[str, str]:
    """A fingerprint of each file of an edition built in an environment of its own in that folder."""
    python = folder / "environment" / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")
    run(sys.executable, "-m", "venv", str(folder / "environment"))
    run(
        str(python),
        "-m",
        "pip",
        "install",
        "--quiet",
        "--no-deps",
        "--require-hashes",
        "-r",
        str(ROOT / "requirements.lock"),
    )
    shipped, outputs = ROOT / "inputs" / "facial-recognition.xlsx", folder / "outputs"
    run(
        *(str(python), "-m", "flows.cli", "build", str(shipped), "--as-of", AS_OF),
        *("--previous", "none", "--outputs", str(outputs)),
    )
    (edition,) = outputs.glob(f"*/{AS_OF}-01")
    return {file.name: sha256(file.read_bytes()).hexdigest() for file in edition.iterdir()}


def run(*words: str) -> None:
    """Run it; a draft is an edition too.

    Raises `CalledProcessError` where nothing came of it.
    """
    done = subprocess.run(words, cwd=ROOT, env={**os.environ, "PYTHONPATH": str(ROOT)}, check=False)  # noqa: S603 - spelt out above
    if done.returncode not in {0, 1}:
        done.check_returncode()


def main() -> int:
    """0 where every file is the same in both."""
    with tempfile.TemporaryDirectory() as once, tempfile.TemporaryDirectory() as again:
        first, second = files(Path(once)), files(Path(again))
    other = sorted(name for name in first.keys() | second.keys() if first.get(name) != second.get(name))
    sys.stdout.write(
        f"Other bytes in {', '.join(other)}\n" if other else f"{len(first)} files, the same bytes\n"
    )
    return int(bool(other))


if __name__ == "__main__":
    sys.exit(main())
