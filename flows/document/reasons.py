"""Why a row is set aside, in the page's words; the record gives the rule's name."""

from __future__ import annotations

from flows.document.wording.dates import french

REASONS: dict[str, tuple[str, str]] = {
    "missing_id": ("no id", "pas d'identifiant"),
    "malformed_id": ("the id cannot be read", "identifiant illisible"),
    "duplicate_id": ("two rows share this id", "deux lignes portent cet identifiant"),
    "missing_date": ("no date", "pas de date"),
    "ambiguous_date": ("the date can be read two ways", "date ambiguë"),
    "not_a_date": ("the date cannot be read", "la date ne se lit pas"),
    "impossible_date": ("there is no such day", "ce jour n'existe pas"),
    "serial_date": ("the date is a bare number", "la date est un simple nombre"),
    "unknown_outcome": ("the outcome cannot be read", "la suite donnée ne se lit pas"),
    "response_without_demand": ("the row it answers asks for nothing", "la ligne visée ne demande rien"),
    "unknown_reference": ("it names a row that is not there", "elle nomme une ligne qui n'existe pas"),
    "reference_elsewhere": ("it names a row of another sheet", "elle nomme une ligne d'une autre feuille"),
    "two_successors": ("two rows claim to follow the same one", "deux lignes disent suivre la même"),
    "circle": ("the rows follow one another in a circle", "les lignes se suivent en boucle"),
    "demand_not_printed": ("the demand it answers is not printed", "la demande visée n'est pas imprimée"),
    "sector_demand": (
        "an outcome is coded for a demand made to nobody in particular",
        "une suite est codée pour une demande qui ne vise personne en particulier",
    ),
    "hidden_row": ("the row is hidden", "ligne masquée"),
    "filtered_row": ("the row is hidden by a filter", "ligne masquée par un filtre"),
    "struck_row": ("the row is struck through", "ligne barrée"),
    "total_row": ("a total, not a fact", "un total, pas un fait"),
    "stray_row": ("a note outside the columns", "une note hors colonnes"),
    "no_base_row": ("the statement it belongs to is missing", "la déclaration dont elle dépend manque"),
    "outcome_twice": (
        "an outcome is coded both here and on the sheet “responses”",
        "la suite est codée à la fois ici et sur la feuille « réponses »",
    ),
    "missing_organisation": ("no organisation", "pas d'organisation"),
    "missing_actor": ("no actor", "pas d'acteur"),
    "missing_kind": ("no kind", "pas de nature"),
    "unknown_kind": ("the kind is not on the list", "nature hors liste"),
    "missing_summary": ("no summary", "pas de résumé"),
    "missing_target": ("the demand has no target", "demande sans destinataire"),
}
OTHERWISE = (
    "a cell has to be mended first; the workbook's check names it",
    "une cellule est à corriger d'abord ; le contrôle du classeur la nomme",
)


def why(rule: str, language: str) -> str:
    """The rule in words; rules of lesser weight share one sentence."""
    english, francais = REASONS.get(rule, OTHERWISE)
    return french(francais) if language == "fr" else english
