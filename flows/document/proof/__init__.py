"""Whether a finished PDF says all it has to: what the record owes, held against what stands on paper."""
