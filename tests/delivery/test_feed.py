from __future__ import annotations

import hashlib
import json
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree as ET

import pytest

from flows.delivery import feed, names, places
from flows.delivery.feed import About, Enclosure, Entry
from flows.delivery.place_refusals import CannotPut
from flows.delivery.places import Place

if TYPE_CHECKING:
    from pathlib import Path

ABOUT = About("On Record: facial recognition", "Every edition.", "https://example.org/briefings/")
IN_FRENCH = About("On Record : reconnaissance faciale", "Chaque édition.", "https://example.org/briefings")
DC = "{http://purl.org/dc/elements/1.1/}"
ATOM = "{http://www.w3.org/2005/Atom}"
HOSTILE = "a ]]> b <script>alert(1)</script> & &amp; \"'\0\x0b\ud800\ufffe \u202egnp.exe\u2066 <!-- é\nend"
PURIFIED = "a ]]> b <script>alert(1)</script> & &amp; \"' gnp.exe <!-- é end"


def entry(day: int = 15, language: str = "en", **otherwise: Any) -> Entry:  # noqa: ANN401 - any of its fields
    edition = f"2020-06-{day:02}-01"
    made = Entry(
        edition=edition,
        revision=1,
        language=language,
        title=f"Briefing as of {day} June 2020",
        as_of=date(2020, 6, day),
        issued_at=datetime(2020, 6, day, 9, 30, tzinfo=UTC),
        key_points=("Amazon’s moratorium ends in 24 days.", "No answer to R001.1."),
        enclosure=Enclosure(
            f"record/{edition}/{edition}-briefing-{language}.0.pdf", 1000 + day, f"{day:064x}"
        ),
        release="final",
    )
    return replace(made, **otherwise)


def channel(content: bytes) -> ET.Element:
    found = ET.fromstring(content).find("channel")  # noqa: S314 - our own
    assert found is not None
    return found


def text(element: ET.Element, name: str) -> str:
    found = element.findtext(name)
    assert found is not None
    return found


def loaded(content: bytes) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(content)
    return found


def test_an_rss_reader_finds_all_of_an_edition() -> None:
    content = feed.rss([entry()], ABOUT, "en")
    told = channel(content)
    (item,) = told.findall("item")
    url = "https://example.org/briefings/record/2020-06-15-01/2020-06-15-01-briefing-en.0.pdf"
    assert ET.fromstring(content).attrib == {"version": "2.0"}  # noqa: S314 - our own
    assert [text(told, name) for name in ("title", "link", "description", "language")] == [
        "On Record: facial recognition",
        "https://example.org/briefings/",
        "Every edition.",
        "en",
    ]
    assert text(item, "title") == "Briefing as of 15 June 2020"
    assert text(item, "link") == url
    assert text(item, "guid") == "2020-06-15-01|1|en"
    assert item.find("guid").attrib == {"isPermaLink": "false"}  # type: ignore[union-attr]
    assert item.find("enclosure").attrib == {"url": url, "length": "1015", "type": "application/pdf"}  # type: ignore[union-attr]
    assert text(item, f"{DC}identifier") == f"sha256:{15:064x}"
    assert text(item, f"{DC}coverage") == "2020-06-15"
    assert parsedate_to_datetime(text(item, "pubDate")) == entry().issued_at
    assert text(told, "lastBuildDate") == text(item, "pubDate") == "Mon, 15 Jun 2020 09:30:00 +0000"
    assert told.find(f"{ATOM}link").get("href") == "https://example.org/briefings/feed.xml"  # type: ignore[union-attr]


def test_a_json_feed_reader_finds_all_of_an_edition() -> None:
    told = loaded(feed.json_feed([entry()], ABOUT, "en"))
    url = "https://example.org/briefings/record/2020-06-15-01/2020-06-15-01-briefing-en.0.pdf"
    assert told == {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "On Record: facial recognition",
        "description": "Every edition.",
        "home_page_url": "https://example.org/briefings/",
        "feed_url": "https://example.org/briefings/feed.json",
        "language": "en",
        "items": [
            {
                "id": "2020-06-15-01|1|en",
                "url": url,
                "title": "Briefing as of 15 June 2020",
                "content_text": "Amazon’s moratorium ends in 24 days.\nNo answer to R001.1.",
                "date_published": "2020-06-15T09:30:00+00:00",
                "language": "en",
                "attachments": [
                    {
                        "url": url,
                        "mime_type": "application/pdf",
                        "size_in_bytes": 1015,
                        "_on_record": {"sha256": f"{15:064x}"},
                    }
                ],
                "_on_record": {"as_of": "2020-06-15"},
            }
        ],
    }


