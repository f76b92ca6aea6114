"""Which quotes may be printed (R14): verbatim, and never without speaker, role, date and source."""

from __future__ import annotations

import re
from collections import defaultdict
from difflib import SequenceMatcher
from hashlib import sha256
from typing import TYPE_CHECKING, Literal
from unicodedata import combining, normalize

from flows.record import voices
from flows.record.columns import QUOTE, cell
from flows.record.confidence import rank
from flows.record.gaps import folded
from flows.record.order import by_id, said_on

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping
    from datetime import date

    from flows.record.facts import Announcement, Quote, Reaction

    Quoting = Announcement | Reaction

Translator = Literal["team", "publisher", "official", "machine"]

SIGNED: Mapping[str, Translator] = {
    "machine": "machine", "automatic": "machine", "automatically": "machine", "automated": "machine",
    "automatique": "machine", "automatiques": "machine", "automatisee": "machine",
    "team": "team", "equipe": "team",
    "publisher": "publisher", "editeur": "publisher", "editrice": "publisher",
    "official": "official", "officiel": "official", "officielle": "official",
}  # fmt: skip
"""How a translation is signed (model 1.5), in either language: without accents or capitals.

Where two of them stand together, the first here is meant: what a machine had a part in is a machine's.
"""

CELLS = {one.name: one.path for one in QUOTE}
"""Where each cell of a quote stands in its row."""

SPOKEN = ("quote", "translation")
"""The cells that make a quote; the others say whose it is and in what language."""

KEPT = 4
"""Hexadecimal digits of a name's fingerprint: another name leaves the same once in 65,536 times.

So seldom is a change not seen; and of all the names and roles there are, thousands would fit.
"""

WORD = re.compile(r"[a-z]+")

NEAREST = 20
"""With how many others a quote is compared: all of them, for any day a person could have had."""

ALIKE = (0.80, 0.99)
"""Similarity at which two wordings are variants of one quote; above it they are the same (R14)."""


def printable(quote: Quote | None) -> bool:
    """True when words could be printed: the original, or somebody's signed translation (R14)."""
    if quote is None:
        return False
    return bool(quote.words) or bool(quote.translation and human(quote))


def human(quote: Quote) -> bool:
    """True when the translation is signed by somebody, and that is no machine (R14)."""
    return translator_kind(quote.translated_by) in {"team", "publisher", "official"}


def translator_kind(text: str | None) -> Translator | None:
    """Whose translation a cell says it is (model 1.5); None when it is blank or says none of the four.

    Only what stands before the colon counts, so that "publisher: Time Machine" is a publisher.
    """
    spelt = normalize("NFD", (text or "").partition(":")[0])
    bare = "".join(letter for letter in spelt if not combining(letter)).casefold()
    words = frozenset(WORD.findall(bare))
    return next((kind for word, kind in SIGNED.items() if word in words), None)


def speaker(quote: Quote) -> tuple[str, str] | None:
    """Name and role in the workbook's language; the role may follow a comma. None when one is missing."""
    said = quote.speaker or ""
    name, _, rest = said.partition(",")
    name, role = (name, rest) if quote.role is None else (said, quote.role.words)
    whole = (name.strip(), role.strip())
    return whole if all(whole) else voices.voice(said)


def lacking(row: Quoting, unsourced: Collection[str]) -> tuple[str, ...]:
    """What a quote lacks of speaker, role, date and source (R14): as quote_without_role and so on."""
    if row.quote is None:
        return ()
    on = said_on(row)
    missing = (
        ("speaker", not (row.quote.speaker or "").partition(",")[0].strip()),
        ("role", bool(row.quote.speaker) and speaker(row.quote) is None),
        ("date", on is None or on.precision != "day"),
        ("source", row.id in unsourced),
    )
    return tuple(f"quote_without_{what}" for what, lacks in missing if lacks)


def fingerprints(row: Quoting) -> dict[str, str]:
    """A fingerprint of each cell of the row's quote by the column's name; of a blank cell there is none.

    Words are salted with themselves: they are long, and cannot be guessed. A name could be, from a list of
    names. So of who spoke, of the language and of the translator so little is kept that a great many others
    would leave the same; and it is salted with the row's id, lest a speaker's rows show as one speaker's.
    """
    told = ((column, cell(row, path)) for column, path in CELLS.items())
    return {
        column: _digest(words, words) if column in SPOKEN else _digest(row.id, words)[:KEPT]
        for column, words in told
        if words is not None
    }


def _digest(salt: str, words: str) -> str:
    return sha256(f"{salt}\0{words}".encode(errors="surrogatepass")).hexdigest()[:32]


def variants(rows: Iterable[Quoting], unsourced: Collection[str]) -> tuple[tuple[Quoting, Quoting], ...]:
    """Pairs of near-identical wordings by one speaker on one day, the better verified first (R14).

    Only of rows with a usable source: the others are in no finding (R10).
    """
    groups: defaultdict[tuple[str, date, str], list[Quoting]] = defaultdict(list)
    for row in rows:
        on = said_on(row)
        if row.id in unsourced or row.quote is None or on is None:
            continue
        if row.quote.words and row.quote.speaker:
            who = folded(row.quote.speaker.partition(",")[0])
            groups[who, on.first, row.quote.language or ""].append(row)
    return tuple(pair for group in groups.values() for pair in _alike(group))


def quotable(
    rows: Iterable[Quoting], pairs: Iterable[tuple[Quoting, Quoting]], unsourced: Collection[str]
) -> tuple[str, ...]:
    """Ids of the rows whose quote may be printed, by id; of variants only the best verified (R14)."""
    fit = {row.id for row in rows if printable(row.quote) and not lacking(row, unsourced)}
    lesser = {worse.id for better, worse in pairs if better.id in fit}
    return tuple(sorted(fit - lesser, key=by_id))


def _alike(group: list[Quoting]) -> Iterator[tuple[Quoting, Quoting]]:
    """Pairs within one speaker's day; of very many quotes each only with its nearest in the alphabet."""
    said = [(" ".join((row.quote.words or "").split()), row) for row in group if row.quote]
    said.sort(key=lambda pair: pair[0])
    for at, (words, one) in enumerate(said):
        matcher = SequenceMatcher(None, "", words, autojunk=False)  # what it knows of `words` is used again
        for others, other in said[at + 1 : at + 1 + NEAREST]:
            matcher.set_seq1(others)
            if words != others and _similar(matcher):
                yield _better_first(one, other)


def _better_first(one: Quoting, other: Quoting) -> tuple[Quoting, Quoting]:
    first, second = sorted((one, other), key=lambda row: (-rank(row), by_id(row.id)))
    return first, second


def _similar(matcher: SequenceMatcher[str]) -> bool:
    least, most = ALIKE
    if matcher.real_quick_ratio() < least or matcher.quick_ratio() < least:
        return False
    return least <= matcher.ratio() <= most
