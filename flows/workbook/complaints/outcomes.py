"""What is said of an outcome that cannot be read, or that its evidence cannot carry (R7). Data only."""

from __future__ import annotations

from flows.workbook.complaints.patterns import Complaint, error, warning

RULES: dict[str, Complaint] = {
    "unknown_outcome": error(
        ('{header} says "{found}", which is not on its list: nobody can tell what came of the demand.',
         "{guess}Type one of: {allowed}."),
        ("« {header} » indique « {found} », qui n’est pas dans sa liste : on ne sait pas quelle suite "
         "la demande a eue.",
         "{guess}Saisissez l’une de ces valeurs : {allowed}."),
    ),
    "unknown_coding": warning(
        ('{header} says "{found}", which is not on its list: the demand counts as not checked.',
         "{guess}Type one of: {allowed}."),
        ("« {header} » indique « {found} », qui n’est pas dans sa liste : la demande compte comme "
         "non vérifiée.",
         "{guess}Saisissez l’une de ces valeurs : {allowed}."),
    ),
    "demand_not_printed": error(
        ("{header} says {id}, which is retired or set aside: what came of it cannot be printed either.",
         'Put {id} right first, or write in "{retired}" why this row is withdrawn too.'),
        ("« {header} » indique {id}, qui est retirée ou mise de côté : la suite donnée ne peut pas être "
         "imprimée non plus.",
         "Corrigez d’abord {id}, ou écrivez dans « {retired} » pourquoi cette ligne est retirée elle aussi."),
    ),
    "sector_demand": error(
        ("{header} says {id}, a demand to nobody in particular: no organisation can have answered it.",
         'Give the demand a target of its own in a further row, or write in "{retired}" why this row is '
         "withdrawn."),
        ("« {header} » indique {id}, une demande qui ne vise personne en particulier : aucune organisation "
         "ne peut y avoir répondu.",
         "Ajoutez une ligne où la demande a son propre destinataire, ou écrivez dans « {retired} » pourquoi "
         "cette ligne est retirée."),
    ),
}  # fmt: skip
