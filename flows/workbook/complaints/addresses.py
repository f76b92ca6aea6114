"""What is said of web addresses that lead nowhere, or not to what was read. Data only."""

from __future__ import annotations

from flows.workbook.complaints.patterns import Complaint, warning

RULES: dict[str, Complaint] = {
    "not_an_address": warning(
        ('{header} says "{found}", which is not a web address.',
         "Type the whole address, beginning with https://, or clear the cell."),
        ("« {header} » indique « {found} », qui n’est pas une adresse web.",
         "Saisissez l’adresse entière, à partir de https://, ou videz la cellule."),
    ),
    "address_without_scheme": warning(
        ('{header} says "{found}", which may be a web address, but lacks its beginning.',
         "If it is one, type {offered}; better still, copy it whole from the browser."),
        ("« {header} » indique « {found} », sans doute une adresse web, mais sans son début.",
         "Si c’en est une, saisissez {offered} ; mieux, copiez-la en entier depuis le navigateur."),
    ),
    "broken_address": warning(
        ('{header} says "{found}", a web address that leads nowhere: {fault}.',
         "{guess}Copy it anew from the browser."),
        ("« {header} » indique « {found} », une adresse web qui ne mène nulle part : {fault}.",
         "{guess}Copiez-la de nouveau depuis le navigateur."),
    ),
    "addresses_run_together": warning(
        ('{header} says "{found}", several web addresses with nothing between them.',
         "Put ; between two: {entries}."),
        ("« {header} » indique « {found} », plusieurs adresses web sans rien entre elles.",
         "Séparez-les par ; comme ceci : {entries}."),
    ),
    "mail_for_source": warning(
        ('{header} says "{found}", a mail address: no reader can look anything up there.',
         "Type the address of a page, the id of a source such as S001, or a title and its date."),
        ("« {header} » indique « {found} », une adresse électronique : aucun lecteur n’y retrouvera rien.",
         "Saisissez l’adresse d’une page, l’identifiant d’une source, par exemple S001, ou un titre et "
         "sa date."),
    ),
    "file_for_source": warning(
        ('{header} says "{found}", a file that only this machine has.',
         "Type the address of the page it came from; a file that you keep goes on the sheet of sources, "
         'under "file".'),
        ("« {header} » indique « {found} », un fichier qui ne se trouve que sur cette machine.",
         "Saisissez l’adresse de la page d’où il vient ; un fichier que vous conservez va dans la feuille "
         "des sources, sous « fichier »."),
    ),
    "id_beside_address": warning(
        ('{header} says "{found}", an id and a web address with no ; between them: only the address is read.',
         "Put ; between two: {entries}."),
        ("« {header} » indique « {found} », un identifiant et une adresse web sans ; entre eux : seule "
         "l’adresse est lue.",
         "Séparez-les par ; comme ceci : {entries}."),
    ),
    "words_beside_address": warning(
        ('{header} says "{found}": beside the address, "{lost}" is not read, and printed nowhere.',
         "If it is part of the address, copy the whole of it anew from the browser; if not, keep only the "
         "address, and say more of the source in a row of the sheet of sources."),
        ("« {header} » indique « {found} » : à côté de l’adresse, « {lost} » n’est ni lu ni imprimé.",
         "Si cela fait partie de l’adresse, copiez-la de nouveau en entier depuis le navigateur ; sinon, "
         "ne laissez que l’adresse, et décrivez la source dans une ligne de la feuille des sources."),
    ),
    "short_address": warning(
        ('{header} says "{found}", a shortened address: it hides where it leads, and may cease to.',
         "Open it, and type the address that the browser then shows."),
        ("« {header} » indique « {found} », une adresse raccourcie : elle cache où elle mène, et peut cesser "
         "d’y mener.",
         "Ouvrez-la, et saisissez l’adresse que le navigateur affiche alors."),
    ),
    "detour_address": warning(
        ('{header} says "{found}", which leads to the page by way of a mail filter, a search or a network: '
         "it may cease to, and tells who clicked.",
         "{end}"),
        ("« {header} » indique « {found} », qui mène à la page en passant par un filtre de messagerie, une "
         "recherche ou un réseau : elle peut cesser de le faire, et dit qui a cliqué.",
         "{end}"),
    ),
    "search_address": warning(
        ('{header} says "{found}", a search, which gives another answer tomorrow.',
         "Open the page you read, and type its own address."),
        ("« {header} » indique « {found} », une recherche, dont la réponse sera autre demain.",
         "Ouvrez la page que vous avez lue, et saisissez son adresse à elle."),
    ),
    "private_address": warning(
        ('{header} says "{found}", an address within your own network: no reader can open it.',
         "Type an address that everybody can open."),
        ("« {header} » indique « {found} », une adresse de votre propre réseau : aucun lecteur ne peut "
         "l’ouvrir.",
         "Saisissez une adresse que tout le monde peut ouvrir."),
    ),
}  # fmt: skip

FAULTS = {
    "space": {"en": "there is a space in it", "fr": "elle contient une espace"},
    "scheme": {"en": "it does not begin with https:// or http://",
               "fr": "elle ne commence ni par https:// ni par http://"},
    "host": {"en": "what follows https:// is not the name of a site",
             "fr": "ce qui suit https:// n’est pas le nom d’un site"},
    "cut": {"en": "its end is left out", "fr": "la fin manque"},
}  # fmt: skip
"""What is wrong with an address, as it is spoken of."""
