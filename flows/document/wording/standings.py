"""The printed words for what is computed of commitments and of demands, English beside French."""

from __future__ import annotations

STANDINGS: dict[str, dict[str, tuple[str, str]]] = {
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
        "none_found": ("none found", "rien trouvé"),
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
                   "elle avait été satisfaite, en tout ou en partie, par un engagement qui ne tient plus ou "
                   "dont on est sans nouvelle"),
        "to_establish": ("nobody has coded what came after the demand, or the coding does not fit what is on "
                         "record",
                         "ce qui a suivi la demande n'est pas codé, ou le codage ne s'accorde pas avec les "
                         "pièces du dossier"),
    },
}  # fmt: skip
