"""Those about cells that other cells, or other rows, speak against. Data only."""

from __future__ import annotations

from flows.workbook.schema.parts import Choice

RULES = (
    Choice("published_another_day", "parue un autre jour", "a day that is not that of its publication",
           "une date qui n'est pas celle de la parution"),
    Choice("none_and_more", "aucune et d'autres", "none, and exceptions all the same",
           "aucune exception, et des exceptions"),
    Choice("end_against_relation", "fin contraire à l'évolution", "an end that speaks against the relation",
           "une fin que l'évolution contredit"),
    Choice("no_sum", "pas une somme", "an amount that is no sum of money",
           "un montant qui n'est pas une somme"),
    Choice("amount_of_another_size", "montant d'un autre ordre", "a sum ten times that of the summary",
           "un montant dix fois celui de l'objet"),
    Choice("unknown_currency", "devise inconnue", "a currency that is not known", "une devise non connue"),
    Choice("successor_of_another", "suite d'un autre", "a row that goes on with another body's",
           "une ligne qui poursuit celle d'un autre organisme"),
    Choice("speaker_of_another", "locuteur d'un autre", "a speaker of another body",
           "un locuteur d'un autre organisme"),
    Choice("person_for_body", "personne pour organisme", "a person where a body belongs",
           "une personne à la place d'un organisme"),
    Choice("speaker_and_role_swapped", "nom et fonction inversés", "a name and a role in each other's place",
           "un nom et une fonction inversés"),
    Choice("about_counted_up", "référence incrémentée", "ids that count up from row to row",
           "des identifiants incrémentés d'une ligne à l'autre"),
    Choice("address_counted_up", "adresse incrémentée", "addresses that count up from row to row",
           "des adresses incrémentées d'une ligne à l'autre"),
    Choice("archive_is_source", "copie qui est la page", "a copy that is the page itself",
           "une copie qui est la page elle-même"),
    Choice("named_twice", "nommé deux fois", "something twice in one list",
           "deux fois la même chose dans une liste"),
    Choice("demand_of_itself", "demande à soi-même", "a demand made to the one who makes it",
           "une demande adressée à son auteur"),
    Choice("only_yes", "oui ou non seulement", "yes or no where something is to be said",
           "oui ou non là où il faut dire quoi"),
    Choice("part_of_another_day", "partie d'un autre jour", "a part of a statement with another day",
           "une partie de déclaration datée d'un autre jour"),
    Choice("spelt_otherwise", "écrit autrement", "a speaker or a publisher spelt otherwise elsewhere",
           "un locuteur ou un éditeur écrit autrement ailleurs"),
)  # fmt: skip
