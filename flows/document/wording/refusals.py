"""Why no pages are made, as the person who asked for them is told: English beside French, with blanks."""

REFUSALS = {
    "pages_too_slow": (
        "Laying out the pages took longer than the {seconds} seconds granted for a record of this size; "
        "nothing was kept. Ask for the core alone (--extent core), or shorten the longest cells.",
        "La mise en page a pris plus que les {seconds} secondes accordées à un dossier de cette taille ; "
        "rien n’a été conservé. Demandez les deux premières pages seules (--extent core), ou "
        "raccourcissez les cellules les plus longues.",
    ),
    "pages_too_heavy": (
        "Laying out the pages needed more memory than the {megabytes} MB granted, or than this machine "
        "has left; nothing was kept. Close other programs and try again, or ask for the core alone "
        "(--extent core).",
        "La mise en page a demandé plus de mémoire que les {megabytes} Mo accordés, ou qu’il n’en reste "
        "ici ; rien n’a été conservé. Fermez d’autres programmes et recommencez, ou demandez les deux "
        "premières pages seules (--extent core).",
    ),
    "pages_crashed": (
        "The process that lays out the pages ended without an answer; nothing was kept. Try again; if it "
        "happens twice, please report it with the workbook.",
        "Le processus chargé de la mise en page s’est arrêté sans répondre ; rien n’a été conservé. "
        "Recommencez ; si cela se reproduit, merci de le signaler en joignant le classeur.",
    ),
    "pages_no_pango": (
        "The pages cannot be laid out without Pango, which is missing here: “{why}”. Type make setup, "
        "which installs Pango or says how to.",
        "La mise en page est impossible sans Pango, qui manque ici : « {why} ». Tapez make setup : la "
        "commande l’installe ou dit comment faire.",
    ),
    "pages_lost": (
        "The pages lack “{word}” of {id} ({sheet}, row {row}, {column}), so nothing was kept. Shorten that "
        "cell, or report this with the workbook.",
        "Il manque aux pages « {word} » de {id} ({sheet}, ligne {row}, {column}) : rien n’a été conservé. "
        "Raccourcissez cette cellule, ou signalez-le en joignant le classeur.",
    ),
    "pages_lost_word": (
        "The pages lack the word “{word}”, so nothing was kept. Please report this with the workbook.",
        "Il manque aux pages le mot « {word} » : rien n’a été conservé. Merci de le signaler en joignant "
        "le classeur.",
    ),
}
