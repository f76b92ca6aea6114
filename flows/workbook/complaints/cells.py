"""What is said of a single cell: missing, unreadable, or at odds with its neighbours. Data only."""

from __future__ import annotations

from flows.workbook.complaints.patterns import Complaint, error, warning


def _missing(en: str, fr: str) -> Complaint:
    return error(("{header} {blank}.", en), ("« {header} » {blank}.", fr))


MISSING: dict[str, Complaint] = {
    "missing_organisation": _missing("Type the organisation’s name.", "Saisissez le nom de l’organisation."),
    "missing_actor": _missing("Type who said it.", "Saisissez qui l’a dit."),
    "missing_name": _missing("Type the organisation’s name.", "Saisissez le nom de l’organisation."),
    "missing_date": _missing("Type a date, such as 2020-06-10 or 10 June 2020.",
                             "Saisissez une date, par exemple 2020-06-10 ou 10 juin 2020."),
    "missing_kind": _missing("Type one of: {allowed}.", "Saisissez l’une de ces valeurs : {allowed}."),
    "missing_outcome": _missing("Type one of: {allowed}.", "Saisissez l’une de ces valeurs : {allowed}."),
    "missing_summary": _missing("Say in 25 words at most what happened.",
                                "Dites en 25 mots au plus ce qui s’est passé."),
    "missing_question": _missing("Type the question.", "Saisissez la question."),
    "missing_about": _missing('Type the id of the announcement it is about, or fill "{column}".',
                              "Saisissez l’identifiant de l’annonce visée, ou remplissez « {column} »."),
    "missing_target": _missing("Type of whom it is asked: one organisation, or SECTOR.",
                               "Saisissez à qui s’adresse la demande : une organisation, ou SECTOR."),
    "missing_demand": _missing("Type the id of the demand, such as R001.1.",
                               "Saisissez l’identifiant de la demande, par exemple R001.1."),
}  # fmt: skip

DAYS: dict[str, Complaint] = {
    "ambiguous_date": error(
        ('{header} says "{found}", which is {either} or {or_else}.', "Type {iso} or {in_words}.{hint}"),
        ("« {header} » indique « {found} », soit le {either}, soit le {or_else}.",
         "Saisissez {iso} ou {in_words}.{hint}"),
    ),
    "impossible_date": error(
        ('{header} says "{found}", a day that is in no calendar.',
         "Type the date as 2020-06-10 or 10 June 2020."),
        ("« {header} » indique « {found} », un jour qui n’existe pas.",
         "Saisissez la date sous la forme 2020-06-10 ou 10 juin 2020."),
    ),
    "serial_date": error(
        ('{header} says "{found}", a bare number that Excel would show as {offered}.',
         "If that is the day, type {iso}."),
        ("« {header} » indique « {found} », un nombre seul qu’Excel afficherait comme le {offered}.",
         "Si c’est bien ce jour, saisissez {iso}."),
    ),
    "not_a_date": error(
        ('{header} says "{found}", which cannot be read as a date.',
         "{guess}Type a day, a month or a year, such as 2022-03-31, March 2022 or 2022."),
        ("« {header} » indique « {found} », qui ne se lit pas comme une date.",
         "{guess}Saisissez un jour, un mois ou une année : 2022-03-31, mars 2022 ou 2022."),
    ),
    "not_a_duration": warning(
        ('{header} says "{found}", which is not a length of time.',
         "{guess}Type it as 1 year, 12 months or 90 days."),
        ("« {header} » indique « {found} », qui n’est pas une durée.",
         "{guess}Saisissez par exemple 1 an, 12 mois ou 90 jours."),
    ),
    "ends_before_start": warning(
        ("{header} says {ends}, which is before the start on {starts}.", "Check both dates."),
        ("« {header} » indique {ends}, date antérieure au début ({starts}).", "Vérifiez les deux dates."),
    ),
    "fixed_without_end": warning(
        ("{column} says that there is an end, but {header} is blank.",
         'Type the last day, or fill "{other}".'),
        ("« {column} » annonce une fin, mais « {header} » est vide.",
         "Saisissez le dernier jour, ou remplissez « {other} »."),
    ),
    "end_without_fixed": warning(
        ('{header} says "{found}", but "{column}" does not say that the term is fixed.',
         'Type "{fixed}" in "{column}", or clear {header}.'),
        ("« {header} » indique « {found} », mais « {column} » n’indique pas une durée déterminée.",
         "Saisissez « {fixed} » dans « {column} », ou videz « {header} »."),
    ),
    "condition_without_words": warning(
        ("{column} says that it waits for something, but {header} is blank.",
         "Type what it waits for, in the source’s words."),
        ("« {column} » annonce une condition, mais « {header} » est vide.",
         "Saisissez le fait attendu, dans les mots de la source."),
    ),
}  # fmt: skip

