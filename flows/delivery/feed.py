"""The list of a place's editions for those who would rather fetch: RSS 2.0 and JSON Feed 1.1.

One list for each language, the same bytes for the same editions: every date in it comes with them. A draft
is never in it, whoever hands one over. The lists are put at the place after what they lead to.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from datetime import UTC, date, datetime
from email.utils import format_datetime
from html import escape
from typing import TYPE_CHECKING
from urllib.parse import quote
from xml.etree import ElementTree as ET

from flows.delivery import places
from flows.delivery.killpoints import kp
from flows.delivery.place_refusals import CannotPut
from flows.record.plain import json_text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from flows.delivery.places import Place, Put

    Writer = Callable[[Iterable["Entry"], "About", str, str], bytes]

LONGEST = 50  # editions
SPACES = re.compile(r"[\t\n\v\f\r \u0085\u2028\u2029]+")  # not those that French asks for
JOINERS = "\u200c\u200d"  # not seen, yet words of some scripts are misspelt without them
UNSEEN = {"Cc", "Cf", "Cs"}  # categories: controls, what turns letters about, halves of a letter
NO_LETTERS = "\ufffe\uffff"  # nor will they ever be
NAMESPACES = {"xmlns:atom": "http://www.w3.org/2005/Atom", "xmlns:dc": "http://purl.org/dc/elements/1.1/"}


@dataclass(frozen=True, slots=True)
class Enclosure:
    """The document that an entry leads to, as it was put at the place."""

    name: str  # there
    length: int
    sha256: str
    media_type: str = "application/pdf"


@dataclass(frozen=True, slots=True)
class Entry:
    """One language of an issued edition, as its list tells of it; `issued_at` has a zone."""

    edition: str  # what tells it from all others of the list: "2020-06-15-01"
    revision: int
    language: str
    title: str
    as_of: date
    issued_at: datetime
    key_points: tuple[str, ...]  # plain words
    enclosure: Enclosure
    release: str  # "final", or "draft"

    def __post_init__(self) -> None:
        """Hold it to a zone: without one the list would be another on another machine."""
        if self.issued_at.tzinfo is None:
            raise ValueError("issued_at has no zone")

    @property
    def guid(self) -> str:
        """What a reader's program knows it by, now and ever."""
        return f"{plain(self.edition)}|{self.revision}|{self.language}"


@dataclass(frozen=True, slots=True)
class About:
    """What a list says of itself, in its language; `link` is the web address of the place."""

    title: str
    description: str
    link: str

    def at(self, name: str) -> str:
        """The web address of what stands at the place under that name."""
        return f"{self.link.rstrip('/')}/{quote(name)}"


def rss(editions: Iterable[Entry], about: About, language: str, name: str = "feed.xml") -> bytes:
    """The list as RSS 2.0, the newest first; `name` is the list's own at the place.

    A digest has no field of its own in RSS: it is the entry's Dublin Core identifier, its day the coverage.
    """
    entries = shown(editions, language)
    root = ET.Element("rss", {"version": "2.0", **NAMESPACES})
    channel = ET.SubElement(root, "channel")
    itself = {"href": about.at(name), "rel": "self", "type": "application/rss+xml"}
    _add(channel, "title", about.title)
    _add(channel, "link", about.at(""))
    _add(channel, "description", about.description)
    _add(channel, "language", language)
    for entry in entries[:1]:
        _add(channel, "lastBuildDate", _in_mail(entry.issued_at))
    ET.SubElement(channel, "atom:link", itself)
    for entry in entries:
        _item(channel, entry, about)
    ET.indent(root)
    return bytes(ET.tostring(root, encoding="utf-8", xml_declaration=True)) + b"\n"


def _item(channel: ET.Element, entry: Entry, about: About) -> None:
    item = ET.SubElement(channel, "item")
    document = entry.enclosure
    told = {"url": about.at(document.name), "length": str(document.length), "type": document.media_type}
    _add(item, "title", entry.title)
    _add(item, "link", told["url"])
    if entry.key_points:
        _add(item, "description", _as_html(entry.key_points))
    _add(item, "guid", entry.guid, isPermaLink="false")
    _add(item, "pubDate", _in_mail(entry.issued_at))
    ET.SubElement(item, "enclosure", told)
    _add(item, "dc:identifier", f"sha256:{document.sha256}")
    _add(item, "dc:coverage", entry.as_of.isoformat())


