"""A logo: one picture beside the workbook, made plain; what else its cell may name is told there."""

from __future__ import annotations

import hashlib
import io
from typing import TYPE_CHECKING

import pytest
from PIL import Image

from flows import steps
from flows.workbook import clean, read
from tests.books import sound, written

if TYPE_CHECKING:
    from pathlib import Path

    from flows.workbook.clean import Cleaned

SVG = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
DRAWN = f'<svg {SVG} viewBox="0 0 30 10"><path fill="#1f4e79" d="M0 0h30v10z"/></svg>'

BOMB = '<rect id="g6"/>' + "".join(
    f'<g id="g{each}">' + f'<use href="#g{each + 1}"/>' * 10 + "</g>" for each in range(6)
)


def with_logo(folder: Path, name: object = "logo.svg") -> Cleaned:
    """What is read of the sound workbook in that folder, with this logo."""
    book = sound() | {"Settings": [["name", "value"], ["logo", name]]}
    return steps.clean(read.cells(written(folder / "book.xlsx", book)))


def told(found: Cleaned) -> str:
    """The rule of the one complaint, at the cell of the name."""
    (problem,) = found.problems
    assert str(problem.cell) == "Settings!B2"
    assert found.logo is None
    assert found.record.settings == ()
    return problem.rule


def picture(kind: str = "PNG", size: tuple[int, int] = (300, 100), **more: object) -> bytes:
    target = io.BytesIO()
    Image.new("RGB", size, "navy").save(target, kind, **more)
    return target.getvalue()


def test_a_drawing_beside_the_workbook_is_the_logo(tmp_path: Path) -> None:
    (tmp_path / "logo.svg").write_text(DRAWN)
    found = with_logo(tmp_path)
    assert found.problems == ()
    assert found.record.settings == (("logo", "logo.svg"),)
    assert found.logo is not None
    assert (found.logo.kind, found.logo.sha256) == ("svg", hashlib.sha256(DRAWN.encode()).hexdigest())


@pytest.mark.parametrize("kind", ["PNG", "JPEG"])
def test_a_picture_is_kept_as_its_pixels_alone(tmp_path: Path, kind: str) -> None:
    place = Image.Exif()
    place[0x010E] = "taken at home"
    (tmp_path / "logo.png").write_bytes(picture(kind, exif=place))
    assert b"taken at home" in (tmp_path / "logo.png").read_bytes()
    found = with_logo(tmp_path, "logo.png")
    assert found.logo is not None
    assert found.logo.content.startswith(b"\x89PNG")
    assert b"taken at home" not in found.logo.content
    assert Image.open(io.BytesIO(found.logo.content)).size == (300, 100)


def test_what_a_drawing_program_says_of_itself_and_its_user_is_left_out(tmp_path: Path) -> None:
    (tmp_path / "logo.svg").write_text(
        '<?xml version="1.0"?><!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/svg11.dtd">'
        f'<!-- by Ann --><svg {SVG} xmlns:i="http://inkscape.example" i:docname="/home/ann/logo.svg" '
        'viewBox="0 0 30 10"><title>Ann</title><metadata>Ann</metadata><i:namedview name="Ann"/>'
        '<style>.a { fill: #e30613; font-family: "Ann" }</style><path class="a" d="M0 0h9v9z"/></svg>'
    )
    found = with_logo(tmp_path)
    assert found.problems == ()
    assert found.logo is not None
    assert b"nn" not in found.logo.content
    assert b"#e30613" in found.logo.content


def test_capitals_of_the_name_do_not_matter_on_any_disk(tmp_path: Path) -> None:
    (tmp_path / "Logo.PNG").write_bytes(picture())
    found = with_logo(tmp_path, "logo.png")
    assert found.record.settings == (("logo", "Logo.PNG"),)


@pytest.mark.parametrize(
    "name", ["../logo.svg", "/etc/passwd", "C:\\logo.svg", "http://a.example/l.svg", ".logo.svg"]
)
def test_only_the_workbook_s_own_folder_is_looked_into(tmp_path: Path, name: str) -> None:
    (tmp_path / "logo.svg").write_text(DRAWN)
    inner = tmp_path / "inner"
    inner.mkdir()
    assert told(with_logo(inner, name)) == "logo_elsewhere"


def test_a_link_that_leads_out_of_the_folder_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "logo.svg").write_text(DRAWN)
    inner = tmp_path / "inner"
    inner.mkdir()
    (inner / "logo.svg").symlink_to(tmp_path / "logo.svg")
    assert told(with_logo(inner)) == "logo_elsewhere"


