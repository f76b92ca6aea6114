"""What is said of the sheet of recipients, which never repeats a name or an address. Data only.

What was typed is given as `people.hint` leaves it, its first letter and of an address the domain: a complaint
goes into problems.json, a run's log and Prefect's page, the sheet's words into none of them.
"""

from __future__ import annotations

from flows.workbook.complaints.patterns import Complaint, error, warning

NOBODY = "nobody is written to from this row"
PERSONNE = "personne ne recevra la note au titre de cette ligne"

FAULTS = {
    "break": {"en": "it goes over several lines", "fr": "elle tient sur plusieurs lignes"},
    "unseen": {"en": "it holds a character that nobody sees", "fr": "elle contient un caractère invisible"},
    "marks": {"en": "it holds brackets, quotation marks, a colon or a backslash",
              "fr": "elle contient des chevrons, des parenthèses, des guillemets, un deux-points "
                    "ou une barre oblique inversée"},
    "comma": {"en": "it holds a comma or a semicolon", "fr": "elle contient une virgule ou un point-virgule"},
    "space": {"en": "there is a space in it", "fr": "elle contient une espace"},
    "no_at": {"en": "it has no @", "fr": "elle n’a pas de @"},
    "two_at": {"en": "it has more than one @", "fr": "elle a plus d’un @"},
    "letters": {"en": "not all mail servers take the letters before its @",
                "fr": "certains serveurs de messagerie refusent les lettres placées avant son @"},
    "before": {"en": "what stands before its @ cannot stand there",
               "fr": "ce qui précède son @ n’y est pas admis"},
    "behind": {"en": "what follows its @ is not the name of a domain",
               "fr": "ce qui suit son @ n’est pas un nom de domaine"},
    "scripts": {"en": "its domain mixes letters of two alphabets that look alike",
                "fr": "son domaine mêle des lettres de deux alphabets qui se ressemblent"},
    "long": {"en": "it is longer than mail servers take",
             "fr": "elle est plus longue que ne l’admettent les serveurs de messagerie"},
}  # fmt: skip
"""What is wrong with an address, as it is spoken of."""

RULES: dict[str, Complaint] = {
    "recipient_without_address": error(
        ("{header} {blank}: " + f"{NOBODY}.",
         "Type one address, such as name@example.org, or delete the row."),
        (f"« {{header}} » {{blank}} : {PERSONNE}.",
         "Saisissez une adresse, par exemple nom@example.org, ou supprimez la ligne."),
    ),
    "unusable_address": error(
        ('{header} says "{found}", which is no address that mail reaches: {fault}; ' + f"{NOBODY}.",
         "Type one address alone, such as name@example.org."),
        (f"« {{header}} » indique « {{found}} », une adresse inutilisable : {{fault}} ; {PERSONNE}.",
         "Saisissez une adresse seule, par exemple nom@example.org."),
    ),
    "several_addresses": error(
        ("{header} holds several addresses, but only one may stand there; " + f"{NOBODY}.",
         "Give each address a row of its own."),
        (f"« {{header}} » contient plusieurs adresses, mais une seule peut y figurer ; {PERSONNE}.",
         "Donnez à chaque adresse sa propre ligne."),
    ),
    "address_twice": error(
        ('{header} says "{found}", the same address as {others}: only that row is used.',
         "Delete one of the two rows."),
        ("« {header} » indique « {found} », la même adresse que {others} : seule cette autre ligne est "
         "utilisée.",
         "Supprimez l’une des deux lignes."),
    ),
    "address_switched_off": error(
        ('{header} says "{found}", the same address as {others}, where it is switched off; ' + f"{NOBODY}.",
         'Delete the row that no longer holds, or type {no} in "{column}" of this one too.'),
        (f"« {{header}} » indique « {{found}} », la même adresse que {{others}}, où elle est désactivée ; "
         f"{PERSONNE}.",
         "Supprimez la ligne qui ne vaut plus, ou saisissez {no} dans « {column} » ici aussi."),
    ),
    "unknown_switch": error(
        ("{header} says neither yes nor no: until it does, " + f"{NOBODY}.",
         "Type yes or no; a blank cell counts as yes."),
        (f"« {{header}} » n’indique ni oui ni non : d’ici là, {PERSONNE}.",
         "Saisissez oui ou non ; une cellule vide vaut oui."),
    ),
    "unread_switch": error(
        ("The column {header} is not read, so nobody can tell who is switched off: until it is, nobody at "
         "all is written to.",
         'Unhide the column and head it "{column}", once on the sheet; or delete it.'),
        ("La colonne « {header} » n’est pas lue : on ne peut pas savoir qui est désactivé. D’ici là, "
         "personne ne recevra la note.",
         "Affichez la colonne sous l’en-tête « {column} », une seule fois sur la feuille, ou supprimez-la."),
    ),
    "unknown_edition_language": warning(
        ("{header} names no language that the briefing is made in; it counts as blank, which means the "
         "edition’s first language.",
         "Type en or fr, or clear the cell."),
        ("« {header} » n’indique aucune langue dans laquelle la note existe ; la cellule compte comme vide, "
         "ce qui donne la première langue de l’édition.",
         "Saisissez fr ou en, ou videz la cellule."),
    ),
    "several_groups": warning(
        ("{header} holds several entries, but a row belongs to one group: they count as the name of one.",
         "Keep one group."),
        ("« {header} » contient plusieurs entrées, mais une ligne n’appartient qu’à un groupe : elles "
         "comptent comme un seul nom.",
         "Gardez un seul groupe."),
    ),
    "unknown_topic": warning(
        ('{header} says "{found}", an organisation that the record does not name: nothing comes of it until '
         "it does.",
         "{guess}Type names as the record has them, with ; between, or all."),
        ("« {header} » indique « {found} », une organisation que le dossier ne nomme pas : d’ici là, "
         "ce sujet ne donne rien.",
         "{guess}Saisissez des noms tels que dans le dossier, séparés par ;, ou toutes."),
    ),
}  # fmt: skip
