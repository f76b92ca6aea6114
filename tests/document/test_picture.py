"""A finished PDF's first page as a picture: the same pixels once it is opened again."""

from __future__ import annotations

from io import BytesIO

import pytest
from PIL import Image

from flows.document.proof import picture
from tests.reading_room.rooms import blank

THREE = (200, 10, 30)


@pytest.mark.parametrize(
    ("pixel", "shown"),
    [(THREE, THREE), ((*THREE, 255), THREE), ((77,), (77, 77, 77))],
    ids=["colours", "and-one-more", "grey"],
)
def test_pixels_come_out_as_they_went_in(pixel: tuple[int, ...], shown: tuple[int, ...]) -> None:
    row = bytes(pixel) * 3
    made = picture.png((row + b"??") * 2, 3, 2, len(row) + 2, len(pixel))
    with Image.open(BytesIO(made)) as opened:
        assert (opened.format, opened.mode, opened.size) == ("PNG", "RGB", (3, 2))
        assert {opened.getpixel((x, y)) for x in range(3) for y in range(2)} == {shown}


def test_the_page_keeps_its_shape() -> None:
    with Image.open(BytesIO(picture.page_one(blank(), 240))) as opened:
        assert opened.size == (240, 340)


@pytest.mark.parametrize("pdf", [b"", b"%PDF-1.7 not much of one", b"PK"])
def test_what_is_no_pdf_has_no_picture(pdf: bytes) -> None:
    with pytest.raises(picture.NoPicture):
        picture.page_one(pdf, 240)
