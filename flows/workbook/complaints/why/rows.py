"""Why ids and the rows they name are looked at. Data only."""

from __future__ import annotations

WHY = {
    "missing_id": (
        "Every sentence of the briefing ends with the ids it rests on; a row without one cannot be cited "
        "or found again.",
        "Chaque phrase de la note finit par les identifiants qui la fondent ; une ligne sans identifiant "
        "ne peut être ni citée ni retrouvée.",
    ),
    "malformed_id": (
        "An id of another shape cannot be cited, and rows that name this one would find nothing.",
        "Un identifiant d’une autre forme ne peut être cité, et les lignes qui nomment celle-ci ne "
        "trouveraient rien.",
    ),
    "wrong_letter": (
        "The letter says on which sheet a reader finds the row; with another one they look in the wrong "
        "place.",
        "La lettre dit dans quelle feuille le lecteur trouve la ligne ; avec une autre, il cherche au "
        "mauvais endroit.",
    ),
    "duplicate_id": (
        "Two rows of one id: whoever cites it may mean either, and what becomes of one would be credited "
        "to the other.",
        "Deux lignes sous un identifiant : qui le cite peut viser l’une ou l’autre, et la suite de l’une "
        "serait portée au compte de l’autre.",
    ),
    "id_used_before": (
        "Earlier editions cite this id for another fact; used again, it would make them say something new.",
        "Des éditions antérieures citent cet identifiant pour un autre fait ; réutilisé, il leur ferait "
        "dire autre chose.",
    ),
    "duplicate_name": (
        "Two rows of one body may say different things of it, such as whether it is followed.",
        "Deux lignes pour un même organisme peuvent en dire des choses différentes, par exemple s’il est "
        "suivi.",
    ),
    "no_base_row": (
        "A demand takes its author, day and source from its statement; without that row nobody has made it.",
        "Une demande tient son auteur, son jour et sa source de sa déclaration ; sans cette ligne, "
        "personne ne l’a faite.",
    ),
    "base_set_aside": (
        "A demand whose statement is not printed would stand on the page without anybody who made it.",
        "Une demande dont la déclaration n’est pas imprimée figurerait dans la note sans personne qui "
        "l’ait faite.",
    ),
    "unknown_reference": (
        "The page would print “not found” in its place, and whatever hangs on the link is lost: an "
        "answer, a chain, a source.",
        "La note imprimerait « introuvable » à la place, et tout ce qui tient au lien est perdu : une "
        "réponse, une suite, une source.",
    ),
    "ids_run_together": (
        "Read as one id that does not exist, they would link the row to nothing.",
        "Lus comme un seul identifiant, inexistant, ils ne relieraient la ligne à rien.",
    ),
    "ids_as_range": (
        "Nobody can tell whether the rows between the two are meant; until each is named, the row is "
        "linked to none.",
        "On ne sait pas si les lignes intermédiaires sont visées ; tant que chacune n’est pas nommée, la "
        "ligne n’est reliée à aucune.",
    ),
    "one_id_only": (
        "A row follows one row: with two named, its chain could be told in two ways.",
        "Une ligne en suit une seule : avec deux, sa suite pourrait se raconter de deux façons.",
    ),
    "reference_elsewhere": (
        "A reaction is about an announcement, an answer about a demand: linked to another kind of row, it"
        " would be printed where it makes no sense.",
        "Une réaction porte sur une annonce, une réponse sur une demande : reliée à une autre sorte de "
        "ligne, elle serait imprimée là où elle n’a pas de sens.",
    ),
    "names_itself": (
        "A row that names itself comes after itself, or repeats itself: neither can be printed.",
        "Une ligne qui se nomme elle-même se suit ou se répète : ni l’un ni l’autre ne peut s’imprimer.",
    ),
    "circle": (
        "A chain needs a first row: in a circle nothing says which commitment stands.",
        "Une suite a besoin d’une première ligne : dans un cercle, rien ne dit quel engagement tient.",
    ),
    "two_successors": (
        "Where two rows follow the same one, the page cannot tell which of them holds now.",
        "Si deux lignes suivent la même, la note ne peut dire laquelle vaut à présent.",
    ),
    "relation_without_previous": (
        "“Extends” says nothing without what is extended: the row would stand as a commitment of its own.",
        "« Prolonge » ne dit rien sans ce qui est prolongé : la ligne passerait pour un engagement distinct.",
    ),
    "previous_without_relation": (
        "The page could say that something followed, but not whether it was longer, narrower or the end.",
        "La note dirait que quelque chose a suivi, mais non si c’était plus long, plus étroit ou la fin.",
    ),
    "outcome_twice": (
        "Two cells say what came of one demand; where they differ, no reader could trust either.",
        "Deux cellules disent la suite d’une même demande ; si elles diffèrent, aucune n’est digne de foi.",
    ),
    "same_row_twice": (
        "The same fact under two ids counts twice: one act looks like two.",
        "Un même fait sous deux identifiants compte deux fois : un acte en paraît deux.",
    ),
    "same_source_twice": (
        "One publication under two ids looks like two that confirm each other.",
        "Une même publication sous deux identifiants en paraît deux qui se confirment.",
    ),
    "same_address_twice": (
        "An address pasted on the wrong row sends the reader to another page than the one that was read.",
        "Une adresse collée à la mauvaise ligne mène le lecteur à une autre page que celle qui a été lue.",
    ),
    "unknown_id_in_words": (
        "The page would print an id that leads nowhere.",
        "La note imprimerait un identifiant qui ne mène nulle part.",
    ),
    "days_out_of_order": (
        "Of two days that cannot follow one another so, one is wrong, and the page would print it.",
        "De deux jours qui ne peuvent se suivre ainsi, l’un est faux, et la note l’imprimerait.",
    ),
    "still_to_come": (
        "A search that is still to come would count as done, and for a long time as recent.",
        "Une recherche encore à venir compterait comme faite, et longtemps comme récente.",
    ),
    "noted_too_early": (
        "Nobody can note what has not happened yet: one of the two days is a slip, perhaps the one that "
        "the page prints.",
        "On ne note pas ce qui n’est pas encore arrivé : l’une des deux dates est une faute de frappe, "
        "peut-être celle que la note imprime.",
    ),
    "decided_after_announced": (
        "A decision after its own announcement shows that one of the two days is wrong, perhaps the one "
        "everything is counted from.",
        "Une décision postérieure à son annonce montre qu’un des deux jours est faux, peut-être celui "
        "d’où tout se compte.",
    ),
    "reaction_before_act": (
        "Printed so, somebody would answer an announcement that nobody had made yet.",
        "Imprimé ainsi, quelqu’un répondrait à une annonce que personne n’avait encore faite.",
    ),
    "follows_a_later_row": (
        "The chain would run backwards: the older row would count as what holds now.",
        "La suite irait à rebours : la ligne la plus ancienne passerait pour celle qui vaut à présent.",
    ),
    "answers_a_later_row": (
        "Only what comes after a demand can answer it; this would credit the act that set it off.",
        "Seul ce qui suit une demande peut y répondre ; on créditerait ici l’acte qui l’a suscitée.",
    ),
    "response_before_demand": (
        "Nothing can come of a demand before it is made: the outcome would be pinned on the wrong one.",
        "Rien ne peut suivre une demande avant qu’elle soit faite : la suite serait attribuée à une autre.",
    ),
    "checked_before_demand": (
        "A search made before the demand cannot have found its answer, so the page does not say that it did.",
        "Une recherche antérieure à la demande n’a pu en trouver la réponse : la note ne le dit donc pas.",
    ),
    "search_without_day": (
        "“Nothing found” is worth what the last search is worth; without its day the page says that "
        "nobody looked.",
        "« Aucune trouvée » vaut ce que vaut la dernière recherche ; sans sa date, la note dit que "
        "personne n’a cherché.",
    ),
}
