"""HTML as pages, and the pages as a PDF.

How it is laid out, what it may load, what a screen reader and an archive need.
"""
