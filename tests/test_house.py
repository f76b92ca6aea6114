"""The house rules of the README, read from the source: who imports whom, one door each, and size."""

from __future__ import annotations

import ast
from pathlib import Path

ROOT = Path(__file__).parent.parent
FILES = sorted((ROOT / "flows").rglob("*.py"))
TREES = {path: ast.parse(path.read_bytes(), filename=str(path)) for path in FILES}
ROOMS = {"record", "workbook", "document", "edition"}
MAY_IMPORT = {
    "record": {"flows.record"},
    "workbook": {"flows.workbook", "flows.record.facts"},
    "document": {"flows.document", "flows.record"},
    "edition": {"flows.edition", "flows.record", "flows.document"},
    "edge": {"flows"},
}
PREFECT = {"flows.briefing", "flows.publishing", "flows.once", "flows.serving"}
DOORS = {
    "openpyxl": {"flows.workbook.reading"},
    "defusedxml": {"flows.workbook"},
    "polars": {"flows.workbook", "flows.record"},
    "rapidfuzz": {"flows.workbook.nearest"},
    "jinja2": {"flows.document.render"},
    "markupsafe": {"flows.document.render"},
    "weasyprint": {"flows.document.render", "flows.document.assets", "flows.document.engine"},
    "prefect": PREFECT,
    "pydantic": PREFECT,
    "uvicorn": {"flows.serving"},
    "starlette": {"flows.serving"},
    "sqlite3": set(),
    "requests": set(),
    "httpx": set(),
}
CLOCK = {("date", "today"), ("datetime", "now"), ("datetime", "utcnow"), ("time", "time")}
LONGEST_FUNCTION = 60
LONGEST_FILE = 300
NOUNS = {"flows.record.facts"}  # data only: long, and still read at a glance


def dotted(path: Path) -> str:
    """The module's name: flows.record.findings."""
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def room(module: str) -> str:
    """The room a module is in; "edge" for those in none."""
    name = module.split(".")[1] if "." in module else ""
    return name if name in ROOMS else "edge"


def within(module: str, places: set[str]) -> bool:
    """Whether the module is one of the places or below one."""
    return any(module == place or module.startswith(f"{place}.") for place in places)


def imported(tree: ast.Module) -> set[str]:
    """Every module and every name taken from one, dotted."""
    found = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            found |= {f"{node.module}.{alias.name}" for alias in node.names}
    return found


def accesses(tree: ast.Module) -> set[tuple[str, str]]:
    """Every attribute taken from a plain name: ("os", "environ")."""
    return {
        (node.value.id, node.attr)
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name)
    }


def test_a_room_imports_only_the_rooms_it_may() -> None:
    strangers = {}
    for path, tree in TREES.items():
        module = dotted(path)
        allowed = MAY_IMPORT[room(module)] | {module}
        ours = {name for name in imported(tree) if name == "flows" or name.startswith("flows.")}
        strangers[module] = {name for name in ours if not within(name, allowed)}
    assert {module: names for module, names in strangers.items() if names} == {}


def test_each_outside_library_has_one_door() -> None:
    elsewhere = {}
    for path, tree in TREES.items():
        module = dotted(path)
        libraries = {name.split(".")[0] for name in imported(tree)} & DOORS.keys()
        elsewhere[module] = {name for name in libraries if not within(module, DOORS[name])}
    assert {module: names for module, names in elsewhere.items() if names} == {}


def test_only_the_edge_knows_the_clock_and_the_environment() -> None:
    known = {
        dotted(path): accesses(tree) & (CLOCK | {("os", "environ"), ("os", "getenv")})
        for path, tree in TREES.items()
        if room(dotted(path)) != "edge"
    }
    assert {module: names for module, names in known.items() if names} == {}


def test_no_function_grows_beyond_reading() -> None:
    functions = {
        f"{dotted(path)}.{node.name}": (node.end_lineno or node.lineno) - node.lineno + 1
        for path, tree in TREES.items()
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    }
    assert {name: lines for name, lines in functions.items() if lines > LONGEST_FUNCTION} == {}


def test_no_file_grows_beyond_reading() -> None:
    files = {dotted(path): len(path.read_text(encoding="utf-8").splitlines()) for path in FILES}
    assert {name for name, lines in files.items() if lines > LONGEST_FILE} <= NOUNS


def test_no_file_is_named_for_leftovers() -> None:
    attics = {"utils", "util", "helpers", "helper", "common", "manager", "misc"}
    assert [dotted(path) for path in FILES if path.stem in attics] == []


def test_every_room_of_the_house_is_there() -> None:
    assert {room(dotted(path)) for path in FILES} == ROOMS | {"edge"}
