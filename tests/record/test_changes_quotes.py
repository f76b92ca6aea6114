"""R9 and R14: a cell of a quote that changed is told, printed or not; what it says stays in the house."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from flows.record import changes, changes_json
from flows.record.as_json import as_dict, canonical
from flows.record.facts import Quote, Text
from tests.record.editions import edition, only, since
from tests.record.rows import announced, found, said, text

A001 = announced("A001", "2020-06-10")

ATTRIBUTION = ("speaker", "speaker_role")
WHOLE = said()
SPOKE = said(None, language=None)  # who spoke is noted, their words are not
OTHER = said(None, language=None, speaker="Bo Lee")
OTHER_ROLE = said(None, language=None, role=text("founder"))
IN_ENGLISH = said(None)
MACHINE_S = said(None, translation="Fini.", translated_by="machine")
NAMELESS = said(speaker=None)
MUTE_AND_NAMELESS = said(None, language=None, speaker=None, role=None, translated_by="team: LM")


def columns(was: Quote | None, now: Quote | None) -> list[str]:
    """The cells told as changed where the row's quote cells were the one and are now the other."""
    before = edition(replace(A001, quote=was), as_of="2021-05-17")
    found_ = since(before, replace(A001, quote=now), as_of="2021-05-18")
    return [cell.column for change in found_.changes for cell in change.columns]


@pytest.mark.parametrize(
    ("one", "other", "told"),
    [
        (None, SPOKE, ["speaker", "speaker_role"]),
        (SPOKE, OTHER, ["speaker"]),
        (SPOKE, OTHER_ROLE, ["speaker_role"]),
        (SPOKE, IN_ENGLISH, ["quote_lang"]),
        (None, MUTE_AND_NAMELESS, ["translation_by"]),
        (IN_ENGLISH, WHOLE, ["quote"]),
        (SPOKE, WHOLE, ["quote", "quote_lang"]),
        (OTHER, WHOLE, ["quote", "quote_lang", "speaker"]),
        (IN_ENGLISH, MACHINE_S, ["translation", "translation_by"]),
        (NAMELESS, WHOLE, ["speaker"]),
        (NAMELESS, said(None, speaker=None), ["quote"]),
        (NAMELESS, said("Other words.", speaker=None, role=text("founder")), ["quote", "speaker_role"]),
        (None, WHOLE, ["quote", "quote_lang", "speaker", "speaker_role"]),
        (SPOKE, SPOKE, []),
    ],
)  # fmt: skip
def test_each_cell_of_a_quote_that_was_typed_cleared_or_changed_is_told_and_no_other(
    one: Quote | None, other: Quote | None, told: list[str]
) -> None:
    assert columns(one, other) == told
    assert columns(other, one) == told


def test_the_name_in_the_other_language_is_no_speaker_s_cell_of_its_own() -> None:
    twin = Text("Ada Roe, présidente", "fr")
    alone = Quote(None, None, None, None, twin.words, None, twin, speaker_from_twin=True)
    both = replace(alone, speaker="Ada Roe, chair", speaker_from_twin=False)
    assert columns(None, alone) == ["speaker_twin"]
    assert columns(alone, both) == ["speaker"]
    assert columns(both, alone) == ["speaker"]


def test_who_spoke_without_words_does_not_leave_the_house() -> None:
    findings = found(replace(A001, quote=said(None, translated_by="team: LMx")), as_of="2021-05-17")
    printed = canonical(findings)
    for hidden in ("Ada Roe", "chair", "LMx"):
        assert hidden not in printed
    withheld = as_dict(findings)["withheld"]["A001"]
    assert withheld["because"] == ["quote_without_words"]
    assert {len(kept) for kept in withheld["cells"].values()} == {4}


def test_one_speaker_s_rows_do_not_show_as_one_speaker_s() -> None:
    rows = [replace(A001, id=row_id, quote=SPOKE) for row_id in ("A001", "A002")]
    one, other = (as_dict(found(*rows, as_of="2021-05-17"))["withheld"][row.id]["cells"] for row in rows)
    assert all(one[column] != other[column] for column in ATTRIBUTION)


def test_a_cell_that_is_not_printed_is_told_apart_from_a_blank_one() -> None:
    before = edition(replace(A001, quote=SPOKE), as_of="2021-05-17")
    for now, sides in ((OTHER, ["before", "after"]), (said(None, speaker=None), ["before"])):
        found_ = since(before, replace(A001, quote=replace(now, language=None)), as_of="2021-05-18")
        (cell,) = changes_json.as_dict(found_)["changes"][0]["columns"]
        assert (cell["column"], cell["before"], cell["after"]) == ("speaker", None, None)
        assert cell["withheld"] == sides
        assert cell["weight"] == "substantive"


def test_an_edition_that_kept_no_fingerprints_is_not_said_to_have_had_blank_cells() -> None:
    older = replace(edition(A001, as_of="2021-05-17"), withheld=None)
    assert not since(older, replace(A001, quote=SPOKE), as_of="2021-05-18").any
    printed = replace(edition(replace(A001, quote=WHOLE), as_of="2021-05-17"), withheld=None)
    cells = only(since(printed, replace(A001, quote=SPOKE), as_of="2021-05-18")).columns
    assert [one.column for one in cells] == ["quote", "quote_lang"]


def test_what_is_editorial_is_counted_by_heading_and_so_are_the_ids_that_are_gone() -> None:
    second = announced("A002", "2020-06-11", "IBM")
    before = edition(A001, second, as_of="2021-05-17")
    after = edition(replace(A001, archive="https://example.org/copy"), as_of="2021-05-18")
    told = json.loads(json.dumps(changes_json.as_dict(changes.compare(before, after))))
    assert (told["counts"]["corrected"], told["counts_editorial"]["corrected"]) == (1, 1)
    assert sum(told["counts_editorial"].values()) == 1
    assert told["counts_vanished"] == 1
    assert changes_json.first(after)["counts_editorial"].keys() == told["counts"].keys()
