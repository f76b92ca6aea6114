"""Gifts between those who speak and those they speak about (R18), beside the name and without comment."""

from __future__ import annotations

from datetime import date

import pytest

from flows.document.lens import Lens
from flows.document.parts import reactions, reactions_full
from tests.document import making, shipped

pytestmark = pytest.mark.xdist_group("shipped")
CORE = {
    "en": "ACLU Foundation (related to ACLU and ACLU of Northern California) is among the recipients of a "
    "gift from Amazon",
    "fr": "ACLU Foundation (en lien avec ACLU et ACLU de Californie du Nord) figure parmi les bénéficiaires "
    "d’un don fait par Amazon",
}
BESIDE = {
    "en": "ACLU Foundation is among the recipients of a gift from Amazon",
    "fr": "ACLU Foundation figure parmi les bénéficiaires d’un don fait par Amazon",
}


@pytest.mark.parametrize("language", CORE)
def test_the_core_names_amazon_s_gift_with_those_it_ties(language: str) -> None:
    lens = Lens(shipped.found(making.FOUNDING), language)
    told = [(tie.words, tie.refs) for tie in reactions.reactions(lens, 10).ties]
    assert told == [(CORE[language], ("A003",))]


@pytest.mark.parametrize("language", BESIDE)
def test_the_gift_stands_beside_each_name_it_ties_to_amazon_and_beside_no_other(language: str) -> None:
    lens = Lens(shipped.found(making.FOUNDING), language)
    sides = reactions_full.reactions_full(lens).sides
    tied = {
        one.actor: [tie.words for tie in one.ties] for side in sides for one in side.statements if one.ties
    }
    assert set(tied) == {lens.name(name) for name in ("ACLU", "ACLU of Northern California")}
    assert all(ties == [BESIDE[language]] for ties in tied.values())


def test_before_the_gift_was_made_there_is_no_tie() -> None:
    lens = Lens(shipped.found(date(2020, 6, 2)), "en")
    assert reactions.reactions(lens, 10).ties == ()
