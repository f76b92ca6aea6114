"""The steps from cells to facts, one file a step; `clean` takes them in order."""
