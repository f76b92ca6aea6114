"""R14: quotes are printed verbatim with speaker, role, day and source, or not at all."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from flows.record.quotes import human, speaker, translator_kind
from tests.record.rows import announced, found, reacted, said

if TYPE_CHECKING:
    from flows.record.facts import Quote
    from tests.record.rows import Cell

A001 = announced("A001", "2020-06-10")


def quoted(quote: Quote, row_id: str = "R001", on: str = "2020-06-10", **cells: Cell) -> object:
    return reacted(row_id, on, quote=quote, **cells)


def test_a_whole_quote_may_be_printed() -> None:
    findings = found(A001, quoted(said()), as_of="2020-07-01")
    assert (findings.quotable, findings.release) == (("R001",), "final")


@pytest.mark.parametrize(
    ("row", "holds"),
    [
        (quoted(said(speaker=None)), ("quote_without_speaker:R001",)),
        (quoted(said(), sources=()), ("quote_without_speaker:R001",)),
        (quoted(said(role=None)), ()),
        (quoted(said(speaker="Ada Roe, ", role=None)), ()),
        (quoted(said(), on="2020-06"), ()),
    ],
)
def test_a_quote_lacking_anything_is_withheld_and_without_speaker_or_source_makes_a_draft(
    row: object, holds: tuple[str, ...]
) -> None:
    findings = found(A001, row, as_of="2020-07-01")
    assert findings.quotable == ()
    assert findings.holds == holds
    assert ("R001", "quote_withheld") in {(one.id, one.kind) for one in findings.weaknesses}


def test_a_spokesperson_of_a_named_body_has_a_role() -> None:
    for spoken in ("ACLU of Ohio spokesperson", "BBC spokesperson", "a spokesperson for Amazon",
                   "porte-parole de Ville de Laon", "une porte-parole d’Amnesty"):  # fmt: skip
        assert speaker(said(speaker=spoken, role=None)) is not None, spoken
    for spoken in ("Jeff Bezos", "spokesperson", "A spokesperson", "le porte-parole"):
        assert speaker(said(speaker=spoken, role=None)) is None, spoken


def test_the_role_may_stand_after_the_name() -> None:
    quote = said(speaker="Nicole Ozer, Technology and Civil Liberties Director", role=None)
    assert speaker(quote) == ("Nicole Ozer", "Technology and Civil Liberties Director")
    assert found(A001, quoted(quote), as_of="2020-07-01").quotable == ("R001",)


@pytest.mark.parametrize("by", ["machine", "Machine", "machine: X", "traduction automatique", None])
def test_a_machines_translation_is_never_a_quote(by: str | None) -> None:
    findings = found(
        A001, quoted(said(None, translation="Cela finit ici.", translated_by=by)), as_of="2020-07-01"
    )
    assert (findings.quotable, findings.holds) == ((), ())


@pytest.mark.parametrize(
    ("by", "kind"),
    [
        ("team: LM", "team"),
        ("Équipe\u00a0: LM", "team"),
        ("notre équipe (JD)", "team"),
        ("publisher: Time Machine", "publisher"),
        ("éditeur : L'Automatique", "publisher"),
        ("official", "official"),
        ("officielle", "official"),
        ("officiel(le)", "official"),
        ("machine: DeepL", "machine"),
        ("MACHINE", "machine"),
        ("traduction automatique", "machine"),
        ("automatic translation, read by the team", "machine"),
        ("DeepL", None),
        (": LM", None),
        ("", None),
        (None, None),
    ],
)
def test_the_code_before_the_colon_says_whose_translation_it_is(by: str | None, kind: str | None) -> None:
    assert translator_kind(by) == kind
    assert human(said(None, translation="Mots.", translated_by=by)) == (kind not in {"machine", None})


def test_a_signed_translation_alone_may_be_printed() -> None:
    quote = said(None, translation="Cela finit ici.", translated_by="publisher: developpez.com")
    assert found(A001, quoted(quote), as_of="2020-07-01").quotable == ("R001",)


def test_the_original_may_be_printed_beside_a_machines_translation() -> None:
    findings = found(
        A001, quoted(said(translation="Cela finit ici.", translated_by="machine")), as_of="2020-07-01"
    )
    assert findings.quotable == ("R001",)
    assert ("R001", "machine_translation") in {(one.id, one.kind) for one in findings.weaknesses}


def test_of_two_wordings_the_best_verified_is_printed_and_both_are_told() -> None:
    one = quoted(said("We are glad that Amazon sees the danger."), verification="reported")
    other = quoted(said("We are glad Amazon sees the danger."), "R002", verification="primary_seen")
    findings = found(A001, one, other, as_of="2020-07-01")
    assert findings.quotable == ("R002",)
    variants = {(weak.id, weak.detail) for weak in findings.weaknesses if weak.kind == "quote_variant"}
    assert variants == {("R001", "R002"), ("R002", "R001")}


@pytest.mark.parametrize(
    "other",
    [
        quoted(said("It ends here."), "R002"),
        quoted(said("Something else was said on that day."), "R002"),
        quoted(said("It ends here!", speaker="Bo Lee"), "R002"),
        quoted(said("It ends here!"), "R002", "2020-06-11"),
    ],
)
def test_the_same_words_other_words_another_speaker_or_day_are_no_variants(other: object) -> None:
    findings = found(A001, quoted(said("It ends here.")), other, as_of="2020-07-01")
    assert findings.quotable == ("R001", "R002")


def test_a_very_long_day_of_quotes_is_still_compared_quickly() -> None:
    rows = [
        quoted(said(f"We said it {number} times on that one day."), f"R{number:04}") for number in range(1000)
    ]
    findings = found(A001, *rows, as_of="2020-07-01")
    assert len(findings.quotable) < 1000
