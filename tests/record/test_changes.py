"""R9: what changed since an earlier edition, by the identity of rows."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from random import Random

import pytest

from flows.edition import snapshot
from flows.record import as_json, changes, changes_json
from flows.record.editions import HEADINGS
from flows.record.facts import Citation, Text
from flows.record.findings import compute
from tests.record import june
from tests.record.editions import edition, kept, only, since, told
from tests.record.rows import (
    ONE_YEAR,
    announced,
    body,
    book,
    demanded,
    question,
    reacted,
    responded,
    said,
    source,
    terms,
    text,
)

A001 = announced("A001", "2020-06-10", terms=terms(term="fixed", duration=ONE_YEAR, users="police"))
R001 = reacted("R001", "2020-06-10")
R001_1 = demanded("R001.1", "2020-06-10", asks=terms(term="permanent"), outcome_checked_on="2020-06-15")
BEFORE = edition(A001, R001, R001_1, as_of="2021-05-17")


def test_a_row_dated_since_is_new_and_an_older_one_was_found_late() -> None:
    later = announced("A009", "2021-05-18", "IBM")
    earlier = announced("A010", "2021-05-17", "IBM")
    found = since(BEFORE, A001, R001, R001_1, later, earlier, as_of="2021-05-19")
    assert told(found) == [("new", "A009", "row"), ("found_late", "A010", "row")]


def test_a_row_that_waited_for_its_day_is_new_and_no_correction() -> None:
    extension = announced(
        "A005", "2021-05-18", previous_id="A001", relation="extends", terms=terms(term="until_further_notice")
    )
    before = edition(A001, extension, as_of="2021-05-17")
    found = since(before, A001, extension)
    assert told(found) == [("new", "A005", "row")]
    (led,) = found.consequences
    assert (led.what, led.id, led.before, led.after) == (
        "status",
        "A001",
        "in_force_until",
        "in_force_revocable",
    )
    assert led.rows == ("A005",)


def test_an_expiry_is_told_as_time_s_own_doing() -> None:
    found = since(BEFORE, A001, R001, R001_1)
    change = only(found)
    assert (change.heading, change.id, change.what) == ("by_time", "A001", "status")
    assert (change.before, change.after) == ("in_force_until", "expired_no_news")
    assert found.consequences == ()


def test_an_expiry_stays_time_s_own_doing_when_words_of_the_row_are_corrected_too() -> None:
    found = since(BEFORE, replace(A001, summary=text("It halts.")), R001, R001_1)
    assert told(found) == [("by_time", "A001", "status"), ("corrected", "A001", "cells")]


def test_a_status_that_a_correction_moves_is_its_consequence_and_not_time_s() -> None:
    ended = replace(A001, terms=terms(term="fixed", ends_on="2020-12-31", users="police"))
    found = since(BEFORE, ended, R001, R001_1, as_of="2021-05-18")
    assert told(found) == [("corrected", "A001", "cells")]
    assert [(one.before, one.after, one.rows) for one in found.consequences] == [
        ("in_force_until", "expired_no_news", ("A001",))
    ]


def test_a_cell_corrected_is_shown_before_and_after_with_the_reason_of_its_column() -> None:
    found = since(BEFORE, replace(A001, organisation="Amazon.com"), R001, R001_1, as_of="2021-05-18")
    (cell,) = only(found).columns
    assert (cell.column, cell.before, cell.after) == ("organisation", "Amazon", "Amazon.com")
    assert (cell.because, cell.substantive) == ("who", True)


def test_nothing_changes_when_rows_only_change_places() -> None:
    rows = [A001, R001, R001_1, june.A002, june.A003, june.A004, source("S001"), question("Q001"), body("X")]
    before = edition(*rows, as_of="2021-05-17")
    for seed in range(20):
        shuffled = Random(seed).sample(rows, len(rows))  # noqa: S311 - no secret
        assert not since(before, *shuffled, as_of="2021-05-18").any


@pytest.mark.parametrize("cells", [{"checked_on": "2021-05-01"}, {"entered_by": "LM"}, {"checked_by": "KO"}])
def test_who_entered_or_checked_a_row_and_when_is_no_change(cells: dict[str, str]) -> None:
    again = announced("A001", "2020-06-10", terms=A001.terms, **cells)
    assert not since(BEFORE, again, R001, R001_1, as_of="2021-05-18").any


def test_a_row_retired_is_withdrawn_with_its_reason() -> None:
    found = since(BEFORE, A001, R001, replace(R001_1, retired="entered twice"), as_of="2021-05-18")
    change = only(found)
    assert (change.heading, change.id, change.after) == ("withdrawn", "R001.1", ("entered twice",))


def test_a_row_retired_and_then_hidden_is_still_told_as_withdrawn() -> None:
    hidden = replace(R001_1, retired="entered twice", doubts=("hidden_row",))
    found = since(BEFORE, A001, R001, hidden, as_of="2021-05-18")
    assert told(found) == [("withdrawn", "R001.1", "row")]
    assert found.vanished == ()


def test_an_id_that_is_gone_is_told_and_asked_about_and_no_withdrawal() -> None:
    again = replace(A001, id="A012")
    found = since(BEFORE, again, R001, R001_1, as_of="2021-05-18")
    assert [(one.id, one.perhaps) for one in found.vanished] == [("A001", ("A012",))]
    assert ("found_late", "A012", "row") in told(found)
    assert "withdrawn" not in {one.heading for one in found.changes}


def test_an_id_that_is_gone_holds_the_edition_back() -> None:
    record = book(A001, R001)
    found = compute(record, as_of=date(2021, 5, 18), previous=BEFORE)
    assert (found.release, found.holds) == ("draft", ("vanished_id:R001.1",))
    assert compute(record, as_of=date(2021, 5, 18)).release == "final"


def test_an_id_retired_in_the_edition_before_may_be_gone_now() -> None:
    before = edition(A001, replace(announced("A002", "2020-06-08"), retired="no act"), as_of="2021-05-17")
    assert compute(book(A001), as_of=date(2021, 5, 18), previous=before).release == "final"


def test_a_row_set_aside_and_one_usable_again_are_corrections() -> None:
    doubtful = replace(R001_1, doubts=("ambiguous_date",))
    aside = since(BEFORE, A001, R001, doubtful, as_of="2021-05-18")
    assert (only(aside).what, only(aside).after) == ("set_aside", ("ambiguous_date",))
    back = since(edition(A001, R001, doubtful, as_of="2021-05-17"), A001, R001, R001_1, as_of="2021-05-18")
    assert (only(back).heading, only(back).what) == ("corrected", "restored")


def test_what_came_to_be_known_since_is_news_of_an_old_row_and_no_correction() -> None:
    asked = question("Q001", last_checked_on="2021-05-01")
    answered = question(
        "Q001",
        status="answered",
        last_checked_on="2021-05-20",
        answer=text("Nobody."),
        answered_on="2021-05-20",
    )
    found = since(edition(asked, as_of="2021-05-17"), answered)
    change = only(found)
    assert (change.heading, change.what, change.substantive) == ("new", "cells", True)
    assert [one.column for one in change.columns] == ["status", "last_checked_on", "answer", "answered_on"]


def test_a_later_look_that_found_the_same_is_editorial() -> None:
    looked = demanded("R001.1", "2020-06-10", asks=terms(term="permanent"), outcome_checked_on="2021-05-20")
    found = since(BEFORE, A001, R001, looked, as_of="2021-05-21")
    change = only(found)
    assert [(one.column, one.because) for one in change.columns] == [("outcome_checked_on", "looked_again")]
    assert not change.substantive


def test_a_first_look_is_substantive_for_it_moves_the_answer() -> None:
    unsearched = demanded("R001.1", "2020-06-10", asks=terms(term="permanent"))
    found = since(edition(A001, R001, unsearched, as_of="2021-05-17"), A001, R001, R001_1, as_of="2021-05-18")
    assert only(found).substantive
    assert [(one.before, one.after) for one in found.consequences] == [("not_checked", "none_found")]


@pytest.mark.parametrize(
    ("was", "now", "substantive"),
    [
        ("It stops – for “a year”.", 'It  stops - for "a year".', False),
        ("It stops for a year.", "It stops for 2 years.", True),
        ("It stops, for a year.", "It stops for a year.", True),
        ("Police use stops.", "police use stops.", True),
    ],
)
def test_typographic_marks_alone_are_editorial_and_all_else_is_not(
    was: str, now: str, *, substantive: bool
) -> None:
    before = edition(replace(A001, summary=text(was)), as_of="2021-05-17")
    found = since(before, replace(A001, summary=text(now)), as_of="2021-05-18")
    assert only(found).substantive is substantive


@pytest.mark.parametrize(
    ("now", "substantive"), [("It  ends here.", False), ("It ends here!", True), ("“It ends here.”", True)]
)
def test_in_a_quote_nothing_but_spaces_is_editorial(now: str, *, substantive: bool) -> None:
    before = edition(replace(A001, quote=said("It ends here.")), as_of="2021-05-17")
    found = since(before, replace(A001, quote=said(now)), as_of="2021-05-18")
    assert only(found).substantive is substantive


def test_a_dotted_row_does_not_repeat_what_its_base_row_says() -> None:
    base, dotted = (replace(row, reacted_on=june.A003.announced_on) for row in (R001, R001_1))
    found = since(BEFORE, A001, base, dotted, as_of="2021-05-18")
    assert told(found) == [("corrected", "R001", "cells")]


def test_a_name_that_became_an_alias_changes_the_body_and_not_its_rows() -> None:
    before = edition(A001, body("Amazon Web Services"), as_of="2021-05-17")
    named = replace(A001, organisation="Amazon Web Services")
    found = since(before, named, body("Amazon Web Services", aliases=("Amazon",)), as_of="2021-05-18")
    assert told(found) == [("corrected", "Amazon Web Services", "cells")]


def test_a_response_is_known_by_its_demand_whom_it_is_of_and_its_day() -> None:
    unsearched = demanded("R001.1", "2020-06-10", asks=terms(term="permanent"))
    first = responded("R001.1", "Amazon", "2021-01-01", "none_found", checked_on="2021-01-01")
    before = edition(A001, R001, unsearched, first, as_of="2021-05-17")
    second = responded("R001.1", "Amazon", "2021-05-18", "answered", checked_on="2021-05-18")
    found = since(before, A001, R001, unsearched, first, second, as_of="2021-05-19")
    assert [(one.heading, one.sheet, one.id, one.target) for one in found.changes] == [
        ("new", "responses", "R001.1", "Amazon")
    ]
    moved = since(before, A001, R001, unsearched, replace(first, on=second.on), as_of="2021-05-19")
    assert told(moved) == [("corrected", "R001.1", "cells")]
    gone = since(before, A001, R001, unsearched, as_of="2021-05-19")
    assert told(gone) == [("withdrawn", "R001.1", "row")]


def test_two_responses_of_one_day_are_both_compared_whatever_the_order_typed() -> None:
    one, other = (
        responded("R001.1", "Amazon", "2020-06-20", outcome, checked_on=checked)
        for outcome, checked in (("none_found", "2020-06-20"), ("answered", "2020-06-21"))
    )
    unsearched = demanded("R001.1", "2020-06-10")
    before = edition(A001, R001, unsearched, one, other, as_of="2021-05-17")
    assert not since(before, A001, R001, unsearched, other, one, as_of="2021-05-18").any
    for was, corrected, cell in (
        (one, replace(one, evidence=("A001",)), "evidence"),
        (other, replace(other, evidence=("A001",)), "evidence"),
        (one, replace(one, outcome="refused"), "outcome"),
        (other, replace(other, outcome="refused"), "outcome"),
    ):
        rows = [corrected if row is was else row for row in (one, other)]
        for order in (rows, rows[::-1]):
            found = since(before, A001, R001, unsearched, *order, as_of="2021-05-18")
            assert [(one.id, [at.column for at in one.columns]) for one in found.changes] == [
                ("R001.1", [cell])
            ]
    gone = since(before, A001, R001, unsearched, other, as_of="2021-05-18")
    assert told(gone) == [("withdrawn", "R001.1", "row")]
    third = replace(one, checked_on=other.checked_on)
    found = since(before, A001, R001, unsearched, third, other, one, as_of="2021-05-18")
    assert told(found) == [("new", "R001.1", "set_aside"), ("corrected", "R001.1", "set_aside")]


def test_a_source_that_only_waited_for_the_rows_that_cite_it_is_no_news() -> None:
    cited = replace(announced("A009", "2021-05-18", "IBM"), sources=(Citation("id", "S001"),))
    rows = (A001, cited, source("S001", published_on="2020-01-01"))
    found = since(edition(*rows, as_of="2021-05-17"), *rows, as_of="2021-05-19")
    assert told(found) == [("new", "A009", "row")]
    added = since(edition(A001, as_of="2021-05-17"), *rows, as_of="2021-05-19")
    assert ("new", "S001", "row") in told(added)


def test_a_quote_withheld_for_another_row_s_sake_is_no_correction_of_its_own() -> None:
    quoted = replace(A001, quote=said("It ends here for good and all."))
    rival = announced(
        "A009", "2020-06-10", "IBM", quote=said("It ends here for good and all!"), verification="primary_seen"
    )
    before = edition(quoted, as_of="2021-05-17")
    found = since(before, quoted, rival, as_of="2021-05-18")
    assert [one.id for one in found.changes] == ["A009"]


def test_a_result_that_only_the_rules_changed_is_method() -> None:
    older = replace(
        BEFORE, rules="2020.1", results={**BEFORE.results, ("outcome", "R001.1", "Amazon"): "not_checked"}
    )
    found = since(older, A001, R001, R001_1, as_of="2021-05-18")
    change = only(found)
    assert (change.heading, change.id, change.what) == ("method", "R001.1", "outcome")
    assert (change.before, change.after) == ("not_checked", "none_found")
    assert found.consequences == ()


def test_a_limit_set_anew_is_method() -> None:
    found = since(BEFORE, A001, R001, R001_1, as_of="2021-05-18", settings=(("ends_soon", "60"),))
    change = only(found)
    assert (change.heading, change.sheet, change.id) == ("method", "settings", "ends_soon")
    assert (change.before, change.after) == (30, 60)


def test_every_heading_is_counted_and_the_whole_is_json() -> None:
    found = since(BEFORE, A001, R001, R001_1)
    told_as = json.loads(json.dumps(changes_json.as_dict(found)))
    assert told_as["counts"] == dict.fromkeys(HEADINGS, 0) | {"by_time": 1}
    assert told_as["previous"]["as_of"] == "2021-05-17"
    assert told_as["changes"][0]["before"] == "in_force_until"


def test_an_edition_read_back_is_the_edition_kept() -> None:
    rows = (*june.FIRST, question("Q001"), source("S001", published_on="2020-Q2"), body("Amazon", watch=True))
    record = book(*rows)
    found = compute(record, as_of=date(2020, 6, 15))
    back = snapshot.of_text(as_json.canonical(found)).record
    again = compute(back, as_of=date(2020, 6, 15))
    assert as_json.as_dict(again)["record"] == as_json.as_dict(found)["record"]
    assert as_json.as_dict(again)["commitments"] == as_json.as_dict(found)["commitments"]


def test_an_edition_against_itself_is_no_change() -> None:
    assert not changes.compare(BEFORE, kept(book(A001, R001, R001_1), "2021-05-17")).any


def test_the_column_of_the_other_language_goes_by_its_own_name() -> None:
    twin = replace(A001, summary=Text("It stops.", "en", "Cela cesse.", "fr"))
    found = since(
        edition(twin, as_of="2021-05-17"),
        replace(A001, summary=Text("It stops.", "en", "Fini.", "fr")),
        as_of="2021-05-18",
    )
    (change,) = changes_json.as_dict(found)["changes"]
    assert [(one["column"], one["before"]) for one in change["columns"]] == [("summary_fr", "Cela cesse.")]


def test_a_translation_is_its_own_cell_also_where_the_words_it_translates_are_gone() -> None:
    twin = replace(A001, reason=Text("A law.", "en", "Une loi.", "fr"))
    before = edition(twin, as_of="2021-05-17")
    for reason, columns in (
        (Text("Une loi.", "fr"), ["reason"]),
        (None, ["reason", "reason_twin"]),
        (Text("A law.", "en", "Une autre loi.", "fr"), ["reason_twin"]),
    ):
        found = since(before, replace(twin, reason=reason), as_of="2021-05-18")
        assert [one.column for one in only(found).columns] == columns


def test_a_speaker_s_name_in_the_other_language_is_compared() -> None:
    named = replace(A001, quote=said(speaker_twin=Text("Ada Roe, présidente", "fr")))
    other = replace(A001, quote=said(speaker_twin=Text("Ada Roe, directrice", "fr")))
    found = since(edition(named, as_of="2021-05-17"), other, as_of="2021-05-18")
    assert [one.column for one in only(found).columns] == ["speaker_twin"]


def test_a_dotted_row_s_first_own_summary_is_one_cell() -> None:
    asked = Text("Stop.", "en", "Cessez.", "fr")
    assert R001_1.demand is not None
    dotted = replace(R001_1, summary=asked, demand=replace(R001_1.demand, words=asked))
    before = edition(A001, R001, dotted, as_of="2021-05-17")
    found = since(before, A001, R001, replace(dotted, summary=text("Asks it to stop.")), as_of="2021-05-18")
    assert [one.column for one in only(found).columns] == ["summary"]


def test_a_question_dropped_for_another_reason_has_another_status_cell() -> None:
    before = edition(question("Q001", status="dropped", dropped_because="asked twice"), as_of="2021-05-17")
    found = since(before, question("Q001", status="dropped", dropped_because="no use"), as_of="2021-05-18")
    (cell,) = only(found).columns
    assert (cell.column, cell.before, cell.after) == ("status", "dropped: asked twice", "dropped: no use")


def test_a_quote_that_prints_since_its_speaker_has_a_role_is_a_correction() -> None:
    bare = replace(A001, quote=said(role=None, speaker="Ada Roe"))
    found = since(edition(bare, as_of="2021-05-17"), replace(bare, quote=said()), as_of="2021-05-18")
    assert [one.column for one in only(found).columns] == ["speaker_role"]


def test_a_withheld_quote_that_was_rewritten_is_a_correction() -> None:
    best = replace(A001, verification="primary_seen", quote=said("It ends here for good and all."))
    rival = announced("A009", "2020-06-10", "IBM", quote=said("It ends here for good and all!"))
    found = since(
        edition(best, rival, as_of="2021-05-17"),
        best,
        replace(rival, quote=said("Other words.")),
        as_of="2021-05-18",
    )
    assert [(one.id, [cell.column for cell in one.columns]) for one in found.changes] == [("A009", ["quote"])]


def test_a_translation_signed_by_a_machine_instead_of_the_team_is_one_cell_corrected() -> None:
    ours = replace(A001, quote=said(translation="Cela cesse ici.", translated_by="team: LM"))
    machine = replace(A001, quote=said(translation="Cela cesse ici.", translated_by="machine"))
    for was, now in ((ours, machine), (machine, ours)):
        found = since(edition(was, as_of="2021-05-17"), now, as_of="2021-05-18")
        assert [one.column for one in only(found).columns] == ["translation_by"]


def test_a_source_moved_to_a_later_day_is_a_correction() -> None:
    citing = replace(A001, sources=(Citation("id", "S001"),))
    before = edition(citing, source("S001", published_on="2020-06-11"), as_of="2021-05-17")
    found = since(before, citing, source("S001", published_on="2022-06-11"), as_of="2021-05-18")
    assert told(found) == [("corrected", "S001", "set_aside")]


def test_an_expiry_stays_time_s_own_doing_when_a_cell_it_does_not_rest_on_is_corrected() -> None:
    found = since(BEFORE, replace(A001, verification="reported"), R001, R001_1)
    assert told(found) == [("by_time", "A001", "status"), ("corrected", "A001", "cells")]


def test_an_answer_that_lapses_with_a_commitment_a_row_ended_is_no_doing_of_time() -> None:
    met = demanded(
        "R001.1", "2020-06-09", asks=terms(term="fixed", ends_on="2020-12-31"),
        outcome="met", evidence=("A001",), outcome_checked_on="2020-06-15",
    )  # fmt: skip
    ending = announced("A009", "2021-06-01", previous_id="A001", relation="ends")
    found = since(edition(A001, met, as_of="2021-05-17"), A001, met, ending)
    assert told(found) == [("new", "A009", "row")]
    assert [(one.what, one.after) for one in found.consequences] == [
        ("status", "ended"),
        ("outcome", "lapsed"),
    ]


def test_a_body_that_changed_places_with_its_alias_is_no_change_of_its_rows() -> None:
    before = edition(A001, body("Amazon", aliases=("Amazon.com",)), as_of="2021-05-17")
    named = replace(A001, organisation="Amazon.com")
    found = since(before, named, body("Amazon.com", aliases=("Amazon",)), as_of="2021-05-18")
    assert [one.sheet for one in found.changes if one.sheet != "organisations"] == []


def test_a_source_no_row_cites_any_more_is_no_correction_of_the_source() -> None:
    citing = replace(A001, sources=(Citation("id", "S001"),))
    later = replace(announced("A009", "2021-12-01", "IBM"), sources=(Citation("id", "S001"),))
    before = edition(citing, later, source("S001"), as_of="2021-05-17")
    found = since(before, replace(citing, retired="no act"), later, source("S001"), as_of="2021-05-18")
    assert [one.id for one in found.changes if one.sheet == "sources"] == []


def test_a_row_that_came_and_is_at_once_to_resolve_is_told_and_so_is_what_it_shakes() -> None:
    second = announced("A005", "2021-05-10", previous_id="A001", relation="extends")
    rival = announced("A006", "2021-05-18", previous_id="A001", relation="confirms")
    before = edition(A001, second, R001, as_of="2021-05-17")
    found = since(before, A001, second, R001, rival, as_of="2021-05-19")
    assert told(found) == [("new", "A006", "set_aside"), ("corrected", "A005", "set_aside")]
    assert found.changes[0].after == ("two_successors",)
    assert found.counts["new"] == 1
    again = kept(book(A001, second, R001, rival), "2021-05-19", before)
    assert told(since(again, A001, second, R001, rival, as_of="2021-05-20")) == []
    resolved = since(again, A001, second, R001, replace(rival, previous_id="A005"), as_of="2021-05-20")
    assert told(resolved) == [("corrected", "A005", "restored"), ("corrected", "A006", "restored")]


def test_a_row_of_a_later_day_that_comes_due_and_cannot_be_printed_is_told() -> None:
    ahead = announced("A009", "2021-05-18", doubts=("missing_kind",))
    before = edition(A001, ahead, as_of="2021-05-17")
    assert told(since(before, A001, ahead, as_of="2021-05-18")) == [("new", "A009", "set_aside")]
    retired = replace(ahead, retired="typed twice")
    assert told(since(before, A001, retired, as_of="2021-05-18")) == []


def test_two_answers_at_odds_that_came_are_told_although_another_of_the_demand_is_printed() -> None:
    unsearched = demanded("R001.1", "2020-06-10")
    first = responded("R001.1", "Amazon", "2020-06-20", "none_found")
    one, other = (responded("R001.1", "Amazon", "2021-05-18", code) for code in ("answered", "refused"))
    before = edition(A001, R001, unsearched, first, as_of="2021-05-17")
    found = since(before, A001, R001, unsearched, first, one, other, as_of="2021-05-19")
    assert told(found) == [("new", "R001.1", "set_aside")]
    assert only(found).after == ("answers_differ",)
    again = kept(book(A001, R001, unsearched, first, one, other), "2021-05-19", before)
    assert not since(again, A001, R001, unsearched, first, other, one, as_of="2021-05-20").any
