"""The sheet of decisions: what the team has settled, so that the check does not ask again. Data only."""

from __future__ import annotations

from flows.workbook.schema.parts import Column, Sheet

DECISIONS = Sheet(
    "decisions", "décisions", None, None,
    "What the check need not say again, with the reason: it holds until the content of the cell changes. "
    "It takes the complaint away and nothing else: no finding changes by it, and evidence that cannot carry "
    "an outcome still cannot. An error is never waved through. For the team only; never printed.",
    "Ce que le contrôle n'a plus à dire, avec le motif : cela vaut tant que le contenu de la cellule ne "
    "change pas. Seule la remarque disparaît : aucun constat n'en est modifié, et une preuve insuffisante "
    "le reste. Une erreur ne s'écarte jamais. Pour l'équipe seulement ; jamais imprimé.",
    (
        Column("content", "contenu", "words", "unlocks",
               "What stands in the cell, as typed: ACLU NorCal. Blank where the cell is blank.",
               "Ce qui figure dans la cellule, tel que saisi : ACLU NorCal. Vide si la cellule est vide.",
               also=("cell_content", "contenu_de_la_cellule")),
        Column("rule", "règle", "choice", "required",
               "Which complaint it is, as problems.json names it: near_name.",
               "De quelle remarque il s'agit, comme problems.json la nomme : near_name.",
               choices="rule"),
        Column("row", "ligne", "words", "unlocks",
               "Id of the row, A003, or the name its sheet goes by; of a header, the sheet. Needed where the "
               "cell is blank or is told to be at odds with its row; else blank: wherever that stands.",
               "Identifiant de la ligne, A003, ou nom qui désigne la ligne ; pour un en-tête, la feuille. "
               "Nécessaire si la cellule est vide ou si elle contredit sa ligne ; sinon vide : partout.",
               also=("row_id", "identifiant_de_la_ligne")),
        Column("read_as", "lu_comme", "words", "unlocks",
               "What it stands for, where it may be read as something: ACLU of Northern California. Blank: "
               "it is right as it stands, do not ask again.",
               "Ce que cela désigne, si on peut le lire ainsi : ACLU of Northern California. Vide : c'est "
               "juste tel quel, ne plus demander.",
               also=("means", "signifie")),
        Column("reason", "motif", "words", "required",
               "Why: the chapter signs so. Without a reason the decision does not count.",
               "Pourquoi : la section signe ainsi. Sans motif, la décision ne compte pas.",
               also=("raison", "why")),
        Column("decided_by", "décidé_par", "words", "recommended", "Initials of who decided: LM.",
               "Initiales de qui a décidé : LM.", also=("décidée_par",)),
        Column("decided_on", "décidé_le", "day", "recommended", "Day of the decision: 2026-11-27.",
               "Jour de la décision : 2026-11-27.", also=("décidée_le",)),
    ),
    also=("decision", "décision", "settled", "décisions prises"),
)  # fmt: skip

READS = {
    "near_name": "organisation",
    "misspelt_header": "column",
    "misspelt_sheet": "sheet",
    "unknown_sheet": "sheet",
    "unknown_choice": "value",
    "unknown_coding": "value",
    "one_value_only": "value",
}
"""What `read_as` may name, by the rule: of any other the cell itself is the place to say it."""

EVERYWHERE = frozenset({"organisation", "sheet"})
"""What holds wherever it stands: one row alone cannot have another reading."""

OF_ITS_ROW = frozenset({
    "missing_source_column", "error_cell", "formula_without_value", "moving_day", "struck_cell",
    "ends_before_start", "fixed_without_end", "end_without_fixed", "ends_disagree",
    "condition_without_words", "condition_without_term",
    "relation_without_previous", "previous_without_relation",
    "quote_without_speaker", "quote_without_day", "quote_without_language", "translation_without_translator",
    "no_source", "demand_cells_without_demand", "quote_cells_without_quote", "watch_cells_without_watch",
    "currency_without_amount", "amount_without_currency", "read_by_one_person",
    "retired_without_reason", "dropped_without_reason", "note_beside_status",
    "answered_without_answer",
    "outcome_without_evidence", "evidence_not_after", "evidence_undated", "evidence_of_another",
    "vague_demand", "outcome_of_nobody", "nobody_asked", "found_all_the_same",
    "published_another_day", "end_against_relation",
    "translation_like_quote", "successor_of_another", "previous_of_another", "speaker_of_another",
    "person_for_body",
    "speaker_and_role_swapped", "about_counted_up", "address_counted_up", "noted_too_early",
    "archive_is_source", "archive_of_another", "currency_twice", "sum_below_one",
    "source_before_act", "welcomes_and_asks", "quote_of_two", "translation_for_quote",
    "amount_of_another_size", "length_against_words", "still_to_come",
    "part_of_another_day", "part_by_another", "demand_of_itself",
    "days_out_of_order", "decided_after_announced", "reaction_before_act", "follows_a_later_row",
    "answers_a_later_row", "response_before_demand", "checked_before_demand", "search_without_day",
    "same_text", "same_row_twice", "same_source_twice", "same_address_twice", "unknown_id_in_words",
    "setting_without_name", "setting_without_value",
})  # fmt: skip
"""Rules about how a cell stands to others: the same content elsewhere is another matter."""
