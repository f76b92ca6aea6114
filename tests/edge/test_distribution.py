"""The flow that sends: a preview first, then each reader once, and a table of who got what, masked."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from tests import books
from tests.delivery import mailserver, shelf
from tests.dispatch.desk import AMAZON, IBM, MORE, PEOPLE
from tests.record.rows import announced, book

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from prefect.client.schemas.objects import State

pytestmark = [pytest.mark.xdist_group("prefect"), pytest.mark.usefixtures("prefect_server")]
FIRST, SECOND = "record/2020-06-15-01", "record/2021-06-15-01"
SECRETS = ("Kanarilace", "Hopper", "Katherine", "ada@", "grace@", "katherine@")


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[mailserver.Office]:
    """A team's folder, and a mail server that is set up under Blocks."""
    monkeypatch.setenv("OUTPUTS", str(tmp_path / "outputs"))
    monkeypatch.setenv("INPUTS", str(tmp_path / "inputs"))
    (tmp_path / "inputs").mkdir()
    books.written(tmp_path / "inputs" / "record.xlsx", books.sound() | {"Recipients": PEOPLE})
    shelf.edition(tmp_path / "outputs", book(AMAZON, IBM), "2020-06-15")
    shelf.edition(tmp_path / "outputs", book(AMAZON, IBM, MORE), "2021-06-15")
    kept = mailserver.Office(tmp_path / "taken.jsonl")
    with mailserver.opened(kept) as port:
        from flows.blocks.mail_server import MailServer  # noqa: PLC0415 - not before the tests' settings stand

        clear: dict[str, Any] = {"encryption": "none", "allow_no_encryption": True}
        server = MailServer(host="127.0.0.1", port=port, sender_address="team@example.org", **clear)
        server.save("newsroom", overwrite=True)
        yield kept
        MailServer.delete("newsroom")


def sent(edition: str, **more: object) -> State[Any]:
    from flows.distribution import distribution  # noqa: PLC0415 - as above

    return distribution(edition=edition, return_state=True, **{"preview": False, **more})


def table(state: State[Any]) -> list[dict[str, str]]:
    """The one beside the run."""
    from prefect.client.orchestration import get_client  # noqa: PLC0415 - as above
    from prefect.client.schemas.filters import ArtifactFilter, ArtifactFilterFlowRunId  # noqa: PLC0415

    run = state.state_details.flow_run_id
    assert run is not None
    with get_client(sync_client=True) as client:
        (found,) = client.read_artifacts(
            artifact_filter=ArtifactFilter(flow_run_id=ArtifactFilterFlowRunId(any_=[run]))
        )
        logs = " ".join(one.message for one in client.read_logs())
        whole = json.dumps(found.data) + logs + str(client.read_flow_run(run).model_dump())
    for secret in SECRETS:
        assert secret not in whole
    rows: list[dict[str, str]] = json.loads(str(found.data))
    return rows


def to(office: mailserver.Office) -> list[str]:
    return sorted(one["to"] for one in mailserver.taken(office.list_file))


def test_a_run_previews_unless_asked_to_send(office: mailserver.Office) -> None:
    previewed = sent(FIRST, preview=True)
    assert previewed.name == "Completed: preview"
    assert previewed.message == "3 would get it, 0 would not."
    assert [row["What"] for row in table(previewed)] == ["gets it: the first edition they receive"] * 3
    assert to(office) == []


def test_each_gets_it_once_and_the_table_says_who_got_what(office: mailserver.Office) -> None:
    for _ in range(2):
        state = sent(FIRST)
        assert (state.name, state.message) == (
            "Completed",
            "3 sent.",
        )
        rows = table(state)
        assert [row["What"] for row in rows] == ["sent"] * 3
        assert rows[1]["Who"] == "Recipients!B3  G. H., g…@example.org"
        assert rows[1]["Language"] == "French"
    assert to(office) == ["ada@example.org", "grace@example.org", "katherine@example.org"]
    state = sent(SECOND, recipients="press", name="Ada")
    assert (state.name, len(to(office))) == ("Completed", 4)


def test_what_is_in_doubt_is_in_the_name_of_the_run_s_end(office: mailserver.Office) -> None:
    office.faults, office.share = ("gone after",), 100
    state = sent(FIRST, recipients="board")
    assert state.name == "Completed, 2 in doubt"
    assert {row["What"].partition(":")[0] for row in table(state)} == {"in doubt"}
    office.faults = ()
    assert sent(FIRST).name == "Completed, 2 in doubt"
    assert to(office).count("grace@example.org") == 1