def test_hostile_words_come_back_as_words_and_nothing_else() -> None:
    hostile = entry(title=HOSTILE, key_points=(HOSTILE,), edition=HOSTILE)
    about = About(HOSTILE, HOSTILE, "https://example.org")
    content = feed.rss([hostile], about, "en")
    told = channel(content)
    (item,) = told.findall("item")
    assert text(told, "title") == text(told, "description") == text(item, "title") == PURIFIED
    assert text(item, "guid") == f"{PURIFIED}|1|en"
    assert b"<script" not in content
    assert [one.tag for one in item.iter()].count("script") == 0
    in_json = loaded(feed.json_feed([hostile], about, "en"))
    assert in_json["title"] == in_json["items"][0]["title"] == in_json["items"][0]["content_text"] == PURIFIED


def test_a_description_read_as_html_shows_the_key_points_as_words() -> None:
    (item,) = channel(feed.rss([entry(key_points=(HOSTILE, "R&D"))], ABOUT, "en")).findall("item")
    described = text(item, "description")
    points = [one.text for one in ET.fromstring(described)]  # noqa: S314 - our own
    assert points == [PURIFIED, "R&D"]
    assert "<script" not in described


def test_french_keeps_its_accents_and_its_blanks() -> None:
    words = "Où en est-on\u202f? «\u00a0Œuvre\u00a0» : 1er juin, l’été"
    one = entry(language="fr", title=words, key_points=(words,))
    (item,) = channel(feed.rss([one], IN_FRENCH, "fr")).findall("item")
    assert text(item, "title") == words
    content = feed.json_feed([one], IN_FRENCH, "fr")
    assert loaded(content)["items"][0]["content_text"] == words
    assert words.encode() in content


def test_words_that_need_unseen_letters_keep_them() -> None:
    assert feed.plain("می\u200cخواهم") == "می\u200cخواهم"


def guids(content: bytes) -> list[str]:
    return [text(item, "guid") for item in channel(content).findall("item")]


def test_the_newest_come_first_and_fifty_at_most_whatever_order_they_are_handed_over_in() -> None:
    start = datetime(2020, 1, 1, tzinfo=UTC)
    issued = [entry(edition=f"{number:03}", issued_at=start + timedelta(days=number)) for number in range(60)]
    wanted = [f"{number:03}|1|en" for number in range(59, 9, -1)]
    first = feed.rss(issued, ABOUT, "en"), feed.json_feed(issued, ABOUT, "en")
    assert guids(first[0]) == wanted == [item["id"] for item in loaded(first[1])["items"]]
    otherwise = issued[::-1], issued[30:] + issued[:30]
    assert [(feed.rss(one, ABOUT, "en"), feed.json_feed(one, ABOUT, "en")) for one in otherwise] == [
        first
    ] * 2


def test_the_same_instant_in_another_zone_gives_the_same_bytes() -> None:
    paris = entry(issued_at=datetime(2020, 6, 15, 11, 30, tzinfo=timezone(timedelta(hours=2))))
    for write in (feed.rss, feed.json_feed):
        assert write([paris], ABOUT, "en", "feed") == write([entry()], ABOUT, "en", "feed")


def test_an_instant_without_a_zone_is_not_taken() -> None:
    with pytest.raises(ValueError, match="no zone"):
        entry(issued_at=datetime(2020, 6, 15))  # noqa: DTZ001 - that is the point


def test_a_draft_and_another_language_are_never_in_it_and_nothing_is_twice() -> None:
    handed = [entry(), entry(), entry(16, release="draft"), entry(17, "fr"), entry(revision=2)]
    assert guids(feed.rss(handed, ABOUT, "en")) == ["2020-06-15-01|2|en", "2020-06-15-01|1|en"]
    assert guids(feed.rss(handed, IN_FRENCH, "fr")) == ["2020-06-17-01|1|fr"]


def test_a_list_of_nothing_is_a_list() -> None:
    assert guids(feed.rss([], ABOUT, "en")) == []
    assert loaded(feed.json_feed([], ABOUT, "en"))["items"] == []


