"""A PDF held against itself: identical where nobody touched it, and where it was altered, the place."""

from __future__ import annotations

import io
import json
import random
import zlib
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

import pikepdf
import pytest

from flows import settings
from flows.document import compose, rebuild, render
from flows.document.apart.limits import MEGABYTE, Limits
from flows.document.values import Line, Run
from flows.edition.verification import child, claims, pages, reread, verify
from flows.record import as_json, changes, findings
from tests import books
from tests.document import making, shipped
from tests.document.test_changed import ROWS
from tests.edition.verified import edited, forged, issued, places, saved_again, verdict, within
from tests.often import AT_LENGTH, often
from tests.record.editions import edition, kept
from tests.record.june import A005
from tests.record.rows import book

if TYPE_CHECKING:
    from pathlib import Path

    from flows.document.rebuild import Printed

LOGO = compose.Logo(
    "svg", b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 3"><path d="M0 0h9v3z"/></svg>'
)

MANY = 600  # flips after which both outcomes have to have come


def untouched(pdf: bytes) -> None:
    found = child.verdict(child.Asked(pdf))
    assert (found.outcome, found.places, found.versions) == ("identical", (), ())


@pytest.mark.xdist_group("shipped")
@pytest.mark.parametrize("language", [pytest.param(each, marks=AT_LENGTH) for each in ("en", "fr")])
def test_the_shipped_workbook_s_briefing_is_identical(language: str) -> None:
    untouched(shipped.edition()[language].pdf)


BOOKS = (books.sound(), books.sound("fr"), books.minimal("fr"), books.minimal())
BY_TURNS = [(book, ("en", "fr")[at % 2]) for at, book in enumerate(BOOKS)]


@pytest.mark.parametrize(
    ("book", "language"), often(BY_TURNS, [(book, language) for book in BOOKS for language in ("en", "fr")])
)
def test_what_nobody_touched_is_identical(book: books.Book, language: str, tmp_path: Path) -> None:
    untouched(making.drawn(making.found(tmp_path, book), language).pdf)


def test_so_is_the_core_by_itself_and_a_draft(tmp_path: Path) -> None:
    untouched(issued("fr"))
    doubled = books.put(books.sound(), "Announcements", 3, "id", "A001")
    untouched(making.drawn(making.found(tmp_path, doubled), "en").pdf)


def test_so_is_one_with_settings_columns_of_the_team_s_own_and_sections_hidden(tmp_path: Path) -> None:
    typed: books.Rows = [["Name", "Value"], ["title", "Ours"], ["hide", "matrix"], ["ends_soon", 400]]
    typed += [["order", "sources; commitments"], ["accent", "#8a7200"], ["paper", "letter"]]
    typed += [["extra_columns", "Priority"]]
    book = books.put(books.sound() | {"Settings": typed}, "Announcements", 2, "Priority", "high")
    drawn = making.drawn(making.found(tmp_path, book), "en")
    assert "Ours" in drawn.html
    assert "high" in drawn.html
    untouched(drawn.pdf)


def test_so_is_one_that_follows_another_and_bears_a_logo() -> None:
    before = edition(*ROWS, as_of="2021-05-17")
    record = book(*ROWS, A005)
    found = findings.compute(record, as_of=date(2021, 6, 15), next_on=date(2021, 7, 15), previous=before)
    since = changes.compare(before, kept(record, "2021-06-15", before))
    named = replace(making.EDITION, logo=LOGO, replaces=compose.Replaced(1, date(2021, 5, 17)))
    drawn = render.rendered(
        lambda free: compose.briefing(found, "fr", edition=named, changes=since, slack=free)
    )
    untouched(drawn.pdf)


@pytest.mark.slow
def test_every_one_of_the_bytes_counts() -> None:
    pdf, chance = issued(), random.Random(1)  # noqa: S311 - no secret: the same seed, the same flips
    outcomes: list[str] = []
    while len(outcomes) < often(80, 300) or ("not_ours" not in outcomes and len(outcomes) < MANY):
        flipped = bytearray(pdf)
        flipped[chance.randrange(len(pdf))] ^= 1 << chance.randrange(8)
        outcomes.append(verdict(bytes(flipped)).outcome)
    assert set(outcomes) == {"altered", "not_ours"}  # which bit breaks the file itself hangs on its bytes
    assert outcomes.count("altered") > outcomes.count("not_ours")


