"""Every sentence of the page of complaints, English beside French; the workbook's language chooses."""

from __future__ import annotations

from flows.document.wording.dates import number, of_both

# kind -> (English, French), with the same blanks; `french` puts in the no-break spaces.
SENTENCES = {
    "skip": ("Skip to the list", "Aller à la liste"),
    "for_the_team": ("For the team only. Not to be sent on.", "Pour l’équipe seulement. À ne pas diffuser."),
    "title": ("To fix in {workbook}", "À corriger dans {workbook}"),
    "title_alone": ("To fix in the workbook", "À corriger dans le classeur"),
    "as_of": ("Situation on {day}", "Situation au {day}"),
    "contents": ("On this page", "Sur cette page"),
    # how much there is
    "errors": ("to put right", "à corriger"),
    "errors_mean": (
        "The row is set aside until it is put right: the briefing does not use it.",
        "La ligne est mise de côté en attendant : le document ne l’utilise pas.",
    ),
    "warnings": ("to look at", "à vérifier"),
    "warnings_mean": (
        "The row is used, and the briefing tells the doubt.",
        "La ligne est utilisée, et le document signale le doute.",
    ),
    "nothing": (
        "Nothing to put right and nothing to look at: every row can be used.",
        "Rien à corriger, rien à vérifier : toutes les lignes sont utilisables.",
    ),
    # what comes of it
    "final": (
        "An edition as of this day is final: nothing holds it back.",
        "À cette date, l’édition est définitive : rien ne la retient.",
    ),
    "draft": (
        "An edition as of this day stays a draft, because:",
        "À cette date, l’édition reste à l’état de projet, parce que :",
    ),
    # against the edition before
    "trend": (
        "Since the edition as of {day} ({edition}): {new} new, {settled} settled, {remaining} still there.",
        "Depuis l’édition au {day} ({edition}) – nouveaux : {new}, réglés : {settled}, toujours là : "
        "{remaining}.",
    ),
    "trend_none": (
        "No earlier edition of this workbook to compare with.",
        "Aucune édition antérieure de ce classeur à laquelle comparer.",
    ),
    "new": ("new", "nouveau"),
    "settled": ("Settled since", "Réglé depuis"),
    "settled_unseen": (
        "What stood there is out of sight by now.",
        "Ce qui s’y trouvait n’est plus visible.",
    ),
    # the list
    "list": ("To fix, sheet by sheet", "À corriger, feuille par feuille"),
    "counts": ("{errors} to put right, {warnings} to look at", "{errors} à corriger, {warnings} à vérifier"),
    "none": ("nothing", "rien"),
    "col_cell": ("Cell", "Cellule"),
    "col_found": ("What stands there", "Ce qui s’y trouve"),
    "col_wrong": ("What is wrong", "Ce qui ne va pas"),
    "col_fix": ("What to do", "Que faire"),
    "error": ("To put right", "À corriger"),
    "warning": ("To look at", "À vérifier"),
    "blank": ("blank", "vide"),
    "row": ("row {row}", "ligne {row}"),
    "whole_sheet": ("the whole sheet", "toute la feuille"),
    "more": (
        "{count} more, of which this page has no room: problems.json lists all.",
        "{count} de plus, que cette page ne peut pas montrer : problems.json les donne tous.",
    ),
    # what the team has decided
    "decided": ("Decided by the team", "Décidé par l’équipe"),
    "decided_mean": (
        "Not listed above, and not counted: each comes back once what stands in its cell changes.",
        "Ces remarques ne figurent pas ci-dessus et ne sont pas comptées ; chacune reviendra si le contenu "
        "de sa cellule change.",
    ),
    "decided_why": ("Why:", "Motif :"),
    "unused": ("Decisions that fit nothing now", "Décisions qui ne correspondent plus à rien"),
    "unused_mean": (
        "What they are about was changed, put right, or is gone. They may stay, or go.",
        "Ce qu’elles visaient a été modifié ou corrigé, ou n’est plus là. Elles peuvent rester, ou partir.",
    ),
    "unused_back": ("The complaint is back at {place}.", "La remarque est revenue en {place}."),
    "decided_more": ("{count} more stand on the sheet.", "La feuille en contient encore {count}."),
    # read otherwise than typed
    "corrected": ("Corrected automatically", "Corrigé automatiquement"),
    "corrected_means": (
        "Read otherwise than typed, without harm to the meaning; the workbook itself is as it was. Nothing "
        "has to be done, unless one of these is not what was meant.",
        "Lu autrement que saisi, sans que le sens en souffre ; le classeur, lui, est resté tel quel. "
        "Rien à faire, sauf si l’une de ces lectures n’est pas la bonne.",
    ),
    "corrected_none": (
        "Nothing: every cell is read as it was typed.",
        "Rien : chaque cellule est lue telle qu’elle a été saisie.",
    ),
    "col_before": ("Typed", "Saisi"),
    "col_after": ("Read as", "Lu"),
    "corrected_all": ("All {count}", "Voir les {count}"),
    "kind_organisation_name": (
        "Names, spelt as the workbook spells them elsewhere",
        "Noms, écrits comme ailleurs dans le classeur",
    ),
    "kind_id_written_out": ("Ids, written as A001", "Identifiants, écrits comme A001"),
    "kind_source_written_out": (
        "Sources, read as an id or as an address",
        "Sources, lues comme un identifiant ou une adresse",
    ),
    "kind_link_behind": (
        "Addresses, taken from the link behind the words",
        "Adresses, prises dans le lien derrière le texte",
    ),
    "kind_marks_around": (
        "Addresses, without the marks around them",
        "Adresses, sans les signes qui les entourent",
    ),
    "kind_time_left_out": ("Dates, without the time of day", "Dates, sans l’heure"),
    "kind_unprintable_characters": (
        "Characters nobody sees, left out",
        "Caractères invisibles, laissés de côté",
    ),
    "kind_partly_struck": ("Words struck through, left out", "Mots barrés, laissés de côté"),
    "kind_other": ("Read otherwise than typed", "Lu autrement que saisi"),
    # the team's own columns
    "strangers": ("Columns not known", "Colonnes inconnues"),
    "strangers_mean": (
        "Kept in the workbook, never read and never printed. Should one be a column of the briefing, "
        "give it that column’s name.",
        "Conservées dans le classeur, jamais lues ni imprimées. Si l’une d’elles est une colonne du "
        "document, donnez-lui le nom de cette colonne.",
    ),
    # next best rows
    "next": ("Next best rows", "Les lignes à compléter d’abord"),
    "next_means": (
        "Blank cells whose filling would unlock most of the briefing, those that unlock most first. Where "
        "somebody has looked and the source does not say, “unspecified” is an answer too.",
        "Les cellules vides qui, une fois remplies, débloqueraient le plus du document, les plus utiles en "
        "tête. Si quelqu’un a cherché et que la source n’en dit rien, « non précisé » est "
        "aussi une réponse.",
    ),
    "next_none": (
        "None: no blank cell holds anything of the briefing back.",
        "Aucune : aucune cellule vide ne retient quoi que ce soit du document.",
    ),
    "col_type": ("What to type", "Que saisir"),
    "col_unlocks": ("What it unlocks", "Ce qu’elle débloque"),
    "col_entered": ("Row entered by", "Ligne saisie par"),
    "nobody": ("not noted", "non noté"),
    "of_row": ("row of {id}", "ligne de {id}"),
    "values": ("Values: {values}.", "Valeurs : {values}."),
    "twin_en": ("The same in English.", "La même chose en anglais."),
    "twin_fr": ("The same in French.", "La même chose en français."),
    "columns": ("Columns worth adding", "Colonnes à ajouter"),
    "columns_mean": (
        "The workbook does not have these columns yet. Add the header behind the others; the order does not "
        "matter.",
        "Le classeur n’a pas encore ces colonnes. Ajoutez l’en-tête à la suite des autres ; l’ordre est "
        "indifférent.",
    ),
    "col_column": ("Column", "Colonne"),
}


def say(kind: str, language: str, /, **blanks: object) -> str:
    """The sentence of that kind, its blanks filled: numbers with their thousands set apart."""
    return both(SENTENCES[kind], language, **blanks)


def both(pair: tuple[str, str], language: str, /, **blanks: object) -> str:
    """The same for a pair of patterns that stands elsewhere."""
    filled = {
        name: number(value, language) if isinstance(value, int) else value for name, value in blanks.items()
    }
    return of_both(pair, language).format(**filled)
