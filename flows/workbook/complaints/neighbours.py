"""What is said of cells that count only beside another one, which is blank. Data only."""

from __future__ import annotations

from flows.workbook.complaints.patterns import Complaint, error, warning

RULES: dict[str, Complaint] = {
    "demand_cells_without_demand": warning(
        ('{header} says "{found}", but {column} {blank}: nothing is asked, so nothing of it is used.',
         'Type in "{column}" what is asked, or clear {cells}.'),
        ("« {header} » indique « {found} », mais « {column} » {blank} : rien n’est demandé, et rien "
         "de cela n’est repris.",
         "Saisissez dans « {column} » ce qui est demandé, ou videz {cells}."),
    ),
    "quote_cells_without_quote": warning(
        ('{header} says "{found}", but neither "{column}" nor "{other}" is filled: there is no quote '
         "to print.",
         'Type the words in "{column}" or in "{other}", or clear {cells}.'),
        ("« {header} » indique « {found} », mais ni la colonne « {column} » ni la colonne « {other} » n’est "
         "remplie : il n’y a aucune citation à imprimer.",
         "Saisissez les mots dans « {column} » ou dans « {other} », ou videz {cells}."),
    ),
    "watch_cells_without_watch": warning(
        ('{header} says "{found}", but {column} {blank}: the organisation counts as not followed.',
         'Type yes or no in "{column}".'),
        ("« {header} » indique « {found} », mais « {column} » {blank} : l’organisation compte comme "
         "non suivie.",
         "Saisissez oui ou non dans « {column} »."),
    ),
    "currency_without_amount": warning(
        ('{header} says "{found}", but {column} {blank}: there is no sum to print.',
         'Type the sum in "{column}", or clear {cells}.'),
        ("« {header} » indique « {found} », mais « {column} » {blank} : il n’y a pas de somme à imprimer.",
         "Saisissez la somme dans « {column} », ou videz {cells}."),
    ),
    "amount_without_currency": warning(
        ('{header} {blank}, but "{column}" says "{amount}": the page would print a bare number.',
         "Type the currency, such as USD or EUR."),
        ("« {header} » {blank}, alors que « {column} » indique « {amount} » : la note imprimerait un nombre "
         "sans devise.",
         "Saisissez la devise, par exemple USD ou EUR."),
    ),
    "read_by_one_person": warning(
        ('{header} and "{column}" name the same person: nobody else has read the row again.',
         "Have another person read it and type their initials, or clear {header}."),
        ("« {header} » et « {column} » nomment la même personne : personne d’autre n’a relu la ligne.",
         "Faites relire la ligne par quelqu’un d’autre et saisissez ses initiales, ou videz « {header} »."),
    ),
    "response_without_demand": error(
        ("{header} says {id}, a row that asks for nothing: the response cannot be printed anywhere.",
         'Type the id of a demand, such as R001.1, or fill "{column}" in {place}.'),
        ("« {header} » indique {id}, une ligne qui ne demande rien : la réponse ne peut être imprimée "
         "nulle part.",
         "Saisissez l’identifiant d’une demande, par exemple R001.1, ou remplissez « {column} » en {place}."),
    ),
    "retired_without_reason": warning(
        ('{header} says "{found}", which is no reason to withdraw the row: it is used.',
         "Leave the cell blank, or type why the row is withdrawn."),
        ("« {header} » indique « {found} », ce qui n’est pas un motif de retrait : la ligne est utilisée.",
         "Laissez la cellule vide, ou saisissez pourquoi la ligne est retirée."),
    ),
    "dropped_without_reason": warning(
        ('{header} says "{found}" without a reason: the question stays open.',
         "Type the reason after a colon, such as {dropped}: no longer of use."),
        ("« {header} » indique « {found} » sans motif : la question reste ouverte.",
         "Saisissez le motif après deux-points, par exemple « {dropped} : sans objet »."),
    ),
    "note_beside_status": warning(
        ('{header} says "{found}", but what follows the colon is not printed: only a dropped question '
         "has a reason there.",
         'Type "{status}" alone, and the rest as a note.'),
        ("« {header} » indique « {found} », mais ce qui suit les deux-points n’est pas imprimé : seule une "
         "question abandonnée y porte un motif.",
         "Saisissez « {status} » seul, et le reste en note."),
    ),
    "answered_without_answer": warning(
        ('{header} says "{found}", but {column} {blank}: the question stays open.',
         'Type in "{column}" what was found, or type {open} in {header}.'),
        ("« {header} » indique « {found} », mais « {column} » {blank} : la question reste ouverte.",
         "Saisissez dans « {column} » ce qui a été trouvé, ou saisissez {open} dans « {header} »."),
    ),
    "ends_disagree": warning(
        ('{header} says {ends}, but "{column}" says "{length}", which counted from {starts} '
         "gives {computed}: the page prints both days, and the status is undetermined.",
         'Keep the one that the source gives: correct or clear {header} or "{column}".'),
        ("« {header} » indique {ends}, mais « {column} » indique « {length} » : compté depuis le début "
         "({starts}), le terme tombe à une autre date ({computed}). La page imprime les deux dates, et le "
         "statut reste indéterminé.",
         "Gardez celle que donne la source : corrigez ou videz « {header} » ou « {column} »."),
    ),
    "condition_without_term": warning(
        ('{header} says "{found}", but "{column}" does not say that the term waits for a condition.',
         'Type "{conditional}" in "{column}", or clear {header}.'),
        ("« {header} » indique « {found} », mais « {column} » n’annonce pas de condition.",
         "Saisissez « {conditional} » dans « {column} », ou videz « {header} »."),
    ),
}  # fmt: skip
