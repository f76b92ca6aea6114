"""The parts of the briefing, one file each: its values, and how findings become them.

A part shares its name with its partial in `templates/partials/` and its block in `parts.css`; `furniture` is
the page around them, `lacking` one sentence of the limits, and `tally` the counts of what changed.
"""
