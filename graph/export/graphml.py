"""GraphML, through networkx: one type to a column, unique edge ids, and no character that XML cannot hold."""

from collections.abc import Mapping
from typing import Any, BinaryIO

import networkx

from camket.graph.export.xml_text import xml_text

EDGE_ID = "eid"
NODE_IRI = "iri"  # igraph reads `&amp;` in the id of a node as `&#38;`, but not in an attribute of it


def write_graphml(graph: "networkx.MultiDiGraph[str]", out: BinaryIO) -> None:
    """Write a property graph, as `property_graph.build` makes it, to `out`."""
    # Not the writer that uses lxml where it is installed: the bytes are to be the same everywhere.
    networkx.write_graphml_xml(_writable(graph), out, edge_id_from_attribute=EDGE_ID)


def _writable(graph: "networkx.MultiDiGraph[str]") -> "networkx.MultiDiGraph[str]":
    """A copy with nothing but what GraphML can hold; ids are also attributes: `iri` of a node, `eid` of an edge."""
    copy: networkx.MultiDiGraph[str] = networkx.MultiDiGraph()
    for node, data in graph.nodes(data=True):
        copy.add_node(node, **{NODE_IRI: node, **_clean(data)})
    for source, target, key, data in graph.edges(keys=True, data=True):
        copy.add_edge(source, target, key=key, **{EDGE_ID: key, **_clean(data)})
    return copy


def _clean(data: Mapping[str, Any]) -> dict[str, Any]:
    return {name: xml_text(value) if isinstance(value, str) else value for name, value in data.items()}
