"""Why decisions, and what was read by another door, are looked at. Data only."""

from __future__ import annotations

WHY = {
    "decision_without_rule": (
        "A cell may have several complaints: a decision that names none could silence the wrong one.",
        "Une cellule peut appeler plusieurs remarques : une décision qui n’en nomme aucune pourrait faire "
        "taire la mauvaise.",
    ),
    "decision_of_no_rule": (
        "A misspelt rule would silence nothing, and look as if it did.",
        "Une règle mal orthographiée ne ferait rien taire, et aurait l’air de le faire.",
    ),
    "decision_on_error": (
        "An error sets its row aside: waved through, the row would be missing and nobody would be told.",
        "Une erreur met sa ligne de côté : si on l’écartait, la ligne manquerait sans que personne le sache.",
    ),
    "decision_out_of_reach": (
        "Who receives the briefing, and what was decided, have to be right: there is nothing to weigh.",
        "Les destinataires et les décisions elles-mêmes doivent être exacts : il n’y a rien à apprécier.",
    ),
    "decision_without_reason": (
        "Next year nobody would know whether it was looked into or just clicked away.",
        "Dans un an, personne ne saurait si la question a été examinée ou simplement écartée.",
    ),
    "decision_of_nothing": (
        "Without a content or a row the decision would hold for every cell of its kind.",
        "Sans contenu ni ligne, la décision vaudrait pour toutes les cellules du même genre.",
    ),
    "decision_without_row": (
        "What is right beside one row may be wrong beside another that says the same.",
        "Ce qui est juste sur une ligne peut être faux sur une autre qui dit la même chose.",
    ),
    "decision_on_address": (
        "Rows move: tomorrow another cell stands at that address, and would be silenced.",
        "Les lignes bougent : demain, une autre cellule se trouvera à cette adresse, et c’est elle qu’on ne "
        "signalerait plus.",
    ),
    "decision_everywhere": (
        "One name would mean two bodies, by the row it stands in.",
        "Un même nom désignerait deux organismes selon la ligne.",
    ),
    "decision_reads_nothing": (
        "The reader would take the cell as it stands, whatever the decision says.",
        "La cellule serait lue telle quelle, quoi qu’en dise la décision.",
    ),
    "decision_reads_unknown": (
        "Read as something that is not there, the cell would count as blank.",
        "Lue comme une chose inexistante, la cellule compterait comme vide.",
    ),
    "decision_on_taken_name": (
        "Two bodies would become one, which only their sheet may say.",
        "Deux organismes n’en feraient plus qu’un, ce que seule leur feuille peut dire.",
    ),
    "decisions_disagree": (
        "Of two answers one would win, and nobody would see which.",
        "De deux réponses, l’une l’emporterait, et nul ne verrait laquelle.",
    ),
    "decision_set_aside": (
        "What is hidden or struck through decides nothing, here as elsewhere.",
        "Ce qui est masqué ou barré ne décide de rien, ici comme ailleurs.",
    ),
    "unknown_row_kind": (
        "Taken for the wrong kind, the row would print a demand as an act, or an act as a source.",
        "Prise pour une autre, la ligne ferait imprimer une demande comme un acte, ou un acte comme une "
        "source.",
    ),
    "cell_of_other_kind": (
        "The cell would be left out, and whoever typed it would look for it in vain.",
        "La cellule serait laissée de côté, et la personne qui l’a saisie la chercherait en vain.",
    ),
    "reader_cannot_see": (
        "What the team hides or strikes out may stand in the file unseen, and would be printed.",
        "Ce que l’équipe masque ou barre peut rester dans le fichier sans être vu, et serait imprimé.",
    ),
}
