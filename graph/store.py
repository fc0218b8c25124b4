"""The dataset to read: a snapshot of the store on disk, or quads in memory.

Graphs, with `base` the IRI under which things live: `<base>article/ID` for each article, `<base>graph/entities`,
`<base>graph/identity`, `<base>graph/reference`. The default graph is empty; queries see the union of all graphs.
"""

from collections.abc import Iterator

import pyoxigraph

from camket.graph.errors import QueryError
from camket.ontology.namespaces import BASE, PREFIXES

Answer = pyoxigraph.QuerySolutions | pyoxigraph.QueryBoolean | pyoxigraph.QueryTriples


class Dataset:
    """A graph that can be queried; never written through."""

    def __init__(self, store: pyoxigraph.Store, base: str = BASE) -> None:
        self.store = store
        self.base = base

    def query(self, sparql: str) -> Answer:
        """The answer to a SPARQL 1.1 query over the union of all graphs; the project's prefixes need no declaring.

        Raises QueryError, with the parser's own words, where the query is malformed.
        """
        try:
            return self.store.query(sparql, prefixes={**PREFIXES, "": self.base}, use_default_graph_as_union=True)
        except (SyntaxError, ValueError) as error:
            raise QueryError(f"malformed SPARQL: {error}") from error

    def quads(self) -> Iterator[pyoxigraph.Quad]:
        """Every quad, in no particular order."""
        return iter(self.store)
