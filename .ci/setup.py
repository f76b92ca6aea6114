"""Makes this checkout ready to run: Pango on the machine, and .venv with the locked requirements.

    python .ci/setup.py          what the briefing needs
    python .ci/setup.py --dev    and what the tests and the linters need

Needs nothing but Python 3.11. What is in place already is left alone, so a second run takes a moment only.
"""

from __future__ import annotations

import ctypes
import hashlib
import os
import shutil
import subprocess
import sys
import venv
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
RUNTIME, DEVELOPMENT = "requirements.lock", "requirements-dev.lock"  # the second holds all of the first


class CannotSetUpError(Exception):
    """Something the person at the terminal has to do first. The message says what."""


@dataclass(frozen=True, slots=True)
class Library:
    """A library WeasyPrint opens while it runs: its names on Linux, macOS, Windows; its Debian package."""

    names: tuple[str, ...]
    package: str


LIBRARIES = (
    Library(("libgobject-2.0.so.0", "libgobject-2.0.0.dylib", "libgobject-2.0-0.dll"), "libpango-1.0-0"),
    Library(("libpango-1.0.so.0", "libpango-1.0.dylib", "libpango-1.0-0.dll"), "libpango-1.0-0"),
    Library(("libpangoft2-1.0.so.0", "libpangoft2-1.0.dylib", "libpangoft2-1.0-0.dll"), "libpangoft2-1.0-0"),
    Library(("libharfbuzz.so.0", "libharfbuzz.0.dylib", "libharfbuzz-0.dll"), "libharfbuzz0b"),
    # WeasyPrint could do without this one, but then writes other bytes from the same workbook.
    Library(
        ("libharfbuzz-subset.so.0", "libharfbuzz-subset.0.dylib", "libharfbuzz-subset-0.dll"),
        "libharfbuzz-subset0",
    ),
    Library(("libfontconfig.so.1", "libfontconfig.1.dylib", "libfontconfig-1.dll"), "libfontconfig1"),
)


@dataclass(frozen=True, slots=True)
class Checker:
    """What only tests start: commands of which any will do, files it needs all of, its Debian packages."""

    commands: tuple[str, ...]
    files: tuple[str, ...]
    packages: tuple[str, ...]
    loss: str  # the kind of sentence that says what cannot be checked without it


CHECKERS = (
    Checker(
        ("java",),
        ("/usr/share/java/jaxb-runtime.jar",),
        ("default-jre-headless", "libjaxb-java"),
        "no_java",
    ),
    Checker(("chromium", "chromium-browser", "google-chrome"), (), ("chromium",), "no_browser"),
    Checker(("npm",), (), ("npm",), "no_npm"),
)
# Where MSYS2 puts its libraries on Windows; WeasyPrint looks there too.
MSYS2 = ("C:\\msys64\\ucrt64\\bin", "C:\\msys64\\mingw64\\bin")

