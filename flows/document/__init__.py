"""What the reader sees: from findings to sentences, from sentences to a page."""