def json_feed(editions: Iterable[Entry], about: About, language: str, name: str = "feed.json") -> bytes:
    """The list as JSON Feed 1.1, the newest first; `name` is the list's own at the place."""
    told = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": plain(about.title),
        "description": plain(about.description),
        "home_page_url": about.at(""),
        "feed_url": about.at(name),
        "language": language,
        "items": [_json_item(entry, about) for entry in shown(editions, language)],
    }
    return json_text(told).encode()


def _json_item(entry: Entry, about: About) -> dict[str, object]:
    document = entry.enclosure
    url = about.at(document.name)
    size = {"url": url, "mime_type": document.media_type, "size_in_bytes": document.length}
    return {
        "id": entry.guid,
        "url": url,
        "title": plain(entry.title),
        "content_text": "\n".join(map(plain, entry.key_points)) or plain(entry.title),
        "date_published": entry.issued_at.astimezone(UTC).isoformat(timespec="seconds"),
        "language": entry.language,
        "attachments": [{**size, "_on_record": {"sha256": document.sha256}}],
        "_on_record": {"as_of": entry.as_of.isoformat()},
    }


def publish(
    place: Place, editions: Iterable[Entry], about: Mapping[str, About], folder: str = ""
) -> tuple[Put, ...]:
    """The lists at their place, in each language that `about` has, once all they lead to is there.

    They are `feed.xml` and `feed.json`, of other languages `feed-fr.xml` and so on, in a folder of the place
    if one is named. Each is derived from all the editions handed over, so that doing it again changes
    nothing.

    Raises `CannotPut`: "not_yet" where a document of theirs is not there, and then no list was touched.
    """
    every = tuple(editions)
    wanted = {one.enclosure for language in about for one in shown(every, language)}
    missing = places.missing(place, {document.name: document.length for document in wanted})
    if missing:
        raise CannotPut("not_yet", place.shown, missing[0])
    kp("all there")
    lists = [
        (name, write(every, about[language], language, name))
        for language in sorted(about)
        for name, write in _lists(folder, language)
    ]
    return tuple(places.replace(place, name, content) for name, content in lists)


def _lists(folder: str, language: str) -> tuple[tuple[str, Writer], ...]:
    own = "feed" if language == "en" else f"feed-{language}"
    path = f"{folder}/{own}" if folder else own
    return ((f"{path}.xml", rss), (f"{path}.json", json_feed))


def shown(editions: Iterable[Entry], language: str) -> tuple[Entry, ...]:
    """What a list shows: the final editions in its language, each once, the newest first, fifty at most."""
    finals = (one for one in editions if one.language == language and one.release == "final")
    oldest_first = sorted(finals, key=lambda one: (one.issued_at, one.as_of, one.guid, one.enclosure.sha256))
    once = {one.guid: one for one in oldest_first}
    return tuple(sorted(once.values(), key=oldest_first.index, reverse=True)[:LONGEST])


def plain(words: str) -> str:
    """The words on one line, without what XML cannot hold or what would turn other letters about."""
    return SPACES.sub(" ", "".join(filter(_is_kept, words))).strip(" ")


def _is_kept(letter: str) -> bool:
    if letter in JOINERS or SPACES.match(letter):
        return True
    return letter not in NO_LETTERS and unicodedata.category(letter) not in UNSEEN


def _as_html(points: Iterable[str]) -> str:
    """The points as a list: what stands in a description is read as HTML, so it is escaped once more."""
    return "".join(("<ul>", *(f"<li>{escape(plain(point), quote=False)}</li>" for point in points), "</ul>"))


def _in_mail(instant: datetime) -> str:
    return format_datetime(instant.astimezone(UTC))


def _add(above: ET.Element, name: str, words: str, **attributes: str) -> None:
    ET.SubElement(above, name, attributes).text = plain(words)
