"""Every sentence the reading room says, English beside French; the page's language chooses."""

from __future__ import annotations

from flows.document.wording.dates import of_both

# kind -> (English, French), with the same blanks; `french` puts in the no-break spaces.
SENTENCES = {
    # on every page
    "room": ("Reading room", "Salle de lecture"),
    "skip": ("Skip to the content", "Aller au contenu"),
    "to_home": ("Workbooks and editions", "Classeurs et éditions"),
    "to_compare": ("Compare two editions", "Comparer deux éditions"),
    "to_prefect": ("Runs (Prefect)", "Exécutions (Prefect, en anglais)"),
    "in_other": ("Cette page en français", "This page in English"),
    # workbooks
    "workbooks": ("Workbooks", "Classeurs"),
    "no_workbook": (
        "There is no workbook yet. Add the first one below.",
        "Il n’y a pas encore de classeur. Ajoutez le premier ci-dessous.",
    ),
    "saved": ("Saved on {day} at {time}", "Enregistré le {day} à {time}"),
    "fine": ("Nothing to mend", "Rien à corriger"),
    "state": ("{errors} to put right, {doubts} to look at", "{errors} à corriger, {doubts} à vérifier"),
    "nothing": ("nothing", "rien"),
    "being_read": (
        "Still being read. Load this page again in a moment.",
        "Lecture en cours. Rechargez cette page dans un instant.",
    ),
    "unreadable": ("Cannot be read", "Illisible"),
    "to_put_right": ("What is to be put right", "Ce qui est à corriger"),
    "see_check": ("See its check", "Voir sa vérification"),
    "make": ("Make an edition", "Produire une édition (page en anglais)"),
    "of_file": (" of {name}", " de {name}"),
    "with_file": (" from {name}", " à partir de {name}"),
    # upload
    "upload": ("Add or replace a workbook", "Ajouter ou remplacer un classeur"),
    "upload_help": (
        "An Excel workbook (.xlsx, .xlsm, .xlsb, .xls), or .ods or .csv, of {most} MB at most. It is "
        "checked at once; what cannot be read is not kept. Where one of the same name is there already, "
        "that version is kept as well.",
        "Un classeur Excel (.xlsx, .xlsm, .xlsb, .xls), ou .ods ou .csv, de {most} Mo au plus. Il est "
        "vérifié aussitôt ; s’il est illisible, il n’est pas conservé. Si un classeur du même nom existe "
        "déjà, cette version est gardée elle aussi.",
    ),
    "upload_label": ("Workbook", "Classeur"),
    "upload_button": ("Check and keep", "Vérifier et enregistrer"),
    "refused": ("The workbook was not kept", "Le classeur n’a pas été enregistré"),
    "refused_first": ("Not kept: {title}", "Non enregistré : {title}"),
    "no_file": ("Choose a workbook first.", "Choisissez d’abord un classeur."),
    "wrong_kind": (
        "“{file}” is not a workbook: its name ends in none of .xlsx, .xlsm, .xlsb, .xls, .ods and .csv. Save "
        "it in Excel as Excel Workbook (.xlsx), then try again.",
        "« {file} » n’est pas un classeur : son nom ne se termine ni par .xlsx, ni par .xlsm, .xlsb, .xls, "
        ".ods ou .csv. Enregistrez-le dans Excel comme Classeur Excel (.xlsx), puis réessayez.",
    ),
    "odd_name": (
        "Not every computer can keep a file called “{file}”. Give it a shorter name, of letters, figures, "
        "spaces and hyphens, then try again.",
        "Un fichier nommé « {file} » ne peut pas être conservé sur tous les ordinateurs. Donnez-lui un nom "
        "plus court, fait de lettres, de chiffres, d’espaces et de traits d’union, puis réessayez.",
    ),
    "too_much": (
        "The file is larger than {most} MB, so it was not read. Take out the pictures and the sheets it does "
        "not need, then try again.",
        "Le fichier dépasse {most} Mo ; il n’a pas été lu. Retirez-en les images et les feuilles inutiles, "
        "puis réessayez.",
    ),
    "disk": (
        "The workbook could not be kept: the disk says “{why}”. The version that was there still is.",
        "Le classeur n’a pas pu être enregistré : le disque répond « {why} ». La version qui s’y trouvait y "
        "est toujours.",
    ),
    "came_new": ("{name} is kept.", "{name} est enregistré."),
    "came_replaced": (
        "{name} is kept. The version before it is listed below.",
        "{name} est enregistré. La version précédente figure plus bas.",
    ),
    "came_same": (
        "{name} is the same as the version that is here already, byte for byte. Nothing was stored.",
        "{name} est identique, à l’octet près, à la version déjà présente. Rien n’a été enregistré.",
    ),
    # check
    "check": ("Check of {name}", "Vérification de {name}"),
    "all_fine": (
        "Nothing to mend: every row can be used.",
        "Rien à corriger : toutes les lignes sont utilisables.",
    ),
    "check_means": (
        "In reading order. What is to be put right keeps its row set aside until it is; a row with something "
        "to look at is used, and the briefing tells the doubt.",
        "Dans l’ordre de lecture. Une ligne à corriger est mise de côté en attendant ; une ligne à vérifier "
        "est utilisée, et le document signale le doute.",
    ),
    "own_language": (
        "The remarks are written in the workbook’s own language.",
        "Les remarques sont rédigées dans la langue du classeur.",
    ),
    "error": ("To put right", "À corriger"),
    "warning": ("To look at", "À vérifier"),
    "found": ("What stands there", "Ce qui s’y trouve"),
    "found_nothing": ("nothing", "rien"),
    "fix": ("What to do", "Ce qu’il faut faire"),
    "more": (
        "{count} more are not shown; onrecord check lists every one.",
        "{count} autres ne sont pas affichées ; la commande onrecord check les donne toutes.",
    ),
    "former": ("Former versions", "Versions précédentes"),
    "no_former": (
        "None: this workbook was never replaced here.",
        "Aucune : ce classeur n’a jamais été remplacé ici.",
    ),
    "replaced": ("Replaced on {day} at {time} (UTC)", "Remplacée le {day} à {time} (UTC)"),
    "take_former": ("Download this version", "Télécharger cette version"),
    # the next dates
    "dates": ("The next dates that matter", "Les prochaines dates à surveiller"),
    "dates_mean": (
        "What ends, starts or goes stale until {day} if nobody touches the workbooks.",
        "Ce qui prend fin, prend effet ou devra être revérifié d’ici au {day} si personne ne touche aux "
        "classeurs.",
    ),
    "no_dates": (
        "Nothing ends, starts or goes stale until {day}.",
        "D’ici au {day}, rien ne prend fin, rien ne prend effet et rien n’est à revérifier.",
    ),
    "dates_later": (
        "A workbook that is still being read is not among them yet.",
        "Un classeur en cours de lecture n’y figure pas encore.",
    ),
    "due_starts": ("{who}, {what}: comes into force", "{who}, {what} : entrée en vigueur"),
    "due_last_day": ("{who}, {what}: last day of the term", "{who}, {what} : dernier jour du terme"),
    "due_expired": (
        "{who}, {what}: the term has run out, unless there is news",
        "{who}, {what} : terme échu, sauf nouvelle",
    ),
    "due_condition_stale": (
        "{who}, {what}: its condition is to be checked again",
        "{who}, {what} : condition à revérifier",
    ),
    "due_enters_one": (
        "A row dated ahead enters the briefing",
        "Une ligne datée d’avance entre dans le document",
    ),
    "due_enters_some": (
        "{count} rows dated ahead enter the briefing",
        "{count} lignes datées d’avance entrent dans le document",
    ),
    "due_outcome_stale_one": (
        "What came of a demand is to be checked again",
        "La suite donnée à une demande est à revérifier",
    ),
    "due_outcome_stale_some": (
        "What came of {count} demands is to be checked again",
        "La suite donnée à {count} demandes est à revérifier",
    ),
    "due_question_stale_one": (
        "An open question is to be checked again",
        "Une question ouverte est à revérifier",
    ),
    "due_question_stale_some": (
        "{count} open questions are to be checked again",
        "{count} questions ouvertes sont à revérifier",
    ),
    # editions
    "editions": ("Editions", "Éditions"),
    "no_edition": ("No edition has been made yet.", "Aucune édition n’a encore été produite."),
    "situation": ("{stem}, as of {day}", "{stem}, situation au {day}"),
    "final": ("Edition no.\u00a0{number}, final", "Édition n°\u00a0{number}, définitive"),
    "draft": ("Edition no.\u00a0{number}, draft", "Édition n°\u00a0{number}, projet"),
    "because": ("A draft, not for distribution, because:", "Un projet, à ne pas diffuser :"),
    "picture": (
        "Page one of edition no.\u00a0{number} of {stem}, as of {day}",
        "Première page de l’édition n°\u00a0{number} de {stem}, situation au {day}",
    ),
    "pdf_en": ("PDF in English", "PDF en anglais"),
    "pdf_fr": ("PDF in French", "PDF en français"),
    "html_en": ("Web page in English", "Page web en anglais"),
    "html_fr": ("Web page in French", "Page web en français"),
    "of_edition": (
        " of {stem}, edition {name}",
        " de {stem}, édition {name}",
    ),
    "since": ("What changed since the edition before", "Ce qui a changé depuis l’édition précédente"),
    "newer": ("Newer editions", "Éditions plus récentes"),
    "older": ("Older editions", "Éditions plus anciennes"),
    "broken": (
        "{folder} is not shown: it holds no manifest.json that can be read.",
        "{folder} n’est pas affiché : il ne contient pas de manifest.json lisible.",
    ),
    # compare
    "compare_means": (
        "What changed from one edition to another. The earlier one comes first, in whatever order they are "
        "chosen.",
        "Ce qui a changé d’une édition à l’autre. La plus ancienne vient en premier, quel que soit l’ordre "
        "dans lequel elles sont choisies.",
    ),
    "compare_one": ("One edition", "Une édition"),
    "compare_other": ("Another edition", "Une autre édition"),
    "compare_button": ("Compare", "Comparer"),
    "compare_few": (
        "There are not two editions to compare yet.",
        "Il n’y a pas encore deux éditions à comparer.",
    ),
    "compare_same": ("Choose two different editions.", "Choisissez deux éditions différentes."),
    "compare_apart": (
        "These are editions of two workbooks. An id such as A001 names another row in each, so no row of one "
        "has a counterpart in the other. Choose two editions of the same workbook.",
        "Ces éditions viennent de deux classeurs. Un identifiant tel que A001 y désigne deux lignes sans "
        "rapport : aucune ligne de l’un n’a de pendant dans l’autre. Choisissez deux éditions d’un même "
        "classeur.",
    ),
    "compare_gone": (
        "There is no such edition. Choose two from the lists.",
        "Cette édition n’existe pas. Choisissez-en deux dans les listes.",
    ),
    "changed": ("What changed", "Ce qui a changé"),
    # where something is in the way
    "gone": ("There is no such page", "Cette page n’existe pas"),
    "gone_why": (
        "Nothing is kept at this address. The file may have been renamed or taken away.",
        "Rien n’est conservé à cette adresse. Le fichier a peut-être été renommé ou retiré.",
    ),
    "foreign": ("The form was not accepted", "Le formulaire n’a pas été accepté"),
    "foreign_why": (
        "It was not sent by a page of this reading room that is open in this browser. Nothing was kept. Go "
        "back to the list and choose the workbook again.",
        "Il n’a pas été envoyé par une page de cette salle de lecture ouverte dans ce navigateur. Rien n’a "
        "été enregistré. Revenez à la liste et choisissez à nouveau le classeur.",
    ),
    "misasked": ("This cannot be asked here", "Cette demande n’a pas cours ici"),
    "misasked_why": (
        "What was sent is not what a page of the reading room sends. Nothing was changed.",
        "Ce qui a été envoyé n’est pas ce qu’envoie une page de la salle de lecture. Rien n’a été modifié.",
    ),
    "fault": ("The program itself is at fault", "Le programme lui-même est en cause"),
    "fault_why": (
        "No cell of yours is the cause, and nothing was kept. Please report what you did; the server’s own "
        "lines say more.",
        "Aucune de vos cellules n’est en cause, et rien n’a été enregistré. Merci de signaler ce que vous "
        "faisiez ; les messages du serveur en disent plus.",
    ),
    "back": ("To workbooks and editions", "Vers les classeurs et les éditions"),
}


def said(kind: str, language: str, **blanks: object) -> str:
    """The sentence of that kind, its blanks filled, in `language` ("en" or "fr")."""
    return of_both(SENTENCES[kind], language).format(**blanks)
