"""What is said of whole rows, of their ids and of the rows they name. Data only."""

from __future__ import annotations

from flows.workbook.complaints.patterns import Complaint, error, warning

RULES: dict[str, Complaint] = {
    "hidden_row": error(
        ("Row {row} is hidden, so it is set aside.",
         "Unhide it, or {withdraw}."),
        ("La ligne {row} est masquée : elle est mise de côté.",
         "Affichez-la, ou {withdraw}."),
    ),
    "filtered_row": error(
        ("Row {row} is hidden by a filter, so it is set aside.",
         "Clear the filter (Data, Clear) and save the workbook."),
        ("La ligne {row} est masquée par un filtre : elle est mise de côté.",
         "Effacez le filtre (Données, Effacer), puis enregistrez le classeur."),
    ),
    "struck_row": error(
        ("Row {row} is struck through, so it is set aside.",
         "Remove the strike-through, or {withdraw}."),
        ("La ligne {row} est barrée : elle est mise de côté.",
         "Enlevez le barré, ou {withdraw}."),
    ),
    "total_row": error(
        ("Row {row} looks like a total; it is left out.",
         'Delete the row if it is one; otherwise fill "{key}".'),
        ("La ligne {row} ressemble à un total ; elle est laissée de côté.",
         "Supprimez-la si c’en est un ; sinon, remplissez « {key} »."),
    ),
    "stray_row": error(
        ('Row {row} says only "{found}"; it is left out.',
         "Fill the row, or move this note out of the table."),
        ("La ligne {row} n’indique que « {found} » ; elle est laissée de côté.",
         "Complétez la ligne, ou sortez cette note du tableau."),
    ),
    "missing_id": error(
        ("{header} {blank}.", "Type {next}."), ("« {header} » {blank}.", "Saisissez {next}."),
    ),
    "malformed_id": error(
        ('{header} says "{found}", which is not an id for this sheet.',
         "Type {next}; what stands there may go to a column of your own."),
        ("« {header} » indique « {found} », qui n’est pas un identifiant de cette feuille.",
         "Saisissez {next} ; ce qui s’y trouve peut aller dans une colonne à vous."),
    ),
    "wrong_letter": error(
        ('{header} says "{found}", but ids on this sheet begin with {prefix}.', "Type {next}{moved}."),
        ("« {header} » indique « {found} », mais les identifiants de cette feuille commencent par {prefix}.",
         "Saisissez {next}{moved}."),
    ),
    "duplicate_id": error(
        ('{header} says "{found}", like {others}: none of these rows is used.',
         "Type {next} in the row that came later."),
        ("« {header} » indique « {found} », comme {others} : aucune de ces lignes n’est utilisée.",
         "Saisissez {next} dans la ligne arrivée en second."),
    ),
    "id_used_before": warning(
        ('{header} says "{found}", as the retired row of {others} does. '
         "If both are the same fact, leave it so.",
         "If this row is a new fact, type {next}: an id is never used again."),
        ("« {header} » indique « {found} », comme la ligne retirée de {others}. "
         "Si c’est le même fait, laissez-la ainsi.",
         "Si cette ligne est un fait nouveau, saisissez {next} : un identifiant ne sert qu’une fois."),
    ),
    "duplicate_name": error(
        ('{header} says "{found}", like {others}: none of these rows is used.',
         "Keep one row for each organisation."),
        ("« {header} » indique « {found} », comme {others} : aucune de ces lignes n’est utilisée.",
         "Gardez une seule ligne par organisation."),
    ),
    "no_base_row": error(
        ("{header} says {id}, but there is no row {base} for it to belong to.",
         "Add the row {base}, or type the id of the row it belongs to, a point and a number: {next}."),
        ("« {header} » indique {id}, mais il n’y a pas de ligne {base} à laquelle la rattacher.",
         "Ajoutez la ligne {base}, ou saisissez l’identifiant de la ligne dont elle dépend, suivi d’un point "
         "et d’un numéro : {next}."),
    ),
    "base_set_aside": error(
        ("{id} belongs to {base}, which is retired or set aside.",
         "Put {base} right first, or {withdraw}."),
        ("{id} dépend de {base}, qui est retirée ou mise de côté.",
         "Corrigez d’abord {base}, ou {withdraw}."),
    ),
    "unknown_reference": warning(
        ('{header} says "{id}", which is not in the workbook.',
         "{guess}Type the id of a row that is there, or add that row."),
        ("« {header} » indique « {id} », qui n’est pas dans le classeur.",
         "{guess}Saisissez l’identifiant d’une ligne existante, ou ajoutez cette ligne."),
    ),
    "ids_run_together": warning(
        ('{header} says "{found}", several ids with no ; between them.', "Type {entries}."),
        ("« {header} » indique « {found} », plusieurs identifiants sans ; entre eux.",
         "Saisissez {entries}."),
    ),
    "one_id_only": warning(
        ('{header} says "{found}", but only one id may stand there.', "Keep one of them: {entries}."),
        ("« {header} » indique « {found} », mais un seul identifiant peut y figurer.",
         "Gardez-en un seul : {entries}."),
    ),
    "reference_elsewhere": warning(
        ('{header} says "{id}", but only ids that begin with {letters} may stand there.',
         "Type an id that begins with {letters}."),
        ("« {header} » indique « {id} », mais seuls des identifiants commençant par {letters} "
         "peuvent y figurer.",
         "Saisissez un identifiant qui commence par {letters}."),
    ),
    "names_itself": error(
        ("{header} says {id}, which is this very row.",
         "Type the id of the row that came before it, or leave it blank."),
        ("« {header} » indique {id}, c’est-à-dire cette ligne même.",
         "Saisissez l’identifiant de la ligne précédente, ou laissez vide."),
    ),
    "circle": error(
        ("{header} leads from row to row back to where it began: {chain}.",
         "Leave {header} blank in the row that came first."),
        ("« {header} » ramène, de ligne en ligne, au point de départ : {chain}.",
         "Laissez « {header} » vide dans la ligne la plus ancienne."),
    ),
    "two_successors": error(
        ("{header} makes this row follow {id}, like {others}: only one row may follow another, so none of "
         "these is used.",
         "In the row that came later, type the id of the one that came just before it."),
        ("« {header} » rattache cette ligne à {id}, comme {others} : une ligne ne peut avoir qu’une seule "
         "suite, et aucune de celles-ci n’est utilisée.",
         "Dans la ligne arrivée en second, saisissez l’identifiant de celle qui la précède directement."),
    ),
    "relation_without_previous": warning(
        ('{header} says "{found}", but "{column}" is blank, so we cannot tell which row it follows.',
         'Type in "{column}" the id of the row before, or clear {header}.'),
        ("« {header} » indique « {found} », mais « {column} » est vide : on ne sait pas à quelle ligne "
         "elle se rapporte.",
         "Saisissez dans « {column} » l’identifiant de la ligne précédente, ou videz « {header} »."),
    ),
    "previous_without_relation": warning(
        ('{header} is blank, though "{column}" says {id}.', "Type one of: {allowed}."),
        ("« {header} » est vide, alors que « {column} » indique {id}.",
         "Saisissez l’une de ces valeurs : {allowed}."),
    ),
    "outcome_twice": error(
        ('{header} says "{found}", and {place} gives an outcome for the same demand.',
         "Keep one of the two: clear {header}; or, in the row of {place}, {withdraw}."),
        ("« {header} » indique « {found} », et {place} donne aussi une suite à la même demande.",
         "Gardez l’une des deux : videz « {header} » ; ou, dans la ligne de {place}, {withdraw}."),
    ),
}  # fmt: skip
