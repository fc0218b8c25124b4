"""The shortest chains between two things as they are told: each link with the words of the articles that prove it."""

import itertools
from collections.abc import Hashable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pyoxigraph

from camket.graph.endpoint import Endpoint
from camket.graph.export.chains import shortest_chains
from camket.graph.export.links import NOT_FOLLOWED, Links
from camket.graph.export.projection import load
from camket.graph.export.property_graph import build
from camket.graph.export.rows import rows
from camket.graph.export.surroundings import surroundings
from camket.graph.store import Dataset

if TYPE_CHECKING:
    import networkx

    Graph = networkx.MultiDiGraph[str]


@dataclass(frozen=True, slots=True)
class Evidence:
    """The words that prove something, and where they stand."""

    words: str | None
    article: str | None
    published: str | None


@dataclass(frozen=True, slots=True)
class Link:
    """What joins two neighbours of a chain: an edge of the property graph, along its direction or (`back`) against it.

    evidence: of an edge that is a fact of its own, as a post held; any other is proved by the fact at one of its ends.
    """

    kind: str
    label: str
    back: bool
    role: str | None
    evidence: Evidence | None


@dataclass(frozen=True, slots=True)
class Node:
    """A thing on a chain: an actor, or a fact with its evidence. links: what joins it to the one before it."""

    iri: str
    name: str
    kind: str
    evidence: Evidence | None
    links: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Path:
    """The shortest chains between two things.

    length: how many links each has, None where there is no chain. total: how many such chains there are; chains: those
    asked for. complete: False where the search was given up, so that a chain may have been missed.
    """

    length: int | None
    total: int
    chains: tuple[tuple[Node, ...], ...]
    complete: bool


def path(dataset: Dataset, start: str, end: str, *, limit: int) -> Path:
    """The shortest chains from `start` to `end`, two different IRIs; at most `limit` are told.

    The same graph gives the same chains. Only what lies between the two is read; of an endpoint, everything is.
    """
    near = _at_hand(dataset)
    projection = load("full")
    chains = shortest_chains(Links(near, projection, NOT_FOLLOWED), start, end, limit=limit)
    graph = build(surroundings(near, {node for chain in chains.found for node in chain}, projection), projection)
    told = _Telling(near, graph)
    return Path(
        length=len(chains.found[0]) - 1 if chains.found else None,
        total=chains.total,
        chains=tuple(told.chain(chain) for chain in chains.found),
        complete=chains.complete,
    )


def _at_hand(dataset: Dataset) -> Dataset:
    """`dataset` to be walked through node by node, which no endpoint can be."""
    if not isinstance(dataset, Endpoint):
        return dataset
    store = pyoxigraph.Store()
    store.bulk_extend(dataset.quads())
    return Dataset(store, dataset.base)


class _Telling:
    def __init__(self, dataset: Dataset, graph: "Graph") -> None:
        self._graph = graph
        asked = "SELECT ?article ?id WHERE { VALUES ?article { %s } ?article dcterms:identifier ?id }"
        articles = {data["article"] for _, data in graph.nodes(data=True) if "article" in data}
        articles |= {data["article"] for *_, data in graph.edges(data=True) if "article" in data}
        listed = " ".join(f"<{article}>" for article in sorted(articles))
        self._ids = {article.value: name.value for article, name in rows(dataset, asked % listed)}

    def chain(self, nodes: tuple[str, ...]) -> tuple[Node, ...]:
        first, *rest = nodes
        joined = zip(rest, itertools.pairwise(nodes), strict=True)
        return self._node(first, ()), *(self._node(node, self._links(*ends)) for node, ends in joined)

    def _node(self, node: str, links: tuple[Link, ...]) -> Node:
        data = self._graph.nodes[node]
        return Node(node, data["label"], data["kind"], self._evidence(data), links)

    def _links(self, before: str, node: str) -> tuple[Link, ...]:
        """The newest first."""
        found = [self._link(data, back=False) for data in self._edges(before, node)]
        found += [self._link(data, back=True) for data in self._edges(node, before)]
        return tuple(sorted(found, key=_day, reverse=True))

    def _edges(self, source: str, target: str) -> list[dict[str, Any]]:
        edges: dict[Hashable, dict[str, Any]] = self._graph.get_edge_data(source, target, default={})
        return [data for data in edges.values() if data["kind"] not in NOT_FOLLOWED]

    def _link(self, data: dict[str, Any], *, back: bool) -> Link:
        return Link(data["kind"], data["label"], back, data.get("role"), self._evidence(data))

    def _evidence(self, data: dict[str, Any]) -> Evidence | None:
        if "article" not in data:
            return None
        dated = data.get("published") or data.get("date")
        return Evidence(data.get("quote"), self._ids.get(data["article"], data["article"]), dated)


def _day(link: Link) -> str:
    return (link.evidence and link.evidence.published) or ""
