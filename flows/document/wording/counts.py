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
    # what changed: "23 new, 1 by time"
    "heading_new": ("new entry", "new entries", "élément nouveau", "éléments nouveaux"),
    "heading_found_late": ("found late", "found late", "élément retrouvé", "éléments retrouvés"),
    "heading_by_time": (
        "change by time",
        "changes by time",
        "changement par l’effet du temps",
        "changements par l’effet du temps",
    ),
    "heading_corrected": (
        "corrected by us",
        "corrected by us",
        "rectification par nous",
        "rectifications par nous",
    ),
    "heading_withdrawn": (
        "taken out by us",
        "taken out by us",
        "ligne retirée du dossier",
        "lignes retirées du dossier",
    ),
    "heading_method": (
        "change of method",
        "changes of method",
        "changement de méthode",
        "changements de méthode",
    ),
    "heading_editorial": (
        "change in form only",
        "changes in form only",
        "modification de forme",
        "modifications de forme",
    ),
    "heading_vanished": ("row missing", "rows missing", "ligne disparue", "lignes disparues"),
    "heading_led": ("finding recomputed", "findings recomputed", "constat recalculé", "constats recalculés"),
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
