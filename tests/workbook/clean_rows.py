"""Rows without a fault, drawn at random as careful teams type them: no complaint of one is right."""

from __future__ import annotations

import random
from datetime import date, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.books import Book, Rows

BODIES = (
    "Amazon",
    "Amazon Web Services",
    "Microsoft",
    "IBM",
    "Google",
    "Clearview AI",
    "Axon",
    "Axon Enterprise",
    "Meta",
    "Face++",
    "NtechLab",
    "NEC",
    "NEC Corporation of America",
    "SenseTime",
    "Cognitec",
    "Idemia",
    "Thales",
    "Ring",
    "Rite Aid",
    "Macy’s",
    "Madison Square Garden Entertainment",
    "M1 Data & Analytics, LLC",
    "Johnson & Johnson",
    "PimEyes",
    "Palantir",
    "Motorola Solutions",
    "Detroit Police Department",
    "Préfecture de police",
    "Ville de Nice",
    "Région Provence-Alpes-Côte d’Azur",
    "Ministère de l’Intérieur",
    "Metropolitan Police",
    "South Wales Police",
    "San Francisco",
    "City of Portland, Oregon",
    "Eurojust",
)
CRITICS = (
    "ACLU",
    "ACLU of Northern California",
    "ACLU of Southern California",
    "ACLU of Massachusetts",
    "EFF",
    "Electronic Frontier Foundation",
    "Fight for the Future",
    "Big Brother Watch",
    "Liberty",
    "Privacy International",
    "La Quadrature du Net",
    "Ligue des droits de l’Homme",
    "CNIL",
    "EDRi",
    "Algorithmic Justice League",
    "noyb",
    "Amnesty International",
    "Human Rights Watch",
    "Color Of Change",
    "Mijente",
    "NAACP",
    "AlgorithmWatch",
    "Défenseur des droits",
    "Commission nationale consultative des droits de l’homme",
    "Joy Buolamwini, researcher",
    "Sen. Ed Markey",
    "Rep. Pramila Jayapal, member of Congress",
    "Edward Bridges",
    "Surveillance Technology Oversight Project (S.T.O.P.)",
    "S. Scarlet, Reporter’s Committee",
    "Union syndicale Solidaires & associés",
)
VERBS = (
    "Suspends",
    "Bans",
    "Resumes",
    "Limits",
    "Extends",
    "Opens",
    "Reviews",
    "Publishes",
    "Withdraws",
    "Renews",
)
OBJECTS = (
    "the sale of its software to police forces",
    "use of live cameras at stations",
    "a pilot in two airports",
    "its contract with the county’s sheriff",
    "matching of faces in its shops (trial of 2019)",
    "access to its A.I. tools for agencies, among them ICE",
    "a programme worth $10.5 million",
    "the “Rekognition” service for U.S. police",
    "audits under Art. 35 of the GDPR",
    "the pilot “Safe City 2.0”",
)
ENDS = (
    "",
    " for now",
    " until Congress acts",
    " worldwide",
    " in 3 states",
    ", with exceptions",
    " after a report",
    "; the rest goes on",
    " – at least in part",
    " (see the letter)",
    " at 40 % of its sites",
    " within days",
)
VERBES = (
    "Suspend",
    "Interdit",
    "Reprend",
    "Limite",
    "Prolonge",
    "Ouvre",
    "Réexamine",
    "Publie",
    "Retire",
    "Renouvelle",
)
OBJETS = (
    "la vente de son logiciel aux forces de l’ordre",
    "l’usage de caméras « augmentées » en gare",
    "une expérimentation dans deux aéroports",
    "son contrat avec le comté\u00a0: fin en décembre",
    "l’accès d’une partie de ses outils d’IA aux services de l’État",
    "un programme de 10,5\u00a0millions d’euros",
    "le service «\u202fRekognition\u202f» pour la police",
    "l’audit prévu à l’art. 35 du RGPD",
    "l’essai mené à Nice, où l’œuvre s’achève",
    "la reconnaissance faciale à l’entrée des lycées\u202f; avis rendu",
)
FINS = (
    "",
    " jusqu’à nouvel ordre",
    " à l’échelle mondiale",
    " dans 3 États",
    ", sauf exceptions",
    " après un rapport",
    " – du moins en partie",
    " (voir la lettre)",
    " sur 40\u00a0% de ses sites",
    " ; le reste se poursuit",
)
QUOTES = (
    ("en", "This is a first step, but it’s not enough."),
    ("en", "We’ve “paused” the sale; we haven’t ended it."),
    ("en", "A year is too short. [They] must go further […] and stop for good."),
    ("en", "Face surveillance is the most dangerous technology we know: it must be banned!"),
    ("en", "What does “law enforcement” mean here? Nobody will say."),
    ("en", "Enough is enough."),
    ("fr", "C’est un premier pas, mais il reste beaucoup à faire."),
    ("fr", "L’« expérimentation » n’en est pas une."),
    ("fr", "Nous demandons l’arrêt, pas la pause\u202f: c’est l’évidence même\u202f!"),
    ("de", "Das reicht uns nicht."),
    ("fr", "Qu’attend-on\u202f? Que la loi suive, toujours en retard\u2026 puis rien."),
    ("es", "No es suficiente."),
)
TRANSLATED = {
    "en": "Traduction de cette phrase, mot à mot.",
    "fr": "The same sentence, put into English.",
    "de": "A sentence, put into another language.",
    "es": "Une phrase mise en une autre langue.",
}
HOSTS = (
    "www.nytimes.com",
    "www.lemonde.fr",
    "example.org",
    "blog.aboutamazon.com",
    "sub.dom.example.co.uk",
    "xn--bcher-kva.example",
    "www.conseil-etat.fr",
    "www.théâtre.example",
    "t.me",
    "youtu.be",
    "twitter.com",
    "news.example.com:8443",
    "archive.ph",
)
PATHS = (
    "/2020/06/10/story-{n}.html",
    "/politique/article/{n}-reconnaissance-faciale_{n}.html",
    "/a?id={n}&lang=fr#top",
    "/web/20200611000000/https://www.example.org/{n}",
    "/{n}",
    "/Rapport_(2020)_{n}.pdf",
    "/search-for-truth/{n}",
    "/actualités/l’arrêt-{n}",
    "/~team/{n};v=2",
    "/google-and-facial-recognition-{n}",
    "/path,with,commas,{n}",
)
ROLES = (
    "attorney",
    "directrice",
    "chief executive, North America",
    "porte-parole",
    "Director, Technology & Civil Liberties",
)
PEOPLE = (
    "Nicole Ozer",
    "Anaïs Ébène",
    "J. Doe",
    "Félix Tréguer",
    "Mary-Ann O’Neill",
    "Žofia Łuć",
    "Nguyễn Văn An",
    "Dr. Li",
)


