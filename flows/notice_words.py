"""What is said at the terminal of notices: who is told of a failure or a draft, English beside French."""

from __future__ import annotations

# kind -> (English, French), part of the table in `spoken`
NOTICES = {
    "not_an_address": (
        "“{typed}” is not one e-mail address; type it like team@example.org.",
        "« {typed} » n’est pas une adresse de courriel, une seule ; saisissez-la sous la forme "
        "equipe@example.org.",
    ),
    "not_a_webhook": (
        "The address of a webhook begins with https:// or http:// and names a server; paste it whole.",
        "L’adresse d’un webhook commence par https:// ou http:// et désigne un serveur ; collez-la "
        "en entier.",
    ),
    "told_by_webhook": (
        "From now on the webhook is called when a run fails or makes a draft. It has just taken a first "
        "notice. To end it: {off}",
        "Désormais, le webhook est appelé quand une exécution échoue ou produit un projet. Il vient de "
        "recevoir un premier avis. Pour y mettre fin : {off}",
    ),
    "told_by_mail": (
        "From now on {address} gets a mail when a run fails or makes a draft. A first one has just gone out "
        "through the mail server “{server}”. To end it: {off}",
        "Désormais, {address} reçoit un courriel quand une exécution échoue ou produit un projet. Un premier "
        "vient de partir par le serveur de messagerie « {server} ». Pour y mettre fin : {off}",
    ),
    "told_no_more": (
        "Nobody is told any more; the addresses are forgotten.",
        "Plus personne n’est averti ; les adresses sont effacées.",
    ),
    "told_nobody": ("Nobody was told; there is nothing to end.", "Personne n’était averti ; rien à arrêter."),
    "nothing_pasted": (
        "Nothing came on standard input, where the address of the webhook was to come from.",
        "Rien n’est arrivé sur l’entrée standard, d’où devait venir l’adresse du webhook.",
    ),
    "only_with_mail": ("{option} goes with --mail only.", "{option} ne va qu’avec --mail."),
    "notice_not_taken": (
        "A first notice did not get through, so nothing was changed. The answer: “{why}”.",
        "Un premier avis n’est pas passé ; rien n’a donc été changé. La réponse : « {why} ».",
    ),
    "no_mail_server": (
        "No mail server is set up yet. Fill in {page} and type the same again.",
        "Aucun serveur de messagerie n’est encore réglé. Remplissez {page} et retapez la même commande.",
    ),
    "which_mail_server": (
        "There are several mail servers: {names}. Say which one with --server.",
        "Il y a plusieurs serveurs de messagerie : {names}. Précisez lequel avec --server.",
    ),
    "not_a_mail_server": (
        "There is no mail server “{name}”; there is: {names}.",
        "Il n’y a pas de serveur de messagerie « {name} » ; il y a : {names}.",
    ),
    "server_unfit": (
        "The mail server “{name}” cannot be used as it stands. {why} It is at {page}.",
        "Le serveur de messagerie « {name} » n’est pas utilisable en l’état : « {why} » Il se trouve à "
        "l’adresse {page}.",
    ),
    "no_server": (
        "No server is running at {address}; start it with make ui, and type the same again.",
        "Aucun serveur ne tourne à l’adresse {address} ; démarrez-le avec make ui et retapez la même "
        "commande.",
    ),
    "server_balked": (
        "The server at {address} answered {status} and did not do it; nothing else was changed.",
        "Le serveur à l’adresse {address} a répondu {status} et ne l’a pas fait ; rien d’autre n’a changé.",
    ),
}
