from __future__ import annotations

import json
import logging
from datetime import date
from threading import Timer
from time import monotonic, sleep
from typing import TYPE_CHECKING, Any

import pytest

from flows.workbook.read import Book, Unreadable
from tests import books

if TYPE_CHECKING:
    from pathlib import Path
    from uuid import UUID

    from prefect.client.schemas.objects import Artifact, State

pytestmark = [pytest.mark.xdist_group("prefect"), pytest.mark.usefixtures("prefect_server", "drawn_here")]
DAY = date(2020, 6, 15)
PATIENCE = 30  # seconds


@pytest.fixture(autouse=True)
def outputs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("OUTPUTS", str(tmp_path / "outputs"))
    return tmp_path / "outputs"


def run(workbook: Path, **parameters: object) -> State[Any]:
    from flows import briefing  # noqa: PLC0415 - not before the settings of the tests stand

    return briefing(workbook=str(workbook), as_of=DAY, return_state=True, **parameters)


def identity(state: State[Any]) -> UUID:
    """The run that ended in this state."""
    assert state.state_details.flow_run_id is not None
    return state.state_details.flow_run_id


def shown(state: State[Any]) -> dict[str, Artifact]:
    """The run's artifacts by what they show: their keys without the edition's own part."""
    from prefect.client.orchestration import get_client  # noqa: PLC0415 - as above
    from prefect.client.schemas.filters import ArtifactFilter, ArtifactFilterFlowRunId  # noqa: PLC0415

    only = ArtifactFilter(flow_run_id=ArtifactFilterFlowRunId(any_=[identity(state)]))
    with get_client(sync_client=True) as client:
        found = client.read_artifacts(artifact_filter=only)
    return {next(name for name in SHOWN if str(one.key).startswith(f"{name}-")): one for one in found}


def key_points(state: State[Any]) -> list[str]:
    """Those of the run's briefing."""
    return [line for line in str(shown(state)["briefing"].data).splitlines() if line.startswith("- ")]


SHOWN = ("briefing", "changed", "to-fix", "next", "numbers")
"""In the order in which the page has them."""


def run_name(state: State[Any]) -> str:
    from prefect.client.orchestration import get_client  # noqa: PLC0415 - as above

    with get_client(sync_client=True) as client:
        return client.read_flow_run(identity(state)).name


def tasks(state: State[Any]) -> list[str]:
    """The names of the run's tasks."""
    from prefect.client.orchestration import get_client  # noqa: PLC0415 - as above
    from prefect.client.schemas.filters import FlowRunFilter, FlowRunFilterId  # noqa: PLC0415

    only = FlowRunFilter(id=FlowRunFilterId(any_=[identity(state)]))
    with get_client(sync_client=True) as client:
        return [task.name for task in client.read_task_runs(flow_run_filter=only)]


def until_told(state: State[Any], wanted: set[str]) -> None:
    """Wait until Prefect has taken in that these tasks ran, which a run does not wait for."""
    late = monotonic() + PATIENCE
    while set(tasks(state)) != wanted and monotonic() < late:
        sleep(0.1)
    assert set(tasks(state)) == wanted


@pytest.fixture(scope="module")
def whole(prefect_server: None, tmp_path_factory: pytest.TempPathFactory) -> tuple[State[Any], Path]:
    """The run that makes the sound workbook's edition as it is by default, and the shelf it stands on."""
    del prefect_server  # it runs by now
    shelf = tmp_path_factory.mktemp("whole")
    with pytest.MonkeyPatch.context() as patched:
        patched.setenv("OUTPUTS", str(shelf / "outputs"))
        return run(books.written(shelf / "record.xlsx", books.sound())), shelf / "outputs"


