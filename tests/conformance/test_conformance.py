"""Every document is PDF/A-3a and PDF/UA-1 in the eyes of all judges, and reads aloud without a stumble."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import pypdfium2
import pytest

from flows.edition.sealing import closing
from tests import books
from tests.conformance import judges, long, verapdf
from tests.document import making, shipped
from tests.edition import smithy
from tests.often import AT_LENGTH

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from flows.document import Extent
    from tests.conformance.verapdf import Judge


@cache
def small(language: str, extent: Extent) -> bytes:
    """The sound workbook's document."""
    return of(books.sound(), language, extent)


@cache
def of_two_hundred_pages(language: str) -> bytes:
    """A document of more than two hundred pages."""
    return of(long.book(), language, "full")


def of(book: books.Book, language: str, extent: Extent) -> bytes:
    with TemporaryDirectory() as folder:
        return making.drawn(making.found(Path(folder), book), language, extent).pdf


@pytest.fixture(scope="session")
def judge() -> Iterator[Judge | None]:
    """veraPDF, started once for all documents; None where it cannot run.

    Java takes half a minute of the processor until it has warmed up, so all who ask are in the group that has
    the shipped workbook's documents.
    """
    if verapdf.missing():
        yield None
    else:
        with verapdf.asked() as judging:
            yield judging


@pytest.fixture
def faults(judge: Judge | None, tmp_path: Path) -> Callable[[bytes], list[str]]:
    """What all judges together find wrong. Where there is no Java, the summary of the run says so."""

    def found(pdf: bytes) -> list[str]:
        return [
            *(judge(pdf, tmp_path) if judge else []),
            *judges.outloud(pdf, tmp_path),
            *judges.at_once(pdf),
            *judges.syntax(pdf),
        ]

    return found


@pytest.mark.xdist_group("shipped")
@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("extent", ["core", "full"])
def test_a_small_document_is_sound(
    extent: Extent, language: str, faults: Callable[[bytes], list[str]]
) -> None:
    assert faults(small(language, extent)) == []


@pytest.mark.xdist_group("shipped")
@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("kind", ["rsa 3072", "p256"])
def test_signing_it_takes_nothing_from_that(
    kind: str, language: str, judge: Judge | None, tmp_path: Path
) -> None:
    pdf = smithy.signed(kind, language)
    found = [*(judge(pdf, tmp_path) if judge else []), *judges.at_once(pdf), *judges.syntax(pdf)]
    assert found == []
    # This judge wants even a field outside the page in the structure tree; PDF/UA (7.18.1) exempts it.
    said = {line.split()[0] for line in judges.outloud(pdf, tmp_path)}
    assert said <= {"FRM-003", "28", "1.3.1", "1.3.2", "4.1.2"}


@pytest.mark.xdist_group("shipped")
def test_without_its_claim_of_pdf_a_a_document_is_pdf_ua_still(judge: Judge | None, tmp_path: Path) -> None:
    pdf = closing.decrypted(closing.encrypted(small("en", "core"), "password"), "password")
    assert judges.outloud(pdf, tmp_path) == []
    if judge:
        assert {line.split(":")[0] for line in judge(pdf, tmp_path)} == {"PDFA-3A 6.6.4-1"}


@pytest.mark.parametrize("language", ["en", "fr"])
def test_the_judge_that_takes_a_moment_passes_the_shortest_workbook(language: str) -> None:
    assert judges.at_once(of(books.minimal(language), language, "full")) == []


@pytest.mark.slow
@pytest.mark.xdist_group("shipped")
@pytest.mark.parametrize("language", ["en", "fr"])
def test_the_shipped_workbook_s_document_is_sound(
    language: str, faults: Callable[[bytes], list[str]]
) -> None:
    assert faults(shipped.made(making.FOUNDING, language).pdf) == []


@pytest.mark.xdist_group("shipped")
@pytest.mark.parametrize("language", [pytest.param(each, marks=AT_LENGTH) for each in ("fr", "en")])
def test_a_document_of_two_hundred_pages_is_sound(
    language: str, faults: Callable[[bytes], list[str]]
) -> None:
    pdf = of_two_hundred_pages(language)
    assert len(pypdfium2.PdfDocument(pdf)) >= 200
    assert faults(pdf) == []


@pytest.mark.xdist_group("shipped")
def test_without_our_structure_tree_the_judges_object(
    judge: Judge | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from weasyprint.pdf.tags import add_tags  # noqa: PLC0415 - WeasyPrint's own, as it would be without ours

    from flows.document.paper import accessible  # noqa: PLC0415 - the same

    monkeypatch.setattr(accessible, "tagged", add_tags)
    pdf = of(books.sound(), "en", "full")
    assert [line for line in judges.outloud(pdf, tmp_path) if line.startswith("TBL-")]
    if judge:
        assert [line for line in judge(pdf, tmp_path) if line.startswith("PDFUA-1 7.")]


@pytest.mark.xdist_group("shipped")
@pytest.mark.parametrize(
    ("sound", "broken"),
    [
        (rb"<pdfuaid:part>1<", b"<pdfuaid:part>9<"),  # claims another standard
        (rb'pdfaid:conformance="A"', b'pdfaid:conformance="Z"'),
    ],
)
def test_a_false_claim_is_found_out(sound: bytes, broken: bytes, judge: Judge | None, tmp_path: Path) -> None:
    pdf = re.sub(sound, broken, small("en", "core"))
    assert pdf != small("en", "core")
    assert judges.at_once(pdf) != []
    if judge:
        assert judge(pdf, tmp_path) != []


def test_a_file_cut_short_is_found_out() -> None:
    assert judges.syntax(small("en", "core")[:-400]) != []
