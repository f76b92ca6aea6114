"""A file that cannot be read as a workbook, refused with a sentence in either language."""

import unicodedata

from flows.workbook.reading.reasons import REMEDIES, SENTENCES, spaced

LONGEST = 120  # characters of what a sentence quotes
UNSEEN = {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}
"""Categories of what moves, hides or turns round other letters."""

JOINERS = "\u200c\u200d"  # within words and emoji


class Unreadable(Exception):  # noqa: N818 - read aloud: the file is unreadable
    """The file cannot be read as a workbook; `sentence` says so to the person who chose it.

    `kind` is a stable name such as "password"; `file` the file's name; `detail` the part, cell, person or
    figure the sentence names, the same in both languages, or None. Survives pickling.
    """

    def __init__(self, kind: str, file: str, detail: str | None = None) -> None:
        """Refuse `file` for a reason of that kind."""
        super().__init__(kind, file, detail)
        self.kind = kind
        self.file = file
        self.detail = detail

    def __str__(self) -> str:
        """The sentence in English."""
        return self.sentence("en")

    def sentence(self, language: str) -> str:
        """What the file is and what to do, in `language` ("en" or "fr")."""
        english, french = SENTENCES[self.kind]
        pattern = french if language == "fr" else english
        whole = pattern.format(file="{file}", detail="{detail}", **REMEDIES[language])
        finished = spaced(whole) if language == "fr" else whole
        return finished.format(file=quotable(self.file), detail=self.detail)


def too_many_values(file: str, most: int) -> Unreadable:
    """The refusal of more filled cells than that."""
    return Unreadable("too_many_values", file, f"{most:,}".replace(",", "\u202f"))


def quotable(words: str) -> str:
    """The words as they may stand in a sentence on any screen: one line, not too long, nothing unseen."""
    cut = f"{words[: LONGEST - 1]}…" if len(words) > LONGEST else words
    return "".join("\ufffd" if _unseen(letter) else letter for letter in cut)


def _unseen(letter: str) -> bool:
    return letter not in JOINERS and unicodedata.category(letter) in UNSEEN