def test_an_edition_without_key_points_has_its_title_to_say() -> None:
    one = entry(key_points=())
    assert channel(feed.rss([one], ABOUT, "en")).find("item/description") is None
    assert loaded(feed.json_feed([one], ABOUT, "en"))["items"][0]["content_text"] == one.title


def test_a_name_with_blanks_and_accents_is_a_web_address() -> None:
    one = entry(enclosure=Enclosure("été #1/x?.pdf", 1, "0"))
    (item,) = channel(feed.rss([one], ABOUT, "en")).findall("item")
    assert text(item, "link") == "https://example.org/briefings/%C3%A9t%C3%A9%20%231/x%3F.pdf"


def issued(place: Place, day: int, language: str = "en") -> Entry:
    """An edition that is at the place."""
    edition = f"2020-06-{day:02}-01"
    content = f"%PDF {day} {language}".encode()
    put = places.put(place, names.of("record", edition, f"briefing-{language}.pdf"), content)
    return entry(day, language, enclosure=Enclosure(put.name, put.length, put.sha256))


BOTH = {"en": ABOUT, "fr": IN_FRENCH}


def test_the_lists_stand_at_the_place_and_lead_to_files_that_are_what_they_say(tmp_path: Path) -> None:
    place = Place(str(tmp_path))
    put = feed.publish(place, [issued(place, 15), issued(place, 15, "fr")], BOTH, "record")
    assert [one.name for one in put] == [
        *("record/feed.xml", "record/feed.json", "record/feed-fr.xml", "record/feed-fr.json")
    ]
    for name in ("feed", "feed-fr"):
        (item,) = channel((tmp_path / "record" / f"{name}.xml").read_bytes()).findall("item")
        (attached,) = loaded((tmp_path / "record" / f"{name}.json").read_bytes())["items"][0]["attachments"]
        document = tmp_path / text(item, "link").removeprefix("https://example.org/briefings/")
        digest = hashlib.sha256(document.read_bytes()).hexdigest()
        assert attached["size_in_bytes"] == document.stat().st_size
        assert text(item, f"{DC}identifier") == f"sha256:{digest}"
        assert attached["_on_record"]["sha256"] == digest
    itself = channel((tmp_path / "record" / "feed-fr.xml").read_bytes()).find(f"{ATOM}link")
    assert itself is not None
    assert itself.get("href") == "https://example.org/briefings/record/feed-fr.xml"


def test_publishing_again_changes_nothing_and_a_new_edition_comes_first(tmp_path: Path) -> None:
    place = Place(str(tmp_path))
    first = [issued(place, 15)]
    assert [one.created for one in feed.publish(place, first, {"en": ABOUT})] == [True, True]
    assert [one.created for one in feed.publish(place, first, {"en": ABOUT})] == [False, False]
    feed.publish(place, [*first, issued(place, 16)], {"en": ABOUT})
    assert guids((tmp_path / "feed.xml").read_bytes()) == ["2020-06-16-01|1|en", "2020-06-15-01|1|en"]
    feed.publish(place, first, {"en": ABOUT})
    assert guids((tmp_path / "feed.xml").read_bytes()) == ["2020-06-15-01|1|en"]
    assert sorted(one.name for one in tmp_path.iterdir()) == ["feed.json", "feed.xml", "record"]


@pytest.mark.parametrize("harm", ["gone", "cut short"])
def test_no_list_leads_to_what_is_not_there_whole(tmp_path: Path, harm: str) -> None:
    place = Place(str(tmp_path))
    feed.publish(place, [issued(place, 15)], {"en": ABOUT})
    before = {name: (tmp_path / name).read_bytes() for name in ("feed.xml", "feed.json")}
    late = issued(place, 16)
    document = tmp_path / late.enclosure.name
    document.unlink() if harm == "gone" else document.write_bytes(b"%P")
    with pytest.raises(CannotPut) as caught:
        feed.publish(place, [issued(place, 15), late], {"en": ABOUT})
    assert (caught.value.kind, caught.value.detail) == ("not_yet", late.enclosure.name)
    assert {name: (tmp_path / name).read_bytes() for name in before} == before


def test_a_draft_need_not_be_there_for_the_list(tmp_path: Path) -> None:
    place = Place(str(tmp_path))
    feed.publish(place, [issued(place, 15), entry(16, release="draft")], {"en": ABOUT})
    assert guids((tmp_path / "feed.xml").read_bytes()) == ["2020-06-15-01|1|en"]
