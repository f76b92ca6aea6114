"""Every sentence said to the person at the terminal, English beside French; the locale chooses.

What a file, a cell or a disk is refused for is worded where it is found out, and what the server says beside
it; what Prefect's own page shows stays English, and so do the help texts of `onrecord`.
"""

from __future__ import annotations

from typing import Protocol, runtime_checkable

from flows import settings
from flows.check_words import CHECKED
from flows.dispatch.words import SENDING
from flows.document.wording.dates import french
from flows.document.wording.refusals import REFUSALS
from flows.notice_words import NOTICES
from flows.serving.sentences import SAID
from flows.to_fix_words import COPIES

# kind -> (English, French), with the same blanks; `french` puts in the no-break spaces.
SENTENCES = {
    # what is being done
    "going_on": ("{doing} ...", "{doing}…"),
    "reading": ("Reading {file}", "Lecture de {file}"),
    "so_far": ("{doing}, {seconds} s", "{doing}, {seconds} s"),
    "cleaning": ("Cleaning", "Nettoyage"),
    "finding": ("Finding what follows on {as_of}", "Calcul de ce qui en découle au {as_of}"),
    "rendering_en": ("Rendering English", "Mise en page de la version anglaise"),
    "rendering_fr": ("Rendering French", "Mise en page de la version française"),
    "keeping": ("Keeping the edition", "Enregistrement de l’édition"),
    "making": ("Making the edition of {file}", "Production de l’édition de {file}"),
    # what came out
    "final": ("Final edition no. {number}.", "Édition définitive n°\u00a0{number}."),
    "draft": (
        "Edition no. {number} is a draft, not for distribution, because {reasons}.",
        "L’édition n°\u00a0{number} est un projet, à ne pas diffuser : {reasons}.",
    ),
    "made_before": (
        "Nothing was made anew: this edition came of the very same workbook, order and version.",
        "Rien n’a été refait : cette édition provient du même classeur, de la même demande et de la même "
        "version.",
    ),
    "none_waits": ("", ""),
    "one_waits": (
        " One row is set aside until a cell of it is mended.",
        " Une ligne est mise de côté en attendant qu’une de ses cellules soit corrigée.",
    ),
    "some_wait": (
        " {rows} rows are set aside until a cell of each is mended.",
        " {rows} lignes sont mises de côté en attendant qu’une cellule de chacune soit corrigée.",
    ),
    "next_reason": ("; ", " ; "),
    "kept_in": ("The edition is kept in {folder}.", "L’édition est enregistrée dans {folder}."),
    "to_see_problems": (
        "To see every problem, cell by cell: {command}",
        "Pour voir chaque problème, cellule par cellule : {command}",
    ),
    "nothing": ("nothing", "rien"),
    "set_aside": (
        "Set aside until resolved: {sheet}, row {row}",
        "Mise de côté en attendant d’être corrigée : {sheet}, ligne {row}",
    ),
    "begun": (
        "{file} is ready: its sheet “{sheet}” says how to begin. Once rows are typed: {command}",
        "{file} est prêt : sa feuille « {sheet} » dit comment commencer. Une fois des lignes saisies : "
        "{command}",
    ),
    "carried_over": (
        "{file} holds {rows}, carried over from {old}. To see every problem, cell by cell: {command}",
        "{file} contient {rows}, repris de {old}. Pour voir chaque problème, cellule par cellule : {command}",
    ),
    "to_look_at": (
        "{count} to look at, listed above and on the sheet {sheet}.",
        "À vérifier : {count}, d’après la liste ci-dessus et la feuille {sheet}.",
    ),
    # what was in the way
    "stopped": ("Stopped.", "Arrêté."),
    "stopped_early": ("Stopped. Nothing was kept.", "Arrêté. Rien n’a été conservé."),
    "not_whole": (
        "A page could not be drawn whole: {detail}",
        "Une page n’a pas pu être dessinée en entier : {detail}",
    ),
    "temporary": (
        "The pages could not be drawn: the temporary folder, {folder}, cannot be written to (“{why}”). "
        "Make room there, or name another folder in TMPDIR.",
        "Les pages n’ont pas pu être mises en forme : impossible d’écrire dans le dossier temporaire, "
        "{folder} (« {why} »). Libérez-y de la place, ou indiquez un autre dossier dans TMPDIR.",
    ),
    "does_not_add_up": (
        "No edition was made: the rows read and the rows accounted for differ. {figures}. "
        "Please report this with the workbook; no cell of yours is the cause.",
        "Aucune édition n’a été produite : les lignes lues et les lignes comptées diffèrent. {figures}. "
        "Merci de le signaler en joignant le classeur ; aucune de vos cellules n’est en cause.",
    ),
    "not_after": (
        "The next edition, of {next_on}, has to come after this one, of {as_of}.",
        "La prochaine édition, du {next_on}, doit suivre celle-ci, du {as_of}.",
    ),
    "not_in_inputs": (
        "“{file}” is not a workbook in the folder inputs. These are there: {there}.",
        "« {file} » n’est pas un classeur du dossier inputs. Il s’y trouve : {there}.",
    ),
    "inputs_empty": (
        "“{file}” is not there: the folder inputs holds no workbook. Save one in it, then try again.",
        "« {file} » est introuvable : le dossier inputs ne contient aucun classeur. Enregistrez-en un, puis "
        "réessayez.",
    ),
    "edition_changed": (
        "The edition that was to be approved, {edition}, has been changed or removed since it was shown. "
        "Nothing goes out; press Run to make it again.",
        "L’édition soumise à approbation, {edition}, a été modifiée ou supprimée depuis qu’elle a été "
        "montrée. Rien ne part ; relancez pour la refaire.",
    ),
    "not_made": ("The edition could not be made.", "L’édition n’a pas pu être produite."),
    "file_refused": ("{file}: {why}.", "{file} : le système répond « {why} »."),
    "result_refused": (
        "The result could not be written: {why}.",
        "Le résultat n’a pas pu être écrit : le système répond « {why} ».",
    ),
    "apology": (
        "The program itself is at fault, no cell of yours; nothing was kept. Please report this line with "
        "the workbook: {fault} ({file}, line {line}).",
        "C’est le programme lui-même qui est en cause, aucune de vos cellules ; rien n’a été conservé. Merci "
        "de signaler cette ligne en joignant le classeur : {fault} ({file}, ligne {line}).",
    ),
    **CHECKED,
    **COPIES,
    **REFUSALS,
    **SAID,
    **NOTICES,
    **SENDING,
    # what was typed
    "empty": (
        "An empty value names no file and no folder; type a path.",
        "Une valeur vide ne désigne ni fichier ni dossier ; saisissez un chemin.",
    ),
    "no_pdf_no_edition": (
        "{file} is neither a PDF nor the folder of an edition.",
        "{file} n’est ni un PDF ni le dossier d’une édition.",
    ),
    "no_password": (
        "No password stands on the first line of {file}.",
        "La première ligne de {file} ne contient pas de mot de passe.",
    ),
    "no_command": (
        "Type after {command} what it is to do:",
        "Tapez après {command} ce qu’il y a à faire (l’aide est en anglais) :",
    ),
    "not_a_date": (
        "“{typed}” is not a date; type it like 2020-06-15.",
        "« {typed} » n’est pas une date ; saisissez-la sous la forme 2020-06-15.",
    ),
    "not_a_port": (
        "“{typed}” is not a port; type a number from 1 to 65535.",
        "« {typed} » n’est pas un port ; saisissez un nombre de 1 à 65535.",
    ),
    "no_port_set": (
        "PREFECT_SERVER_API_PORT is “{typed}”, which is not a port; set a number from 1 to 65535, or none.",
        "PREFECT_SERVER_API_PORT vaut « {typed} », ce qui n’est pas un port ; donnez-lui un nombre de 1 à "
        "65535, ou aucune valeur.",
    ),
    "not_a_language": (
        "“{typed}” is not a language of the briefing; type en, fr, or both.",
        "« {typed} » n’est pas une langue du document ; saisissez en, fr ou les deux.",
    ),
    "usage": (
        "{wrong}. Type {command} --help for an example.",
        "{wrong}. Tapez {command} --help pour un exemple (l’aide est en anglais).",
    ),
    "usage_lacking": ("{what} is missing", "Il manque {what}"),
    "usage_choice": (
        "{option}: “{found}” is not one of {choices}",
        "{option} : « {found} » n’est pas un choix possible ; les voici : {choices}",
    ),
    "usage_one_of": (
        "Type one of {options}",
        "Tapez l’une des options suivantes : {options}",
    ),
    "usage_not_both": (
        "{option} and {other} do not go together; type one at a time",
        "{option} et {other} ne vont pas ensemble ; tapez-les l’une après l’autre",
    ),
    "usage_no_value": ("{option} needs a value after it", "{option} attend une valeur à sa suite"),
    "usage_value": ("{option} takes no value", "{option} ne prend pas de valeur"),
    "usage_ambiguous": (
        "{option} could be any of {choices}; type it in full",
        "{option} peut désigner {choices} ; tapez l’option en entier",
    ),
    "usage_unknown": ("There is no option {found} here", "Il n’y a pas ici d’option {found}"),
    "usage_word": (
        "“{found}” is one word too many; a path with spaces needs quotes around it",
        "« {found} » est de trop ; un chemin qui contient des espaces se met entre guillemets",
    ),
    "usage_of": ("{option}: {sentence}", "{option} : {sentence}"),
}


@runtime_checkable
class SaysWhy(Protocol):
    """What stopped the work and says why itself, wherever it is worded."""

    def sentence(self, language: str) -> str:
        """Why, in `language` ("en" or "fr")."""


class Refusal(Exception):  # noqa: N818 - read aloud: it is a refusal
    """What cannot be done, as a sentence of the table; survives pickling."""

    def __init__(self, kind: str, **blanks: object) -> None:
        """Refuse for a reason of that kind."""
        super().__init__(kind)
        self.kind = kind
        self.blanks = blanks

    def __str__(self) -> str:
        """The sentence in English."""
        return self.sentence("en")

    def sentence(self, language: str) -> str:
        """Why not, in `language` ("en" or "fr")."""
        return said(self.kind, language, **self.blanks)


def said(kind: str, language: str | None = None, /, **blanks: object) -> str:
    """The sentence of that kind, its blanks filled, in `language` ("en" or "fr") or else the locale's."""
    english, translated = SENTENCES[kind]
    pattern = french(translated) if (language or settings.language()) == "fr" else english
    return pattern.format(**blanks)
