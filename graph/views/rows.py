"""Rows of a SELECT as plain strings."""

import pyoxigraph

from camket.graph.errors import QueryError
from camket.graph.store import Dataset

Row = dict[str, str]


def select(dataset: Dataset, sparql: str) -> list[Row]:
    """The rows of a SELECT, variable -> IRI or lexical form; what is unbound is left out of the row.

    Raises QueryError where the query is malformed or gives no rows.
    """
    answer = dataset.query(sparql)
    if not isinstance(answer, pyoxigraph.QuerySolutions):
        raise QueryError("this query gives no rows: write a SELECT")
    names = [variable.value for variable in answer.variables]
    return [{name: term.value for name in names if (term := row[name]) is not None} for row in answer]


def iri_list(iris: list[str] | tuple[str, ...]) -> str:
    """IRIs as the content of a `VALUES` block."""
    return " ".join(f"<{iri}>" for iri in iris)


def text(value: str) -> str:
    """`value` as a SPARQL string literal."""
    return str(pyoxigraph.Literal(value))
