"""A finished PDF's first page as a picture."""

from __future__ import annotations

from io import BytesIO

import pytest
from PIL import Image

from flows.document.proof import picture
from tests.reading_room.rooms import blank


def test_the_page_keeps_its_shape() -> None:
    with Image.open(BytesIO(picture.page_one(blank(), 240))) as opened:
        assert opened.size == (240, 340)


@pytest.mark.parametrize("pdf", [b"", b"%PDF-1.7 not much of one", b"PK"])
def test_what_is_no_pdf_has_no_picture(pdf: bytes) -> None:
    with pytest.raises(picture.NoPicture):
        picture.page_one(pdf, 240)