def shown(document: pikepdf.Pdf, page: int) -> list[Any]:
    return list(pikepdf.parse_content_stream(document.pages[page]))


def without_words(document: pikepdf.Pdf) -> None:
    """The first words of page two taken out of what is drawn there."""
    drawn = shown(document, 1)
    del drawn[next(place for place, step in enumerate(drawn) if str(step.operator) in {"TJ", "Tj"})]
    document.pages[1].Contents = document.make_stream(pikepdf.unparse_content_stream(drawn))


def test_a_word_gone_from_a_page_is_told_with_its_page() -> None:
    told = places(edited(issued(), without_words))
    assert {kind for kind, _ in told} <= {"words_missing", "words_changed"}
    assert {one["page"] for _, one in told} == {2}


def test_words_added_to_a_page_are_told_with_their_page() -> None:
    def touch(document: pikepdf.Pdf) -> None:
        font = pikepdf.Dictionary(
            Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica
        )
        page = document.pages[0]
        page.add_resource(font, pikepdf.Name.Font, pikepdf.Name("/Added"))
        page.contents_add(document.make_stream(b"BT /Added 9 Tf 60 20 Td (Nothing is true) Tj ET"))

    assert ("words_added", {"page": 1, "found": "Nothing is true", "issued": ""}) in places(
        edited(issued(), touch)
    )


def test_a_page_taken_out_is_told_by_its_number() -> None:
    whole = issued("en", "full")
    told = places(edited(whole, lambda document: document.pages.__delitem__(4)))
    assert [kind for kind, _ in told] == ["page_count", "page_missing"]
    assert told[1][1] == {"page": 5}


def test_a_mark_over_a_page_s_words_is_told_although_the_words_are_there() -> None:
    def touch(document: pikepdf.Pdf) -> None:
        document.pages[1].contents_add(document.make_stream(b"q 1 0 0 rg 90 300 200 60 re f Q"))

    assert places(edited(issued(), touch)) == [("page_looks", {"page": 2})]


def test_what_changed_without_a_trace_is_told_by_its_first_byte() -> None:
    assert places(issued() + b"\n") == [("bytes", {"offset": len(issued())})]


def test_another_title_is_told_with_the_one_before() -> None:
    def touch(document: pikepdf.Pdf) -> None:
        document.docinfo["/Title"] = "Another"

    (told,) = (
        told
        for kind, told in places(edited(issued(), touch))
        if kind == "metadata" and told["name"] == "Title"
    )
    assert told["found"] == "Another"
    assert "Situation as of" in str(told["issued"])


@pytest.mark.parametrize("name", ["sources.csv", "record.json"])
def test_a_file_taken_out_is_missed(name: str) -> None:
    taken = edited(issued(), lambda document: document.attachments.__delitem__(name))
    assert ("file_missing", {"file": name}) in places(taken)


def test_a_file_put_in_or_changed_is_told_by_its_name() -> None:
    def touch(document: pikepdf.Pdf) -> None:
        document.attachments["more.txt"] = b"more"
        document.attachments["sources.csv"] = b"id,publisher\r\n"

    told = [one for one in places(edited(issued(), touch)) if one[0].startswith("file")]
    assert told == [("file_added", {"file": "more.txt"}), ("file_changed", {"file": "sources.csv"})]


def test_without_what_it_is_drawn_from_it_is_not_taken_for_ours() -> None:
    taken = edited(issued(), lambda document: document.attachments.__delitem__(rebuild.NAME))
    assert (verdict(taken).outcome, verdict(taken).why) == ("not_ours", "no_rebuild")


def ended(told: Any) -> None:  # noqa: ANN401 - what JSON holds
    """Amazon's moratorium said to have ended, with sums that add up."""
    (one,) = (one for one in told["commitments"] if one["chain"] == "A001")
    told["counts"]["by_status"].pop(one["status"])
    told["counts"]["by_status"]["ended"] = 1
    one["status"] = "ended"


