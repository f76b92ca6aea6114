"""PDFs of the small sound workbook to check: as issued, and as somebody might have altered them."""

from __future__ import annotations

import io
import json
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

import pikepdf

from flows.document import rebuild, render
from flows.edition.verification import child, reread
from tests import books
from tests.document import making

if TYPE_CHECKING:
    from collections.abc import Callable

    from flows.document import Extent
    from flows.document.rebuild import Printed, Rebuild
    from flows.document.render import Rendered
    from flows.edition.verification.verdict import Verdict


@cache
def issued(language: str = "en", extent: Extent = "core") -> bytes:
    """The PDF as it was made."""
    with TemporaryDirectory() as folder:
        return making.drawn(making.found(Path(folder), books.sound()), language, extent).pdf


@cache
def _once(carried: bytes, record: bytes) -> Rendered:
    return render.again(reread.rebuilt_from(carried), record)


def again(whole: Rebuild, record: bytes) -> Rendered:
    """The same as `render.again`, drawn once for whoever asks."""
    return _once(rebuild.as_bytes(whole), record)


def verdict(pdf: bytes, password: str | None = None, beside: bytes | None = None) -> Verdict:
    """What comes of it, drawn once for all that carry the same."""
    return child.verdict(child.Asked(pdf, password, beside), again)


def places(pdf: bytes) -> list[tuple[str, dict[str, object]]]:
    """Where it is altered, as it has to be."""
    found = verdict(pdf)
    assert found.outcome == "altered", found
    return [(place.kind, dict(place.told)) for place in found.places]


def edited(pdf: bytes, touch: Callable[[pikepdf.Pdf], object], **saved: Any) -> bytes:  # noqa: ANN401 - pikepdf's
    """The PDF changed by another program."""
    target = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf)) as document:
        touch(document)
        document.save(target, **saved)
    return target.getvalue()


def saved_again(_: pikepdf.Pdf) -> None:
    """Nothing changed, but written by another program."""


def within(pdf: bytes, name: str) -> bytes:
    """A file within."""
    with pikepdf.open(io.BytesIO(pdf)) as document:
        return bytes(document.attachments[name].get_file().read_bytes())


def forged(
    pdf: bytes,
    record: Callable[[Any], object] = lambda _: None,
    pages: Callable[[Printed], Printed] = lambda printed: printed,
    **versions: str,
) -> bytes:
    """Another PDF drawn by our own program from the data of this one, with the data changed before."""
    told = json.loads(within(pdf, "record.json"))
    record(told)
    whole = reread.rebuilt_from(within(pdf, "rebuild.json"))
    content = json.dumps(told, ensure_ascii=False, indent=2, sort_keys=True) + "\n"
    return render.again(
        rebuild.Rebuild(pages(whole.printed), {**whole.versions, **versions}), content.encode()
    ).pdf
