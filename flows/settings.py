"""Where this checkout's things are, and what Prefect is told before it is imported.

Prefect reads its settings the moment it is imported; `for_prefect` has to be called before that.
"""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from flows import cipher

ROOT = Path(__file__).resolve().parent.parent
INPUTS = ROOT / "inputs"
SHIPPED = "facial-recognition.xlsx"  # the workbook in there
PATIENCE = 180  # seconds granted to Prefect's server: a slow machine's first start takes half a minute
HOST = "127.0.0.1"  # nobody outside this machine is served, unless another address is asked for
PORT = 4200
PASSED_ON = (  # to the process that draws the pages, where they are set
    "PATH", "HOME", "LD_LIBRARY_PATH", "DYLD_FALLBACK_LIBRARY_PATH", "DYLD_LIBRARY_PATH",
    "FONTCONFIG_FILE", "FONTCONFIG_PATH", "XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME",
    "SYSTEMROOT", "WINDIR", "USERPROFILE", "LOCALAPPDATA", "TEMP", "TMP", "WEASYPRINT_DLL_DIRECTORIES",
)  # fmt: skip
NOWHERE = "none"  # where chapters are kept that are not
ROOM = "/room"  # where it shows the reading room
API = "/api/"  # where Prefect's own interface begins
FORMS = "/v2/deployments"  # where Prefect shows what can be run
KEY = "PREFECT_SERVER_ENCRYPTION_KEY"
SHELF = "/editions"  # where the server shows the editions, beside Prefect's own pages
MARKS = "/marks"  # where it shows the pictures of our blocks
TAG = "on-record"  # on every run of ours that Prefect's server starts


def outputs() -> Path:
    """The shelf the flow keeps its editions on: OUTPUTS, or the checkout's own."""
    return Path(os.environ.get("OUTPUTS") or ROOT / "outputs").resolve()


def inputs() -> Path:
    """The folder with the team's workbooks: INPUTS, or the checkout's own."""
    return Path(os.environ.get("INPUTS") or INPUTS).resolve()


def home() -> Path:
    """Where Prefect keeps its database, and we what is to outlive a restart: PREFECT_HOME, or .prefect."""
    return Path(os.environ.get("PREFECT_HOME") or ROOT / ".prefect").resolve()


def workbook(typed: str) -> Path:
    """The workbook meant by a path, or by a name of a file in `inputs/`."""
    path = at_home(typed)
    shipped = inputs() / typed
    # Not Path.exists, which raises where a name is longer than the disk allows.
    return shipped if not os.path.exists(path) and os.path.exists(shipped) else path  # noqa: PTH110


def at_home(typed: str) -> Path:
    """The path with its ~ resolved; as typed where nobody of that name has a home on this machine."""
    try:
        return Path(typed).expanduser()
    except RuntimeError:
        return Path(typed)


def temporary() -> str:
    """The system's temporary folder: the one in use, or the one named where none can be used."""
    try:
        return tempfile.gettempdir()
    except FileNotFoundError:
        named = (os.environ.get(name) for name in ("TMPDIR", "TEMP", "TMP"))
        return next((name for name in named if name), "/tmp")  # noqa: S108 - only said, not written to


def for_pages() -> dict[str, str]:
    """All that the process which draws the pages is told of this one's environment.

    Where libraries, fonts and the temporary folder are; no address, no secret, no language: pages come out
    the same whatever the locale.
    """
    told = {name: os.environ[name] for name in PASSED_ON if name in os.environ}
    return told | {"LC_ALL": "C.UTF-8", "TMPDIR": temporary()}


def pages_kept() -> str | None:
    """Where chapters drawn before are kept: PAGES_KEPT, or the system's place for such; "none" is nowhere."""
    named = os.environ.get("PAGES_KEPT")
    if named == NOWHERE:
        return None
    from platformdirs import user_cache_path  # noqa: PLC0415 - not for those who only check a workbook

    return str(Path(named).resolve() if named else user_cache_path("on-record", appauthor=False) / "pages")


def pages_at_once() -> int | None:
    """How many processes draw the chapters of a document: PAGES_AT_ONCE; None for one a processor."""
    named = os.environ.get("PAGES_AT_ONCE", "")
    return int(named) if named.isdecimal() and int(named) else None


def language() -> str:
    """The language to speak to the person at the terminal, by the locale: "fr" or "en"."""
    names = (os.environ.get(name) for name in ("LC_ALL", "LC_MESSAGES", "LANG"))
    chosen = next((name for name in names if name), "")
    return "fr" if chosen.lower().startswith("fr") else "en"


def port() -> str:
    """Where Prefect's server listens: PREFECT_SERVER_API_PORT as it stands, be it a port or not, or 4200."""
    return os.environ.get("PREFECT_SERVER_API_PORT") or str(PORT)


def host() -> str:
    """Where Prefect's server listens: PREFECT_SERVER_API_HOST as it stands, or on this machine only."""
    return os.environ.get("PREFECT_SERVER_API_HOST") or HOST


def hosts() -> str:
    """Further names the server is called by, as typed: those a proxy in front of it answers to."""
    return os.environ.get("ON_RECORD_HOSTS", "")


def outside() -> str | None:
    """The address of the proxy in front of the server, as typed; None where there is none."""
    return os.environ.get("ON_RECORD_URL") or None


def auth_file() -> Path | None:
    """The file that holds the server's name and password; None where none is named."""
    return at_home(words) if (words := os.environ.get("ON_RECORD_AUTH_FILE")) else None


def origin() -> str | None:
    """The address of the server that shows the shelf, for the runs it started; None for all others."""
    return os.environ.get("ON_RECORD_ORIGIN") or None


def towards(local: str, address: str) -> None:
    """Settle what Prefect goes by where it only asks the server that runs there; before it is imported.

    `local` is the server's address on this machine, `address` the one to open in a browser.
    """
    os.environ["ON_RECORD_ORIGIN"] = address
    os.environ["PREFECT_API_URL"] = f"{local}/api"
    for_prefect(PREFECT_LOGGING_HANDLERS_CONSOLE_LEVEL="CRITICAL")


def for_prefect(**more: str) -> None:
    """Settle in the environment what Prefect and the processes it starts go by.

    What the person set already stands, unless it is empty, which Prefect would take for a value. The rest
    is in pyproject.toml, which Prefect only looks for in the current folder: hence the change of folder.
    Both folders were named from the folder before, so they are settled first.
    """
    os.environ["OUTPUTS"], os.environ["INPUTS"] = str(outputs()), str(inputs())
    defaults = {
        "DO_NOT_TRACK": "1",
        "PREFECT_HOME": str(home()),
        "PREFECT_SERVER_ANALYTICS_ENABLED": "false",
        "PREFECT_SERVER_API_PORT": port(),
        "PREFECT_SERVER_EPHEMERAL_STARTUP_TIMEOUT_SECONDS": str(PATIENCE),
        **more,
    }
    for name, value in defaults.items():
        os.environ[name] = os.environ.get(name) or value
    for name in ("no_proxy", "NO_PROXY"):  # what is on this machine is asked of it, not of a proxy
        others = [other for other in os.environ.get(name, "").split(",") if other]
        ours = [own for own in dict.fromkeys((HOST, "::1", host())) if own not in others]
        os.environ[name] = ",".join([*others, *ours])
    os.chdir(ROOT)
    if not os.environ.get(KEY) and (key := cipher.key(home())):
        os.environ[KEY] = key
