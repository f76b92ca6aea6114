"""What the sheet Read me says, in English. Data only; its French twin has the same parts in order."""

from __future__ import annotations

TITLE = "On Record: the workbook of our team"
LEAD = (
    "Who announced what about facial recognition, what its critics answered, and what came of it. From these "
    "sheets the software makes a dated briefing in English and French. Every sentence of it comes from a "
    "cell."
)
STEPS = (
    "In five steps",
    (
        "Type each announcement on its sheet: one row for each public act of one organisation. The dark "
        "headers "
        "are required; each paler one unlocks a part of the briefing; a blank cell is fine.",
        "Type each reaction: one row for each statement by one actor. What it asks goes in rows below, "
        "with a "
        "dotted id: R001.1, R001.2.",
        "Choose from the arrow beside a cell wherever there is one; the sheet Lists says what each value "
        "means. "
        "Click a header or a cell, and a note says what goes there.",
        "Save, then have every cell checked: onrecord check, and the name of this file. Each line names a "
        "cell, "
        "what stands there and what to type. Change it, save, check again.",
        "Make the briefing: onrecord build, and the name of this file. Its title, your team and its "
        "contact are "
        "set on the sheet Settings.",
    ),
)
DATES = (
    "Dates",
    "Type year-month-day, and look at what the cell shows afterwards: that is the day that counts.",
    (
        ("2020-06-10", "10 June 2020. So do 10 June 2020 and any real date of Excel."),
        (
            "'2020-06",
            "June 2020, kept as a month: no days are counted. The apostrophe stops Excel from making it 1 "
            "June.",
        ),
        ("'2020-Q2   '2020", "A quarter; a year."),
        (
            "10/06/2020",
            "As text: 10 June or 6 October? Nobody guesses: the row is set aside, and the check asks.",
        ),
        ("blank", "We do not know the day. Never type a day that no source gives."),
    ),
)
RULES = (
    "What else to know",
    (
        (
            "Ids",
            "A letter and a number, A001, typed by hand; the next free one stands at the top of its sheet. "
            "Never "
            "used again, never renumbered: other rows and old editions name them.",
        ),
        ("Several values", "With a semicolon between: A001; A002. Never with a comma, which names may hold."),
        (
            "Blank, unspecified, no",
            "Blank: nobody looked. unspecified: we looked, the source does not say. Both differ from no.",
        ),
        (
            "Quotes",
            "Three cells: the words exactly as spoken, without quotation marks; their language; the "
            "translation, "
            "and who translated. And the speaker, with the role held on that day.",
        ),
        (
            "What came later",
            "A new row whose Previous ID names the row before, with only the cells that changed. "
            "Nothing is overwritten.",
        ),
        ("A mistaken row", "Give the reason under Retired. Rows are never deleted."),
        (
            "Sources",
            "A web address, or the id of a row of the sheet Sources (S001). A bare name counts as "
            "incomplete.",
        ),
        ("Demands to others", "The target SECTOR. Such a demand is pinned on nobody."),
        (
            "Never a status",
            "In force, expired, unanswered: the dates say so, for the day of each edition. A column "
            "Status typed by hand is ignored.",
        ),
        (
            "The other language",
            "The columns that end in FR hold the French, if you have it. Nothing is translated by machine.",
        ),
        (
            "Columns of your own",
            "Welcome to the right of the last one: decisions, files, who follows it. They are kept, "
            "and not printed unless you ask for it on the sheet Settings.",
        ),
        ("Never printed", "Notes, initials, the sheet Recipients, hidden rows and columns, struck words."),
    ),
)
COLOURS = (
    "What the colours say",
    (
        ("missing", "blank", "Required, and still blank although the row has something."),
        ("soon", "2021-05-01", "Bold: ends within 60 days."),
        ("over", "2021-05-01", "Slanted: the end has passed, and no later row takes it up. Is there news?"),
        ("twice", "A001", "Bold, framed: another row has this id too."),
        ("retired", "A007", "Grey and slanted: the row is retired."),
    ),
)
EXAMPLE = (
    "A small example",
    "Amazon stops for a year; the ACLU finds that too little and asks for more; a year later Amazon goes "
    "on. Each "
    "column below is one row of the sheet.",
)
SHEETS = ("The sheets", "Two are enough to begin with; fill the others when you need what they give.")
LISTS = "What may be chosen from each drop-down, and what it means."
REQUIRED = "Required."
VERSION = (
    "Layout {version}, {fingerprint}. An older workbook is carried over with: onrecord new NEW.xlsx --from "
    "OLD.xlsx"
)