def test_a_sound_workbook_completes_with_its_edition_on_the_shelf(whole: tuple[State[Any], Path]) -> None:
    state, outputs = whole
    assert (state.type.value, state.name) == ("COMPLETED", "Completed")
    assert [pdf.relative_to(outputs).as_posix() for pdf in state.result().pdfs] == [
        "record/2020-06-15-01/briefing-en.pdf",
        "record/2020-06-15-01/briefing-fr.pdf",
    ]
    assert state.result().pdfs[0].read_bytes().startswith(b"%PDF-")
    assert run_name(state) == "record.xlsx as of 2020-06-15"
    steps = {"Read", "Clean", "Find", "Compose", "Render English", "Render French", "Keep"}
    until_told(state, steps)


def test_each_edition_has_artifacts_of_its_own_on_the_page(workbook: Path) -> None:
    once = shown(run(workbook, languages=["en"], extent="core"))
    again = shown(run(workbook, languages=["en"], extent="core", afresh=True))
    assert once["briefing"].key == "briefing-record-2020-06-15-01"
    assert again["briefing"].key == "briefing-record-2020-06-15-02"
    assert not {one.key for one in once.values()} & {one.key for one in again.values()}


def test_the_page_shows_the_briefing_what_changed_what_is_to_fix_and_numbers_in_that_order(
    whole: tuple[State[Any], Path],
) -> None:
    artifacts = shown(whole[0])
    newest_first = sorted(artifacts, key=lambda name: str(artifacts[name].created), reverse=True)
    assert newest_first == [*SHOWN]
    words = str(artifacts["briefing"].data)
    for name in ("briefing-en.pdf", "briefing-en.html", "briefing-fr.pdf", "briefing-fr.html"):
        assert f"/editions/record/2020-06-15-01/{name}" in words
    assert "A001" in words
    assert "![Page one of briefing-en.pdf](data:image/png;base64," in words
    assert len(words) < 100_000  # more makes Prefect's database and its page slow
    assert str(artifacts["changed"].data) == (
        "No edition of this workbook came before: there is nothing to compare."
    )
    assert json.loads(str(artifacts["to-fix"].data)) == [
        {
            "Cell": "–",
            "Severity": "–",
            "What stands there": "–",
            "What is wrong": "Nothing: every row could be used.",
            "What to do": "–",
        }
    ]
    best = json.loads(str(artifacts["next"].data))
    assert best[0].keys() == {"Cell", "Column", "Row of", "What it unlocks", "Row entered by"}
    assert [row for row in best if row["Cell"] == "Announcements!P3"] == []
    assert {row["What"] for row in json.loads(str(artifacts["numbers"].data))} >= {"Commitments", "Demands"}


def test_what_changed_since_the_edition_before_is_told_line_by_line(workbook: Path) -> None:
    import openpyxl  # noqa: PLC0415 - a workbook changed in Excel

    from flows import briefing  # noqa: PLC0415 - as above

    run(workbook, languages=["en"], extent="core")
    book = openpyxl.load_workbook(workbook)
    book["Announcements"]["B2"] = "[Amazon](x)"
    book.save(workbook)
    later = briefing(
        workbook=str(workbook),
        as_of=date(2020, 6, 16),
        languages=["en"],
        extent="core",
        return_state=True,
    )
    words = str(shown(later)["changed"].data)
    assert "A001" in words
    assert "2020\\-06\\-15\\-01" in words
    assert "[Amazon](x)" not in words


def test_a_run_of_the_very_same_makes_nothing_anew_and_says_so(
    workbook: Path, outputs: Path, caplog: pytest.LogCaptureFixture
) -> None:
    first = run(workbook, languages=["en"], extent="core")
    with caplog.at_level(logging.INFO, logger="prefect.flow_runs"):
        second = run(workbook, languages=["en"], extent="core")
    assert second.result() == first.result()
    assert tasks(second) == []
    assert [folder.name for folder in (outputs / "record").iterdir()] == ["2020-06-15-01"]
    told = "Nothing was made anew: this edition came of the very same workbook, order and version."
    assert told in caplog.messages
    assert shown(second).keys() == {*SHOWN}
    assert key_points(second) == key_points(first) != []


