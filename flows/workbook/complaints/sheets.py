"""What is said of sheets, headers and columns. Data only."""

from __future__ import annotations

from flows.workbook.complaints.patterns import Complaint, error, warning

RULES: dict[str, Complaint] = {
    "missing_sheet": error(
        ('There is no sheet "{expected}".', "Add it, or give that name to the sheet that holds these rows."),
        ("Il n’y a pas de feuille « {expected} ».",
         "Ajoutez-la, ou donnez ce nom à la feuille qui contient ces lignes."),
    ),
    "misspelt_sheet": warning(
        ('The sheet "{found}" is not one we know. Did you mean "{expected}"?',
         'Rename it "{expected}": until then it is not read.'),
        ("La feuille « {found} » n’est pas reconnue. Vouliez-vous dire « {expected} » ?",
         "Renommez-la « {expected} » : d’ici là, elle n’est pas lue."),
    ),
    "unknown_sheet": warning(
        ('The sheet "{found}" is not read, though its headers look like those of "{expected}".',
         '{how} if it holds such rows; if it holds rows of several kinds, say of each in a '
         'column "kind" what it is: announcement, reaction, question, source, context. Otherwise put _ '
         "before its name."),
        ("La feuille « {found} » n’est pas lue, alors que ses en-têtes ressemblent à ceux "
         "de « {expected} ».",
         "{how} si elle contient de telles lignes ; si elle en contient de plusieurs "
         "sortes, dites pour chacune dans une colonne « nature » ce qu’elle est : annonce, réaction, "
         "question, source, contexte. Sinon, mettez _ devant son nom."),
    ),
    "hidden_sheet": warning(
        ('The sheet "{found}" is hidden, so it is not read.',
         "Unhide it (right-click on any tab, Unhide), or put _ before its name."),
        ("La feuille « {found} » est masquée : elle n’est pas lue.",
         "Affichez-la (clic droit sur un onglet, Afficher), ou mettez _ devant son nom."),
    ),
    "two_sheets": error(
        ('The sheets "{other}" and "{found}" are for the same rows; only "{other}" is read.',
         'Move the rows of "{found}" to "{other}", or put _ before its name.'),
        ("Les feuilles « {other} » et « {found} » servent aux mêmes lignes ; seule « {other} » est lue.",
         "Déplacez les lignes de « {found} » dans « {other} », ou mettez _ devant son nom."),
    ),
    "beyond_reach": error(
        ("Something stands in {address}, so far from the other cells that it was not read.",
         "Move it next to the other rows, or clear it."),
        ("La cellule {address} est remplie, mais si loin des autres qu’elle n’a pas été lue.",
         "Rapprochez-la des autres lignes, ou videz-la."),
    ),
    "no_header": error(
        ("No line of headers was found in the first {rows} rows.",
         "Put these headers on one line: {expected}."),
        ("Aucune ligne d’en-têtes n’a été trouvée dans les {rows} premières lignes.",
         "Écrivez ces en-têtes sur une même ligne : {expected}."),
    ),
    "missing_column": error(
        ('There is no column "{expected}".',
         "{how}"),
        ("Il n’y a pas de colonne « {expected} ».",
         "{how}"),
    ),
    "missing_source_column": warning(
        ('There is no column "{expected}": no row has a source, so none counts in the findings.',
         "{how}"),
        ("Il n’y a pas de colonne « {expected} » : aucune ligne n’a de source, donc aucune ne compte "
         "dans les constats.",
         "{how}"),
    ),
    "misspelt_header": warning(
        ('The header "{found}" is not one we know. Did you mean "{expected}"?',
         'Type "{expected}": until then the column is not read.'),
        ("L’en-tête « {found} » n’est pas reconnu. Vouliez-vous dire « {expected} » ?",
         "Écrivez « {expected} » : d’ici là, la colonne n’est pas lue."),
    ),
    "same_header": error(
        ('"{found}" means the same as "{other}" in {place}; only {place} is read.',
         "Keep one of the two columns, or rename this one."),
        ("« {found} » a le même sens que « {other} » en {place} ; seule la colonne {place} est lue.",
         "Gardez une seule des deux colonnes, ou renommez celle-ci."),
    ),
    "typed_status": warning(
        ('The column "{found}" holds a status typed by hand; it is not read, since the status is worked out '
         "for the date of each edition.",
         "Nothing to type: keep the column for yourselves, or delete it."),
        ("La colonne « {found} » contient un statut saisi à la main ; elle n’est pas lue, car le statut est "
         "calculé à la date de chaque édition.",
         "Rien à saisir : gardez cette colonne pour vous, ou supprimez-la."),
    ),
    "unknown_row_kind": error(
        ("Nothing tells what row {row} is: {header} {saying}.",
         "Type one of these in {header}: {kinds}; or an id with its letter, such as A001."),
        ("Rien ne dit ce qu’est la ligne {row} : « {header} » {saying}.",
         "Saisissez dans « {header} » l’un de ces mots : {kinds} ; ou un identifiant avec sa lettre, comme "
         "A001."),
    ),
    "cell_of_other_kind": warning(
        ('This row is one of "{this}", and the column {header} belongs to rows of "{that}": the cell is not '
         "read.",
         'Clear it, or type "{that}" where the row says what it is.'),
        ("Cette ligne est de nature « {this} », et la colonne « {header} » concerne les lignes de nature "
         "« {that} » : la cellule n’est pas lue.",
         "Videz-la, ou saisissez « {that} » là où la ligne dit ce qu’elle est."),
    ),
    "hidden_column": warning(
        ("The column {header} is hidden, so its cells count as blank.",
         "Unhide the column, or delete it."),
        ("La colonne « {header} » est masquée : ses cellules comptent comme vides.",
         "Affichez la colonne, ou supprimez-la."),
    ),
}  # fmt: skip