VALUES: dict[str, Complaint] = {
    "kind_of_row_only": error(
        ('{header} says "{found}", which tells what the row is, and not what kind of act.',
         "Type one of these instead, which tells both: {allowed}."),
        ("« {header} » indique « {found} », qui dit ce qu’est la ligne, et non la nature de l’acte.",
         "Saisissez plutôt l’une de ces valeurs, qui dit les deux : {allowed}."),
    ),
    "unknown_kind": error(
        ('{header} says "{found}", which is not on its list.', "{guess}Type one of: {allowed}."),
        ("« {header} » indique « {found} », qui n’est pas dans sa liste.",
         "{guess}Saisissez l’une de ces valeurs : {allowed}."),
    ),
    "unknown_choice": warning(
        ('{header} says "{found}", which is not on its list; it counts as blank.',
         "{guess}Type one of: {allowed}."),
        ("« {header} » indique « {found} », qui n’est pas dans sa liste ; la cellule compte comme vide.",
         "{guess}Saisissez l’une de ces valeurs : {allowed}."),
    ),
    "one_value_only": warning(
        ('{header} says "{found}", but only one value may stand there; it counts as blank.',
         "Keep one of them: {entries}."),
        ("« {header} » indique « {found} », mais une seule valeur peut y figurer ; la cellule compte "
         "comme vide.",
         "Gardez-en une seule : {entries}."),
    ),
    "values_run_together": warning(
        ('{header} says "{found}", several values with no ; between them; none of them counts.',
         "Type {entries}."),
        ("« {header} » indique « {found} », plusieurs valeurs sans ; entre elles ; aucune ne compte.",
         "Saisissez {entries}."),
    ),
    "one_name_only": warning(
        ('{header} says "{found}", but only one organisation may stand there: it counts as one name.',
         "Give each organisation a row of its own."),
        ("« {header} » indique « {found} », mais une seule organisation peut y figurer : le tout compte "
         "comme un seul nom.",
         "Donnez à chaque organisation sa propre ligne."),
    ),
    "unknown_language": warning(
        ('{header} says "{found}", which is not a language we know; it counts as blank.',
         "{guess}Type two letters: en, fr, de …"),
        ("« {header} » indique « {found} », qui n’est pas une langue reconnue ; la cellule compte "
         "comme vide.",
         "{guess}Saisissez deux lettres : en, fr, de…"),
    ),
    "not_a_number": warning(
        ('{header} says "{found}", which is not a whole number; it counts as blank.',
         "{guess}Type a whole number, such as 90."),
        ("« {header} » indique « {found} », qui n’est pas un nombre entier ; la cellule compte comme vide.",
         "{guess}Saisissez un nombre entier, par exemple 90."),
    ),
    "error_cell": warning(
        ("{header} shows an Excel error, {found}; it counts as blank.", "Type the value itself."),
        ("« {header} » affiche une erreur d’Excel, {found} ; la cellule compte comme vide.",
         "Saisissez la valeur elle-même."),
    ),
    "formula_without_value": warning(
        ("{header} holds a formula that was never worked out; it counts as blank.",
         "Open the workbook in Excel and save it, or type the value itself."),
        ("« {header} » contient une formule qui n’a jamais été calculée ; la cellule compte comme vide.",
         "Ouvrez le classeur dans Excel et enregistrez-le, ou saisissez la valeur elle-même."),
    ),
    "struck_cell": warning(
        ("{header} is struck through, so it counts as blank.",
         "Clear the cell, or remove the strike-through."),
        ("« {header} » est barré : la cellule compte comme vide.",
         "Videz la cellule, ou enlevez le barré."),
    ),
    "partly_struck": warning(
        ('Part of {header} is struck through; only the rest is read: "{left}".',
         "Delete the struck words, or remove the strike-through."),
        ("Une partie de « {header} » est barrée ; seul le reste est lu : « {left} ».",
         "Supprimez les mots barrés, ou enlevez le barré."),
    ),
    "near_name": warning(
        ('{header} says "{found}". Did you mean "{expected}"?',
         "Type {expected} if it is the same; otherwise add {found} to {sheet}."),
        ("« {header} » indique « {found} ». Vouliez-vous dire « {expected} » ?",
         "Saisissez {expected} si c’est le même organisme ; sinon, ajoutez {found} à {sheet}."),
    ),
    "alias_twice": warning(
        ('{header} gives "{found}", as {others} does too, so it is not read as another name.',
         "Keep it under one organisation only."),
        ("« {header} » donne « {found} », comme {others} : il n’est donc pas lu comme un autre nom.",
         "Gardez-le pour une seule organisation."),
    ),
}  # fmt: skip

