"""What is said of the sheet of decisions. Data only.

Neither the reason nor who decided is ever repeated.
"""

from __future__ import annotations

from flows.workbook.complaints.patterns import Complaint, error, warning

NAMES = {
    "organisation": {"en": "no organisation of the organisations sheet",
                     "fr": "aucune organisation de la feuille des organisations"},
    "column": {"en": "no column of that sheet", "fr": "aucune colonne de cette feuille"},
    "sheet": {"en": "no sheet of the record", "fr": "aucune feuille du dossier"},
    "value": {"en": "no value of that list", "fr": "aucune valeur de cette liste"},
}  # fmt: skip
"""What a reading does not name, as it is spoken of."""

TYPED = {
    "organisation": {"en": "Type a name as that sheet has it", "fr": "Saisissez un nom tel qu’il y figure"},
    "column": {"en": "Type the header as that sheet should have it",
               "fr": "Saisissez l’en-tête attendu sur cette feuille"},
    "sheet": {"en": "Type the name of a sheet, such as {example}",
              "fr": "Saisissez le nom d’une feuille, par exemple {example}"},
    "value": {"en": "Type one of: {allowed}", "fr": "Saisissez l’une de ces valeurs : {allowed}"},
}  # fmt: skip
"""What to type instead."""

UNUSED = "this decision does not count"
SANS_EFFET = "cette décision ne compte pas"

RULES: dict[str, Complaint] = {
    "decision_without_rule": error(
        ("{header} {blank}, so nobody can tell which complaint is meant: " + f"{UNUSED}.",
         "Type the rule’s name, such as near_name (the list is in inputs/README.md), or delete the row."),
        (f"« {{header}} » {{blank}} : on ne sait pas de quelle remarque il s’agit, et {SANS_EFFET}.",
         "Saisissez le nom de la règle, par exemple near_name (liste dans inputs/README.md), ou supprimez "
         "la ligne."),
    ),
    "decision_of_no_rule": error(
        ('{header} says "{found}", which is not a rule of the check: ' + f"{UNUSED}.",
         "{guess}Type the rule’s name, such as near_name (the list is in inputs/README.md)."),
        (f"« {{header}} » indique « {{found}} », qui n’est pas une règle du contrôle : {SANS_EFFET}.",
         "{guess}Saisissez le nom de la règle, par exemple near_name (liste dans inputs/README.md)."),
    ),
    "decision_on_error": error(
        ('{header} says "{found}", but what it is about is an error, and an error is never waved through.',
         "{instead}"),
        ("« {header} » indique « {found} », mais il s’agit d’une erreur, et une erreur ne s’écarte jamais "
         "par décision.",
         "{instead}"),
    ),
    "decision_out_of_reach": error(
        ('{header} says "{found}", a complaint about who receives the briefing or about this very sheet: '
         "it cannot be waved through.",
         "Correct the cell that it names, and delete this row."),
        ("« {header} » indique « {found} », une remarque sur les destinataires ou sur cette feuille même : "
         "elle ne peut pas être écartée.",
         "Corrigez la cellule qu’elle désigne, et supprimez cette ligne."),
    ),
    "decision_without_reason": error(
        ("{header} {blank}: a decision without a reason does not count.",
         "Type why it may stay as it is, or what shows that it means this."),
        ("« {header} » {blank} : une décision sans motif ne compte pas.",
         "Saisissez pourquoi cela peut rester ainsi, ou ce qui montre que c’en est le sens."),
    ),
    "decision_of_nothing": error(
        ('Neither "{header}" nor "{column}" is filled, so nobody can tell which cell is meant: '
         f"{UNUSED}.",
         'Type in "{header}" what stands in the cell; where it is blank, type in "{column}" the id of its '
         "row, such as A003."),
        ("Ni « {header} » ni « {column} » n’est rempli : on ne sait pas de quelle cellule il s’agit, et "
         f"{SANS_EFFET}.",
         "Saisissez dans « {header} » ce qui figure dans la cellule ; si elle est vide, saisissez dans "
         "« {column} » l’identifiant de sa ligne, par exemple A003."),
    ),
    "decision_without_row": error(
        ("{header} {blank}, but {named} is about how a cell stands to the others of its row: the same "
         f"content elsewhere is another matter, so {UNUSED}.",
         "Type the id of the row, such as A003, or the name that its sheet goes by."),
        ("« {header} » {blank}, mais {named} concerne le rapport d’une cellule aux autres de sa ligne : "
         f"ailleurs, le même contenu peut poser une autre question, et {SANS_EFFET}.",
         "Saisissez l’identifiant de la ligne, par exemple A003, ou le nom qui la désigne sur sa feuille."),
    ),
    "decision_on_address": error(
        ('{header} says "{found}", an address, where another cell stands once rows are moved: '
         f"{UNUSED}.",
         "Type the id of the row, such as {example}, or the name that its sheet goes by."),
        ("« {header} » indique « {found} », une adresse, où une autre cellule se trouvera dès que des "
         f"lignes seront déplacées : {SANS_EFFET}.",
         "Saisissez l’identifiant de la ligne, par exemple {example}, ou le nom qui la désigne sur sa "
         "feuille."),
    ),
    "decision_everywhere": error(
        ('{header} says "{found}", but what is decided in "{column}" would hold everywhere, not in one row '
         f"alone: {UNUSED}.",
         "Clear {header} if it holds everywhere; otherwise delete this row and correct the cell itself."),
        ("« {header} » indique « {found} », mais ce qui est décidé dans « {column} » vaudrait partout, et "
         f"non sur cette seule ligne : {SANS_EFFET}.",
         "Videz « {header} » si cela vaut partout ; sinon, supprimez cette ligne et corrigez la cellule "
         "elle-même."),
    ),
    "decision_reads_nothing": error(
        ('{header} says "{found}", but a cell with the complaint {named} is not read otherwise by decision: '
         f"{UNUSED}.",
         "Correct the cell itself; or clear {header} if it is only not to be asked again."),
        ("« {header} » indique « {found} », mais une cellule que vise la remarque {named} ne se lit pas "
         f"autrement par décision : {SANS_EFFET}.",
         "Corrigez la cellule elle-même ; ou videz « {header} » s’il s’agit seulement de ne plus demander."),
    ),
    "decision_reads_unknown": error(
        ('{header} says "{found}", which is {nothing}: ' + f"{UNUSED}.", "{guess}{typed}."),
        (f"« {{header}} » indique « {{found}} », qui n’est {{nothing}} : {SANS_EFFET}.", "{guess}{typed}."),
    ),
    "decision_on_taken_name": error(
        ('{header} says "{found}", a name that the organisations sheet has for {other}: ' + f"{UNUSED}.",
         "Delete this row, or take the name out of that sheet first."),
        ("« {header} » indique « {found} », un nom que la feuille des organisations donne à « {other} » : "
         f"{SANS_EFFET}.",
         "Supprimez cette ligne, ou retirez d’abord ce nom de cette feuille."),
    ),
    "decisions_disagree": error(
        ('{header} says "{found}", but {others} decides the same otherwise: neither counts.',
         "Keep one of the two rows."),
        ("« {header} » indique « {found} », mais {others} en décide autrement : aucune des deux lignes "
         "ne compte.",
         "Gardez une seule de ces deux lignes."),
    ),
    "decision_set_aside": warning(
        ("Row {row} is hidden or struck through, so its decision does not count.",
         "Show it and remove the strike-through, or delete it."),
        ("La ligne {row} est masquée ou barrée : sa décision ne compte pas.",
         "Affichez-la et enlevez le barré, ou supprimez-la."),
    ),
}  # fmt: skip
