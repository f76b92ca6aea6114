"""A long briefing in chapters: cut, drawn side by side, kept while their words stay, bound into one PDF."""
