"""A letter: what a reader is told of an edition, as plain text and as HTML, in their language.

The same for all who follow the same and received the same edition last; no name and no address is in it.
"""

from __future__ import annotations

import json
import textwrap
from dataclasses import asdict, dataclass
from hashlib import sha256
from typing import TYPE_CHECKING

from flows.delivery.wording import in_words, say
from flows.document import markup
from flows.document.wording import dates, sentences

if TYPE_CHECKING:
    from collections.abc import Iterator

    from flows.delivery.news import Digest, Point, Since

CHANGES = 12  # told one by one; the briefing has them all
WIDE = 76  # letters on a line of plain text


@dataclass(frozen=True, slots=True)
class Attached:
    """The file a letter carries."""

    name: str
    sha256: str
    size: int  # bytes
    locked: bool = False  # opens with a password only


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and what stands below it."""

    heading: str
    items: tuple[tuple[tuple[str, str | None], ...], ...]  # each in pieces, with their language if another
    after: str = ""


@dataclass(frozen=True, slots=True)
class Page:
    """All that is printed in a letter, in order."""

    language: str
    title: str
    edition: str
    opening: tuple[str, ...]
    sections: tuple[Section, ...]
    heading: str  # of what is said of the file
    attached: tuple[str, ...]
    check: str
    fingerprint: str
    foot: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Letter:
    """What a mail says."""

    language: str
    subject: str
    text: str
    html: str

    def kept(self) -> str:
        """As the ledger keeps it, so that it can be sent again as it was."""
        return json.dumps(asdict(self), ensure_ascii=False, sort_keys=True)

    def key(self) -> str:
        """What it goes by: its SHA-256."""
        return sha256(self.kept().encode()).hexdigest()


def read(kept: str) -> Letter:
    """The letter the ledger kept."""
    return Letter(**json.loads(kept))


def letter(told: Digest, since: Since | str, followed: frozenset[str], attached: Attached) -> Letter:
    """The letter of an edition. `since` is what is news since the last one, or "first" or "not_kept"."""
    language = told.language
    day = dates.day(told.as_of, language)
    named = {"title": told.title, "number": told.number, "date": day}
    page = Page(
        language=language,
        title=told.title,
        edition=say("edition", language, number=told.number, date=day),
        opening=tuple(_opening(told, since, followed)),
        sections=tuple(_sections(told, since, followed)),
        heading=say("briefing", language),
        attached=tuple(_attached(attached, language)),
        check=say("check", language),
        fingerprint=attached.sha256,
        foot=(say("why", language), *filter(None, (told.team, told.contact))),
    )
    subject = say("subject_draft" if told.draft else "subject", language, **named)
    return Letter(language, subject, text(page), html(page))


def _opening(told: Digest, since: Since | str, followed: frozenset[str]) -> Iterator[str]:
    language = told.language
    names = sentences.listed(sorted(followed), language)
    if isinstance(since, str):
        yield say(since, language, date=dates.day(told.as_of, language))
        if followed:
            yield say("follows", language, followed=names)
    else:
        number = len(since.lines)
        kind = f"{'followed' if followed else 'since'}_{'one' if number == 1 else 'some'}"
        before = {"number": since.number, "date": dates.day(since.as_of, language)}
        yield say(kind, language, count=in_words(number, language), followed=names, **before)
    if told.draft:
        yield say("draft", language)


def _sections(told: Digest, since: Since | str, followed: frozenset[str]) -> Iterator[Section]:
    """What concerns the reader first, then what changed, then the key points of what they do not follow."""
    language = told.language
    own = [point for point in told.points if not followed or point.about & followed]
    others = [point for point in told.points if point not in own]
    if own:
        heading = say("key_points_followed" if followed else "key_points", language)
        yield Section(heading, tuple(map(_point, own)))
    if not isinstance(since, str):
        shown = tuple(((line, None),) for line in since.lines[:CHANGES])
        beyond = len(since.lines) - CHANGES
        more = say("more", language, count=beyond) if beyond > 0 else ""
        yield Section(say("changed", language), shown, more)
    if others:
        heading = say("key_points_other" if own else "key_points", language)
        yield Section(heading, tuple(map(_point, others)))


def _point(point: Point) -> tuple[tuple[str, str | None], ...]:
    refs = "".join(f" [{ref}]" for ref in point.refs)
    return (*point.runs, (f"{refs} ({point.confidence})", None))


def _attached(file: Attached, language: str) -> Iterator[str]:
    size = say("bytes", language, number=dates.number(-(-file.size // 1000), language))
    yield say("attached", language, file=file.name, size=size)
    if file.locked:
        yield say("locked", language)


def html(page: Page) -> str:
    """The letter for whoever reads mail as pages: no picture, nothing from elsewhere."""
    made = markup.with_any_letter().get_template("mail/letter.html.j2").render(page=page)
    return markup.raised(made) if page.language == "fr" else made


def text(page: Page) -> str:
    """The letter as plain text."""
    blocks = [f"{page.title}\n{page.edition}", *map(_wrapped, page.opening)]
    for section in page.sections:
        items = ["".join(words for words, _ in item) for item in section.items]
        listed = [_wrapped(item, "- ", "  ") for item in items]
        blocks.append("\n".join([section.heading.upper(), *listed, *filter(None, (section.after,))]))
    file = [page.heading.upper(), *map(_wrapped, page.attached), _wrapped(page.check), page.fingerprint]
    foot = ["-- ", *map(_wrapped, page.foot)]
    return "\n\n".join([*blocks, "\n".join(file), "\n".join(foot)]) + "\n"


def _wrapped(words: str, first: str = "", further: str = "") -> str:
    """The words in lines; none of a cell's line breaks among them, and no word broken."""
    plain = words.replace("\n", " ").replace("\r", " ")
    return textwrap.fill(
        plain,
        WIDE,
        initial_indent=first,
        subsequent_indent=further,
        break_long_words=False,
        break_on_hyphens=False,
        replace_whitespace=False,
    )
