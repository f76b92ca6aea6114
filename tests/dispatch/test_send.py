"""`onrecord send` and `onrecord deliveries`, as a person types them."""

from __future__ import annotations

import json
import re
import shutil
from typing import TYPE_CHECKING

import pytest

from tests.delivery import mailserver, shelf
from tests.dispatch import desk as desks
from tests.record.rows import announced, book

if TYPE_CHECKING:
    from tests.dispatch.desk import Desk

pytestmark = pytest.mark.slow
EVERYBODY = ["ada@example.org", "grace@example.org", "katherine@example.org"]


def to(team: Desk) -> list[str]:
    """Whom the server took a mail for, in its order."""
    return [one["to"] for one in mailserver.taken(team.taken)]


def test_each_gets_the_first_edition_and_of_the_next_who_follows_what_changed(team: Desk) -> None:
    first = team.onrecord("send", team.first)
    assert (first.returncode, sorted(to(team))) == (0, EVERYBODY)
    again = team.onrecord("send", team.first)
    assert (again.returncode, sorted(to(team))) == (0, EVERYBODY)
    assert again.stderr.endswith("3 sent.\n")
    second = team.onrecord("send", team.second)
    assert second.returncode == 0
    assert sorted(to(team)[3:]) == ["ada@example.org", "katherine@example.org"]
    assert (
        "Recipients!B3  G. H., g…@example.org: briefing-fr.pdf, gets nothing: nothing changed"
        in second.stdout
    )
    assert second.stderr.endswith("2 sent, 1 gets nothing this time.\n")


def test_a_preview_says_what_a_send_then_does_and_sends_nothing(team: Desk) -> None:
    for edition in (team.first, team.second):
        before = len(to(team))
        previewed = json.loads(team.onrecord("send", edition, "--preview", "--json").stdout)["recipients"]
        assert len(to(team)) == before
        came = json.loads(team.onrecord("send", edition, "--json").stdout)["recipients"]
        assert [one["gets"] for one in previewed] == [one["gets"] for one in came]
        assert [one["why"] for one in previewed] == [one["why"] for one in came]
        wanted = sum(one["gets"] for one in previewed)
        assert len(to(team)) - before == wanted == sum(one["state"] == "sent" for one in came)


def test_no_name_and_no_address_is_told_where_a_command_prints(team: Desk) -> None:
    said = ""
    for words in (
        ("send", team.first, "--preview"),
        ("send", team.first),
        ("deliveries", "--json"),
        ("deliveries",),
    ):
        run = team.onrecord(*words)
        said += run.stdout + run.stderr
    assert "a…@example.org" in said
    for secret in ("Kanarilace", "Hopper", "Katherine", *EVERYBODY):
        assert secret not in said


def test_only_one_group_gets_it_and_the_others_can_later(team: Desk) -> None:
    assert team.onrecord("send", team.first, "--only", "Board").returncode == 0
    assert sorted(to(team)) == EVERYBODY[1:]
    assert team.onrecord("send", team.first).returncode == 0
    assert sorted(to(team)) == EVERYBODY
    nobody = team.onrecord("send", team.first, "--only", "staff")
    assert (nobody.returncode, nobody.stdout) == (2, "")
    assert "names nobody (staff)" in nobody.stderr


def test_a_draft_goes_out_only_where_it_is_named(team: Desk) -> None:
    vanished = shelf.edition(team.folder / "outputs", book(announced("A009", "2021-01-01")), "2021-07-01")
    refused = team.onrecord("send", vanished)
    assert (refused.returncode, to(team)) == (2, [])
    assert "is a draft" in refused.stderr
    assert f"--draft {vanished.name}" in refused.stderr
    assert team.onrecord("send", vanished, "--draft", "2021-06-15-01").returncode == 2
    assert to(team) == []
    assert team.onrecord("send", vanished, "--draft", vanished.name).returncode == 0
    assert len(to(team)) == 3


def test_an_edition_that_is_no_longer_what_it_was_does_not_go_out(team: Desk) -> None:
    (team.first / "briefing-en.pdf").write_bytes(b"%PDF-1.7 changed")
    run = team.onrecord("send", team.first)
    assert (run.returncode, to(team)) == (2, [])
    assert "are not those its manifest names" in run.stderr


