"""What is said of the sheet of settings. Data only."""

from __future__ import annotations

from flows.workbook.complaints.patterns import Complaint, warning

HOLDS = {
    "script": {"en": "a script", "fr": "un script"},
    "link": {"en": "a link to something outside it", "fr": "un lien vers l’extérieur"},
    "entity": {"en": "entities of its own", "fr": "des entités"},
    "picture": {"en": "a picture inside the drawing", "fr": "une image dans le dessin"},
    "text": {"en": "text that hangs on a typeface", "fr": "du texte qui dépend d’une police"},
    "movement": {"en": "movement", "fr": "une animation"},
    "many": {"en": "far more shapes than a logo needs", "fr": "bien plus de formes qu’un logo n’en demande"},
    "other": {"en": "more than plain shapes", "fr": "autre chose que de simples formes"},
}
"""What an SVG may not hold, as it is spoken of."""

WITHOUT = "the page goes on without a logo"
SANS = "la page se passe de logo"

LOGOS: dict[str, Complaint] = {
    "logo_elsewhere": warning(
        ('{header} says "{found}", which is not the name of a file beside the workbook; ' + f"{WITHOUT}.",
         "Put the file into the workbook’s folder and type its name alone, such as logo.png."),
        ("« {header} » indique « {found} », qui n’est pas le nom d’un fichier à côté du classeur ; "
         f"{SANS}.",
         "Mettez le fichier dans le dossier du classeur et saisissez son seul nom, par exemple logo.png."),
    ),
    "logo_missing": warning(
        ('{header} says "{found}", but no such file lies beside the workbook; ' + f"{WITHOUT}.",
         "{guess}Put the file into the workbook’s folder, or correct its name."),
        (f"« {{header}} » indique « {{found}} », mais ce fichier n’est pas à côté du classeur ; {SANS}.",
         "{guess}Mettez le fichier dans le dossier du classeur, ou corrigez son nom."),
    ),
    "logo_unreadable": warning(
        ('{header} says "{found}", a file that cannot be opened; ' + f"{WITHOUT}.",
         "Let us read it, or put a copy in its place."),
        (f"« {{header}} » indique « {{found}} », un fichier qui ne s’ouvre pas ; {SANS}.",
         "Autorisez sa lecture, ou remplacez-le par une copie."),
    ),
    "logo_too_large": warning(
        ('{header} says "{found}", a file of more than {most}; ' + f"{WITHOUT}.",
         "Save a smaller one: 400 pixels of height suffice."),
        (f"« {{header}} » indique « {{found}} », un fichier de plus de {{most}} ; {SANS}.",
         "Enregistrez-en un plus petit : 400 pixels de haut suffisent."),
    ),
    "logo_of_too_many_pixels": warning(
        ('{header} says "{found}", a picture of more than {most} pixels a side; ' + f"{WITHOUT}.",
         "Save a smaller one: 400 pixels of height suffice."),
        (f"« {{header}} » indique « {{found}} », une image de plus de {{most}} pixels de côté ; {SANS}.",
         "Enregistrez-en une plus petite : 400 pixels de haut suffisent."),
    ),
    "logo_of_no_kind": warning(
        ('{header} says "{found}", which is neither a PNG, a JPEG nor an SVG, whatever its name; '
         f"{WITHOUT}.",
         "Open the logo in a drawing program and save it as a PNG."),
        ("« {header} » indique « {found} », qui n’est ni un PNG, ni un JPEG, ni un SVG, quel que soit "
         f"son nom ; {SANS}.",
         "Ouvrez le logo dans un logiciel de dessin et enregistrez-le en PNG."),
    ),
    "logo_broken": warning(
        ('{header} says "{found}", a picture that cannot be read to its end; ' + f"{WITHOUT}.",
         "Save it anew as a PNG."),
        (f"« {{header}} » indique « {{found}} », une image qui ne se lit pas jusqu’au bout ; {SANS}.",
         "Enregistrez-la de nouveau, en PNG."),
    ),
    "logo_of_no_shape": warning(
        ('{header} says "{found}", a picture without a size, or far too long and thin; ' + f"{WITHOUT}.",
         "Cut it so that it is at most twelve times as wide as it is tall."),
        (f"« {{header}} » indique « {{found}} », une image sans dimensions, ou bien trop allongée ; {SANS}.",
         "Recadrez-la : au plus douze fois plus large que haute."),
    ),
    "logo_holds": warning(
        ('{header} says "{found}", an SVG that holds {holds}; ' + f"{WITHOUT}.",
         "Save it as a plain SVG with its text as outlines, or as a PNG."),
        (f"« {{header}} » indique « {{found}} », un SVG qui contient {{holds}} ; {SANS}.",
         "Enregistrez-le en SVG simple, textes vectorisés, ou en PNG."),
    ),
}  # fmt: skip

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
        ("Row {row} is hidden or struck through, so it changes nothing.",
         "Show it and remove the strike-through, or delete it."),
        ("La ligne {row} est masquée ou barrée : elle ne change rien.",
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
    "unknown_section": warning(
        ('{header} names "{entry}", which is no section of the full extent; it changes nothing.',
         "{guess}Type one of: {allowed}; with a semicolon between two."),
        ("« {header} » nomme « {entry} », qui n’est pas une section de l’édition complète ; cela ne change "
         "rien.",
         "{guess}Saisissez l’un de ces noms : {allowed} ; séparez-les d’un point-virgule."),
    ),
    "never_hidden": warning(
        ('{header} says "{found}", but {named} is always printed: trust in the rest hangs on it.',
         "Take it out of the list."),
        ("« {header} » indique « {found} », mais {named} s’imprime toujours : la confiance dans le reste en "
         "dépend.",
         "Retirez ce nom de la liste."),
    ),
    "long_heading": warning(
        ("{header} has {count} characters, more than the head of a page has room for; the section keeps its "
         "usual heading.",
         "Shorten it to {most} characters."),
        ("« {header} » compte {count} caractères, plus que n’en tient le haut d’une page ; la section garde "
         "son titre habituel.",
         "Ramenez-le à {most} caractères."),
    ),
    "extra_of_no_sheet": warning(
        ('{header} names "{entry}", which does not begin with a sheet whose columns may be printed.',
         "Type the sheet ({sheets}), a colon and the column’s header: announcements: Internal ref."),
        ("« {header} » nomme « {entry} », qui ne commence pas par une feuille dont les colonnes peuvent être "
         "imprimées.",
         "Saisissez la feuille ({sheets}), deux-points et l’en-tête de la colonne : annonces : Réf. "
         "interne."),
    ),
    "extra_not_there": warning(
        ('{header} names "{entry}", but {tab} has no column of that name; nothing is printed for it.',
         "{guess}Type the header as it stands in the sheet."),
        ("« {header} » nomme « {entry} », mais {tab} n’a pas de colonne de ce nom ; rien n’est imprimé pour "
         "elle.",
         "{guess}Saisissez l’en-tête tel qu’il figure dans la feuille."),
    ),
    "extra_printed": warning(
        ('{header} names "{entry}", a column that has its own place on the page already.',
         "Take it out of the list."),
        ("« {header} » nomme « {entry} », une colonne qui a déjà sa place dans la note.",
         "Retirez-la de la liste."),
    ),
    "extra_unprinted": warning(
        ('{header} names "{entry}", a column that is kept unprinted.',
         "Take it out of the list; what may be read by all goes into a column of its own."),
        ("« {header} » nomme « {entry} », une colonne qui n’est jamais imprimée.",
         "Retirez-la de la liste ; ce que tous peuvent lire va dans une colonne à part."),
    ),
    "long_footer": warning(
        ("{header} has {count} characters, more than the foot of a page has room for: it is printed once, "
         "under Method.",
         "Shorten it to {most} characters."),
        ("« {header} » compte {count} caractères, plus que n’en tient le bas d’une page : le texte est "
         "imprimé une fois, sous « Méthode ».",
         "Ramenez-le à {most} caractères."),
    ),
    **LOGOS,
}  # fmt: skip
