"""The rules of the house, read from the source: who imports whom, one door each, size, templates, colours."""

from __future__ import annotations

import ast
import re
import sys
from graphlib import TopologicalSorter
from pathlib import Path

ROOT = Path(__file__).parent.parent
TEMPLATES = sorted((ROOT / "templates").rglob("*.j2"))
STYLES = sorted((ROOT / "templates").rglob("*.css"))
FILES = sorted((ROOT / "flows").rglob("*.py"))
TREES = {path: ast.parse(path.read_bytes(), filename=str(path)) for path in FILES}
ROOMS = {"record", "workbook", "document", "edition", "delivery"}
MAY_IMPORT = {
    "record": {"flows.record"},
    # The check counts periods (R1) as the record does: with its own arithmetic, not with a copy of it.
    # It knows a spokesperson of a body (R14) as the record does: else it would ask for a role that is there.
    "workbook": {"flows.workbook", "flows.record.facts", "flows.record.periods", "flows.record.voices"},
    "document": {"flows.document", "flows.record"},
    "edition": {"flows.edition", "flows.record", "flows.document"},
    # Who a reader is, and what an address may be, the sheet of recipients says.
    "delivery": {
        *("flows.delivery", "flows.edition", "flows.document", "flows.record"),
        *("flows.workbook.people", "flows.workbook.addresses"),
    },
    "edge": {"flows"},
}
PREFECT = {
    *("flows.briefing", "flows.tasks", "flows.making", "flows.releasing", "flows.approval"),
    *("flows.distribution", "flows.handing_over"),
    *("flows.publishing", "flows.once", "flows.serving", "flows.blocks", "flows.notices"),
}
DOORS = {
    "openpyxl": {"flows.workbook.reading", "flows.workbook.blank"},
    "polars": {"flows.workbook", "flows.record"},
    "rapidfuzz": {"flows.workbook.nearest"},
    "python_calamine": {"flows.workbook.reading.doors.second"},
    "idna": {"flows.workbook.addresses"},
    "PIL": {"flows.workbook.logos.bitmap"},
    "jinja2": {"flows.document.markup"},
    "markupsafe": {"flows.document.markup"},
    "fontTools": {"flows.document.fitting.measure"},
    "pydyf": {"flows.document.paper.accessible"},
    "weasyprint": {
        "flows.document.paper.typeset",
        "flows.document.paper.assets",
        "flows.document.paper.engine",
        "flows.document.paper.quicker",
    },
    # Chapters bound into one; and its version.
    "pikepdf": {"flows.document.chapters.binding", "flows.document.paper.engine"},
    "platformdirs": {"flows.settings"},
    # Its words, its looks, and what lies in one from anywhere.
    "pypdfium2": {f"flows.document.proof.{name}" for name in ("ink", "picture", "inside")},
    # A record read back, to hold an edition against it; and what a PDF's pages are drawn from, to check it.
    "cattrs": {"flows.edition.snapshot", "flows.edition.verification.reread"},
    "fsspec": {"flows.delivery.places"},
    # A PDF signed, judged, closed and opened; and the key it is signed with.
    "pyhanko": {"flows.edition.sealing"},
    "pyhanko_certvalidator": {"flows.edition.sealing.second"},
    "asn1crypto": {"flows.edition.sealing.container", "flows.edition.sealing.keys"},
    "cryptography": {
        "flows.edition.sealing.container",
        "flows.edition.sealing.keys",
        "flows.edition.sealing.reading",
    },
    "prefect": PREFECT,
    "pydantic": PREFECT,
    # Prefect's own client: it calls a webhook, and says how a server refused.
    "httpx": {"flows.blocks.notice", "flows.notices"},
    # The ledger's own; and to look whether Prefect keeps a key of its own, nothing being written then.
    "sqlite3": {"flows.delivery", "flows.cipher"},
    "uvicorn": {"flows.serving"},
    "starlette": {"flows.serving", "flows.reading_room"},
}
WITH_A_DOOR = {"sqlite3"}  # of Python's own libraries
CLOCK = {("date", "today"), ("datetime", "now"), ("datetime", "utcnow"), ("time", "time")}
# Lines of a function after its signature and its docstring, and of a whole file.
LONGEST_FUNCTION, LONGEST_FILE = 25, 250
# What is longer, and why it may be. A name that is short enough by now has to go; none may come.
LONG_FUNCTIONS = {
    "flows.workbook.reading.xmlscan._parser": "one parser's handlers, which share what they remember",
}
LONG_FILES = {
    "flows.record.facts": "data only: every sheet's columns as typed fields",
    "flows.workbook.reading.reasons": "data only: every refusal of a file in both languages",
}
RAW_COLOUR = re.compile(r"#[0-9a-f]{3,8}\b|\b(?:rgb|hsl|hwb|lab|lch|oklab|oklch|color)a?\(", re.IGNORECASE)
PAINTS = re.compile(r"(?:color|background|border|outline|fill|stroke|decoration)[\w-]*\s*:\s*([^;}]+)")
NAMED = re.compile(r"\b(?:black|white|gr[ae]y|silver|red|maroon|green|blue|navy|teal|yellow|orange|purple)\b")


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
    own = (sys.stdlib_module_names - WITH_A_DOOR) | {"flows"}
    elsewhere = {}
    for path, tree in TREES.items():
        module = dotted(path)
        libraries = {name.split(".")[0] for name in imported(tree)} - own
        elsewhere[module] = {name for name in libraries if not within(module, DOORS.get(name, set()))}
    assert {module: names for module, names in elsewhere.items() if names} == {}