@pytest.mark.parametrize("secret", ["Ada Kanarilace", "grace@example.org"])
def test_a_file_that_names_somebody_on_the_list_does_not_go_out(team: Desk, secret: str) -> None:
    told = shelf.edition(team.folder / "outputs", book(desks.AMAZON), "2020-06-10", title=secret)
    run = team.onrecord("send", told)
    assert (run.returncode, to(team)) == (2, [])
    assert "briefing-en.pdf would tell what stands in Recipients!B" in run.stderr
    assert secret not in run.stderr


def test_another_edition_under_the_same_name_is_refused_once_one_went_out(team: Desk) -> None:
    team.onrecord("send", team.first, "--only", "press")
    shutil.rmtree(team.first)
    again = shelf.edition(team.folder / "outputs", book(announced("A001", "2020-06-11")), "2020-06-15")
    assert again == team.first
    run = team.onrecord("send", again)
    assert (run.returncode, to(team)) == (2, ["ada@example.org"])
    assert "goes out as revision 2" in run.stderr


def test_nothing_leaves_before_its_hour(team: Desk) -> None:
    run = team.onrecord("send", team.first, "--not-before", "2999-01-01 09:00 Europe/Paris", "--wait", 0)
    assert (run.returncode, to(team)) == (1, [])
    assert "Nothing leaves before 2999-01-01 09:00:00+01:00 Europe/Paris" in run.stderr
    assert team.onrecord("send", team.first, "--wait", 0).returncode == 1
    sooner = team.onrecord("send", team.first, "--not-before", "2026-01-01 09:00 Europe/Paris")
    assert (sooner.returncode, to(team)) == (2, [])
    assert "never brought forward" in sooner.stderr
    past = team.onrecord("send", team.second, "--not-before", "2020-01-01 09:00 Europe/Paris")
    assert (past.returncode, len(to(team))) == (0, 3)


def test_copies_go_to_a_folder_and_lists_lead_to_them(team: Desk) -> None:
    share = team.folder / "share"
    missing = team.onrecord("send", team.first, "--channel", share)
    assert missing.returncode == 1
    assert "There is no folder or bucket" in missing.stdout
    share.mkdir()
    web = ("--channel", share, "--web-address", "https://example.org/briefings")
    for edition in (team.first, team.second, team.second):
        assert team.onrecord("send", edition, *web).returncode == 0
    assert to(team) == []
    found = sorted(path.name for path in share.rglob("*.pdf"))
    assert [re.sub(r"\.[0-9a-f]{16}\.", ".", name) for name in found] == [
        "2020-06-15-01-briefing-en.pdf", "2020-06-15-01-briefing-fr.pdf",
        "2021-06-15-01-briefing-en.pdf", "2021-06-15-01-briefing-fr.pdf",
    ]  # fmt: skip
    feed = json.loads((share / "record" / "feed.json").read_text())
    assert [item["_on_record"]["as_of"] for item in feed["items"]] == ["2021-06-15", "2020-06-15"]
    assert (share / "record" / "feed-fr.xml").read_text().count("<item>") == 2


def test_what_is_in_doubt_is_settled_by_a_log_or_by_a_person(team: Desk) -> None:
    office = mailserver.Office(team.folder / "other.jsonl", ("gone after",), share=100)
    with mailserver.opened(office) as port:
        run = team.onrecord("send", team.first, ON_RECORD_MAIL=f"smtp://127.0.0.1:{port}")
    assert run.returncode == 1
    assert "3 in doubt" in run.stderr
    listed = json.loads(team.onrecord("deliveries", team.first, "--json").stdout)
    assert [one["state"] for one in listed] == ["unknown"] * 3
    log = team.folder / "mail.log"
    log.write_text(f"postfix: message-id={listed[0]['message_id']} status=sent\n")
    after = team.onrecord(
        "deliveries", "--json", "--log", log, "--arrived", listed[1]["id"], "--again", listed[2]["id"]
    )
    assert [one["state"] for one in json.loads(after.stdout)] == ["sent", "sent", "pending"]
    assert team.onrecord("send", team.first).returncode == 0
    (again,) = mailserver.taken(team.taken)
    assert again["id"] == listed[2]["message_id"]
    wrong = team.onrecord("deliveries", "--again", listed[0]["id"])
    assert (wrong.returncode, "is not the number of one delivery" in wrong.stderr) == (2, True)


