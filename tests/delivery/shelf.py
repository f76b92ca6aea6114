"""Editions on a shelf without their pages: real record, digest and manifest, and a few bytes for each PDF."""

from __future__ import annotations

import io
from datetime import date
from typing import TYPE_CHECKING

import pikepdf

from flows.document import digest, markup
from flows.edition import manifest, snapshot, store
from flows.record import as_json, changes
from flows.record.findings import compute
from flows.workbook.people import Recipient
from flows.workbook.problems import Cell

if TYPE_CHECKING:
    from pathlib import Path

    from flows.record.facts import Record

STEM = "record"
FOR_THE_TEAM = "Kept by the team alone"


def edition(outputs: Path, record: Record, as_of: str, title: str = "") -> Path:
    """The folder of an edition of that day, compared with the newest final one before it.

    `title` stands in the PDFs and nowhere else.
    """
    day = date.fromisoformat(as_of)
    folder = store.previous(outputs, STEM, day)
    before = snapshot.of(folder) if folder else None
    found = compute(record, as_of=day, previous=before)
    since = changes.compare(before, snapshot.of_text(as_json.canonical(found))) if before else None
    number = (before.number or 1) + 1 if before else 1
    files = {
        "briefing-en.pdf": pdf(f"{title} en {as_of}"),
        "briefing-fr.pdf": pdf(f"{title} fr {as_of}"),
        "record.json": as_json.canonical(found).encode(),
        **{name: f"<p>{FOR_THE_TEAM}</p>".encode() for name in ("problems.html", "mending.json")},
        digest.NAME: digest.digest(found, since, number, ("en", "fr")),
    }
    asked = manifest.Asked(
        "record.xlsx", "0" * 64, number, day, None, ("en", "fr"), "full", folder.name if folder else None
    )
    made = manifest.Made(asked, found.release, found.holds)
    files[manifest.NAME] = manifest.seal(made, files, markup.TEMPLATES, {})
    return store.keep(outputs, STEM, day, files)


def pdf(title: str) -> bytes:
    """A PDF of one empty page, another for each title."""
    made, content = pikepdf.new(), io.BytesIO()
    made.add_blank_page()
    made.docinfo["/Title"] = title
    made.save(content, deterministic_id=True)
    return content.getvalue()


def reader(
    email: str, *topics: str, language: str | None = "en", name: str = "", group: str = ""
) -> Recipient:
    """Somebody on the list."""
    return Recipient(name, email, language, group, topics, Cell("recipients", "B2", 2))
