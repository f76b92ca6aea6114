"""Words with their number: "1 day left", "24 jours restants". French is singular below two."""

from __future__ import annotations

from flows.document.wording.dates import FIXED, number


def _same(english: str, french: str) -> tuple[str, str, str, str]:
    """Words that do not change with the number."""
    return english, english, french, french


NOUNS: dict[str, tuple[str, str, str, str]] = {
    "day": ("day", "days", "jour", "jours"),
    "day_left": ("day left", "days left", "jour restant", "jours restants"),
    "month": ("month", "months", "mois", "mois"),
    "year": ("year", "years", "an", "ans"),
    "commitment": ("commitment", "commitments", "engagement", "engagements"),
    "demand": ("demand", "demands", "demande", "demandes"),
    "question": ("open question", "open questions", "question ouverte", "questions ouvertes"),
    "dimension": ("dimension", "dimensions", "dimension", "dimensions"),
    "organisation": ("organisation", "organisations", "organisation", "organisations"),
    "passage": ("passage", "passages", "passage", "passages"),
    "problem": ("problem", "problems", "anomalie", "anomalies"),
    "more_name": ("other", "others", "autre", "autres"),
    "more": ("more", "more", "autre", "autres"),
    "row_read": ("row read", "rows read", "ligne lue", "lignes lues"),
    "row_printed": ("printed", "printed", "imprimée", "imprimées"),
    "row_retired": ("retired", "retired", "retirée", "retirées"),
    "row_later": ("later", "later", "postérieure", "postérieures"),
    "row_unresolved": _same("to resolve", "à résoudre"),
    "row_empty": ("empty", "empty", "vide", "vides"),
    # what changed, by kind: "New: 4 announcements, 2 demands. Corrected by us: 1 source."
    "tally_announcement": ("announcement", "announcements", "annonce", "annonces"),
    "tally_statement": ("statement", "statements", "prise de position", "prises de position"),
    "tally_demand": ("demand", "demands", "demande", "demandes"),
    "tally_coded": ("outcome coded", "outcomes coded", "suite codée", "suites codées"),
    "tally_question": ("question", "questions", "question", "questions"),
    "tally_answer": (
        "answer to a question",
        "answers to questions",
        "réponse à une question",
        "réponses à des questions",
    ),
    "tally_answer_part": ("partial answer", "partial answers", "réponse partielle", "réponses partielles"),
    "tally_question_closed": ("question closed", "questions closed", "question close", "questions closes"),
    "tally_condition": (
        "check of a condition",
        "checks of conditions",
        "vérification de condition",
        "vérifications de conditions",
    ),
    "tally_allegation": (
        "allegation settled",
        "allegations settled",
        "allégation tranchée",
        "allégations tranchées",
    ),
    "tally_detail": ("further detail", "further details", "précision", "précisions"),
    "tally_background": ("background event", "background events", "fait de contexte", "faits de contexte"),
    "tally_status": (
        "status of a commitment",
        "statuses of commitments",
        "statut d’engagement",
        "statuts d’engagements",
    ),
    "tally_outcome": (
        "outcome of a demand",
        "outcomes of demands",
        "suite donnée à une demande",
        "suites données à des demandes",
    ),
    "tally_setting": ("limit", "limits", "seuil", "seuils"),
    "tally_source": ("source", "sources", "source", "sources"),
    "tally_body": ("body followed", "bodies followed", "organisme suivi", "organismes suivis"),
    "tally_row": ("row", "rows", "ligne", "lignes"),
    "tally_finding": ("finding", "findings", "constat", "constats"),
    "tally_source_added": ("source added", "sources added", "source ajoutée", "sources ajoutées"),
    "tally_body_added": ("body added", "bodies added", "organisme ajouté", "organismes ajoutés"),
    "tally_body_followed": (
        "body newly followed",
        "bodies newly followed",
        "organisme désormais suivi",
        "organismes désormais suivis",
    ),
    "tally_search": (
        "search for reactions",
        "searches for reactions",
        "recherche de réactions",
        "recherches de réactions",
    ),
    "tally_same": (
        "check that found nothing new",
        "checks that found nothing new",
        "vérification sans changement",
        "vérifications sans changement",
    ),
    "tally_form": (
        "change in form only",
        "changes in form only",
        "modification de forme",
        "modifications de forme",
    ),
    # behind the figures of a sum: "2 in force with an end date"
    "status_undetermined": ("undetermined", "undetermined", "indéterminé", "indéterminés"),
    "status_not_yet": _same("not yet in force", "pas encore en vigueur"),
    "status_withdrawn": ("withdrawn", "withdrawn", "retiré", "retirés"),
    "status_ended": ("ended (confirmed)", "ended (confirmed)", "terminé (confirmé)", "terminés (confirmés)"),
    "status_in_force_until": _same("in force with an end date", "en vigueur avec un terme"),
    "status_expired_no_news": _same("expired without news", "à terme échu sans nouvelle"),
    "status_condition_met_no_news": _same(
        "whose condition is met (outcome unknown)", "dont la condition est réalisée (suite inconnue)"
    ),
    "status_in_force_conditional": _same("in force under a condition", "en vigueur sous condition"),
    "status_in_force_revocable": (
        "in force but revocable",
        "in force but revocable",
        "en vigueur mais révocable",
        "en vigueur mais révocables",
    ),
    "status_in_force_permanent": (
        "in force and said to be permanent",
        "in force and said to be permanent",
        "en vigueur et dit définitif",
        "en vigueur et dits définitifs",
    ),
    "status_in_force_end_not_stated": _same("in force with no end stated", "en vigueur sans fin précisée"),
    "outcome_met": ("met", "met", "satisfaite", "satisfaites"),
    "outcome_partly_met": (
        "partly met",
        "partly met",
        "partiellement satisfaite",
        "partiellement satisfaites",
    ),
    "outcome_answered": _same(
        "answered without a measurable step", "avec une réponse sans avancée mesurable"
    ),
    "outcome_refused": ("refused", "refused", "refusée", "refusées"),
    "outcome_none_found": _same("with no answer found", "sans réponse trouvée"),
    "outcome_not_checked": ("not checked", "not checked", "non vérifiée", "non vérifiées"),
    "outcome_lapsed": ("lapsed", "lapsed", "caduque", "caduques"),
    "outcome_to_establish": _same("to be established", "à établir"),
    "outcome_not_addressed": _same("not addressed to anybody", "sans destinataire"),
    "outcome_at_large": (
        "put to the sector at large",
        "put to the sector at large",
        "adressée au secteur en général",
        "adressées au secteur en général",
    ),
    "row_to_resolve": (
        "set aside until resolved",
        "set aside until resolved",
        "mise de côté, à résoudre",
        "mises de côté, à résoudre",
    ),
    "row_disputed": (
        "with a disputed point",
        "with disputed points",
        "avec un point discuté",
        "avec des points discutés",
    ),
    "row_unsourced": _same("without a usable source (marked °)", "sans source exploitable (marque °)"),
    "row_future": ("dated after", "dated after", "postérieure au", "postérieures au"),
}


def count_of(count: int, noun: str, language: str) -> str:
    """The number and its noun, joined so that they stay on one line.

    Raises:
        KeyError: no such noun.
    """
    one, many, un, plusieurs = NOUNS[noun]
    if language == "fr":
        return f"{number(count, language)}{FIXED}{un if abs(count) < 2 else plusieurs}"  # noqa: PLR2004
    return number(count, language) + FIXED + (one if count == 1 else many)
