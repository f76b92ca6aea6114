"""Which blank cells would unlock most of the briefing, were they filled: table, rules by sheet, best.

Pure, as all of the record is: what a cell would unlock follows from the findings of one date.
"""
