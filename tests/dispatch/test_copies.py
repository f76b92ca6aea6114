"""Copies at places beside the mail: each channel by itself, whatever becomes of the other."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from flows import steps
from flows.delivery import places
from flows.delivery.place_refusals import CannotPut
from flows.delivery.places import Place
from flows.delivery.relay import Relay
from flows.dispatch import sending, told
from flows.dispatch.asked import Asked
from tests.delivery.shelf import FOR_THE_TEAM
from tests.hidden.search import found

if TYPE_CHECKING:
    import pytest

    from tests.dispatch.desk import Desk


def asked(team: Desk) -> Asked:
    (team.folder / "share").mkdir(exist_ok=True)
    return Asked(
        edition=team.first,
        readers=steps.recipients(team.folder / "inputs" / "record.xlsx"),
        let_go_by="Ada",
        places=(Place(str(team.folder / "share")),),
        patience=timedelta(0),
    )


def means(team: Desk) -> sending.Means:
    relay = Relay("127.0.0.1", team.port, "none", "team@example.org")
    return sending.Means(relay, lambda content: content, lambda _one, _state: None)


def test_a_place_that_does_not_answer_waits_and_is_never_taken_for_an_address(
    team: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def away(place: Place, _name: str, _content: bytes) -> object:
        raise CannotPut("offline", place.shown)

    with monkeypatch.context() as patched:
        patched.setattr(places, "put", away)
        came = sending.sent(asked(team), means(team))
    assert told.counts(came) == {"sent": 3, "failed": 0, "doubt": 0, "waiting": 2, "others": 0}
    assert "does not answer" in " ".join(told.outcome(came, "en"))
    assert "ne répond pas" in " ".join(told.outcome(came, "fr"))


def test_a_place_that_refused_is_tried_again_by_the_next_send(team: Desk) -> None:
    first = asked(team)
    (team.folder / "share").rmdir()
    assert told.counts(sending.sent(first, means(team)))["failed"] == 2
    came = sending.sent(asked(team), means(team))
    assert told.counts(came)["sent"] == 5
    assert len(list((team.folder / "share").rglob("*.pdf"))) == 2


def test_what_an_edition_keeps_for_the_team_goes_to_no_place_and_in_no_mail(team: Desk) -> None:
    came = sending.sent(asked(team), means(team))
    assert told.counts(came)["sent"] == 5
    assert FOR_THE_TEAM in (team.first / "problems.html").read_text()
    there = [path for path in (team.folder / "share").rglob("*") if path.is_file()]
    assert {path.suffix for path in there} <= {".pdf", ".xml", ".json", ".html"}
    assert {"problems.html", "mending.json", "problems.json"}.isdisjoint(path.name for path in there)
    went = [path.read_bytes() for path in (*there, team.taken)]
    assert [found(content, [FOR_THE_TEAM, "problems.html"]) for content in went] == [[]] * len(went)
