"""What the HTML means, for those who do not see the page: from the pages as laid out to a tree of parts."""
