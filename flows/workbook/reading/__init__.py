"""How a file becomes cells: checked first, then read in a process of its own with limits.

`guard` decides whether the file is sound, `child` reads it, `reasons` holds every refusal in words.
Nothing here knows headers or meaning.
"""
