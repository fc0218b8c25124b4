import json
from pathlib import Path

import networkx
from ndex2.cx2 import RawCX2NetworkFactory

from camket.graph.export import export
from camket.graph.store import Dataset


def test_ndex2_reads_every_node_and_edge_with_its_types(
    dataset: Dataset, tmp_path: Path, graph: "networkx.MultiDiGraph[str]"
) -> None:
    export(dataset, tmp_path / "graph.cx2")
    aspects = json.loads((tmp_path / "graph.cx2").read_text(encoding="utf-8"))
    network = RawCX2NetworkFactory().get_cx2network(aspects)
    nodes = {node["v"]["iri"]: node["v"] for node in network.get_nodes().values()}
    assert nodes == {node: {"name": data["label"], "iri": node, **data} for node, data in graph.nodes(data=True)}
    iris = {number: node["v"]["iri"] for number, node in network.get_nodes().items()}
    edges = {(iris[edge["s"]], iris[edge["t"]], edge["v"]["iri"]) for edge in network.get_edges().values()}
    assert edges == set(graph.edges(keys=True))


def test_counts_are_declared(dataset: Dataset, tmp_path: Path, graph: "networkx.MultiDiGraph[str]") -> None:
    export(dataset, tmp_path / "graph.cx2")
    first, meta, *_, last = json.loads((tmp_path / "graph.cx2").read_text(encoding="utf-8"))
    counts = {one["name"]: one["elementCount"] for one in meta["metaData"]}
    assert (first["CXVersion"], last["status"][0]["success"]) == ("2.0", True)
    assert (counts["nodes"], counts["edges"]) == (graph.number_of_nodes(), graph.number_of_edges())
