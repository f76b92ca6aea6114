"""Headers of other teams' trackers that mean one column of ours and nothing else. Data only.

They count only here: a workbook of the team's own goes by the schema's names alone.
"""

from __future__ import annotations

DAYS = ("date announced", "date of announcement", "announced", "event date", "annoncé le")
# Not "date published": the day of an article is not the day of what it tells of.
SOURCES = ("source url", "source urls", "source link", "source links", "url", "urls", "link", "links",
           "web address",
           "reference", "references", "lien", "liens", "lien source", "url source", "référence", "références",
           "adresse web")  # fmt: skip
SUMMARIES = ("description", "short description", "headline", "details", "what happened", "announcement",
             "synopsis",
             "intitulé", "descriptif", "détails", "annonce")  # fmt: skip
NOTES = ("comment", "comments", "remark", "remarks", "internal notes", "commentaire", "commentaires",
         "remarques",
         "observations")  # fmt: skip
IDS = ("ref", "id no", "reference number", "record id", "row id", "réf", "numéro de référence")

FOREIGN: dict[str, dict[str, tuple[str, ...]]] = {
    "announcements": {
        "id": IDS,
        "organisation": ("organisation name", "organization name", "company name",
                         "vendor", "firm", "corporation",
                         "société", "nom de l'entreprise", "nom de l'organisation"),
        "announced_on": DAYS,
        "kind": ("kind of announcement", "type of announcement", "announcement type", "type d'annonce",
                 "nature de l'annonce"),
        "summary": SUMMARIES,
        "source": SOURCES,
        "ends_on": ("expires", "expires on", "expiry", "expiry date", "expiration date", "until", "ends",
                    "valid until", "date d'expiration", "date d'échéance", "expire le", "jusqu'au"),
        "notes": NOTES,
        "entered_by": ("added by", "entered by initials", "ajouté par"),
        "entered_on": ("added on", "date added", "date entered", "ajouté le", "date d'ajout"),
    },
    "reactions": {
        "id": IDS,
        "actor": ("organisation", "organization", "stakeholder", "critic", "who", "organisation name", "ngo",
                  "acteur concerné", "qui"),
        "reacted_on": ("date of reaction", "reaction date", "date of statement", "réagi le"),
        "about": ("announcement id", "in response to", "responds to", "en réponse à", "annonce concernée"),
        "summary": ("description", "reaction", "statement", "what they said", "headline",
                    "réaction", "déclaration"),
        "source": SOURCES,
        "demand": ("ask", "asks", "call to action", "recommendation", "demandes", "recommandation"),
        "target": ("addressee", "addressed to", "directed at", "adressé à", "adressée à"),
        "notes": NOTES,
    },
    "questions": {
        "question": ("open question", "question ouverte"),
        "asked_on": ("date asked", "date raised", "raised on"),
        "notes": NOTES,
    },
    "organisations": {
        "name": ("organisation name", "organization name", "nom de l'organisation"),
        "category": ("type", "kind", "sector", "nature", "secteur"),
        "notes": NOTES,
    },
    "sources": {
        "publisher": ("outlet", "publication", "newspaper", "média", "journal"),
        "url": SOURCES,
        "published_on": ("date published", "publication date", "date de publication"),
        "notes": tuple(each for each in NOTES if not each.startswith("remar")),  # it has a column for those
    },
}  # fmt: skip
