"""Times and amounts: dates made absolute, numbers with their units."""
