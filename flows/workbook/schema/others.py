"""The optional sheets (model 1.6): each unlocks a section. Data only."""

from __future__ import annotations

from flows.workbook.schema import shared
from flows.workbook.schema.parts import Column, Sheet

ID_ALSO = ("n°", "no", "numéro")

RESPONSES = Sheet(
    "responses", "réponses", None, None,
    "What came of a demand, when outcomes change over time; replaces the outcome columns.",
    "Ce qu'il est advenu d'une demande, quand cela change ; remplace les colonnes de suite donnée.",
    (
        Column("demand", "demande", "id", "required", "R-id of the demand.",
               "Identifiant R de la demande."),
        Column("organisation", "organisation", "organisation", "required", "Who was asked.",
               "À qui la demande s'adressait.", also=("organization", "entreprise")),
        Column("on", "date", "day", "required", "From which day this holds.",
               "À partir de quel jour cela vaut.", also=("le",)),
        Column("outcome", "suite_donnée", "choice", "required", "What came of it.",
               "Ce qu'il en est advenu.", choices="outcome"),
        Column("evidence", "preuve", "ids", "unlocks", "A-, R- or S-ids that show it.",
               "Identifiants A, R ou S qui le montrent."),
        Column("checked_on", "vérifié_le", "day", "unlocks", "Day somebody last searched.",
               "Dernier jour où quelqu'un a cherché."),
        Column("coded_by", "codé_par", "words", "optional", "Initials of the coder.",
               "Initiales du codeur."),
        Column("notes", "notes", "words", "optional", "For the team only; never printed.",
               "Pour l'équipe seulement ; jamais imprimé."),
        shared.RETIRED,
    ),
    also=("response", "réponse"),
)  # fmt: skip

QUESTIONS = Sheet(
    "questions", "questions_ouvertes", "Q", "id",
    "What is still unknown, since when, and who follows it.",
    "Ce qu'on ignore encore, depuis quand, et qui s'en occupe.",
    (
        Column("id", "identifiant", "id", "required", "Q001.", "Q001.", also=ID_ALSO),
        Column("question", "question", "prose", "required", "One question.", "Une seule question.",
               twin=True),
        Column("about", "à_propos_de", "ids", "optional", "A-ids or R-ids.", "Identifiants A ou R.",
               also=("concerne",)),
        Column("asked_by", "posée_par", "id", "optional", "R-id, or team.",
               "Identifiant R, ou équipe."),
        Column("asked_on", "posée_le", "day", "recommended", "Day it was first asked.",
               "Jour où elle a été posée.", also=("date",)),
        Column("status", "statut", "choice", "recommended", "open, answered, or dropped: reason.",
               "ouverte, répondue, ou abandonnée : motif.", also=("état",), choices="question_status"),
        Column("last_checked_on", "dernière_vérification", "day", "recommended",
               "Day somebody last looked.", "Dernier jour où quelqu'un a regardé.",
               also=("vérifiée_le", "vérifié_le")),
        Column("answer", "réponse", "prose", "optional", "What was found.", "Ce qui a été trouvé.",
               twin=True),
        Column("answered_on", "répondue_le", "day", "optional",
               "Day of the answer; before it the question counts as open.",
               "Jour de la réponse ; avant, la question compte comme ouverte."),
        Column("answer_source", "source_réponse", "sources", "optional", "As source.", "Comme source."),
        Column("review_days", "délai_relecture", "count", "optional",
               "After how many days without a check it goes stale [90].",
               "Après combien de jours sans vérification elle est à revoir [90]."),
        Column("owner", "responsable", "words", "optional", "Who follows it; printed with the question.",
               "Qui s'en occupe ; imprimé avec la question."),
        Column("notes", "notes", "words", "optional", "For the team only; never printed.",
               "Pour l'équipe seulement ; jamais imprimé."),
        shared.RETIRED,
    ),
    also=("open questions", "question"),
)  # fmt: skip

ORGANISATIONS = Sheet(
    "organisations", "organisations", None, "name",
    "The bodies the record names, their other names, and whom we follow.",
    "Les organismes nommés, leurs autres noms, et ceux que nous suivons.",
    (
        Column("name", "nom", "name", "required", "As it is printed.", "Tel qu'il est imprimé.",
               also=("organisation", "organization"), twin=True),
        Column("aliases", "alias", "names", "unlocks", "True synonyms only, with ; between.",
               "Vrais synonymes seulement, séparés par ;", also=("autres_noms", "also_known_as")),
        Column("category", "catégorie", "choice", "optional", "What kind of body.",
               "Quelle sorte d'organisme.", choices="category"),
        Column("country", "pays", "words", "optional", "Where it is.", "Où il se trouve."),
        Column("related_to", "lié_à", "names", "optional", "Parent or sister bodies.",
               "Maisons mères ou organismes frères."),
        Column("watch", "suivie", "yes_no", "unlocks", "yes: its silence is reported.",
               "oui : son silence est signalé.", also=("suivi",), choices="yes_no"),
        Column("watch_from", "suivie_depuis", "day", "unlocks", "Since when we follow it.",
               "Depuis quand nous la suivons.", also=("suivi_depuis",)),
        Column("last_searched_on", "dernière_recherche", "day", "unlocks",
               "Day somebody last searched for a reaction.",
               "Dernier jour où une réaction a été cherchée."),
        Column("notes", "notes", "words", "optional", "For the team only; never printed.",
               "Pour l'équipe seulement ; jamais imprimé."),
        shared.RETIRED,
    ),
    also=("organizations", "organismes"),
)  # fmt: skip