# kind -> (English, French); the locale chooses, as it does for all that flows/ says at the terminal.
SENTENCES = {
    "get_pango": (
        """\
Pango, which lays out the pages, is missing from this machine. Install it, then type the same command again.
  Debian, Ubuntu:  type  sudo apt-get update && sudo apt-get install {packages}
  Fedora:          type  sudo dnf install pango harfbuzz
  macOS:           type  brew install pango
  Windows:         install MSYS2, and in its terminal type  pacman -S mingw-w64-ucrt-x86_64-pango""",
        """\
Pango, qui met en page, manque sur cette machine. Installez-le, puis tapez à nouveau la même commande.
  Debian, Ubuntu\u00a0:  tapez  sudo apt-get update && sudo apt-get install {packages}
  Fedora\u00a0:          tapez  sudo dnf install pango harfbuzz
  macOS\u00a0:           tapez  brew install pango
  Windows\u00a0:         installez MSYS2, puis tapez-y  pacman -S mingw-w64-ucrt-x86_64-pango""",
    ),
    "get_venv": (
        "The folder .venv could not be made. On Debian or Ubuntu, type: sudo apt-get install python3-venv",
        "Le dossier .venv n’a pas pu être créé. Sous Debian ou Ubuntu, tapez\u00a0: "
        "sudo apt-get install python3-venv",
    ),
    "pip_failed": (
        "The packages could not be installed; the lines above are pip's. Is this machine on line? Try again.",
        "Les paquets n’ont pas pu être installés\u202f; les lignes ci-dessus sont de pip. Cette machine "
        "est-elle en ligne\u202f? Réessayez.",
    ),
    "installing_pango": (
        "Installing Pango, which lays out the pages, with apt-get ...",
        "Installation par apt-get de Pango, qui met en page…",
    ),
    "installing_checker": (
        "Installing what some of the tests need, with apt-get: {packages} ...",
        "Installation par apt-get de ce qu’il faut à certains tests\u00a0: {packages}…",
    ),
    "no_java": (
        "The tests will not ask veraPDF, which needs Java, about PDF/A and PDF/UA. "
        "On Debian or Ubuntu, type: sudo apt-get install {packages}",
        "Les tests n’interrogeront pas veraPDF, qui a besoin de Java, sur PDF/A et PDF/UA. "
        "Sous Debian ou Ubuntu, tapez\u00a0: sudo apt-get install {packages}",
    ),
    "no_browser": (
        "The tests will not open the HTML edition in a browser. "
        "On Debian or Ubuntu, type: sudo apt-get install {packages}",
        "Les tests n’ouvriront pas l’édition HTML dans un navigateur. "
        "Sous Debian ou Ubuntu, tapez\u00a0: sudo apt-get install {packages}",
    ),
    "no_npm": (
        "The tests will not hold the HTML edition against axe-core, which npm fetches. "
        "On Debian or Ubuntu, type: sudo apt-get install {packages}",
        "Les tests ne soumettront pas l’édition HTML à axe-core, que npm va chercher. "
        "Sous Debian ou Ubuntu, tapez\u00a0: sudo apt-get install {packages}",
    ),
    "again": ("Bringing .venv up to date ...", "Mise à jour de .venv…"),
    "first_time": (
        "Setting up (first time: about a minute) ...",
        "Installation (la première fois\u00a0: une minute environ)…",
    ),
}


def said(kind: str, **blanks: str) -> str:
    """The sentence of that kind in the language of the locale, French or else English."""
    names = (os.environ.get(name) for name in ("LC_ALL", "LC_MESSAGES", "LANG"))
    english, french = SENTENCES[kind]
    chosen = next((name for name in names if name), "")
    return (french if chosen.lower().startswith("fr") else english).format(**blanks)


def say(sentence: str) -> None:
    """Tell the person at the terminal; standard output stays free for results."""
    print(sentence, file=sys.stderr, flush=True)


def run(command: list[str], advice: str) -> None:
    """Run a command and keep what it prints to ourselves.

    Raises CannotSetUpError with the command's last lines and the advice when it fails.
    """
    # Without compiled modules Prefect's server takes longer to start than it allows itself.
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    done = subprocess.run(
        command,
        cwd=ROOT,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        errors="replace",
        check=False,
    )
    if done.returncode:
        raise CannotSetUpError("\n".join([*done.stdout.splitlines()[-12:], advice]))


def loads(library: Library) -> bool:
    """Whether the system finds the library under one of the names WeasyPrint will ask for."""
    for name in library.names:
        with suppress(OSError):
            ctypes.CDLL(name)
            return True
    return False


def missing_packages() -> list[str]:
    """The Debian packages whose libraries this machine does not have, sorted, each once."""
    if sys.platform == "win32":
        for folder in filter(os.path.isdir, MSYS2):
            os.add_dll_directory(folder)
    return sorted({library.package for library in LIBRARIES if not loads(library)})


def apt_get() -> list[str]:
    """The start of an apt-get command that asks for no password; empty where there is none."""
    command = ["env", "DEBIAN_FRONTEND=noninteractive", "apt-get"]
    if not shutil.which("apt-get"):
        return []
    if os.geteuid() == 0:
        return command
    if not shutil.which("sudo"):
        return []
    asked = subprocess.run(["sudo", "-n", "true"], capture_output=True, check=False)
    return [] if asked.returncode else ["sudo", "-n", *command]


