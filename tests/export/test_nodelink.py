import json
from pathlib import Path

import networkx

from camket.graph.export import export
from camket.graph.store import Dataset


def test_networkx_reads_the_same_graph(dataset: Dataset, tmp_path: Path, graph: "networkx.MultiDiGraph[str]") -> None:
    export(dataset, tmp_path / "graph.json")
    read = networkx.node_link_graph(json.loads((tmp_path / "graph.json").read_text(encoding="utf-8")), edges="links")
    assert read.is_directed()
    assert {node: read.nodes[node] for node in read} == {node: graph.nodes[node] for node in graph}
    assert [*read.edges] == [*graph.edges]
    for source, target, key in graph.edges:
        assert read.get_edge_data(source, target, key) == graph.get_edge_data(source, target, key)
