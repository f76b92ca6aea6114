"""Who gets an edition: whoever has none yet, and whoever something changed for in what they follow (R9)."""

from __future__ import annotations

import shutil
from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random
from typing import TYPE_CHECKING

from flows.delivery import deciding, news, planning
from flows.delivery.letter import Attached
from flows.delivery.outbox import MAIL
from flows.document import file
from flows.record.facts import Citation
from tests.delivery import posting, shelf
from tests.record.rows import (
    announced,
    body,
    book,
    demanded,
    happened,
    question,
    reacted,
    source,
    terms,
    text,
)

if TYPE_CHECKING:
    from pathlib import Path

    from flows.delivery.deciding import Decided
    from flows.delivery.outbox import Outbox
    from flows.record.facts import Record
    from flows.workbook.people import Recipient


def desk(folder: Path) -> deciding.Desk:
    """The edition about to go out."""
    files = {language: Attached(file(language, "pdf"), "5" * 64, 1000) for language in ("en", "fr")}
    return deciding.Desk(folder, news.newsroom(folder), files)


def decided(box: Outbox, folder: Path, *readers: Recipient) -> list[Decided]:
    """What each of them gets."""
    return deciding.everyone(desk(folder), box, *deciding.named(folder), readers)


def received(box: Outbox, folder: Path, every: list[Decided]) -> None:
    """Have the ledger say that those who get it have it."""
    edition, revision = deciding.named(folder)
    of = posting.issue(edition=edition, revision=revision)
    parcels = [
        planning.Parcel(MAIL, one.reader.email, "", one.letter.key(), one.document)
        for one in every
        if one.sends and one.letter
    ]
    letters = {one.letter.key(): one.letter.kept() for one in every if one.letter}
    planning.plan(box, of, parcels, letters, {one.reader.email for one in every})
    keys = {one.key(of) for one in parcels}
    while (one := box.claim(keys)) is not None:
        box.in_flight(one)
        box.settled(one, "sent", 250, "taken")


def sent(box: Outbox, folder: Path, *readers: Recipient) -> list[str]:
    """Why each gets it or not, which they then have."""
    every = decided(box, folder, *readers)
    received(box, folder, every)
    return [one.why for one in every]


AMAZON, IBM = announced("A001", "2020-06-10"), announced("A002", "2020-06-08", "IBM")


def after(tmp_path: Path, now: Record, *readers: Recipient, before: Record | None = None) -> list[Decided]:
    """What each gets of an edition of June 2021, having had that of June 2020."""
    with posting.outbox(tmp_path / "box", posting.Clock()) as box:
        first = shelf.edition(tmp_path, before or book(AMAZON, IBM), "2020-06-15")
        assert set(sent(box, first, *readers)) == {"first"}
        return decided(box, shelf.edition(tmp_path, now, "2021-06-15"), *readers)


def test_who_follows_what_did_not_change_gets_nothing(tmp_path: Path) -> None:
    more = announced("A003", "2021-05-18", previous_id="A001", relation="extends")
    every = shelf.reader("all@example.org")
    amazon, ibm = shelf.reader("a@example.org", "Amazon"), shelf.reader("i@example.org", "IBM")
    found = after(tmp_path, book(AMAZON, IBM, more), every, amazon, ibm)
    assert [one.why for one in found] == ["changed", "changed", "nothing_changed"]
    assert found[0].letter is not None
    assert "Since edition no.\u00a01, of 15\u00a0June 2020, one thing changed." in found[0].letter.text
    assert found[1].letter is not None
    assert "one thing changed in what you" in found[1].letter.text
    assert found[2].letter is None


def test_the_end_of_a_term_is_news_to_who_follows_it_though_nobody_touched_the_file(tmp_path: Path) -> None:
    ends = announced("A001", "2020-06-10", terms=terms(term="fixed", ends_on="2021-06-10"))
    amazon, ibm = shelf.reader("a@example.org", "Amazon"), shelf.reader("i@example.org", "IBM")
    found = after(tmp_path, book(ends, IBM), amazon, ibm, before=book(ends, IBM))
    assert [one.why for one in found] == ["changed", "nothing_changed"]


def test_a_demand_is_news_to_who_follows_its_target_its_actor_or_whom_it_is_about(tmp_path: Path) -> None:
    asked = demanded("R001", "2021-01-01", "IBM", actor="ACLU", about=("A001",))
    readers = [
        shelf.reader(f"r{place}@example.org", name) for place, name in enumerate(("IBM", "ACLU", "Amazon"))
    ]
    found = after(tmp_path, book(AMAZON, IBM, asked), *readers, shelf.reader("x@example.org", "Microsoft"))
    assert [one.why for one in found] == ["changed", "changed", "changed", "nothing_changed"]


