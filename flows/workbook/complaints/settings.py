"""What is said of the sheet of settings. Data only."""

from __future__ import annotations

from flows.workbook.complaints.patterns import Complaint, warning

RULES: dict[str, Complaint] = {
    "unknown_setting": warning(
        ('{header} says "{found}", which is not a setting we know; it changes nothing.',
         "{guess}Type one of: {allowed}."),
        ("« {header} » indique « {found} », qui n’est pas un réglage connu ; il ne change rien.",
         "{guess}Saisissez l’un de ces noms : {allowed}."),
    ),
    "setting_without_name": warning(
        ("{header} {blank}, so the value beside it changes nothing.",
         "Type one of these names, or delete the row: {allowed}."),
        ("« {header} » {blank} : la valeur d’à côté ne change rien.",
         "Saisissez l’un de ces noms, ou supprimez la ligne : {allowed}."),
    ),
    "setting_without_value": warning(
        ('{header} {blank}, so "{name}" changes nothing.', "Type a value, or delete the row."),
        ("« {header} » {blank} : « {name} » ne change rien.", "Saisissez une valeur, ou supprimez la ligne."),
    ),
    "setting_twice": warning(
        ('{header} says "{found}", like {others}; only that later row counts.',
         "Keep one of these rows."),
        ("« {header} » indique « {found} », comme {others} ; seule cette dernière ligne compte.",
         "Gardez une seule de ces lignes."),
    ),
    "setting_set_aside": warning(
        ('The row of "{found}" is hidden or struck through, so it changes nothing.',
         "Show it and remove the strike-through, or delete it."),
        ("La ligne de « {found} » est masquée ou barrée : elle ne change rien.",
         "Affichez-la et enlevez le barré, ou supprimez-la."),
    ),
    "number_too_large": warning(
        ('{header} says "{found}", which is more than {most}; it counts as blank.',
         "Type a whole number up to {most}."),
        ("« {header} » indique « {found} », soit plus de {most} ; la cellule compte comme vide.",
         "Saisissez un nombre entier, {most} au plus."),
    ),
    "unknown_colour": warning(
        ('{header} says "{found}", which is not a colour we know; the page keeps its own.',
         "{guess}Type # and six digits or letters from a to f, such as #1F4E79, or one of: {allowed}."),
        ("« {header} » indique « {found} », qui n’est pas une couleur connue ; la page garde la sienne.",
         "{guess}Saisissez # et six chiffres ou lettres de a à f, par exemple #1F4E79, ou l’un de ces noms : "
         "{allowed}."),
    ),
    "unknown_paper": warning(
        ('{header} says "{found}", which is not a paper we know; the page stays A4.',
         "{guess}Type one of: {allowed}."),
        ("« {header} » indique « {found} », qui n’est pas un papier connu ; la page reste en A4.",
         "{guess}Saisissez l’un de ces noms : {allowed}."),
    ),
    "long_footer": warning(
        ("{header} has {count} characters, more than the foot of a page has room for: it is printed once, "
         "under Method.",
         "Shorten it to {most} characters."),
        ("« {header} » compte {count} caractères, plus que n’en tient le bas d’une page : le texte est "
         "imprimé une fois, sous « Méthode ».",
         "Ramenez-le à {most} caractères."),
    ),
}  # fmt: skip
