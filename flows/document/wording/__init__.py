"""Every fixed word and sentence, in English and French; how a date or a number is written."""
