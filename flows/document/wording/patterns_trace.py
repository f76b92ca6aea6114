"""Fixed sentences of the annex that leads from each row to its pages, English beside French."""

from __future__ import annotations

TRACE: dict[str, tuple[str, str]] = {
    "annex": ("Where each row stands", "Où figure chaque ligne"),
    "annex_intro": (
        "For each printed row, its line in the workbook and the pages it stands on. The edition’s file trace.json "
        "gives the cells behind each passage, and the pages of each cell.",
        "Pour chaque ligne imprimée, sa place dans le classeur et les pages où elle figure. Le fichier trace.json "
        "de l’édition donne les cellules derrière chaque passage, et les pages de chaque cellule.",
    ),
    "annex_none": ("No row is printed.", "Aucune ligne n’est imprimée."),
    "annex_row": ("row {row}", "ligne {row}"),
    "annex_rows": ("rows {rows}", "lignes {rows}"),
    "annex_bodies": (
        "The bodies of the sheet {sheet} are printed wherever a row names them, and listed under",
        "Les organismes de la feuille {sheet} figurent partout où une ligne les nomme, et sont réunis sous",
    ),
    "annex_aside": ("Rows set aside", "Lignes mises de côté"),
    "annex_future": ("Rows of a later day", "Lignes postérieures"),
}  # fmt: skip
