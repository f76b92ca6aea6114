"""The key points (model 2.1): what comes first, how many, and what each rests on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.record.rows import announced, demanded, found, reacted, responded, terms

if TYPE_CHECKING:
    from tests.record.rows import Cell


def ends(row_id: str, on: str, **cells: Cell) -> object:
    return announced(row_id, "2020-01-01", terms=terms(term="fixed", ends_on=on), **cells)


ROWS = (
    announced("A001", "2020-01-01", terms=terms(users="police")),
    announced("A002", "2020-06-20", previous_id="A001", relation="reverses"),
    ends("A003", "2020-05-01"),
    ends("A004", "2020-07-10"),
    announced("A005", "2020-01-01", "IBM"),
    reacted("R001", "2020-03-01", kind="allegation", about=("A005",)),
    demanded(
        "R002.1",
        "2020-03-01",
        "IBM",
        about=("A005",),
        outcome="refused",
        evidence=("A006",),
        outcome_checked_on="2020-06-25",
    ),
    announced("A006", "2020-06-10", "IBM", kind="statement"),
    reacted("R003", "2020-06-29", about=("A005",)),
)


def points(*rows: object, as_of: str = "2020-07-01", **cells: Cell) -> list[tuple[str, tuple[str, ...]]]:
    return [(one.kind, one.ids) for one in found(*rows, as_of=as_of, **cells).key_points]


def test_they_come_in_the_models_order_and_are_five_at_most() -> None:
    assert points(*ROWS) == [
        ("expired_no_news", ("A003",)),
        ("ends_soon", ("A004",)),
        ("withdrawn", ("A002",)),
        ("contested", ("A005", "R001")),
        ("refused", ("R002.1", "A006")),
    ]


def test_a_row_already_told_is_not_new_as_well() -> None:
    more = points(*ROWS, settings=(("key_points", "9"),))
    assert more[5:] == [("new", ("R003",))]


def test_a_row_of_a_month_that_is_not_over_may_be_of_later_and_is_no_news() -> None:
    month = (announced("A001", "2020-06-01"), reacted("R001", "2020-06", about=("A001",)))
    assert points(*month, as_of="2020-06-29") == [("new", ("A001",))]
    assert points(*month, as_of="2020-06-30") == [("new", ("A001",)), ("new", ("R001",))]


def test_before_the_next_edition_says_more_than_soon() -> None:
    assert points(ends("A004", "2020-07-10"), next_on="2020-08-01") == [
        ("ends_before_next_edition", ("A004",))
    ]


def test_new_commitments_come_before_statements_and_these_before_gifts() -> None:
    rows = (
        announced("A001", "2020-06-20", kind="donation"),
        reacted("R001", "2020-06-25", about=("A001",)),
        demanded("R001.1", "2020-06-25", about=("A001",)),
        announced("A002", "2020-06-10"),
        announced("A003", "2020-06-15"),
        announced("A004", "2020-05-31"),
    )
    kinds = points(*rows)
    assert kinds == [("new", ("A003",)), ("new", ("A002",)), ("new", ("R001",)), ("new", ("A001",))]


def test_where_nothing_is_new_the_latest_are_told() -> None:
    rows = [announced(f"A00{number}", f"2020-01-0{number}") for number in range(1, 6)]
    assert points(*rows) == [("latest", ("A005",)), ("latest", ("A004",)), ("latest", ("A003",))]


def test_a_demand_met_or_refused_names_the_organisation_that_did_so() -> None:
    rows = (
        announced("A001", "2020-01-01"),
        announced("A002", "2020-01-01", "IBM"),
        demanded("R001.1", "2020-03-01", None, about=("A001", "A002")),
        announced("A003", "2020-06-10", "IBM", kind="statement"),
        responded("R001.1", "Amazon", "2020-06-25", "none_found"),
        responded("R001.1", "IBM", "2020-06-25", "refused", evidence=("A003",)),
    )
    (point,) = found(*rows, as_of="2020-07-01").key_points
    assert (point.kind, point.target) == ("refused", "IBM")


def test_an_old_refusal_is_not_news() -> None:
    assert ("refused", ("R002.1", "A006")) not in points(*ROWS, as_of="2020-09-01")


def test_a_point_that_rests_on_an_unsourced_row_is_left_out() -> None:
    assert points(ends("A003", "2020-05-01", sources=())) == []


def test_an_expiry_rests_on_the_row_that_states_the_end_and_on_the_head() -> None:
    rows = (
        ends("A003", "2020-05-01"),
        announced("A004", "2020-02-01", previous_id="A003", relation="confirms"),
    )
    assert points(*rows) == [("expired_no_news", ("A003", "A004"))]


def test_the_least_sure_row_decides_the_confidence() -> None:
    sure: dict[str, Cell] = {"verification": "primary_seen", "checked_on": "2020-06-01"}
    assert found(ends("A003", "2020-05-01", **sure), as_of="2020-07-01").key_points[0].confidence == "high"
    assert found(ends("A003", "2020-05-01"), as_of="2020-07-01").key_points[0].confidence == "low"


def test_a_commitment_openly_narrowed_is_told_before_what_is_new() -> None:
    first = announced("A001", "2020-01-01", terms=terms(users="public_sector", activity=("use",)))
    wide = announced("A009", "2020-06-30", "IBM")
    for relation, users in (("narrows", None), ("replaces", "police")):
        last = announced(
            "A002", "2020-06-10", previous_id="A001", relation=relation, terms=terms(users=users)
        )
        told = points(first, last, wide)
        assert told[0] == ("narrowed", ("A002",)), relation
        assert ("new", ("A009",)) in told
    for later in (terms(users="all_customers"), terms()):  # wider, or nothing restated
        last = announced("A002", "2020-06-10", previous_id="A001", relation="replaces", terms=later)
        assert all(kind != "narrowed" for kind, _ in points(first, last, wide))


def test_a_commitment_narrowed_stays_told_when_a_later_row_says_something_else() -> None:
    first = announced("A001", "2020-01-01", terms=terms(users="public_sector", technology="surveillance"))
    narrows = announced("A002", "2020-06-10", previous_id="A001", relation="narrows")
    later = announced("A003", "2020-06-20", previous_id="A002", relation="confirms")
    drifts = announced(
        "A003", "2020-06-20", previous_id="A002", relation="confirms", terms=terms(technology="product")
    )
    for last, others in ((later, []), (drifts, [("narrowed", ("A001", "A003"))])):
        told = found(first, narrows, last, as_of="2020-07-01").key_points
        assert [(one.kind, one.ids) for one in told if one.kind == "narrowed"] == [
            *others,
            ("narrowed", ("A002",)),
        ]
        assert [one.chain for one in told if one.ids == ("A002",)] == ["A001"]
    assert all(kind != "narrowed" for kind, _ in points(first, narrows, later, as_of="2020-07-11"))
    (point,) = found(first, narrows, as_of="2020-07-01").key_points
    assert (point.kind, point.chain) == ("narrowed", "A001")
