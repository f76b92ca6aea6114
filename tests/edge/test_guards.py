"""Who is let in: each kind of address, asked by a stranger, by another page, under another name, oddly."""

from __future__ import annotations

import json
import os
import signal
import sys
import time
from base64 import b64encode
from ipaddress import ip_address
from pathlib import Path
from shutil import copy
from typing import TYPE_CHECKING, Any

import pytest
from websockets.exceptions import ConnectionClosed, InvalidStatus
from websockets.sync.client import connect

from flows.settings import INPUTS, SHIPPED
from tests.conftest import ROOT
from tests.often import often
from tests.served import HOST, Served, by_hand_only, serving

if TYPE_CHECKING:
    from collections.abc import Iterator

# They share one start in each process that runs some of them in their order; the last ones end it.
pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("guards")]

SECRET = "team:correct horse, battery staple"  # noqa: S105 - of the server the tests start, and no other
PDF = "/editions/record/2020-06-15-01/briefing-en.pdf"
OUTSIDE = "https://briefing.example.org"
CLOSED = [PDF, "/room/en/", "/docs", "/redoc", "/api/docs", "/api/admin/settings", "/api/csrf-token?client=x"]
OPEN = ["/marks/mail-server.svg", "/api/health", "/api/ready", "/v2/", "/ui-settings"]  # no data
ODD = [
    *("%00", "a%00b", "..%2f..%2fx", "%2e%2e/x", "%252e%252e%252fx", "..%5cx", "a%0d%0ab"),
    *("x?y=%00", "x?y=a%2500b", "x?y=../../x", "x?y=%2e%2e%2fx", "x?%00=y"),
]
WATCH = """
import os, sys
def told(event, given):
    if event in {"socket.connect", "socket.sendto", "socket.getaddrinfo", "socket.gethostbyname"}:
        where = given[1] if event in {"socket.connect", "socket.sendto"} else given[0]
        line = f"{event} {where[0] if isinstance(where, tuple) else where}\\n"
        with open(os.environ["WATCHED"], "a") as file:
            file.write(line)
sys.addaudithook(told)
with open(os.environ["WATCHED"], "a") as file:
    file.write(f"begun {os.getpid()}\\n")
"""
BRIEF = {"workbook": SHIPPED, "as_of": "2020-06-15", "languages": ["en"], "extent": "core"}


def basic(words: str) -> str:
    return f"Basic {b64encode(words.encode()).decode()}"


