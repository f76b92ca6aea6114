"""What is said of how a table is built: headers low or lacking, merged cells, rows twice. Data only."""

from __future__ import annotations

from flows.workbook.complaints.patterns import Complaint, error, warning

RULES: dict[str, Complaint] = {
    "header_row": error(
        ("Row {row} repeats the headers; it is left out.", "Delete the row."),
        ("La ligne {row} répète les en-têtes ; elle est laissée de côté.", "Supprimez cette ligne."),
    ),
    "headers_on_two_rows": error(
        ('"{found}" is a header, but stands in row {row}, not in row {line} with the others: the column is '
         "not read.",
         "Type it in {place} instead, and delete row {row} once it holds nothing else."),
        ("« {found} » est un en-tête, mais il est en ligne {row}, et non en ligne {line} avec les autres : "
         "la colonne n’est pas lue.",
         "Écrivez-le plutôt en {place}, puis supprimez la ligne {row} quand elle ne contient rien d’autre."),
    ),
    "column_without_header": warning(
        ("There is no header here, so {unread}, from {place} on.",
         "Type the header of the column, or move what stands there out of the table."),
        ("Il n’y a pas d’en-tête ici : {unread}, à partir de {place}.",
         "Écrivez l’en-tête de la colonne, ou sortez du tableau ce qui s’y trouve."),
    ),
    "merged_cells": warning(
        ("The cells {area} are merged: only {place} counts, and the others are blank.",
         "Unmerge them (Home, Merge & Center), and type in each what holds for it."),
        ("Les cellules {area} sont fusionnées : seule {place} compte, les autres sont vides.",
         "Défusionnez-les (Accueil, Fusionner et centrer), puis saisissez dans chacune ce qui vaut "
         "pour elle."),
    ),
    "same_row_twice": warning(
        ("{id} says nearly the same as {other} ({place}): of the same body, of the same day.",
         "If both are the same fact, {withdraw}; otherwise say in the two what sets them apart."),
        ("{id} dit presque la même chose que {other} ({place}) : même organisme, même jour.",
         "Si c’est le même fait, {withdraw} ; sinon, dites dans les deux ce qui les distingue."),
    ),
    "same_source_twice": warning(
        ("{id} has the same title and the same address as {other} ({place}).",
         "Cite one of the two everywhere; for the other, {withdraw}."),
        ("{id} a le même titre et la même adresse que {other} ({place}).",
         "Citez partout l’une des deux ; pour l’autre, {withdraw}."),
    ),
    "same_address_twice": warning(
        ("{id} has the address of {other} ({place}), which has another title.",
         "If it is one page, cite one of the two everywhere; if not, type the address of each."),
        ("{id} a l’adresse de {other} ({place}), qui a un autre titre.",
         "S’il s’agit d’une même page, citez partout l’une des deux ; sinon, saisissez l’adresse de "
         "chacune."),
    ),
    "unknown_id_in_words": warning(
        ("{header} speaks of [{id}], which is not in the workbook.",
         "Type the id that is meant, or take it out."),
        ("« {header} » parle de [{id}], qui ne figure pas dans le classeur.",
         "Saisissez l’identifiant visé, ou retirez-le."),
    ),
    "ids_as_range": warning(
        ('{header} says "{found}", from one id to another, which is read as one id that does not exist.',
         "Type each of them: {entries}."),
        ("« {header} » indique « {found} », d’un identifiant à un autre, ce qui se lit comme un seul "
         "identifiant, inexistant.",
         "Saisissez-les tous : {entries}."),
    ),
}  # fmt: skip