def said_to_have_ended(printed: Printed) -> Printed:
    core = printed.core.commitments
    rows = tuple(
        replace(row, status=Line((Run("Ended."),), row.status.refs)) if row.id == "A001" else row
        for row in core.rows
    )
    return replace(printed, core=replace(printed.core, commitments=replace(core, rows=rows)))


def test_a_status_made_up_in_the_record_and_on_the_pages_alike_is_found() -> None:
    told = dict(places(forged(issued(), ended, said_to_have_ended)))
    claimed = {"id": "A001", "target": "", "found": "ended", "follows": "in_force_until"}
    assert told["status_claimed"] == claimed
    assert told["status_printed"]["found"] == "Ended."
    assert "360" in str(told["status_printed"]["follows"])
    assert told.keys() == {"status_claimed", "status_printed"}


def test_a_status_made_up_on_the_pages_alone_is_found() -> None:
    assert [kind for kind, _ in places(forged(issued(), pages=said_to_have_ended))] == ["status_printed"]


def test_to_claim_that_other_versions_or_rules_made_it_hides_no_status_made_up() -> None:
    other = forged(issued(), ended, said_to_have_ended, code="0" * 64, rules="2019.1")
    found = verdict(other)
    assert (found.outcome, found.why) == ("altered", "claims_by_other_versions")
    assert {place.kind for place in found.places} == {"status_claimed", "status_printed"}

    def of_other_rules(told: Any) -> None:  # noqa: ANN401 - what JSON holds
        ended(told)
        told["rules"] = "2019.1"

    assert "status_claimed" in dict(places(forged(issued(), of_other_rules)))


def test_an_outcome_and_a_figure_made_up_in_the_record_are_found() -> None:
    def met(told: Any) -> None:  # noqa: ANN401 - what JSON holds
        told["demands"][0]["outcome"] = "met"
        told["commitments"][0]["days_left"] = 1
        told["counts"]["open_questions"] = 7

    told = places(forged(issued(), met))
    made_up = {"id": "R001.1", "target": "Amazon", "found": "met", "follows": "none_found"}
    assert ("outcome_claimed", made_up) in told
    term = {"id": "A001", "name": "days_left", "found": 1, "follows": 360}
    assert ("term_claimed", term) in told
    assert ("count_claimed", {"name": "open_questions", "found": 7, "follows": 1}) in told
    assert "figures_printed" in dict(told)


def test_words_of_a_cell_changed_in_one_place_of_the_pages_are_found() -> None:
    def hushed(printed: Printed) -> Printed:
        assert printed.full is not None
        assert printed.full.questions is not None
        other = replace(printed.full.questions.open[0], words=(Run("Does it cover nobody?"),))
        whole = replace(printed.full.questions, open=(other,))
        return replace(printed, full=replace(printed.full, questions=whole))

    told = places(forged(issued("en", "full"), pages=hushed))
    said = {"found": "Does it cover nobody?", "follows": "Does it cover federal agencies?"}
    assert told == [("words_printed", {"id": "Q001", **said})]


def test_a_row_left_out_of_the_pages_is_missed_and_one_made_up_is_found() -> None:
    def other(printed: Printed) -> Printed:
        core = printed.core.questions
        made_up = replace(core.questions[0], id="Q002", words=(Run("Who paid?"),))
        return replace(printed, core=replace(printed.core, questions=replace(core, questions=(made_up,))))

    told = places(forged(issued(), pages=other))
    assert told == [("row_unknown", {"id": "Q002"})]

    def fewer(printed: Printed) -> Printed:
        assert printed.full is not None
        core = replace(printed.core, questions=replace(printed.core.questions, questions=()))
        assert printed.full.questions is not None
        full = replace(printed.full, questions=replace(printed.full.questions, open=()))
        return replace(printed, core=core, full=full)

    told = places(forged(issued("en", "full"), pages=fewer))
    assert ("cell_unprinted", "Q001", "question") in {
        (kind, one.get("id"), one.get("column")) for kind, one in told
    }


def carrying(content: bytes) -> bytes:
    """The PDF with that in place of what it is drawn from."""
    return edited(issued(), lambda document: document.attachments.__setitem__(rebuild.NAME, content))


