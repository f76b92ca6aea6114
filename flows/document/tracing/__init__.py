"""The trace both ways: which cells each printed passage rests on, and on which pages each cell comes to ink.

`kinds` says what a kind of passage rests on, `related` which rows go with those it names, `cells` puts
both together; `passages` finds where each stands once laid out, `reach` how far a cell is felt, and `trace`
writes `trace.json`.
"""
