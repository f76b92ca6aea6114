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
    "outcome_without_evidence": warning(
        ('{header} says "{found}", but "{column}" {empty}: {effect}.',
         'Type in "{column}" the id of a row with a source, dated after the demand, or code another '
         "outcome."),
        ("« {header} » indique « {found} », mais « {column} » {empty} : {effect}.",
         "Saisissez dans « {column} » l’identifiant d’une ligne avec source, postérieure à la demande, "
         "ou codez une autre suite."),
    ),
    "evidence_not_after": warning(
        ('{header} names nothing that came after the demand of {demanded}, only {entries}, and "{column}" '
         'says "{outcome}": {effect}.',
         "Type the id of what came after the demand, or code another outcome.{hint}"),
        ("« {header} » ne cite rien de postérieur à la demande ({demanded}), seulement {entries}, et "
         "« {column} » indique « {outcome} » : {effect}.",
         "Saisissez l’identifiant de ce qui a suivi la demande, ou codez une autre suite.{hint}"),
    ),
    "evidence_undated": warning(
        ('{header} says "{found}", but nothing in "{column}" has a date to show that it came after the '
         "demand: {effect}.",
         "Cite a row with a date in place of {entries}, or code another outcome."),
        ("« {header} » indique « {found} », mais rien dans « {column} » n’a de date qui le montre postérieur "
         "à la demande : {effect}.",
         "Citez une ligne datée à la place de {entries}, ou codez une autre suite."),
    ),
    "evidence_of_another": warning(
        ('{header} names no act of {target} after the demand, only {entries}, and "{column}" says '
         '"{outcome}": {effect}.',
         "Type the id of a later act of {target}, or code another outcome."),
        ("« {header} » ne cite aucun acte de « {target} » postérieur à la demande, seulement {entries}, et "
         "« {column} » indique « {outcome} » : {effect}.",
         "Saisissez l’identifiant d’un acte de « {target} » postérieur à la demande, ou codez une autre "
         "suite."),
    ),
    "found_all_the_same": warning(
        ('{header} says "{found}", but "{column}" names a later act of {target}: {entries}.',
         'Code what came of the demand, or clear "{column}".'),
        ("« {header} » indique « {found} », mais « {column} » cite un acte postérieur de « {target} » : "
         "{entries}.",
         "Codez la suite donnée à la demande, ou videz « {column} »."),
    ),
    "vague_demand": warning(
        ('{header} says "{found}", but nothing says what would satisfy the demand: {effect}.',
         'Say in its "{test}" which observable act would, code its dimensions, or code another outcome.'),
        ("« {header} » indique « {found} », mais rien ne dit ce qui satisferait la demande : {effect}.",
         "Dites dans sa colonne « {test} » quel acte observable la satisferait, codez ses dimensions, "
         "ou codez une autre suite."),
    ),
    "outcome_of_nobody": warning(
        ('{header} says "{found}", but the demand is made to nobody in particular: no page prints it.',
         'Clear {header}, or name in "{column}" the organisation that was asked.'),
        ("« {header} » indique « {found} », mais la demande ne vise personne en particulier : aucune "
         "page ne l’imprime.",
         "Videz « {header} », ou nommez dans « {column} » l’organisation visée."),
    ),
    "nobody_asked": warning(
        ('{header} says "{found}", but {id} asks {target}: the page would say that both were asked.',
         'Type {target}, or in "{column}" the id of a demand made to {found}; if {id} asks both, leave it.'),
        ("« {header} » indique « {found} », alors que {id} s’adresse à « {target} » : la note dirait que "
         "la demande s’adresse aux deux.",
         "Saisissez {target}, ou dans « {column} » l’identifiant d’une demande faite à « {found} » ; si {id} "
         "vise les deux, laissez tel quel."),
    ),
    "demand_not_printed": error(
        ("{header} says {id}, which is retired or set aside: what came of it cannot be printed either.",
         "Put {id} right first, or {withdraw}."),
        ("« {header} » indique {id}, qui est retirée ou mise de côté : la suite donnée ne peut pas être "
         "imprimée non plus.",
         "Corrigez d’abord {id}, ou {withdraw}."),
    ),
    "answers_differ": error(
        ('{header} says "{found}" of {id} for {organisation} ({day}), but {place} says "{other}": nothing '
         "tells which is the later, so neither row is used.",
         'Keep one of the two, or type in "{column}" the day each was checked.'),
        ("« {header} » indique « {found} » pour {id} et « {organisation} » ({day}), mais {place} indique "
         "« {other} » : rien ne dit laquelle de ces réponses est la plus récente, et aucune des deux lignes "
         "n’est utilisée.",
         "Gardez l’une des deux, ou saisissez dans « {column} » le jour où chacune a été vérifiée."),
    ),
    "sector_demand": error(
        ("{header} says {id}, a demand to nobody in particular: no organisation can have answered it.",
         "Give the demand a target of its own in a further row, or {withdraw}."),
        ("« {header} » indique {id}, une demande qui ne vise personne en particulier : aucune organisation "
         "ne peut y avoir répondu.",
         "Ajoutez une ligne où la demande a son propre destinataire, ou {withdraw}."),
    ),
}  # fmt: skip
