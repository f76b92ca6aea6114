"""What is to be put right in a workbook, told to the people who keep it: the page problems.html.

Complaints are the workbook's, what a cell would unlock is the record's, pages are the document's: this is at
the edge because it needs all three. Nothing of it ever goes out. known: what a complaint is about, whatever
its row's number; trend: against the edition before; next_rows: what to fill in next; page: the HTML.
"""
