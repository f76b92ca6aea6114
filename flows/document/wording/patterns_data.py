"""Fixed words for the data inside the document, English beside French."""

from __future__ import annotations

DATA: dict[str, tuple[str, str]] = {
    "data_record": (
        "The printed record and everything computed from it, as JSON",
        "Les données imprimées et tout ce qui en est calculé, en JSON",
    ),
    "data_rebuild": (
        "What these pages are drawn from, to check that nothing was changed since, as JSON",
        "Ce dont ces pages sont faites, pour vérifier que rien n’a été modifié depuis, en JSON",
    ),
    "data_announcements": ("Announcements, as a table", "Les annonces, sous forme de tableau"),
    "data_commitments": (
        "Commitments and their status on the date of the edition, as a table",
        "Les engagements et leur état à la date de l’édition, sous forme de tableau",
    ),
    "data_reactions": ("Reactions, as a table", "Les réactions, sous forme de tableau"),
    "data_demands": (
        "Demands, what became of them and what is still missing, as a table",
        "Les demandes, les suites données et ce qui manque encore, sous forme de tableau",
    ),
    "data_questions": (
        "Open and closed questions, as a table",
        "Les questions ouvertes et closes, sous forme de tableau",
    ),
    "data_background": ("Background, as a table", "Le contexte, sous forme de tableau"),
    "data_sources": ("Sources, as a table", "Les sources, sous forme de tableau"),
}
