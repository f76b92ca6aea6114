"""What the sheet `settings` may set: words of the page, its look, and the limits the rules use. Data only."""

from __future__ import annotations

from flows.workbook.schema.parts import Choice

WORDS = (
    Choice("title", "titre", "of the briefing; title_fr and title_en where the two differ",
           "de la note ; titre_fr et titre_en s'ils diffèrent"),
    Choice("team", "équipe", "who makes it; team_fr and team_en where they differ",
           "qui la fait ; équipe_fr et équipe_en s'ils diffèrent"),
    Choice("contact", "contact", "where to write", "où écrire", ("contacts",)),
    Choice("licence", "licence", "under which it may be passed on", "sous laquelle elle peut circuler",
           ("license",)),
    Choice("footer", "pied_de_page", "at the foot of each page, instead of contact and licence",
           "au bas de chaque page, à la place du contact et de la licence", ("foot", "pied")),
)  # fmt: skip
"""Printed as typed; each may have a twin for either language: title_fr, titre_en."""

LOOK = (
    Choice("accent", "couleur", "of headings, strong rules and the bar in the margin: #1F4E79, or a name "
           "from the list of colours",
           "des titres, des filets forts et du trait en marge : #1F4E79, ou un nom de la liste des couleurs",
           ("colour", "color", "accent colour", "accent color", "couleur d'accent")),
    Choice("logo", "logo", "a PNG, JPEG or SVG file in the workbook's folder, by its name alone: logo.png",
           "un fichier PNG, JPEG ou SVG du dossier du classeur, par son seul nom : logo.png"),
    Choice("paper", "papier", "the sheet it is printed on [A4]", "la feuille d'impression [A4]",
           ("paper size", "format", "format du papier")),
)  # fmt: skip
"""Read by rules of their own."""

SECTIONS = (
    Choice("changes", "changements", "what changed, in full", "ce qui a changé, en détail",
           ("what changed, in full", "ce qui a changé, en détail", "what changed", "ce qui a changé")),
    Choice("commitments", "engagements", "the commitments in full, and one-off acts",
           "les engagements en détail, et les actes ponctuels",
           ("commitments in full", "les engagements en détail")),
    Choice("matrix", "tableau", "the whole table of demands and responses",
           "le tableau complet des demandes et des réponses",
           ("demands and responses: the whole table", "demandes et réponses : le tableau complet",
            "the whole table", "le tableau complet", "table")),
    Choice("demands", "demandes", "the demands in full", "les demandes en détail",
           ("demands in full", "les demandes en détail")),
    Choice("reactions", "réactions", "the positions in full, and who is silent",
           "les réactions en détail, et les silences",
           ("positions in full", "les réactions en détail", "positions")),
    Choice("questions", "questions", "the open questions in full", "les questions ouvertes en détail",
           ("open questions in full", "les questions ouvertes en détail", "open questions",
            "questions ouvertes")),
    Choice("limits", "limites", "the limits in full; never hidden", "les limites en détail ; jamais masquée",
           ("limits in full", "les limites en détail")),
    Choice("background", "contexte", "what set it all off", "ce qui a tout déclenché", ("context",)),
    Choice("chronology", "chronologie", "everything in the order of its days",
           "tout, dans l'ordre des jours"),
    Choice("sources", "sources", "what each row rests on; never hidden",
           "ce sur quoi repose chaque ligne ; jamais masquée"),
    Choice("method", "méthode", "what the words mean; never hidden", "le sens des mots ; jamais masquée"),
)  # fmt: skip
"""The sections of the full extent, in their usual order; named by code, by label or as they are printed."""

ALWAYS = ("limits", "sources", "method")
"""What trust in the rest hangs on: never hidden."""

HEADINGS = tuple(
    Choice(f"section_{one.code}", f"section_{one.fr}", f"the heading of: {one.en_means}",
           f"le titre de : {one.fr_means}")
    for one in SECTIONS
)  # fmt: skip
"""Printed as typed, as WORDS are, with twins: section_chronology_fr."""

