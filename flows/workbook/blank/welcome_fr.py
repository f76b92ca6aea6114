"""What the sheet Lisez-moi says, in French. Data only; its English twin has the same parts in order."""

from __future__ import annotations

TITLE = "On Record : le classeur de notre équipe"
LEAD = (
    "Qui a annoncé quoi sur la reconnaissance faciale, ce que ses critiques ont répondu, ce qu’il en est "
    "advenu. De "
    "ces feuilles, le logiciel tire une note datée, en français et en anglais. Chaque phrase vient d’une "
    "cellule."
)
STEPS = (
    "En cinq étapes",
    (
        "Saisissez chaque annonce sur sa feuille : une ligne par acte public d’une organisation. Les "
        "en-têtes foncés "
        "sont obligatoires ; chacun des plus clairs débloque une partie de la note ; une cellule peut "
        "rester vide.",
        "Saisissez chaque réaction : une ligne par déclaration d’un acteur. Ce qu’il demande va dans des "
        "lignes en "
        "dessous, avec un identifiant pointé : R001.1, R001.2.",
        "Choisissez avec la flèche à côté de la cellule partout où il y en a une ; la feuille Listes dit "
        "ce que "
        "signifie chaque valeur. Cliquez sur un en-tête ou une cellule : une note dit ce qui y va.",
        "Enregistrez, puis faites contrôler chaque cellule : onrecord check, suivi du nom de ce fichier. "
        "Chaque ligne nomme une cellule, ce qui s’y trouve et ce qu’il faut taper. Corrigez, enregistrez, "
        "contrôlez à nouveau.",
        "Produisez la note : onrecord build, suivi du nom de ce fichier. Son titre, votre équipe et son "
        "contact se règlent sur la feuille Réglages.",
    ),
)
DATES = (
    "Les dates",
    "Tapez année-mois-jour, puis regardez ce que la cellule affiche : c’est ce jour-là qui compte.",
    (
        ("2020-06-10", "Le 10 juin 2020. De même 10 juin 2020, et toute vraie date d’Excel."),
        (
            "'2020-06",
            "Juin 2020, gardé comme un mois : aucun jour n’est compté. L’apostrophe empêche Excel d’en "
            "faire le "
            "1er juin.",
        ),
        ("'2020-T2   '2020", "Un trimestre ; une année."),
        (
            "10/06/2020",
            "En texte : 10 juin ou 6 octobre ? Personne ne devine : la ligne est mise de côté, et le "
            "contrôle "
            "demande.",
        ),
        ("vide", "Nous ne savons pas le jour. Ne tapez jamais un jour qu’aucune source ne donne."),
    ),
)
RULES = (
    "Ce qu’il faut savoir encore",
    (
        (
            "Identifiants",
            "Une lettre et un nombre, A001, saisis à la main ; le prochain libre figure en haut de sa "
            "feuille. "
            "Jamais réutilisés ni renumérotés : d’autres lignes et d’anciennes éditions les nomment.",
        ),
        (
            "Plusieurs valeurs",
            "Séparées par un point-virgule : A001 ; A002. Jamais par une virgule, que des noms peuvent "
            "contenir.",
        ),
        (
            "Vide, non précisé, non",
            "Vide : personne n’a regardé. non précisé : nous avons cherché, la source ne le dit pas. "
            "Ni l’un ni l’autre ne veut dire non.",
        ),
        (
            "Citations",
            "Trois cellules : les mots exacts, sans guillemets ; leur langue ; la traduction, et qui a "
            "traduit. "
            "Et le locuteur, avec sa fonction ce jour-là.",
        ),
        (
            "Ce qui suit",
            "Une nouvelle ligne dont « Suite de » nomme la ligne d’avant, avec seulement les cellules qui "
            "ont "
            "changé. Rien n’est écrasé.",
        ),
        ("Une ligne erronée", "Donnez le motif sous « Retiré ». On n’efface jamais une ligne."),
        (
            "Sources",
            "Une adresse web, ou l’identifiant d’une ligne de la feuille Sources (S001). Un nom seul "
            "compte comme "
            "incomplet.",
        ),
        ("Demandes aux autres", "Le destinataire SECTOR. Une telle demande n’est attribuée à personne."),
        (
            "Jamais de statut",
            "En vigueur, échu, sans réponse : les dates le disent, pour le jour de chaque édition. Une "
            "colonne Statut saisie à la main est ignorée.",
        ),
        (
            "L’autre langue",
            "Les colonnes qui finissent par EN tiennent l’anglais, si vous l’avez. Rien n’est traduit par "
            "une "
            "machine.",
        ),
        (
            "Vos propres colonnes",
            "Bienvenues à droite de la dernière : décisions, dossiers, qui s’en occupe. Elles sont "
            "gardées, et imprimées seulement si vous le demandez sur la feuille Réglages.",
        ),
        (
            "Jamais imprimé",
            "Notes, initiales, feuille Destinataires, lignes et colonnes masquées, mots barrés.",
        ),
    ),
)
COLOURS = (
    "Ce que disent les couleurs",
    (
        ("missing", "vide", "Obligatoire, et encore vide alors que la ligne est commencée."),
        ("soon", "2021-05-01", "En gras : prend fin dans les 60 jours."),
        (
            "over",
            "2021-05-01",
            "En italique : la fin est passée, et aucune ligne ne la reprend. Du nouveau ?",
        ),
        ("twice", "A001", "En gras, encadré : une autre ligne a aussi cet identifiant."),
        ("retired", "A007", "En gris et en italique : la ligne est retirée."),
    ),
)
EXAMPLE = (
    "Un petit exemple",
    "Amazon suspend pour un an ; l’ACLU juge que c’est trop peu et demande davantage ; un an plus tard, "
    "Amazon continue. "
    "Chaque colonne ci-dessous est une ligne de la feuille.",
)
SHEETS = (
    "Les feuilles",
    "Deux suffisent pour commencer ; remplissez les autres quand vous voulez ce qu’elles donnent.",
)
LISTS = "Ce que l’on peut choisir dans chaque liste déroulante, et ce que cela veut dire."
REQUIRED = "Obligatoire."
VERSION = (
    "Disposition {version}, {fingerprint}. Un classeur plus ancien se reprend avec : onrecord new "
    "NOUVEAU.xlsx --from "
    "ANCIEN.xlsx"
)
