"""The printed word for every code of the record, in English and in French."""

from __future__ import annotations

from flows.document.wording.dates import french

WORDS: dict[str, dict[str, tuple[str, str]]] = {
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
    "status": {
        "undetermined": ("undetermined", "indéterminé"),
        "not_yet": ("not yet in force", "pas encore en vigueur"),
        "withdrawn": ("withdrawn", "retiré"),
        "ended": ("ended (confirmed)", "terminé (confirmé)"),
        "in_force_until": ("in force, with an end date", "en vigueur, avec un terme"),
        "expired_no_news": ("expired, no news found", "terme échu, sans nouvelle"),
        "condition_met_no_news": ("condition met, outcome unknown", "condition réalisée, suite inconnue"),
        "in_force_conditional": ("in force, conditional", "en vigueur sous condition"),
        "in_force_revocable": (
            "in force, revocable at any time",
            "en vigueur, révocable à tout moment",
        ),
        "in_force_permanent": ("in force, said to be permanent", "en vigueur, dit définitif"),
        "in_force_end_not_stated": ("in force, end not stated", "en vigueur, fin non précisée"),
        "one_off": ("one-off act", "acte ponctuel"),
    },
    "status_short": {
        "undetermined": ("undetermined", "indéterminé"),
        "not_yet": ("not yet in force", "pas encore en vigueur"),
        "withdrawn": ("withdrawn", "retiré"),
        "ended": ("ended (confirmed)", "terminé (confirmé)"),
        "in_force_until": ("in force until its term", "en vigueur jusqu'au terme"),
        "expired_no_news": ("expired, no news", "échu, sans nouvelle"),
        "condition_met_no_news": ("condition met, no news", "condition réalisée"),
        "in_force_conditional": ("under a condition", "sous condition"),
        "in_force_revocable": ("revocable", "révocable"),
        "in_force_permanent": ("said to be permanent", "dit définitif"),
        "in_force_end_not_stated": ("end not stated", "fin non précisée"),
    },
    "status_means": {
        "undetermined": (
            "the cells do not allow a status: a date is missing, two rows contradict each other, or a "
            "fixed term has no end that can be worked out",
            "les cellules ne permettent pas de conclure : une date manque, deux lignes se contredisent, "
            "ou une durée déterminée n'a pas de terme calculable",
        ),
        "not_yet": ("takes effect after the date of this edition", "prend effet après la date de l'édition"),
        "withdrawn": ("taken back, by a sourced row", "retiré, selon une ligne sourcée"),
        "ended": ("ended, by a sourced row; never by lapse of time", "terminé, selon une ligne sourcée ; "
                  "jamais par le seul passage du temps"),
        "in_force_until": ("in force as stated; its last day is known and included",
                           "en vigueur selon son auteur ; le dernier jour est connu et inclus"),
        "expired_no_news": ("the last day has passed and no row says what followed: we do not know "
                            "whether the measure goes on",
                            "le dernier jour est passé et aucune ligne ne dit la suite : nous ne savons "
                            "pas si la mesure continue"),
        "condition_met_no_news": ("what it waited for has happened; no row says what followed",
                                  "ce qu'il attendait s'est produit ; aucune ligne ne dit la suite"),
        "in_force_conditional": ("in force as stated; how long, or its effect, hangs on a condition",
                                 "en vigueur selon son auteur ; sa durée ou son effet dépend d'une "
                                 "condition"),
        "in_force_revocable": ("in force as stated, “until further notice”",
                               "en vigueur selon son auteur, « jusqu'à nouvel ordre »"),
        "in_force_permanent": ("in force; the organisation says that it is for good",
                               "en vigueur ; l'organisation le dit définitif"),
        "in_force_end_not_stated": ("in force as stated; the source gives no end",
                                    "en vigueur selon son auteur ; la source ne donne pas de fin"),
        "one_off": ("done once: a gift, a statement, a ruling; it has no status",
                    "accompli en une fois (don, déclaration, décision) ; sans statut"),
    },
    "outcome": {
        "met": ("met", "satisfaite"),
        "partly_met": ("partly met", "partiellement satisfaite"),
        "answered": ("answered, no measurable step", "réponse sans avancée mesurable"),
        "refused": ("refused", "refusée"),
        "none_found": ("no answer found", "aucune réponse trouvée"),
        "not_checked": ("not checked", "non vérifiée"),
        "not_addressed": ("not addressed", "non visée"),
        "lapsed": ("lapsed", "caduque"),
        "to_establish": ("to be established", "à établir"),
    },
    "outcome_short": {
        "met": ("met", "satisfaite"),
        "partly_met": ("partly", "partielle"),
        "answered": ("answered", "réponse"),
        "refused": ("refused", "refusée"),
        "none_found": ("none found", "aucune trouvée"),
        "not_checked": ("not checked", "non vérifiée"),
        "not_addressed": ("not addressed", "non visée"),
        "lapsed": ("lapsed", "caduque"),
        "to_establish": ("to be established", "à établir"),
    },
    "outcome_means": {
        "met": ("a person coded it as met, with evidence dated after the demand",
                "codée satisfaite par une personne, preuve postérieure à la demande à l'appui"),
        "partly_met": ("nearer to the demand on at least one dimension than on the day it was made",
                       "plus proche de la demande, sur une dimension au moins, que le jour où elle a été "
                       "faite"),
        "answered": ("words, or an act that moves no dimension",
                     "des mots, ou un acte qui ne change aucune dimension"),
        "refused": ("refused in terms, in a dated source", "refusée explicitement, dans une source datée"),
        "none_found": ("somebody searched after the demand and found nothing; not a refusal",
                       "quelqu'un a cherché après la demande et n'a rien trouvé ; ce n'est pas un refus"),
        "not_checked": ("no search on record since the demand",
                        "aucune recherche consignée depuis la demande"),
        "not_addressed": ("the demand was not made to this organisation",
                          "la demande ne visait pas cette organisation"),
        "lapsed": ("it had been met, in whole or part, by a commitment that no longer holds or of which "
                   "there is no news",
                   "elle avait été satisfaite, en tout ou partie, par un engagement qui ne tient plus ou "
                   "dont on est sans nouvelle"),
        "to_establish": ("the coding does not stand: it does not fit what is on record",
                         "codage non retenu : il ne s'accorde pas avec les pièces du dossier"),
    },
    "gap": {
        "covers": ("covered", "couvert"),
        "narrower": ("narrower", "plus étroit"),
        "different": ("different", "différent"),
        "unclear": ("unclear", "incertain"),
        "not_coded": ("not coded", "non codé"),
        "not_asked": ("not asked", "non demandé"),
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
    "question_status": {
        "open": ("open", "ouverte"),
        "answered": ("answered", "ayant reçu réponse"),
        "dropped": ("dropped", "abandonnée"),
    },
    "source_type": {
        "primary": ("primary", "primaire"),
        "agency": ("news agency", "agence"),
        "press": ("press", "presse"),
        "campaign": ("campaign", "campagne"),
        "official": ("official", "officielle"),
    },
    "unit": {
        "days": ("day|days", "jour|jours"),
        "months": ("month|months", "mois|mois"),
        "years": ("year|years", "an|ans"),
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

_COLUMN = {"en": 0, "fr": 1}


def word(group: str, code: str, language: str) -> str:
    """The printed word for a code.

    Raises:
        KeyError: no such group or code; the record holds only the model's codes.
    """
    chosen = WORDS[group][code][_COLUMN[language]]
    return french(chosen) if language == "fr" else chosen.replace("'", "’")


def counted(count: int, singular: str, plural: str, language: str) -> str:
    """The noun that goes with the count: French says "0 jour", English "0 days"."""
    single = count < 2 if language == "fr" else count == 1  # noqa: PLR2004 - French plural starts at 2
    return singular if single else plural
