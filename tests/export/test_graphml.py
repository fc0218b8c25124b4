import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import igraph
import networkx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from camket.graph.export import export, to_networkx
from camket.graph.export.graphml import EDGE_ID, NODE_IRI, write_graphml
from camket.graph.export.xml_text import xml_text
from camket.graph.store import Dataset

ANY_TEXT = st.text(st.characters(exclude_categories=["Cs"]))


@pytest.fixture
def written(dataset: Dataset, tmp_path: Path) -> Path:
    export(dataset, tmp_path / "graph.graphml", all_people=True)
    return tmp_path / "graph.graphml"


@pytest.fixture
def graph(dataset: Dataset) -> "networkx.MultiDiGraph[str]":
    return to_networkx(dataset, all_people=True)


def test_networkx_reads_back_every_node_edge_type_and_value(written: Path, graph: "networkx.MultiDiGraph[str]") -> None:
    read: Any = networkx.read_graphml(written, edge_key_type=str, force_multigraph=True)
    assert dict(read.nodes(data=True)) == {node: {NODE_IRI: node, **data} for node, data in graph.nodes(data=True)}
    assert {edge[:3]: edge[3] for edge in read.edges(keys=True, data=True)} == {
        (source, target, key): {EDGE_ID: key, **data} for source, target, key, data in graph.edges(keys=True, data=True)
    }
    for node, data in graph.nodes(data=True):
        assert all(type(read.nodes[node][name]) is type(value) for name, value in data.items())


def test_igraph_reads_the_same_nodes_edges_types_and_labels(written: Path, graph: "networkx.MultiDiGraph[str]") -> None:
    read = igraph.Graph.Read_GraphML(str(written))
    assert read.is_directed()
    assert (read.vcount(), read.ecount()) == (graph.number_of_nodes(), graph.number_of_edges())
    for vertex in read.vs:
        same_values(vertex.attributes(), graph.nodes[vertex[NODE_IRI]], graph.graph["node_columns"])
    names = read.vs[NODE_IRI]
    for edge in read.es:
        original = graph.edges[names[edge.source], names[edge.target], edge[EDGE_ID]]
        same_values(edge.attributes(), original, graph.graph["edge_columns"])


def test_graphology_and_so_gephi_lite_read_every_node_edge_and_value(
    written: Path, graph: "networkx.MultiDiGraph[str]", javascript: Callable[[str, Path], Any]
) -> None:
    script = """
        import graphology from 'graphology';
        import graphml from 'graphology-graphml';
        tell(graphml.parse(graphology.MultiDirectedGraph, read).export());
    """
    found = javascript(script, written)
    assert {node["key"]: node["attributes"] for node in found["nodes"]} == {
        node: {NODE_IRI: node, **data} for node, data in graph.nodes(data=True)
    }
    assert {
        (edge["source"], edge["target"], edge["attributes"].pop(EDGE_ID)): edge["attributes"] for edge in found["edges"]
    } == {(source, target, key): data for source, target, key, data in graph.edges(keys=True, data=True)}


def same_values(read: dict[str, Any], original: dict[str, Any], columns: dict[str, str]) -> None:
    """igraph has a value in every column, so only what was there can be compared."""
    for name, value in original.items():
        assert read[name] == value, name
        if columns[name] in ("string", "date"):
            assert isinstance(read[name], str)
        elif columns[name] == "boolean":
            assert isinstance(read[name], bool)


def test_every_column_is_declared_once_and_every_edge_has_an_id_of_its_own(written: Path) -> None:
    from lxml import etree

    root = etree.parse(written).getroot()
    space = {"g": "http://graphml.graphdrawing.org/xmlns"}
    keys = [(key.get("for"), key.get("attr.name")) for key in root.iterfind("g:key", space)]
    assert len(set(keys)) == len(keys)
    ids = [edge.get("id") for edge in root.iterfind(".//g:edge", space)]
    assert len(set(ids)) == len(ids)


@given(ANY_TEXT)
def test_any_label_survives(text: str) -> None:
    graph: networkx.MultiDiGraph[str] = networkx.MultiDiGraph()
    graph.add_node("a", label=text)
    graph.add_edge("a", "a", key="e1", label=text)
    graph.add_edge("a", "a", key="e2", label=text)
    out = io.BytesIO()
    write_graphml(graph, out)
    read: Any = networkx.read_graphml(io.BytesIO(out.getvalue()), edge_key_type=str, force_multigraph=True)
    assert read.nodes["a"].get("label", "") == xml_text(text)
    assert {(key, data.get("label", "")) for _, _, key, data in read.edges(keys=True, data=True)} == {
        ("e1", xml_text(text)),
        ("e2", xml_text(text)),
    }
