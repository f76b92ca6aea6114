"""What is said of the server, at the terminal and to whoever asks it something: data only, for `spoken`."""

SAID = {
    # its start and its end
    "starting": (
        "Starting Prefect's server, which will answer at {address}; the first time this takes up to half "
        "a minute",
        "Démarrage du serveur de Prefect, qui répondra à l’adresse {address} ; la première fois, cela prend "
        "jusqu’à une demi-minute",
    ),
    "starting_for_once": (
        "Starting Prefect's temporary server; the first time this takes up to half a minute",
        "Démarrage d’un serveur Prefect provisoire ; la première fois, cela prend jusqu’à une demi-minute",
    ),
    "running": (
        "Prefect's server is running: the run will show on its page, {address}",
        "Le serveur de Prefect tourne déjà : l’exécution se verra sur sa page, {address}",
    ),
    "not_started": (
        "Prefect's server did not start; the lines above are its own.",
        "Le serveur de Prefect n’a pas démarré ; les lignes ci-dessus sont les siennes.",
    ),
    "broke_down": ("Prefect's server broke down.", "Le serveur de Prefect est tombé en panne."),
    "form": ("The form: {address}", "Le formulaire : {address}"),
    "from_elsewhere": ("From other machines: {address}", "Depuis d’autres machines : {address}"),
    "on_the_page": (
        "On the page it is Deployments, briefing, Run. Ctrl-C stops it.",
        "Sur la page, c’est Deployments, briefing, Run. Ctrl-C arrête le serveur.",
    ),
    # its address
    "taken_by_prefect": (
        "A Prefect server is already running at {address}. Use that one, stop it first, or type: {other}",
        "Un serveur Prefect tourne déjà à l’adresse {address}. Utilisez-le, arrêtez-le d’abord, ou tapez : "
        "{other}",
    ),
    "taken": (
        "Port {port} is taken by {by}. Stop it first, or type: {other}",
        "Le port {port} est occupé par {by}. Arrêtez d’abord ce programme, ou tapez : {other}",
    ),
    "program": ("{name} (process {process})", "{name} (processus {process})"),
    "another_program": ("another program", "un autre programme"),
    "port_kept": (
        "The system lets nobody but its administrator use port {port}. Type: {other}",
        "Le système réserve le port {port} à son administrateur. Tapez : {other}",
    ),
    "not_here": (
        "{host} is no address of this machine.",
        "{host} n’est pas une adresse de cette machine.",
    ),
    "not_a_host": (
        "“{typed}” is not an IP address; type 127.0.0.1 for this machine only, or 0.0.0.0 for every machine "
        "of the network.",
        "« {typed} » n’est pas une adresse IP ; saisissez 127.0.0.1 pour cette seule machine, ou 0.0.0.0 "
        "pour toutes celles du réseau.",
    ),
    "no_host_set": (
        "PREFECT_SERVER_API_HOST is “{typed}”, which is not an IP address; set 127.0.0.1 for this machine "
        "only, 0.0.0.0 for every machine of the network, or none.",
        "PREFECT_SERVER_API_HOST vaut « {typed} », ce qui n’est pas une adresse IP ; donnez-lui 127.0.0.1 "
        "pour cette seule machine, 0.0.0.0 pour toutes celles du réseau, ou aucune valeur.",
    ),
    "not_a_name": (
        "ON_RECORD_HOSTS names “{typed}”, which is not the name of a machine; set names such as "
        "briefing.example.org, with commas between them.",
        "ON_RECORD_HOSTS cite « {typed} », ce qui n’est pas un nom de machine ; donnez-lui des noms comme "
        "briefing.example.org, séparés par des virgules.",
    ),
    "not_an_outside_address": (
        "ON_RECORD_URL is “{typed}”; set the address people open, such as https://briefing.example.org, "
        "without a path.",
        "ON_RECORD_URL vaut « {typed} » ; donnez-lui l’adresse que l’on ouvre, comme "
        "https://briefing.example.org, sans chemin.",
    ),
    # the name and password it asks for
    "auth_lacking": (
        "{host} can be reached from other machines, and nobody would be asked for a password. Write a name "
        "and a password into a file, as name:password, and type: onrecord ui --auth-file FILE (or set "
        "{variable}).",
        "{host} est accessible depuis d’autres machines, et personne n’aurait à donner de mot de passe. "
        "Écrivez dans un fichier un nom et un mot de passe, sous la forme nom:motdepasse, et tapez : "
        "onrecord ui --auth-file FICHIER (ou donnez une valeur à {variable}).",
    ),
    "auth_unreadable": (
        "The file with the name and password, {file}, cannot be read: {why}.",
        "Impossible de lire le fichier du nom et du mot de passe, {file} : le système répond « {why} ».",
    ),
    "auth_empty": (
        "{where} is empty; it has to hold a name and a password, as name:password.",
        "{where} est vide ; il y faut un nom et un mot de passe, sous la forme nom:motdepasse.",
    ),
    "auth_shape": (
        "What {where} holds is not a name and a password; write them as name:password.",
        "Ce que contient {where} n’est pas un nom et un mot de passe ; écrivez-les sous la forme "
        "nom:motdepasse.",
    ),
    "auth_letters": (
        "The name or the password in {where} holds a character that cannot be sent as part of one; use "
        "letters without accents, digits and punctuation.",
        "Le nom ou le mot de passe de {where} contient un caractère qui ne peut pas être transmis ; utilisez "
        "des lettres sans accent, des chiffres et des signes de ponctuation.",
    ),
    "auth_differs": (
        "{variable} and {file} hold different names or passwords; keep only one of the two.",
        "{variable} et {file} ne contiennent pas le même nom ou le même mot de passe ; ne gardez que l’un "
        "des deux.",
    ),
    "auth_open": (
        "Others on this machine can read the password. Type: chmod 600 {file}",
        "D’autres utilisateurs de cette machine peuvent lire le mot de passe. Tapez : chmod 600 {file}",
    ),
    "auth_asked": (
        "The server at {address} asks for another name and password. Set {variable} to them, as "
        "name:password, or name the file that holds them in ON_RECORD_AUTH_FILE.",
        "Le serveur à l’adresse {address} demande un autre nom et un autre mot de passe. Donnez-les à "
        "{variable}, sous la forme nom:motdepasse, ou indiquez dans ON_RECORD_AUTH_FILE le fichier qui les "
        "contient.",
    ),
    # what it does not answer
    "address_odd": (
        "No address of this server looks like this one.",
        "Aucune adresse de ce serveur n’est de cette forme.",
    ),
    "address_long": ("This address is too long.", "Cette adresse est trop longue."),
    "misdirected": (
        "This server is not called {host}. If it stands behind a proxy, name it in ON_RECORD_HOSTS or "
        "ON_RECORD_URL.",
        "Ce serveur ne s’appelle pas {host}. S’il est derrière un serveur mandataire, indiquez ce nom dans "
        "ON_RECORD_HOSTS ou ON_RECORD_URL.",
    ),
    "from_another_page": (
        "Another site asked for this. Open this server’s own page; if it stands behind a proxy, set "
        "ON_RECORD_URL to the address people open.",
        "C’est un autre site qui le demande. Ouvrez la page de ce serveur ; s’il est derrière un serveur "
        "mandataire, donnez à ON_RECORD_URL l’adresse que l’on ouvre.",
    ),
    "name_yourself": (
        "This needs the name and password of this server.",
        "Il faut ici le nom et le mot de passe de ce serveur.",
    ),
    "content_large": ("This is too much at once.", "C’est trop à la fois."),
    "content_odd": (
        "This holds a character or a number that cannot be stored. Take it out and send it again.",
        "Ce contenu comporte un caractère ou un nombre qui ne peut pas être enregistré. Retirez-le, puis "
        "renvoyez le tout.",
    ),
    "content_unshown": (
        "A run cannot be asked for in a state that holds data.",
        "Une exécution ne peut pas être demandée dans un état qui contient des données.",
    ),
}
