"""A team's logo: one file beside the workbook, checked, and made plain before it goes anywhere."""
