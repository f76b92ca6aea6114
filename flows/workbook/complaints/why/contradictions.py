"""Why each contradiction is worth a complaint, in either language. Data only."""

from __future__ import annotations

WHY = {
    "published_another_day": (
        "A day taken from a publication is that of the publication; else nobody knows where it comes from.",
        "Une date tirée d’une publication est celle de sa parution ; sinon, on ne sait d’où elle vient.",
    ),
    "none_and_more": (
        "The reader would be told that nothing is left out, and what is.",
        "Le lecteur apprendrait que rien n’est excepté, et ce qui l’est.",
    ),
    "end_against_relation": (
        "A term is not extended by an earlier end, nor shortened by a later one.",
        "On ne prolonge pas une échéance en l’avançant, et on ne l’écourte pas en la reculant.",
    ),
    "no_sum": (
        "A share, a date or a code would be printed as an amount of money.",
        "Une part, une date ou un code seraient imprimés comme une somme d’argent.",
    ),
    "amount_of_another_size": (
        "The page would print two sums for one gift, ten times apart.",
        "La note imprimerait deux montants pour un même don, dans un rapport de un à dix.",
    ),
    "length_against_words": (
        "The page would count down to one end, and its words would tell another.",
        "La note compterait les jours jusqu’à une échéance, et ses mots en annonceraient une autre.",
    ),
    "sum_below_one": (
        "What Excel keeps of 15 % is 0.15, and a gift of 0.15 dollars would be printed.",
        "D’un « 15 % », Excel garde 0,15, et la note imprimerait un don de 0,15 dollar.",
    ),
    "currency_twice": (
        "The page prints the sum and its currency one after the other: “2.34 M€ EUR”.",
        "La note imprime la somme puis sa devise : « 2,34 M€ EUR ».",
    ),
    "source_before_act": (
        "Where day and month change places, an act moves by months, and nothing else shows it.",
        "Quand le jour et le mois sont intervertis, un acte se déplace de plusieurs mois, et rien d’autre ne "
        "le montre.",
    ),
    "welcomes_and_asks": (
        "Whoever welcomes an act and asks for more would be counted among those it satisfies.",
        "Qui salue une annonce et demande davantage serait compté parmi ceux qu’elle satisfait.",
    ),
    "archive_of_another": (
        "A copy of another page proves nothing, and is found out when the page itself is gone.",
        "La copie d’une autre page ne prouve rien, et on s’en aperçoit quand la page elle-même a disparu.",
    ),
    "quote_of_two": (
        "Words left over from a copied row would be printed as those of somebody who never said them.",
        "Des mots restés d’une ligne copiée seraient prêtés à quelqu’un qui ne les a jamais prononcés.",
    ),
    "translation_for_quote": (
        "A translation would stand between quotation marks as the speaker’s own words.",
        "Une traduction serait imprimée entre guillemets comme les mots mêmes de la personne.",
    ),
    "part_by_another": (
        "A demand would be counted as somebody’s who never made it, or one statement as two bodies’.",
        "On prêterait une demande à qui ne l’a pas faite, ou une même déclaration à deux auteurs.",
    ),
    "unknown_currency": (
        "A sum in a currency that does not exist says nothing.",
        "Une somme dans une devise qui n’existe pas ne dit rien.",
    ),
    "previous_of_another": (
        "A wrong id makes one body’s commitment the sequel of another’s, and ends the latter.",
        "Un identifiant erroné fait de l’engagement d’un organisme la suite de celui d’un autre, et y met "
        "fin.",
    ),
    "successor_of_another": (
        "A column sorted alone gives commitments to bodies that never made them.",
        "Une colonne triée seule prête des engagements à des organismes qui ne les ont jamais pris.",
    ),
    "speaker_of_another": (
        "The page would put the words of one body’s spokesperson into the mouth of another.",
        "La note prêterait à un organisme les mots du représentant d’un autre.",
    ),
    "person_for_body": (
        "The act would be a person’s, and the body’s own list would lack it.",
        "L’acte serait celui d’une personne, et manquerait à la liste de l’organisme.",
    ),
    "speaker_and_role_swapped": (
        "The quote would be printed with the role for a name.",
        "La citation serait imprimée avec une fonction en guise de nom.",
    ),
    "about_counted_up": (
        "A demand would be held against an announcement it never spoke of.",
        "Une demande serait confrontée à une annonce dont elle ne parle pas.",
    ),
    "address_counted_up": (
        "The addresses lead to other pages than those that were read.",
        "Les adresses mènent à d’autres pages que celles qui ont été lues.",
    ),
    "archive_is_source": (
        "Once the page is gone nobody can check it, though the row is counted as archived.",
        "Le jour où la page disparaît, plus rien ne se vérifie, alors que la ligne compte comme archivée.",
    ),
    "named_twice": (
        "Two sources, or two bodies, may have been meant: the page gives one.",
        "Il s’agissait peut-être de deux sources, ou de deux organismes : la note n’en donne qu’un.",
    ),
    "part_of_another_day": (
        "One statement would stand on the page under two days, and what answers it might come too early.",
        "Une même déclaration figurerait à deux dates, et ce qui y répond pourrait sembler antérieur.",
    ),
    "demand_of_itself": (
        "Nobody would be asked for anything, and the one who asks would be held to account.",
        "La demande ne s’adresserait à personne, et c’est son auteur qui devrait en répondre.",
    ),
    "only_yes": (
        "The page would print the word, and nobody could tell what it means.",
        "La note imprimerait ce mot, et personne ne saurait ce qu’il veut dire.",
    ),
    "spelt_otherwise": (
        "A name misspelt once is printed so, and counts as somebody else’s.",
        "Un nom mal écrit une fois est imprimé tel quel, et passe pour celui de quelqu’un d’autre.",
    ),
}