def test_a_demand_to_others_is_news_to_who_follows_its_actor_and_pinned_on_nobody(tmp_path: Path) -> None:
    asked = demanded("R001", "2021-01-01", "SECTOR", actor="ACLU", about=("A001",))
    aclu, ibm = shelf.reader("a@example.org", "ACLU"), shelf.reader("i@example.org", "IBM")
    found = after(tmp_path, book(AMAZON, IBM, asked), aclu, ibm)
    assert [one.why for one in found] == ["changed", "nothing_changed"]


def test_who_follows_a_body_hears_of_those_related_to_it(tmp_path: Path) -> None:
    ring = announced("A003", "2021-05-18", "Ring")
    related = body("Ring", related_to=("Amazon",))
    amazon, ibm = shelf.reader("a@example.org", "Amazon"), shelf.reader("i@example.org", "IBM")
    found = after(tmp_path, book(AMAZON, IBM, ring, related), amazon, ibm, before=book(AMAZON, IBM, related))
    assert [one.why for one in found] == ["changed", "nothing_changed"]


def test_a_name_is_known_by_its_aliases_and_in_the_other_language(tmp_path: Path) -> None:
    known = body("Amazon", aliases=("Amazon.com",), name_twin=text("Amazone"))
    more = announced("A003", "2021-05-18")
    readers = [
        shelf.reader(f"r{n}@example.org", name) for n, name in enumerate(("amazon.COM", "Amazone", "AMAZON"))
    ]
    found = after(tmp_path, book(AMAZON, IBM, more, known), *readers, before=book(AMAZON, IBM, known))
    assert [one.why for one in found] == ["changed"] * 3


def test_our_own_bookkeeping_is_no_news_to_anybody(tmp_path: Path) -> None:
    looked = announced("A001", "2020-06-10", checked_by="LM", checked_on="2021-06-01", entered_by="AB")
    found = after(
        tmp_path, book(looked, IBM), shelf.reader("all@example.org"), shelf.reader("a@example.org", "Amazon")
    )
    assert [one.why for one in found] == ["nothing_changed"] * 2


def test_the_background_is_news_to_who_follows_everything(tmp_path: Path) -> None:
    every, amazon = shelf.reader("all@example.org"), shelf.reader("a@example.org", "Amazon")
    found = after(tmp_path, book(AMAZON, IBM, happened("C001", "2021-01-01")), every, amazon)
    assert [one.why for one in found] == ["changed", "nothing_changed"]


def test_a_question_is_news_to_who_follows_what_it_is_about(tmp_path: Path) -> None:
    asked = question("Q001", "2021-01-01", about=("A001",))
    amazon, ibm = shelf.reader("a@example.org", "Amazon"), shelf.reader("i@example.org", "IBM")
    found = after(tmp_path, book(AMAZON, IBM, asked), amazon, ibm)
    assert [one.why for one in found] == ["changed", "nothing_changed"]


def test_a_source_put_right_is_news_to_who_follows_the_rows_that_rest_on_it(tmp_path: Path) -> None:
    citing = announced("A001", "2020-06-10", sources=(Citation("id", "S001"),))
    before, now = source("S001"), source("S001", url="https://example.org/other")
    amazon, ibm = shelf.reader("a@example.org", "Amazon"), shelf.reader("i@example.org", "IBM")
    found = after(tmp_path, book(citing, IBM, now), amazon, ibm, before=book(citing, IBM, before))
    assert [one.why for one in found] == ["changed", "nothing_changed"]


def test_what_is_news_is_told_against_the_last_edition_received_not_the_last_one_made(tmp_path: Path) -> None:
    amazon = shelf.reader("a@example.org", "Amazon")
    other, more = announced("A003", "2020-09-01", "IBM"), announced("A004", "2021-01-01")
    with posting.outbox(tmp_path / "box", posting.Clock()) as box:
        assert sent(box, shelf.edition(tmp_path, book(AMAZON, IBM), "2020-06-15"), amazon) == ["first"]
        assert sent(box, shelf.edition(tmp_path, book(AMAZON, IBM, other), "2020-10-15"), amazon) == [
            "nothing_changed"
        ]
        (last,) = decided(box, shelf.edition(tmp_path, book(AMAZON, IBM, other, more), "2021-06-15"), amazon)
    assert (last.why, last.since, last.news) == ("changed", "2020-06-15-01", 1)


def test_an_edition_no_longer_kept_is_said_and_the_new_one_goes_out(tmp_path: Path) -> None:
    amazon = shelf.reader("a@example.org", "Amazon")
    with posting.outbox(tmp_path / "box", posting.Clock()) as box:
        first = shelf.edition(tmp_path, book(AMAZON), "2020-06-15")
        sent(box, first, amazon)
        shutil.rmtree(first)
        (now,) = decided(box, shelf.edition(tmp_path, book(AMAZON), "2021-06-15"), amazon)
    assert now.why == "not_kept"
    assert now.letter is not None
    assert "is no longer kept here" in " ".join(now.letter.text.split())