@pytest.mark.parametrize(
    "content",
    [b"{}", b"[]", b"null", b"\xff", b'{"briefing": 1, "format": 1, "versions": {}}', b"[" * 100_000],
)
def test_a_file_that_carries_something_else_by_that_name_is_not_ours(content: bytes) -> None:
    assert (verdict(carrying(content)).outcome, verdict(carrying(content)).why) == (
        "not_ours",
        "foreign_data",
    )


def test_a_file_by_another_producer_is_not_ours() -> None:
    blank, target = pikepdf.new(), io.BytesIO()
    blank.add_blank_page()
    blank.save(target)
    assert (verdict(target.getvalue()).outcome, verdict(target.getvalue()).why) == ("not_ours", "no_data")


@pytest.mark.parametrize("change", [
    lambda told: told["briefing"]["masthead"].update(title=7),
    lambda told: told["briefing"]["masthead"].update(more="x"),
    lambda told: told["briefing"]["masthead"].pop("title"),
    lambda told: told["briefing"]["masthead"].update(facts="abc"),
    lambda told: told.update(language="fr"),
    lambda told: told.update(more=1),
])  # fmt: skip
def test_only_what_is_written_just_so_is_read_back(change: Any) -> None:  # noqa: ANN401 - a change of what JSON holds
    content = within(issued(), rebuild.NAME)
    told = json.loads(content)
    assert rebuild.as_bytes(reread.rebuilt_from(content)) == content
    change(told)
    with pytest.raises(reread.Foreign):
        reread.rebuilt_from((json.dumps(told, ensure_ascii=False, indent=2, sort_keys=True) + "\n").encode())


def by_other_versions(pdf: bytes) -> bytes:
    whole = reread.rebuilt_from(within(pdf, rebuild.NAME))
    theirs = dict(whole.versions) | {"code": "0" * 64, "fonts": "1" * 64}
    return render.again(replace(whole, versions=theirs), within(pdf, "record.json")).pdf


def test_what_other_versions_drew_to_the_same_bytes_is_identical() -> None:
    untouched(by_other_versions(issued()))


def test_what_other_versions_drew_to_other_bytes_is_only_said_to_have_the_same_words() -> None:
    found = verdict(edited(by_other_versions(issued()), saved_again))
    assert (found.outcome, found.places) == ("same_words", ())
    assert [(name, theirs[:3]) for name, theirs, _ in found.versions] == [("code", "000"), ("fonts", "111")]


def test_words_that_differ_are_told_whatever_the_versions() -> None:
    found = verdict(edited(by_other_versions(issued()), without_words))
    assert (found.outcome, found.why) == ("altered", "altered_or_other_versions")
    assert found.places[0].told["page"] == 2


def test_data_of_other_versions_that_cannot_be_read_here_is_not_called_foreign() -> None:
    told = json.loads(within(by_other_versions(issued()), rebuild.NAME))
    told["briefing"]["masthead"]["more"] = "of a later day"
    later = carrying(json.dumps(told).encode())
    assert (verdict(later).outcome, verdict(later).why) == ("unchecked", "other_format")


def test_an_encrypted_pdf_is_opened_with_its_password_and_compared_by_its_words() -> None:
    locked = edited(issued(), saved_again, encryption=pikepdf.Encryption(owner="o", user="open"))
    assert verdict(locked).why == "locked"
    assert verdict(locked, "other").why == "wrong_password"
    opened = verdict(locked, "open")
    assert (opened.outcome, opened.why, opened.places) == ("same_words", "same_words_encrypted", ())


def test_the_record_beside_it_has_to_be_the_one_in_it() -> None:
    record = within(issued(), "record.json")
    assert verdict(issued(), beside=record).outcome == "identical"
    assert [place.kind for place in verdict(issued(), beside=record + b"\n").places] == ["record_beside"]


AMPLE = Limits(cpu_seconds=30, wall_seconds=120, memory=1_000 * MEGABYTE)


def with_data(name: str, stream: bytes) -> bytes:
    """A PDF with one file in it, compressed as it comes."""

    def touch(document: pikepdf.Pdf) -> None:
        document.attachments[name] = b"in its place"
        spec = document.attachments[name].obj
        spec.EF.F.write(stream, filter=pikepdf.Name.FlateDecode)

    document = pikepdf.new()
    document.add_blank_page()
    target = io.BytesIO()
    touch(document)
    document.save(target)
    return target.getvalue()


