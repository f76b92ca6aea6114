"""The closed lists of the model (1.2): codes, French labels, definitions. Data only."""

from __future__ import annotations

from flows.workbook.schema.decidable import DECIDABLE
from flows.workbook.schema.parts import Choice
from flows.workbook.schema.settings import (
    ARRANGED,
    COLOURS,
    EXTRAS,
    HEADINGS,
    LIMITS,
    LOOK,
    PAPERS,
    SECTIONS,
    WORDS,
)

UNSPECIFIED = Choice(
    "unspecified",
    "non précisé",
    "we looked; the source does not say",
    "nous avons cherché ; la source ne le dit pas",
    ("non precisee",),
)

KINDS = (
    Choice("moratorium", "moratoire", "stops for a time or until a condition",
           "arrêt pour un temps ou jusqu'à une condition"),
    Choice("ban", "interdiction", "states it will not, without end", "refus annoncé, sans fin",
           ("refus", "interdiction, refus")),
    Choice("withdrawal", "retrait", "leaves the market or stops offering",
           "sortie du marché ou arrêt de l'offre"),
    Choice("policy", "règle", "changes terms without stopping", "conditions modifiées sans arrêt",
           ("charte", "règle, charte")),
    Choice("pledge", "engagement", "promises or offers a future act",
           "promesse ou offre d'un acte à venir"),
    Choice("statement", "déclaration", "position without act", "prise de position sans acte"),
    Choice("donation", "don", "gift of money or means", "don d'argent ou de moyens"),
    Choice("study", "étude", "published findings", "résultats publiés"),
    Choice("contract", "contrat", "purchase or supply agreed", "achat ou fourniture convenus"),
    Choice("legal", "acte juridique", "law, ruling, fine, settlement",
           "loi, décision, amende, transaction"),
)  # fmt: skip

TERMS = (
    Choice("fixed", "à durée déterminée", "ends on a date or after a period",
           "prend fin à une date ou après une durée", ("durée déterminée",)),
    Choice("condition", "sous condition", "ends when something happens",
           "prend fin quand un fait se produit", ("conditional", "conditionnel")),
    Choice("until_further_notice", "jusqu'à nouvel ordre", "may end at any time, without notice",
           "peut cesser à tout moment, sans préavis"),
    Choice("permanent", "définitif", "only if a word such as permanently or never is used",
           "seulement si un mot tel que « définitivement » ou « jamais » est employé"),
    UNSPECIFIED,
)  # fmt: skip

USERS = (
    Choice("police", "police", "city, county or state police", "police municipale, de comté ou d'État"),
    Choice("law_enforcement", "forces de l'ordre", "adds federal, border and immigration services",
           "ajoute les services fédéraux, des frontières et de l'immigration"),
    Choice("public_sector", "secteur public", "every public body", "tout organisme public"),
    Choice("all_customers", "tous clients", "everyone", "tout le monde", ("tous les clients",)),
    UNSPECIFIED,
)  # fmt: skip

ACTIVITIES = (
    Choice("use", "utilisation", "using it", "l'employer", ("usage",)),
    Choice("sale", "vente", "selling it or making it available", "la vendre ou la mettre à disposition",
           ("mise à disposition", "vente/mise à disposition")),
    Choice("development", "développement", "building or improving it", "la concevoir ou l'améliorer"),
    Choice("data_sharing", "partage de données", "passing on data", "transmettre des données"),
    UNSPECIFIED,
)  # fmt: skip

TECHNOLOGIES = (
    Choice("feature", "fonction", "one function of a product", "une fonction d'un produit",
           ("fonctionnalité",)),
    Choice("product", "produit", "one product", "un produit"),
    Choice("facial_recognition", "reconnaissance faciale", "all facial recognition",
           "toute reconnaissance faciale"),
    Choice("surveillance", "surveillance", "surveillance technology at large",
           "les techniques de surveillance en général"),
    UNSPECIFIED,
)  # fmt: skip

TERRITORIES = (
    Choice("place", "localité", "a city, county or state", "une ville, un comté, un État fédéré"),
    Choice("country", "pays", "a country", "un pays"),
    Choice("worldwide", "monde", "everywhere", "partout", ("monde entier",)),
    UNSPECIFIED,
)  # fmt: skip

