"""Excel in and out: the only room that knows what a cell is."""
