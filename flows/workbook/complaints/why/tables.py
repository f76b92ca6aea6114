"""Why sheets, headers and columns are looked at. Data only."""

from __future__ import annotations

WHY = {
    "missing_sheet": (
        "Without it a whole part of the record would be lacking, and the page could not tell whether "
        "nobody said anything or nobody wrote it down.",
        "Sans elle, toute une partie du dossier manquerait, et la note ne saurait dire si personne n’a "
        "rien dit ou si personne ne l’a noté.",
    ),
    "misspelt_sheet": (
        "Its rows would be left out without a word, because the sheet is called by a name nobody looks for.",
        "Ses lignes seraient laissées de côté sans un mot, parce que la feuille porte un nom que personne"
        " ne cherche.",
    ),
    "unknown_sheet": (
        "It looks like rows of the record under another name: left unread, they would be missing from "
        "every page.",
        "Elle semble contenir des lignes du dossier sous un autre nom : non lues, elles manqueraient à "
        "toutes les pages.",
    ),
    "hidden_sheet": (
        "What is hidden is not meant to go out, so it is not read; where it was hidden by accident, its "
        "rows are missing.",
        "Ce qui est masqué n’est pas destiné à sortir : on ne le lit pas ; si c’est par mégarde, ses "
        "lignes manquent.",
    ),
    "two_sheets": (
        "Two sheets for the same rows would print some facts twice, or let an old copy win over the new one.",
        "Deux feuilles pour les mêmes lignes feraient imprimer des faits deux fois, ou primer une vieille"
        " copie sur la nouvelle.",
    ),
    "beyond_reach": (
        "A cell far from the others is mostly a leftover; where it is a row, it would be lost without "
        "anyone noticing.",
        "Une cellule loin des autres est le plus souvent un reste ; si c’est une ligne, elle se perdrait "
        "sans que personne le voie.",
    ),
    "no_header": (
        "Only the headers say what the columns are: without them no cell of the sheet means anything.",
        "Seuls les en-têtes disent ce que sont les colonnes : sans eux, aucune cellule de la feuille n’a "
        "de sens.",
    ),
    "missing_column": (
        "Every row of the sheet lacks something it cannot do without, so none of them can be printed.",
        "Toutes les lignes de la feuille manquent d’un élément indispensable : aucune ne peut être imprimée.",
    ),
    "missing_source_column": (
        "A statement nobody can look up is in no key point, no matrix and no quote: here that goes for "
        "every row.",
        "Une affirmation que nul ne peut vérifier n’entre dans aucun point essentiel, aucune matrice, "
        "aucune citation : ici, c’est le cas de toutes les lignes.",
    ),
    "misspelt_header": (
        "One letter wrong, and the whole column would count as one of your own: never read, never printed.",
        "Une lettre fausse, et toute la colonne passerait pour une des vôtres : jamais lue, jamais imprimée.",
    ),
    "same_header": (
        "Two columns for one thing may differ from row to row, and nothing tells which of them is right.",
        "Deux colonnes pour une même chose peuvent différer d’une ligne à l’autre, et rien ne dit "
        "laquelle a raison.",
    ),
    "typed_status": (
        "A status typed by hand is true on one day only; the page works it out for its own date instead.",
        "Un statut saisi à la main n’est vrai qu’un jour ; la note le calcule pour sa propre date.",
    ),
    "hidden_column": (
        "What is hidden never goes out, so the column counts as blank, also where its cells are needed.",
        "Ce qui est masqué ne sort jamais : la colonne compte comme vide, même là où ses cellules sont "
        "nécessaires.",
    ),
    "header_row": (
        "Headers pasted along with rows would be taken for one more act, by an organisation called "
        "“organisation”.",
        "Des en-têtes collés avec les lignes passeraient pour un acte de plus, d’une organisation nommée "
        "« organisation ».",
    ),
    "headers_on_two_rows": (
        "Headers are looked for on one line: a column whose header stands lower is not read at all.",
        "Les en-têtes sont cherchés sur une seule ligne : une colonne dont l’en-tête est plus bas n’est "
        "pas lue du tout.",
    ),
    "column_without_header": (
        "What stands below no header could be anything, so it is read as nothing, though somebody typed "
        "it for a reason.",
        "Ce qui n’est sous aucun en-tête pourrait être n’importe quoi : on n’en lit rien, alors que "
        "quelqu’un l’a saisi.",
    ),
    "merged_cells": (
        "On the screen the value seems to hold for all rows of the area; in the file only the first has "
        "it, and the others are blank.",
        "À l’écran, la valeur semble valoir pour toute la zone ; dans le fichier, seule la première "
        "cellule l’a, et les autres sont vides.",
    ),
    "total_row": (
        "A total printed as an act would count everything twice.",
        "Un total imprimé comme un acte compterait tout deux fois.",
    ),
    "stray_row": (
        "A note typed below the table would be taken for a row that has lost all its cells but one.",
        "Une note saisie sous le tableau passerait pour une ligne qui a perdu toutes ses cellules sauf une.",
    ),
    "hidden_row": (
        "What is hidden never goes out; where that was an accident, a fact is missing from the page.",
        "Ce qui est masqué ne sort jamais ; si c’est par mégarde, un fait manque à la note.",
    ),
    "filtered_row": (
        "A filter left on when the file was saved hides rows, and what is hidden never goes out.",
        "Un filtre resté actif à l’enregistrement masque des lignes, et ce qui est masqué ne sort jamais.",
    ),
    "struck_row": (
        "Struck through, it looks withdrawn; but without a reason no reader of the next edition learns "
        "why it is gone.",
        "Barrée, elle semble retirée ; mais sans motif, aucun lecteur de l’édition suivante n’apprendra "
        "pourquoi elle a disparu.",
    ),
}
