"""Why single cells and their neighbours are looked at. Data only."""

from __future__ import annotations

WHY = {
    "missing_organisation": (
        "An act of nobody cannot be printed.",
        "L’acte de personne ne peut s’imprimer.",
    ),
    "missing_actor": (
        "Words must be somebody’s: without a name the page would put them into the air.",
        "Des mots sont toujours de quelqu’un : sans nom, la note les laisserait en l’air.",
    ),
    "missing_name": (
        "A row without a name says things of no body at all.",
        "Une ligne sans nom parle d’un organisme que rien ne désigne.",
    ),
    "missing_date": (
        "Without a day the row has no place in the order of events, and nothing can be counted from it.",
        "Sans date, la ligne n’a pas de place dans l’ordre des faits, et rien ne peut se compter à partir"
        " d’elle.",
    ),
    "missing_kind": (
        "Whether a status is worked out at all hangs on what kind of act it is.",
        "De la nature de l’acte dépend qu’un statut soit calculé ou non.",
    ),
    "missing_outcome": (
        "A response that does not say what came of the demand says nothing.",
        "Une réponse qui ne dit pas la suite donnée à la demande ne dit rien.",
    ),
    "missing_summary": (
        "The summary is what the reader reads; without it there is nothing to print.",
        "L’objet est ce que lit le lecteur ; sans lui, il n’y a rien à imprimer.",
    ),
    "missing_question": (
        "A question without words cannot be asked.",
        "Une question sans mots ne peut être posée.",
    ),
    "missing_about": (
        "A reaction that is about nothing stands beside no announcement.",
        "Une réaction qui ne porte sur rien ne figure à côté d’aucune annonce.",
    ),
    "missing_target": (
        "A demand to nobody would count as unanswered by everybody, or by none.",
        "Une demande à personne compterait comme sans réponse de tous, ou d’aucun.",
    ),
    "missing_demand": (
        "A response must say which demand it is the answer to.",
        "Une réponse doit dire à quelle demande elle répond.",
    ),
    "ambiguous_date": (
        "Months may lie between the two readings; a guess would be right half the time, and look right "
        "always.",
        "Des mois peuvent séparer les deux lectures ; deviner serait juste une fois sur deux, et paraîtrait "
        "juste toujours.",
    ),
    "impossible_date": (
        "No such day can have been meant, and any other would be our invention.",
        "Aucun jour de ce nom n’a pu être visé, et tout autre serait de notre invention.",
    ),
    "serial_date": (
        "Excel keeps days as numbers; a number alone may be a day, or just a number.",
        "Excel garde les jours sous forme de nombres ; un nombre seul peut être un jour, ou un simple "
        "nombre.",
    ),
    "not_a_date": (
        "What is no date cannot be put into the order of events.",
        "Ce qui n’est pas une date ne peut entrer dans l’ordre des faits.",
    ),
    "two_digit_year": (
        "“10/06/20” may be three days in two centuries: nobody would see a wrong guess.",
        "« 10/06/20 » peut désigner plusieurs jours de deux siècles : personne ne verrait une mauvaise "
        "lecture.",
    ),
    "wrong_weekday": (
        "Either the weekday or the date is wrong, and only the source tells which.",
        "Le jour de la semaine ou la date est faux, et seule la source dit lequel.",
    ),
    "unlikely_date": (
        "One figure wrong in a year moves an act by decades: to the first page, or out of every edition.",
        "Un chiffre faux dans l’année déplace un acte de décennies : en première page, ou hors de toute "
        "édition.",
    ),
    "not_a_duration": (
        "Without a length the page cannot say when the term runs out.",
        "Sans durée, la note ne peut dire quand le terme échoit.",
    ),
    "ends_before_start": (
        "A commitment that ended before it began would be printed as expired from its first day.",
        "Un engagement fini avant d’avoir commencé serait imprimé comme échu dès le premier jour.",
    ),
    "ends_disagree": (
        "Two ends for one commitment: the page prints both and can count no days.",
        "Deux fins pour un même engagement : la note imprime les deux et ne peut compter les jours.",
    ),
    "fixed_without_end": (
        "It is said to end, but not when: the status stays undetermined.",
        "On annonce une fin, mais pas quand : le statut reste indéterminé.",
    ),
    "end_without_fixed": (
        "An end beside a term that has none would be left unused, and no deadline be printed.",
        "Une fin à côté d’une échéance qui n’en a pas resterait sans effet, et aucun délai ne serait "
        "imprimé.",
    ),
    "condition_without_words": (
        "“Until something happens” tells no reader what to wait for.",
        "« Jusqu’à ce que quelque chose arrive » ne dit à personne quoi attendre.",
    ),
    "condition_without_term": (
        "The condition would be printed nowhere, since the term does not wait for it.",
        "La condition ne serait imprimée nulle part, puisque l’échéance ne l’attend pas.",
    ),
    "kind_of_row_only": (
        "On one sheet for all rows the word for the sheet leaves open what was announced.",
        "Sur une feuille unique, le mot qui désigne la feuille ne dit pas ce qui a été annoncé.",
    ),
    "unknown_kind": (
        "Only acts of the kinds on the list have a status; of another nobody knows whether it has.",
        "Seuls les actes des natures de la liste ont un statut ; pour une autre, nul ne sait.",
    ),
    "unknown_choice": (
        "What is on no list cannot be compared, counted or translated, so it counts as blank.",
        "Ce qui n’est dans aucune liste ne peut être comparé, compté ni traduit : la cellule compte comme"
        " vide.",
    ),
    "one_value_only": (
        "Of two values only one can be held against what was demanded.",
        "De deux valeurs, une seule peut être confrontée à ce qui était demandé.",
    ),
    "values_run_together": (
        "Without ; between them they are one value that is on no list.",
        "Sans ; entre elles, elles font une seule valeur, qui n’est dans aucune liste.",
    ),
    "one_name_only": (
        "Taken as one name, two bodies become a third that does not exist.",
        "Pris comme un seul nom, deux organismes en font un troisième qui n’existe pas.",
    ),
    "unknown_language": (
        "The page marks each quote with its language, for readers and for screen readers.",
        "La note marque la langue de chaque citation, pour les lecteurs et les lecteurs d’écran.",
    ),
    "not_a_number": (
        "Days can be counted from a whole number only.",
        "On ne compte des jours qu’avec un nombre entier.",
    ),
    "error_cell": (
        "An error of Excel says that a formula failed; what should stand there is known to nobody.",
        "Une erreur d’Excel dit qu’une formule a échoué ; ce qui devrait s’y trouver, nul ne le sait.",
    ),
    "formula_without_value": (
        "The file holds the formula, but not its result: it looks filled and is blank.",
        "Le fichier contient la formule, mais non son résultat : la cellule paraît remplie et elle est vide.",
    ),
    "moving_day": (
        "A search noted as of today would be as of today forever, and no silence would ever be told.",
        "Une recherche datée d’aujourd’hui le resterait toujours, et aucun silence ne serait jamais signalé.",
    ),
    "struck_cell": (
        "What is struck through was taken back; printing it would undo that.",
        "Ce qui est barré a été retiré ; l’imprimer le rétablirait.",
    ),
    "partly_struck": (
        "Only what is not struck through is printed: see that the rest still makes sense.",
        "Seul ce qui n’est pas barré est imprimé : voyez si le reste a encore un sens.",
    ),
    "near_name": (
        "Under two spellings one body counts as two, and its silence or its answer is missed.",
        "Sous deux orthographes, un organisme compte pour deux, et son silence ou sa réponse échappe.",
    ),
    "near_name_elsewhere": (
        "Under two spellings one body counts as two, and its acts fall apart.",
        "Sous deux orthographes, un organisme compte pour deux, et ses actes se dispersent.",
    ),
    "alias_twice": (
        "Another name of two bodies would pin the words of one on the other.",
        "Un autre nom commun à deux organismes prêterait à l’un les mots de l’autre.",
    ),
    "names_run_together": (
        "Read as one name, they are a body that does not exist, and none of them is found under its own.",
        "Lus comme un seul nom, ils font un organisme inexistant, et aucun n’est trouvé sous le sien.",
    ),
    "not_a_name": (
        "Something else in the place of a name mostly means that a row’s cells have slipped sideways.",
        "Autre chose à la place d’un nom veut dire, le plus souvent, que les cellules de la ligne se sont"
        " décalées.",
    ),
    "related_to_itself": (
        "A body that belongs to itself says nothing about its ties to others.",
        "Un organisme qui relève de lui-même ne dit rien de ses liens avec d’autres.",
    ),
    "demand_cells_without_demand": (
        "What was coded for a demand is lost where no demand is written.",
        "Ce qui a été codé pour une demande est perdu si aucune demande n’est écrite.",
    ),
    "quote_cells_without_quote": (
        "A language or a translator without words belongs to a quote that got lost.",
        "Une langue ou un traducteur sans mots vient d’une citation qui s’est perdue.",
    ),
    "watch_cells_without_watch": (
        "Only bodies marked as followed can be said to have kept silent.",
        "Seul un organisme marqué comme suivi peut être dit resté silencieux.",
    ),
    "currency_without_amount": (
        "A currency without a sum prints nothing.",
        "Une devise sans somme n’imprime rien.",
    ),
    "amount_without_currency": (
        "A bare number does not say how much was given: dollars and yen are far apart.",
        "Un nombre seul ne dit pas combien a été donné : un dollar n’est pas un yen.",
    ),
    "read_by_one_person": (
        "A second reading is worth something because another person makes it.",
        "Une relecture ne vaut que si quelqu’un d’autre la fait.",
    ),
    "response_without_demand": (
        "What came of a demand cannot stand beside a row that asks for nothing.",
        "La suite d’une demande ne peut figurer à côté d’une ligne qui ne demande rien.",
    ),
    "retired_without_reason": (
        "Rows are withdrawn with a reason that readers can see; a mere sign is none, so the row stays.",
        "Une ligne se retire avec un motif que le lecteur peut voir ; un simple signe n’en est pas un : "
        "la ligne reste.",
    ),
    "retired_unexplained": (
        "The page tells readers why a row was withdrawn: here it would say only “yes”.",
        "La note dit au lecteur pourquoi une ligne a été retirée : elle ne dirait ici que « oui ».",
    ),
    "dropped_without_reason": (
        "A question that vanishes without a reason looks as if it had been answered.",
        "Une question qui disparaît sans motif a l’air d’avoir trouvé réponse.",
    ),
    "note_beside_status": (
        "What is typed behind the colon would be lost, though somebody meant it to be read.",
        "Ce qui suit les deux-points se perdrait, alors que quelqu’un voulait qu’on le lise.",
    ),
    "answered_without_answer": (
        "A question that counts as answered needs its answer on the page.",
        "Une question tenue pour répondue doit avoir sa réponse dans la note.",
    ),
}