SOURCES = Sheet(
    "sources", "sources", "S", "id",
    "Publications that rows cite by their id.", "Publications citées par leur identifiant.",
    (
        Column("id", "identifiant", "id", "required", "S001.", "S001.", also=ID_ALSO),
        Column("publisher", "éditeur", "words", "recommended", "Who published it.", "Qui l'a publiée."),
        Column("title", "titre", "words", "recommended", "In its own language.", "Dans sa langue."),
        Column("url", "adresse", "address", "recommended", "Web address.", "Adresse web.",
               also=("lien", "link")),
        Column("published_on", "publiée_le", "day", "recommended", "Day of publication.",
               "Jour de publication.", also=("publié_le", "date")),
        Column("type", "type", "choice", "optional", "What kind of source.", "Quelle sorte de source.",
               also=("nature",), choices="source_type"),
        Column("lang", "langue", "language", "optional", "en, fr …", "en, fr…", also=("language",)),
        Column("consulted_on", "consultée_le", "day", "recommended", "Day we read it.",
               "Jour où nous l'avons lue.", also=("consulté_le",)),
        Column("archive_url", "adresse_archive", "address", "recommended", "Address of a snapshot.",
               "Adresse d'une copie."),
        Column("archived_on", "archivée_le", "day", "optional", "Day of the snapshot.",
               "Jour de la copie.", also=("archivé_le",)),
        Column("file", "fichier", "words", "optional", "Name of a file we keep.",
               "Nom d'un fichier conservé."),
        Column("remark", "remarque", "prose", "optional",
               "What a reader should know of this source; printed in the source list.",
               "Ce que le lecteur doit savoir de cette source ; imprimé dans la liste.", twin=True),
        Column("notes", "notes", "words", "optional", "For the team only; never printed.",
               "Pour l'équipe seulement ; jamais imprimé."),
        shared.RETIRED,
    ),
    also=("source",),
)  # fmt: skip

CONTEXT = Sheet(
    "context", "contexte", "C", "id",
    "Background: what set the announcements off.", "Le contexte : ce qui a déclenché les annonces.",
    (
        Column("id", "identifiant", "id", "required", "C001.", "C001.", also=ID_ALSO),
        Column("date", "date", "day", "recommended", "When it happened.", "Quand cela s'est passé.",
               also=("happened_on",)),
        Column("summary", "résumé", "prose", "required", "Two sentences at most, neutral.",
               "Deux phrases au plus, neutres.", also=("objet",), twin=True),
        shared.SOURCE,
        Column("notes", "notes", "words", "optional", "For the team only; never printed.",
               "Pour l'équipe seulement ; jamais imprimé."),
        shared.RETIRED,
    ),
    also=("background",),
)  # fmt: skip

RECIPIENTS = Sheet(
    "recipients", "destinataires", None, None,
    "Who receives the briefing; never printed, never in any output.",
    "Qui reçoit la note ; jamais imprimé, dans aucun fichier produit.",
    (
        Column("name", "nom", "words", "optional", "Name.", "Nom."),
        Column("email", "courriel", "words", "required", "One address.", "Une seule adresse.",
               also=("e-mail", "adresse")),
        Column("language", "langue", "language", "optional", "en or fr.", "en ou fr."),
        Column("group", "groupe", "words", "optional", "Group.", "Groupe."),
        Column("topics", "sujets", "names", "optional", "Organisations, or all.",
               "Organisations, ou all."),
        Column("active", "actif", "yes_no", "optional", "yes or no.", "oui ou non.", choices="yes_no"),
    ),
    also=("recipient",),
)  # fmt: skip

SETTINGS = Sheet(
    "settings", "réglages", None, "name",
    "Title, team, contact and limits, without touching code.",
    "Titre, équipe, contact et seuils, sans toucher au code.",
    (
        Column("name", "nom", "words", "required", "What is set; title_fr is the title in French.",
               "Ce qu'on règle ; titre_en est le titre en anglais.", also=("réglage", "setting"),
               choices="setting"),
        Column("value", "valeur", "words", "required", "Its value.", "Sa valeur."),
    ),
    also=("setting", "paramètres"),
)  # fmt: skip