def test_a_draft_is_refused_unless_named(office: mailserver.Office, tmp_path: Path) -> None:
    shelf.edition(tmp_path / "outputs", book(announced("A009", "2021-01-01")), "2021-07-01")
    refused = sent("record/2021-07-01-01")
    assert refused.is_failed()
    assert "is a draft" in str(refused.message)
    assert to(office) == []
    assert sent("record/2021-07-01-01", draft="2021-07-01-01").name == "Completed"
    assert len(to(office)) == 3


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({"edition": "record/2019-01-01-01"}, "is not an edition on the shelf"),
        ({"edition": "record/../record/2020-06-15-01"}, "is not an edition on the shelf"),
        ({"not_before": "tomorrow"}, "is not an hour"),
        ({"store": "nowhere at all"}, "There is no block Store called “nowhere at all”"),
        ({"list_of_recipients": "nowhere"}, "There is no block Recipients called “nowhere”"),
        ({"mail_server": "nowhere"}, "no mail server"),
        ({"recipients": "staff"}, "names nobody (staff)"),
    ],
)
def test_what_cannot_be_is_said_in_a_sentence(
    wrong: dict[str, str], words: str, office: mailserver.Office
) -> None:
    state = sent(**{"edition": FIRST, **wrong})
    assert state.is_failed()
    assert words.lower() in str(state.message).lower()
    assert to(office) == []


def test_nothing_leaves_before_its_hour_though_the_run_ends(office: mailserver.Office) -> None:
    state = sent(FIRST, not_before="2999-01-01 09:00 Europe/Paris")
    assert state.name == "Completed, 3 waiting"
    assert "Nothing leaves before 2999-01-01 09:00 Europe/Paris" in str(state.message)
    assert to(office) == []


def test_a_run_of_the_page_s_is_set_for_its_hour(
    office: mailserver.Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    from prefect import runtime  # noqa: PLC0415 - as above
    from prefect.client.orchestration import get_client  # noqa: PLC0415 - as above

    from flows.distribution import distribution  # noqa: PLC0415 - as above

    with get_client(sync_client=True) as client:
        flow = client.create_flow(distribution)
        form = client.create_deployment(flow, "for this test", enforce_parameter_schema=False)
        monkeypatch.setenv("PREFECT__RUNTIME__DEPLOYMENT__ID", str(form))
        assert str(runtime.deployment.id) == str(form)
        states = [sent(FIRST, not_before="2999-01-01 09:00 Europe/Paris") for _ in range(2)]
        assert "It goes out by itself then." in str(states[0].message)
        (later,) = [run for run in client.read_flow_runs() if run.deployment_id == form]
        assert str(later.expected_start_time) == "2999-01-01 08:00:00+00:00"
        assert later.parameters["not_before"] == "2999-01-01 09:00 Europe/Paris"
        assert later.parameters["preview"] is False
        client.delete_deployment(form)
    assert to(office) == []


def test_the_list_may_be_a_block_and_copies_go_to_a_store(office: mailserver.Office, tmp_path: Path) -> None:
    from flows.blocks.recipients import Person, Recipients  # noqa: PLC0415 - as above
    from flows.blocks.store import Store  # noqa: PLC0415 - as above

    (tmp_path / "share").mkdir()
    Recipients(people=[Person(email="block@example.org", language="fr")]).save("subscribers", overwrite=True)
    Store(place=str(tmp_path / "share")).save("archive", overwrite=True)
    try:
        state = sent(FIRST, list_of_recipients="subscribers", store="archive")
    finally:
        Recipients.delete("subscribers")
        Store.delete("archive")
    assert state.name == "Completed"
    assert to(office) == ["block@example.org"]
    assert len(list((tmp_path / "share").rglob("*.pdf"))) == 2
    assert [row["What"] for row in table(state)] == ["sent"] * 3


def test_what_was_approved_is_sent_by_the_same_run(office: mailserver.Office, tmp_path: Path) -> None:
    from prefect import flow  # noqa: PLC0415 - as above

    from flows import keeping, steps  # noqa: PLC0415 - as above
    from flows.edition.decisions import Decision  # noqa: PLC0415 - as above
    from flows.releasing import settled  # noqa: PLC0415 - as above

    folder = tmp_path / "outputs" / FIRST
    (folder / "problems.json").write_text("[]\n")
    readers = steps.recipients(tmp_path / "inputs" / "record.xlsx")
    decision = Decision("approved", "", "", folder.name, "", "board", 2, "", 1, "Ada")

    @flow(name="after an approval")
    def after() -> State[Any]:
        return settled(keeping.of(folder), decision, readers)

    state: State[Any] = after(return_state=True)
    assert state.name == "Completed"
    assert "Approved by Ada (as stated) for board, 2 recipients. 2 sent" in str(state.message)
    assert to(office) == ["grace@example.org", "katherine@example.org"]