STANCES = (
    Choice("welcomes", "salue", "only approval", "approbation seule"),
    Choice("welcomes_insufficient", "salue mais juge insuffisant",
           "approval and a demand to go further", "approbation et demande d'aller plus loin"),
    Choice("insufficient", "juge insuffisant", "only the demand to go further",
           "seulement la demande d'aller plus loin"),
    Choice("excessive", "juge excessif", "asks for less, or for sanctions for acting",
           "demande moins, ou des sanctions pour avoir agi"),
    Choice("opposes", "s'oppose", "objects for another reason", "s'oppose pour une autre raison",
           ("s'oppose pour une autre raison",)),
    Choice("questions", "interroge", "only questions", "questions seulement"),
    Choice("neutral", "sans position", "takes no position", "ne prend pas position", ("neutre",)),
)  # fmt: skip

VERIFICATIONS = (
    Choice("primary_seen", "source primaire lue", "the body's own text or recording was opened by us",
           "le texte ou l'enregistrement de l'organisme a été ouvert par nous"),
    Choice("corroborated", "recoupé", "two publications or more, not copying one another",
           "au moins deux publications qui ne se recopient pas"),
    Choice("reported", "rapporté", "one publication, or several from one agency",
           "une publication, ou plusieurs d'une même agence"),
    Choice("unverified", "non vérifié", "nobody has checked it", "personne ne l'a contrôlé"),
)  # fmt: skip

OUTCOMES = (
    Choice("met", "satisfaite", "the demand is met", "la demande est satisfaite", ("satisfait",)),
    Choice("partly_met", "partiellement satisfaite", "nearer to the demand on a dimension at least",
           "plus proche de la demande sur une dimension au moins", ("partiellement satisfait",)),
    Choice("answered", "réponse sans avancée mesurable", "words, or an act that moves no dimension",
           "des mots, ou un acte qui ne rapproche de rien", ("réponse",)),
    Choice("refused", "refusée", "refused in terms", "refusée explicitement", ("refusé",)),
    Choice("none_found", "aucune réponse trouvée", "searched for, nothing found",
           "cherchée, rien trouvé"),
    Choice("not_checked", "non vérifié", "nobody has searched", "personne n'a cherché",
           ("non vérifiée",)),
)  # fmt: skip

RELATIONS = (
    Choice("extends", "prolonge", "goes on for longer", "dure plus longtemps"),
    Choice("shortens", "écourte", "ends sooner", "finit plus tôt"),
    Choice("narrows", "restreint", "covers less", "couvre moins"),
    Choice("widens", "élargit", "covers more", "couvre davantage"),
    Choice("clarifies", "précise", "explains without changing", "explique sans changer"),
    Choice("confirms", "confirme", "says that it still holds", "dit que cela tient toujours"),
    Choice("replaces", "remplace", "a new commitment in its place", "un nouvel engagement à sa place"),
    Choice("ends", "met fin", "says that it has ended", "dit que c'est terminé", ("met fin à",)),
    Choice("reverses", "revient sur", "takes it back", "retire l'engagement"),
)  # fmt: skip

DATE_BASES = (
    Choice("stated", "dans la source", "the author's own date", "date donnée par l'auteur"),
    Choice("reported", "selon un tiers", "date in someone else's account",
           "date donnée par un tiers"),
    Choice("published", "date de publication", "publication date, for want of better",
           "date de publication faute de mieux", ("date de publication faute de mieux",)),
    Choice("computed", "calculée", "worked out by us", "calculée par nous", ("calculé",)),
)  # fmt: skip

REACTION_KINDS = (
    Choice("statement", "déclaration", "a statement", "une déclaration"),
    Choice("question", "question", "a question put", "une question posée"),
    Choice("study", "étude", "a study with a result", "une étude avec un résultat"),
    Choice("allegation", "allégation", "says that a commitment is not kept",
           "affirme qu'un engagement n'est pas tenu", ("accusation",)),
    Choice("legal", "acte juridique", "a suit or a ruling", "une action ou une décision de justice"),
)  # fmt: skip

