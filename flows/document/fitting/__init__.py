"""How much the two core pages hold, worked out from the widths and heights of their words."""