def test_an_edition_made_in_a_terminal_is_shown_with_its_key_points_and_not_made_again(
    workbook: Path, outputs: Path
) -> None:
    from flows.order import Order  # noqa: PLC0415 - as above

    # Of a workbook that no other test has shown the server, which knows its key points from then on.
    books.written(
        workbook, books.put(books.sound(), "Announcements", 2, "summary", "Stops what nobody else does")
    )
    from flows import printing  # noqa: PLC0415 - not before the settings of the tests stand

    printing.build(workbook, Order(DAY, languages=("en",), extent="core"), outputs, lambda _: None)
    state = run(workbook, languages=["en"], extent="core")
    until_told(state, {"Read", "Clean", "Find", "Compose"})
    assert [folder.name for folder in (outputs / "record").iterdir()] == ["2020-06-15-01"]
    made_here = run(workbook, languages=["en"], extent="core", afresh=True)
    assert key_points(state) == key_points(made_here) != []


def test_a_picture_beside_the_workbook_has_its_cells_read_before_an_edition_is_taken_for_the_same(
    workbook: Path, outputs: Path
) -> None:
    (workbook.parent / "logo.png").write_bytes(b"no picture, and no logo of this workbook's")
    run(workbook, languages=["en"], extent="core")
    second = run(workbook, languages=["en"], extent="core")
    until_told(second, {"Read", "Clean"})
    assert len([*(outputs / "record").iterdir()]) == 1


def test_a_draft_completes_under_a_name_that_says_so(doubled: Path) -> None:
    state = run(doubled, languages=["en"], extent="core")
    assert state.is_completed()
    assert state.name == "Completed: draft, 2 rows to resolve"
    assert "two rows share the id A001" in str(state.message)
    cells = [row["Cell"] for row in json.loads(str(shown(state)["to-fix"].data))]
    assert "Announcements!A3" in cells


def test_a_workbook_that_is_not_there_fails_with_a_sentence_and_no_traceback(
    tmp_path: Path, outputs: Path
) -> None:
    state = run(tmp_path / "absent.xlsx")
    assert state.is_failed()
    assert state.message == "“absent.xlsx” is not there. Check its name and its folder, then try again."
    assert not outputs.exists()
    refusal = state.result(raise_on_failure=False)
    assert isinstance(refusal, Unreadable)
    assert refusal.sentence("fr").startswith("«\u00a0absent.xlsx\u00a0» est introuvable.")


