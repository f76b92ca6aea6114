"""Every fixed word of a letter, English beside French."""

from __future__ import annotations

from flows.document.wording.dates import french

# name -> (English, French), with the same blanks; `french` puts in the no-break spaces.
SENTENCES = {
    "subject": (
        "{title}: edition no.\u00a0{number}, as of {date}",
        "{title} : édition n°\u00a0{number}, situation au {date}",
    ),
    "subject_draft": (
        "[DRAFT] {title}: edition no.\u00a0{number}, as of {date}",
        "[PROJET] {title} : édition n°\u00a0{number}, situation au {date}",
    ),
    "edition": ("Edition no.\u00a0{number}, as of {date}", "Édition n°\u00a0{number}, situation au {date}"),
    "first": (
        "This is the first edition you receive. It says what stands on {date}.",
        "Voici la première édition que vous recevez. Elle fait le point au {date}.",
    ),
    "not_kept": (
        "It says what stands on {date}. The last edition you received is no longer kept here, so this letter "
        "cannot say what changed since.",
        "Elle fait le point au {date}. La dernière édition que vous avez reçue n’est plus conservée ici : ce "
        "message ne peut dire ce qui a changé depuis.",
    ),
    "since_one": (
        "Since edition no.\u00a0{number}, of {date}, one thing changed.",
        "Depuis l’édition n°\u00a0{number}, du {date}, il y a eu un changement.",
    ),
    "since_some": (
        "Since edition no.\u00a0{number}, of {date}, {count} things changed.",
        "Depuis l’édition n°\u00a0{number}, du {date}, il y a eu {count} changements.",
    ),
    "followed_one": (
        "Since edition no.\u00a0{number}, of {date}, one thing changed in what you follow: {followed}.",
        "Depuis l’édition n°\u00a0{number}, du {date}, un changement concerne ce que vous suivez : "
        "{followed}.",
    ),
    "followed_some": (
        "Since edition no.\u00a0{number}, of {date}, {count} things changed in what you follow: {followed}.",
        "Depuis l’édition n°\u00a0{number}, du {date}, {count} changements concernent ce que vous suivez : "
        "{followed}.",
    ),
    "follows": ("You follow: {followed}.", "Vous suivez : {followed}."),
    "draft": (
        "This is a draft: some of it may still be put right.",
        "Ceci est un projet : des corrections peuvent encore intervenir.",
    ),
    "changed": ("What changed", "Ce qui a changé"),
    "more": ("{count} more, in the briefing.", "Et {count} de plus, dans la note."),
    "key_points": ("Key points", "L’essentiel"),
    "key_points_followed": ("Key points in what you follow", "L’essentiel de ce que vous suivez"),
    "key_points_other": ("Other key points", "Les autres points essentiels"),
    "briefing": ("The briefing", "La note"),
    "attached": ("{file} ({size}) is attached.", "{file} ({size}) est joint à ce message."),
    "locked": (
        "It opens with the password that reaches you by another way.",
        "Il s’ouvre avec le mot de passe qui vous parvient par une autre voie.",
    ),
    "check": (
        "To check that it arrived as it was issued, compare its SHA-256 fingerprint:",
        "Pour vérifier qu’il vous est parvenu tel qu’il a été émis, comparez son empreinte SHA-256 :",
    ),
    "why": (
        "You are on our list of recipients. To follow something else, or to receive no more, answer this "
        "message.",
        "Vous figurez sur notre liste de destinataires. Pour suivre autre chose, ou ne plus rien recevoir, "
        "répondez à ce message.",
    ),
    "feed": ("Editions as they are issued.", "Les éditions, à mesure de leur parution."),
    "bytes": ("{number} kB", "{number}\u00a0ko"),
}
NUMBERS = {
    "en": (
        *("no", "one", "two", "three", "four", "five", "six"),
        *("seven", "eight", "nine", "ten", "eleven", "twelve"),
    ),
    "fr": (
        *("aucun", "un", "deux", "trois", "quatre", "cinq", "six"),
        *("sept", "huit", "neuf", "dix", "onze", "douze"),
    ),
}


def say(name: str, language: str, /, **blanks: object) -> str:
    """The words of that name, their blanks filled, in `language` ("en" or "fr")."""
    english, translated = SENTENCES[name]
    return (french(translated) if language == "fr" else english).format(**blanks)


def in_words(number: int, language: str) -> str:
    """A number in words up to twelve, in figures beyond."""
    words = NUMBERS[language]
    return words[number] if number < len(words) else str(number)
