"""What the sheet `settings` may set: words of the page, and the limits the rules use. Data only."""

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
)  # fmt: skip
"""Printed as typed; each may have a twin for either language: title_fr, titre_en."""

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
