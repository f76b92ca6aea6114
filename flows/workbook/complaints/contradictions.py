"""What is said of cells that other cells, or other rows, speak against. Data only."""

from __future__ import annotations

from flows.workbook.complaints.patterns import Complaint, warning

RULES: dict[str, Complaint] = {
    "published_another_day": warning(
        ('{header} says "{found}", but {id} came out on {day}, and the row is dated {other}.',
         "Correct one of the two days, or type another basis."),
        ("« {header} » indique « {found} », mais {id} est parue le {day}, et la ligne est datée du {other}.",
         "Corrigez l’une des deux dates, ou saisissez une autre base."),
    ),
    "none_and_more": warning(
        ('{header} says "{found}": none, and something all the same.',
         "Keep the one that holds: none alone, or the exceptions without it."),
        ("« {header} » indique « {found} » : aucune, et pourtant quelque chose.",
         "Gardez ce qui est vrai : « aucune » seule, ou les exceptions sans elle."),
    ),
    "end_against_relation": warning(
        ('{header} says {day}, but "{column}" says "{relation}", and {id} ends on {other}.',
         'Correct the day, or what "{column}" says.'),
        ("« {header} » indique {day}, mais « {column} » indique « {relation} », et {id} prend fin : "
         "{other}.",
         "Corrigez la date, ou la valeur de « {column} »."),
    ),
    "no_sum": warning(
        ('{header} says "{found}", which is no sum of money: it would be printed as it stands.',
         'Type the sum in figures, such as 250000, and what it is counted in under "{column}".'),
        ("« {header} » indique « {found} », qui n’est pas une somme d’argent : ce serait imprimé tel quel.",
         "Saisissez la somme en chiffres, par exemple 250000, et son unité dans « {column} »."),
    ),
    "amount_of_another_size": warning(
        ('{header} says "{found}", but "{column}" speaks of {other}.',
         "Correct whichever of the two is wrong: {header}, or {place}."),
        ("« {header} » indique « {found} », mais « {column} » parle de {other}.",
         "Corrigez celui des deux montants qui est faux : « {header} », ou {place}."),
    ),
    "length_against_words": warning(
        ('{header} says "{found}", but "{column}" speaks of "{other}".',
         "Correct whichever of the two is wrong: {header}, or {place}."),
        ("« {header} » indique « {found} », mais « {column} » parle de « {other} ».",
         "Corrigez celle des deux cellules qui est fausse : « {header} », ou {place}."),
    ),
    "sum_below_one": warning(
        ('{header} says "{found}", less than one ("{column}": {currency}).',
         "Type the sum in full, such as 250000; if it is a share of something, say so in the summary."),
        ("« {header} » indique « {found} », moins d’une unité (« {column} » : {currency}).",
         "Saisissez la somme en entier, par exemple 250000 ; si c’est une part, dites-le dans le résumé."),
    ),
    "currency_twice": warning(
        ('{header} says "{found}", which names its currency, and so does "{column}" ({currency}): the page '
         "would print both.",
         'Type the sum alone here, such as 250000; its currency stands in "{column}".'),
        ("« {header} » indique « {found} », avec sa devise, et « {column} » l’indique aussi ({currency}) : "
         "les deux seraient imprimées.",
         "Saisissez ici la somme seule, par exemple 250000 ; sa devise est dans « {column} »."),
    ),
    "source_before_act": warning(
        ('{header} says {day}, weeks after what "{column}" names came out ({id}: {other}). Did you '
         "mean {meant}?",
         "Type {offered}; or, if the day is right, name the page that tells of it."),
        ("« {header} » indique {day}, des semaines après la parution de ce que nomme « {column} » ({id} : "
         "{other}). Vouliez-vous dire {meant} ?",
         "Saisissez {offered} ; ou, si la date est juste, citez la page qui en parle."),
    ),
    "welcomes_and_asks": warning(
        ('{header} says "{found}", and {id} asks something of {target} all the same.',
         'Type "{other}" if it asks to go further; otherwise leave it.'),
        ("« {header} » indique « {found} », et {id} demande pourtant quelque chose à {target}.",
         "Saisissez « {other} » si c’est pour aller plus loin ; sinon, laissez-la."),
    ),
    "archive_of_another": warning(
        ('{header} says "{found}", a copy of a page of {site}: "{column}" names no page there.',
         "Type the address of the copy of this page, or clear the cell."),
        ("« {header} » indique « {found} », copie d’une page de {site} : « {column} » n’en nomme aucune.",
         "Saisissez l’adresse de la copie de cette page-ci, ou videz la cellule."),
    ),
    "quote_of_two": warning(
        ('{header} says "{found}", the very words of {id} ({place}), spoken there by {speaker}.',
         "Clear it if the row was copied; if both said it, leave it."),
        ("« {header} » indique « {found} », mot pour mot la citation de {id} ({place}), où parle « "
         "{speaker} ».",
         "Videz-la si la ligne a été copiée ; si les deux l’ont dit, laissez-la."),
    ),
    "part_by_another": warning(
        ('{header} says "{found}", but {id}, the statement that the row is a part of, is by {other}.',
         "Clear the cell if it is the same statement; of another one, give the row an id of its own, "
         "without a point."),
        ("« {header} » indique « {found} », mais {id}, la déclaration dont la ligne fait partie, émane de "
         "{other}.",
         "Videz la cellule si c’est la même déclaration ; sinon, donnez à la ligne un identifiant à elle, "
         "sans point."),
    ),
    "unknown_currency": warning(
        ('{header} says "{found}", which is no currency that we know.',
         "{guess}Type its code of three letters, such as USD or EUR."),
        ("« {header} » indique « {found} », qui n’est pas une devise connue.",
         "{guess}Saisissez son code à trois lettres, par exemple USD ou EUR."),
    ),
    "previous_of_another": warning(
        ('{header} says "{found}", a row of {other}, but this one is of {own}.',
         'Type the id of a row of {own}, or {other} under "{column}"; if one took over from the other, tie '
         "them on the sheet of organisations."),
        ("« {header} » indique « {found} », une ligne de « {other} », alors que celle-ci est de « {own} ».",
         "Saisissez l’identifiant d’une ligne de « {own} », ou « {other} » dans « {column} » ; si l’une a "
         "succédé à l’autre, reliez-les dans la feuille des organisations."),
    ),
    "successor_of_another": warning(
        ('{header} says "{found}", but {id}, which the row goes on with, is of {other}.',
         'See whether {header} stands in its own row: a column sorted alone does not. If it does, type '
         '{other}, or in "{column}" the id of a row of {found}; if one took over from the other, tie them '
         "on the sheet of organisations."),
        ("« {header} » indique « {found} », mais {id}, que la ligne poursuit, est de « {other} ».",
         "Voyez si « {header} » est bien dans sa ligne : une colonne triée seule n’y est plus. Si oui, "
         "saisissez {other}, ou dans « {column} » l’identifiant d’une ligne de « {found} » ; si l’une a "
         "succédé à l’autre, reliez-les dans la feuille des organisations."),
    ),
    "speaker_of_another": warning(
        ('{header} says "{found}", so the one who speaks is of {other}, but "{column}" says "{name}".',
         'Check whether both stand in the right row; correct the speaker, or "{column}".'),
        ("D’après « {header} » (« {found} »), la personne parle pour « {other} », mais « {column} » indique "
         "« {name} ».",
         "Vérifiez que les deux sont sur la bonne ligne ; corrigez le locuteur, ou « {column} »."),
    ),
    "person_for_body": warning(
        ('{header} says "{found}", who is the speaker in {place}.',
         'Is it a person? Type the body here and the person in "{column}"; or add {found} to the sheet of '
         "organisations."),
        ("« {header} » indique « {found} », qui est le locuteur en {place}.",
         "Est-ce une personne ? Saisissez ici l’organisme et la personne dans « {column} » ; ou ajoutez "
         "{found} à la feuille des organisations."),
    ),
    "speaker_and_role_swapped": warning(
        ('{header} says "{found}", which reads as a role, and "{column}" says "{other}", which reads as a '
         "name.",
         'Type the name in {header} and the role in "{column}".'),
        ("« {header} » indique « {found} », qui se lit comme une fonction, et « {column} » indique "
         "« {other} », qui se lit comme un nom.",
         "Saisissez le nom dans « {header} » et la fonction dans « {column} »."),
    ),
    "about_counted_up": warning(
        ('{header} says "{found}", one more than in the row above: was {first} dragged down, and counted up?',
         "Type {first} if it is what the row is about, as {base} is; otherwise leave it."),
        ("« {header} » indique « {found} », un de plus que la ligne du dessus : {first} a-t-il été recopié "
         "vers le bas, et incrémenté ?",
         "Saisissez {first} si la ligne porte dessus, comme {base} ; sinon, laissez tel quel."),
    ),
    "address_counted_up": warning(
        ('{header} says "{found}", one more than in the row above, of the same title and day: was {place} '
         "dragged down, and counted up?",
         "Open the address; type the one that leads to this source."),
        ("« {header} » indique « {found} », un de plus que la ligne du dessus, de même titre et de même "
         "date : {place} a-t-elle été recopiée vers le bas, et incrémentée ?",
         "Ouvrez l’adresse ; saisissez celle qui mène à cette source."),
    ),
    "archive_is_source": warning(
        ('{header} says "{found}", the page itself ("{column}"): once it is gone, so is the copy.',
         "Have the page archived and type the address of the copy, or clear the cell."),
        ("« {header} » indique « {found} », c’est-à-dire la page elle-même (« {column} ») : le jour où elle "
         "disparaît, la copie disparaît avec elle.",
         "Faites archiver la page et saisissez l’adresse de la copie, ou videz la cellule."),
    ),
    "named_twice": warning(
        ("{header} names {name} more than once: it counts once.",
         "If another was meant, type that one; if not, leave it there once: {entries}."),
        ("« {header} » nomme {name} plus d’une fois : cela ne compte qu’une fois.",
         "Si vous pensiez à un autre, saisissez-le ; sinon, ne le laissez qu’une fois : {entries}."),
    ),
    "demand_of_itself": warning(
        ('{header} says "{found}", which is the one who makes the demand ("{column}").',
         "Type of whom it is asked, or SECTOR where it names nobody."),
        ("« {header} » indique « {found} », c’est-à-dire l’auteur même de la demande (« {column} »).",
         "Saisissez à qui la demande s’adresse, ou SECTOR si elle ne nomme personne."),
    ),
    "only_yes": warning(
        ('{header} says "{found}", which does not say {what}.', "{remedy}"),
        ("« {header} » indique « {found} », ce qui ne dit pas {what}.", "{remedy}"),
    ),
    "spelt_otherwise": warning(
        ('{header} says "{name}", but other rows say "{expected}" ({place}). Are they the same?',
         "If so, spell it {expected}; if not, leave it."),
        ("« {header} » indique « {name} », mais d’autres lignes indiquent « {expected} » ({place}). "
         "Est-ce le même nom ?",
         "Si oui, écrivez {expected} ; sinon, laissez tel quel."),
    ),
}  # fmt: skip

UNSAID: dict[str, tuple[dict[str, str], dict[str, str]]] = {
    "disputed": (
        {"en": "on what the sources contradict each other",
         "fr": "sur quoi les sources se contredisent"},
        {"en": "Type on what, such as: the date; clear the cell if they agree.",
         "fr": "Saisissez sur quoi, par exemple : la date ; videz la cellule si elles s’accordent."},
    ),
    "archive": (
        {"en": "where the copy is", "fr": "où se trouve la copie"},
        {"en": "Type its address, or the name of the file and its date; clear the cell if there is none.",
         "fr": "Saisissez son adresse, ou le nom du fichier et sa date ; videz-la s’il n’y en a pas."},
    ),
    "file": (
        {"en": "which file it is", "fr": "de quel fichier il s’agit"},
        {"en": "Type its name; clear the cell if you keep none.",
         "fr": "Saisissez son nom ; videz la cellule si vous n’en conservez pas."},
    ),
}  # fmt: skip
"""What a cell that holds only yes or no leaves out, and what to type, by its column."""
