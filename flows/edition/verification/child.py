"""A process of its own in which a PDF from anywhere is read, drawn again and held against that."""

from __future__ import annotations

from dataclasses import asdict, dataclass, replace
from itertools import islice
from typing import TYPE_CHECKING, Any

from flows.document import rebuild, render
from flows.document.apart import child
from flows.document.chapters.kept import Kept
from flows.document.chapters.side_by_side import Press, at_most
from flows.document.markup import TEMPLATES
from flows.document.paper import engine
from flows.document.paper.typeset import RenderingError
from flows.document.paper.versions import versions
from flows.document.parts.attached import RECORD
from flows.document.proof import inside as pdfs
from flows.edition import snapshot
from flows.edition.verification import claims, pages, reread, signed
from flows.edition.verification.differences import differences, unseen
from flows.edition.verification.verdict import OLDER, Place, Verdict
from flows.record.findings import NotReconciled

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from flows.document.apart.child import Message
    from flows.document.proof.inside import Inside
    from flows.document.rebuild import Rebuild
    from flows.document.render import Rendered

MOST_PLACES = 60  # told of one PDF
UNREADABLE = (*snapshot.UNREADABLE, RecursionError, NotReconciled)


@dataclass(frozen=True, slots=True)
class Asked:
    """The PDF, what opens it, and the `record.json` that lies beside it, if any."""

    pdf: bytes
    password: str | None = None
    beside: bytes | None = None
    signer: str | None = None  # the fingerprint of the certificate it has to be signed with


def anew(whole: Rebuild, record: bytes) -> Rendered:
    """The document that an earlier one was, by as many hands as there are, and by nothing that was kept."""
    with Press(at_most(), Kept(None, "")) as press:
        return render.again(whole, record, press)


def main() -> None:
    """Answer for what is asked on standard input."""
    child.serve(answer)


def answer(asked: Asked) -> Message:
    """The verdict in Python's own kinds, or what went wrong on the way."""
    return child.guarded(lambda each: ("verdict", asdict(verdict(each))), asked)


def verdict(asked: Asked, again: Callable[[Rebuild, bytes], Rendered] = anew) -> Verdict:
    """What came of the PDF; `again` draws it anew."""
    signature = signed.found(asked.pdf, asked.signer, asked.password)
    drawn = _drawn(asked, signed.issued_part(asked.pdf, signature), again)
    return signed.together(drawn, signature, asked.signer)


def _drawn(asked: Asked, issued: bytes, again: Callable[[Rebuild, bytes], Rendered]) -> Verdict:
    """What came of the bytes that were drawn."""
    try:
        given = pdfs.inside(issued, asked.password)
    except pdfs.Locked:
        return Verdict("unchecked", "wrong_password" if asked.password else "locked")
    except pdfs.NoPdf:
        return Verdict("not_ours", "no_pdf")
    carried = given.file(rebuild.NAME)
    if carried is None:
        return Verdict("not_ours", OLDER if given.file(RECORD) else "no_data")
    try:
        whole = reread.rebuilt_from(carried)
    except reread.Foreign:
        return _unread(carried)
    return _held(replace(asked, pdf=issued), given, whole, again)


def _unread(carried: bytes) -> Verdict:
    """What came of a PDF whose data cannot be read here: it may be that of other versions of ours."""
    differing = tuple(_other_versions(reread.versions_in(carried)))
    if any(name == "code" and theirs for name, theirs, _ in differing):
        return Verdict("unchecked", "other_format", versions=differing)
    return Verdict("not_ours", "foreign_data")


def _held(
    asked: Asked, given: Inside, whole: Rebuild, again: Callable[[Rebuild, bytes], Rendered]
) -> Verdict:
    """A PDF of ours held against what is drawn from what it carries."""
    differing = tuple(_other_versions(whole.versions))
    record = given.file(RECORD)
    if record is None:
        return Verdict("altered", "altered", (Place("file_missing", {"file": RECORD}),), differing)
    try:
        drawn = again(whole, record)
        told = claims.read(record)
    except RenderingError as error:
        return Verdict("altered", "altered", (Place("undrawable", {"why": str(error)}),), differing)
    except UNREADABLE:
        return Verdict("altered", "altered", (Place("file_changed", {"file": RECORD}),), differing)
    same = asked.pdf == drawn.pdf
    places = [Place("file_broken", {"file": name}) for name in given.broken]
    places += [] if same else differences(given, pdfs.inside(drawn.pdf))
    if asked.beside is not None and asked.beside != record:
        places.append(Place("record_beside"))
    if same or not _worded_otherwise(differing):
        places += islice(_claims(told, whole, drawn), MOST_PLACES)
    exact = not same and not differing and not given.encrypted
    if exact and not places:
        places += unseen(asked.pdf, drawn.pdf)
    unsettled = tuple(dict.fromkeys(row for _, row, _ in sorted(told.unsettled, key=str)))
    return _judged(same, given, tuple(places), differing, unsettled)


def _judged(
    same: bool,  # noqa: FBT001 - whether the bytes are
    given: Inside,
    places: tuple[Place, ...],
    differing: tuple[tuple[str, str, str], ...],
    unsettled: tuple[str, ...],
) -> Verdict:
    """The outcome of what was found."""
    if places:
        more = (Place("more", {"more": len(places) - MOST_PLACES}),) if len(places) > MOST_PLACES else ()
        doubtful = "claims_by_other_versions" if same else "altered_or_other_versions"
        return Verdict(
            "altered",
            doubtful if differing else "altered",
            (*places[:MOST_PLACES], *more),
            differing,
            unsettled,
        )
    if same:
        return Verdict("identical", "identical", (), (), unsettled)
    why = "same_words_encrypted" if given.encrypted else "same_words"
    return Verdict("same_words", why, (), differing, unsettled)


def _worded_otherwise(differing: tuple[tuple[str, str, str], ...]) -> bool:
    """Whether other rules may have led to it, or other sentences tell it, than those here.

    A file that says so is never called identical without having been asked what it claims.
    """
    return any(name in {"code", "rules"} for name, *_ in differing)


def _claims(told: claims.Told, whole: Rebuild, drawn: Rendered) -> Iterator[Place]:
    """What the record claims, and the pages, and does not follow."""
    try:
        yield from claims.of_record(told)
        yield from pages.of_pages(told, whole.printed, drawn)
    except UNREADABLE:  # a code that no rule and no sentence knows
        yield Place("file_changed", {"file": RECORD})


def _other_versions(theirs: Mapping[str, object]) -> Iterator[tuple[str, str, str]]:
    """What drew the file and is not what is here: its name, the file's, ours."""
    then, now = _flat(theirs), _flat(versions(TEMPLATES, engine.versions()))
    for name in sorted(then.keys() | now.keys()):
        if then.get(name) != now.get(name):
            yield name, then.get(name, ""), now.get(name, "")


def _flat(versions: Mapping[str, Any]) -> dict[str, str]:
    """Every version by its name; those of the engine by their own."""
    found: dict[str, str] = {}
    for name, value in versions.items():
        found |= (
            {str(one): str(each) for one, each in value.items()}
            if isinstance(value, dict)
            else {name: str(value)}
        )
    return found
