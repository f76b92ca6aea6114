"""An older or a foreign workbook's rows carried over into a new one; what could not be placed is listed.

aliases (headers other teams use), matching (which tab is which sheet, which column which), sorting (each
cell: carried over, or told of), filling (written as typed), telling and told (every sentence), leftovers (the
sheet that lists them), carry (all of it, in order).
"""
