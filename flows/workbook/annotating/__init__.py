"""Problems put back into the team's own workbook: notes in the cells, colours, a first sheet to list them.

`marking` is the way in. The package's parts are edited where they lie and by insertion only; whatever is not
touched is copied as it was packed. `apart` does it in a process with limits. Nothing here knows Polars.
"""
