"""What is said of a row's sources: none, too little, or ones that cannot be used (R10). Data only."""

from __future__ import annotations

from flows.workbook.complaints.patterns import Complaint, warning

RULES: dict[str, Complaint] = {
    "no_source": warning(
        ("{header} {blank}: without a source the row counts in no finding.",
         "Type a web address, or the id of a source such as S001."),
        ("« {header} » {blank} : sans source, la ligne ne compte dans aucun constat.",
         "Saisissez une adresse web, ou l’identifiant d’une source, par exemple S001."),
    ),
    "incomplete_source": warning(
        ('{header} says "{found}", which is not enough to find the source again.',
         "{guess}Type a web address, the id of a source such as S001, or a title and its date."),
        ("« {header} » indique « {found} », ce qui ne suffit pas pour retrouver la source.",
         "{guess}Saisissez une adresse web, l’identifiant d’une source, par exemple S001, ou un titre et "
         "sa date."),
    ),
    "retired_source": warning(
        ("{header} says {id}, a source that is retired: the row counts in no finding.",
         "Type a web address, or the id of another source."),
        ("« {header} » indique {id}, une source retirée : la ligne ne compte dans aucun constat.",
         "Saisissez une adresse web, ou l’identifiant d’une autre source."),
    ),
    "bare_source": warning(
        ("{header} says {id}, a source without address, title or file: the row counts in no finding.",
         'Fill "{url}", "{title}" or "{file}" in row {line} of {sheet}, or type the id of another source.'),
        ("« {header} » indique {id}, une source sans adresse, ni titre, ni fichier : la ligne ne compte "
         "dans aucun constat.",
         "Remplissez « {url} », « {title} » ou « {file} » à la ligne {line} de « {sheet} », ou saisissez "
         "l’identifiant d’une autre source."),
    ),
}  # fmt: skip
