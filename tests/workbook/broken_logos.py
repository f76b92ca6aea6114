"""One way to break each rule about a logo: the name typed, and what lies beside the workbook."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from PIL import Image

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Put = Callable[[Path], None]


def picture(size: tuple[int, int] = (300, 100)) -> bytes:
    """A PNG of that size."""
    target = io.BytesIO()
    Image.new("RGB", size, "navy").save(target, "PNG")
    return target.getvalue()


def file(name: str, content: bytes) -> Put:
    """That file, in the folder."""

    def put(folder: Path) -> None:
        (folder / name).write_bytes(content)

    return put


def circle(folder: Path) -> None:
    """A link that leads to itself."""
    (folder / "logo.png").symlink_to(folder / "logo.png")


SCRIPT = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 3 1"><script>alert(1)</script></svg>'

LOGOS: tuple[tuple[str, str, Put | None], ...] = (
    ("logo_missing", "logo.png", None),
    ("logo_elsewhere", "../logo.png", None),
    ("logo_unreadable", "logo.png", circle),
    ("logo_of_no_kind", "logo.png", file("logo.png", b"GIF89a")),
    ("logo_broken", "logo.png", file("logo.png", picture()[:80])),
    ("logo_of_too_many_pixels", "logo.png", file("logo.png", picture((6000, 900)))),
    ("logo_of_no_shape", "logo.png", file("logo.png", picture((900, 10)))),
    ("logo_too_large", "logo.svg", file("logo.svg", b"<svg" + b" " * 2_000_001)),
    ("logo_holds", "logo.svg", file("logo.svg", SCRIPT)),
)
