"""The triples of a CONSTRUCT query, in place of a whole dataset."""

from collections.abc import Iterator

import pyoxigraph

from camket.graph.errors import QueryError
from camket.graph.store import Dataset


class Constructed:
    """What `sparql` constructs from `dataset`, which holds only what may be shown. Quads are of the default graph.

    Raises QueryError where the query is no CONSTRUCT or DESCRIBE, or cannot be read.
    """

    def __init__(self, dataset: Dataset, sparql: str) -> None:
        answer = dataset.query(sparql)
        if not isinstance(answer, pyoxigraph.QueryTriples):
            raise QueryError("an export is made of triples: write a CONSTRUCT query; rows are what camket query gives")
        self.base = dataset.base
        self._triples = list(answer)

    def quads(self) -> Iterator[pyoxigraph.Quad]:
        """The triples, as quads of the default graph."""
        return (pyoxigraph.Quad(*triple) for triple in self._triples)

    def dataset(self) -> Dataset:
        """The triples as a dataset in memory."""
        store = pyoxigraph.Store()
        store.bulk_extend(self.quads())
        return Dataset(store, self.base)
