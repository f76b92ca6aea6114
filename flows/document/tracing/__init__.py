"""The trace both ways: which cells each printed passage rests on, and on which pages each cell comes to ink.

`kinds` says what a kind of passage rests on, `related` which rows go with those it names, `passages` where
each stands once laid out, and `trace` puts them together as `trace.json`.
"""
