"""What is said of words that came over damaged, stand in the wrong cell, or twice. Data only."""

from __future__ import annotations

from flows.workbook.complaints.patterns import Complaint, error, warning

RULES: dict[str, Complaint] = {
    "mojibake": warning(
        ('{header} contains "{garbled}", letters that a program has misread.',
         'Type "{offered}" in their place.'),
        ("« {header} » contient « {garbled} », des lettres qu’un programme a mal lues.",
         "Saisissez « {offered} » à la place."),
    ),
    "lost_letter": warning(
        ('{header} says "{garbled}", where a letter was lost.', "Type the word anew, from the source."),
        ("« {header} » indique « {garbled} », où une lettre s’est perdue.",
         "Saisissez de nouveau ce mot, d’après la source."),
    ),
    "markup": warning(
        ('{header} contains "{garbled}", which is code of the page it was copied from: it would be printed '
         "as it stands.",
         "Keep the words alone, as a reader of the page saw them."),
        ("« {header} » contient « {garbled} », du code de la page d’où vient le texte : il serait imprimé "
         "tel quel.",
         "Ne gardez que les mots, tels que le lecteur de la page les a vus."),
    ),
    "note_to_self": warning(
        ('{header} contains "{garbled}", which reads as a note to yourselves: it would be printed as it '
         "stands.",
         "Settle it, or move the note to a column of your own or to a comment."),
        ("« {header} » contient « {garbled} », qui se lit comme une note entre vous : elle serait imprimée "
         "telle quelle.",
         "Tranchez, ou déplacez la note dans une colonne à vous ou dans un commentaire."),
    ),
    "split_word": warning(
        ('{header} contains "{garbled}", a word parted as at the end of a line: it would be printed in two.',
         'Type "{offered}" if it is one word, or close the gap behind the hyphen.'),
        ("« {header} » contient « {garbled} », un mot coupé comme en fin de ligne : il serait imprimé en "
         "deux.",
         "Saisissez « {offered} » si c’est un seul mot, ou supprimez l’espace après le trait d’union."),
    ),
    "cut_off": warning(
        ('{header} breaks off: it ends in "{garbled}".',
         "Finish the sentence, or shorten it to one that is whole."),
        ("« {header} » s’interrompt : le texte finit par « {garbled} ».",
         "Terminez la phrase, ou ramenez-la à une phrase entière."),
    ),
    "not_words": warning(
        ('{header} says "{found}", {what} where a sentence is expected.',
         "Say in words what happened; {found} goes into a column of its own."),
        ("« {header} » indique « {found} » : {what}, là où une phrase est attendue.",
         "Dites en une phrase ce qui s’est passé ; {found} va dans une colonne à part."),
    ),
    "speaker_in_quote": warning(
        ('{header} holds more than the words that were said: "{garbled}".',
         'Keep the words alone; who said them goes into "{column}".'),
        ("« {header} » contient plus que les mots prononcés : « {garbled} ».",
         "Ne gardez que ces mots ; qui les a dits va dans « {column} »."),
    ),
    "same_text": warning(
        ('{header} says the same as "{column}", in the same words.',
         "Put it into the other language, or clear {header}."),
        ("« {header} » dit la même chose que « {column} », dans les mêmes mots.",
         "Mettez-le dans l’autre langue, ou videz « {header} »."),
    ),
    "translation_for_quote": warning(
        ('{header} says the same as "{column}", in the same words, and "{other}" says "{code}".',
         "Type here the words as they were spoken; or clear {header}, and leave the translation."),
        ("« {header} » dit la même chose que « {column} », dans les mêmes mots, et « {other} » indique "
         "« {code} ».",
         "Saisissez ici les mots tels qu’ils ont été prononcés ; ou videz « {header} » et laissez la "
         "traduction."),
    ),
    "translation_like_quote": warning(
        ('{header} is in the language of "{column}", for most of their words are the same.',
         'Is the quote itself a translation? Then clear "{column}" and "{other}"; if not, put {header} into '
         "the other language."),
        ("« {header} » est dans la langue de « {column} » : leurs mots sont presque les mêmes.",
         "La citation est-elle elle-même une traduction ? Videz alors « {column} » et « {other} » ; sinon, "
         "mettez « {header} » dans l’autre langue."),
    ),
    "twin_of_other_language": warning(
        ("{header} is the column for {own}, but the text reads as {tongue}.",
         "Type the {own} text here, or clear the cell: without it the other text is printed, and marked."),
        ("« {header} » est la colonne du texte {own}, mais il se lit comme {tongue}.",
         "Saisissez ici le texte {own}, ou videz la cellule : l’autre texte est alors imprimé, et signalé."),
    ),
    "other_language": warning(
        ('{header} says "{found}", but the quote in {place} reads as {tongue}.',
         'Type {code} in {header} if it is; if the words are a translation, move them to "{column}".'),
        ("« {header} » indique « {found} », mais la citation en {place} se lit comme {tongue}.",
         "Saisissez {code} dans « {header} » si c’est le cas ; si ces mots sont une traduction, "
         "déplacez-les dans « {column} »."),
    ),
    "letters_of_two_alphabets": warning(
        ('{header} says "{word}", in which {letters} only look Latin: the same word typed in Latin letters '
         "is another one.",
         "Type it anew by hand: {offered}."),
        ("« {header} » indique « {word} », où {letters} n’ont que l’apparence de lettres latines : le même "
         "mot en lettres latines en est un autre.",
         "Saisissez-le de nouveau à la main : {offered}."),
    ),
    "not_a_name": error(
        ('{header} says "{found}", {what} where a name is expected.',
         "Type the name of the organisation or person; see whether the cells of this row have slipped "
         "sideways."),
        ("« {header} » indique « {found} » : {what}, là où un nom est attendu.",
         "Saisissez le nom de l’organisation ou de la personne ; voyez si les cellules de cette ligne "
         "se sont décalées."),
    ),
    "names_run_together": warning(
        ('{header} says "{found}", which looks like several names but counts as one.', "{remedy}"),
        ("« {header} » indique « {found} », sans doute plusieurs noms, mais le tout compte comme un seul.",
         "{remedy}"),
    ),
    "near_name_elsewhere": warning(
        ('{header} says "{found}", but other rows say "{expected}" ({place}). Are they the same?',
         "If so, type {expected}; if not, leave it."),
        ("« {header} » indique « {found} », mais d’autres lignes indiquent « {expected} » ({place}). "
         "Est-ce le même organisme ?",
         "Si oui, saisissez {expected} ; sinon, laissez-le."),
    ),
    "related_to_itself": warning(
        ("{header} names {id}, which is this very row.",
         "Name the body it belongs to, or clear the cell."),
        ("« {header} » nomme {id}, c’est-à-dire cette ligne même.",
         "Nommez l’organisme dont elle relève, ou videz la cellule."),
    ),
    "retired_unexplained": warning(
        ('{header} says "{found}": the row is withdrawn, but nobody can read why.',
         "Type why it is withdrawn, or clear the cell to keep the row."),
        ("« {header} » indique « {found} » : la ligne est retirée, mais personne ne peut lire pourquoi.",
         "Saisissez le motif du retrait, ou videz la cellule pour garder la ligne."),
    ),
}  # fmt: skip

REMEDIES = {
    "one": {"en": "Give each its own row: {entries}.", "fr": "Donnez à chacun sa propre ligne : {entries}."},
    "several": {"en": "Put ; between two of them: {entries}.",
                "fr": "Séparez-les par ; comme ceci : {entries}."},
}  # fmt: skip
"""What to do about names run together, in a cell for one name and in a cell for several."""

WHAT = {
    "address": {"en": "a web address", "fr": "une adresse web"},
    "mail": {"en": "a mail address", "fr": "une adresse électronique"},
    "day": {"en": "a date", "fr": "une date"},
    "number": {"en": "a number", "fr": "un nombre"},
    "id": {"en": "an id", "fr": "un identifiant"},
    "switch": {"en": "a yes or no", "fr": "un oui ou un non"},
}
"""What stands in a cell for words, as it is spoken of."""

TONGUES = {"en": {"en": "English", "fr": "de l’anglais"}, "fr": {"en": "French", "fr": "du français"}}
"""The languages a quote may turn out to be in."""

WRITTEN_IN = {"en": {"en": "English", "fr": "anglais"}, "fr": {"en": "French", "fr": "français"}}
"""The same as what a text is called that is written in one."""