def test_what_the_server_refuses_is_told_in_its_own_words_and_can_be_tried_anew(team: Desk) -> None:
    office = mailserver.Office(team.folder / "other.jsonl", ("refused",), share=100)
    with mailserver.opened(office) as port:
        run = team.onrecord("send", team.first, "--only", "press", ON_RECORD_MAIL=f"smtp://127.0.0.1:{port}")
    assert run.returncode == 1
    assert "failed: 550 5.1.1 nobody called" in run.stdout
    number = json.loads(team.onrecord("deliveries", "--json").stdout)[0]["id"]
    assert team.onrecord("send", team.first, "--only", "press").returncode == 1
    assert to(team) == []
    team.onrecord("deliveries", "--again", number)
    assert team.onrecord("send", team.first, "--only", "press").returncode == 0
    assert to(team) == ["ada@example.org"]


def test_a_server_that_is_not_there_leaves_everything_waiting(team: Desk) -> None:
    run = team.onrecord("send", team.first, ON_RECORD_MAIL="smtp://127.0.0.1:1")
    assert run.returncode == 2
    assert "The mail server 127.0.0.1:1 cannot be reached" in run.stderr
    assert {one["state"] for one in json.loads(team.onrecord("deliveries", "--json").stdout)} == {"pending"}
    assert team.onrecord("send", team.first).returncode == 0
    assert sorted(to(team)) == EVERYBODY


def test_a_server_that_goes_away_in_the_middle_is_told_with_what_was_sent_before(team: Desk) -> None:
    office = mailserver.Office(team.folder / "other.jsonl", close_after=1)
    with mailserver.opened(office) as port:
        run = team.onrecord("send", team.first, ON_RECORD_MAIL=f"smtp://127.0.0.1:{port}")
    assert run.returncode == 1
    assert "cannot be reached" in run.stderr
    assert "1 sent, 2 waiting." in run.stderr
    listed = json.loads(team.onrecord("deliveries", "--json").stdout)
    assert sorted(one["state"] for one in listed) == ["pending", "pending", "sent"]


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"ON_RECORD_MAIL": ""}, "No mail server is set"),
        ({"ON_RECORD_MAIL": "http://example.org"}, "does not name a mail server"),
        ({"ON_RECORD_MAIL": "smtp://u:kanari@example.org"}, "does not name a mail server"),
        ({"ON_RECORD_MAIL_FROM": "nobody"}, "has to say who sends"),
        ({"ON_RECORD_MAIL_IN_CLEAR": ""}, "offers no encryption"),
        ({"ON_RECORD_MAIL_PASSWORD_FILE": "nowhere"}, "cannot be read"),
        ({"ON_RECORD_SIGNING_KEY": "nowhere"}, "cannot be read"),
        ({"ON_RECORD_LEDGER": "/proc/nowhere/ledger"}, "cannot be written to"),
    ],
)
def test_what_is_set_wrong_is_said_and_nothing_sent(team: Desk, changed: dict[str, str], words: str) -> None:
    run = team.onrecord("send", team.first, **changed)
    assert (run.returncode, to(team)) == (2, [])
    assert words in run.stderr
    assert "kanari" not in run.stderr
    assert "Traceback" not in run.stderr


def test_a_password_never_goes_in_the_clear(team: Desk) -> None:
    run = team.onrecord("send", team.first, ON_RECORD_MAIL=f"smtp://ada@127.0.0.1:{team.port}")
    assert (run.returncode, to(team)) == (2, [])
    assert "A password never goes out in the clear" in run.stderr


@pytest.mark.parametrize("folder", ["inputs", "outputs", "outputs/record", "nowhere"])
def test_what_is_no_edition_is_not_sent(team: Desk, folder: str) -> None:
    run = team.onrecord("send", team.folder / folder)
    assert run.returncode == 2
    assert "is not an edition" in run.stderr


def test_it_is_said_in_french_where_the_locale_is_french(team: Desk) -> None:
    french = {"LC_ALL": "", "LC_MESSAGES": "", "LANG": "fr_FR.UTF-8"}
    team.onrecord("send", team.first)
    run = team.onrecord("send", team.second, "--preview", **french)
    assert "ne reçoit rien\u00a0: aucun changement" in run.stdout
    assert run.stderr == "2 la recevraient, 1 non.\n"


def test_the_list_may_stand_in_another_workbook(team: Desk) -> None:
    (team.folder / "inputs" / "record.xlsx").rename(team.folder / "people.xlsx")
    without = team.onrecord("send", team.first)
    assert (without.returncode, "so nobody knows who receives it" in without.stderr) == (2, True)
    assert team.onrecord("send", team.first, "--recipients", team.folder / "people.xlsx").returncode == 0
    assert sorted(to(team)) == EVERYBODY
    assert desks.PEOPLE[1][1] == "ada@example.org"
