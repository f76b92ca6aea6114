"""An edition looked at before it goes out: whole, final or named; its files frozen."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from flows.delivery import deciding, issued, news
from flows.delivery.letter import Attached
from flows.delivery.outbox import MAIL
from flows.delivery.planning import Issue, Parcel
from flows.delivery.refusals import CannotSend
from flows.document import digest, file
from flows.edition import decisions, guard, manifest, same
from flows.record.plain import strings
from flows.workbook import people

if TYPE_CHECKING:
    from collections.abc import Callable

    from flows.delivery.deciding import Decided
    from flows.delivery.outbox import Outbox
    from flows.dispatch.asked import Asked

LOCKED = b"/Encrypt"  # in the trailer of a file that needs a password, whoever sends it
HIDDEN = ".issued"  # beside the shelves: no workbook's shelf begins with a dot


@dataclass(frozen=True, slots=True)
class Outgoing:
    """What would go out: the issue, and what each reader gets or does not get."""

    issue: Issue
    everyone: tuple[Decided, ...] = field(repr=False)

    @property
    def sends(self) -> tuple[Decided, ...]:
        """Those who get it by mail."""
        return tuple(one for one in self.everyone if one.sends)

    def parcels(self) -> list[Parcel]:
        """What each of them gets."""
        return [
            Parcel(MAIL, one.reader.email, one.reader.name, one.letter.key(), one.document)
            for one in self.everyone
            if one.sends and one.letter is not None
        ]

    def letters(self) -> dict[str, str]:
        """Each distinct letter once, by what it goes by."""
        written = (one.letter for one in self.everyone if one.letter is not None)
        return {letter.key(): letter.kept() for letter in written}


def checked(asked: Asked) -> manifest.Kept:
    """The edition, which may go out.

    Raises `CannotSend` where it is damaged, or a draft that nobody named; `CannotKeep` where it is none.
    """
    kept = manifest.read(asked.edition)
    if not same.whole(asked.edition):
        raise CannotSend("edition_damaged", edition=kept.name)
    if kept.release != "final" and asked.draft != kept.name:
        raise CannotSend("draft", edition=kept.name)
    return kept


def outgoing(
    asked: Asked, outbox: Outbox, domain: str, finished: Callable[[bytes], bytes] | None
) -> Outgoing:
    """What goes out now. `finished` seals or locks a file that was not frozen before; None only looks.

    Raises as `checked` does, and `CannotSend` where nobody is on the list.
    """
    kept = checked(asked)
    edition, revision = deciding.named(asked.edition)
    files = {language: _frozen(asked, outbox, language, finished) for language in kept.languages}
    issue = Issue(
        edition=edition,
        revision=revision,
        manifest=decisions.fingerprint(asked.edition),
        documents={one.name: one.sha256 for one in files.values()},
        let_go_by=asked.let_go_by,
        domain=domain,
        not_before=asked.not_before,
        zone=asked.zone,
    )
    chosen = people.addressed(asked.readers, asked.group) if asked.mail else ()
    if asked.mail and not chosen:
        raise CannotSend("nobody", whom=f" ({asked.group})" if asked.group else "")
    desk = deciding.Desk(asked.edition, news.newsroom(asked.edition), files)
    decided = deciding.everyone(desk, outbox, edition, revision, chosen)
    _held_back(asked, kept, decided)
    return Outgoing(issue, tuple(decided))


def _held_back(asked: Asked, kept: manifest.Kept, decided: list[Decided]) -> None:
    """See that nobody on the list is named in a file or a letter, but for whom the page names anyway.

    Raises `CannotSend` ("leak") with the file and the cell.
    """
    listed = {words: str(one.cell) for one in asked.readers for words in (one.email, one.name)}
    letters = {id(one.letter): one.letter for one in decided if one.letter is not None}
    files = {
        file(language, "pdf"): (asked.edition / file(language, "pdf")).read_bytes()
        for language in kept.languages
    }
    files |= {
        f"letter-{place}.html": letter.html.encode() for place, letter in enumerate(letters.values(), 1)
    }
    printed = [(asked.edition / name).read_text("utf-8") for name in ("record.json", digest.NAME)]
    found = guard.leaks(files, listed, [words for text in printed for words in strings(json.loads(text))])
    if found:
        raise CannotSend("leak", file=found[0].file, where=found[0].where)


def _frozen(
    asked: Asked, outbox: Outbox, language: str, finished: Callable[[bytes], bytes] | None
) -> Attached:
    """The file in that language as it goes out: the one frozen before, else the edition's own, finished."""
    edition, revision = deciding.named(asked.edition)
    name, folder = file(language, "pdf"), asked.outputs / HIDDEN
    before = outbox.frozen(edition, revision, name)
    content = issued.read(folder, before) if before else (asked.edition / name).read_bytes()
    if content is None:
        raise CannotSend("file_gone", file=name, edition=asked.edition.name)
    if finished is None:
        return Attached(name, manifest.fingerprint(content), len(content))
    whole = content if before else finished(content)
    return Attached(name, issued.keep(folder, whole), len(whole), locked=LOCKED in whole)
