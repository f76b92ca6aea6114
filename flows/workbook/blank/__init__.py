"""An empty workbook that a team can start in at once, drawn from the schema alone.

titles (what tabs and headers are called), plan (which column stands where), ranges and lists (what the
drop-downs offer), entries (what a cell takes) with prompts and messages (what Excel says of it), look, marks
and page (how it looks on the screen and on paper), drawing (one sheet), welcome (the sheet Read me),
package (the file's bytes), keeping (the file on disk). carrying/ fills it from an older or foreign workbook.
"""
