"""The printed word for every code of the record, in English and in French."""

from __future__ import annotations

from flows.document.wording.dates import of_both
from flows.document.wording.lacks import LACKS
from flows.document.wording.standings import STANDINGS

WORDS: dict[str, dict[str, tuple[str, str]]] = {
    **STANDINGS,
    **LACKS,
    "kind": {
        "moratorium": ("moratorium", "moratoire"),
        "ban": ("ban", "interdiction"),
        "withdrawal": ("withdrawal", "retrait"),
        "policy": ("policy", "règle"),
        "pledge": ("pledge", "engagement"),
        "statement": ("statement", "déclaration"),
        "donation": ("donation", "don"),
        "study": ("study", "étude"),
        "contract": ("contract", "contrat"),
        "legal": ("legal act", "acte juridique"),
        "question": ("question", "question"),
        "allegation": ("allegation", "allégation"),
    },
    "block": {
        "no_evidence": ("no evidence is given", "aucune preuve n'est donnée"),
        "evidence_not_after": ("the evidence is not later than the demand",
                               "la preuve n'est pas postérieure à la demande"),
        "evidence_undated": ("the evidence has no date", "la preuve n'est pas datée"),
        "evidence_of_another": ("the evidence is somebody else's act",
                                "la preuve est l'acte de quelqu'un d'autre"),
        "later_act": ("a later act is on record", "un acte postérieur figure au dossier"),
        "vague_demand": ("no dimension and no test is coded for this demand, so we cannot call it met",
                         "ni dimension ni critère n'est codé pour cette demande : nous ne pouvons la dire "
                         "satisfaite"),
        "gap_remains": ("a dimension is still narrower, different or unclear",
                        "une dimension reste plus étroite, différente ou incertaine"),
    },
    "dimension": {
        "term": ("duration", "durée"),
        "users": ("users", "utilisateurs"),
        "activity": ("activity", "activité"),
        "technology": ("technology", "technologie"),
        "territory": ("territory", "territoire"),
        "exceptions": ("exceptions", "exceptions"),
    },
    "gap": {
        "covers": ("covered", "couvert"),
        "narrower": ("narrower", "plus étroit"),
        "different": ("different", "différent"),
        "unclear": ("unclear", "incertain"),
        "not_coded": ("not coded", "non codé"),
        "not_asked": ("not asked", "non demandé"),
    },
    "term": {
        "fixed": ("fixed period", "durée déterminée"),
        "condition": ("until a condition is met", "sous condition"),
        "until_further_notice": ("until further notice", "jusqu'à nouvel ordre"),
        "permanent": ("said to be permanent", "dit définitif"),
        "unspecified": ("not specified by the source", "non précisé par la source"),
    },
    "users": {
        "police": ("police (city, county, state)", "police (ville, comté, État)"),
        "law_enforcement": ("all law enforcement", "toutes les forces de l'ordre"),
        "public_sector": ("the public sector", "le secteur public"),
        "all_customers": ("all customers", "tous les clients"),
        "unspecified": ("not specified by the source", "non précisé par la source"),
    },
    "users_short": {
        "police": ("police", "police"),
        "law_enforcement": ("all law enforcement", "toutes les forces de l'ordre"),
        "public_sector": ("the public sector", "le secteur public"),
        "all_customers": ("all customers", "tous les clients"),
    },
    "activity": {
        "use": ("use", "utilisation"),
        "sale": ("sale or provision", "vente ou mise à disposition"),
        "development": ("development", "développement"),
        "data_sharing": ("data sharing", "partage de données"),
        "unspecified": ("not specified by the source", "non précisé par la source"),
    },
    "technology": {
        "feature": ("one feature of a product", "une fonction d'un produit"),
        "product": ("one product", "un produit"),
        "facial_recognition": ("facial recognition", "reconnaissance faciale"),
        "surveillance": ("surveillance technology", "techniques de surveillance"),
        "unspecified": ("not specified by the source", "non précisé par la source"),
    },
    "territory": {
        "place": ("a city, county or state", "une ville, un comté ou un État"),
        "country": ("a country", "un pays"),
        "worldwide": ("worldwide", "le monde entier"),
        "unspecified": ("not specified by the source", "non précisé par la source"),
    },
    "territory_short": {
        "place": ("city, county or state", "ville, comté ou État"),
        "country": ("a country", "un pays"),
        "worldwide": ("worldwide", "le monde entier"),
    },
    "exceptions": {
        "none": ("none", "aucune"),
        "unspecified": ("not specified by the source", "non précisé par la source"),
        "list": ("a list", "une liste"),
    },
    "exceptions_short": {
        "none": ("no exceptions", "sans exception"),
        "open": ("with an open list of exceptions", "avec une liste ouverte d'exceptions"),
        "list": ("with exceptions", "avec des exceptions"),
    },
    "stance": {
        "welcomes": ("Welcomes", "Salue"),
        "welcomes_insufficient": ("Welcomes, but finds insufficient", "Salue mais juge insuffisant"),
        "insufficient": ("Finds insufficient", "Juge insuffisant"),
        "excessive": ("Finds excessive", "Juge excessif"),
        "opposes": ("Opposes for another reason", "S'oppose pour une autre raison"),
        "questions": ("Asks questions", "Interroge"),
        "neutral": ("Takes no position", "Sans position"),
        "uncoded": ("Position not coded", "Position non codée"),
    },
    "verification": {
        "primary_seen": ("primary source seen", "source primaire lue"),
        "corroborated": ("corroborated", "recoupé"),
        "reported": ("reported", "rapporté"),
        "unverified": ("unverified", "non vérifié"),
    },
    "relation": {
        "extends": ("extends", "prolonge"),
        "shortens": ("shortens", "écourte"),
        "narrows": ("narrows", "restreint"),
        "widens": ("widens", "élargit"),
        "clarifies": ("clarifies", "précise"),
        "confirms": ("confirms", "confirme"),
        "replaces": ("replaces", "remplace"),
        "ends": ("ends", "met fin à"),
        "reverses": ("goes back on", "revient sur"),
    },
    "confidence": {
        "high": ("high", "élevée"),
        "medium": ("medium", "moyenne"),
        "low": ("low", "faible"),
    },
    "date_basis": {
        "stated": ("date given by the author", "date donnée par l'auteur"),
        "reported": ("date as reported by others", "date selon un tiers"),
        "published": ("date of publication", "date de publication"),
        "computed": ("date worked out by us", "date calculée par nous"),
    },
    "source_type": {
        "primary": ("primary", "primaire"),
        "agency": ("news agency", "agence"),
        "press": ("press", "presse"),
        "campaign": ("campaign", "campagne"),
        "official": ("official", "officielle"),
    },
    "sheet": {
        "announcements": ("announcements", "annonces"),
        "reactions": ("reactions", "réactions"),
        "responses": ("responses", "réponses"),
        "questions": ("questions", "questions"),
        "organisations": ("organisations", "organisations"),
        "sources": ("sources", "sources"),
        "context": ("background", "contexte"),
    },
}  # fmt: skip

GLYPHS = {
    "met": "●",
    "partly_met": "◐",
    "answered": "◇",
    "refused": "✕",
    "none_found": "○",
    "not_checked": "?",
    "not_addressed": "–",
    "lapsed": "⊘",
    "to_establish": "!",
}
"""One mark for each outcome; the word always stands beside it (model, section 3)."""


def word(group: str, code: str, language: str) -> str:
    """The printed word for a code.

    Raises:
        KeyError: no such group or code; the record holds only the model's codes.
    """
    return of_both(WORDS[group][code], language)
