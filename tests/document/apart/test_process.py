"""Pages drawn in a process of their own: the same pages, and what becomes of it where it cannot go on."""

from __future__ import annotations

import io
import os
import pickle
import signal
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from markupsafe import Markup

from flows import settings, spoken
from flows.document import render
from flows.document.apart import limits, process
from flows.document.apart.process import Drawing, Undrawn
from flows.document.apart.work import Work
from flows.document.parts.masthead import Logo
from tests import books
from tests.conftest import ROOT
from tests.document import making

if TYPE_CHECKING:
    from tests.conftest import Python

AMPLE = limits.Limits(cpu_seconds=60, wall_seconds=240, memory=2_000 * limits.MEGABYTE)


@pytest.fixture
def work(tmp_path: Path) -> Work:
    """The core of the small sound workbook."""
    return Work(making.found(tmp_path, books.sound()), "en", making.EDITION, extent="core")


def refusal(drawing: Drawing) -> str:
    """The kind of the reason why nothing is drawn; both languages have a sentence for it."""
    with pytest.raises(Undrawn) as undrawn:
        drawing.finished()
    for language in ("en", "fr"):
        assert spoken.said(undrawn.value.kind, language, **undrawn.value.blanks)
    assert drawing.process.returncode is not None
    return undrawn.value.kind


def test_the_pages_are_the_same_as_those_drawn_in_this_process(work: Work) -> None:
    apart = Drawing(work, settings.for_pages()).finished()
    assert apart.traced is None  # nobody has said where the cells stand
    assert apart == render.rendered(work.composed)


def test_what_was_composed_already_is_drawn_as_it_is(work: Work) -> None:
    first = work.composed(0.0)
    other = replace(first, furniture=replace(first.furniture, title="Composed before"))
    assert "Composed before" in Drawing(replace(work, first=other), settings.for_pages()).finished().html


@pytest.mark.skipif(sys.platform == "win32", reason="Windows knows no such limit")
def test_pages_that_take_too_much_processor_time_are_given_up(work: Work) -> None:
    assert refusal(Drawing(work, settings.for_pages(), replace(AMPLE, cpu_seconds=0))) == "pages_too_slow"


def test_pages_that_take_too_long_are_given_up(work: Work) -> None:
    assert refusal(Drawing(work, settings.for_pages(), replace(AMPLE, wall_seconds=0))) == "pages_too_slow"


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux holds a process to its memory")
@pytest.mark.parametrize("megabytes", [180, 240, 280])
def test_pages_that_take_too_much_memory_are_given_up(megabytes: int, work: Work) -> None:
    long = replace(work.composed(0.0).masthead, title="long " * 2_000_000)
    much = replace(work, first=replace(work.composed(0.0), masthead=long))
    short = replace(AMPLE, memory=megabytes * limits.MEGABYTE)
    assert refusal(Drawing(much, settings.for_pages(), short)) == "pages_too_heavy"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows knows no signals")
@pytest.mark.parametrize(("sent", "kind"), [("SIGSEGV", "pages_crashed"), ("SIGKILL", "pages_too_heavy")])
def test_a_process_that_dies_is_told_in_a_sentence(sent: str, kind: str, work: Work) -> None:
    drawing = Drawing(work, settings.for_pages())
    drawing.process.send_signal(getattr(signal, sent))
    assert refusal(drawing) == kind


def test_what_weasyprint_complains_of_arrives(work: Work) -> None:
    first = work.composed(0.0)
    broken = replace(first, masthead=replace(first.masthead, title=Markup("<img src='file:///x' alt='x'>")))
    with pytest.raises(render.RenderingError, match="refused: file:///x"):
        Drawing(replace(work, first=broken), settings.for_pages()).finished()


def test_a_fault_of_the_program_is_told_with_its_place(work: Work) -> None:
    first = replace(work.composed(0.0), core=None)  # type: ignore[arg-type]
    with pytest.raises(Undrawn) as undrawn:
        Drawing(replace(work, first=first), settings.for_pages()).finished()
    assert undrawn.value.kind == "apology"
    assert "UndefinedError" in str(undrawn.value.blanks["fault"])


def test_a_drawing_may_be_stopped_before_it_is_waited_for(work: Work) -> None:
    drawing = Drawing(work, settings.for_pages())
    process.stop_all()
    assert drawing.process.returncode is not None
    assert drawing.stopped


