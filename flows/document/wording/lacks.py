"""The printed words for what a record lacks and for what is set aside, English beside French."""

from __future__ import annotations

LACKS: dict[str, dict[str, tuple[str, str]]] = {
    "aside": {  # why a row is, by the rule's name
        "missing_id": ("no id", "pas d'identifiant"),
        "malformed_id": ("the id cannot be read", "identifiant illisible"),
        "duplicate_id": ("two rows share this id", "deux lignes portent cet identifiant"),
        "missing_date": ("no date", "pas de date"),
        "ambiguous_date": ("the date can be read two ways", "date ambiguë"),
        "not_a_date": ("the date cannot be read", "date illisible"),
        "impossible_date": ("there is no such day", "ce jour n'existe pas"),
        "serial_date": ("the date is a bare number", "la date est un simple nombre"),
        "unknown_outcome": ("the outcome cannot be read", "suite donnée illisible"),
        "response_without_demand": ("the row it answers asks for nothing", "la ligne visée ne demande rien"),
        "unknown_reference": ("it names a row that is not there", "elle nomme une ligne qui n'existe pas"),
        "reference_elsewhere": (
            "it names a row of another sheet",
            "elle nomme une ligne d'une autre feuille",
        ),
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
        "stray_row": ("a note outside the columns", "une note hors des colonnes"),
        "base_set_aside": (
            "the statement it belongs to is retired or set aside",
            "la déclaration dont elle dépend est retirée ou mise de côté",
        ),
        "no_base_row": ("the statement it belongs to is missing", "la déclaration dont elle dépend manque"),
        "outcome_twice": (
            "an outcome is coded both here and on the sheet “responses”",
            "la suite est codée à la fois ici et sur la feuille « réponses »",
        ),
        "answers_differ": (
            "two answers of one demand, body and day differ, and nothing says which is the later",
            "deux réponses d'un même organisme à la même demande, le même jour, diffèrent, "
            "sans que rien n'indique la plus récente",
        ),
        "missing_organisation": ("no organisation", "pas d'organisation"),
        "missing_actor": ("no actor", "pas d'acteur"),
        "missing_kind": ("no kind", "pas de nature"),
        "unknown_kind": ("the kind is not on the list", "nature hors liste"),
        "missing_summary": ("no summary", "pas de résumé"),
        "missing_target": ("the demand has no target", "demande sans destinataire"),
        "future_dated": (
            "its date is after that of the edition",
            "sa date est postérieure à celle de l'édition",
        ),
        "otherwise": (
            "a cell has to be mended first; the workbook's check names it",
            "une cellule est à corriger d'abord ; le contrôle du classeur la nomme",
        ),
    },
    "absent": {  # a sheet, or a column with its sheet
        "announcements": ("the sheet “announcements”", "la feuille « annonces »"),
        "reactions": ("the sheet “reactions”", "la feuille « réactions »"),
        "announcements.term": ("the column “term”", "la colonne « échéance »"),
        "announcements.previous_id": ("the column “previous_id”", "la colonne « suite de »"),
        "reactions.demand": (
            "the columns “demand” and “target”",
            "les colonnes « demande » et « destinataire »",
        ),
        "reactions.stance": ("the column “stance”", "la colonne « position »"),
        "announcements.users": (
            "the scope columns (users, activity, technology, territory)",
            "les colonnes de périmètre (utilisateurs, activité, technologie, territoire)",
        ),
        "announcements.verification": ("the column “verification”", "la colonne « vérification »"),
        "announcements.quote": ("the quote columns", "les colonnes de citation"),
        "questions": ("the sheet “questions”", "la feuille « questions »"),
        "organisations": ("the sheet “organisations”", "la feuille « organisations »"),
        "context": ("the sheet “context”", "la feuille « contexte »"),
    },
    "unlocks": {  # what each of those would give (model 1.7)
        "announcements": ("commitments and their status", "les engagements et leur statut"),
        "reactions": ("demands, positions and quotes", "les demandes, les positions et les citations"),
        "announcements.term": ("status, days left and bars", "statuts, délais et graphique"),
        "announcements.previous_id": ("later stages of a commitment", "les suites d'un engagement"),
        "reactions.demand": ("demands and what came of them", "les demandes et leurs suites"),
        "reactions.stance": ("positions by side", "les réactions par position"),
        "announcements.users": (
            "gaps between what was asked and announced",
            "les écarts entre demandé et annoncé",
        ),
        "announcements.verification": ("confidence above low", "une confiance autre que faible"),
        "announcements.quote": ("quotes", "les citations"),
        "questions": ("open questions", "les questions ouvertes"),
        "organisations": ("of whom no reaction was found", "les organisations sans réaction trouvée"),
        "context": ("background", "le contexte"),
    },
}