def test_the_log_counts_cells_and_sheets_also_where_there_is_one(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    alone = books.written(tmp_path / "one.xlsx", {"Announcements": [["id"]]})
    with caplog.at_level(logging.INFO, logger="prefect.task_runs"):
        run(alone)
    assert "one.xlsx has 1 cell on 1 sheet." in caplog.messages


def test_a_path_below_the_home_of_nobody_fails_with_a_sentence(outputs: Path) -> None:
    from flows import briefing  # noqa: PLC0415 - as above

    state = briefing(workbook="~nobody-of-that-name/record.xlsx", as_of=DAY, return_state=True)
    assert state.message == "“record.xlsx” is not there. Check its name and its folder, then try again."
    assert not outputs.exists()


def test_a_run_past_midnight_stays_of_the_day_it_began(monkeypatch: pytest.MonkeyPatch) -> None:
    from flows import typed  # noqa: PLC0415 - as above
    from flows.briefing import begun_on  # noqa: PLC0415 - as above

    days = iter([date(2020, 6, 15), date(2020, 6, 16), date(2020, 6, 16)])

    class Clock(date):
        @classmethod
        def today(cls) -> Clock:
            return cls.fromisoformat(next(days).isoformat())

    monkeypatch.setattr(typed, "date", Clock)
    assert [begun_on(run) for run in ("a run", "a run", "another")] == [date(2020, 6, 15)] * 2 + [
        date(2020, 6, 16)
    ]


def test_a_refusal_leaves_no_trace_in_the_runs_log_but_a_fault_does(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    from prefect.exceptions import FailedRun  # noqa: PLC0415 - as above

    run(tmp_path / "absent.xlsx")
    assert any("“absent.xlsx” is not there" in line.getMessage() for line in caplog.records)
    assert [line.getMessage() for line in caplog.records if line.exc_info] == []
    log = logging.getLogger("prefect.flow_runs")
    kept = {}
    for trace in (FailedRun("refused"), Unreadable("missing", "x.xlsx"), ZeroDivisionError("fault")):
        about = (type(trace), trace, None)
        line = log.makeRecord(log.name, logging.ERROR, "engine.py", 1, "ended", (), about)
        kept[type(trace)] = bool(log.filter(line))
    assert kept == {FailedRun: False, Unreadable: False, ZeroDivisionError: True}


@pytest.mark.parametrize("origin", ["http://127.0.0.1:4321", ""])
def test_the_log_ends_with_where_each_pdf_is(
    origin: str,
    doubled: Path,
    outputs: Path,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    monkeypatch.setenv("ON_RECORD_ORIGIN", origin)
    monkeypatch.setenv("INPUTS", str(doubled.parent))
    with caplog.at_level(logging.INFO, logger="prefect.flow_runs"):
        from flows import briefing  # noqa: PLC0415 - as above; its first import sets up Prefect's logging

        briefing(workbook=doubled.name, as_of=DAY, languages=["en"], extent="core", return_state=True)
    shelf = f"{origin}/editions" if origin else str(outputs)
    assert f"PDF: {shelf}/record/2020-06-15-01/briefing-en.pdf" in caplog.messages


def test_an_edition_that_the_page_cannot_show_is_kept_and_the_log_says_both(
    workbook: Path,
    outputs: Path,
    caplog: pytest.LogCaptureFixture,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def unreachable(*_: object, **__: object) -> None:
        raise ConnectionError("no answer from the server")

    monkeypatch.setattr("flows.publishing.show.create_table_artifact", unreachable)
    state = run(workbook, extent="core")
    assert (state.type.value, state.name) == ("COMPLETED", "Completed")
    assert all(pdf.is_file() and pdf.is_relative_to(outputs) for pdf in state.result().pdfs)
    told = [line.getMessage() for line in caplog.records]
    assert "The edition is kept, but this page cannot show it: no answer from the server" in told


def test_the_card_of_the_briefing_leads_to_each_pdf_at_one_click(doubled: Path) -> None:
    artifacts = shown(run(doubled, extent="core"))
    shelf = "/editions/record/2020-06-15-01"
    assert artifacts["briefing"].description == (
        f"[English PDF]({shelf}/briefing-en.pdf) · [French PDF]({shelf}/briefing-fr.pdf)"
    )
    page = f"[problems\\.html]({shelf}/problems.html)"
    assert artifacts["to-fix"].description == f"**To fix:** 3 to mend or to look at, cell by cell · {page}"
    assert page in str(artifacts["next"].description)


def test_a_changed_workbook_at_the_same_path_is_read_anew(workbook: Path) -> None:
    import openpyxl  # noqa: PLC0415 - a workbook changed in Excel

    first = run(workbook, languages=["en"], extent="core").result()
    book = openpyxl.load_workbook(workbook)
    book["Announcements"]["B2"] = "Amazon Web Services"
    book.save(workbook)
    second = run(workbook, languages=["en"], extent="core").result()
    assert (first.folder / "record.json").read_bytes() != (second.folder / "record.json").read_bytes()


def test_the_form_has_a_title_and_a_word_of_help_for_every_parameter() -> None:
    from flows import briefing  # noqa: PLC0415 - as above

    fields = briefing.parameters.properties
    assert list(fields) == [
        *("workbook", "as_of", "next_edition", "languages", "extent"),
        *("distribute", "recipients", "release_draft", "afresh"),
    ]
    assert all(field["title"] != name and field["description"] for name, field in fields.items())
    assert fields["languages"]["items"]["enum"] == ["en", "fr"]


def test_progress_is_gone_from_the_page_once_the_run_has_ended(workbook: Path) -> None:
    from prefect.client.orchestration import get_client  # noqa: PLC0415 - as above
    from prefect.client.schemas.filters import ArtifactFilter, ArtifactFilterFlowRunId  # noqa: PLC0415

    state = run(workbook, languages=["en"], extent="core")
    only = ArtifactFilter(flow_run_id=ArtifactFilterFlowRunId(any_=[identity(state)]))
    with get_client(sync_client=True) as client:
        assert [one for one in client.read_artifacts(artifact_filter=only) if one.type == "progress"] == []


def test_a_run_of_a_worker_takes_no_file_but_those_in_inputs(
    workbook: Path, outputs: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from flows import briefing  # noqa: PLC0415 - as above

    monkeypatch.setenv("PREFECT__RUNTIME__DEPLOYMENT__ID", "of what the page offers")
    monkeypatch.setenv("INPUTS", str(tmp_path / "empty"))
    state = briefing(workbook=str(workbook), as_of=DAY, return_state=True)
    assert state.is_failed()
    assert not outputs.exists()


@pytest.mark.parametrize("typed", ["../record.xlsx", "/etc/passwd", "record.xlsx\0", "absent.xlsx", "."])
def test_a_run_of_the_page_takes_no_file_but_those_in_inputs(
    typed: str, workbook: Path, outputs: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from flows import briefing  # noqa: PLC0415 - as above

    monkeypatch.setenv("ON_RECORD_ORIGIN", "http://127.0.0.1:4321")
    monkeypatch.setenv("INPUTS", str(workbook.parent))
    state = briefing(workbook=typed, as_of=DAY, return_state=True)
    assert state.is_failed()
    assert "is not a workbook in the folder inputs. These are there: record.xlsx." in str(state.message)
    assert not outputs.exists()


def test_a_workbook_that_is_still_being_written_is_read_again_in_a_moment(
    workbook: Path, caplog: pytest.LogCaptureFixture
) -> None:
    content = workbook.read_bytes()
    workbook.write_bytes(content[: len(content) // 2])
    arrived = Timer(1, workbook.write_bytes, [content])
    arrived.start()
    state = run(workbook, languages=["en"], extent="core")
    arrived.join()
    assert state.name == "Completed"
    told = [line.getMessage() for line in caplog.records if line.name.startswith("prefect.task_runs")]
    assert sum(words.endswith("Trying again in a moment.") for words in told) == 1
    assert not [words for words in told if "Unreadable" in words or "Retry" in words]


@pytest.fixture
def tries(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """The workbooks read, once for each try, with no time between two of them."""
    from flows import steps, tasks  # noqa: PLC0415 - as above

    made: list[Path] = []
    reading = steps.read

    def counted(path: Path) -> Book:
        made.append(path)
        return reading(path)

    monkeypatch.setattr(steps, "read", counted)
    monkeypatch.setattr(tasks.read, "retry_delay_seconds", [0.1, 0.1])
    return made


def test_what_no_second_try_can_mend_is_not_tried_again(tmp_path: Path, tries: list[Path]) -> None:
    (tmp_path / "record.xlsx").write_bytes(b"%PDF-1.7 no workbook")
    assert run(tmp_path / "record.xlsx").is_failed()
    assert len(tries) == 1


def test_a_workbook_that_stays_half_written_is_tried_three_times_and_then_told_of(
    workbook: Path, tries: list[Path], caplog: pytest.LogCaptureFixture
) -> None:
    workbook.write_bytes(workbook.read_bytes()[:2000])
    state = run(workbook)
    assert state.is_failed()
    assert len(tries) == 3
    said = [line.getMessage() for line in caplog.records if "Trying again" in line.getMessage()]
    assert said == [f"{state.message} Trying again in a moment."] * 2
