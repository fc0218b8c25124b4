"""A dataset as a property graph: carries out what `ontology/projection.toml` declares, and knows no class or term."""

import hashlib
import math
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

import networkx

from camket.graph.export.attributes import AttributeReader, Value
from camket.graph.export.projection import EdgeKind, NodeKind, Projection, load
from camket.graph.export.rows import rows
from camket.graph.store import Dataset
from camket.ontology.namespaces import PREFIXES

ID_DIGITS = 16
ONE = 1.0  # the weight of an edge that stands for one fact
SMALLEST_SIZE, SIZE_PER_ROOT_OF_DEGREE = 4.0, 2.0


@dataclass(frozen=True, slots=True)
class _Edge:
    id: str
    source: str
    target: str
    kind: EdgeKind
    attributes: dict[str, Value]


def project(dataset: Dataset, profile: str = "full") -> "networkx.MultiDiGraph[str]":
    """The property graph of `dataset` as the project declares it. Raises UsageError for an unknown profile."""
    return build(dataset, load(profile))


def build(dataset: Dataset, projection: Projection) -> "networkx.MultiDiGraph[str]":
    """The property graph of `dataset`.

    Nodes are named by IRIs, edges keyed by ids that are unique in the graph; both stand in order of code point.
    `graph["node_columns"]` and `graph["edge_columns"]` give the type of every attribute; a missing value is no key.
    """
    reader = AttributeReader(dataset)
    kinds = _kinds(dataset, projection.nodes)
    edges = [
        edge for edge in _edges(dataset, projection.edges, reader) if edge.source in kinds and edge.target in kinds
    ]
    kept = _spoken_of(kinds, edges)
    graph: networkx.MultiDiGraph[str] = networkx.MultiDiGraph()
    graph.graph["node_columns"] = dict(projection.node_columns)
    graph.graph["edge_columns"] = dict(projection.edge_columns)
    for node in sorted(kept):
        graph.add_node(node, **_node_attributes(node, kinds[node], reader))
    for edge in sorted(edges, key=lambda edge: (edge.source, edge.target, edge.id)):
        if edge.source in kept and edge.target in kept:
            graph.add_edge(edge.source, edge.target, key=edge.id, **edge.attributes)
    sized(graph)
    return graph


def sized(graph: "networkx.MultiDiGraph[str]") -> None:
    """Gives every node its size: the more edges, the larger."""
    for node, degree in graph.degree():
        graph.nodes[node]["size"] = round(SMALLEST_SIZE + SIZE_PER_ROOT_OF_DEGREE * math.sqrt(degree), 2)


def _kinds(dataset: Dataset, declared: Iterable[NodeKind]) -> dict[str, NodeKind]:
    found: dict[str, NodeKind] = {}
    for kind in declared:
        for (node,) in rows(dataset, f"SELECT DISTINCT ?n WHERE {{ ?n a {kind.cls} FILTER(isIRI(?n)) }}"):
            found.setdefault(node.value, kind)
    return found


def _spoken_of(kinds: dict[str, NodeKind], edges: list[_Edge]) -> set[str]:
    """Nodes that need no link, the ends of edges that are not structural, and all that structural edges lead to."""
    kept = {node for node, kind in kinds.items() if not kind.only_linked}
    kept |= {node for edge in edges if not edge.kind.structural for node in (edge.source, edge.target)}
    leads_to: dict[str, list[str]] = defaultdict(list)
    for edge in edges:
        if edge.kind.structural:
            leads_to[edge.source].append(edge.target)
    waiting = list(kept)
    while waiting:
        for target in leads_to[waiting.pop()]:
            if target not in kept:
                kept.add(target)
                waiting.append(target)
    return kept


def _node_attributes(node: str, kind: NodeKind, reader: AttributeReader) -> dict[str, Value]:
    attributes: dict[str, Value] = {"kind": kind.kind, "label": _local_name(node), "colour": kind.colour}
    for name, attribute in kind.attributes.items():
        value = reader.value(node, attribute)
        if value is not None:
            attributes[name] = value
    return _ordered_dates(attributes)


def _edges(dataset: Dataset, declared: Iterable[EdgeKind], reader: AttributeReader) -> Iterator[_Edge]:
    for kind in declared:
        yield from _facts(dataset, kind, reader) if kind.cls else _slots(dataset, kind)


def _facts(dataset: Dataset, kind: EdgeKind, reader: AttributeReader) -> Iterator[_Edge]:
    """One edge for each fact of the class; where a fact has several ends, one for each pair, with an id of its own."""
    pairs: dict[str, set[tuple[str, str]]] = {}
    for target in kind.target:
        found: dict[str, set[tuple[str, str]]] = defaultdict(set)
        apart = "STR(?s) < STR(?t)" if kind.symmetric else "?s != ?t"
        query = f"SELECT ?f ?s ?t WHERE {{ ?f a {kind.cls} ; {kind.source} ?s ; {target} ?t FILTER({apart}) }}"
        for fact, source, end in rows(dataset, query):
            found[fact.value].add((source.value, end.value))
        pairs = {**found, **pairs}
    for fact_id, ends in pairs.items():
        written = {name: reader.value(fact_id, attribute) for name, attribute in kind.attributes.items()}
        own = _ordered_dates({name: value for name, value in written.items() if value is not None})
        for source_id, end_id in ends:
            identifier = fact_id if len(ends) == 1 else hashed(fact_id, source_id, end_id)
            yield _edge(identifier, source_id, end_id, kind, own)


def _slots(dataset: Dataset, kind: EdgeKind) -> Iterator[_Edge]:
    unless = f"FILTER NOT EXISTS {{ ?s {kind.unless} ?t }}" if kind.unless else ""
    fact = f"{'?t' if kind.path.startswith('^') else '?s'} a {kind.of} ." if kind.of else ""
    for source, target in rows(
        dataset, f"SELECT DISTINCT ?s ?t WHERE {{ ?s {kind.path} ?t . {fact} {unless} FILTER(isIRI(?t)) }}"
    ):
        subject, value = (target, source) if kind.path.startswith("^") else (source, target)
        identifier = hashed(subject.value, _expanded(kind.path.removeprefix("^")), value.value)
        yield _edge(identifier, source.value, target.value, kind, {})


def _edge(identifier: str, source: str, target: str, kind: EdgeKind, own: dict[str, Any]) -> _Edge:
    said: dict[str, Any] = {"kind": kind.kind, "label": kind.label, "label_en": kind.kind, "weight": ONE}
    return _Edge(identifier, source, target, kind, {**said, **own})


def hashed(*parts: str) -> str:
    """An id of an edge that has no IRI: the same for the same parts, everywhere."""
    return hashlib.sha256(" ".join(f"<{part}>" for part in parts).encode()).hexdigest()[:ID_DIGITS]


def _expanded(path: str) -> str:
    prefix, _, local = path.partition(":")
    return PREFIXES.get(prefix, f"{prefix}:") + local


def _local_name(iri: str) -> str:
    return iri[max(iri.rfind("#"), iri.rfind("/")) + 1 :].replace("_", " ")


def _ordered_dates(attributes: dict[str, Value]) -> dict[str, Value]:
    """Without an end that comes before the start (a promise published after the day it was due)."""
    start, end = attributes.get("start"), attributes.get("end")
    if isinstance(start, str) and isinstance(end, str) and end < start:
        del attributes["end"]
    return attributes
