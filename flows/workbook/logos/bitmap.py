"""A PNG or JPEG drawn anew: its pixels alone, in sRGB, no larger than print needs (Pillow's door)."""

from __future__ import annotations

import io
import warnings
from typing import TYPE_CHECKING

from flows.workbook.logos.found import Unsuitable

if TYPE_CHECKING:
    from PIL.Image import Image

PNG, JPEG = b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff"
END_OF_JPEG = b"\xff\xd9"
MOST_PIXELS = 5_000  # a side
PRINTED = (2400, 400)  # pixels: 9 mm tall at more than 1000 an inch
LEAST_SHAPE, MOST_SHAPE = 0.2, 12.0  # width by height


def plain(content: bytes) -> bytes:
    """The picture as a PNG of 8-bit pixels without anything beside them: no place, no camera, no profile.

    Raises:
        Unsuitable: too many pixels, not whole, or far too long and thin.
    """
    from PIL import Image, ImageOps, UnidentifiedImageError  # noqa: PLC0415 - few workbooks have a logo

    broken = (OSError, ValueError, SyntaxError, EOFError, IndexError, UnidentifiedImageError)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            opened = Image.open(io.BytesIO(content), formats=("PNG", "JPEG"))
            _measured(opened)
            _whole(content)
            opened.load()
            picture = ImageOps.exif_transpose(opened)
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise Unsuitable("logo_of_too_many_pixels", most=MOST_PIXELS) from error
    except broken as error:
        raise Unsuitable("logo_broken") from error
    return _written(picture)


def _measured(picture: Image) -> None:
    if max(picture.size) > MOST_PIXELS:
        raise Unsuitable("logo_of_too_many_pixels", most=MOST_PIXELS)
    if not LEAST_SHAPE <= picture.width / picture.height <= MOST_SHAPE:
        raise Unsuitable("logo_of_no_shape")


def _whole(content: bytes) -> None:
    """Hold that nothing is cut off, which a lenient Pillow (WeasyPrint asks for one) would fill in grey."""
    from PIL import Image  # noqa: PLC0415 - few workbooks have a logo

    if content.startswith(PNG):
        Image.open(io.BytesIO(content), formats=("PNG",)).verify()
    elif END_OF_JPEG not in content[-4096:]:  # cameras write a little behind it
        raise Unsuitable("logo_broken")


def _written(picture: Image) -> bytes:
    clear = "A" in picture.getbands() or "transparency" in picture.info
    pixels = picture.convert("RGBA" if clear else "RGB")
    pixels.thumbnail(PRINTED)
    pixels.info.clear()
    target = io.BytesIO()
    pixels.save(target, "PNG")
    return target.getvalue()
