"""Fixed sentences of the annex that leads from each row to its pages, English beside French."""

from __future__ import annotations

TRACE: dict[str, tuple[str, str]] = {
    "annex": ("Where to find each row",
        "Où trouver chaque ligne"),
    "annex_intro": ("For each printed row: its line in the workbook, then every page on which its identifier is printed, section by section. Thus “commitments 1, 6” means pages 1 and 6; a section’s short name covers both its summary at the front and its full version. The file trace.json of this edition gives the cells behind each passage and the pages on which each cell is printed.",
        "Pour chaque ligne imprimée : sa place dans le classeur, puis toutes les pages où figure son identifiant, section par section. Ainsi, « engagements 1, 6 » renvoie aux pages 1 et 6 ; le nom abrégé d’une section vaut pour son résumé en tête d’édition comme pour sa version détaillée. Le fichier trace.json de cette édition donne les cellules dont procède chaque passage, et les pages où chacune figure."),
    "annex_none": ("No row is printed.", "Aucune ligne n’est imprimée."),
    "annex_row": ("row {row}", "ligne {row}"),
    "annex_rows": ("rows {rows}", "lignes {rows}"),
    "annex_bodies": ("The bodies of the sheet “{sheet}” are printed wherever a row names them, and listed under “Method”, page",
        "Les organisations de la feuille « {sheet} » figurent partout où une ligne les nomme, et sont réunies sous « Méthode », page"),
    "annex_aside": ("Rows set aside", "Lignes mises de côté"),
    "annex_named": ("Identifiers without a printed row", "Identifiants sans ligne imprimée"),
    "place_masthead": ("masthead", "bandeau"),
    "place_key_points": ("key points", "essentiel"),
    "place_changes": ("changes", "changements"),
    "place_deadlines": ("deadlines", "échéances"),
    "place_commitments": ("commitments", "engagements"),
    "place_acts": ("one-off acts", "actes ponctuels"),
    "place_demands": ("demands", "demandes"),
    "place_table": ("table", "tableau"),
    "place_positions": ("positions", "réactions"),
    "place_questions": ("questions", "questions"),
    "place_limits": ("limits", "limites"),
    "place_background": ("background", "contexte"),
    "place_chronology": ("chronology", "chronologie"),
    "place_sources": ("sources", "sources"),
    "place_method": ("method", "méthode"),
    "annex_future": ("Rows dated after this edition: page",
        "Lignes postérieures à cette édition : page"),
}  # fmt: skip
