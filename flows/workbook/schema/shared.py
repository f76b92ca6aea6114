"""Columns that stand on more than one sheet. Data only."""

from __future__ import annotations

from dataclasses import replace

from flows.workbook.schema.parts import Column

SOURCE = Column(
    "source", "source", "sources", "required",
    "Web address or source id (S001); several with ; between. A bare name counts as incomplete.",
    "Adresse web ou identifiant de source (S001) ; plusieurs séparés par ;. Un nom seul est incomplet.",
    also=("sources",),
)  # fmt: skip

QUOTES = (
    Column("quote", "citation", "words", "unlocks",
           "The words exactly as spoken or written; cuts as […], additions in [ ]; no outer marks.",
           "Les mots exacts, tels que dits ou écrits ; coupes […], ajouts entre [ ] ; sans guillemets."),
    Column("quote_lang", "langue_citation", "language", "unlocks",
           "Language of the quote: en, fr …", "Langue de la citation : en, fr…"),
    Column("translation", "traduction", "words", "unlocks",
           "Translation of the original, never of a translation.",
           "Traduction de l'original, jamais d'une traduction."),
    Column("translation_by", "traduit_par", "words", "unlocks",
           "team: initials / publisher: name / official / machine (machine is never printed).",
           "équipe : initiales / éditeur : nom / officielle / automatique (jamais imprimée).",
           choices="translator"),
    Column("speaker", "locuteur", "prose", "unlocks",
           "Who said it: name and role on that day. Required with a quote.",
           "Qui l'a dit : nom et fonction ce jour-là. Obligatoire avec une citation.",
           also=("auteur_citation",), twin=True),
)  # fmt: skip

SPEAKER_ROLE = Column(
    "speaker_role", "fonction_locuteur", "prose", "unlocks",
    "Role of the speaker on that day, when it does not stand beside the name.",
    "Fonction du locuteur ce jour-là, si elle ne figure pas à côté du nom.",
    also=("fonction",), twin=True,
)  # fmt: skip

VERIFICATION = Column(
    "verification", "vérification", "choice", "unlocks",
    "How well it is established; unlocks the confidence of key points.",
    "Degré d'établissement ; débloque la confiance des points essentiels.", choices="verification",
)  # fmt: skip

ARCHIVE = Column(
    "archive", "copie_archivée", "words", "recommended",
    "Snapshot address, or file and date.", "Adresse de la copie, ou fichier et date.",
)  # fmt: skip

DATE_BASIS = Column(
    "date_basis", "base_date", "choice", "optional",
    "Where the date comes from; printed when it is not the author's own.",
    "D'où vient la date ; imprimé quand elle n'est pas donnée par l'auteur.", choices="date_basis",
)  # fmt: skip

DISPUTED = Column(
    "disputed", "contesté", "prose", "optional",
    "On what the sources contradict each other; blank: nothing.",
    "Ce sur quoi les sources se contredisent ; vide : rien.", also=("contesté_sur_quoi",), twin=True,
)  # fmt: skip

BOOKKEEPING = (
    Column("notes", "notes", "words", "optional", "For the team only; never printed.",
           "Pour l'équipe seulement ; jamais imprimé.", also=("note", "remarques internes")),
    Column("entered_by", "saisi_par", "words", "optional", "Initials of who typed the row.",
           "Initiales de qui a saisi la ligne."),
    Column("entered_on", "saisi_le", "day", "optional", "Day the row was typed.",
           "Jour de la saisie."),
    Column("checked_by", "relu_par", "words", "optional", "Initials of the second reader.",
           "Initiales du second lecteur."),
    Column("checked_on", "relu_le", "day", "optional", "Day of the second reading.",
           "Jour de la relecture."),
)  # fmt: skip

RETIRED = Column(
    "retired", "retiré", "words", "optional",
    "The reason, when the row is withdrawn; rows are retired, never deleted.",
    "Le motif, quand la ligne est retirée ; on retire une ligne, on ne l'efface pas.",
    also=("retiré_motif", "motif_du_retrait"),
)  # fmt: skip

DIMENSIONS = (
    Column("term", "échéance", "choice", "unlocks", "How it ends; unlocks the status.",
           "Comment cela finit ; débloque le statut.", choices="term"),
    Column("ends_on", "date_fin", "day", "unlocks", "Last day, included (with term fixed).",
           "Dernier jour, inclus (avec une durée déterminée).", also=("fin", "date_de_fin", "end_date")),
    Column("duration", "durée", "duration", "unlocks", "A period instead of a last day: 1 year, 12 months.",
           "Une durée au lieu d'un dernier jour : 1 an, 12 mois."),
    Column("condition", "condition", "prose", "unlocks", "The event it waits for, in the source's words.",
           "Le fait attendu, dans les mots de la source.", twin=True),
    Column("users", "utilisateurs_visés", "choice", "unlocks", "Who is concerned.", "Qui est visé.",
           also=("utilisateurs",), choices="users"),
    Column("activity", "activité_visée", "choices", "unlocks", "What is concerned; several with ;",
           "Ce qui est visé ; plusieurs séparées par ;", also=("activité",), choices="activity"),
    Column("technology", "technologie_visée", "choice", "unlocks",
           "How much technology is concerned (a product's name goes in the summary).",
           "Quelle étendue de technologie (le nom du produit va dans le résumé).",
           also=("technologie",), choices="technology"),
    Column("territory", "territoire", "choice", "unlocks", "Where.", "Où.", choices="territory"),
    Column("exceptions", "exceptions", "exceptions", "unlocks",
           "none / unspecified / the list; write “open list” when introduced by “such as”.",
           "aucune / non précisé / la liste ; écrire « liste ouverte » après « tels que », « notamment ».",
           also=("usages_maintenus",), twin=True),
)  # fmt: skip

DEMANDED = tuple(
    replace(
        column,
        name=f"demand_{column.name}",
        fr="demande_" + column.fr,
        also=tuple("demande_" + other for other in column.also),
        en_help="Asked: " + column.en_help[0].lower() + column.en_help[1:],
        fr_help="Demandé\u00a0: " + column.fr_help[0].lower() + column.fr_help[1:],
    )
    for column in DIMENSIONS
)
