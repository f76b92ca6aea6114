"""Why settings are looked at. Data only."""

from __future__ import annotations

WHY = {
    "unknown_setting": (
        "A setting under an unknown name does nothing, and looks as if it did.",
        "Un réglage au nom inconnu ne fait rien, et a l’air de faire quelque chose.",
    ),
    "setting_without_name": (
        "A value without a name sets nothing.",
        "Une valeur sans nom ne règle rien.",
    ),
    "setting_without_value": (
        "A name without a value sets nothing.",
        "Un nom sans valeur ne règle rien.",
    ),
    "setting_twice": (
        "Of two values one wins, and nobody sees which.",
        "De deux valeurs, l’une l’emporte, et nul ne voit laquelle.",
    ),
    "setting_set_aside": (
        "What is hidden or struck through is not used, here as elsewhere.",
        "Ce qui est masqué ou barré ne sert pas, ici comme ailleurs.",
    ),
    "number_too_large": (
        "A limit of centuries is a slip: nothing would ever be flagged.",
        "Un seuil de plusieurs siècles est une faute de frappe : rien ne serait jamais signalé.",
    ),
    "unknown_colour": (
        "The page would keep its own colour, and nobody know why.",
        "La note garderait sa propre couleur, et nul ne saurait pourquoi.",
    ),
    "unknown_paper": (
        "Printed on another paper than it was made for, a page loses its edges.",
        "Imprimée sur un autre papier que le sien, une page perd ses bords.",
    ),
    "unknown_section": (
        "A section under an unknown name is neither hidden nor moved.",
        "Une section au nom inconnu n’est ni masquée ni déplacée.",
    ),
    "never_hidden": (
        "Without its sources and its limits nobody could judge the rest.",
        "Sans ses sources ni ses limites, nul ne pourrait juger du reste.",
    ),
    "long_heading": (
        "A heading longer than its line breaks the page.",
        "Un titre plus long que sa ligne casse la page.",
    ),
    "extra_of_no_sheet": (
        "Only columns of sheets that are printed can be printed.",
        "Seules les colonnes de feuilles imprimées peuvent l’être.",
    ),
    "extra_not_there": (
        "A column that does not exist prints nothing.",
        "Une colonne qui n’existe pas n’imprime rien.",
    ),
    "extra_printed": (
        "It would stand on the page twice.",
        "Elle figurerait deux fois dans la note.",
    ),
    "extra_unprinted": (
        "Some columns are kept to the team by promise, whatever a setting says.",
        "Certaines colonnes restent à l’équipe, c’est promis, quoi que dise un réglage.",
    ),
    "long_footer": (
        "A foot longer than its line would run into the text.",
        "Un pied plus long que sa ligne déborderait sur le texte.",
    ),
    "logo_elsewhere": (
        "The page is made without a logo rather than with one that may not show, or that runs code.",
        "La note se fait sans logo plutôt qu’avec un logo qui ne s’affiche pas ou qui exécute du code.",
    ),
    "logo_missing": (
        "The page is made without a logo rather than with one that may not show, or that runs code.",
        "La note se fait sans logo plutôt qu’avec un logo qui ne s’affiche pas ou qui exécute du code.",
    ),
    "logo_unreadable": (
        "The page is made without a logo rather than with one that may not show, or that runs code.",
        "La note se fait sans logo plutôt qu’avec un logo qui ne s’affiche pas ou qui exécute du code.",
    ),
    "logo_too_large": (
        "A huge picture makes every copy that is sent a heavy one.",
        "Une image énorme alourdit chaque exemplaire envoyé.",
    ),
    "logo_of_too_many_pixels": (
        "A huge picture makes every copy that is sent a heavy one.",
        "Une image énorme alourdit chaque exemplaire envoyé.",
    ),
    "logo_of_no_kind": (
        "The page is made without a logo rather than with one that may not show, or that runs code.",
        "La note se fait sans logo plutôt qu’avec un logo qui ne s’affiche pas ou qui exécute du code.",
    ),
    "logo_broken": (
        "The page is made without a logo rather than with one that may not show, or that runs code.",
        "La note se fait sans logo plutôt qu’avec un logo qui ne s’affiche pas ou qui exécute du code.",
    ),
    "logo_of_no_shape": (
        "The head of the page has a place of a certain shape for it.",
        "La tête de la page lui réserve une place d’une certaine forme.",
    ),
    "logo_holds": (
        "The page is made without a logo rather than with one that may not show, or that runs code.",
        "La note se fait sans logo plutôt qu’avec un logo qui ne s’affiche pas ou qui exécute du code.",
    ),
}
