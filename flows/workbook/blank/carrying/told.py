"""Every sentence about what was not carried over as it stood, in English and French. Data only."""

from __future__ import annotations

# kind -> whether it asks for somebody's eye; (what, what to do) in English; the same in French.
SENTENCES: dict[str, tuple[bool, tuple[str, str], tuple[str, str]]] = {
    "unread_sheet": (
        True,
        ("This sheet is none of the record's, so what stands on it was not carried over.",
         "Copy by hand what you need of it, or keep the old workbook beside the new one."),
        ("Cette feuille ne fait pas partie du dossier : son contenu n’a pas été repris.",
         "Recopiez à la main ce dont vous avez besoin, ou gardez l’ancien classeur à côté du nouveau."),
    ),
    "like_sheet": (
        True,
        ("This sheet may be meant for {expected}, but it does not say so; it was not carried over.",
         "If it is, rename its tab {expected} in the old workbook and do this again."),
        ("Cette feuille est peut-être « {expected} », mais ne le dit pas ; elle n’a pas été reprise.",
         "Si c’est le cas, renommez son onglet {expected} dans l’ancien classeur et recommencez."),
    ),
    "hidden_sheet": (
        True,
        ("This sheet is hidden, so it was not carried over.",
         "To have it carried over, show it in the old workbook (right-click on any tab, Unhide) and do "
         "this again."),
        ("Cette feuille est masquée, elle n’a donc pas été reprise.",
         "Pour qu’elle le soit, affichez-la dans l’ancien classeur (clic droit sur un onglet, Afficher) et "
         "recommencez."),
    ),
    "second_sheet": (
        True,
        ("This is a second sheet for {expected}, after {other}; only that one was carried over.",
         "Put its rows below those of {other} in the old workbook and do this again."),
        ("C’est une seconde feuille pour {expected} : seule {other} a été reprise.",
         "Mettez ses lignes sous celles de {other} dans l’ancien classeur et recommencez."),
    ),
    "own_sheet": (
        True,
        ("The new workbook has a sheet of its own for this; the words of the old one were not carried over.",
         "Copy by hand what your team had added to it."),
        ("Le nouveau classeur a sa propre feuille pour cela ; les mots de l’ancienne n’ont pas été repris.",
         "Recopiez à la main ce que votre équipe y avait ajouté."),
    ),
    "no_headers": (
        True,
        ("No row at the top of this sheet holds headers that are known here, so nothing of it was carried "
         "over.",
         "Give the headers names from inputs/README.md in the old workbook, and do this again."),
        ("Aucune ligne du haut de cette feuille ne porte d’en-têtes connus ici ; rien n’en a été repris.",
         "Donnez aux en-têtes des noms de inputs/README.md dans l’ancien classeur, et recommencez."),
    ),
    "above": (
        True,
        ("This stands above the headers and was not carried over.",
         "Copy it by hand if you need it; the briefing’s title is set on the sheet {settings}."),
        ("Ceci se trouve au-dessus des en-têtes et n’a pas été repris.",
         "Recopiez-le à la main au besoin ; le titre de la note se règle sur la feuille {settings}."),
    ),
    "near_header": (
        True,
        ("This header is not known here; it may be meant for {expected}. Its column was kept to the right, "
         "as one of "
         "your own.",
         "If it is meant, move its cells under {expected} in the new workbook ({place})."),
        ("Cet en-tête n’est pas connu ici ; c’est peut-être « {expected} ». Sa colonne a été gardée à "
         "droite, parmi les vôtres.",
         "Si c’est le cas, déplacez ses cellules sous « {expected} » dans le nouveau classeur ({place})."),
    ),
    "second_header": (
        True,
        ("This is a second column for {expected}. It was kept to the right, as one of your own, under the "
         "header "
         "{title}.",
         "Put together in one cell what belongs together, or leave it there ({place})."),
        ("C’est une seconde colonne pour « {expected} ». Elle a été gardée à droite, parmi les vôtres, "
         "sous l’en-tête {title}.",
         "Réunissez dans une cellule ce qui va ensemble, ou laissez-la là ({place})."),
    ),
    "without_header": (
        True,
        ("This column has no header. It was kept to the right, as one of your own, under the header {title}.",
         "Give it the name it should have ({place})."),
        ("Cette colonne n’a pas d’en-tête. Elle a été gardée à droite, parmi les vôtres, sous l’en-tête "
         "{title}.",
         "Donnez-lui le nom qu’elle doit porter ({place})."),
    ),
    "own_column": (
        False,
        ("The record has no such column on this sheet. It was kept to the right, as one of your own.",
         "Nothing needs doing ({place})."),
        ("Le dossier n’a pas cette colonne sur cette feuille. Elle a été gardée à droite, parmi les vôtres.",
         "Il n’y a rien à faire ({place})."),
    ),
    "total_row": (
        True,
        ("This row holds totals, not an entry; it was not carried over.",
         "If it is an entry after all, copy it over by hand; the software does its own sums."),
        ("Cette ligne porte des totaux, ce n’est pas une entrée ; elle n’a pas été reprise.",
         "Si c’est tout de même une entrée, recopiez-la à la main ; le logiciel fait ses propres sommes."),
    ),
    "error_cell": (
        True,
        ("This cell shows an error of Excel’s; it was left blank in the new workbook.",
         "Type there what it should say ({place})."),
        ("Cette cellule affiche une erreur d’Excel ; elle est restée vide dans le nouveau classeur.",
         "Tapez-y ce qu’elle devrait dire ({place})."),
    ),
    "formula": (
        True,
        ("This formula was never calculated, so there is no value to carry over; the cell was left blank.",
         "Open the old workbook in Excel, save it and do this again; or type the value ({place})."),
        ("Cette formule n’a jamais été calculée : il n’y a pas de valeur à reprendre ; la cellule est "
         "restée vide.",
         "Ouvrez l’ancien classeur dans Excel, enregistrez-le et recommencez ; ou tapez la valeur "
         "({place})."),
    ),
    "moving_day": (
        True,
        ("This formula says another day each time the workbook is opened; the cell was left blank.",
         "Type the day itself ({place})."),
        ("Cette formule donne une autre date à chaque ouverture du classeur ; la cellule est restée vide.",
         "Saisissez la date elle-même ({place})."),
    ),
    "partly_struck": (
        True,
        ("Part of this cell is struck through; only the words left standing were carried over: {live}",
         "Nothing needs doing, unless the struck words should come back ({place})."),
        ("Une partie de cette cellule est barrée ; seuls les mots restants ont été repris : {live}",
         "Il n’y a rien à faire, sauf si les mots barrés doivent revenir ({place})."),
    ),
    "beyond": (
        True,
        ("From here on cells stand too far from the others to be read; they were not carried over.",
         "Move them up to the other rows in the old workbook, and do this again."),
        ("À partir d’ici, des cellules sont trop loin des autres pour être lues ; elles n’ont pas été "
         "reprises.",
         "Rapprochez-les des autres lignes dans l’ancien classeur, et recommencez."),
    ),
    "hidden_row": (
        False,
        ("This row is hidden. It was carried over and is hidden in the new workbook too.",
         "Show it there to have it read ({place})."),
        ("Cette ligne est masquée. Elle a été reprise et reste masquée dans le nouveau classeur.",
         "Affichez-la pour qu’elle soit lue ({place})."),
    ),
    "filtered_row": (
        False,
        ("A filter hides this row. It was carried over and is hidden in the new workbook too, without a "
         "filter.",
         "Show it there to have it read ({place})."),
        ("Un filtre masque cette ligne. Elle a été reprise et reste masquée dans le nouveau classeur, sans "
         "filtre.",
         "Affichez-la pour qu’elle soit lue ({place})."),
    ),
    "struck_row": (
        False,
        ("What names this row is struck through. The row was carried over, and the words are still struck.",
         "Take the line out to have it read, or give a reason under Retired ({place})."),
        ("Ce qui nomme cette ligne est barré. La ligne a été reprise, et les mots restent barrés.",
         "Enlevez le trait pour qu’elle soit lue, ou donnez un motif sous « Retiré » ({place})."),
    ),
    "hidden_column": (
        False,
        ("This column is hidden. It was carried over and is hidden in the new workbook too.",
         "Show it there to have it read ({place})."),
        ("Cette colonne est masquée. Elle a été reprise et reste masquée dans le nouveau classeur.",
         "Affichez-la pour qu’elle soit lue ({place})."),
    ),
    "taken_for": (
        False,
        ("This sheet was taken for {expected}, because of its headers.", "Look through {expected} in the "
                                                                         "new workbook."),
        ("Cette feuille a été prise pour « {expected} », d’après ses en-têtes.",
         "Parcourez « {expected} » dans le nouveau classeur."),
    ),
    "taken_apart": (
        False,
        ("Rows of several kinds stand on this sheet; these went to {expected}: {count}.",
         "Look through {expected} in the new workbook."),
        ("Cette feuille porte des lignes de plusieurs natures ; reprises dans « {expected} » : {count}.",
         "Parcourez « {expected} » dans le nouveau classeur."),
    ),
    "kind_unknown": (
        True,
        ("Nothing says of what kind this row is; it was put where it may not belong.",
         "Move it to the sheet where it belongs, or leave it there ({place})."),
        ("Rien ne dit de quelle nature est cette ligne ; sa place n’est peut-être pas la bonne.",
         "Déplacez-la sur la feuille qui convient, ou laissez-la là ({place})."),
    ),
    "meant_header": (
        False,
        ("This header was taken for {expected}.", "If it is not, move its cells elsewhere ({place})."),
        ("Cet en-tête a été pris pour « {expected} ».", "Si ce n’est pas le cas, déplacez ses cellules "
                                                        "({place})."),
    ),
    "numbered": (
        False,
        ("This sheet had no ids, so its rows were numbered from {first} to {last}, in their order.",
         "Keep them from now on: an id never changes ({place})."),
        ("Cette feuille n’avait pas d’identifiants ; ses lignes ont été numérotées de {first} à {last}, "
         "dans l’ordre.",
         "Gardez-les désormais : un identifiant ne change jamais ({place})."),
    ),
    "stays_behind": (
        False,
        ("Formulas were carried over as the values they had; cell notes, colours, pictures and charts were "
         "not.",
         "Keep the old workbook for those."),
        ("Les formules ont laissé place à leurs valeurs ; notes de cellule, couleurs, images et graphiques "
         "n’ont pas été repris.",
         "Gardez l’ancien classeur pour cela."),
    ),
}  # fmt: skip
