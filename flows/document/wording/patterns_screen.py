"""Fixed words that only the edition for the screen needs, English beside French."""

from __future__ import annotations

SCREEN: dict[str, tuple[str, str]] = {
    "screen_skip": ("Skip to the key points", "Aller à l’essentiel"),
    "screen_forms": ("Other versions", "Autres versions"),
    "screen_pdf": ("This edition as a PDF", "Cette édition en PDF"),
    "screen_here": ("Read this edition in English", "Lire cette édition en français"),
    "screen_pages": ("Page numbers are those of the PDF; one that is a link leads to the passage on this page.",
        "Les numéros de page sont ceux du PDF ; ceux qui sont des liens mènent au passage sur cette page."),
}  # fmt: skip
