"""What is said when an edition goes out, English beside French: part of the table in `spoken`."""

from __future__ import annotations

# kind -> (English, French), with the same blanks
SENDING = {
    "not_an_hour": (
        "“{typed}” is not an hour; type it like 2026-11-27 09:00 Europe/Paris.",
        "« {typed} » n’est pas une heure ; saisissez-la sous la forme 2026-11-27 09:00 Europe/Paris.",
    ),
    "hour_without_zone": (
        "“{typed}” does not say of which zone; add one, like Europe/Paris or +01:00.",
        "« {typed} » ne dit pas de quel fuseau ; ajoutez-en un, par exemple Europe/Paris ou +01:00.",
    ),
    "not_a_zone": (
        "“{typed}” is not a time zone; type one like Europe/Paris or America/New_York.",
        "« {typed} » n’est pas un fuseau horaire ; saisissez-en un comme Europe/Paris ou America/New_York.",
    ),
    "hour_not_there": (
        "“{typed}” does not exist: clocks are put forward over it that night. Type another hour.",
        "« {typed} » n’existe pas : cette nuit-là, les horloges la sautent. Saisissez une autre heure.",
    ),
    "hour_twice": (
        "“{typed}” comes twice that night. Put {first} or {last} before the zone to say which is meant.",
        "« {typed} » revient deux fois cette nuit-là. Ajoutez {first} ou {last} devant le fuseau pour dire "
        "laquelle.",
    ),
    "not_a_fingerprint": (
        "“{typed}” is not a SHA-256 fingerprint, which has 64 digits from 0 to f.",
        "« {typed} » n’est pas une empreinte SHA-256, qui compte 64 chiffres de 0 à f.",
    ),
    "not_minutes": (
        "“{typed}” is not a number of minutes up to a week; type it like 15.",
        "« {typed} » n’est pas un nombre de minutes, une semaine au plus ; saisissez par exemple 15.",
    ),
    "mail_not_read": (
        "{variable} does not name a mail server; set it like smtps://user@smtp.example.org:465, without the "
        "password.",
        "{variable} ne désigne pas un serveur de messagerie ; donnez-lui une valeur comme "
        "smtps://user@smtp.example.org:465, sans le mot de passe.",
    ),
    "sender_not_read": (
        "{variable} has to say who sends, with one address: The team <team@example.org>",
        "{variable} doit dire qui envoie, avec une seule adresse : L’équipe <equipe@example.org>",
    ),
    "password_in_clear": (
        "A password never goes out in the clear. Take the user out of the address, or {variable} away.",
        "Un mot de passe ne part jamais en clair. Retirez l’utilisateur de l’adresse, ou supprimez "
        "{variable}.",
    ),
    "password_file": (
        "The file that {variable} names cannot be read.",
        "Le fichier que désigne {variable} est illisible.",
    ),
    "key_file": (
        "The file of the signing key that {variable} names cannot be read.",
        "Le fichier de la clé de signature que désigne {variable} est illisible.",
    ),
    "no_mail_server_named": (
        "No mail server is set. Set {variable} to one, like smtps://user@smtp.example.org:465, or name one "
        "of Prefect’s page with --server.",
        "Aucun serveur de messagerie n’est indiqué. Donnez à {variable} une valeur comme "
        "smtps://user@smtp.example.org:465, ou désignez-en un de la page de Prefect avec --server.",
    ),
    "not_an_edition_named": (
        "“{folder}” is not called as an edition is; give a folder such as outputs/record/2020-06-15-01.",
        "« {folder} » ne porte pas le nom d’une édition ; indiquez un dossier tel que "
        "outputs/record/2020-06-15-01.",
    ),
    "no_list": (
        "The workbook of this edition, {file}, is not in the folder inputs, so nobody knows who receives it. "
        "Name the workbook that has the list: --recipients FILE",
        "Le classeur de cette édition, {file}, n’est pas dans le dossier inputs : on ne sait pas qui la "
        "reçoit. Désignez le classeur qui contient la liste : --recipients FICHIER",
    ),
    "no_channel": (
        "Nothing is sent: “{channel}” is neither mail, nor a folder’s whole path, nor an address such as "
        "s3://bucket/briefings.",
        "Rien n’est envoyé : « {channel} » n’est ni mail, ni le chemin complet d’un dossier, ni une adresse "
        "comme s3://bucket/briefings.",
    ),
    "not_on_the_shelf": (
        "“{edition}” is not an edition on the shelf; choose one of the list.",
        "« {edition} » n’est pas une édition de l’étagère ; choisissez-en une dans la liste.",
    ),
    "no_such_block": (
        "There is no block {block} called “{name}”; look under Blocks on Prefect’s page.",
        "Il n’y a pas de bloc {block} nommé « {name} » ; voyez Blocks sur la page de Prefect.",
    ),
    "block_unfit": (
        "The block “{name}” cannot be used as it stands. {why} It is at {page}.",
        "Le bloc « {name} » n’est pas utilisable en l’état : « {why} » Il se trouve à l’adresse {page}.",
    ),
    "which_block": (
        "There are several of the kind {block}: {names}. Choose one in the form.",
        "Il y en a plusieurs du genre {block} : {names}. Choisissez-en un dans le formulaire.",
    ),
    "sending": ("Sending {edition}", "Envoi de {edition}"),
    "get_first": (
        "gets it: the first edition they receive",
        "la reçoit : première édition pour cette personne",
    ),
    "get_changed": (
        "gets it: {news} changed in what they follow since {since}",
        "la reçoit : {news} concernant ce qu’elle suit depuis {since}",
    ),
    "get_not_kept": (
        "gets it: {since}, which they received last, is no longer kept",
        "la reçoit : {since}, reçue en dernier, n’est plus conservée",
    ),
    "get_pending": ("gets it: planned before, not yet sent", "la reçoit : prévue, pas encore partie"),
    "get_nothing_changed": (
        "gets nothing: nothing changed in what they follow since {since}",
        "ne reçoit rien : aucun changement dans ce qu’elle suit depuis {since}",
    ),
    "get_has_newer": ("gets nothing: they have {since}", "ne reçoit rien : a déjà {since}"),
    "get_sent": ("has it already", "l’a déjà reçue"),
    "get_unknown": ("in doubt: it may have arrived", "en doute : elle est peut-être arrivée"),
    "get_failed": ("failed before", "échec précédent"),
    "news_one": ("1 thing", "1 changement"),
    "news_some": ("{count} things", "{count} changements"),
    "state_sent": ("sent", "envoyée"),
    "state_failed": ("failed: {reply}", "échec : {reply}"),
    "state_unknown": (
        "in doubt: the mail server broke off before it answered ({reply})",
        "en doute : le serveur a rompu avant de répondre ({reply})",
    ),
    "state_pending": ("not sent yet {reply}", "pas encore partie {reply}"),
    "state_claimed": ("being sent", "envoi en cours"),
    "state_in flight": ("being sent", "envoi en cours"),
    "state_removed": ("taken off the list before it was sent", "retirée de la liste avant l’envoi"),
    "sum_sends": ("{count} would get it, {others} would not.", "{count} la recevraient, {others} non."),
    "sum_sent_one": ("{count} sent", "{count} envoyée"),
    "sum_sent": ("{count} sent", "{count} envoyées"),
    "sum_failed_one": ("{count} failed", "{count} échec"),
    "sum_failed": ("{count} failed", "{count} échecs"),
    "sum_doubt_one": ("{count} in doubt", "{count} en doute"),
    "sum_doubt": ("{count} in doubt", "{count} en doute"),
    "sum_waiting_one": ("{count} waiting", "{count} en attente"),
    "sum_waiting": ("{count} waiting", "{count} en attente"),
    "sum_others_one": ("{count} gets nothing this time", "{count} personne ne reçoit rien cette fois"),
    "sum_others": ("{count} get nothing this time", "{count} personnes ne reçoivent rien cette fois"),
    "nothing_new": (
        "Nobody gets it: nothing changed for anyone who is on the list.",
        "Personne ne la reçoit : rien n’a changé pour les personnes de la liste.",
    ),
    "waits_until": (
        "Nothing leaves before {hour}. Send again after that, or with --wait.",
        "Rien ne part avant {hour}. Relancez l’envoi après cette heure, ou avec --wait.",
    ),
    "settle_doubts": (
        "Whether those in doubt arrived, the mail server’s log says: onrecord deliveries --log FILE. Or say "
        "it yourself: --arrived ID, --again ID.",
        "Le journal du serveur de messagerie dit si les envois en doute sont arrivés : onrecord deliveries "
        "--log FICHIER. Ou dites-le vous-même : --arrived ID, --again ID.",
    ),
    "no_deliveries": ("Nothing was ever sent from here.", "Rien n’a jamais été envoyé d’ici."),
    "no_such_delivery": (
        "“{id}” is not the number of one delivery that this could be said of.",
        "« {id} » n’est pas le numéro d’un envoi dont cela puisse se dire.",
    ),
    "settled": ("{id}: noted.", "{id} : c’est noté."),
}  # fmt: skip