TEXTS: dict[str, Complaint] = {
    "unprintable_character": warning(
        ("{header} contains {letters}, which the briefing’s typefaces lack: the page prints {numbers} "
         "instead.",
         "Use words instead, or the same in Latin letters."),
        ("« {header} » contient {letters}, que les polices de la note n’ont pas : la page imprimera "
         "{numbers} à la place.",
         "Mettez des mots à la place, ou la même chose en lettres latines."),
    ),
    "too_long": warning(
        ("{header} has {count} words; there is room for 25.", "Shorten it to 25 words."),
        ("« {header} » compte {count} mots ; il y a place pour 25.", "Ramenez le texte à 25 mots."),
    ),
    "very_long": warning(
        ("{header} has {count} characters, far more than a page can hold well.",
         "Keep the essential words, and give the rest as a source."),
        ("« {header} » compte {count} caractères, bien plus qu’une page n’en supporte.",
         "Gardez l’essentiel, et donnez le reste en source."),
    ),
    "outer_marks": warning(
        ("{header} begins and ends with quotation marks.",
         "Take these two marks out: the briefing sets its own."),
        ("« {header} » commence et finit par des guillemets.",
         "Enlevez ces deux guillemets : la note met les siens."),
    ),
    "quote_without_speaker": warning(
        ('{header} is blank, though "{column}" is filled: the quote cannot be printed.',
         "Type who said it: name and role on that day."),
        ("« {header} » est vide, alors que la colonne « {column} » est remplie : la citation ne peut pas "
         "être imprimée.",
         "Saisissez qui l’a dit : nom et fonction ce jour-là."),
    ),
    "quote_without_role": warning(
        ('{header} says "{found}", a name without a role: "{column}" cannot be printed.',
         "Type after the name, behind a comma, the role on that day."),
        ("« {header} » indique « {found} », un nom sans fonction : ce qui est sous « {column} » ne peut "
         "pas être imprimé.",
         "Saisissez après le nom, derrière une virgule, la fonction ce jour-là."),
    ),
    "quote_without_day": warning(
        ('{header} says "{found}", which is not a day: "{column}" cannot be printed.',
         "Type the day on which it was said, such as 2020-06-10."),
        ("« {header} » indique « {found} », qui n’est pas un jour : ce qui est sous « {column} » ne peut "
         "pas être imprimé.",
         "Saisissez le jour où cela a été dit, par exemple 2020-06-10."),
    ),
    "quote_without_language": warning(
        ('{header} is blank, though "{column}" is filled.', "Type the language of the quote: en, fr …"),
        ("« {header} » est vide, alors que la colonne « {column} » est remplie.",
         "Saisissez la langue de la citation : en, fr…"),
    ),
    "translation_without_translator": warning(
        ('{header} is blank, though "{column}" is filled: nobody can tell whose translation it is.',
         "Type team: and initials, publisher: and a name, or official."),
        ("« {header} » est vide, alors que la colonne « {column} » est remplie : on ne sait pas de qui "
         "est la traduction.",
         "Saisissez « équipe : » suivi d’initiales, « éditeur : » suivi d’un nom, ou « officielle »."),
    ),
    "unknown_translator": warning(
        ('{header} says "{found}", which does not tell who translated: the team, a publisher, an authority '
         "or a machine.",
         "Type team: and initials, publisher: and a name, official, or machine."),
        ("« {header} » indique « {found} », ce qui ne dit pas qui a traduit : l’équipe, un éditeur, "
         "une autorité ou une machine.",
         "Saisissez « équipe : » suivi d’initiales, « éditeur : » suivi d’un nom, « officielle » "
         "ou « automatique »."),
    ),
    "machine_translation": warning(
        ('{header} says "{found}": such a translation is never printed as a quote.',
         "Have somebody translate the original, and type team: and their initials."),
        ("« {header} » indique « {found} » : une telle traduction n’est jamais imprimée comme citation.",
         "Faites traduire l’original par quelqu’un, et saisissez « équipe : » suivi de ses initiales."),
    ),
}  # fmt: skip

RULES = MISSING | DAYS | VALUES | TEXTS
