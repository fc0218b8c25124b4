"""The dataset to read: a snapshot of the store on disk, or quads in memory.

Graphs, with `base` the IRI under which things live: `<base>article/ID` for each article, `<base>graph/entities`,
`<base>graph/identity`, `<base>graph/reference`. The default graph is empty; queries see the union of all graphs.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import pyoxigraph

from camket.graph import folder
from camket.graph.errors import QueryError, StoreError
from camket.graph.queries.dataset_clause import names_its_graphs
from camket.graph.queries.guard import refuse_reaching_out
from camket.ontology.namespaces import BASE, PREFIXES

Answer = pyoxigraph.QuerySolutions | pyoxigraph.QueryBoolean | pyoxigraph.QueryTriples
_GraphName = pyoxigraph.NamedNode | pyoxigraph.BlankNode | pyoxigraph.DefaultGraph


@dataclass(frozen=True, slots=True)
class GraphsAsked:
    """The graphs, by IRI, that a query is asked of whatever it says itself: of its default graph, and those named."""

    default: tuple[str, ...] = ()
    named: tuple[str, ...] = ()


def ask(store: pyoxigraph.Store, sparql: str, base: str, graphs: GraphsAsked | None = None) -> Answer:
    """The answer of a database to a query; see `Dataset.query`. `graphs`: None for what the query itself says."""
    refuse_reaching_out(sparql)
    query = partial(store.query, sparql, base_iri=base, prefixes={**PREFIXES, "": base})
    try:
        if graphs is not None:
            default: list[_GraphName] = [pyoxigraph.NamedNode(iri) for iri in graphs.default]
            named: list[pyoxigraph.NamedNode | pyoxigraph.BlankNode] = [*map(pyoxigraph.NamedNode, graphs.named)]
            return query(default_graph=default, named_graphs=named)
        return query(use_default_graph_as_union=not names_its_graphs(sparql))
    except (SyntaxError, ValueError) as error:
        raise QueryError(f"malformed SPARQL: {error}") from error


class Dataset:
    """A graph that can be queried; never written through."""

    def __init__(self, store: pyoxigraph.Store, base: str = BASE) -> None:
        self.store = store
        self.base = base

    def query(self, sparql: str) -> Answer:
        """The answer to a SPARQL 1.1 query over the union of all graphs; the project's prefixes need no declaring.

        IRIs may be written without the base (`<person/Tô_Lâm>`). A query's own FROM and FROM NAMED take the place of
        the union. Raises QueryError, with the parser's own words, where the query is malformed, and where it would
        reach out to another machine (SERVICE).
        """
        return ask(self.store, sparql, self.base)

    def quads(self) -> Iterator[pyoxigraph.Quad]:
        """Every quad, in no particular order."""
        return iter(self.store)


def open_dataset(location: str | Path) -> Dataset:
    """The graph in a store's folder as the last build left it; a build that runs meanwhile changes nothing in it.

    Raises StoreError where there is no store, or none that a build has finished; StoreVersionError where it is of a
    newer format.
    """
    found = folder.find(Path(location))
    number = found.current()
    if number is None:
        raise StoreError(f"{location} has no graph yet: finish it with `camket build SOURCE... --store {location}`")
    try:
        return Dataset(open_snapshot(found.snapshot(number)), found.base)
    except StoreError:
        newer = found.current()
        if newer is not None and newer != number:  # two builds have ended since the number was read
            return open_dataset(location)
        raise


def open_snapshot(path: Path) -> pyoxigraph.Store:
    """The database of a snapshot, to be read. Raises StoreError where it cannot be opened."""
    try:
        return pyoxigraph.Store.read_only(str(path))
    except (OSError, RuntimeError) as error:
        raise StoreError(f"{path.parent}: snapshot {path.name} cannot be opened ({error}): build again") from error
