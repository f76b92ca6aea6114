"""What the team knows. Pure: no file, no clock, no language, no library door but Polars."""