@pytest.mark.skipif(sys.platform == "win32", reason="Windows knows no signals")
@pytest.mark.parametrize("sent", ["SIGTERM", "SIGKILL", "SIGINT"])
def test_the_process_ends_with_the_one_that_began_it(sent: str, work: Work, tmp_path: Path) -> None:
    (tmp_path / "work").write_bytes(pickle.dumps(work))
    code = (
        "import pickle, sys, pathlib\n"
        "from flows import settings; from flows.document.apart.process import Drawing\n"
        "work = pickle.loads(pathlib.Path(sys.argv[1]).read_bytes())\n"
        "drawing = Drawing(work, settings.for_pages())\n"
        "print(drawing.process.pid, flush=True); drawing.process.wait()\n"
    )
    parent = subprocess.Popen(  # noqa: S603 - this very Python
        [sys.executable, "-c", code, str(tmp_path / "work")],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    )
    assert parent.stdout
    child = int(parent.stdout.readline())
    parent.send_signal(getattr(signal, sent))
    parent.communicate()
    assert any(gone(child) for _ in range(300))


def gone(number: int) -> bool:
    """Whether no such process runs; asked after a moment."""
    time.sleep(0.1)
    try:
        os.kill(number, 0)
    except ProcessLookupError:
        return True
    state = Path(f"/proc/{number}/stat")
    return state.exists() and state.read_text().rpartition(")")[2].split()[0] == "Z"  # nobody to bury it


def test_the_process_is_told_nothing_it_does_not_need(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("HTTPS_PROXY", "API_TOKEN", "PYTHONPATH", "LANG"):
        monkeypatch.setenv(name, "x")
    told = settings.for_pages()
    assert told["LC_ALL"] == "C.UTF-8"
    assert told["TMPDIR"] == settings.temporary()
    assert set(told) <= {*settings.PASSED_ON, "LC_ALL", "TMPDIR"}


def test_a_core_file_is_never_written(python: Python) -> None:
    code = (
        "from flows.document.apart import child, limits; import resource\n"
        "child.confine(limits.Limits(60, 60, 2_000_000_000))\n"
        "print(resource.getrlimit(resource.RLIMIT_CORE), resource.getrlimit(resource.RLIMIT_AS)[0])\n"
    )
    assert python("-c", code).stdout == "(0, 0) 2000000000\n"


@pytest.mark.parametrize("answer", [print, Path("x"), render.RenderingError("x"), os.system])
def test_an_answer_holds_nothing_but_our_own_values(answer: object) -> None:
    with pytest.raises(pickle.UnpicklingError, match="no part of an answer"):
        process._Answer(io.BytesIO(pickle.dumps(("drawn", answer)))).load()  # noqa: SLF001 - what a child taken over would try


def nested(depth: int) -> Logo:
    """A drawing that repeats itself ten times over on each level."""
    uses = "".join(
        f'<g id="g{level}">' + f'<use href="#g{level - 1}"/>' * 10 + "</g>" for level in range(1, depth)
    )
    drawing = f'<defs><rect id="g0" width="1" height="1"/>{uses}</defs><use href="#g{depth - 1}"/>'
    whole = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9" width="9" height="9">{drawing}</svg>'
    return Logo("svg", whole.encode())


def test_a_logo_is_tried_in_such_a_process_too(monkeypatch: pytest.MonkeyPatch) -> None:
    assert process.shows(nested(1), settings.for_pages())
    brief = replace(limits.TRIAL, cpu_seconds=2)
    monkeypatch.setattr(limits, "TRIAL", brief)
    assert not process.shows(nested(9), settings.for_pages())


def test_a_logo_no_page_can_show_does_not_pass() -> None:
    broken = Logo("png", b"\x89PNG\r\n\x1a\nno picture")
    assert not process.shows(broken, settings.for_pages())


def test_where_nothing_can_be_drawn_at_all_a_logo_passes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(process, "OPENING", process.OPENING.replace("child.main()", NO_PANGO))
    assert process.shows(nested(1), settings.for_pages())


NO_PANGO = """
from flows.document.paper import typeset
def ready():
    raise OSError("cannot load library 'libpango-1.0-0'")
typeset.ready = ready
child.main()
"""