LONGEST_HEADING = 60
"""Characters of a section's heading: it stands in the head of its pages too."""

ARRANGED = (
    Choice("hide", "masquer", "sections of the full extent not to print, ; between: chronology; matrix",
           "sections de l'édition complète à ne pas imprimer, ; entre elles : chronologie ; tableau",
           ("hide sections", "hidden sections", "masquer les sections", "sections masquées")),
    Choice("order", "ordre", "sections of the full extent that come first, ; between; the others follow",
           "sections de l'édition complète à mettre en tête, ; entre elles ; les autres suivent",
           ("order of sections", "section order", "ordre des sections")),
)  # fmt: skip

PRINTED_SHEETS = ("announcements", "reactions", "questions")
"""Sheets of which a column of the team's own may be printed."""

EXTRAS = (
    Choice("extra_columns", "colonnes_à_imprimer",
           "columns of the team's own to print in the full extent, with their sheet: "
           "announcements: Internal ref",
           "colonnes propres à l'équipe à imprimer dans l'édition complète, avec leur feuille : "
           "annonces : Réf. interne",
           ("extra columns to print", "columns to print", "colonnes supplémentaires")),
)  # fmt: skip

LIMITS = (
    Choice("ends_soon", "fin_proche", "days left at which a term ends soon [30]",
           "jours restants à partir desquels la fin est proche [30]"),
    Choice("deadline_window", "horizon_des_échéances", "days ahead in the list of deadlines [90]",
           "jours couverts par la liste des échéances [90]"),
    Choice("review_days", "délai_de_relecture", "days without a check until it is stale [90]",
           "jours sans vérification avant d'être à revoir [90]"),
    Choice("archive_days", "délai_d'archivage", "days an address may stand without a snapshot [365]",
           "jours pendant lesquels une adresse peut rester sans copie [365]"),
    Choice("dormant_days", "délai_de_sommeil", "days without a new fact until it is dormant [270]",
           "jours sans fait nouveau avant la mise en sommeil [270]"),
    Choice("checked_within", "contrôle_récent", "days a check counts for high confidence [180]",
           "jours pendant lesquels un contrôle vaut confiance élevée [180]"),
    Choice("new_days", "durée_de_nouveauté", "days a row is new [30]",
           "jours pendant lesquels une ligne est nouvelle [30]"),
    Choice("key_points", "points_essentiels", "key points at most [5]", "points essentiels au plus [5]"),
)  # fmt: skip
"""Whole numbers; the usual one in brackets."""

MOST = 36_500
"""The largest of them: a hundred years of days."""

LONGEST_FOOT = 120
"""Characters there is room for at the foot of a page."""

PAPERS = (
    Choice("A4", "A4", "210 × 297 mm", "210 × 297 mm", ("DIN A4", "ISO A4")),
    Choice("letter", "lettre", "US Letter, 8.5 × 11 inches", "format américain, 216 × 279 mm",
           ("US Letter", "lettre US", "format lettre")),
)  # fmt: skip

HEX = {
    ("black", "noir"): "#000000",
    ("grey", "gris"): "#666666",
    ("navy", "bleu marine"): "#1f3a5f",
    ("blue", "bleu"): "#1f5fa8",
    ("teal", "bleu canard"): "#0f6466",
    ("green", "vert"): "#2e6b34",
    ("olive", "vert olive"): "#5f6b1e",
    ("yellow", "jaune"): "#ffd400",
    ("orange", "orange"): "#d9730d",
    ("brown", "marron"): "#6b4423",
    ("red", "rouge"): "#b3202a",
    ("burgundy", "bordeaux"): "#6d1f36",
    ("pink", "rose"): "#c2386f",
    ("purple", "violet"): "#6a3d9a",
}
"""The colours that may be asked for by name: printed as calm tones of it, not as a screen's own."""

COLOURS = tuple(Choice(en, fr, f"`{value}`", f"`{value}`") for (en, fr), value in HEX.items())
