"""What is said at the terminal after a check, beside its list of problems: English beside French."""

from __future__ import annotations

# kind -> (English, French), part of the table in `spoken`
CHECKED = {
    "checked_final": (
        "{file}: {errors} to put right, {doubts} to look at. An edition as of {as_of} would be final.",
        "{file} : {errors} à corriger, {doubts} à vérifier. Une édition au {as_of} serait définitive.",
    ),
    "checked_draft": (
        "{file}: {errors} to put right, {doubts} to look at. An edition as of {as_of} would be a draft.",
        "{file} : {errors} à corriger, {doubts} à vérifier. Une édition au {as_of} serait un projet.",
    ),
    "none_printed": (
        "None of its rows would be printed: each is set aside until a cell of it is mended.",
        "Aucune de ses lignes ne serait imprimée : chacune est mise de côté tant qu’une cellule n’est pas "
        "corrigée.",
    ),
    "one_aside": (
        "One of its {read} rows would be set aside: nothing of it would be printed until a cell is mended.",
        "Une de ses {read} lignes serait mise de côté : rien n’en serait imprimé tant qu’une cellule n’est "
        "pas corrigée.",
    ),
    "some_aside": (
        "{count} of its {read} rows would be set aside: nothing of them would be printed until a cell of "
        "each is mended.",
        "{count} de ses {read} lignes seraient mises de côté : rien n’en serait imprimé tant qu’une cellule "
        "de chacune n’est pas corrigée.",
    ),
    "one_decided": (
        "One more was decided by the team and is not listed.",
        "Une autre remarque a été réglée par l’équipe et n’est pas répétée.",
    ),
    "some_decided": (
        "{count} more were decided by the team and are not listed.",
        "{count} autres remarques ont été réglées par l’équipe et ne sont pas répétées.",
    ),
    "one_unused": (
        "One decision fits nothing that stands in the workbook now ({places}): it may stay, or go.",
        "Une décision ne correspond plus à rien dans le classeur ({places}) : elle peut rester, ou partir.",
    ),
    "some_unused": (
        "{count} decisions fit nothing that stands in the workbook now ({places}): they may stay, or go.",
        "{count} décisions ne correspondent plus à rien dans le classeur ({places}) : elles peuvent rester, "
        "ou partir.",
    ),
    "next_best": (
        "The blank cell that would unlock most is {cell}: {unlocks}.",
        "La cellule vide qui débloquerait le plus est {cell} : {unlocks}.",
    ),
}
