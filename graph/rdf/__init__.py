"""Facts in, quads out: one article's graph, and what all articles together say of an entity."""
