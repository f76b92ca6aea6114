"""Whether an edition may go out: what settles the question, what asks it again, and what never is asked."""

from __future__ import annotations

import shutil
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from flows import keeping, printing, steps
from flows.edition import decisions
from flows.order import Order
from tests import books

if TYPE_CHECKING:
    from pathlib import Path

    from prefect.client.schemas.objects import State

    from flows.approval import Answer, Asking

pytestmark = [pytest.mark.xdist_group("prefect"), pytest.mark.usefixtures("prefect_server", "drawn_here")]


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the sound workbook's edition."""
    home = tmp_path_factory.mktemp("kept")
    order = Order(date(2020, 6, 15), extent="core")
    return printing.build(
        books.written(home / "record.xlsx", books.sound()), order, home, lambda _: None
    ).folder


@pytest.fixture
def asking(kept: Path, tmp_path: Path) -> Asking:
    """A question about a copy of that edition, for the press."""
    from flows.approval import Asking  # noqa: PLC0415 - not before the settings of the tests stand

    copied = tmp_path / "shelf" / kept.name
    shutil.copytree(kept, copied)
    book = books.written(tmp_path / "readers.xlsx", books.sound() | {"Recipients": books.RECIPIENTS})
    return Asking("a run", keeping.of(copied), steps.recipients(book), "press")


def answered(**given: str) -> Answer:
    from flows.approval import Answer  # noqa: PLC0415 - as above

    return Answer(**({"name": "Ada", "recipients": "press"} | given))


def following(asking: Asking, *, same_readers: bool = True, **given: str) -> Asking | None:
    from flows.approval import next_round  # noqa: PLC0415 - as above

    return next_round(asking, answered(**given), same_readers=same_readers)


def test_an_approval_for_the_readers_that_were_shown_settles_it(asking: Asking) -> None:
    assert following(asking, decision="Approve") is None


def test_a_refusal_settles_it_only_with_a_reason(asking: Asking) -> None:
    assert following(asking, decision="Refuse", reason="A figure is wrong.") is None
    again = following(asking, decision="Refuse", reason="  ")
    assert again is not None
    assert (again.round, again.group) == (2, "press")
    assert again.missing == "Please say why you refuse. Nothing has been decided yet."


def test_other_readers_are_shown_before_anything_is_decided(asking: Asking) -> None:
    for decision in ("Change the recipients", "Approve"):
        again = following(asking, decision=decision, recipients="board")
        assert again is not None
        assert [reader.email for reader in again.chosen] == ["grace@example.com"]


def test_an_approval_of_a_list_that_has_changed_meanwhile_counts_for_nothing(asking: Asking) -> None:
    again = following(asking, decision="Approve", same_readers=False)
    assert again is not None
    assert again.missing.startswith("The list of recipients has changed since you were asked.")


@pytest.mark.parametrize(
    "otherwise", [{"email": "other@example.org"}, {"language": "fr"}, {"topics": ("Amazon",)}, None]
)
def test_a_list_is_another_once_anybody_on_it_would_get_something_else(
    otherwise: dict[str, Any] | None, asking: Asking
) -> None:
    from flows.approval import readers_of  # noqa: PLC0415 - as above

    first, *others = asking.readers
    changed = (replace(first, **otherwise), *others) if otherwise else tuple(others)
    assert readers_of(replace(asking, readers=changed)) != readers_of(asking)
    assert readers_of(replace(asking, readers=tuple(reversed(asking.readers)))) == readers_of(asking)


def test_everyone_is_everyone(asking: Asking) -> None:
    assert len(replace(asking, group="everyone").chosen) == 3


