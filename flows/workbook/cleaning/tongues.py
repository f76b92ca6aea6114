"""English or French, as far as a text's little words tell them apart."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

LITTLE = {
    "en": "the of and to in is that for with this we our are not will be it on have has from their they an "
          "as by which us can must should would was were been being if so than them these those there who "
          "what when where how all any its his her",
    "fr": "le la les des et du de un une que qui pour dans est nous notre ne pas ce cette avec sur par au "
          "aux sont ils elle il a en leur leurs nos vos sans être été ces cet ses mes eux lui comme tous "
          "toute toutes donc où",
}  # fmt: skip
NO_OTHER_S = {
    "en": "the and to that with this our are not be it from their they which us should",
    "fr": "les des une qui dans est nous notre pas cette avec aux sont ils elle leurs et du",
}
WORDS = {code: frozenset(held.split()) for code, held in LITTLE.items()}
"""Little words of each language; those of both tell nothing."""

TELLING = {code: frozenset(held.split()) for code, held in NO_OTHER_S.items()}
"""Those that neither Spanish nor Italian, nor Dutch or German, has as well."""

OTHER = {"en": "fr", "fr": "en"}
ENOUGH_LITTLE = 3  # little words of a text that show its language, where the other has none
ACCENTED = re.compile(r"[éèêàùçœ]")
"""What a word has that is French and not English."""


def tongue(text: str, words: Mapping[str, frozenset[str]] = WORDS) -> str | None:
    """English or French, by its little words; None where they do not tell."""
    held = re.findall(r"[^\W\d_]+", text.casefold())
    counts = {code: sum(word in words[code] - words[other] for word in held) for code, other in OTHER.items()}
    counts["fr"] += sum(bool(ACCENTED.search(word)) for word in held if counts["fr"] and words is WORDS)
    most, least = max(counts, key=counts.__getitem__), min(counts, key=counts.__getitem__)
    return most if counts[most] >= ENOUGH_LITTLE and not counts[least] else None
