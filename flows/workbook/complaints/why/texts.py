"""Why words and quotes are looked at. Data only."""

from __future__ import annotations

WHY = {
    "unprintable_character": (
        "The reader would see a code where a sign was meant.",
        "Le lecteur verrait un code là où un signe était voulu.",
    ),
    "too_long": (
        "The two pages that stand alone have room for so much: a longer text pushes another off.",
        "Les deux pages qui se suffisent ont juste cette place : un texte plus long en chasse un autre.",
    ),
    "very_long": (
        "Nobody reads a page that is one cell.",
        "Personne ne lit une page faite d’une seule cellule.",
    ),
    "mojibake": (
        "The page prints what stands there: readers would see “dÃ©cision”, and doubt the rest.",
        "La note imprime ce qui s’y trouve : le lecteur verrait « dÃ©cision », et douterait du reste.",
    ),
    "lost_letter": (
        "A letter was lost on the way from another program, and only the source still has it.",
        "Une lettre s’est perdue en venant d’un autre programme, et seule la source l’a encore.",
    ),
    "markup": (
        "A cell is text and nothing else: code from a web page would be printed letter by letter.",
        "Une cellule est du texte et rien d’autre : le code d’une page web serait imprimé lettre par lettre.",
    ),
    "note_to_self": (
        "Readers would see what was meant for the team, and doubt what stands beside it.",
        "Le lecteur verrait ce qui n’était destiné qu’à l’équipe, et douterait du reste.",
    ),
    "split_word": (
        "The page breaks its own lines: a hyphen copied from another one stands in mid-line.",
        "La note coupe ses propres lignes : un trait d’union repris d’ailleurs tombe au milieu.",
    ),
    "cut_off": (
        "A sentence without its end may say the opposite of what it was to say.",
        "Une phrase sans sa fin peut dire le contraire de ce qu’elle devait dire.",
    ),
    "not_words": (
        "The reader would get a date or an address where the fact should be told.",
        "Le lecteur trouverait une date ou une adresse là où le fait devrait être dit.",
    ),
    "same_text": (
        "The edition in the other language would print the wrong language without a mark.",
        "L’édition dans l’autre langue imprimerait la mauvaise langue sans le signaler.",
    ),
    "translation_like_quote": (
        "A translation would be printed as the words that somebody spoke.",
        "Une traduction serait imprimée comme les mots mêmes de quelqu’un.",
    ),
    "twin_of_other_language": (
        "The edition in that language would print the other one without a word.",
        "L’édition dans cette langue imprimerait l’autre sans le dire.",
    ),
    "other_language": (
        "The quote would be marked, and read aloud, in a language it is not in.",
        "La citation serait marquée, et lue à voix haute, dans une langue qui n’est pas la sienne.",
    ),
    "letters_of_two_alphabets": (
        "It looks right and is another word: searches miss it, and one body becomes two.",
        "Il a l’air juste et c’est un autre mot : les recherches le manquent, et un organisme en devient "
        "deux.",
    ),
    "outer_marks": (
        "The page sets quotation marks of its own: the quote would have two pairs.",
        "La note met ses propres guillemets : la citation en aurait deux paires.",
    ),
    "speaker_in_quote": (
        "All that stands in the cell is printed between quotation marks, as if it had been said.",
        "Tout ce que contient la cellule est imprimé entre guillemets, comme si cela avait été dit.",
    ),
    "quote_without_speaker": (
        "Words are never printed without the one who said them.",
        "Des mots ne sont jamais imprimés sans celui qui les a dits.",
    ),
    "quote_without_role": (
        "Whether a chief or a clerk said it matters, and so does what they were on that day.",
        "Qu’un dirigeant ou un employé l’ait dit importe, et sa fonction ce jour-là aussi.",
    ),
    "quote_without_day": (
        "Words are printed with the day on which they were said, or not at all.",
        "Des mots sont imprimés avec le jour où ils ont été dits, ou pas du tout.",
    ),
    "quote_without_language": (
        "Without its language the page cannot tell whether the quote needs a translation.",
        "Sans sa langue, la note ne sait pas si la citation a besoin d’une traduction.",
    ),
    "translation_without_translator": (
        "A translation is somebody’s reading of the words; readers must see whose.",
        "Une traduction est la lecture de quelqu’un ; le lecteur doit voir de qui.",
    ),
    "unknown_translator": (
        "Readers must see whether the team, a publisher or an authority has translated.",
        "Le lecteur doit voir si l’équipe, un éditeur ou une autorité a traduit.",
    ),
    "machine_translation": (
        "Nobody said these words, and no person vouches for them: they are no quote.",
        "Personne n’a dit ces mots, et personne n’en répond : ce n’est pas une citation.",
    ),
    "unknown_outcome": (
        "The matrix has one mark for each outcome of the list, and none for others.",
        "La matrice a une marque pour chaque suite de la liste, et aucune pour les autres.",
    ),
    "unknown_coding": (
        "The matrix has one mark for each outcome of the list: this demand would get “not checked”.",
        "La matrice a une marque pour chaque suite de la liste : cette demande aurait « non vérifié ».",
    ),
    "outcome_without_evidence": (
        "“Met” or “refused” is a claim about somebody: without evidence it is not printed.",
        "« Satisfaite » ou « refusée » affirme quelque chose de quelqu’un : sans preuve, on ne l’imprime "
        "pas.",
    ),
    "evidence_not_after": (
        "Only what comes after a demand answers it: else the act that was criticised would be its own "
        "answer.",
        "Seul ce qui suit une demande y répond : sinon, l’acte critiqué serait sa propre réponse.",
    ),
    "evidence_undated": (
        "Without a day nobody can tell whether it came after the demand.",
        "Sans date, nul ne peut dire si cela a suivi la demande.",
    ),
    "evidence_of_another": (
        "What one company did is no answer of another.",
        "Ce qu’a fait une entreprise n’est pas la réponse d’une autre.",
    ),
    "found_all_the_same": (
        "The page would say that nothing was found, beside what was found.",
        "La note dirait que rien n’a été trouvé, à côté de ce qui l’a été.",
    ),
    "vague_demand": (
        "Where nothing says what would satisfy a demand, “met” would be our own opinion.",
        "Si rien ne dit ce qui satisferait une demande, « satisfaite » serait notre propre avis.",
    ),
    "outcome_of_nobody": (
        "A demand to “others” names nobody who could have answered it.",
        "Une demande aux « autres » ne nomme personne qui ait pu y répondre.",
    ),
    "nobody_asked": (
        "A body that nobody asked would stand in the matrix as one that owes an answer.",
        "Un organisme à qui nul n’a rien demandé figurerait dans la matrice comme devant une réponse.",
    ),
    "demand_not_printed": (
        "An answer to a demand that is not on the page would answer nothing.",
        "La réponse à une demande absente de la note ne répondrait à rien.",
    ),
    "answers_differ": (
        "Two answers of one day that differ: the page would have to choose, and does not.",
        "Deux réponses d’un même jour qui diffèrent : la note devrait choisir, et ne le fait pas.",
    ),
    "sector_demand": (
        "A demand to a whole sector is never pinned on one company.",
        "Une demande à tout un secteur n’est jamais imputée à une seule entreprise.",
    ),
}