def test_a_missing_file_is_told_with_the_one_that_was_perhaps_meant(tmp_path: Path) -> None:
    (tmp_path / "logo.svg").write_text(DRAWN)
    found = with_logo(tmp_path, "lgo.svg")
    assert told(found) == "logo_missing"
    assert found.problems[0].message == (
        'value says "lgo.svg", but no such file lies beside the workbook; the page goes on without a logo.'
    )
    assert found.problems[0].fix.startswith("Did you mean logo.svg? Put the file")


@pytest.mark.parametrize(
    ("name", "content", "rule"),
    [
        ("logo.png", b"GIF89a", "logo_of_no_kind"),
        ("logo.png", b"PK\x03\x04", "logo_of_no_kind"),
        ("logo.png", picture()[:80], "logo_broken"),
        ("logo.jpg", picture("JPEG")[:200], "logo_broken"),
        ("logo.png", picture(size=(6000, 900)), "logo_of_too_many_pixels"),
        ("logo.png", picture(size=(900, 10)), "logo_of_no_shape"),
        pytest.param("logo.svg", b"<svg" + b" " * 2_000_001, "logo_too_large", id="too large"),
        ("logo.svg", b"<svg viewBox='0 0 1 1'", "logo_broken"),
        ("logo.svg", f"<svg {SVG}><path d='M0 0h9'/></svg>".encode(), "logo_of_no_shape"),
    ],
)
def test_a_file_that_is_no_picture_to_print_is_told(
    tmp_path: Path, name: str, content: bytes, rule: str
) -> None:
    (tmp_path / name).write_bytes(content)
    assert told(with_logo(tmp_path, name)) == rule


@pytest.mark.parametrize(
    ("inside", "holds"),
    [
        ("<script>alert(1)</script>", "a script"),
        ('<path d="M0 0" onload="alert(1)"/>', "a script"),
        ("<foreignObject/>", "a script"),
        ('<image href="file:///etc/passwd"/>', "a picture inside the drawing"),
        ('<a href="https://a.example"><path d="M0 0"/></a>', "a link to something outside it"),
        ('<use xlink:href="other.svg#x"/>', "a link to something outside it"),
        ('<rect fill="url(https://a.example)"/>', "a link to something outside it"),
        ('<rect style="fill:url(other.svg#x)"/>', "a link to something outside it"),
        ("<style>@import 'https://a.example';</style>", "a link to something outside it"),
        ("<style>.a{background:u\\72l(x)}</style>", "a link to something outside it"),
        ("<text>On Record</text>", "text that hangs on a typeface"),
        ("<animate/>", "movement"),
        ("<filter/>", "more than plain shapes"),
        ('<rect width="1e9"/>', "more than plain shapes"),
        ('<g id="a"><use href="#a"/></g>', "far more shapes than a logo needs"),
        ("<g>" * 60 + "</g>" * 60, "far more shapes than a logo needs"),
        (BOMB, "far more shapes than a logo needs"),
    ],
)  # fmt: skip
def test_a_drawing_that_runs_asks_or_multiplies_is_told(tmp_path: Path, inside: str, holds: str) -> None:
    (tmp_path / "logo.svg").write_text(f'<svg {SVG} viewBox="0 0 30 10">{inside}</svg>')
    found = with_logo(tmp_path)
    assert told(found) == "logo_holds"
    assert f"an SVG that holds {holds};" in found.problems[0].message


def test_entities_of_a_drawing_s_own_are_never_unfolded(tmp_path: Path) -> None:
    bomb = '<!DOCTYPE svg [<!ENTITY a "&b;&b;"><!ENTITY b "x">]>'
    (tmp_path / "logo.svg").write_text(f'{bomb}<svg {SVG} viewBox="0 0 30 10">&a;</svg>')
    found = with_logo(tmp_path)
    assert told(found) == "logo_holds"
    assert "entities of its own" in found.problems[0].message


def test_a_drawing_the_page_cannot_show_is_told_before_any_page_is_made(tmp_path: Path) -> None:
    (tmp_path / "logo.svg").write_text(f'<svg {SVG} viewBox="0 0 30 10"><svg><polyline/></svg></svg>')
    assert told(with_logo(tmp_path)) == "logo_broken"


def test_in_a_notebook_the_logo_is_read_without_the_page(tmp_path: Path) -> None:
    (tmp_path / "logo.svg").write_text(DRAWN)
    book = sound() | {"Settings": [["name", "value"], ["logo", "logo.svg"]]}
    assert clean.record(read.cells(written(tmp_path / "book.xlsx", book))).logo is not None
