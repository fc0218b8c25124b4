"""The rows of a SELECT query, as exporters read them."""

from collections.abc import Iterator

import pyoxigraph

from camket.graph.store import Dataset

Row = tuple[pyoxigraph.NamedNode | pyoxigraph.Literal, ...]


def rows(dataset: Dataset, sparql: str) -> Iterator[Row]:
    """The rows of a SELECT query, in no particular order; every selected variable must be bound in every row."""
    answer = dataset.query(sparql)
    assert isinstance(answer, pyoxigraph.QuerySolutions), "only SELECT queries have rows"
    for solution in answer:
        yield tuple(solution)
