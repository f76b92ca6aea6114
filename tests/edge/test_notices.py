"""Who is told of a failure or a draft: set up by the command, sent by the real server, received for real."""

from __future__ import annotations

import json
import time
from typing import TYPE_CHECKING, Any, NamedTuple

import pytest

from flows import notices
from tests import books
from tests.edge import mailbox, webhook
from tests.served import made

if TYPE_CHECKING:
    import subprocess
    from collections.abc import Callable, Iterator

    from tests.conftest import Python
    from tests.edge.mailbox import Mailbox
    from tests.edge.webhook import Hook
    from tests.served import Served

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("serving")]

ORDER: dict[str, object] = {"as_of": "2020-06-15", "languages": ["en"], "extent": "core"}
AT_ONCE = 10  # seconds from a run's end to the notice of it
SERVER = {"sender_name": "On Record", "sender_address": "us@example.org"}


class Told(NamedTuple):
    """The command towards a running server, and those it has told: a webhook and a mail server."""

    notify: Callable[..., subprocess.CompletedProcess[str]]
    hook: Hook
    box: Mailbox


@pytest.fixture
def told(served: Served, python: Python) -> Iterator[Told]:
    """A webhook and a mail server that were told of nothing yet; afterwards nobody is told any more."""

    def run(*words: object, **changed: str) -> subprocess.CompletedProcess[str]:
        command = ("-m", "flows.cli", "notify", *words, "--port", served.port)
        return python(*command, PREFECT_HOME=str(served.home / "prefect"), **changed)

    served.told()
    with webhook.listening() as hook, mailbox.opened() as box:
        yield Told(run, hook, box)
    for automation in automations(served):
        served.ask("DELETE", f"/api/automations/{automation['id']}")


@pytest.fixture
def newsroom(served: Served, told: Told) -> Iterator[str]:
    """The name of a mail server on Prefect's page: the one that keeps what it is given."""
    clear = {"encryption": "none", "allow_no_encryption": True}
    at = {"host": told.box.host, "port": told.box.port}
    document = made(served, "on-record-mail-server", "newsroom", **at, **clear, **SERVER)
    yield "newsroom"
    served.ask("DELETE", f"/api/block_documents/{document}")


def until(there: Callable[[], object]) -> None:
    """Wait for it, but not for long."""
    late = time.monotonic() + AT_ONCE
    while not there() and time.monotonic() < late:
        time.sleep(0.1)


def automations(served: Served) -> list[dict[str, Any]]:
    """What the server does by itself."""
    return list(served.ask("POST", "/api/automations/filter", {}))


def set_up(served: Served, told: Told, newsroom: str) -> None:
    """Have a webhook and a mail address told; the webhook named last takes the place of the one before."""
    before, then = (f"{told.hook.address}/{path}" for path in ("before", "secret-9c2e"))
    assert told.notify("--webhook", before).returncode == 0
    assert told.notify("--webhook", then).stderr.endswith("To end it: onrecord notify --off\n")
    mailed = told.notify("--mail", "team@example.org")
    assert f"through the mail server “{newsroom}”" in mailed.stderr
    assert (mailed.returncode, mailed.stdout) == (0, "")
    assert [path for path, _ in told.hook.calls] == ["/before", "/secret-9c2e"]
    assert [mail.message["Subject"] for mail in told.box.mails] == ["On Record: a first notice"]
    (one,) = automations(served)
    assert len(one["actions"]) == 2
    told.hook.calls.clear()
    told.box.mails.clear()


TEAMS = (
    "https://prod-1.westeurope.logic.azure.com:443/workflows/abc123/triggers/manual/paths/invoke?sig=SECRET"
)


# A library of the one that Prefect calls Slack and Teams with imports it.
@pytest.mark.filterwarnings("ignore:'imghdr' is deprecated:DeprecationWarning")
@pytest.mark.parametrize(
    ("address", "kind", "field"),
    [
        ("https://hooks.slack.com/services/T00000001/B00000001/abcdefghijkl", "slack-webhook", None),
        (TEAMS, "ms-teams-webhook", None),
        ("https://discord.com/api/webhooks/1/abcdefghijkl", "on-record-webhook-notice", "content"),
        ("https://chat.example.org/hooks/abcdefghijkl", "on-record-webhook-notice", "text"),
    ],
)
def test_a_webhook_s_address_tells_how_it_is_called_and_is_told_to_nobody(
    address: str, kind: str, field: str | None
) -> None:
    notice = notices.webhook(address)
    assert notice.get_block_type_slug() == kind
    assert getattr(notice, "field", None) == field
    assert notices.heard(notice, "[WARNING]: It did not answer.") == "It did not answer"
    assert notices.heard(notice, f"[WARNING]: {address} did not answer.") == kind


