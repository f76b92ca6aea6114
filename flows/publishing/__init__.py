"""What Prefect's page shows of an edition, and what its log leaves out.

show      the artifacts, in the order they are read: the briefing, what changed, to fix, numbers
tables    the two of them that are tables
marked    words as Markdown, none of a cell's taken for a mark or an address
picture   page one, small enough to stand in an artifact
progress  how far a run has come, while it runs
quiet     a refusal's sentence without Prefect's trace of it
"""
