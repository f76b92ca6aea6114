"""Why sources and addresses are looked at. Data only."""

from __future__ import annotations

WHY = {
    "no_source": (
        "A statement nobody can look up stands in no key point, no matrix and no quote.",
        "Une affirmation que nul ne peut vérifier n’est dans aucun point essentiel, aucune matrice, "
        "aucune citation.",
    ),
    "incomplete_source": (
        "A bare name does not lead a reader to what was read.",
        "Un simple nom ne mène pas le lecteur à ce qui a été lu.",
    ),
    "retired_source": (
        "What you no longer stand by cannot carry a row.",
        "Ce dont vous ne répondez plus ne peut porter une ligne.",
    ),
    "bare_source": (
        "The list of sources would have an entry that leads nowhere.",
        "La liste des sources aurait une entrée qui ne mène nulle part.",
    ),
    "not_an_address": (
        "The list of sources would offer a link that is none.",
        "La liste des sources offrirait un lien qui n’en est pas un.",
    ),
    "address_without_scheme": (
        "Without its beginning it is only words: the source counts as incomplete, and no reader can "
        "follow it.",
        "Sans son début, ce ne sont que des mots : la source compte comme incomplète, et nul lecteur ne "
        "peut la suivre.",
    ),
    "broken_address": (
        "The link would be printed, and lead nowhere.",
        "Le lien serait imprimé, et ne mènerait nulle part.",
    ),
    "addresses_run_together": (
        "Together they are one address that leads nowhere, and both sources are lost.",
        "Ensemble, elles font une seule adresse qui ne mène nulle part, et les deux sources sont perdues.",
    ),
    "id_beside_address": (
        "The row would rest on one source where it has two.",
        "La ligne ne reposerait que sur une source, alors qu’elle en a deux.",
    ),
    "words_beside_address": (
        "An address cut at a space leads nowhere; words about a source that are not read are lost.",
        "Une adresse coupée à une espace ne mène nulle part ; ce qui est dit d’une source sans être lu est "
        "perdu.",
    ),
    "mail_for_source": (
        "A mail address shows whom to ask, not what was read; and it may be private.",
        "Une adresse électronique dit à qui demander, non ce qui a été lu ; et elle peut être privée.",
    ),
    "file_for_source": (
        "Readers do not have your files: for them the row has no source.",
        "Les lecteurs n’ont pas vos fichiers : pour eux, la ligne est sans source.",
    ),
    "short_address": (
        "It hides where it leads, and is dead once the shortener closes.",
        "Elle cache où elle mène, et meurt avec le service qui l’a raccourcie.",
    ),
    "detour_address": (
        "The filter sees every reader who follows the source, and its addresses last for a while only.",
        "Le filtre voit passer chaque lecteur qui suit la source, et ses adresses ne durent qu’un temps.",
    ),
    "search_address": (
        "The reader gets the results of another day, not the page you read.",
        "Le lecteur obtient les résultats d’un autre jour, non la page que vous avez lue.",
    ),
    "private_address": (
        "It opens on your own network only: for every reader the row has no source.",
        "Elle ne s’ouvre que sur votre réseau : pour tout lecteur, la ligne est sans source.",
    ),
    "recipient_without_address": (
        "Nobody can be written to without an address.",
        "On ne peut écrire à personne sans adresse.",
    ),
    "unusable_address": (
        "The mail would come back, or reach somebody else.",
        "Le message reviendrait, ou irait à quelqu’un d’autre.",
    ),
    "several_addresses": (
        "Each reader gets a copy of their own; of two in one cell neither can be told apart.",
        "Chaque lecteur reçoit son exemplaire ; deux dans une cellule ne se distinguent pas.",
    ),
    "address_twice": (
        "One person would get the same briefing twice.",
        "Une même personne recevrait deux fois la note.",
    ),
    "address_switched_off": (
        "Whoever is switched off in one row must not be written to from another.",
        "Qui est désactivé sur une ligne ne doit pas recevoir la note par une autre.",
    ),
    "unknown_switch": (
        "In doubt nobody is written to.",
        "Dans le doute, on n’écrit à personne.",
    ),
    "unread_switch": (
        "Without that column, people who asked to be left out would be written to.",
        "Sans cette colonne, on écrirait à des personnes qui ont demandé à ne plus recevoir la note.",
    ),
    "unknown_edition_language": (
        "The reader would get the first language of the edition, not their own.",
        "Le lecteur recevrait la première langue de l’édition, non la sienne.",
    ),
    "several_groups": (
        "A sending to one of the groups would pass this reader by.",
        "Un envoi à l’un des groupes oublierait ce lecteur.",
    ),
    "unknown_topic": (
        "What is followed under a name the record does not use brings no news, ever.",
        "Ce qui est suivi sous un nom que le dossier n’emploie pas n’apporte jamais de nouvelles.",
    ),
}
