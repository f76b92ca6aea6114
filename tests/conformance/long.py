"""A workbook whose briefing fills more than two hundred pages, with something of everything on them."""

from __future__ import annotations

from random import Random

from tests import books

NAMES = ("Ash", "Birch", "Cedar", "Elm", "Fir", "Hazel", "Juniper", "Larch", "Maple", "Oak", "Pine", "Rowan")
STATEMENTS = 90
WORDS = (
    "asks", "police", "sales", "cameras", "streets", "judges", "schools", "borders", "faces", "errors",
    "audits", "letters", "months", "laws", "voters", "mayors", "unions", "nobody", "before", "again",
    "openly", "slowly", "without", "against", "because", "little", "further", "software", "contracts",
    "crowds", "protests", "evidence", "records", "warnings", "numbers", "councils", "reporters",
    "engineers", "shareholders",
)  # fmt: skip
DIMENSIONS = {
    "demand_term": ("permanent", "until_further_notice", "unspecified"),
    "demand_users": ("police", "law_enforcement", "public_sector", "all_customers"),
    "demand_activity": ("use", "sale", "sale; use", "development", "data_sharing"),
    "demand_technology": ("product", "facial_recognition", "surveillance"),
    "demand_territory": ("place", "country", "worldwide", None),
    "demand_exceptions": ("none", "unspecified", "missing children"),
}


def book() -> books.Book:
    """Invented rows with quotes, demands and sources; long letters, one to a page of the chronology."""
    made, dice = books.sound(), Random(7)  # noqa: S311 - no secret; the same book each time
    for number, name in enumerate(NAMES):
        announcement(made, dice, number, name)
    for number in range(STATEMENTS):
        reaction(made, dice, number, NAMES[number % len(NAMES)], NAMES[number // len(NAMES)])
    return made


def prose(dice: Random, words: int) -> str:
    """So many words, no line of them like another."""
    return " ".join(dice.choices(WORDS, k=words))


def announcement(made: books.Book, dice: Random, number: int, name: str) -> None:
    """One more company, with a term of its own."""
    books.add(
        made, "Announcements", id=f"A{100 + number}", organisation=f"{name} Systems",
        announced_on=f"2020-06-{number + 1:02}", kind=("moratorium", "ban", "policy")[number % 3],
        summary=f"{name} {prose(dice, 20)}", source=f"https://example.org/{name.lower()}/on-facial-recognition",
        term="unspecified", users="police", activity="sale", technology="facial_recognition",
        territory="country", exceptions=prose(dice, 6), quote=prose(dice, 12), quote_lang="en",
        speaker=f"Head of {name}", translation=prose(dice, 12), translation_by="team: LM",
        verification="primary_seen",
    )  # fmt: skip


def reaction(made: books.Book, dice: Random, number: int, name: str, place: str) -> None:
    """One more statement, with what it asks of whom."""
    at = f"R{100 + number}"
    books.add(
        made, "Reactions", id=at, actor=f"{name} Association of {place}",
        reacted_on=f"2020-06-{number % 5 + 10}", about=f"A{100 + number % len(NAMES)}",
        summary=prose(dice, 220), source=f"https://example.org/{place.lower()}/letter/{number}",
        stance=("insufficient", "welcomes_insufficient", "opposes")[number % 3], quote=prose(dice, 25),
        quote_lang="en", speaker=f"Director of {name}, {place}", verification="reported", kind="statement",
    )  # fmt: skip
    books.add(
        made, "Reactions", id=f"{at}.1", demand=f"Stop {prose(dice, 3)}", target=f"{name} Systems",
        outcome="none_found", outcome_checked_on="2020-06-15",
        **{header: dice.choice(choices) for header, choices in DIMENSIONS.items() if number % 9 == 0},
    )  # fmt: skip
