"""The worked example of the sheet Read me: a commitment, what a critic asks, how it went on. Data only.

Typed into the sheets as it stands it gives no complaint: a test holds that.
"""

from __future__ import annotations

Row = dict[str, str]

ENGLISH: dict[str, tuple[Row, ...]] = {
    "announcements": (
        {"id": "A001", "organisation": "Amazon", "announced_on": "2020-06-10", "kind": "moratorium",
         "summary": "Stops police use of its facial recognition for a "
                    "year", "source": "S001", "term": "fixed",
         "duration": "1 year", "users": "police", "activity": "use"},
        {"id": "A002", "organisation": "Amazon", "announced_on": "2021-05-18", "kind": "moratorium",
         "summary": "Goes on with it until further notice", "source": "https://example.org/reuters",
         "term": "until_further_notice", "previous_id": "A001", "relation": "extends"},
    ),
    "reactions": (
        {"id": "R001", "actor": "ACLU", "reacted_on": "2020-06-10", "about": "A001",
         "summary": "Glad of it, and finds a year too short", "source": "https://example.org/aclu",
         "stance": "welcomes_insufficient", "quote": "This is a first step.", "quote_lang": "en",
         "speaker": "Nicole Ozer, director"},
        {"id": "R001.1", "demand": "Stop all use by law enforcement", "target": "Amazon",
         "demand_term": "permanent", "demand_users": "law_enforcement"},
    ),
    "sources": (
        {"id": "S001", "publisher": "Amazon", "url": "https://example.org/amazon",
         "published_on": "2020-06-10"},
    ),
}  # fmt: skip
FRENCH: dict[str, tuple[Row, ...]] = {
    "announcements": (
        {"id": "A001", "organisation": "Amazon", "announced_on": "2020-06-10", "kind": "moratoire",
         "summary": "Suspend pour un an l’usage policier de sa reconnaissance faciale", "source": "S001",
         "term": "à durée déterminée", "duration": "1 an", "users": "police", "activity": "utilisation"},
        {"id": "A002", "organisation": "Amazon", "announced_on": "2021-05-18", "kind": "moratoire",
         "summary": "Le prolonge jusqu’à nouvel ordre", "source": "https://example.org/reuters",
         "term": "jusqu'à nouvel ordre", "previous_id": "A001", "relation": "prolonge"},
    ),
    "reactions": (
        {"id": "R001", "actor": "ACLU", "reacted_on": "2020-06-10", "about": "A001",
         "summary": "S’en réjouit et juge qu’un an ne suffit pas", "source": "https://example.org/aclu",
         "stance": "salue mais juge insuffisant", "quote": "This is a first step.", "quote_lang": "en",
         "translation": "C’est un premier pas.", "translation_by": "équipe : LM",
         "speaker": "Nicole Ozer, directrice"},
        {"id": "R001.1", "demand": "Cesser tout usage par les forces de l’ordre", "target": "Amazon",
         "demand_term": "définitif", "demand_users": "forces de l'ordre"},
    ),
    "sources": (
        {"id": "S001", "publisher": "Amazon", "url": "https://example.org/amazon",
         "published_on": "2020-06-10"},
    ),
}  # fmt: skip


def example(language: str) -> dict[str, tuple[Row, ...]]:
    """The rows of the example by sheet, in that language."""
    return FRENCH if language == "fr" else ENGLISH
