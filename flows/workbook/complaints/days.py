"""What is said of days that cannot be: years cut short, one day before another. Data only."""

from __future__ import annotations

from flows.workbook.complaints.patterns import Complaint, error, warning

RULES: dict[str, Complaint] = {
    "two_digit_year": error(
        ('{header} says "{found}", a year of two figures.', "Type the year in full: {offered}."),
        ("« {header} » indique « {found} », une année sur deux chiffres.",
         "Saisissez l’année en entier : {offered}."),
    ),
    "wrong_weekday": error(
        ('{header} says "{found}", but {day} was a {weekday}.',
         "Look it up in the source, and type the date without the weekday: {iso} if only the weekday is "
         "wrong."),
        ("« {header} » indique « {found} », mais le {day} était un {weekday}.",
         "Vérifiez dans la source, et saisissez la date sans le jour de la semaine : {iso} si lui seul est "
         "faux."),
    ),
    "unlikely_date": warning(
        ("{header} says {day}, {far}.", "If the year is a slip, type the date anew; otherwise leave it."),
        ("« {header} » indique {day}, {far}.",
         "Si l’année est une faute de frappe, saisissez de nouveau la date ; sinon, laissez-la."),
    ),
    "days_out_of_order": warning(
        ('{header} says {day}, which is before the day in "{column}" ({other}).',
         "Correct whichever of the two is wrong: {header}, or {place}."),
        ("« {header} » indique {day}, soit avant « {column} » ({other}).",
         "Corrigez celle des deux dates qui est fausse : « {header} », ou {place}."),
    ),
    "moving_day": warning(
        ("{header} holds the formula {found}, which says another day each time the workbook is opened; it "
         "counts as blank.",
         "Type the day itself."),
        ("« {header} » contient la formule {found}, qui donne une autre date à chaque ouverture du "
         "classeur ; la cellule compte comme vide.",
         "Saisissez la date elle-même."),
    ),
    "still_to_come": warning(
        ("{header} holds a day that had not come yet when the workbook was last saved.",
         "Type the day on which it was done."),
        ("« {header} » contient une date qui n’était pas encore venue quand le classeur a été enregistré "
         "pour la dernière fois.",
         "Saisissez le jour où cela a été fait."),
    ),
    "noted_too_early": warning(
        ('{header} holds an earlier day than "{column}".',
         "Correct whichever of the two is wrong: {header}, or {place}."),
        ("« {header} » contient une date antérieure à celle de « {column} ».",
         "Corrigez celle des deux dates qui est fausse : « {header} », ou {place}."),
    ),
    "decided_after_announced": warning(
        ('{header} says {day}, which is after the day in "{column}" ({other}): nothing is announced before '
         "it is decided.",
         "Correct whichever of the two is wrong: {header}, or {place}."),
        ("« {header} » indique {day}, soit après « {column} » ({other}) : on n’annonce rien avant de "
         "l’avoir décidé.",
         "Corrigez celle des deux dates qui est fausse : « {header} », ou {place}."),
    ),
    "reaction_before_act": warning(
        ("{header} says {day}, but what it is about came later: {id}, of {other}.",
         'Correct the date, or name in "{column}" what it answers; of an older statement, leave "{column}" '
         'blank and fill "{target}".'),
        ("« {header} » indique {day}, mais l’annonce visée est postérieure : {id}, du {other}.",
         "Corrigez la date, ou nommez dans « {column} » ce à quoi elle réagit ; pour une déclaration plus "
         "ancienne, videz « {column} » et remplissez « {target} »."),
    ),
    "follows_a_later_row": warning(
        ("{header} says {day}, but the row it follows came later: {id}, of {other}.",
         'Correct the date, or type in "{column}" the id of the row that came before.'),
        ("« {header} » indique {day}, mais la ligne qu’elle suit est postérieure : {id}, du {other}.",
         "Corrigez la date, ou saisissez dans « {column} » l’identifiant de la ligne antérieure."),
    ),
    "answers_a_later_row": warning(
        ("{header} says {id}, which came later ({other}) than this row ({day}): nothing answers what has "
         "not been said yet.",
         "Correct the date of one of the two rows, or take {id} out."),
        ("« {header} » indique {id}, qui est postérieure ({other}) à cette ligne ({day}) : on ne répond pas "
         "à ce qui n’a pas encore été dit.",
         "Corrigez la date de l’une des deux lignes, ou retirez {id}."),
    ),
    "response_before_demand": warning(
        ("{header} says {day}, but the demand was made later: {id}, of {other}.",
         'Correct the date, or type in "{column}" the id of another demand.'),
        ("« {header} » indique {day}, mais la demande est postérieure : {id}, du {other}.",
         "Corrigez la date, ou saisissez dans « {column} » l’identifiant d’une autre demande."),
    ),
    "checked_before_demand": warning(
        ('{header} says {day}, which is before the demand ({other}): the page prints "not checked", '
         'not "{outcome}".',
         "Search again, and type the day on which you did."),
        ("« {header} » indique {day}, soit avant la demande ({other}) : la page imprime « non vérifié », "
         "et non « {outcome} ».",
         "Refaites la recherche, et saisissez le jour où vous l’avez faite."),
    ),
    "search_without_day": warning(
        ('{header} {blank}, so nobody knows when "{outcome}" was found: the page prints "not checked".',
         "Type the day on which somebody last searched."),
        ("« {header} » {blank} : on ne sait pas quand « {outcome} » a été constaté, et la page imprime "
         "« non vérifié ».",
         "Saisissez le dernier jour où quelqu’un a cherché."),
    ),
    "part_of_another_day": warning(
        ("{header} says {day}, but {id}, the statement that the row is a part of, says {other}.",
         "Clear the cell if it is the same statement; of another one, give the row an id of its own, "
         "without a point."),
        ("« {header} » indique {day}, mais {id}, la déclaration dont la ligne fait partie, indique {other}.",
         "Videz la cellule si c’est la même déclaration ; sinon, donnez à la ligne un identifiant à elle, "
         "sans point."),
    ),
}  # fmt: skip