def test_nobody_gets_an_older_edition_after_a_newer_one(tmp_path: Path) -> None:
    amazon = shelf.reader("a@example.org", "Amazon")
    with posting.outbox(tmp_path / "box", posting.Clock()) as box:
        older = shelf.edition(tmp_path, book(AMAZON), "2020-06-15")
        sent(box, shelf.edition(tmp_path, book(AMAZON, IBM), "2021-06-15"), amazon)
        assert [one.why for one in decided(box, older, amazon)] == ["has_newer"]


def test_the_same_edition_built_anew_is_news_to_nobody(tmp_path: Path) -> None:
    every = shelf.reader("all@example.org")
    with posting.outbox(tmp_path / "box", posting.Clock()) as box:
        sent(box, shelf.edition(tmp_path, book(AMAZON), "2020-06-15"), every)
        again = shelf.edition(tmp_path, book(AMAZON), "2020-06-15")
        assert again.name == "2020-06-15-02"
        assert [one.why for one in decided(box, again, every)] == ["nothing_changed"]


def test_each_distinct_letter_is_written_once(tmp_path: Path) -> None:
    readers = [shelf.reader(f"r{n}@example.org", "Amazon", language=("en", "fr")[n % 2]) for n in range(40)]
    with posting.outbox(tmp_path / "box", posting.Clock()) as box:
        one = desk(shelf.edition(tmp_path, book(AMAZON, IBM), "2020-06-15"))
        found = deciding.everyone(one, box, "record/2020-06-15", 1, readers)
    assert len(one.written) == 2
    assert len({each.letter.key() for each in found if each.letter}) == 2


@dataclass
class World:
    """A record that changes from edition to edition, and which bodies each change concerned."""

    lot: Random
    bodies: list[str]
    rows: dict[str, object] = field(default_factory=dict)
    touched: dict[int, set[str]] = field(default_factory=dict)  # by edition

    def begin(self) -> None:
        for place, name in enumerate(self.bodies):
            self.rows[f"A{place:03}"] = announced(f"A{place:03}", "2020-01-01", name, "policy")

    def change(self, edition: int, day: date) -> None:
        """One to three things happen, or nothing; some of them no news."""
        touched = self.touched.setdefault(edition, set())
        for _ in range(self.lot.randint(0, 3)):
            place = self.lot.randrange(len(self.bodies))
            name, row_id = self.bodies[place], f"A{place:03}"
            match self.lot.choice(("new", "put right", "noted", "answered")):
                case "new":
                    new = f"A{100 + len(self.rows):03}"
                    self.rows[new] = announced(new, day.isoformat(), name, "statement")
                    touched.add(name)
                case "put right":
                    words = text(f"It stops, as of {edition}, {self.lot.random()}.")
                    self.rows[row_id] = announced(row_id, "2020-01-01", name, "policy", summary=words)
                    touched.add(name)
                case "noted":
                    was = self.rows[row_id]
                    noted = {"entered_by": f"E{edition}", "summary": was.summary}  # type: ignore[attr-defined]
                    self.rows[row_id] = announced(row_id, "2020-01-01", name, "policy", **noted)
                case "answered":
                    new, actor = f"R{100 + len(self.rows):03}", self.lot.choice(self.bodies)
                    self.rows[new] = reacted(new, day.isoformat(), actor, (row_id,))
                    touched |= {name, actor}

    def record(self) -> Record:
        return book(*self.rows.values())


def test_over_many_editions_nobody_gets_an_empty_mail_and_nobody_misses_what_changed(tmp_path: Path) -> None:
    """Twelve editions, two hundred readers: whom each change concerned is known from how it was made."""
    lot = Random(12)  # noqa: S311 - no secret
    world = World(lot, [f"Body {letter}" for letter in "ABCDEFGHIJ"])
    world.begin()
    people = [
        shelf.reader(f"r{n:03}@example.org", *lot.sample(world.bodies, lot.choice((0, 1, 1, 2, 3))))
        for n in range(200)
    ]
    has: dict[str, int] = {}
    mails = 0
    with posting.outbox(tmp_path / "box", posting.Clock(), synchronous=0) as box:
        for edition in range(12):
            day = date(2020, 6, 1) + timedelta(days=30 * edition)
            world.change(edition, day)
            folder = shelf.edition(tmp_path, world.record(), day.isoformat())
            every = decided(box, folder, *people)
            for one in every:
                follows, last = set(one.reader.topics), has.get(one.reader.email)
                since = range(last + 1, edition + 1) if last is not None else ()
                changed = set().union(*(world.touched.get(each, set()) for each in since))
                wanted = last is None or bool(changed & follows if follows else changed)
                assert one.sends == wanted, (edition, one.reader.topics, changed, one.why)
                if one.sends:
                    assert one.letter is not None
                    assert last is None or one.news > 0
                    has[one.reader.email] = edition
                    mails += 1
            received(box, folder, every)
        assert len(box.deliveries("state = 'sent'")) == mails
    assert len(people) < mails < 12 * len(people)
