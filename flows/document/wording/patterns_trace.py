"""Fixed sentences of the annex that leads from each row to its pages, English beside French."""

from __future__ import annotations

TRACE: dict[str, tuple[str, str]] = {
    "annex": ("Where to find each row",
        "Où trouver chaque ligne"),
    "annex_intro": ("For each printed row, its line in the workbook and the pages on which it appears. The file trace.json of this edition gives the cells behind each passage and the pages on which each cell is printed.",
        "Pour chaque ligne imprimée, sa place dans le classeur et les pages où elle figure. Le fichier trace.json de cette édition donne les cellules dont procède chaque passage, et les pages où chacune figure."),
    "annex_none": ("No row is printed.", "Aucune ligne n’est imprimée."),
    "annex_row": ("row {row}", "ligne {row}"),
    "annex_rows": ("rows {rows}", "lignes {rows}"),
    "annex_bodies": ("The bodies of the sheet “{sheet}” are printed wherever a row names them, and listed under “Method”, page",
        "Les organisations de la feuille « {sheet} » figurent partout où une ligne les nomme, et sont réunies sous « Méthode », page"),
    "annex_aside": ("Rows set aside", "Lignes mises de côté"),
    "annex_future": ("Rows dated after this edition: page",
        "Lignes postérieures à cette édition : page"),
}  # fmt: skip
