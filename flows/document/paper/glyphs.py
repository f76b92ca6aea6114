"""The faces of a PDF drawn in parts: each part says which letters it shows, the whole embeds them once."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    Fonts = Mapping[Any, Any]  # WeasyPrint's own, by what it tells them apart by
    Pdf = Any  # pydyf.PDF
    Embedding = Callable[..., Any]  # WeasyPrint's own

Shown = dict[str, dict[int, tuple[str, float]]]
"""By a face's name in a drawing: the letters and the width of each glyph shown."""


class UnknownFace(Exception):  # noqa: N818 - read aloud: it is an unknown face
    """A part shows letters of a face that the whole does not have."""


@dataclass(slots=True)
class Noted:
    """In place of WeasyPrint's own embedding: notes what is shown, and leaves the faces out."""

    shown: Shown = field(default_factory=dict)

    def __call__(self, own: Embedding, pdf: Pdf, fonts: Fonts, *more: Any) -> Any:  # noqa: ANN401 - pydyf's
        """No faces at all, but for the note of them."""
        for font in fonts.values():
            glyphs = self.shown.setdefault(font.hash, {})
            glyphs.update(
                (glyph, (font.to_unicode.get(glyph, ""), wide)) for glyph, wide in font.widths.items()
            )
        return own(pdf, {}, *more)


@dataclass(frozen=True, slots=True)
class Embedded:
    """In place of WeasyPrint's own embedding: each face once, with all that the parts show of it."""

    shown: Shown

    def __call__(self, own: Embedding, pdf: Pdf, fonts: Fonts, *more: Any) -> Any:  # noqa: ANN401 - as above
        """The faces as WeasyPrint embeds them.

        Raises:
            UnknownFace: the parts show one that is not among them.
        """
        faces = {font.hash: font for font in fonts.values() if font.hash in self.shown}
        if missing := set(self.shown) - set(faces):
            raise UnknownFace(", ".join(sorted(missing)))
        for name, font in faces.items():
            glyphs = sorted(self.shown[name].items())
            font.to_unicode = {glyph: letters for glyph, (letters, _) in glyphs}
            font.widths = {glyph: wide for glyph, (_, wide) in glyphs}
        return own(pdf, dict(sorted(faces.items())), *more)


def together(parts: Iterable[Shown]) -> Shown:
    """All that the parts show."""
    whole: defaultdict[str, dict[int, tuple[str, float]]] = defaultdict(dict)
    for part in parts:
        for name, glyphs in part.items():
            whole[name].update(glyphs)
    return dict(whole)