QUESTION_STATUSES = (
    Choice("open", "ouverte", "still unknown", "encore sans réponse", ("ouvert",)),
    Choice("answered", "répondue", "the answer stands beside it", "la réponse figure à côté",
           ("répondu",)),
    Choice("dropped", "abandonnée", "no longer asked; write the reason after a colon",
           "n'est plus posée ; écrire le motif après deux-points", ("abandonné",)),
)  # fmt: skip

SOURCE_TYPES = (
    Choice("primary", "primaire", "the body's own text", "le texte de l'organisme lui-même"),
    Choice("agency", "agence", "a news agency", "une agence de presse"),
    Choice("press", "presse", "a newspaper or site", "un journal ou un site"),
    Choice("campaign", "campagne", "an advocate's text", "le texte d'un militant"),
    Choice("official", "officielle", "a public authority", "une autorité publique", ("officiel",)),
)  # fmt: skip

CATEGORIES = (
    Choice("company", "entreprise", "a company", "une entreprise"),
    Choice("industry body", "organisation professionnelle", "speaks for an industry",
           "parle au nom d'un secteur"),
    Choice("ngo", "ong", "an association", "une association", ("association",)),
    Choice("legislature", "parlement", "makes laws", "fait les lois"),
    Choice("government", "gouvernement", "governs", "gouverne"),
    Choice("city", "ville", "a city or county", "une ville, un comté"),
    Choice("regulator", "régulateur", "supervises", "contrôle", ("autorité",)),
    Choice("court", "tribunal", "judges", "juge", ("juridiction",)),
    Choice("police", "police", "a police force", "un service de police"),
    Choice("intergovernmental", "intergouvernementale", "between states", "entre États"),
    Choice("research", "recherche", "researchers", "des chercheurs"),
    Choice("media", "média", "a newsroom", "une rédaction", ("presse",)),
    Choice("individual", "personne", "a person in a public role",
           "une personne dans un rôle public", ("particulier",)),
)  # fmt: skip

TRANSLATORS = (
    Choice("team", "équipe", "translated by one of us; the initials after a colon",
           "traduit par l'un de nous ; les initiales après deux-points",
           ("our team", "notre équipe", "l'équipe")),
    Choice("publisher", "éditeur", "translated by whoever published it; its name after a colon",
           "traduit par qui l'a publié ; son nom après deux-points", ("publication", "l'éditeur")),
    Choice("official", "officielle", "the speaker's own translation, or an authority's",
           "traduction du locuteur lui-même ou d'une autorité",
           ("officiel", "official translation", "traduction officielle")),
    Choice("machine", "automatique", "by no person: never printed", "par personne : jamais imprimée",
           ("automatic", "machine translation", "automatic translation", "traduction automatique",
            "DeepL", "Google Translate", "Google Traduction", "ChatGPT", "Bing Translator")),
)  # fmt: skip

YES_NO = (
    Choice("yes", "oui", "yes", "oui", ("y", "o", "true", "vrai")),
    Choice("no", "non", "no", "non", ("n", "false", "faux")),
)

LISTS: dict[str, tuple[Choice, ...]] = {
    "kind": KINDS,
    "term": TERMS,
    "users": USERS,
    "activity": ACTIVITIES,
    "technology": TECHNOLOGIES,
    "territory": TERRITORIES,
    "stance": STANCES,
    "verification": VERIFICATIONS,
    "outcome": OUTCOMES,
    "relation": RELATIONS,
    "date_basis": DATE_BASES,
    "reaction_kind": REACTION_KINDS,
    "question_status": QUESTION_STATUSES,
    "source_type": SOURCE_TYPES,
    "category": CATEGORIES,
    "translator": TRANSLATORS,
    "yes_no": YES_NO,
    "setting": (*WORDS, *LOOK, *ARRANGED, *EXTRAS, *HEADINGS, *LIMITS),
    "section": SECTIONS,
    "colour": COLOURS,
    "paper": PAPERS,
    "rule": DECIDABLE,
}
