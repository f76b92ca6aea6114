"""How long documents are drawn: where chapters are kept, how many draw, what stands by and is let go."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from flows import printing, settings
from flows.document.apart.process import Drawing, Standby
from flows.document.apart.work import Work
from flows.order import Order
from flows.workbook.read import Unreadable
from tests import books
from tests.document import making


def test_chapters_are_kept_where_that_is_said_or_where_such_things_belong(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PAGES_KEPT", str(tmp_path / "here"))
    assert settings.pages_kept() == str(tmp_path / "here")
    monkeypatch.setenv("PAGES_KEPT", "none")
    assert settings.pages_kept() is None
    monkeypatch.delenv("PAGES_KEPT")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    assert Path(settings.pages_kept() or "").name == "pages"


@pytest.mark.parametrize(("said", "meant"), [("3", 3), ("0", None), ("many", None), ("", None)])
def test_as_many_draw_as_is_said_or_as_there_are_processors(
    said: str, meant: int | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PAGES_AT_ONCE", said)
    assert settings.pages_at_once() == meant


def test_a_process_that_stood_by_draws_the_same(tmp_path: Path) -> None:
    work = Work(making.found(tmp_path, books.sound()), "en", making.EDITION, extent="core")
    standby = Standby(settings.for_pages())
    drawn = Drawing(work, settings.for_pages(), standby=standby).finished()
    assert drawn == Drawing(work, settings.for_pages()).finished()
    standby.stop()  # nothing: it has been given work, and has ended with it
    assert standby.process.returncode == 0


def test_what_stood_by_for_nothing_is_ended(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    begun: list[Standby] = []

    class Noted(Standby):
        def __init__(self, *given: object) -> None:
            super().__init__(*given)  # type: ignore[arg-type]
            begun.append(self)

    monkeypatch.setattr(printing, "Standby", Noted)
    (tmp_path / "record.xlsx").write_bytes(b"no workbook")
    with pytest.raises(Unreadable):
        printing.build(
            tmp_path / "record.xlsx", Order(date(2020, 6, 15)), tmp_path / "outputs", lambda _: None
        )
    assert len(begun) == len(Order(date(2020, 6, 15)).languages)
    assert all(one.process.returncode is not None for one in begun)
