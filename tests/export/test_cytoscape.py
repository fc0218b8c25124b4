import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import networkx
import pytest

from camket.graph.export import export
from camket.graph.store import Dataset

COUNT = """
import cytoscape from 'cytoscape';
const document = JSON.parse(read);
const loaded = cytoscape({ headless: true }); loaded.json(document);
const made = cytoscape({ headless: true, elements: document.elements });
const data = (elements) => elements.map((element) => element.data());
tell([loaded.nodes().length, loaded.edges().length, data(made.nodes()), data(made.edges())]);
"""


@pytest.fixture
def written(dataset: Dataset, tmp_path: Path) -> Path:
    export(dataset, tmp_path / "graph.cyjs")
    return tmp_path / "graph.cyjs"


def test_cytoscape_js_reads_every_node_and_edge_either_way(
    written: Path, graph: "networkx.MultiDiGraph[str]", javascript: Callable[[str, Path], Any]
) -> None:
    nodes, edges, node_data, edge_data = javascript(COUNT, written)
    assert (nodes, edges) == (graph.number_of_nodes(), graph.number_of_edges())
    assert {data["id"]: data["label"] for data in node_data} == {
        node: data["label"] for node, data in graph.nodes(data=True)
    }
    assert {(data["source"], data["target"], data["id"], data["kind"]) for data in edge_data} == {
        (*ends, data["kind"]) for *ends, data in graph.edges(keys=True, data=True)
    }


def test_networkx_reads_it_with_every_type(written: Path, graph: "networkx.MultiDiGraph[str]") -> None:
    document = json.loads(written.read_text(encoding="utf-8"))
    for node in document["elements"]["nodes"]:
        own = node["data"]
        node["data"] = {"id": own["id"], "value": own["id"], "name": own["name"], "own": own}  # where networkx looks
    read = networkx.cytoscape_graph({**document, "directed": True, "multigraph": True, "data": []})
    for node, data in graph.nodes(data=True):
        assert {name: read.nodes[node]["own"][name] for name in data} == data