def test_each_step_is_written_down_once_and_the_run_goes_on_where_it_stood(asking: Asking) -> None:
    from flows.approval import where_it_stands, write_down  # noqa: PLC0415 - as above

    first = write_down(asking, "asked")
    assert write_down(asking, "asked") == first
    board = replace(asking, round=2, group="board")
    write_down(board, "regrouped", answered(decision="Change the recipients"))
    write_down(board, "asked")
    shelf = asking.edition.folder.parent
    assert [(one.step, one.round, one.group) for one in decisions.every(shelf)] == [
        ("asked", 1, "press"),
        ("regrouped", 2, "board"),
        ("asked", 2, "board"),
    ]
    there = where_it_stands(asking)
    assert (there.round, there.group) == (2, "board")
    written = (shelf / decisions.NAME).read_text(encoding="utf-8")
    assert "example" not in written
    assert "Lovelace" not in written


def test_the_question_shows_who_gets_what_what_changed_and_no_address(
    asking: Asking, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from flows.publishing import question  # noqa: PLC0415 - as above

    monkeypatch.setenv("OUTPUTS", str(tmp_path))
    words = question.text(asking.edition, asking.chosen, asking.group, "Please say why.")
    assert words.startswith("**Please say why\\.**")
    assert "### Who gets what: press, 2 people" in words
    rows = [line for line in words.splitlines() if line.startswith("| ")][1:]
    assert len(rows) == 2
    assert tuple(row.split(" | ")[1] for row in rows) == ("English", "French")
    assert all("briefing\\-" in row for row in rows)
    assert "### What changed" in words
    assert "![Page one of briefing-en.pdf](data:image/png;base64," in words
    for reader in asking.readers:
        assert reader.email not in words
        assert reader.name not in words


def test_the_form_asks_for_a_name_and_offers_the_groups(asking: Asking) -> None:
    from flows.approval import form_of  # noqa: PLC0415 - as above

    schema = form_of(asking).model_json_schema()
    assert set(schema["required"]) == {"decision", "name"}
    fields = schema["properties"]
    assert fields["decision"]["enum"] == ["Approve", "Refuse", "Change the recipients"]
    assert fields["recipients"]["enum"] == ["everyone", "board", "press"]
    assert fields["recipients"]["default"] == "press"
    assert "as you state it" in fields["name"]["description"]


def run(workbook: Path, **more: object) -> State[Any]:
    from flows import briefing  # noqa: PLC0415 - as above

    return briefing(
        workbook=str(workbook),
        as_of=date(2020, 6, 15),
        languages=["en"],
        extent="core",
        distribute=True,
        return_state=True,
        **more,
    )


def test_a_workbook_that_names_nobody_ends_with_that(
    workbook: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OUTPUTS", str(tmp_path / "outputs"))
    state = run(workbook)
    assert (state.type.value, state.name) == ("COMPLETED", "Completed: nobody to send to")
    assert str(state.message).endswith("The workbook's sheet of recipients does not name anyone.")


def test_a_draft_is_asked_about_only_where_somebody_wants_to_release_one(
    doubled: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OUTPUTS", str(tmp_path / "outputs"))
    assert run(doubled).name == "Completed: draft, 2 rows to resolve"
    asked = "Completed: draft, 2 rows to resolve, nobody to send to"
    assert run(doubled, release_draft=True).name == asked


def test_an_edition_changed_since_it_was_asked_about_does_not_go_out(
    asking: Asking, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from flows import releasing  # noqa: PLC0415 - as above
    from flows.approval import write_down  # noqa: PLC0415 - as above

    monkeypatch.setenv("OUTPUTS", str(tmp_path))
    write_down(asking, "asked")
    workbook = tmp_path / "shelf.xlsx"
    wish = releasing.Wish("a run", distribute=True)
    assert releasing.asked_about(workbook, wish) == asking.edition
    assert releasing.asked_about(workbook, replace(wish, run="another")) is None
    (asking.edition.folder / "briefing-en.pdf").write_bytes(b"%PDF- another")
    with pytest.raises(releasing.Gone) as gone:
        releasing.asked_about(workbook, wish)
    assert "has been changed or removed" in gone.value.sentence("en")
