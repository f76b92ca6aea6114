"""The name and password a server asks for, and where it may listen with them and without."""

from __future__ import annotations

import os
from base64 import b64encode
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from flows import typed
from flows.serving import addresses, credentials
from flows.spoken import Refusal

if TYPE_CHECKING:
    from tests.conftest import Python

AUTH = "team:correct horse"


@pytest.fixture(autouse=True)
def nothing_set(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in (
        credentials.SERVERS,
        credentials.CLIENTS,
        "ON_RECORD_AUTH_FILE",
        "ON_RECORD_HOSTS",
        "ON_RECORD_URL",
    ):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LC_ALL", "C.UTF-8")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """The file of the name and password, for nobody else to read."""
    kept = tmp_path / "secret"
    kept.write_text(f"\ufeff  {AUTH}\t\r\nnothing of interest\n", encoding="utf-8")
    kept.chmod(0o600)
    return kept


def test_without_any_nobody_is_asked() -> None:
    assert credentials.found() is None


def test_they_come_from_the_file_s_first_line(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert credentials.found(file) == AUTH
    assert capsys.readouterr().err == ""


def test_they_come_from_the_environment_or_the_file_it_names(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ON_RECORD_AUTH_FILE", str(file))
    assert credentials.found() == AUTH
    monkeypatch.setenv(credentials.SERVERS, AUTH)
    assert credentials.found() == AUTH
    monkeypatch.delenv("ON_RECORD_AUTH_FILE")
    assert credentials.found() == AUTH


def test_two_that_differ_are_refused_without_being_told(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(credentials.SERVERS, "team:other")
    with pytest.raises(Refusal) as refusal:
        credentials.found(file)
    assert str(refusal.value).startswith(f"PREFECT_SERVER_API_AUTH_STRING and {file} hold different")
    assert "horse" not in str(refusal.value)
    assert "other" not in str(refusal.value)


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b"", "auth_empty"),
        (b"\n \n", "auth_empty"),
        (b"\nteam:second line", "auth_empty"),
        (b"no colon", "auth_shape"),
        (b":password", "auth_shape"),
        (b"name:", "auth_shape"),
        (b"team:a\0b", "auth_letters"),
        (b"team:a\tb", "auth_letters"),
        ("team:été".encode(), "auth_letters"),
        (b"team:\xff", "auth_letters"),
    ],
)
def test_what_is_no_name_and_password_is_refused(content: bytes, kind: str, file: Path) -> None:
    file.write_bytes(content)
    with pytest.raises(Refusal) as refusal:
        credentials.found(file)
    assert refusal.value.kind == kind
    assert str(file) in refusal.value.sentence("fr")


@pytest.mark.parametrize("words", ["no colon", "team:\x07", "team:été"])
def test_so_it_is_in_the_environment(words: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(credentials.SERVERS, words)
    with pytest.raises(Refusal) as refusal:
        credentials.found()
    assert credentials.SERVERS in str(refusal.value)
    assert words not in str(refusal.value)


def test_a_file_that_cannot_be_read_is_named_with_the_reason(tmp_path: Path) -> None:
    for unreadable in (tmp_path / "none", tmp_path, Path("a\0b")):
        with pytest.raises(Refusal) as refusal:
            credentials.found(unreadable)
        assert refusal.value.kind == "auth_unreadable"


@pytest.mark.skipif(os.name != "posix", reason="elsewhere a file says otherwise who may read it")
def test_a_file_others_can_read_is_used_with_a_warning(
    file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file.chmod(0o644)
    assert credentials.found(file) == AUTH
    assert capsys.readouterr().err == (
        f"Others on this machine can read the password. Type: chmod 600 {file}\n"
    )


def test_an_empty_one_is_none_for_prefect_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(credentials.SERVERS, "")
    credentials.settle(credentials.found())
    assert credentials.SERVERS not in os.environ


def test_server_and_runs_are_given_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(credentials.CLIENTS, "team:of another server")
    monkeypatch.setenv(credentials.SERVERS, AUTH)
    assert credentials.to_give() == AUTH
    assert os.environ[credentials.CLIENTS] == os.environ[credentials.SERVERS] == AUTH


def test_only_that_name_and_password_open() -> None:
    encoded = b64encode(AUTH.encode()).decode()
    assert credentials.are_given([f"Basic {encoded}"], AUTH)
    for given in (
        [],
        ["Basic"],
        [f"Digest {encoded}"],
        [f"Basic {encoded}", f"Basic {encoded}"],
        ["Basic é"],
        [AUTH],
    ):
        assert not credentials.are_given(given, AUTH)


@pytest.mark.parametrize("host", ["127.0.0.1", "127.8.0.1", "::1"])
def test_this_machine_is_served_without_a_password(host: str) -> None:
    credentials.demand(addresses.place(host, 4200), None)


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.168.1.5", "2001:db8::5"])  # noqa: S104 - that is the point
def test_beyond_it_nobody_is_without_one(host: str) -> None:
    place = addresses.place(host, 4200)
    with pytest.raises(Refusal) as refusal:
        credentials.demand(place, None)
    assert str(refusal.value).startswith(f"{host} can be reached from other machines")
    credentials.demand(place, AUTH)


@pytest.mark.parametrize("name", ["ON_RECORD_HOSTS", "ON_RECORD_URL"])
def test_nor_through_a_proxy(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(
        name, "briefing.example.org" if name == "ON_RECORD_HOSTS" else "https://briefing.example.org/"
    )
    with pytest.raises(Refusal, match=r"briefing\.example\.org can be reached"):
        credentials.demand(addresses.place("127.0.0.1", 4200), None)


def test_a_proxy_s_address_is_the_one_to_open(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ON_RECORD_URL", "HTTPS://Briefing.example.org:443/")
    place = addresses.place("127.0.0.1", 4200)
    assert (place.address, place.local) == ("https://briefing.example.org", "http://127.0.0.1:4200")
    assert place.is_called("Briefing.Example.org", None)


@pytest.mark.parametrize(
    "url", ["briefing.example.org", "ftp://x", "https://x/room", "https://a:b@x", "https://x:y", "https://"]
)
def test_what_is_no_address_to_open_is_refused(url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ON_RECORD_URL", url)
    with pytest.raises(typed.Mistyped, match="without a path"):
        addresses.place("127.0.0.1", 4200)


@pytest.mark.parametrize("names", ["a b", "https://x", "x:80", "*", "-"])
def test_what_is_no_name_of_a_machine_is_refused(names: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ON_RECORD_HOSTS", f"briefing.example.org, {names}")
    with pytest.raises(typed.Mistyped, match="ON_RECORD_HOSTS"):
        addresses.place("127.0.0.1", 4200)


def test_where_everything_is_heard_this_machine_asks_itself() -> None:
    assert addresses.Place("0.0.0.0", 4200).local == "http://127.0.0.1:4200"  # noqa: S104 - that is the point
    assert addresses.Place("::", 4200).local == "http://[::1]:4200"


@pytest.mark.parametrize(
    ("asked", "ours"),
    [
        ("127.0.0.1:4200", True), ("localhost", True), ("[::1]:4200", True), ("LOCALHOST:4200", True),
        ("192.168.1.5:4200", True), ("192.168.1.6", False), ("", False), ("localhost.", False),
        ("localhost@elsewhere.example", False), ("localhost:4200:1", False), ("elsewhere.example", False),
        ("127.0.0.1.elsewhere.example", False), ("[::1", False),
    ],
)  # fmt: skip
def test_only_its_own_names_are_ours(asked: str, ours: bool) -> None:  # noqa: FBT001 - a row of the table
    assert addresses.Place("0.0.0.0", 4200).is_called(asked, "192.168.1.5") is ours  # noqa: S104 - that is the point


@pytest.mark.parametrize(("words", "host"), [("localhost", "127.0.0.1"), ("[::1]", "::1"), ("::0001", "::1")])
def test_an_address_is_read_as_it_may_be_written(words: str, host: str) -> None:
    assert typed.host(words) == host


@pytest.mark.parametrize("words", ["", "example.org", "127.1", "1.2.3.4.5", "fe80::1%eth0", "0"])
def test_a_name_is_no_address_to_listen_on(words: str) -> None:
    with pytest.raises(typed.Mistyped):
        typed.host(words)


def test_a_start_for_all_to_reach_is_refused_in_both_languages(python: Python) -> None:
    start = ("-m", "flows.cli", "ui", "--host", "0.0.0.0")  # noqa: S104 - that is the point
    english, french = python(*start), python(*start, LC_ALL="fr_FR.UTF-8")
    assert (english.returncode, french.returncode) == (2, 2)
    assert "type: onrecord ui --auth-file FILE" in english.stderr
    assert french.stderr.startswith("0.0.0.0 est accessible depuis d’autres machines")
