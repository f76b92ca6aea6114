"""An edition on its way out: what is asked, who gets what, and the sending, without any server.

asked       what is to be sent, to whom, from when on; hours: an hour with its zone, read strictly
lists       the recipients on the workbook's own sheet; editions: those on the shelves
outgoing    an edition looked at before it goes out: whole, final or named, its files frozen
sending     planned on the ledger and sent, by mail and to places; what came of it
servers     the mail server and the signing key as the environment names them
told        who gets what and who got what, in words; words: these words in both languages
"""