def bomb(size: int) -> bytes:
    packed = zlib.compressobj(9)
    return b"".join(packed.compress(bytes(10_000_000)) for _ in range(size // 10_000_000)) + packed.flush()


def test_data_that_swells_to_gigabytes_breaks_nothing_but_its_own_process() -> None:
    found = verify.of_bytes(
        child.Asked(with_data(rebuild.NAME, bomb(1_200_000_000))), settings.for_pages(), AMPLE
    )
    assert found.outcome in {"unchecked", "not_ours"}
    assert found.why in {"too_heavy", "crashed", "foreign_data", "no_data"}


def test_what_takes_too_long_is_left_with_a_sentence() -> None:
    brief = Limits(cpu_seconds=1, wall_seconds=4, memory=1_500 * MEGABYTE)
    found = verify.of_bytes(child.Asked(issued("en", "full")), settings.for_pages(), brief)
    assert (found.outcome, found.why, found.told["seconds"]) == ("unchecked", "too_slow", 1)


def test_asked_of_its_own_process_the_answer_is_the_same(tmp_path: Path) -> None:
    altered = tmp_path / "briefing-en.pdf"
    altered.write_bytes(edited(issued(), without_words))
    assert verify.pdf(altered, settings.for_pages()) == verdict(altered.read_bytes())


def test_what_is_no_pdf_or_far_too_large_is_not_even_opened(tmp_path: Path) -> None:
    other, large = tmp_path / "other.pdf", tmp_path / "large.pdf"
    other.write_text("not a PDF")
    with large.open("wb") as file:
        file.truncate(verify.LARGEST + 1)
    assert verify.pdf(other, {}).why == "no_pdf"  # without an environment no process could begin
    assert verify.pdf(large, {}).why == "too_large"
    other.write_bytes(b"%PDF-1.7\nand nothing else")
    assert verify.pdf(other, settings.for_pages()).why == "no_pdf"


VALUES = (
    None,
    "x",
    "2020-06-10",
    "06/2020",
    "A001",
    "R001",
    "S009",
    "Amazon",
    "moratorium",
    "fixed",
    "met",
    "machine",
)


@pytest.mark.parametrize("seed", range(8))
def test_no_claim_is_doubted_that_our_own_program_made(seed: int, tmp_path: Path) -> None:
    chance = random.Random(seed)  # noqa: S311 - no secret: the same seed, the same cells
    for _ in range(often(3, 40)):
        typed = books.sound(chance.choice(("en", "fr")))
        for _ in range(chance.randint(1, 4)):
            tab = chance.choice(list(typed))
            header = chance.choice(typed[tab][0])
            others = [row[typed[tab][0].index(header)] for row in typed[tab][1:]]
            books.put(
                typed,
                tab,
                chance.randint(2, len(typed[tab])),
                str(header),
                chance.choice([*VALUES, *others * 2]),
            )
        for day in (date(2020, 6, 15), date(2021, 6, 12)):
            found = findings.compute(books.cleaned(tmp_path, typed).record, as_of=day)
            told = claims.read(as_json.canonical(found).encode())
            language = chance.choice(("en", "fr"))
            made = rebuild.printed(compose.briefing(found, language, edition=making.EDITION))
            doubted = [*claims.of_record(told), *pages.of_rows(told, made)]
            assert doubted == [], typed


def test_an_outcome_that_rests_on_a_row_set_aside_is_not_judged_and_all_others_are() -> None:
    record = shipped.record()
    undated = tuple(
        replace(row, announced_on=None, doubts=("missing_date",)) if row.id == "A006" else row
        for row in record.announcements
    )
    found = findings.compute(replace(record, announcements=undated), as_of=date(2021, 6, 12))
    told = claims.read(as_json.canonical(found).encode())
    assert ("outcome", "R001.3", "Amazon") in told.unsettled
    assert [*claims.of_record(told)] == []
    plain = json.loads(as_json.canonical(found))
    plain["commitments"][-1]["status"] = "withdrawn"
    doubted = claims.of_record(claims.read(json.dumps(plain).encode()))
    assert "status_claimed" in {place.kind for place in doubted}
