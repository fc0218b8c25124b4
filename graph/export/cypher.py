"""Cypher: statements that make the property graph in Neo4j, Memgraph and their like; running them twice is no harm."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, BinaryIO

if TYPE_CHECKING:
    import networkx


def write_cypher(graph: "networkx.MultiDiGraph[str]", out: BinaryIO) -> None:
    """Write a property graph to `out`: a constraint for each label, then a MERGE for each node, then for each edge.

    Labels are kinds of nodes (`Person`), types of relationships kinds of edges (`HOLDS_POST`), `id` the IRI or edge
    id; days are dates.
    """
    of_nodes, of_edges = graph.graph["node_columns"], graph.graph["edge_columns"]
    kinds = {node: label_of(data["kind"]) for node, data in graph.nodes(data=True)}
    for label in sorted(set(kinds.values())):
        out.write(f"CREATE CONSTRAINT IF NOT EXISTS FOR (n:`{label}`) REQUIRE n.id IS UNIQUE;\n".encode())
    for node, data in graph.nodes(data=True):
        out.write(f"MERGE {_node('n', kinds[node], node)}{_set('n', data, of_nodes)};\n".encode())
    for source, target, key, data in graph.edges(keys=True, data=True):
        ends = ", ".join(_node(name, kinds[end], end) for name, end in (("a", source), ("b", target)))
        merge = f"MERGE (a)-[r:`{type_of(data['kind'])}` {{id: {_literal(key)}}}]->(b)"
        out.write(f"MATCH {ends} {merge}{_set('r', data, of_edges)};\n".encode())


def label_of(kind: str) -> str:
    """The label of a kind of nodes: `status assessment` is `StatusAssessment`."""
    return "".join(word.capitalize() for word in kind.split())


def type_of(kind: str) -> str:
    """The relationship type of a kind of edges: `holds post` is `HOLDS_POST`."""
    return kind.upper().replace(" ", "_")


def _node(name: str, label: str, iri: str) -> str:
    return f"({name}:`{label}` {{id: {_literal(iri)}}})"


def _set(name: str, data: Mapping[str, Any], columns: Mapping[str, str]) -> str:
    return " SET " + ", ".join(f"{name}.`{key}` = {_typed(value, columns[key])}" for key, value in data.items())


def _typed(value: Any, kind: str) -> str:
    return f"date({_literal(value)})" if kind == "date" else _literal(value)


def _literal(value: Any) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, int | float):
        return repr(value).replace("e+", "e")  # Cypher knows no plus sign in an exponent
    text = str(value).replace("\\", "\\\\").replace("'", "\\'")
    return f"'{text}'"
