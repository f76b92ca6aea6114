"""A signed copy held against itself and against its signature: whole, touched, or by somebody else."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

import pytest

from flows import verifying
from flows.edition.sealing import closing, signing
from flows.edition.verification import child
from tests.edition import smithy
from tests.edition.verified import issued, verdict
from tests.often import often

if TYPE_CHECKING:
    from pathlib import Path

    from flows.edition.verification.verdict import Verdict

OURS = smithy.signer().fingerprint


def signed(pdf: bytes, password: str | None = None) -> bytes:
    return signing.sign(pdf, smithy.signer().pkcs12, smithy.PASSPHRASE, smithy.AT, password)


def judged(pdf: bytes, signer: str | None = OURS, password: str | None = None) -> Verdict:
    return child.verdict(child.Asked(pdf, password, signer=signer))


def test_a_signed_copy_is_identical_and_says_whose_it_is() -> None:
    found = judged(signed(issued()))
    assert (found.outcome, found.signed, found.expected) == ("identical", (smithy.WHO, OURS), True)
    assert judged(signed(issued()), None).expected is False


def test_without_a_signature_or_with_another_s_it_is_not_ours_where_one_is_expected() -> None:
    assert (judged(issued()).outcome, judged(issued()).why) == ("not_ours", "not_signed")
    found = judged(signed(issued()), "0" * 64)
    assert (found.outcome, found.why) == ("not_ours", "other_signer")


def test_every_one_of_a_signed_copy_s_bytes_counts() -> None:
    """A thousand flips; where the pages have to be drawn again to say where, only some are."""
    pdf, chance = signed(issued()), random.Random(5)  # noqa: S311 - no secret: the same seed, the same flips
    outcomes = []
    for _ in range(often(40, 1000)):
        flipped = bytearray(pdf)
        flipped[chance.randrange(len(pdf))] ^= 1 << chance.randrange(8)
        outcomes.append(verdict(bytes(flipped)).outcome)
    assert set(outcomes) <= {"altered", "not_ours"}
    assert outcomes.count("altered") > outcomes.count("not_ours")


def test_what_was_touched_is_told_by_the_signature_and_by_the_pages() -> None:
    pdf = bytearray(signed(issued()))
    at = pdf.index(b"/Type /Page") + 2
    pdf[at] ^= 1
    found = judged(bytes(pdf))
    assert found.outcome == "altered"
    assert found.places[0].kind == "signature_altered"
    assert found.signed is None


def test_what_was_added_behind_is_told() -> None:
    found = judged(signed(issued()) + b"\n")
    assert (found.outcome, found.places[0].kind) == ("altered", "signature_added")


def test_a_copy_under_a_password_is_signed_too() -> None:
    locked = signed(closing.encrypted(issued(), "a long password"), "a long password")
    found = judged(locked, OURS, "a long password")
    assert (found.outcome, found.signed) == ("same_words", (smithy.WHO, OURS))


def test_a_person_is_told_in_both_languages(tmp_path: Path) -> None:
    file = tmp_path / "briefing.pdf"
    file.write_bytes(signed(issued()))
    found = verifying.checked(file, signer=OURS)
    assert verifying.exit_code(found) == 0
    english, french = (list(verifying.lines(file, found, language)) for language in ("en", "fr"))
    assert english[1] == f"  Signed by {smithy.WHO} with the certificate expected; nothing was touched since."
    assert french[1].startswith(f"  Signé par {smithy.WHO} avec le certificat attendu")
    other = verifying.checked(file, signer="0" * 64)
    assert verifying.exit_code(other) == 2
    assert "another certificate than the one expected" in next(verifying.lines(file, other, "en"))


@pytest.mark.parametrize("typed", ["", "0" * 63, "xyz", "0" * 65])
def test_what_is_no_fingerprint_is_refused(typed: str) -> None:
    from flows import typed as reading  # noqa: PLC0415 - the name is taken above

    with pytest.raises(reading.Mistyped):
        reading.fingerprint(typed)
    assert reading.fingerprint(":".join(["AB"] * 32)) == "ab" * 32
