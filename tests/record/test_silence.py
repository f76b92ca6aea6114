"""R8: who has not been found to react; a search not made is never a silence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.record.rows import announced, body, day, found, reacted

if TYPE_CHECKING:
    from flows.record.findings import Silence

A001 = announced("A001", "2020-06-10")


def silence(*rows: object, as_of: str = "2020-09-01") -> Silence:
    (one,) = found(A001, *rows, as_of=as_of).silence
    return one


def test_found_nothing_needs_a_search_since_the_latest_row() -> None:
    rows = [
        body("EFF", watch=True, last_searched_on="2020-06-10"),
        body("EPIC", watch=True, last_searched_on="2020-06-09"),
        body("Amnesty", watch=True),
        body("Nobody"),
    ]
    one = silence(*rows)
    assert one.followed == 3
    assert [name for name, _ in one.found_nothing] == ["EFF"]
    assert one.not_searched == ("Amnesty", "EPIC")


def test_a_later_row_of_the_chain_asks_for_a_new_search() -> None:
    later = announced("A002", "2020-08-01", previous_id="A001", relation="confirms")
    one = silence(later, body("EFF", watch=True, last_searched_on="2020-07-01"))
    assert (one.found_nothing, one.not_searched) == ((), ("EFF",))


def test_a_search_of_a_later_day_is_not_known_yet() -> None:
    assert silence(body("EFF", watch=True, last_searched_on="2020-09-02")).not_searched == ("EFF",)


def test_who_has_reacted_is_followed_but_not_silent() -> None:
    one = silence(body("ACLU", watch=True, last_searched_on="2020-08-01"), reacted("R001", "2020-06-11"))
    assert (one.followed, one.found_nothing, one.not_searched) == (1, (), ())


def test_a_reaction_to_any_row_of_the_chain_counts() -> None:
    later = announced("A002", "2020-07-01", previous_id="A001", relation="confirms")
    rows = (later, body("ACLU", watch=True), reacted("R001", "2020-07-02", about=("A002",)))
    assert silence(*rows).not_searched == ()


def test_a_reaction_of_a_later_day_or_retired_is_none() -> None:
    watched = body("ACLU", watch=True, last_searched_on="2020-08-01")
    for row in (reacted("R001", "2020-09-02"), reacted("R001", "2020-06-11", retired="not theirs")):
        assert silence(watched, row).found_nothing == (("ACLU", day("2020-08-01")),)


def test_a_reaction_set_aside_is_still_a_voice() -> None:
    watched = body("ACLU", watch=True, last_searched_on="2020-08-01")
    assert silence(watched, reacted("R001", None, doubts=("ambiguous_date",))).found_nothing == ()


def test_only_those_followed_since_before_the_first_row_count() -> None:
    rows = (
        body("EFF", watch=True, watch_from="2020-06-11"),
        body("EPIC", watch=True, watch_from="2020-06-10"),
    )
    assert silence(*rows).followed == 1


def test_the_organisation_itself_is_not_expected_to_react() -> None:
    assert silence(body("Amazon", watch=True), body("EFF", watch=True)).followed == 1


def test_nobody_followed_yet_nobody_followed_at_all_and_everybody_heard_are_told_apart() -> None:
    late, soon = (body("EFF", watch=True, watch_from=on) for on in ("2020-06-11", "2020-06-01"))
    not_yet = found(A001, late, as_of="2020-09-01")
    assert (not_yet.followed, not_yet.silence) == (("EFF",), ())
    nobody = found(A001, body("EFF"), as_of="2020-09-01")
    assert (nobody.followed, nobody.silence) == ((), ())
    heard = found(A001, soon, reacted("R001", "2020-06-11", "EFF"), as_of="2020-09-01")
    assert heard.followed == ("EFF",)
    assert [(one.found_nothing, one.not_searched) for one in heard.silence] == [((), ())]


def test_who_is_followed_only_from_a_later_day_is_not_followed_yet() -> None:
    assert found(A001, body("EFF", watch=True, watch_from="2020-09-02"), as_of="2020-09-01").followed == ()


def test_gifts_and_statements_are_met_by_no_silence() -> None:
    gift = announced("A001", "2020-06-10", kind="donation")
    assert found(gift, body("EFF", watch=True), as_of="2020-09-01").silence == ()
