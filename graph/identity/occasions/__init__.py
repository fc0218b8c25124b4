"""One meeting told by several articles: which of their events report the same occasion, and why."""
