"""Where a checked file is not what it should be: a sentence for each kind of place, English beside French."""

from __future__ import annotations

from flows.edition.sealing import faults

PLACES: dict[str, tuple[str, str]] = {
    **{f"signature_{kind}": both for kind, both in faults.SENTENCES.items()},
    "words_changed": (
        "Page {page}: “{found}” stands where “{issued}” should.",
        "Page {page} : « {found} » au lieu de « {issued} ».",
    ),
    "words_added": ("Page {page}: “{found}” was added.", "Page {page} : « {found} » a été ajouté."),
    "words_missing": (
        "Page {page}: “{issued}” is missing.",
        "Page {page} : il manque « {issued} ».",
    ),
    "words_more": (
        "Page {page}: further differences: {more}.",
        "Page {page} : autres différences : {more}.",
    ),
    "page_rewritten": ("Page {page}: other words.", "Page {page} : d’autres mots."),
    "page_looks": (
        "Page {page}: the same words, but it does not look the same.",
        "Page {page} : les mêmes mots, mais un autre aspect.",
    ),
    "page_count": (
        "{pages} pages instead of {issued}.",
        "{pages} pages au lieu de {issued}.",
    ),
    "page_missing": ("Page {page} is missing.", "Il manque la page {page}."),
    "page_added": ("Page {page} was added.", "La page {page} a été ajoutée."),
    "words_printed": (
        "The pages say of {id}: “{found}”. From the record follows: “{follows}”.",
        "Les pages disent de {id} : « {found} ». Des données découle : « {follows} ».",
    ),
    "row_unknown": (
        "The pages tell of {id}, which the record does not know.",
        "Les pages parlent de {id}, que les données ne connaissent pas.",
    ),
    "file_broken": (
        "In the PDF, {file} is not what its own checksum says.",
        "Dans le PDF, {file} n’est pas ce que dit sa propre somme de contrôle.",
    ),
    "figures_printed": (
        "The title says “{found}”. From the record follows: “{follows}”.",
        "Le titre dit « {found} ». Des données découle : « {follows} ».",
    ),
    "file_missing": ("In the PDF, {file} is missing.", "Dans le PDF, il manque {file}."),
    "file_added": ("In the PDF, {file} was added.", "Dans le PDF, {file} a été ajouté."),
    "file_twice": ("In the PDF, {file} is there twice.", "Dans le PDF, {file} figure deux fois."),
    "file_changed": (
        "In the PDF, {file} is not what follows from the record.",
        "Dans le PDF, {file} n’est pas ce qui découle des données.",
    ),
    "metadata": (
        "The PDF says “{found}” of itself where “{issued}” should stand ({name}).",
        "Le PDF dit de lui-même « {found} » au lieu de « {issued} » ({name}).",
    ),
    "bytes": (
        "It says and shows the same; the first byte that differs is byte {offset} of the file.",
        "Il dit et montre la même chose ; le premier octet qui diffère est l’octet {offset} du fichier.",
    ),
    "undrawable": (
        "The data in it cannot be drawn: {why}",
        "Les données qu’il contient ne peuvent pas être mises en page : {why}",
    ),
    "record_beside": (
        "The record.json in the PDF is not the one beside it.",
        "Le fichier record.json du PDF n’est pas celui qui se trouve à côté.",
    ),
    "status_claimed": (
        "record.json: the status of {id} is said to be {found}; from its rows follows {follows}.",
        "record.json : l’état de {id} serait {found} ; de ses lignes découle {follows}.",
    ),
    "outcome_claimed": (
        "record.json: what came of {id} ({target}) is said to be {found}; from its rows follows {follows}.",
        "record.json : la suite donnée à {id} ({target}) serait {found} ; de ses lignes découle {follows}.",
    ),
    "term_claimed": (
        "record.json: {name} of {id} is said to be {found}; from its rows follows {follows}.",
        "record.json : {name} de {id} serait {found} ; de ses lignes découle {follows}.",
    ),
    "count_claimed": (
        "record.json: {name} is said to be {found}; its findings add up to {follows}.",
        "record.json : {name} serait {found} ; le total de ses constats donne {follows}.",
    ),
    "status_printed": (
        "The pages say of {id}: “{found}” From the record follows: “{follows}”",
        "Les pages disent de {id} : « {found} » Des données découle : « {follows} »",
    ),
    "outcome_printed": (
        "The pages say of {id}: “{found}”. From the record follows: “{follows}”.",
        "Les pages disent de {id} : « {found} ». Des données découle : « {follows} ».",
    ),
    "cell_unprinted": (
        "The record says “{word}” of {id} ({column}), which stands on no page.",
        "Les données disent « {word} » de {id} ({column}), ce qui ne figure sur aucune page.",
    ),
    "more": ("Further differences: {more}.", "Autres différences : {more}."),
    "shelf_missing": ("{file} is missing.", "Il manque {file}."),
    "shelf_changed": (
        "{file} is not the file that the manifest names.",
        "{file} n’est pas le fichier que nomme le manifeste.",
    ),
    "shelf_added": (
        "{file} is no file of this edition.",
        "{file} n’est pas un fichier de cette édition.",
    ),
}