def at_work(tree: ast.Module) -> ast.Module:
    """The module without what only a checker reads, and what only runs where it is the program itself."""
    unread = {"TYPE_CHECKING", "__name__ == '__main__'"}
    body = [node for node in tree.body if not (isinstance(node, ast.If) and ast.unparse(node.test) in unread)]
    return ast.Module(body, [])


def test_the_edge_s_imports_run_in_no_ring() -> None:
    edge = {dotted(path): tree for path, tree in TREES.items() if room(dotted(path)) == "edge"}
    graph = {
        module: {
            other
            for other in edge
            # A module of a package takes from its siblings, not from the package that hands one of them out.
            if not within(module, {other}) and any(within(name, {other}) for name in imported(at_work(tree)))
        }
        for module, tree in edge.items()
        if module != "flows"
    }
    assert graph["flows.once"] >= {"flows.briefing", "flows.terminal"}
    assert len(list(TopologicalSorter(graph).static_order())) == len(graph)  # raises CycleError at a ring


def test_only_the_edge_knows_the_clock_and_the_environment() -> None:
    known = {
        dotted(path): accesses(tree) & (CLOCK | {("os", "environ"), ("os", "getenv")})
        for path, tree in TREES.items()
        if room(dotted(path)) != "edge"
    }
    assert {module: names for module, names in known.items() if names} == {}


def length(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """A function's lines after its signature and its docstring."""
    said = ast.get_docstring(function, clean=False) is not None
    first = function.body[1:2] if said else function.body[:1]
    return (function.end_lineno or 0) - first[0].lineno + 1 if first else 0


def test_no_function_grows_beyond_reading() -> None:
    functions = {
        f"{dotted(path)}.{node.name}": length(node)
        for path, tree in TREES.items()
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    }
    assert {name for name, lines in functions.items() if lines > LONGEST_FUNCTION} == LONG_FUNCTIONS.keys()


def test_no_file_grows_beyond_reading() -> None:
    files = {dotted(path): len(path.read_text(encoding="utf-8").splitlines()) for path in FILES}
    assert {name for name, lines in files.items() if lines > LONGEST_FILE} == LONG_FILES.keys()


def test_no_template_lets_words_through_unescaped() -> None:
    unescaped = re.compile(r"\|\s*safe\b|autoescape\s+false")
    assert TEMPLATES
    assert [path.name for path in TEMPLATES if unescaped.search(path.read_text(encoding="utf-8"))] == []


def rules(path: Path) -> str:
    """A style sheet without its comments."""
    return re.sub(r"/\*.*?\*/", "", path.read_text(encoding="utf-8"), flags=re.DOTALL)


def test_a_raw_colour_stands_in_the_tokens_only() -> None:
    raw = {}
    for path in STYLES:
        painted = " ".join(PAINTS.findall(rules(path)))
        raw[path.name] = RAW_COLOUR.findall(rules(path)) + NAMED.findall(painted)
    assert raw.pop("tokens.css")
    assert raw.pop("screen_tokens.css")
    assert {name: colours for name, colours in raw.items() if colours} == {}


def test_no_rule_hangs_on_an_id() -> None:
    selectors = {path.name: re.findall(r"([^{};]+)\{", rules(path)) for path in STYLES}
    assert all(selectors.values())
    assert {
        name: [one for one in every if "#" in one or "[id" in one] for name, every in selectors.items()
    } == {name: [] for name in selectors}


def test_no_file_is_named_for_leftovers() -> None:
    attics = {"utils", "util", "helpers", "helper", "common", "manager", "misc"}
    assert [dotted(path) for path in FILES if path.stem in attics] == []


def test_every_room_of_the_house_is_there() -> None:
    assert {room(dotted(path)) for path in FILES} == ROOMS | {"edge"}
