"""Every sentence that says why a file cannot be read and what to do about it, in both languages."""

# What to do, where several refusals ask for the same.
REMEDIES = {
    "en": {
        "save": "Open it in Excel and save it as Excel Workbook (.xlsx).",
        "again": "Open it in Excel and save it again as Excel Workbook (.xlsx).",
        "earlier": "Copy or download it again, or restore an earlier version.",
        "ask": "Do not use it; ask whoever sent it for the original, saved by Excel.",
    },
    "fr": {
        "save": "Ouvrez-le dans Excel et enregistrez-le comme Classeur Excel (.xlsx).",
        "again": "Ouvrez-le dans Excel et enregistrez-le à nouveau comme Classeur Excel (.xlsx).",
        "earlier": "Copiez-le ou téléchargez-le à nouveau, ou restaurez une version antérieure.",
        "ask": "Ne l’utilisez pas ; demandez à la personne qui l’a envoyé l’original, enregistré par Excel.",
    },
}

# kind -> (English, French), with {file}, {detail} and remedies; `spaced` puts in the no-break spaces.
SENTENCES = {
    "missing": (
        "“{file}” is not there. Check its name and its folder, then try again.",
        "« {file} » est introuvable. Vérifiez son nom et son dossier, puis réessayez.",
    ),
    "folder": (
        "“{file}” is a folder. Choose the workbook inside it.",
        "« {file} » est un dossier. Choisissez le classeur qu’il contient.",
    ),
    "not_a_file": (
        "“{file}” is not a file kept on a disk. Choose an Excel Workbook (.xlsx).",
        "« {file} » n’est pas un fichier enregistré sur un disque. Choisissez un Classeur Excel (.xlsx).",
    ),
    "no_permission": (
        "“{file}” cannot be read from this account. Ask its owner to share it, or to send you a copy.",
        "« {file} » ne peut pas être lu depuis ce compte. Demandez à son propriétaire de le partager ou de "
        "vous en envoyer une copie.",
    ),
    "open_elsewhere": (
        "“{file}” cannot be read: it may be open in Excel. Close it there and try again.",
        "« {file} » ne peut pas être lu : il est peut-être ouvert dans Excel. Fermez-le et réessayez.",
    ),
    "unreachable": (
        "“{file}” could not be fetched from its disk or shared folder. Check the connection and try again.",
        "« {file} » n’a pas pu être récupéré sur son disque ou son dossier partagé. Vérifiez la connexion "
        "et réessayez.",
    ),
    "too_large": (
        "“{file}” is larger than {detail} MB. Take out the pictures and the sheets it does not need, then "
        "save it again.",
        "« {file} » dépasse {detail} Mo. Retirez-en les images et les feuilles inutiles, puis "
        "enregistrez-le à nouveau.",
    ),
    "empty": (
        "“{file}” is empty (0 bytes). It may still be synchronising: wait until that is done, then try "
        "again.",
        "« {file} » est vide (0 octet). Sa synchronisation n’est peut-être pas finie : attendez qu’elle le "
        "soit, puis réessayez.",
    ),
    "only_zeros": (
        "“{file}” has its size but not its content yet: it holds nothing but zeros. Wait until it has "
        "finished synchronising, or restore an earlier version.",
        "« {file} » a sa taille mais pas encore son contenu : il ne contient que des zéros. Attendez la fin "
        "de la synchronisation, ou restaurez une version antérieure.",
    ),
    "half_synced": (
        "“{file}” has only arrived in part: its end is nothing but zeros. Wait until it has finished "
        "synchronising, or restore an earlier version.",
        "« {file} » n’est arrivé qu’en partie : sa fin ne contient que des zéros. Attendez la fin de la "
        "synchronisation, ou restaurez une version antérieure.",
    ),
    "truncated": (
        "“{file}” stops in the middle: its end is missing. {earlier}",
        "« {file} » s’arrête au milieu : il en manque la fin. {earlier}",
    ),
    "lock_file": (
        "“{file}” is not the workbook but the mark that stays beside it as long as {detail} keeps it open. "
        "Choose the workbook itself; its last saved state can be read.",
        "« {file} » n’est pas le classeur mais la marque laissée à côté tant que {detail} le garde ouvert. "
        "Choisissez le classeur lui-même ; son dernier état enregistré peut être lu.",
    ),
    "lock_file_unnamed": (
        "“{file}” is not the workbook but the mark that stays beside it as long as someone keeps it open. "
        "Choose the workbook itself; its last saved state can be read.",
        "« {file} » n’est pas le classeur mais la marque laissée à côté tant que quelqu’un le garde ouvert. "
        "Choisissez le classeur lui-même ; son dernier état enregistré peut être lu.",
    ),
    "password": (
        "“{file}” is locked with a password. In Excel, choose File > Info > Protect Workbook > Encrypt with "
        "Password, clear the password and save.",
        "« {file} » est protégé par un mot de passe. Dans Excel, choisissez Fichier > Informations > "
        "Protéger le classeur > Chiffrer avec mot de passe, effacez le mot de passe et enregistrez.",
    ),
    "old_xls": (
        "“{file}” is a workbook of Excel 97-2003 (.xls). {save}",
        "« {file} » est un classeur Excel 97-2003 (.xls). {save}",
    ),
    "xlsb": (
        "“{file}” is an Excel Binary Workbook (.xlsb). {save}",
        "« {file} » est un classeur Excel binaire (.xlsb). {save}",
    ),
    "strict": (
        "“{file}” is a Strict Open XML Workbook. Open it in Excel, choose Save As and the type Excel "
        "Workbook (.xlsx), without the word Strict.",
        "« {file} » est un classeur Open XML Strict. Ouvrez-le dans Excel, choisissez Enregistrer sous et "
        "le type Classeur Excel (.xlsx), sans le mot Strict.",
    ),
    "xml_table": (
        "“{file}” is an XML Spreadsheet 2003. {save}",
        "« {file} » est une feuille de calcul XML 2003. {save}",
    ),
    "ods": (
        "“{file}” is an OpenDocument spreadsheet (.ods). Open it in LibreOffice or Excel and save it as "
        "Excel Workbook (.xlsx).",
        "« {file} » est une feuille de calcul OpenDocument (.ods). Ouvrez-la dans LibreOffice ou Excel et "
        "enregistrez-la comme Classeur Excel (.xlsx).",
    ),
    "numbers": (
        "“{file}” is an Apple Numbers spreadsheet. In Numbers, choose File > Export To > Excel.",
        "« {file} » est une feuille de calcul Apple Numbers. Dans Numbers, choisissez Fichier > Exporter "
        "vers > Excel.",
    ),
    "google_shortcut": (
        "“{file}” is only a shortcut to a Google sheet. Open the sheet, choose File > Download > Microsoft "
        "Excel (.xlsx) and use that file.",
        "« {file} » n’est qu’un raccourci vers une feuille Google. Ouvrez-la, choisissez Fichier > "
        "Télécharger > Microsoft Excel (.xlsx) et utilisez ce fichier.",
    ),
    "plain_text": (
        "“{file}” is plain text, perhaps a CSV file under another name. Open it in Excel, check its columns "
        "and save it as Excel Workbook (.xlsx).",
        "« {file} » est du texte brut, peut-être un fichier CSV sous un autre nom. Ouvrez-le dans Excel, "
        "vérifiez ses colonnes et enregistrez-le comme Classeur Excel (.xlsx).",
    ),
    "csv_letters": (
        "“{file}”: the letters of “{detail}” are written neither in UTF-8 nor as Windows does, so some would "
        "be misread. In the program it comes from, save it again as CSV UTF-8.",
        "« {file} » : les lettres de « {detail} » ne sont écrites ni en UTF-8 ni à la façon de Windows ; "
        "certaines seraient mal lues. Dans le logiciel dont il vient, enregistrez-le à nouveau en CSV UTF-8.",
    ),
    "csv_quotes": (
        "“{file}”: a quotation mark is never closed, or stands where none may, about here: {detail}. "
        "Double every quotation mark within a cell, or save it as CSV again from Excel.",
        "« {file} » : un guillemet n’est jamais fermé, ou se trouve là où il ne peut pas être, vers : "
        "{detail}. Doublez chaque guillemet à l’intérieur d’une cellule, ou enregistrez-le à nouveau en CSV "
        "depuis Excel.",
    ),
    "locked_ods": (
        "“{file}” is locked with a password. In LibreOffice, choose File > Save As, clear “Save with "
        "password” and save.",
        "« {file} » est protégé par un mot de passe. Dans LibreOffice, choisissez Fichier > Enregistrer "
        "sous, décochez « Enregistrer avec mot de passe » et enregistrez.",
    ),
    "html": (
        "“{file}” is a web page, not a workbook; perhaps a sign-in page was saved in its place. Download "
        "the workbook again, or save the table in Excel as Excel Workbook (.xlsx).",
        "« {file} » est une page web, pas un classeur ; une page de connexion a peut-être été enregistrée à "
        "sa place. Téléchargez le classeur à nouveau, ou enregistrez le tableau dans Excel comme Classeur "
        "Excel (.xlsx).",
    ),
    "pdf": (
        "“{file}” is a PDF. Choose the workbook it was made from.",
        "« {file} » est un PDF. Choisissez le classeur dont il est tiré.",
    ),
    "word": (
        "“{file}” is a Word document. Choose the workbook, or copy its table into one.",
        "« {file} » est un document Word. Choisissez le classeur, ou copiez-y son tableau.",
    ),
    "powerpoint": (
        "“{file}” is a PowerPoint presentation. Choose the workbook instead.",
        "« {file} » est une présentation PowerPoint. Choisissez plutôt le classeur.",
    ),
    "picture": (
        "“{file}” is a picture. Choose the workbook instead.",
        "« {file} » est une image. Choisissez plutôt le classeur.",
    ),
    "archive": (
        "“{file}” is an archive of other files. Unpack it and choose the workbook inside.",
        "« {file} » est une archive d’autres fichiers. Décompressez-la et choisissez le classeur qu’elle "
        "contient.",
    ),
    "unknown": (
        "“{file}” is not an Excel workbook. Choose an Excel Workbook (.xlsx).",
        "« {file} » n’est pas un classeur Excel. Choisissez un Classeur Excel (.xlsx).",
    ),
    "damaged": (
        "“{file}” is damaged in its part “{detail}”. {earlier}",
        "« {file} » est endommagé dans sa partie « {detail} ». {earlier}",
    ),
    "damaged_index": (
        "“{file}” is damaged: its list of parts cannot be followed. {earlier}",
        "« {file} » est endommagé : la liste de ses parties ne peut pas être suivie. {earlier}",
    ),
    "bad_xml": (
        "“{file}” is damaged: its part “{detail}” cannot be made out. {again}",
        "« {file} » est endommagé : sa partie « {detail} » est illisible. {again}",
    ),
    "bad_address": (
        "“{file}” is damaged: it has a cell at a place Excel does not have ({detail}). {again}",
        "« {file} » est endommagé : une cellule s’y trouve à un endroit qui n’existe pas dans Excel "
        "({detail}). {again}",
    ),
    "missing_part": (
        "“{file}” is not complete: its part “{detail}” is missing. {again}",
        "« {file} » est incomplet : il lui manque la partie « {detail} ». {again}",
    ),
    "wrong_part": (
        "“{file}” is not what it says: its part “{detail}” holds something else than Excel would look for in "
        "it. {ask}",
        "« {file} » n’est pas ce qu’il annonce : sa partie « {detail} » contient autre chose que ce "
        "qu’Excel y chercherait. {ask}",
    ),
    "misplaced": (
        "“{file}” is damaged: the cell {detail} stands in the wrong row, or twice. {again}",
        "« {file} » est endommagé : la cellule {detail} y figure dans la mauvaise ligne, ou deux fois. "
        "{again}",
    ),
    "lost_sheet": (
        "“{file}” is not complete: its sheet “{detail}” has a tab, but the tab leads nowhere. {again}",
        "« {file} » est incomplet : sa feuille « {detail} » a un onglet, mais l’onglet ne mène nulle part. "
        "{again}",
    ),
    "no_sheet": (
        "“{file}” has no sheet with cells. Choose the workbook that holds the tables.",
        "« {file} » ne contient aucune feuille de cellules. Choisissez le classeur qui contient les "
        "tableaux.",
    ),
    "duplicate_sheet": (
        "“{file}” has two sheets named “{detail}”. Rename one of them. {again}",
        "« {file} » a deux feuilles nommées « {detail} ». Renommez l’une d’elles. {again}",
    ),
    "shared_sheet": (
        "“{file}” was put together by hand: its sheet “{detail}” shows the cells of another sheet. {ask}",
        "« {file} » a été assemblé à la main : sa feuille « {detail} » montre les cellules d’une autre. "
        "{ask}",
    ),
    "zip_bomb": (
        "“{file}” unpacks to far more than it needs, in its part “{detail}”. If it is your team’s own, "
        "delete the empty rows and columns after the last entry in every sheet and save it; if not, do not "
        "use it.",
        "« {file} » occupe, une fois décompressé, bien plus que nécessaire, dans sa partie « {detail} ». "
        "S’il vient de votre équipe, supprimez les lignes et colonnes vides après la dernière saisie de "
        "chaque feuille et enregistrez-le ; sinon, ne l’utilisez pas.",
    ),
    "too_many_parts": (
        "“{file}” is made of {detail} parts, far more than a workbook needs. {ask}",
        "« {file} » est fait de {detail} parties, bien plus qu’il n’en faut à un classeur. {ask}",
    ),
    "duplicate_part": (
        "“{file}” holds two parts named “{detail}”, so two programs could read it differently. {ask}",
        "« {file} » contient deux parties nommées « {detail} » : deux logiciels pourraient y lire autre "
        "chose. {ask}",
    ),
    "twofold": (
        "“{file}” leads to two places under one name (“{detail}”), so two programs could read it "
        "differently. {ask}",
        "« {file} » mène à deux endroits sous un même nom (« {detail} ») : deux logiciels pourraient y lire "
        "autre chose. {ask}",
    ),
    "second_list": (
        "“{file}” goes on after its end, so two programs could read it differently. {ask}",
        "« {file} » continue après sa fin : deux logiciels pourraient y lire autre chose. {ask}",
    ),
    "two_headers": (
        "“{file}” describes its part “{detail}” in two ways, so two programs could read it differently. "
        "{ask}",
        "« {file} » décrit sa partie « {detail} » de deux façons : deux logiciels pourraient y lire autre "
        "chose. {ask}",
    ),
    "unlisted": (
        "“{file}” hides something between its parts ({detail} bytes), so two programs could read it "
        "differently. {ask}",
        "« {file} » cache quelque chose entre ses parties ({detail} octets) : deux logiciels pourraient y "
        "lire autre chose. {ask}",
    ),
    "strange_name": (
        "“{file}” holds a part whose name has letters nobody sees (“{detail}”). {ask}",
        "« {file} » contient une partie dont le nom a des caractères que personne ne voit (« {detail} »). "
        "{ask}",
    ),
    "overlapping": (
        "“{file}” was put together by hand: its part “{detail}” lies over another. {ask}",
        "« {file} » a été assemblé à la main : sa partie « {detail} » en recouvre une autre. {ask}",
    ),
    "outside_name": (
        "“{file}” holds a part that points outside the workbook (“{detail}”). {ask}",
        "« {file} » contient une partie qui sort du classeur (« {detail} »). {ask}",
    ),
    "doctype": (
        "“{file}” carries definitions Excel never writes, in its part “{detail}”. {ask}",
        "« {file} » contient des définitions qu’Excel n’écrit jamais, dans sa partie « {detail} ». {ask}",
    ),
    "too_deep": (
        "“{file}” is nested far deeper than Excel writes, in its part “{detail}”. {ask}",
        "« {file} » est imbriqué bien plus que ce qu’écrit Excel, dans sa partie « {detail} ». {ask}",
    ),
    "encrypted_part": (
        "“{file}” is an archive locked with a password (part “{detail}”). Unlock it, then open the workbook "
        "in Excel and save it as Excel Workbook (.xlsx).",
        "« {file} » est une archive protégée par un mot de passe (partie « {detail} »). Déverrouillez-la, "
        "puis ouvrez le classeur dans Excel et enregistrez-le comme Classeur Excel (.xlsx).",
    ),
    "compression": (
        "“{file}” is packed in a way Excel does not use (part “{detail}”). {again}",
        "« {file} » est compressé d’une façon qu’Excel n’emploie pas (partie « {detail} »). {again}",
    ),
    "far_value": (
        "“{file}” has a value far from the tables, at {detail}. Delete it, or move it nearer, and save.",
        "« {file} » a une valeur loin des tableaux, en {detail}. Supprimez-la ou rapprochez-la, puis "
        "enregistrez.",
    ),
    "wide_merge": (
        "“{file}” has too many merged cells, most of all at {detail}. Select them, choose Unmerge Cells and "
        "save.",
        "« {file} » a trop de cellules fusionnées, surtout en {detail}. Sélectionnez-les, choisissez "
        "Annuler la fusion des cellules, puis enregistrez.",
    ),
    "wide_links": (
        "“{file}” has links laid over far too many cells, up to {detail}. Select these cells, choose Remove "
        "Hyperlinks and save.",
        "« {file} » a des liens posés sur bien trop de cellules, jusqu’en {detail}. Sélectionnez ces "
        "cellules, choisissez Supprimer les liens hypertexte, puis enregistrez.",
    ),
    "long_text": (
        "“{file}” has more text in the cell {detail} than Excel keeps in one. Shorten it, or share it out "
        "among several cells, and save.",
        "« {file} » a plus de texte dans la cellule {detail} qu’Excel n’en garde dans une seule. "
        "Raccourcissez-le ou répartissez-le entre plusieurs cellules, puis enregistrez.",
    ),
    "too_many_values": (
        "“{file}” has more than {detail} filled cells. Move the sheets that are not needed to another "
        "workbook.",
        "« {file} » a plus de {detail} cellules remplies. Déplacez les feuilles inutiles dans un autre "
        "classeur.",
    ),
    "too_much_text": (
        "“{file}” holds more text than can be read, up to {detail}. Move the sheets that are not needed to "
        "another workbook.",
        "« {file} » contient plus de texte qu’on ne peut en lire, jusqu’en {detail}. Déplacez les feuilles "
        "inutiles dans un autre classeur.",
    ),
    "not_a_record": (
        "“{file}” has no sheet “Announcements” and no sheet “Reactions”, only: {detail}. Choose the team’s "
        "workbook, or give these names to the sheets that hold its rows.",
        "« {file} » n’a ni feuille « Annonces » ni feuille « Réactions », seulement : {detail}. Choisissez "
        "le classeur de l’équipe, ou donnez ces noms aux feuilles qui contiennent ses lignes.",
    ),
    "too_slow": (
        "“{file}” could not be read: it took too long. {again}",
        "« {file} » n’a pas pu être lu : cela prenait trop de temps. {again}",
    ),
    "too_heavy": (
        "“{file}” could not be read: it needs too much memory. {again}",
        "« {file} » n’a pas pu être lu : il demande trop de mémoire. {again}",
    ),
    "crashed": (
        "“{file}” could not be read: something in it is not as Excel writes it. {again}",
        "« {file} » n’a pas pu être lu : quelque chose n’y est pas tel qu’Excel l’écrit. {again}",
    ),
}


def spaced(french: str) -> str:
    """The same French with the no-break spaces its punctuation wants."""
    for mark in ";!?%":
        french = french.replace(f" {mark}", f"\u202f{mark}")
    return french.replace(" :", "\u00a0:").replace("« ", "«\u00a0").replace(" »", "\u00a0»")
