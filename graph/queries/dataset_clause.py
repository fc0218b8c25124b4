"""Which graphs a query asks by its own words."""

from camket.graph.queries.tokens import words


def names_its_graphs(sparql: str) -> bool:
    """Whether a query has a FROM or FROM NAMED clause. Oxigraph, told to read the union of all, would overlook it."""
    return any(word.text.upper() == "FROM" and not word.is_prefix for word in words(sparql))
