"""Copies that are none: an archive is another address than the page it keeps."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from flows.workbook.cleaning.rows import by_key
from flows.workbook.cleaning.web import SHORTENERS, host
from flows.workbook.complaints import problem

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from flows.workbook.cleaning.rows import Row
    from flows.workbook.problems import Problem

COPIES = {"sources": "archive_url", "announcements": "archive", "reactions": "archive"}
"""The column of each sheet that holds the address of a copy."""

BEFORE_HOST = re.compile(r"(?i)^\s*https?://(?:www\.)?")
KEEPERS = re.compile(r"(?i)^(?:[\w-]+\.)*(?:[\w-]*archiv\w*|perma|webcitation|arquivo|ghostarchive)\.[a-z]+")
"""Hosts that keep copies: of a page that is gone theirs may be the only address."""

KEPT_PAGE = re.compile(r"(?i)^https?://(?:[\w-]+\.)*[\w-]*archive[\w-]*\.[a-z]+/\S*?(https?:/{1,2}[^/\s].*)$")
"""An address of a copy that holds the address of the page: those of the Wayback Machine do."""


LEAD_ON = SHORTENERS | {"doi.org", "dx.doi.org", "hdl.handle.net"}
"""Sites whose addresses lead on to pages of others."""


def archives(rows: Sequence[Row]) -> Iterator[Problem]:
    """A complaint about each address of a copy that is the page itself, or another page's copy."""
    sources = by_key(row for row in rows if row.table.sheet.name == "sources")
    for row in rows:
        name = COPIES.get(row.table.sheet.name)
        if name is None or not row.said(name):
            continue
        copy = bare(row.get(name) or "")
        if copy and not KEEPERS.match(copy) and copy in {bare(each) for each in _pages(row, sources)}:
            column = row.table.header("url" if row.table.sheet.name == "sources" else "source")
            yield problem(
                "archive_is_source", row.cell(name), row.table.language, row.said(name), column=column
            )
        elif kept := _of_another(row.get(name) or "", _pages(row, sources)):
            column = row.table.header("url" if row.table.sheet.name == "sources" else "source")
            yield problem(
                "archive_of_another", row.cell(name), row.table.language, row.said(name), column=column,
                site=kept,
            )  # fmt: skip


def _of_another(copy: str, pages: Iterable[str]) -> str:
    """The site of the page that a copy was made of, where it is none of these; "" where nothing tells."""
    found, sites = KEPT_PAGE.match(copy), {host(_kept(page)) for page in pages if page}
    kept = host(found[1]) if found and sites else ""
    elsewhere = kept and sites.isdisjoint(LEAD_ON) and not any(_of_one_site(kept, site) for site in sites)
    return kept if elsewhere else ""


def _kept(page: str) -> str:
    """The page itself, of one that is known by a copy only."""
    found = KEPT_PAGE.match(page)
    return found[1] if found else page


def _of_one_site(one: str, other: str) -> bool:
    return one == other or one.endswith(f".{other}") or other.endswith(f".{one}")


def _pages(row: Row, sources: Mapping[str, Row]) -> Iterator[str]:
    """The addresses a row rests on: its own, or those it cites, by their ids too."""
    yield row.get("url") or ""
    for each in row.get("source") or ():
        if each.kind == "url":
            yield each.value
        elif each.value in sources:
            yield sources[each.value].get("url") or ""


def bare(address: str) -> str:
    """What tells one page from another, or "" of what is no address: http and www. do not."""
    begun = BEFORE_HOST.match(address)
    host, slash, path = (address[begun.end() :] if begun else "").strip().partition("/")
    return f"{host.lower()}{slash}{path}".rstrip("/")
