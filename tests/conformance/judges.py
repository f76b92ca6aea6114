"""The judges that need no Java: what each of them finds wrong with a PDF, as lines; none if it is sound."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import page
import pikepdf
from outloud import check

if TYPE_CHECKING:
    from pathlib import Path


# Compressed bytes may end in a carriage return: this judge takes it for the end of a line, veraPDF does not.
MISTAKEN = {"PDFA3A-STREAM-LENGTH-001"}


def outloud(pdf: bytes, folder: Path) -> list[str]:
    """What a screen reader would stumble over: errors, warnings and hints; failed checkpoints of PDF/UA."""
    path = folder / "read.pdf"
    path.write_bytes(pdf)
    result = check(str(path))
    found = [f"{one.rule} p.{one.page}: {one.message} {one.evidence or ''}" for one in result.findings]
    failed = [f"{one['id']} {one['name']}" for rows in result.criteria.values() for one in rows
              if one["status"] in {"fail", "warning"}]  # fmt: skip
    return [*found, *failed, *([result.error] if result.error else [])]


def at_once(pdf: bytes) -> list[str]:
    """What breaks PDF/A-3a or PDF/UA-1, by the judge that takes a moment only."""
    profiles = (page.ValidationProfile.PDF_A_3A, page.ValidationProfile.PDF_UA_1)
    return [
        f"{profile.value} {one.rule_id}: {one.message}"
        for profile in profiles
        for one in page.validate_pdf_bytes(pdf, profile=profile).failures
        if one.rule_id not in MISTAKEN
    ]


def syntax(pdf: bytes) -> list[str]:
    """What `qpdf --check` says: its library comes with pikepdf."""
    try:
        with pikepdf.open(io.BytesIO(pdf)) as document:
            return [*document.check_pdf_syntax(), *map(str, document.get_warnings())]
    except pikepdf.PdfError as broken:
        return [str(broken)]