def install(packages: list[str], announcement: str, advice: str) -> None:
    """Install these Debian packages.

    Raises CannotSetUpError with the advice where that takes a password, or fails.
    """
    command = apt_get()
    if not command:
        raise CannotSetUpError(advice)
    say(announcement)
    run([*command, "update"], advice)
    run([*command, "install", "--yes", "--no-install-recommends", *packages], advice)


def provide_pango() -> None:
    """Install Pango where that takes no password.

    Raises CannotSetUpError where the person has to install it.
    """
    packages = missing_packages()
    if not packages:
        return
    advice = said("get_pango", packages=" ".join(packages))
    install(packages, said("installing_pango"), advice)
    if missing_packages():
        raise CannotSetUpError(advice)


def missing_checkers() -> list[Checker]:
    """The programs only tests start that this machine does not have."""

    def here(checker: Checker) -> bool:
        return any(map(shutil.which, checker.commands)) and all(map(os.path.exists, checker.files))

    return [checker for checker in CHECKERS if not here(checker)]


def provide_checkers() -> None:
    """Install what only tests start, where that takes no password; say what is not checked without the rest.

    Never raises: every other test runs without.
    """
    for checker in missing_checkers():
        packages = " ".join(checker.packages)
        with suppress(CannotSetUpError):  # each by itself: Ubuntu has one of them under no such name
            install(list(checker.packages), said("installing_checker", packages=packages), packages)
    for checker in missing_checkers():
        say(said(checker.loss, packages=" ".join(checker.packages)))


def provide_venv() -> None:
    """Make .venv, unless this program already runs in it.

    Raises CannotSetUpError where this Python lacks what that takes.
    """
    if Path(sys.prefix).resolve() == VENV.resolve():
        return
    try:
        venv.create(VENV, clear=True, symlinks=os.name != "nt", with_pip=True)
    except (OSError, subprocess.CalledProcessError) as error:
        raise CannotSetUpError(f"{error}\n{said('get_venv')}") from error


def provide_packages(lock: str) -> None:
    """Install what the lock names, checked against its hashes, then the project itself, editable.

    Raises CannotSetUpError when pip fails, with its last lines.
    """
    pip = [str(PYTHON), "-m", "pip", "-qq", "--disable-pip-version-check", "--no-input"]
    install = [*pip, "install", "--compile"]
    advice = said("pip_failed")
    # The lock has all there is to install. Left to look for dependencies, pip takes the newest of what is
    # asked for without its extras, too, and then misses its hash.
    run([*install, "--no-deps", "--require-hashes", "--only-binary", ":all:", "-r", lock], advice)
    run([*install, "--no-build-isolation", "--no-deps", "--editable", "."], advice)


def fingerprint(lock: str) -> str:
    """What an installation hangs on, as one number: lock, project file, Python, folder."""
    files = ((ROOT / name).read_bytes() for name in (lock, "pyproject.toml"))
    return hashlib.sha256(b"\0".join([*files, sys.version.encode(), os.fsencode(ROOT)])).hexdigest()


def stamp(lock: str) -> Path:
    """The file that remembers from which state of the lock .venv was filled."""
    return VENV / f"{lock}.installed"


def filled_from(lock: str) -> bool:
    """Whether .venv holds all that the lock names, as the lock is now."""
    return stamp(lock).is_file() and stamp(lock).read_text() == fingerprint(lock)


def set_up(locks: list[str]) -> None:
    """Put in place what the last lock needs, which holds all of those before it; silent if all is there.

    Raises CannotSetUpError where the person at the terminal has to do something first.
    """
    provide_pango()
    if all(filled_from(lock) for lock in locks):
        return
    say(said("again" if VENV.exists() else "first_time"))
    provide_venv()
    provide_packages(locks[-1])
    if DEVELOPMENT in locks:
        provide_checkers()
    for lock in locks:
        stamp(lock).write_text(fingerprint(lock))


def main() -> None:
    """Set up for running, or with --dev for testing too; exit 1 with one sentence where that cannot be."""
    try:
        set_up([RUNTIME, DEVELOPMENT] if "--dev" in sys.argv[1:] else [RUNTIME])
    except CannotSetUpError as reason:
        sys.exit(str(reason))


if __name__ == "__main__":
    main()
