"""What is shown to whoever is asked whether an edition may go out: the PDF, what changed, who gets what."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flows import settings
from flows.dispatch import sending
from flows.dispatch.asked import Asked
from flows.dispatch.told import why
from flows.publishing import picture
from flows.publishing.marked import LANGUAGES, plain, to_click
from flows.publishing.show import changed
from flows.report import told
from flows.workbook import people

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from flows.report import Edition
    from flows.workbook.people import Recipient


def text(edition: Edition, readers: Sequence[Recipient], group: str, missing: str) -> str:
    """All of it as Markdown, what was missing from the last answer first."""
    day = edition.folder.name.rsplit("-", 1)[0]
    workbook = edition.folder.parent.name
    said = [
        *([f"**{plain(missing)}**"] if missing else []),
        f"## May edition no. {edition.number} of {plain(workbook)}, as of {plain(day)}, go out?",
        plain(told(edition, "en")),
        f"To read it first: {to_click(edition.pdfs, settings.outputs())}",
        f"### Who gets what: {plain(group)}, {_number(len(readers))}",
        "\n".join(_table(edition, readers)),
        "### What changed",
        changed(edition),
        picture.page_one(edition.pdfs[0], picture.SMALL),
        "Nothing is sent before somebody approves. To refuse, say why. To send it to others, choose "
        "“Change the recipients”: you will see who they are before you decide.",
    ]
    return "\n\n".join(said)


def _number(readers: int) -> str:
    return "1 person" if readers == 1 else f"{readers} people"


def _table(edition: Edition, readers: Sequence[Recipient]) -> Iterator[str]:
    """A row a reader, masked: who, in which language, which file, about what, and whether it goes to them."""
    yield "| Who | Language | File | About | What |"
    yield "|---|---|---|---|---|"
    draft = edition.folder.name  # whether a draft may go out was decided before this was asked
    out = sending.previewed(Asked(edition.folder, tuple(readers), let_go_by="", draft=draft))
    for one in out.everyone:
        topics = ", ".join(one.reader.topics) or "everything"
        cells = (people.masked(one.reader), LANGUAGES[one.language], one.document, topics, why(one, "en"))
        yield "| " + " | ".join(map(plain, cells)) + " |"