SHORT = {
    "en": "Jan Feb Mar Apr May June July Aug Sept Oct Nov Dec",
    "fr": "janv. févr. mars avr. mai juin juil. août sept. oct. nov. déc.",
}


def clean(count: int, seed: int, language: str = "en") -> Book:
    """A workbook of about so many rows, a third of them reactions; the sheets that go with them."""
    draw = random.Random(seed)  # noqa: S311 - a draw that can be made again
    acts, said = count * 5 // 12, count * 4 // 12
    sources = count - acts - said
    return {
        "Announcements": _announcements(draw, acts, sources, language),
        "Reactions": _reactions(draw, said, acts, sources, language),
        "Sources": _sources(draw, sources),
        "Organisations": _organisations(),
    }


def _day(draw: random.Random, first: date = date(2018, 1, 3), span: int = 2700) -> date:
    return first + timedelta(days=draw.randrange(span))


def _typed(draw: random.Random, day: date, language: str) -> object:
    """A day as somebody types it, at the precision of a day."""
    months = {
        "en": "January February March April May June July August September October November December",
        "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    }
    month = months[language].split()[day.month - 1]
    first = "1er" if language == "fr" and day.day == 1 else str(day.day)
    ways: tuple[object, ...] = (
        day,
        day.isoformat(),
        f"{first} {month} {day.year}",
        f"{first} {SHORT[language].split()[day.month - 1]} {day.year}",
        f" {day.isoformat()} ",
        f"{first}\u00a0{month} {day.year}",
        day,
    )
    return draw.choice(ways)


def _rough(draw: random.Random, day: date) -> object:
    return draw.choice(
        (
            f"{day.year}-{day.month:02}",
            f"Q{(day.month + 2) // 3} {day.year}",
            f"T{(day.month + 2) // 3} {day.year}",
        )
    )


def _source(draw: random.Random, sources: int) -> str:
    def one() -> str:
        if draw.random() < 0.4:
            return f"S{draw.randrange(sources) + 1:03}"
        return f"https://{draw.choice(HOSTS)}{draw.choice(PATHS).format(n=draw.randrange(10**6))}"

    return draw.choice(("; ", "\n", " ; ")).join(one() for _ in range(draw.choice((1, 1, 1, 2, 3))))


def _words(draw: random.Random, language: str) -> str:
    if language == "fr":
        return f"{draw.choice(VERBES)} {draw.choice(OBJETS)}{draw.choice(FINS)}"
    return f"{draw.choice(VERBS)} {draw.choice(OBJECTS)}{draw.choice(ENDS)}"


def _announcements(draw: random.Random, count: int, sources: int, language: str) -> Rows:
    other = "en" if language == "fr" else "fr"  # of the twin: `french` puts its header into French
    rows: Rows = [
        [
            "id",
            "organisation",
            "announced_on",
            "kind",
            "summary",
            "source",
            "term",
            "ends_on",
            "duration",
            "condition",
            "previous_id",
            "relation",
            "users",
            "activity",
            "exceptions",
            "quote",
            "quote_lang",
            "translation",
            "translation_by",
            "speaker",
            "verification",
            "summary_fr",
            "amount",
            "currency",
            "decided_on",
            "entered_by",
            "entered_on",
            "notes",
        ]
    ]
    for number in range(1, count + 1):
        day = _day(draw)
        rows.append(
            [
                f"A{number:03}",
                draw.choice(BODIES),
                *_act(draw, day, sources, language),
                *_term(draw, day),
                None,
                None,
                draw.choice((None, "police", "law_enforcement", "unspecified")),
                draw.choice((None, "use", "use; sale", "sale\ndevelopment")),
                draw.choice(
                    (None, "none", "unspecified", "open list: bodies such as Thorn, ICMEC and others")
                ),
                *_quote(draw),
                draw.choice(("primary_seen", "corroborated", "reported")),
                _words(draw, other) if draw.random() < 0.5 else None,
                *draw.choice(((None, None), (1_000_000, "USD"), ("10 millions", "EUR"))),
                draw.choice((None, day - timedelta(days=3))),
                "LM",
                day + timedelta(days=draw.randrange(1, 90)),
                draw.choice((None, "see mail of Jo, ask <her>?", "…")),
            ]
        )
    return rows


def _act(draw: random.Random, day: date, sources: int, language: str) -> list[object]:
    kinds = ("moratorium", "ban", "withdrawal", "policy", "pledge", "moratoire", "engagement")
    return [_typed(draw, day, language), draw.choice(kinds), _words(draw, language), _source(draw, sources)]


def _term(draw: random.Random, day: date) -> list[object]:
    """The term with what it needs: last day, length, condition."""
    terms: tuple[list[object], ...] = (
        [None, None, None, None],
        ["fixed", day + timedelta(days=400), None, None],
        ["fixed", None, "18 months", None],
        ["fixed", None, "1 an", None],
        ["condition", None, None, "until a federal law is in force"],
        ["permanent", None, None, None],
        ["unspecified", None, None, None],
        ["until_further_notice", None, None, None],
    )
    return draw.choice(terms)


def _quote(draw: random.Random) -> list[object]:
    if draw.random() < 0.6:
        return [None, None, None, None, None]
    language, words = draw.choice(QUOTES)
    held = draw.choice(
        (
            (words, language, None, None),
            (words, language, TRANSLATED[language], "team: LM"),
            (None, None, TRANSLATED[language], "publisher: Le Monde"),
        )
    )
    speaker = PEOPLE[QUOTES.index((language, words)) % len(PEOPLE)]  # no two people use the same words
    return [*held, f"{speaker}, {draw.choice(ROLES)}"]


def _reactions(draw: random.Random, count: int, acts: int, sources: int, language: str) -> Rows:
    rows: Rows = [
        [
            "id",
            "actor",
            "reacted_on",
            "about",
            "summary",
            "source",
            "stance",
            "demand",
            "target",
            "demand_users",
            "outcome",
            "outcome_evidence",
            "outcome_checked_on",
            "kind",
        ]
    ]
    for number in range(1, count + 1):
        day = _day(draw, date(2025, 6, 1), 300)
        target = draw.choice(("SECTOR", draw.choice(BODIES)))
        asks = draw.random() < 0.3
        when = _typed(draw, day, language) if draw.random() < 0.9 else _rough(draw, day)
        about = "; ".join(f"A{draw.randrange(acts) + 1:03}" for _ in range(draw.choice((1, 1, 2))))
        rows.append(
            [
                f"R{number:03}",
                draw.choice(CRITICS),
                when,
                about,
                _words(draw, language),
                _source(draw, sources),
                draw.choice(("welcomes", "opposes", "questions", None)),
                _words(draw, language) if asks else None,
                target if asks else None,
                *_outcome(asks and target != "SECTOR", day),
                draw.choice(("statement", None)),
            ]
        )
    return rows


def _outcome(asks: bool, day: date) -> list[object]:  # noqa: FBT001 - one of two draws
    if not asks:
        return [None, None, None, None]
    return ["law_enforcement", "none_found", None, day + timedelta(days=200)]


def _sources(draw: random.Random, count: int) -> Rows:
    rows: Rows = [["id", "publisher", "title", "url", "published_on", "type", "lang", "consulted_on"]]
    for number in range(1, count + 1):
        day = _day(draw)
        url = f"https://{draw.choice(HOSTS)}{draw.choice(PATHS).format(n=number)}"
        title = draw.choice(
            ("“Stop it”, says ACLU", "Pourquoi l’œil vous suit", "Amazon, IBM: who’s next?", "Q&A: faces")
        )
        rows.append(
            [
                f"S{number:03}",
                draw.choice(("Le Monde", "The Guardian", "AFP", "team@example")),
                title,
                url,
                day,
                "press",
                draw.choice(("en", "fr")),
                day + timedelta(days=9),
            ]
        )
    return rows


def _organisations() -> Rows:
    """The sheet of all bodies, each of them under the name that the rows use."""
    rows: Rows = [[name, None] for name in (*BODIES, *CRITICS)]
    return [["name", "category"], *rows]
