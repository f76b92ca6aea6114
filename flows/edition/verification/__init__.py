"""Whether a file is what was issued: rebuilt from what lies in it, and held against itself."""