def test_a_failure_and_a_draft_are_told_of_once_each_to_all_who_asked_and_a_final_edition_is_not(
    served: Served, told: Told, newsroom: str
) -> None:
    set_up(served, told, newsroom)
    inputs = served.home / "inputs"
    (inputs / "broken.xlsx").write_bytes(b"PK not much of a workbook")
    books.written(inputs / "sound.xlsx", books.sound())
    books.written(inputs / "twice.xlsx", books.put(books.sound(), "Announcements", 3, "id", "A001"))
    workbooks = ("broken.xlsx", "sound.xlsx", "twice.xlsx")
    runs = [served.ended(run) for run in [served.begin(workbook, **ORDER) for workbook in workbooks]]
    until(lambda: len(told.hook.calls) + len(told.box.mails) >= 4)
    time.sleep(1)  # for what might come twice
    expected = sorted(
        f"On Record: {run['name']} – {ending}\n{run['state']['message']}\n\n"
        + served.at(f"/v2/runs/flow-run/{run['id']}")
        for run, ending in ((runs[0], "failed"), (runs[2], "draft, 2 rows to resolve"))
    )
    assert [run["name"].split()[0] for run in runs] == [*workbooks]
    assert runs[1]["state_name"] == "Completed"
    assert sorted(words["text"] for _, words in told.hook.calls) == expected
    assert {path for path, _ in told.hook.calls} == {"/secret-9c2e"}
    mails = [f"{mail.message['Subject']}\n{mail.message.get_content().strip()}" for mail in told.box.mails]
    assert sorted(mails) == expected
    assert [mail.envelope for mail in told.box.mails] == [("us@example.org", ["team@example.org"])] * 2
    assert "secret-9c2e" not in served.said.read_text()
    assert "secret-9c2e" not in json.dumps(served.ask("POST", "/api/events/filter", {}))
    assert told.notify("--off").stderr == "Nobody is told any more; the addresses are forgotten.\n"
    assert automations(served) == []
    assert "on-record-notice" not in json.dumps(served.ask("POST", "/api/block_documents/filter", {}))


def test_a_webhook_that_does_not_take_a_first_notice_is_not_set_up(served: Served, told: Told) -> None:
    run = told.notify("--webhook", f"{told.hook.address}/gone/secret-9c2e")
    assert run.returncode == 2
    assert run.stderr == (
        "A first notice did not get through, so nothing was changed. The answer: “The webhook answers 404”.\n"
    )
    assert len(told.hook.calls) == 1
    assert automations(served) == []


def test_without_a_mail_server_it_says_where_to_set_one_up(served: Served, told: Told) -> None:
    form = served.at("/v2/blocks/catalog/on-record-mail-server/create")
    run = told.notify("--mail", "team@example.org", LC_ALL="fr_FR.UTF-8")
    assert run.returncode == 2
    assert run.stderr == (
        f"Aucun serveur de messagerie n’est encore réglé. Remplissez {form} et retapez la même commande.\n"
    )


def test_what_is_wrong_with_the_mail_server_is_said_and_which_is_meant_is_asked(
    served: Served, told: Told, newsroom: str
) -> None:
    other = made(
        served, "on-record-mail-server", "archive", host="https://x", sender_address="us@example.org"
    )
    try:
        which = told.notify("--mail", "team@example.org")
        wrong = told.notify("--mail", "team@example.org", "--server", "archive")
    finally:
        served.ask("DELETE", f"/api/block_documents/{other}")
    assert (newsroom, which.returncode, wrong.returncode) == ("newsroom", 2, 2)
    assert which.stderr == "There are several mail servers: archive, newsroom. Say which one with --server.\n"
    assert "“https://x” is not the name of a server; type it like smtp.example.org." in wrong.stderr
    assert told.box.mails == []
