"""An empty workbook that a team can start in at once, drawn from the schema alone.

titles (what tabs and headers are called), plan (which column stands where), ranges and lists (what the
drop-downs offer), entries (what a cell takes) with prompts and messages (what Excel says of it), look, marks,
page and heights (how it looks on the screen and on paper), drawing (one sheet), listing (the sheet of lists),
welcome (Read me, with its worked example), making (all of it), package (the bytes), keeping (the file on
disk), refusals (why not). carrying/ fills it from an older or foreign workbook.
"""