STRANGERS = [
    None,
    *map(basic, ("team:wrong", "team:é", "", f"{SECRET}x", SECRET[:-1])),
    SECRET,
    "Basic !",
    basic(SECRET).replace("Basic", "Bearer"),
    f"{basic(SECRET)} x",
]
NAMED = {"Authorization": basic(SECRET)}


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with one edition on its shelf, the file of the password, and what watches every Python."""
    folder = tmp_path_factory.mktemp("guarded")
    kept = folder / PDF.replace("/editions", "outputs", 1)
    kept.parent.mkdir(parents=True)
    kept.write_bytes(b"%PDF-1.7 not much of one")
    (folder / "secret").write_text(f"  {SECRET} \nanother line\n")
    (folder / "secret").chmod(0o600)
    (folder / "watch").mkdir()
    (folder / "watch" / "sitecustomize.py").write_text(WATCH)
    return folder


def started(home: Path) -> Any:  # noqa: ANN401 - a context manager of Served
    return serving(
        home,
        *("--auth-file", home / "secret"),
        given=NAMED,
        PYTHONPATH=f"{home / 'watch'}{os.pathsep}{ROOT}",
        WATCHED=str(home / "watched"),
        ON_RECORD_URL=OUTSIDE,
    )


@pytest.fixture(scope="module")
def served(home: Path) -> Iterator[Served]:
    """`onrecord ui` that asks for a name and password, behind a proxy of that name."""
    with started(home) as server:
        by_hand_only(server)
        copy(INPUTS / SHIPPED, home / "inputs")
        server.offered(SHIPPED)
        yield server


@pytest.fixture(scope="module")
def form(served: Served) -> str:
    """The address a run is asked for at."""
    return f"/api/deployments/{served.form()['id']}/create_flow_run"


@pytest.mark.parametrize("path", [*CLOSED, "/openapi.json", "/api/openapi.json"])
def test_whoever_gives_no_name_and_password_sees_no_content(path: str, served: Served) -> None:
    for given in STRANGERS:
        answer = served.get(path, Authorization=given)
        assert answer.status == 401, given
        assert len(answer.content) < 300
        # A browser asks for them itself, but for Prefect's page, which has a form for it.
        assert ("www-authenticate" in answer.headers) is not path.startswith("/api/")


@pytest.mark.parametrize("path", CLOSED)
def test_whoever_gives_them_sees_it(path: str, served: Served) -> None:
    assert served.get(path).status == 200


@pytest.mark.parametrize("path", OPEN)
def test_what_holds_no_data_asks_nobody_s_name(path: str, served: Served) -> None:
    assert served.get(path, Authorization=None).status == 200


@pytest.mark.parametrize("path", [*CLOSED, *OPEN, "/room/"])
def test_another_name_or_another_page_is_refused(path: str, served: Served) -> None:
    own = f"{HOST}:{served.port}"
    for host in ("elsewhere.example", f"elsewhere.example:{served.port}", "", f"{own}@elsewhere.example"):
        assert served.get(path, Host=host).status in {400, 421}, host
    for origin in (
        "https://elsewhere.example",
        "null",
        f"https://{own}",
        f"http://{HOST}:1",
        f"http://{own}.example",
    ):
        assert served.get(path, Origin=origin).status == 403, origin
        assert served.get(path, "POST", {}, Origin=origin).status == 403, origin
    for site in ("cross-site", "same-site", "odd"):
        for mode, dest in (("no-cors", "image"), ("cors", "empty"), ("navigate", "iframe")):
            sent = {"Sec_Fetch_Site": site, "Sec_Fetch_Mode": mode, "Sec_Fetch_Dest": dest}
            assert served.get(path, **sent).status == 403, sent
    assert served.get(path, Host="briefing.example.org", Origin=OUTSIDE).status < 400
    assert served.get(path, Origin=f"http://{own}", Sec_Fetch_Site="same-origin").status < 400


def test_a_link_in_a_letter_opens_the_page_but_asks_the_api_nothing(served: Served) -> None:
    link = {"Sec_Fetch_Site": "cross-site", "Sec_Fetch_Mode": "navigate", "Sec_Fetch_Dest": "document"}
    assert served.get("/v2/", **link).status == 200
    assert served.get(PDF, **link).status == 200
    assert served.get("/v2/", "POST", {}, **link).status == 403
    assert served.get("/api/admin/settings", **link).status == 403


@pytest.mark.parametrize(
    "folder",
    [
        *("/", "/v2/", "/v2/deployments/", "/assets/", "/editions/record/", "/room/"),
        *("/api/deployments/", "/api/deployments/name/", "/api/static/"),
    ],
)
def test_traversal_nul_and_their_like_are_refused_in_every_address(folder: str, served: Served) -> None:
    for odd in ODD:
        for method in ("GET", "POST"):
            assert served.get(folder + odd, method, None if method == "GET" else {}).status == 400, odd
    assert served.get(folder + "a" * 9000).status == 414
    assert served.get(folder + "nothing-of-that-name").status < 500


def asked(**more: object) -> dict[str, Any]:
    """A run for a day nobody here will see."""
    planned = {"type": "SCHEDULED", "state_details": {"scheduled_time": "2099-01-01T00:00:00Z"}}
    return {"state": planned, "parameters": BRIEF, **more}


def within(value: Any, odd: Any) -> Iterator[Any]:  # noqa: ANN401 - JSON
    """The same value as often as it has words, each time with one of them odd."""
    if isinstance(value, dict):
        for name, inner in value.items():
            yield from ({**value, name: changed} for changed in within(inner, odd))
            yield {**{other: value[other] for other in value if other != name}, f"{name}{odd}": inner}
    elif isinstance(value, list):
        yield from ([changed] for changed in within(value[0], odd))
    else:
        yield odd


EVERY = {
    **asked(),
    **dict.fromkeys(("name", "idempotency_key", "work_queue_name", "parent_task_run_id"), "x"),
    **{name: {"a": "x"} for name in ("context", "labels", "job_variables")},
    "tags": ["x"],
    "empirical_policy": {"retries": 1},
    "infrastructure_document_id": "x",
    "enforce_parameter_schema": True,
}
ODD_VALUES = {"nul": "a\0b", "half": "\ud800", "number": 10**30, "endless": float("inf")}


@pytest.mark.parametrize("odd", ODD_VALUES)
def test_what_cannot_be_stored_is_refused_in_every_field_of_a_run(
    odd: str, form: str, served: Served
) -> None:
    for body in within(EVERY, ODD_VALUES[odd]):
        if json.dumps(body) != json.dumps(EVERY):
            answer = served.post(form, body)
            assert 400 <= answer.status < 500, body
            assert answer.content
    assert served.post("/api/flow_runs/paginate", {}).status == 200  # the list can still be shown


@pytest.mark.parametrize(
    "wrong",
    [
        {"parameters": {"languages": ["de"]}},
        {"parameters": {"extent": "../../etc/passwd"}},
        {"parameters": {"workbook": {"__prefect_kind": ["json"]}}},
        {"parameters": {"workbook": {"__prefect_kind": "json", "value": "[" * 9999}}},
        {"parameters": {"workbook": {"__prefect_kind": "json", "value": '"\\u0000"'}}},
        {"unknown": 1},
        {"enforce_parameter_schema": False, "parameters": {"languages": ["de"]}},
        {"parameters": {**BRIEF, "unknown": 1}},
        {"parameters": {**BRIEF, "as_of": ["2020-06-15"]}},
        {"parameters": {**BRIEF, "workbook": f"../inputs/{SHIPPED}"}},
        {"parameters": {**BRIEF, "workbook": f"./{SHIPPED}"}},
        {"parameters": {**BRIEF, "workbook": "/etc/passwd"}},
        {"parameters": {**BRIEF, "workbook": "unknown.xlsx"}},
        {"state": {"type": "SCHEDULED", "data": {"a": 1}}},
        {"state": {"type": "UNKNOWN"}},
        {"work_queue_name": "../x"},
    ],
)
def test_a_run_with_wrong_values_is_refused(wrong: dict[str, object], form: str, served: Served) -> None:
    answer = served.post(form, asked(**wrong))
    assert 400 <= answer.status < 500
    assert answer.content


@pytest.mark.parametrize(
    "body", [b"\0", b"[" * 9999, b'{"a":' * 9999, b"", b"null", b"\xff", b'{"parameters": NaN}']
)
def test_what_is_no_order_at_all_is_refused(body: bytes, form: str, served: Served) -> None:
    assert 400 <= served.post(form, body).status < 500


def test_too_much_at_once_is_refused(form: str, served: Served) -> None:
    assert served.post(form, b'"' + b"a" * 16_000_000 + b'"').status == 413


def test_nothing_is_done_without_the_page_s_token(form: str, served: Served) -> None:
    for token in (None, "x", "\xe9"):
        answer = served.post(form, asked(), Prefect_Csrf_Token=token)
        assert answer.status in {400, 403}
    assert served.post(form, asked(), Authorization=None).status == 401
    assert served.post(form, asked()).status == 201


SOCKETS = ["/api/events/in", "/api/events/out", "/api/logs/out", "/api/task_runs/subscriptions/scheduled"]


def greeted(address: str, token: object, **more: Any) -> Any:  # noqa: ANN401 - JSON
    """What Prefect says to whoever opens with that."""
    with connect(address, subprotocols=["prefect"], **more) as socket:  # type: ignore[list-item]
        socket.send(json.dumps({"type": "auth", "token": token}))
        return json.loads(socket.recv(5))


@pytest.mark.parametrize("path", SOCKETS)
def test_a_web_socket_asks_for_the_same(path: str, served: Served) -> None:
    address = f"ws://{HOST}:{served.port}{path}"
    for token in (None, "team:wrong", "team:é", 5, [SECRET]):
        with pytest.raises(ConnectionClosed):
            greeted(address, token)
    with pytest.raises(InvalidStatus):
        greeted(address, SECRET, origin="https://elsewhere.example")
    with pytest.raises(InvalidStatus), connect(address):
        pass
    assert greeted(address, SECRET) == {"type": "auth_success"}


def test_a_web_socket_elsewhere_is_refused(served: Served) -> None:
    for path in ("/", "/editions/x", "/room/", "/api/nothing"):
        with pytest.raises(InvalidStatus), connect(f"ws://{HOST}:{served.port}{path}"):
            pass


def test_pages_say_what_a_browser_may_do_with_them(served: Served) -> None:
    for path in ("/v2/", PDF, "/api/health"):
        headers = served.get(path).headers
        assert headers["x-frame-options"] == "DENY"
        assert headers["referrer-policy"] == "same-origin"
        assert headers["x-content-type-options"] == "nosniff"
    assert served.get(PDF).headers["cache-control"] == "private, no-cache"


def test_a_refusal_speaks_the_reader_s_language(served: Served) -> None:
    assert served.get(PDF, Authorization=None, Accept_Language="fr-CA,fr;q=0.9").content.decode() == (
        "Il faut ici le nom et le mot de passe de ce serveur.\n"
    )
    assert served.get("/api/admin/settings", Authorization=None).json()["detail"] == (
        "This needs the name and password of this server."
    )


def test_a_run_comes_to_its_end_with_the_name_and_password(form: str, served: Served) -> None:
    run = served.post(form, {"parameters": BRIEF}).json()["id"]
    assert served.ended(run)["state_type"] == "COMPLETED"
    assert SECRET not in json.dumps(served.post("/api/logs/filter", {}).json())


def family(root: int) -> dict[int, str]:
    """The processes that come of that one, itself included, with their command lines; none but on Linux."""
    seen: dict[int, tuple[int, str]] = {}
    for process in Path("/proc").glob("[0-9]*"):
        try:
            state, parent = (process / "stat").read_text().rpartition(")")[2].split()[:2]
            command = (process / "cmdline").read_text(errors="replace")
        except OSError:
            continue
        if state != "Z":
            seen[int(process.name)] = (int(parent), command)
    ours = {root}
    while more := {one for one, (parent, _) in seen.items() if parent in ours} - ours:
        ours |= more
    return {one: seen[one][1] for one in ours if one in seen}


def alive(processes: dict[int, str]) -> list[int]:
    """Those that still run, and are still the same."""
    left = []
    for process, command in processes.items():
        now = family(process).get(process)
        if now == command:
            left.append(process)
    return left


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells what runs")
def test_killed_at_once_it_leaves_no_process_behind_nor_the_password_in_sight(
    form: str, served: Served, home: Path
) -> None:
    served.post(form, {"parameters": {**BRIEF, "extent": "full"}})
    late = time.monotonic() + 60
    while not any("flows.document.apart" in command for command in family(served.process.pid).values()):
        assert time.monotonic() < late
        time.sleep(0.05)
    ours = family(served.process.pid)
    assert len(ours) >= 4  # what serves the flow, the server, the run, what draws its page
    assert SECRET not in "".join(ours.values())
    served.process.send_signal(signal.SIGKILL)
    late = time.monotonic() + 20
    while alive(ours) and time.monotonic() < late:
        time.sleep(0.2)
    assert alive(ours) == []
    assert SECRET not in served.said.read_text()
    assert len(list((home / "outputs" / "facial-recognition").iterdir())) == 1  # no half of a second one


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such signal")
@pytest.mark.thorough
def test_started_again_it_still_has_its_history(home: Path) -> None:
    with started(home) as again:
        runs = again.post("/api/flow_runs/filter", {}).json()
        again.process.send_signal(signal.SIGTERM)
        assert again.process.wait(60) == 0
    assert "COMPLETED" in {run["state_type"] for run in runs if run["name"] == f"{SHIPPED} as of 2020-06-15"}
    assert again.said.read_text().splitlines()[-1] == "Stopped."


def test_from_start_to_end_nobody_but_this_machine_was_asked_anything(home: Path) -> None:
    watched = (home / "watched").read_text().splitlines()
    assert len({line for line in watched if line.startswith("begun ")}) >= often(
        4, 5
    )  # each Python was watched
    places = {line.split(" ", 1)[1] for line in watched if not line.startswith("begun ")}
    assert HOST in places
    assert [place for place in places if not local(place)] == []


def local(place: str) -> bool:
    """Whether it is an address of this machine, or a file of its own."""
    try:
        return ip_address(place).is_loopback
    except ValueError:
        return place in {"localhost", "None"} or place.startswith("/")
