"""Fixed sentences about answers (matrix, balance, questions' fates, wordings compared), English beside French."""

from __future__ import annotations

ANSWERS: dict[str, tuple[str, str]] = {
    # a code beside the proposal
    "outcome_proposed": ("Coded: {coded}; the rules propose: {proposed}",
                         "Codage : {coded} ; proposition des règles : {proposed}"),
    "outcome_agreed": ("Coded: {coded}; the rules propose the same",
                       "Codage : {coded} ; les règles proposent de même"),
    "outcome_uncoded": ("Not coded; the rules propose: {proposed}",
                        "Pas encore codée ; proposition des règles : {proposed}"),
    # a scope that changed unannounced
    "wordings": ("**Both wordings.** {was_on}, {was}. Then {now_on}, {now}.",
                 "**Les deux formulations.** {was_on}, {was}. Puis {now_on}, {now}."),
    "wording_ours": ("in our summary: {words}", "selon notre résumé : {words}"),
    "wording_theirs": ("quoted ({speaker}): {quote}", "citation ({speaker}) : {quote}"),
    # how much room each side has
    "balance": ("Balance", "Équilibre"),
    "balance_purpose": ("How much room each side has in this edition and language, so that it shows when only one side has its "
                        "say. A summary, a demand or a quote that is printed in several places counts once.",
                        "La place de chaque côté dans cette édition et cette langue, pour que l'on voie si un seul a la parole. Un "
                        "résumé, une demande ou une citation qui figure à plusieurs endroits compte une fois."),
    "balance_announcing": ("Those who announce", "Ceux qui annoncent"),
    "balance_all": ("All sides", "Ensemble"),
    "col_side": ("Side", "Côté"),
    "col_rows": ("Rows", "Lignes"),
    "col_quotes": ("Quotes", "Citations"),
    "col_words": ("Words of summaries and demands", "Mots des résumés et des demandes"),
    "col_quoted": ("Words quoted", "Mots cités"),
    "balance_unheard": ("Silence is on no side. Pairs of an organisation and a commitment it is followed for: {all} "
                        "({followed}). A reaction is on record for {heard} of {all}; none was found after a search "
                        "for {nothing} of {all}; no search is on record for {unsearched} of {all}. To find nothing "
                        "is no refusal, and where nobody searched there is no silence to report.",
                        "Le silence n'est d'aucun côté. Couples formés d'une organisation et d'un engagement pour "
                        "lequel elle est suivie : {all} ({followed}). Réaction au dossier pour {heard} sur {all} ; "
                        "aucune trouvée après recherche pour {nothing} sur {all} ; aucune recherche consignée pour "
                        "{unsearched} sur {all}. Ne rien trouver n'est pas un refus, et là où personne n'a cherché "
                        "il n'y a pas de silence à signaler."),
    # questions and their fate
    "question_owner": ("followed by {owner}", "suivie par {owner}"),
    "question_nobody": ("nobody named to follow it", "sans responsable désigné"),
    "question_unanswered": ("marked as answered, but without an answer",
                              "marquée comme répondue, mais sans réponse"),
    "question_unreasoned": ("marked as dropped, but without a reason",
                             "marquée comme abandonnée, mais sans motif"),
    "answer": ("**Answer, {date}.** {answer}{others}", "**Réponse, {date}.** {answer}{others}"),
    "answer_part": ("**Partial answer.** {answer}{others}", "**Réponse partielle.** {answer}{others}"),
    "answer_others": (" (source: {sources})", " (source : {sources})"),
    "answer_unsourced": (" (no source on record)", " (sans source au dossier)"),
    "dropped": ("**Dropped, {date}.** {reason}", "**Abandonnée, {date}.** {reason}"),
    "settled_undated": ("day not recorded", "jour non noté"),
    # the whole table of demands
    "full_matrix": ("Demands and responses: the whole table", "Demandes et réponses : le tableau complet"),
    "matrix_reading": ("A demand has one row, with a mark under each organisation it is made to. Columns stand in "
                       "the order in which the organisations were first asked.",
                       "Chaque demande occupe une ligne, avec un signe sous chaque organisation visée. Les "
                       "colonnes suivent l'ordre des premières demandes."),
    "matrix_unsourced": ("Left out for want of a usable source: {demands}.",
                         "Hors tableau, faute de source exploitable : {demands}."),
    "matrix_table": ("Table {number} of {tables}", "Tableau {number} sur {tables}"),
    "matrix_sums": ("{demands} of {all}, to {organisations} of {of}: {sums}.",
                    "{demands} sur {all}, à {organisations} sur {of} : {sums}."),
    "matrix_apart": ("{demands} of {all}, in no organisation's column.",
                     "{demands} sur {all}, dans la colonne d'aucune organisation."),
    "matrix_sector": ("Put to the sector at large", "Adressées au secteur en général"),
    "matrix_nobody": ("Addressee not given", "Sans destinataire indiqué"),
    "matrix_demand": ("{actor}, {date}. {words}", "{actor}, {date}. {words}"),
    "matrix_totals": ("Totals", "Totaux"),
    "matrix_made": ("demands made to it", "demandes reçues"),
    "matrix_of": ("{count} of {all}", "{count} sur {all}"),
}  # fmt: skip
